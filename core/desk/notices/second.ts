import type { Notice } from '../../../prisma/generated/client.ts';
import type { OutgoingContent } from '../../channel/outgoing.ts';
import { firstLine } from '../../notices/contents.ts';
import { aboutNotice } from '../../notices/notice.ts';
import { secondChoices } from '../../notices/remind-second.ts';
import { whereTold } from '../../notices/tell-sending.ts';
import { say } from '../../outbox/say.ts';
import { managersOrStaff } from '../../people/groups.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { replyTo, textsOf, type Choosing } from '../scene.ts';
import { previewOf, retirePreviews, secondKey } from './preview.ts';

/** Brings a notice that one manager has confirmed before the others, exactly as it will be told (P8a). */
export async function askSecond(choosing: Choosing, notice: Notice): Promise<void> {
  const { step, community, conversation, message, speaker } = choosing;
  const texts = textsFor(community.locale);
  const handedIn = texts.noticeHandedIn(notice.number);
  await retirePreviews(step, notice, null);
  const preview = await previewOf(step, community, notice);
  const content: OutgoingContent = {
    text: texts.noticeAskSecond(preview, speaker.name),
    choices: secondChoices(texts, notice),
    ...(notice.attachmentIds.length > 0 ? { attachmentIds: notice.attachmentIds } : {}),
  };
  const groups = await managersOrStaff(step.tx, community.id);
  for (const { id } of groups) {
    await say(step, {
      conversationId: id,
      about: aboutNotice(notice),
      purpose: 'question',
      content,
      dedupeKey: `${secondKey(notice)}${message.id}:${id}`,
      expiresAt: null,
    });
    step.rope.lane(id);
  }
  if (!groups.some(({ id }) => id === conversation.id))
    await replyTo(choosing, 'notice', { text: handedIn }, null, aboutNotice(notice));
}

/**
 * Says what became of it, once it is confirmed, agreed to or refused: here, and where it was written. Choices that no longer count are
 * taken away where words can be changed.
 */
export async function tellOutcome(choosing: Choosing, notice: Notice, refused: string | null = null): Promise<void> {
  const { step, community, conversation, message } = choosing;
  const texts = textsOf(choosing);
  const { number, sendAt, text } = notice;
  const outcome =
    refused ??
    (notice.state === 'scheduled' && sendAt
      ? texts.noticeScheduled(number, texts.when(sendAt, step.now, community.timeZone), notice.repeat !== null)
      : texts.noticeGoesOut(number, firstLine(text)));
  const content: OutgoingContent = {
    text: outcome,
    ...(notice.state === 'scheduled'
      ? { choices: [[{ id: choiceIds.about('notice', 'back', notice.id), label: texts.noticeTakeBackChoice() }]] }
      : {}),
  };
  await retirePreviews(step, notice, null);
  await replyTo(choosing, 'notice', content, null, aboutNotice(notice));
  for (const id of await whereTold(step, notice)) {
    if (id === conversation.id) continue;
    const dedupeKey = `notice-outcome:${notice.id}:${notice.state}:${message.id}:${id}`;
    await say(step, { conversationId: id, about: aboutNotice(notice), purpose: 'note', content, dedupeKey });
    step.rope.lane(id);
  }
}
