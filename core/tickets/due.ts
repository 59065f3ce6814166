import type { Logger } from 'pino';
import type { Deadline, Limit } from '../../prisma/generated/client.ts';
import { holdAccount } from '../accounts/hold-account.ts';
import { lookAtAccount } from '../accounts/look.ts';
import { runStep, type StepTools } from '../run-step.ts';
import { say } from '../outbox/say.ts';
import { communityInForce, type CommunityInForce } from '../people/communities.ts';
import { managersOrStaff } from '../people/groups.ts';
import { civilTime } from '../policy/limits.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { ratingChoices } from './answer.ts';
import { showCard } from './cards.ts';
import { setDeadline } from './deadlines.ts';
import { tellResident, tellStaff } from './tell.ts';
import { holdTicket, viewOf, writeEvent, type Ticket } from './ticket.ts';

type Due = Deadline & { limit: Limit | null };

const DAY_MS = 24 * 3_600_000;

/**
 * Looks at a deadline whose time has come, does what the policy wants and settles it, all in one transaction: however often,
 * and by however many processes, the bell is rung, it is done once (law 2, P6c). Before its time nothing happens.
 */
export function createDueHandler(tools: StepTools & { log: Logger }): (deadlineId: string) => Promise<void> {
  return (deadlineId) =>
    runStep(tools, async (step) => {
      // The ticket first, as whoever works on it does: two that wait for each other would both lose time.
      const select = { ticketId: true, channel: true, account: true };
      const known = await step.tx.deadline.findUnique({ where: { id: deadlineId }, select });
      if (known?.ticketId) await holdTicket(step, known.ticketId);
      if (known?.channel && known.account)
        await holdAccount(step.tx, { channel: known.channel, account: known.account });
      await step.tx.$queryRaw`SELECT 1 FROM "Deadline" WHERE id = ${deadlineId}::uuid FOR NO KEY UPDATE`;
      const deadline = await step.tx.deadline.findUnique({ where: { id: deadlineId }, include: { limit: true } });
      if (!deadline || deadline.settledAt) return;
      if (deadline.dueAt > step.now) {
        step.rope.deadline(deadline.id, deadline.dueAt);
        return;
      }
      const outcome = await lookAt(step, deadline, tools.log);
      await step.tx.deadline.update({
        where: { id: deadline.id },
        data: { settledAt: step.now, outcome },
        select: { id: true },
      });
      tools.log.info({ deadlineId, kind: deadline.kind, outcome }, 'deadline settled');
    });
}

async function lookAt(step: Step, deadline: Due, log: Logger): Promise<string> {
  if (deadline.kind === 'leave_unlinked') return leaveUnlinked(step, deadline);
  if (deadline.kind === 'account_watch') {
    const { channel, account } = deadline;
    return channel && account ? lookAtAccount(step, { channel, account }, deadline.id, log) : 'no account';
  }
  if (!deadline.ticketId) return 'no ticket';
  const ticket = await holdTicket(step, deadline.ticketId);
  const community = await communityInForce(step.tx, ticket.communityId, step.now);
  switch (deadline.kind) {
    case 'remind':
      return remind(step, community, ticket, deadline);
    case 'escalate':
      return escalate(step, community, ticket, deadline);
    case 'rating_reminder':
      return remindToRate(step, community, ticket, deadline);
    case 'close_unanswered':
      return closeUnanswered(step, community, ticket);
  }
}

/** A limit that is met, cancelled, or belongs to a ticket that is over wants nothing any more. */
function runningLimit(ticket: Ticket, { limit }: Due): Limit | null {
  const over = ['done', 'closed', 'merged', 'dismissed'].includes(ticket.status);
  return limit && !limit.metAt && !limit.cancelledAt && !over ? limit : null;
}

async function remind(step: Step, community: CommunityInForce, ticket: Ticket, deadline: Due): Promise<string> {
  const limit = runningLimit(ticket, deadline);
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

async function escalate(step: Step, community: CommunityInForce, ticket: Ticket, deadline: Due): Promise<string> {
  const limit = runningLimit(ticket, deadline);
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
  await writeEvent(step, ticket.id, 'breached', {
    limit: limit.id,
    clause: limit.clause,
    dueAt: limit.dueAt.toISOString(),
  });
  return 'done';
}

/** Asked once, reminded at most once, and not at night (P7a). */
async function remindToRate(step: Step, community: CommunityInForce, ticket: Ticket, deadline: Due): Promise<string> {
  if (ticket.status !== 'done') return 'answered';
  if (await isUntold(step, ticket)) return askLater(step, ticket, 'rating_reminder');
  const civil = civilTime(step.now, community.policy.quietHours, community.timeZone);
  if (civil > step.now) {
    await setDeadline(step, { kind: 'rating_reminder', dueAt: civil, ticketId: ticket.id });
    return 'put off to the morning';
  }
  await tellResident(step, community, ticket, {
    purpose: 'rating',
    text: (texts) => texts.ratingReminder(ticket.code),
    inPublic: (texts) => texts.ratingReminder(ticket.code),
    choices: (texts) => ratingChoices(ticket.id, texts.notSolved()),
    occasion: `rating-reminder:${deadline.id}`,
  });
  return 'done';
}

/** "Done; is it solved?" still waits to be said: the platform is away, or somebody stopped what we send. */
async function isUntold({ tx }: Step, ticket: Ticket): Promise<boolean> {
  const waiting = { ticketId: ticket.id, purpose: 'rating' as const, state: 'pending' as const };
  return (await tx.outboxMessage.findFirst({ where: waiting, select: { id: true } })) !== null;
}

/** Who was not asked yet is not reminded, nor taken to have nothing against it (P6d). */
async function askLater(step: Step, ticket: Ticket, kind: 'rating_reminder' | 'close_unanswered'): Promise<string> {
  await setDeadline(step, { kind, dueAt: new Date(step.now.getTime() + DAY_MS), ticketId: ticket.id });
  return 'not asked yet';
}

/** Nobody contested it: closed, and counted apart from what was confirmed (P6d). */
async function closeUnanswered(step: Step, community: CommunityInForce, ticket: Ticket): Promise<string> {
  if (ticket.status !== 'done') return 'answered';
  if (await isUntold(step, ticket)) return askLater(step, ticket, 'close_unanswered');
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: { status: 'closed', closedAt: step.now },
    select: { id: true },
  });
  await writeEvent(step, ticket.id, 'closed', { why: 'unanswered' });
  await showCard(step, community, ticket.id, { occasion: `closed:${ticket.reopenedCount}` });
  return 'done';
}

/** Says why, and goes. */
async function leaveUnlinked(step: Step, deadline: Due): Promise<string> {
  const conversation = deadline.conversationId
    ? await step.tx.conversation.findUnique({ where: { id: deadline.conversationId } })
    : null;
  if (!conversation || conversation.communityId || conversation.state !== 'active') return 'linked or gone';
  const text = `${textsFor('zh-CN').leavingUnlinked()}\n\n${textsFor('en').leavingUnlinked()}`;
  await say(step, {
    conversationId: conversation.id,
    purpose: 'introduction',
    content: { text, leave: true },
    dedupeKey: `leave:${deadline.id}`,
  });
  step.rope.lane(conversation.id);
  return 'done';
}
