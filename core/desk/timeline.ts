import type { TicketEvent } from '../../prisma/generated/client.ts';
import { isContractor, isStaff } from '../people/roles.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { describeStep } from '../tickets/describe-step.ts';
import { lines } from '../text/layout.ts';
import { viewOf } from '../tickets/ticket.ts';
import { replyTo, textsOf, type Deed } from './scene.ts';
import { whyTicket } from './why-ticket.ts';

/**
 * Shows staff a ticket's whole history, oldest step first, with what residents added in their words, and below it why it exists (P4, law 5). Contractors are not told
 * what residents added, nor the names of residents but that of whoever brought the matter (P9b).
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
  const said = limited ? new Map<bigint, string>() : await wordsOf(scene, events);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const steps = events.map((event) => ({
    at: texts.when(event.at, step.now, community.timeZone),
    who: event.actorId === null ? null : (names.get(event.actorId) ?? null),
    what: describeStep(withWords(event, said), texts, step, community.timeZone),
  }));
  const text = lines(texts.timeline(viewOf(ticket), steps), await whyInWords(scene, ticket));
  await replyTo(scene, 'timeline', { text }, ticket.id);
}

/** What residents added in these steps, as it reads now, by the first step that tells of the message; what was taken back is left out. */
async function wordsOf({ step }: Deed, events: readonly TicketEvent[]): Promise<Map<bigint, string>> {
  const added = events.filter((event) => event.messageId !== null && tellsWords(event));
  const messages = await step.tx.message.findMany({
    where: { id: { in: added.flatMap(({ messageId }) => messageId ?? []) }, recalledAt: null },
    select: { id: true, text: true },
  });
  return new Map(
    messages.flatMap(({ id, text }) => {
      const first = added.find(({ messageId }) => messageId === id);
      return first ? [[first.id, text]] : [];
    }),
  );
}

/** Of what staff take out of an incident, the words are only the command. */
const tellsWords = ({ type, data }: TicketEvent): boolean =>
  type === 'message_added' || (type === 'incident_left' && (data as { why?: unknown }).why === 'one_flat');

function withWords(event: TicketEvent, said: ReadonlyMap<bigint, string>): Pick<TicketEvent, 'type' | 'data'> {
  const text = said.get(event.id);
  return text === undefined ? event : { type: event.type, data: { ...(event.data as object), text } };
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
