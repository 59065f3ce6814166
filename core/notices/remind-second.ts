import type { Choice } from '../channel/outgoing.ts';
import type { Look } from '../clocks/look.ts';
import { say } from '../outbox/say.ts';
import { communityInForce } from '../people/communities.ts';
import { managersOrStaff } from '../people/groups.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import type { Texts } from '../text/texts.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Notice } from '../../prisma/generated/client.ts';
import { firstLine } from './contents.ts';
import { fingerprint } from './draft.ts';
import { aboutNotice, holdNotice } from './notice.ts';

/** `rung` of the deadline at which the managers are reminded that one of them has to agree. */
export const SECOND = 'second';

/** The outcome of that deadline once they were. */
export const REMINDED = 'reminded';

/** What a second manager can do with a notice, as it stands now. */
export const secondChoices = (texts: Texts, notice: Notice): Choice[][] => [
  [
    { id: choiceIds.about('notice', `agree.${fingerprint(notice)}`, notice.id), label: texts.noticeAgree() },
    { id: choiceIds.about('notice', 'refuse', notice.id), label: texts.noticeRefuse() },
  ],
];

/** Nobody has agreed to a notice for a while: the managers are reminded, once (P8a). */
export const remindSecond: Look = async (step, { id: deadlineId, subjectId, communityId }) => {
  const notice = subjectId && communityId ? await holdNotice(step, communityId, subjectId) : null;
  if (notice?.state !== 'awaiting') return 'settled before';
  const community = await communityInForce(step.tx, notice.communityId, step.now);
  const texts = textsFor(community.locale);
  for (const { id } of await managersOrStaff(step.tx, community.id)) {
    await say(step, {
      conversationId: id,
      about: aboutNotice(notice),
      purpose: 'question',
      urgent: notice.level === 'emergency',
      content: {
        text: texts.noticeSecondWaits(notice.number, firstLine(notice.text)),
        choices: secondChoices(texts, notice),
      },
      dedupeKey: `notice-second-again:${deadlineId}:${id}`,
      expiresAt: null,
    });
    step.rope.lane(id);
  }
  return REMINDED;
};
