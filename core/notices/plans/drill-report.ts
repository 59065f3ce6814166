import type { Notice } from '../../../prisma/generated/client.ts';
import type { Look } from '../../clocks/look.ts';
import { say } from '../../outbox/say.ts';
import { communityInForce, type CommunityInForce } from '../../people/communities.ts';
import { managersOrStaff } from '../../people/groups.ts';
import type { Step } from '../../step.ts';
import type { DrillView } from '../../text/plans/texts.ts';
import { textsFor } from '../../text/texts-for.ts';
import { dropSubjectDeadlines } from '../../tickets/deadlines.ts';
import { aboutNotice } from '../notice.ts';
import { callOccasion } from './carry-out.ts';
import { planTitle } from './plan.ts';

/** The time for a drill is over: its report comes, with whoever has not answered. */
export const drillDue: Look = async (step, { subjectId }) => {
  const notice = subjectId ? await step.tx.notice.findUnique({ where: { id: subjectId } }) : null;
  if (!notice?.isDrill) return 'no drill';
  await reportDrill(step, await communityInForce(step.tx, notice.communityId, step.now), notice);
  return 'reported';
};

/** Tells the managers how a drill went, once. Everything it says is read from rows, so that it can be looked at for ever. */
export async function reportDrill(step: Step, community: CommunityInForce, notice: Notice): Promise<void> {
  const text = textsFor(community.locale).drillReport(await drillView(step, community, notice));
  for (const group of await managersOrStaff(step.tx, community.id)) {
    await say(step, {
      conversationId: group.id,
      about: aboutNotice(notice),
      purpose: 'answer',
      content: { text },
      dedupeKey: `drill-report:${notice.id}:${group.id}`,
    });
    step.rope.lane(group.id);
  }
}

/** Whether everybody who was called has answered, and somebody was. */
export async function allAnswered(step: Step, noticeId: string): Promise<boolean> {
  const calls = await callsOf(step, noticeId);
  return calls.length > 0 && calls.every(({ answeredAt }) => answeredAt !== null);
}

/** The report need not wait any longer. */
export const endDrill = (step: Step, noticeId: string): Promise<void> =>
  dropSubjectDeadlines(step, { kind: 'notice', subjectId: noticeId, rung: 'drill' }, 'all have answered');

export async function drillView(step: Step, community: CommunityInForce, notice: Notice): Promise<DrillView> {
  const { locale, timeZone } = community;
  const texts = textsFor(locale);
  const plan = await step.tx.emergencyPlan.findUnique({ where: { id: notice.planId ?? notice.id } });
  const startedAt = notice.liveAt ?? notice.draftedAt;
  const after = (at: Date | null): string | null => at && texts.duration(at.getTime() - startedAt.getTime());
  const words = await step.tx.outboxMessage.findMany({
    where: {
      subjectId: notice.id,
      OR: [{ broadcastId: { not: null } }, { dedupeKey: { startsWith: 'plan-' } }],
    },
    select: { state: true, settledAt: true },
  });
  const sent = words.filter(({ state }) => state === 'sent').flatMap(({ settledAt }) => settledAt ?? []);
  const ordered = sent.sort((a, b) => a.getTime() - b.getTime());
  const failed = words.filter(({ state }) => state === 'failed' || state === 'dropped').length;
  const isWhole = words.length > 0 && sent.length === words.length;
  const calls = await callsOf(step, notice.id);
  return {
    name: plan ? planTitle(plan.kind, locale) : '',
    number: notice.number,
    startedAt: texts.when(startedAt, step.now, timeZone),
    prepared: texts.duration(startedAt.getTime() - notice.draftedAt.getTime()),
    firstTold: after(ordered[0] ?? null),
    allTold: isWhole ? after(ordered.at(-1) ?? null) : null,
    told: sent.length,
    failed,
    calls: calls.map(({ name, answeredAt }) => ({ name, answered: after(answeredAt) })),
  };
}

/** Who was called, in the order of the calls, and when each answered. */
async function callsOf({ tx }: Step, noticeId: string): Promise<{ name: string; answeredAt: Date | null }[]> {
  const words = await tx.outboxMessage.findMany({
    where: { subjectId: noticeId, dedupeKey: { startsWith: callOccasion(noticeId) }, recipientId: { not: null } },
    distinct: ['recipientId'],
    orderBy: { seq: 'asc' },
    select: { recipientId: true, recipient: { select: { name: true } } },
  });
  const receipts = await tx.noticeReceipt.findMany({ where: { noticeId }, select: { personId: true, at: true } });
  return words.map(({ recipientId, recipient }) => ({
    name: recipient?.name ?? '?',
    answeredAt: receipts.find(({ personId }) => personId === recipientId)?.at ?? null,
  }));
}
