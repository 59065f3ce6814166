import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import type { IncidentDeed } from '../../text/incidents/texts.ts';
import { answerTicket, finishTicket, promiseTime, type StaffWord } from '../answer.ts';
import { takeTicket } from '../take.ts';
import { workStatuses } from '../ticket.ts';
import type { Actor, Carried } from '../work.ts';
import { keepIncident } from './keep.ts';
import type { Together } from './together.ts';

export interface IncidentWord {
  step: Step;
  community: CommunityInForce;
  by: Actor;
  /** The staff's own message, when words were used and not a button. */
  messageId: string | null;
  occasion: string;
  /** The group where it was said in words; null for a press. */
  saidIn: string | null;
}

/**
 * `left`: codes of emergencies that nobody has taken. They want a person of their own, and their ladder goes on (P5e), whatever is said to
 * everybody. `colleague`: all of it was taken by others, and stays theirs.
 */
export type AllCarried =
  | { kind: 'carried_out'; tickets: number; left: string[] }
  | { kind: 'over' }
  | { kind: 'colleague'; name: string };

/**
 * Staff answer everybody who reported it: in each group once, as a reply to the first report there, and each direct reporter once. Every
 * ticket has the answer, and meets what was owed (P5).
 */
export const answerAll = (
  word: IncidentWord,
  incident: Together,
  said: { text: string; attachmentIds: string[] },
): Promise<AllCarried> => withAll(word, incident, 'answer', (one) => answerTicket({ ...one, ...said }));

/** Staff promise a time for all of it (P5g). `dueAt` lies ahead, which the desk checks. */
export const promiseAll = (
  word: IncidentWord,
  incident: Together,
  said: { dueAt: Date; note: string | null },
): Promise<AllCarried> => withAll(word, incident, 'promise', (one) => promiseTime({ ...one, ...said }));

/** Staff say that it is over: everybody is told, and asked whether it is solved, in each group by one word for all (P6d, P7a). */
export const finishAll = (
  word: IncidentWord,
  incident: Together,
  said: { text: string | null; attachmentIds: string[] },
): Promise<AllCarried> => withAll(word, incident, 'done', (one) => finishTicket({ ...one, ...said }));

/** Somebody takes all of it, but for what colleagues have taken: that is taken from them by its code. */
export async function takeAll(word: IncidentWord, incident: Together): Promise<AllCarried> {
  const { personId } = word.by;
  const free = {
    OR: [{ status: 'open' as const }, { assigneeId: personId }, { assigneeId: null }, { offeredToId: personId }],
  };
  const taken = await withAll(word, incident, 'take', takeTicket, free);
  if (taken.kind !== 'over') return taken;
  const theirs = await word.step.tx.ticket.findFirst({
    where: { incidentId: incident.id, status: { in: workStatuses }, assigneeId: { not: null } },
    orderBy: { openedAt: 'asc' },
    select: { assignee: { select: { name: true } } },
  });
  return theirs?.assignee ? { kind: 'colleague', name: theirs.assignee.name } : taken;
}

/** Does it with each ticket that is worked on, first report first, by the one way in which it is done with a single one. */
async function withAll(
  word: IncidentWord,
  together: Together,
  deed: IncidentDeed,
  each: (one: StaffWord) => Promise<Carried>,
  only: object = {},
): Promise<AllCarried> {
  const { saidIn, ...one } = word;
  const { step, community, by, occasion } = word;
  // In one order, so that two who work on several never wait for each other.
  await step.tx.$queryRaw`
    SELECT 1 FROM "Ticket" WHERE "incidentId" = ${together.id}::uuid AND status IN ('open', 'accepted', 'waiting')
    ORDER BY id FOR NO KEY UPDATE`;
  const tickets = await step.tx.ticket.findMany({
    where: { incidentId: together.id, status: { in: workStatuses }, ...only },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, code: true, status: true, urgency: true },
  });
  if (tickets.length === 0) return { kind: 'over' };
  const left =
    deed === 'take' ? [] : tickets.filter(({ urgency, status }) => urgency === 'emergency' && status === 'open');
  const now = tickets.filter((ticket) => !left.includes(ticket));
  for (const { id } of now) await each({ ...one, ticketId: id, together });
  if (now.length > 0)
    await keepIncident(step, community, together.id, { occasion, news: { what: deed, by: by.name }, saidIn });
  return { kind: 'carried_out', tickets: now.length, left: left.map(({ code }) => code) };
}
