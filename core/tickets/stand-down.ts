import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { staffOrManagers } from '../people/groups.ts';
import { sayToPerson } from '../people/reach.ts';
import type { Step } from '../step.ts';
import { wordIn } from '../text/layout.ts';
import { textsFor } from '../text/texts-for.ts';
import type { TicketEventType } from './event.ts';
import type { Ticket } from './ticket.ts';

/** The key of what a rung of a ladder says, but for whom. */
export const rungKey = (deadlineId: string): string => `rung:${deadlineId}`;

const takesIt: TicketEventType[] = ['taken', 'answered', 'progressed', 'asked_back', 'promised', 'done'];
const callsItOff: TicketEventType[] = ['dismissed', 'merged'];

/**
 * Somebody has an emergency in hand, or it is none: everybody who was called hears so, once, so that nobody else runs (P5e). Who
 * it is stands in what was just written down. Where nobody waits for an answer any more, nothing is said.
 */
export async function standDown(step: Step, community: CommunityInForce, ticket: Ticket): Promise<void> {
  if (ticket.urgency !== 'emergency') return;
  const { tx, now } = step;
  const limits = await tx.limit.findMany({
    where: { ticketId: ticket.id, kind: 'first_response', metAt: null, cancelledAt: null },
    select: { id: true, deadlines: { select: { id: true } } },
  });
  const [event] = await tx.ticketEvent.findMany({
    where: { ticketId: ticket.id, at: now, type: { in: [...takesIt, ...callsItOff] } },
    orderBy: { id: 'desc' },
    take: 1,
  });
  if (limits.length === 0 || !event) return;
  const keys = limits.flatMap(({ deadlines }) => deadlines.map(({ id }) => `${rungKey(id)}:`));
  const called = (
    await tx.outboxMessage.findMany({
      where: { ticketId: ticket.id, purpose: 'escalation' },
      select: { conversationId: true, recipientId: true, dedupeKey: true },
    })
  ).filter(({ dedupeKey }) => keys.some((key) => dedupeKey.startsWith(key)));
  const texts = textsFor(community.locale);
  const data = event.data as Record<string, unknown>;
  const by = wordIn(data, 'by') ?? '';
  const text = callsItOff.some((type) => type === event.type)
    ? texts.calledOff(ticket.code, by)
    : event.type === 'done'
      ? texts.handled(ticket.code, by, wordIn(data, 'text'))
      : texts.acknowledged(ticket.code, by);
  const word = { ticketId: ticket.id, purpose: 'escalation' as const, content: { text }, urgent: true };
  const occasion = `stand-down:${limits.map(({ id }) => id).join('.')}`;
  const persons = new Set(called.flatMap(({ recipientId }) => recipientId ?? []));
  for (const personId of persons) {
    if (personId !== event.actorId) await sayToPerson(step, { ...word, personId, occasion });
  }
  // Where the card is, it shows who has taken it.
  const shown = new Set((await staffOrManagers(tx, community.id)).map(({ id }) => id));
  const groups = new Set(called.flatMap((row) => (row.recipientId === null ? [row.conversationId] : [])));
  for (const conversationId of groups) {
    if (shown.has(conversationId)) continue;
    await say(step, { ...word, conversationId, dedupeKey: `${occasion}:${conversationId}` });
    step.rope.lane(conversationId);
  }
}
