import type { Origin, TicketStatus, Urgency } from '../../prisma/generated/enums.ts';
import type { Place } from '../intake/understanding.ts';

type Part = string | null | false | undefined;

/** Joins what is there, one part a line. */
export const lines = (...parts: Part[]): string => parts.filter(Boolean).join('\n');

/** Joins what is there within a line. */
export const dots = (...parts: Part[]): string => parts.filter(Boolean).join(' · ');

const marks: Record<Urgency, string> = { emergency: '🔴', high: '🟠', normal: '▫️' };

/** The one sign at the head of a card, so that urgency is seen before anything is read. */
export const markOf = (urgency: Urgency): string => marks[urgency];

const byChat: readonly Origin[] = ['group', 'direct', 'web'];

/** Whether a reply to the ticket's card is taken to the resident without further questions. */
export const isAnswerable = ({ status, origin }: { status: TicketStatus; origin: Origin }): boolean =>
  (status === 'open' || status === 'accepted' || status === 'waiting') && byChat.includes(origin);

/** The spot, unless it gives away the room where only the coarse place may be said (P9b). */
export function spotFor(place: Place, detail: 'full' | 'coarse'): string | null {
  if (detail === 'coarse' && place.spot && place.room && place.spot.includes(place.room)) return null;
  return place.spot;
}

/** A resident's words within a sentence of ours: one line, shortened with an ellipsis. */
export function quoted(words: string, maxLength = 120): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  return letters.length > maxLength ? `${letters.slice(0, maxLength - 1).join('')}…` : line;
}

/** What an event holds under a key, if it is words or a number, and not an instant: instants are shown by those who know the zone. */
export function wordIn(data: Record<string, unknown>, key: string): string | null {
  const value = data[key];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '' || /^\d{4}-\d\d-\d\dT/.test(value)) return null;
  return quoted(value, 60);
}
