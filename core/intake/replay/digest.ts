import type { RememberedMatter } from '../memory.ts';
import type { HeardMessage, Place } from '../understanding.ts';
import type { ReplayWords } from './words.ts';

const placeInWords = ({ building, unit, room, spot }: Place): string => {
  const labels = [building, unit, room].filter((part) => part !== null).join('-');
  return [labels, spot].filter((part) => part !== null && part !== '').join(' ') || '—';
};

const two = (value: number): string => String(value).padStart(2, '0');
/** By the clock of the computer that made the export. */
export function clock(utc: Date, aheadMs: number): string {
  const at = new Date(utc.getTime() + aheadMs);
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

function spanInWords(from: Date, to: Date): string {
  const minutes = Math.max(0, Math.round((to.getTime() - from.getTime()) / 60_000));
  if (minutes < 60) return `+${minutes} min`;
  return minutes < 48 * 60
    ? `+${Math.floor(minutes / 60)} h ${minutes % 60} min`
    : `+${Math.round(minutes / (24 * 60))} d`;
}

/** One ticket as a caretaker reads it: what, where, who, when, the first answer, and why it is one. */
export function digestOf(
  ticket: RememberedMatter,
  byId: ReadonlyMap<string, HeardMessage>,
  nameOf: (id: string) => string,
  words: ReplayWords,
  reason: (what: string) => string,
  clockAheadMs = 0,
): string[] {
  const marks = [
    words.urgency[ticket.urgency],
    ticket.sensitive ? words.sensitive : '',
    ticket.doubtful ? words.doubt : '',
  ].filter((mark) => mark !== '');
  const at = (id: string | null): HeardMessage | undefined => (id === null ? undefined : byId.get(id));
  const answer = at(ticket.answeredBy);
  const settled = at(ticket.settledBy);
  const first = at(ticket.told[0] ?? null);
  return [
    `${ticket.doubtful ? '?' : '#'}${ticket.told[0] ?? ''} ${words.kind[ticket.kind]} · ${words.area[ticket.area]}${marks.map((mark) => ` · ${mark}`).join('')}`,
    `    ${ticket.summary}`,
    `    ${words.where}: ${placeInWords(ticket.place)}   ${words.who}: ${ticket.reporterIds.map(nameOf).join(', ') || '—'}   ${words.messages(ticket.told.length)}`,
    `    ${words.when}: ${first ? clock(first.at, clockAheadMs) : '—'}   ${words.answered}: ${answer ? `${answer.senderName} ${spanInWords(ticket.openedAt, answer.at)}` : words.notAnswered}` +
      (settled ? `   ${words.settled}: ${spanInWords(ticket.openedAt, settled.at)}` : ''),
    `    ${words.why}: ${ticket.reasons.map(({ what, weight }) => `${reason(what)} ${weight > 0 ? '+' : ''}${weight}`).join(', ')}`,
  ];
}
