import type { Questionnaire } from '../../../prisma/generated/client.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { dropSubjectDeadlines, setDeadline } from '../../tickets/deadlines.ts';

/**
 * Lets it close later. Who was reminded already is not reminded again. The caller holds it, it is open, and `closesAt` lies ahead.
 */
export async function extendQuestionnaire(
  step: Step,
  community: CommunityInForce,
  { id, closesAt: before }: Questionnaire,
  closesAt: Date,
): Promise<Questionnaire> {
  const deadline = { kind: 'questionnaire' as const, subjectId: id, communityId: community.id };
  await dropSubjectDeadlines(step, { ...deadline, rung: 'close' }, 'extended');
  await setDeadline(step, { ...deadline, rung: 'close', dueAt: closesAt });
  const reminder = await step.tx.deadline.findFirst({
    where: { kind: 'questionnaire', subjectId: id, rung: 'remind', settledAt: null },
    select: { id: true },
  });
  const remindAt = community.calendar.civil(
    new Date(closesAt.getTime() - community.policy.questionnaires.remindBefore),
  );
  if (reminder && remindAt > step.now && remindAt < closesAt) {
    await dropSubjectDeadlines(step, { ...deadline, rung: 'remind' }, 'extended');
    await setDeadline(step, { ...deadline, rung: 'remind', dueAt: remindAt });
  }
  // What still waits to be said is worth saying for as long as it is open.
  await step.tx.$executeRaw`
    UPDATE "Broadcast" SET "expiresAt" = ${closesAt} WHERE "subjectId" = ${id}::uuid AND "expiresAt" = ${before}`;
  return step.tx.questionnaire.update({ where: { id }, data: { closesAt } });
}
