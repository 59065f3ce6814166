import type { Notice } from '../../prisma/generated/client.ts';
import { say } from '../outbox/say.ts';
import { managersOrStaff } from '../people/groups.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { firstLine } from './contents.ts';
import { aboutNotice } from './notice.ts';

/** Where its progress is told: where it was written, as long as that is there, otherwise to the managers. */
export async function whereTold(step: Step, notice: Notice): Promise<string[]> {
  const written = notice.conversationId
    ? await step.tx.conversation.findFirst({
        where: { id: notice.conversationId, state: 'active' },
        select: { id: true },
      })
    : null;
  if (written) return [written.id];
  return (await managersOrStaff(step.tx, notice.communityId)).map(({ id }) => id);
}

/** Tells whoever wrote it that it goes out now; a reply to that corrects or ends it. */
export async function tellSending(step: Step, community: CommunityInForce, notice: Notice): Promise<void> {
  const texts = textsFor(community.locale);
  await tellWriter(step, notice, 'sending', texts.noticeGoesOut(notice.number, firstLine(notice.text)));
}

/** Says something about a notice where it was written, once on each occasion. */
export async function tellWriter(step: Step, notice: Notice, occasion: string, text: string): Promise<void> {
  for (const conversationId of await whereTold(step, notice)) {
    await say(step, {
      conversationId,
      about: aboutNotice(notice),
      purpose: 'note',
      content: { text },
      dedupeKey: `notice-${occasion}:${notice.id}:${conversationId}`,
    });
    step.rope.lane(conversationId);
  }
}
