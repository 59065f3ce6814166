import type { Look } from '../clocks/look.ts';
import { say } from '../outbox/say.ts';
import { communityInForce } from '../people/communities.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { textsFor } from '../text/texts-for.ts';
import { firstLine } from './contents.ts';
import { aboutNotice } from './notice.ts';
import { whereTold } from './tell-sending.ts';

/** What was announced should be over by now: whoever told it is asked whether it is, or takes longer. Residents are told by people only. */
export const askWhetherOver: Look = async (step, { id: deadlineId, subjectId }) => {
  if (!subjectId) return 'no notice';
  await step.tx.$queryRaw`SELECT 1 FROM "Notice" WHERE id = ${subjectId}::uuid FOR NO KEY UPDATE`;
  const notice = await step.tx.notice.findUnique({ where: { id: subjectId } });
  if (notice?.state !== 'live' || !notice.endsAt) return 'over already';
  if (notice.endsAt > step.now) return 'extended';
  const community = await communityInForce(step.tx, notice.communityId, step.now);
  const texts = textsFor(community.locale);
  for (const conversationId of await whereTold(step, notice)) {
    await say(step, {
      conversationId,
      about: aboutNotice(notice),
      purpose: 'question',
      content: {
        text: texts.noticeIsItOver(notice.number, firstLine(notice.text)),
        choices: [
          [
            { id: choiceIds.about('notice', 'end', notice.id), label: texts.noticeEndChoice() },
            { id: choiceIds.about('notice', 'later', notice.id), label: texts.noticeLaterChoice() },
          ],
        ],
      },
      dedupeKey: `notice-over:${deadlineId}:${conversationId}`,
    });
    step.rope.lane(conversationId);
  }
  return 'asked';
};
