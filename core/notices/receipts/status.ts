import type { Notice } from '../../../prisma/generated/client.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import type { NoticeStatusView, TroubledLine } from '../../text/receipts/texts.ts';
import type { Texts } from '../../text/texts.ts';
import type { TargetView } from '../../outbox/broadcast/standing.ts';
import { nameOf } from '../name.ts';
import { REMINDED, SECOND } from '../remind-second.ts';
import { deliveryOf } from './delivery.ts';
import { confirmedWithoutFlat, householdsOf } from './households.ts';

/** So many conversations in trouble are named. */
const NAMED_AT_MOST = 8;

/** How a notice stands: what was sent where, what failed and why, and how many households have confirmed it (P8b). */
export async function statusOf(
  step: Step,
  community: CommunityInForce,
  notice: Notice,
  texts: Texts,
): Promise<NoticeStatusView> {
  const delivery = await deliveryOf(step.tx, notice.id, NAMED_AT_MOST);
  const troubled = (delivery?.troubled ?? []).map((target) => lineOf(target, step, community, texts));
  const households = notice.asksReceipt ? await householdsOf(step.tx, notice) : null;
  return {
    ...nameOf(notice),
    level: notice.level,
    state: notice.state,
    sentAt: notice.liveAt && texts.when(notice.liveAt, step.now, community.timeZone),
    channels: delivery?.channels ?? [],
    troubled,
    more: Math.max(0, (delivery?.inTrouble ?? 0) - troubled.length),
    awaits: notice.state === 'awaiting' ? await awaitsOf(step, community, notice, texts) : null,
    receipts: households && {
      households: households.length,
      confirmed: (notice.confirmedOnce ?? 0) + households.filter(({ confirmed }) => confirmed).length,
      withoutFlat: await confirmedWithoutFlat(step.tx, notice),
    },
  };
}

/** Since when it waits for a second manager, and whether they were reminded. */
async function awaitsOf(
  step: Step,
  { timeZone }: CommunityInForce,
  { id, confirmedAt }: Notice,
  texts: Texts,
): Promise<NoticeStatusView['awaits']> {
  const reminded = await step.tx.deadline.count({
    where: { kind: 'notice', subjectId: id, rung: SECOND, outcome: REMINDED, dueAt: { gte: confirmedAt ?? step.now } },
  });
  return { since: texts.when(confirmedAt ?? step.now, step.now, timeZone), isReminded: reminded > 0 };
}

/** A conversation that waits or failed, in words. */
export function lineOf(
  { title, channel, state, reason, notBefore }: TargetView,
  step: Step,
  community: CommunityInForce,
  texts: Texts,
): TroubledLine {
  const waits = state === 'planned' || state === 'queued';
  const isAhead = waits && notBefore !== null && notBefore > step.now;
  return {
    title,
    channel,
    state,
    reason,
    until: isAhead ? texts.when(notBefore, step.now, community.timeZone) : null,
  };
}
