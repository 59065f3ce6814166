import { say } from '../../outbox/say.ts';
import { careLimit } from '../../policy/limits.ts';
import { managersOrStaff } from '../../people/groups.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Step } from '../../step.ts';
import { redact } from '../../text/redact.ts';
import { textsFor } from '../../text/texts-for.ts';
import { showCard } from '../../tickets/cards.ts';
import { endLimits, startLimit } from '../../tickets/limits.ts';
import { openTicket } from '../../tickets/open.ts';
import { underOwnPolicy } from '../../tickets/own-policy.ts';
import { holdTicket, openStatuses, readTicket, type Ticket, writeEvent } from '../../tickets/ticket.ts';
import type { HeldCheck } from './check.ts';

/** Why somebody has to look after them: they did not answer, cannot be written to, or want help. */
export type CareReason = 'silent' | 'unreached' | 'help';

/**
 * Somebody looks after them (P8g): an urgent ticket of theirs, private, with the flat, and whoever is in charge of it is told directly,
 * too. They are looked in on at any hour; by when, and who is called meanwhile, the policy says for care alone. While such a ticket of an
 * earlier day is open, it is called to mind instead. The check is held by the caller.
 *
 * @param said the message in which they asked for help, and what they wrote
 */
export async function handOnCare(
  step: Step,
  check: HeldCheck,
  reason: CareReason,
  said: { messageId: string; text: string } | null = null,
): Promise<Ticket> {
  const { community, person } = check;
  const texts = textsFor(community.locale);
  const open = await openTicketOf(step, check.contactId);
  const ticket = open ?? (await openFor(step, check, texts.careSummary(reason, said ? redact(said.text) : ''), said));
  await step.tx.careCheck.update({ where: { id: check.id }, data: { ticketId: ticket.id }, select: { id: true } });
  if (open && said)
    await writeEvent(
      step,
      ticket.id,
      'message_added',
      { part: 'addition' },
      { actorId: check.personId, messageId: said.messageId },
    );
  await showCard(step, community, ticket.id, { occasion: open ? `care:${check.id}` : 'new', anew: open !== null });
  const place = texts.place({ ...(person.home ?? { building: null, unit: null, room: null }), spot: null }, 'full');
  if (open) await callAnew(step, check, ticket);
  const text = texts.careLookIn(ticket.code, person.name, place, reason);
  const { assigneeId } = ticket;
  const word = { purpose: 'escalation', content: { text }, ticketId: ticket.id } as const;
  const told =
    assigneeId !== null &&
    (await sayToPerson(step, { ...word, personId: assigneeId, occasion: `care-look:${check.id}` }));
  if (!told) await tellManagers(step, check, ticket, texts.careNobodyTold(ticket.code));
  return ticket;
}

/** Whoever looked in on them before has to go again: the limit begins anew, and so do the calls. */
async function callAnew(step: Step, { community }: HeldCheck, open: Ticket): Promise<void> {
  const { id } = await holdTicket(step, open.id);
  const own = await underOwnPolicy(step, community, open);
  await endLimits(step, id, ['first_response'], 'cancelledAt');
  await startLimit(step, own, id, { ...careLimit(own.policy, step.now), kind: 'first_response' });
}

/** Without a flat or a name: others read there, and the card has them. */
async function tellManagers(step: Step, { community, id }: HeldCheck, ticket: Ticket, text: string): Promise<void> {
  for (const group of await managersOrStaff(step.tx, community.id)) {
    const dedupeKey = `care-look:${id}:${group.id}`;
    await say(step, {
      conversationId: group.id,
      ticketId: ticket.id,
      purpose: 'escalation',
      content: { text },
      dedupeKey,
    });
    step.rope.lane(group.id);
  }
}

async function openTicketOf(step: Step, contactId: string): Promise<Ticket | null> {
  const earlier = await step.tx.careCheck.findFirst({
    where: { contactId, ticket: { status: { in: openStatuses.filter((status) => status !== 'done') } } },
    orderBy: { askedAt: 'desc' },
    select: { ticketId: true },
  });
  return earlier?.ticketId ? readTicket(step, earlier.ticketId) : null;
}

async function openFor(
  step: Step,
  { id, personId, community, person }: HeldCheck,
  summary: string,
  said: { messageId: string } | null,
): Promise<Ticket> {
  const chat = await step.tx.outboxMessage.findFirst({
    where: { subject: 'care', subjectId: id },
    orderBy: { seq: 'desc' },
    select: { conversationId: true },
  });
  const place = { ...(person.home ?? { building: null, unit: null, room: null }), spot: null };
  const { ticket } = await openTicket(step, community, {
    // Of all kinds a repair is the one for which somebody comes to the door; by when, the policy says for care alone.
    matter: {
      kind: 'repair',
      area: 'service',
      urgency: 'high',
      place,
      summary: Array.from(summary).slice(0, 80).join(''),
      sensitive: true,
    },
    origin: 'direct',
    conversationId: chat?.conversationId ?? null,
    message: said && { id: said.messageId, personId },
    requesterId: personId,
    firstLimit: careLimit(community.policy, step.now),
    explanation: { by: 'care', reasons: [{ what: 'care check-in', weight: 1 }] },
    enteredBy: null,
  });
  return ticket;
}
