import type { ChannelEventOf } from '../channel/event.ts';
import { communityInForce } from '../people/communities.ts';
import { readConversation, type ConversationAtHand } from '../people/conversation.ts';
import { identify } from '../people/identify.ts';
import type { Step } from '../step.ts';
import { aboutDesks } from './about.ts';

/**
 * Somebody answered a poll of the platform, or took their answer back. Platforms tell of it without saying where the poll stands
 * (Telegram: as if in the voter's direct chat), so the word is found by the poll's id, on the same account.
 */
export async function handlePollAnswer(
  step: Step,
  { channel, account }: ConversationAtHand,
  event: ChannelEventOf<'poll_answer'>,
): Promise<void> {
  const sent = await step.tx.sentMessage.findFirst({
    where: { pollId: event.pollId, conversation: { channel, account } },
    select: {
      externalId: true,
      conversationId: true,
      outbox: { select: { subject: true, subjectId: true } },
    },
  });
  if (!sent?.outbox.subject || !sent.outbox.subjectId) return;
  const conversation = await readConversation(step.tx, sent.conversationId);
  if (!conversation.communityId) return;
  const community = await communityInForce(step.tx, conversation.communityId, step.now);
  const { audience } = conversation;
  const speaker = await identify(step.tx, { communityId: community.id, channel, audience }, event.sender);
  if (!speaker) return;
  const message = { id: `${conversation.id}:${event.key}`, externalId: sent.externalId, text: '', attachments: [] };
  const choosing = { step, community, conversation, speaker, message, inWords: false };
  await aboutDesks[sent.outbox.subject].vote?.(choosing, sent.outbox.subjectId, event.options);
}
