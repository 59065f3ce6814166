import { isContractor, isStaff } from '../people/roles.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { describeStep } from '../tickets/describe-step.ts';
import { lines } from '../text/layout.ts';
import { viewOf } from '../tickets/ticket.ts';
import { replyTo, textsOf, type Deed } from './scene.ts';
import { whyTicket } from './why-ticket.ts';

/**
 * Shows staff a ticket's whole history, oldest step first, and below it why it exists (P4, law 5). Contractors are not told the names of residents but that of
 * whoever brought the matter (P9b).
 */
export async function showTimeline(scene: Deed, ticket: Ticket): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const events = await step.tx.ticketEvent.findMany({ where: { ticketId: ticket.id }, orderBy: { id: 'asc' } });
  const actorIds = events.flatMap(({ actorId }) => actorId ?? []);
  const actors = await step.tx.person.findMany({
    where: { id: { in: actorIds } },
    select: { id: true, name: true, roles: true },
  });
  const limited = isContractor(scene.speaker?.roles ?? []);
  const named = actors.filter(
    ({ id, roles }) => !limited || id === ticket.requesterId || isStaff(roles.map(({ role }) => role)),
  );
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const steps = events.map((event) => ({
    at: texts.when(event.at, step.now, community.timeZone),
    who: event.actorId === null ? null : (names.get(event.actorId) ?? null),
    what: describeStep(event, texts, step, community.timeZone),
  }));
  const text = lines(texts.timeline(viewOf(ticket), steps), await whyInWords(scene, ticket));
  await replyTo(scene, 'timeline', { text }, ticket.id);
}

async function whyInWords(scene: Deed, ticket: Ticket): Promise<string> {
  const { tx } = scene.step;
  const message =
    ticket.firstMessageId === null
      ? null
      : await tx.message.findUnique({ where: { id: ticket.firstMessageId }, select: { text: true } });
  const { actFrom } = scene.community.policy.understanding;
  const why = whyTicket(ticket.explanation, message?.text ?? '', actFrom);
  return why ? textsOf(scene).whyTicket(why) : '';
}
