import type { FollowUp } from '../../prisma/generated/client.ts';
import type { DueOfTicket } from '../clocks/look.ts';
import { say } from '../outbox/say.ts';
import { managersOrStaff, staffOrManagers } from '../people/groups.ts';
import { sayToPerson } from '../people/reach.ts';
import { limitFor, lineFor } from '../policy/limits.ts';
import type { Rung } from '../policy/policy.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';

/** The rung of the policy's ladder that a deadline of a follow-up stands for; null where it has none. */
export function rungOf({ community, ticket, rung }: DueOfTicket): Rung | null {
  const ladder = lineFor(community.policy, 'follow_up', ticket)?.line.ladder ?? null;
  return (ladder !== null && rung !== null && community.policy.ladders[ladder]?.[rung]) || null;
}

/**
 * A follow-up that was given to somebody is still to be done: they are reminded before its limit, and the office hears of it
 * after (P6c), in the groups and, as the rung has it, in person. The resident is told nothing of it.
 */
export async function climbFollowUp(step: Step, due: DueOfTicket, followUp: FollowUp, rung: Rung): Promise<string> {
  const { ticket, community } = due;
  const limit = limitFor(community.policy, 'follow_up', ticket, followUp.dueAt, community.calendar);
  if (!limit || followUp.personId === null || rung.tell === 'requester') return 'nobody to tell';
  const leftMs = limit.dueAt.getTime() - step.now.getTime();
  const isReminder = rung.tell === 'assignee';
  // Late, after an outage: what comes after the limit speaks for itself.
  if (isReminder && leftMs <= 0) return 'limit passed';
  const caller = await step.tx.person.findUnique({ where: { id: followUp.personId }, select: { name: true } });
  const texts = textsFor(community.locale);
  const name = caller?.name ?? '';
  const text =
    leftMs > 0
      ? texts.followUpReminder(ticket.code, name, texts.duration(leftMs))
      : texts.followUpLate(ticket.code, name, texts.duration(-leftMs));
  const purpose = isReminder ? 'reminder' : 'escalation';
  const word = { ticketId: ticket.id, purpose, content: { text } } as const;
  const toManagers = rung.tell === 'manager' || rung.tell === 'supervisor';
  const groups = await (toManagers ? managersOrStaff : staffOrManagers)(step.tx, community.id);
  for (const { id: conversationId } of rung.by === 'direct' ? [] : groups) {
    await say(step, { ...word, conversationId, dedupeKey: `follow-up-rung:${due.id}:${conversationId}` });
    step.rope.lane(conversationId);
  }
  for (const personId of rung.by === 'group' ? [] : await inPerson(step, community.id, rung, followUp.personId)) {
    await sayToPerson(step, { ...word, personId, occasion: `follow-up-rung:${due.id}` });
  }
  return 'done';
}

async function inPerson(step: Step, communityId: string, { tell }: Rung, callerId: string): Promise<string[]> {
  if (tell !== 'manager' && tell !== 'supervisor') return [callerId];
  const grants = await step.tx.roleGrant.findMany({
    where: { communityId, role: tell, revokedAt: null },
    distinct: ['personId'],
    orderBy: { personId: 'asc' },
    select: { personId: true },
  });
  return grants.map(({ personId }) => personId);
}
