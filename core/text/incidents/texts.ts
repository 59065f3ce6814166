import type { TicketStatus } from '../../../prisma/generated/enums.ts';
import type { Place, Urgency } from '../../intake/understanding.ts';
import type { TicketView } from '../texts.ts';

/** One report of an incident, as the card lists it. */
export interface IncidentTicketView {
  code: string;
  place: Place;
  status: TicketStatus;
  urgency: Urgency;
  assignee: string | null;
  /** A resident said that it is over for them, and nobody of the office has yet. */
  settled: boolean;
}

/** An incident as staff see it. */
export interface IncidentView {
  number: number;
  /** One of core/tickets/incidents/causes.ts, or an area where it is none of them. */
  cause: string;
  /** Labels of the buildings that are known; none where nobody said. */
  buildings: string[];
  /** The stairwell, of what belongs to one; null otherwise, or where nobody said. */
  unit: string | null;
  households: number;
  /** Devices that reported it. */
  machines: number;
  /** Groups in which it was reported. */
  groups: number;
  /** The first ones, as many as are worth listing. */
  tickets: IncidentTicketView[];
  /** How many there are in all. */
  count: number;
  /** Of the first report, in words. */
  since: string;
  /** When the next of its limits is due, in words; null where nothing is owed. */
  dueAt: string | null;
  overdue: boolean;
  over: boolean;
}

/** What staff can do with an incident by one press. */
export type IncidentChoice = 'take' | 'promise' | 'done' | 'choose_out' | 'out' | 'apart';

/** What was done with all tickets of an incident. */
export type IncidentDeed = 'take' | 'answer' | 'promise' | 'done';

/** Why a ticket cannot be put into an incident. */
export type CannotJoin = 'sensitive' | 'over' | 'inside' | 'incident_over';

/** What the office said last to everybody who reported it. */
export interface LastWord {
  by: string;
  text: string | null;
  /** The promised time, in words. */
  dueAt: string | null;
}

/** One cause, many reports; a part of `Texts`. */
export interface IncidentTexts {
  // To residents.
  /** What everybody is told about, in the place of a ticket's code. */
  incidentName(number: number, cause: string): string;
  /** The same, where a sentence goes on after it. */
  incidentSubject(number: number, cause: string): string;
  /** To everybody of a group who rates it by a press, once. */
  incidentRatingThanks(number: number, cause: string): string;
  /** Instead of the usual receipt: it is known, and being looked after. */
  incidentReceipt(
    ticket: TicketView,
    cause: string,
    households: number,
    /** What was said to the others, or else by when an answer is owed. */
    told: { last: LastWord | null; dueAt: string | null },
  ): string;

  // To the office.
  incidentCard(view: IncidentView): string;
  /** The one line that tells what became of it, where a card cannot be changed. */
  incidentNews(
    number: number,
    cause: string,
    news: IncidentDeed | 'over' | 'again' | 'apart',
    by: string | null,
  ): string;
  /** In the place of a ticket's own card. */
  incidentLine(number: number, ticket: TicketView, households: number): string;
  /** On the card of a ticket that is part of it. */
  incidentNote(number: number, cause: string): string;
  incidentChoice(choice: IncidentChoice): string;
  /** `left`: codes of emergencies that nobody has taken, which want somebody of their own. */
  incidentDone(deed: IncidentDeed, number: number, tickets: number, left: string[]): string;
  incidentChoosePromise(number: number): string;
  incidentChooseOut(number: number): string;
  incidentIn(code: string, number: number): string;
  incidentOut(code: string, number: number): string;
  incidentApart(number: number, tickets: number): string;
  incidentIsOver(number: number): string;
  incidentUnknown(number: number): string;
  incidentNotIn(code: string, number: number): string;
  incidentCannotJoin(code: string, why: CannotJoin): string;
  incidentHow(): string;
  incidentList(open: IncidentView[], over: IncidentView[]): string;
  incidentNone(): string;
  /** Above the open tickets: those that belong together, one line for each incident. */
  incidentsOpen(open: IncidentView[]): string;
}
