import { isContractor, isStaff } from '../people/roles.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { describeStep } from '../tickets/describe-step.ts';
import { viewOf } from '../tickets/ticket.ts';
import { replyTo, textsOf, type Deed } from './scene.ts';

/**
 * Shows staff a ticket's whole history, oldest step first (P4, law 5). Contractors are not told the names of residents but that of
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
  await replyTo(scene, 'timeline', { text: texts.timeline(viewOf(ticket), steps) }, ticket.id);
}
