import type { Logger } from 'pino';
import type { DeadlineKind } from '../../prisma/generated/enums.ts';
import { holdAccount } from '../accounts/hold-account.ts';
import { lookAtAccount } from '../accounts/look.ts';
import { feedBroadcast } from '../outbox/broadcast/feed.ts';
import { sayDigest } from '../outbox/restraint/digest.ts';
import { lookAtNotice } from '../notices/due.ts';
import { lookAtPublication } from '../notices/publications/due.ts';
import { lookAtCare } from '../notices/care/due.ts';
import { lookAtFees } from '../notices/fees/due.ts';
import { lookAtQuestionnaire } from '../surveys/questionnaires/due.ts';
import { lookAtConsultation } from '../surveys/consultations/due.ts';
import { lookAtActivity } from '../activities/due.ts';
import { lookAtOpinion } from '../intake/opinion/due.ts';
import { lookAtShadow } from '../intake/shadow/due.ts';
import { followUpDue } from '../follow-ups/due.ts';
import { checkHealth } from '../health/check.ts';
import { communityOfTicket } from '../people/communities.ts';
import { runStep, type StepTools } from '../run-step.ts';
import { moveDeadline } from '../tickets/deadlines.ts';
import { passUnaccepted } from '../tickets/pass-back.ts';
import { holdTicket } from '../tickets/ticket.ts';
import { breach } from './breach.ts';
import { closeUnanswered, remindToRate } from './closing.ts';
import { leaveUnlinked } from './leaving.ts';
import type { DueOfTicket, Look } from './look.ts';
import { escalate } from './escalate.ts';
import { remind } from './remind.ts';
import { holdReminders } from './reminders-together.ts';

const ofTicket =
  (look: Look<DueOfTicket>): Look =>
  async (step, deadline, log) => {
    if (!deadline.ticketId) return 'no ticket';
    const ticket = await holdTicket(step, deadline.ticketId);
    const community = await communityOfTicket(step.tx, ticket);
    return look(step, { ...deadline, ticket, community }, log);
  };

/** What is done when the time of a deadline has come. */
const looks: Record<DeadlineKind, Look> = {
  remind: ofTicket(remind),
  escalate: ofTicket(escalate),
  breach: ofTicket(breach),
  pass_unaccepted: ofTicket(passUnaccepted),
  rating_reminder: ofTicket(remindToRate),
  close_unanswered: ofTicket(closeUnanswered),
  follow_up: ofTicket(followUpDue),
  leave_unlinked: leaveUnlinked,
  health_check: checkHealth,
  account_watch: async (step, { id, channel, account }, log) =>
    channel && account ? lookAtAccount(step, { channel, account }, id, log) : 'no account',
  broadcast: feedBroadcast,
  digest: sayDigest,
  notice: lookAtNotice,
  publication: lookAtPublication,
  care: lookAtCare,
  fees: lookAtFees,
  questionnaire: lookAtQuestionnaire,
  consultation: lookAtConsultation,
  activity: lookAtActivity,
  opinion: lookAtOpinion,
  shadow: lookAtShadow,
};

/**
 * Looks at a deadline whose time has come, does what the policy wants and settles it, all in one transaction: however often,
 * and by however many processes, the bell is rung, it is done once (law 2, P6c). Before its time nothing happens.
 */
export function createDueHandler(tools: StepTools & { log: Logger }): (deadlineId: string) => Promise<void> {
  return (deadlineId) =>
    runStep(tools, async (step) => {
      const select = { kind: true, personId: true, ticketId: true, channel: true, account: true };
      const known = await step.tx.deadline.findUnique({ where: { id: deadlineId }, select });
      // Reminders of one person come together: they are looked at one after the other, and never wait for each other's tickets.
      if (known?.kind === 'remind' && known.personId) await holdReminders(step, known.personId);
      // The ticket first, as whoever works on it does: two that wait for each other would both lose time.
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
      const looked = await looks[deadline.kind](step, deadline, tools.log);
      if (typeof looked !== 'string') {
        await moveDeadline(step, deadline.id, looked.lookAgainAt);
        tools.log.info({ deadlineId, kind: deadline.kind, until: looked.lookAgainAt }, 'deadline put off');
        return;
      }
      await step.tx.deadline.update({
        where: { id: deadline.id },
        data: { settledAt: step.now, outcome: looked },
        select: { id: true },
      });
      tools.log.info({ deadlineId, kind: deadline.kind, outcome: looked }, 'deadline settled');
    });
}
