import type { Notice } from '../../../prisma/generated/client.ts';
import type { Due, Look } from '../../clocks/look.ts';
import { say } from '../../outbox/say.ts';
import { communityInForce } from '../../people/communities.ts';
import { staffOrManagers } from '../../people/groups.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { aboutNotice, holdNotice } from '../notice.ts';
import { whereTold } from '../tell-sending.ts';
import { deliveryOf } from './delivery.ts';
import { nameOf } from '../name.ts';
import { lineOf } from './status.ts';
import { unconfirmedPages } from './unconfirmed.ts';

const MINUTE_MS = 60_000;
/** Where something waits for the morning, or a platform is down, it is not looked at every minute. */
const LONGEST_PAUSE_MS = 15 * MINUTE_MS;
/** Words of a notice are worthless by then, whatever keeps them. */
const WATCHED_FOR_MS = 24 * 60 * MINUTE_MS;
const NAMED_AT_MOST = 12;

/**
 * Tells whoever wrote a notice, once, how many were sent and which failed, as soon as nothing is under way any more (P8b). Until then
 * it is looked at again, ever more rarely.
 */
export const tellProgress: Look = async (step, due) => {
  const notice = await noticeOf(step, due);
  if (!notice) return 'no such notice';
  if (notice.state === 'withdrawn' || notice.state === 'discarded') return `it is ${notice.state}`;
  const delivery = await deliveryOf(step.tx, notice.id, NAMED_AT_MOST);
  if (!delivery || delivery.stopped) return 'not sent';
  const age = step.now.getTime() - (notice.liveAt ?? step.now).getTime();
  if (!delivery.finished && age < WATCHED_FOR_MS) {
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(MINUTE_MS / 2, age / 2));
    return { lookAgainAt: new Date(step.now.getTime() + pause) };
  }
  const community = await communityInForce(step.tx, notice.communityId, step.now);
  const texts = textsFor(community.locale);
  const text = texts.noticeProgress({
    ...nameOf(notice),
    channels: delivery.channels,
    // What still waits after a day is told with what failed, or is not sent any more.
    troubled: delivery.troubled.map((target) => lineOf(target, step, community, texts)),
    more: Math.max(0, delivery.inTrouble - delivery.troubled.length),
  });
  await sayIn(step, await whereTold(step, notice), notice, [text], 'progress');
  return 'told';
};

/** Shows the office which flats have not confirmed an emergency, as a list that a guard can walk with (P8b). */
export const showWalkList: Look = async (step, due) => {
  const notice = await noticeOf(step, due);
  if (!notice) return 'no such notice';
  if (notice.state !== 'live') return `it is ${notice.state}`;
  const community = await communityInForce(step.tx, notice.communityId, step.now);
  const pages = await unconfirmedPages(step, notice, textsFor(community.locale));
  await sayIn(
    step,
    (await staffOrManagers(step.tx, notice.communityId)).map(({ id }) => id),
    notice,
    pages,
    'walk-list',
  );
  return 'shown';
};

async function sayIn(
  step: Step,
  conversationIds: string[],
  notice: Notice,
  texts: string[],
  occasion: string,
): Promise<void> {
  for (const conversationId of conversationIds) {
    for (const [index, text] of texts.entries()) {
      await say(step, {
        conversationId,
        about: aboutNotice(notice),
        purpose: occasion === 'walk-list' ? 'escalation' : 'answer',
        content: { text },
        urgent: occasion === 'walk-list',
        dedupeKey: `notice-${occasion}:${notice.id}:${index}:${conversationId}`,
      });
    }
    step.rope.lane(conversationId);
  }
}

const noticeOf = async (step: Step, { subjectId, communityId }: Due): Promise<Notice | null> =>
  subjectId && communityId ? holdNotice(step, communityId, subjectId) : null;
