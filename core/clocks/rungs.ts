import type { Limit } from '../../prisma/generated/client.ts';
import { say } from '../outbox/say.ts';
import { managersOrStaff } from '../people/groups.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { tellStaff } from '../tickets/tell.ts';
import { viewOf, writeEvent } from '../tickets/ticket.ts';
import type { DueOfTicket } from './look.ts';

/** A limit that is met, cancelled, or belongs to a ticket that is over wants nothing any more. */
export function runningLimit({ ticket, limit }: DueOfTicket): Limit | null {
  const over = ['done', 'closed', 'merged', 'dismissed'].includes(ticket.status);
  return limit && !limit.metAt && !limit.cancelledAt && !over ? limit : null;
}

export async function remind(step: Step, deadline: DueOfTicket): Promise<string> {
  const { ticket, community } = deadline;
  const limit = runningLimit(deadline);
  if (!limit) return 'answered';
  // Late, after an outage: the escalation speaks for itself.
  if (limit.dueAt <= step.now) return 'limit passed';
  await tellStaff(step, community, {
    ticketId: ticket.id,
    purpose: 'reminder',
    occasion: `remind:${deadline.id}`,
    text: (texts) => texts.reminder(viewOf(ticket), texts.duration(limit.dueAt.getTime() - step.now.getTime())),
  });
  await writeEvent(step, ticket.id, 'reminded', { limit: limit.id, clause: limit.clause });
  return 'done';
}

export async function escalate(step: Step, deadline: DueOfTicket): Promise<string> {
  const { ticket, community } = deadline;
  const limit = runningLimit(deadline);
  if (!limit) return 'answered';
  const texts = textsFor(community.locale);
  const late = texts.duration(step.now.getTime() - limit.dueAt.getTime());
  for (const group of await managersOrStaff(step.tx, community.id)) {
    await say(step, {
      conversationId: group.id,
      ticketId: ticket.id,
      purpose: 'escalation',
      urgent: ticket.urgency === 'emergency',
      content: { text: texts.escalation(viewOf(ticket), late) },
      dedupeKey: `escalate:${deadline.id}:${group.id}`,
    });
    step.rope.lane(group.id);
  }
  return 'done';
}
