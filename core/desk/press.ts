import type { ChannelEventOf, EventSender } from '../channel/event.ts';
import { communityInForce } from '../people/communities.ts';
import type { ConversationAtHand } from '../people/conversation.ts';
import { identify } from '../people/identify.ts';
import type { Step } from '../step.ts';
import { readChoiceId } from '../tickets/choice-id.ts';
import { aboutDesks } from './about.ts';
import { choose, rateByChoice } from './choose.ts';
import { thumbUpOnFollowUp } from './follow-up.ts';
import type { Choosing } from './scene.ts';

/** A press on a button, by somebody known, in a conversation of a community. */
async function pressOf(
  step: Step,
  conversation: ConversationAtHand,
  event: { key: string; messageId: string; sender: EventSender },
): Promise<Choosing | null> {
  if (!conversation.communityId) return null;
  const community = await communityInForce(step.tx, conversation.communityId, step.now);
  const { channel, audience } = conversation;
  const speaker = await identify(step.tx, { communityId: community.id, channel, audience }, event.sender);
  if (!speaker) return null;
  // The occasion: the same press delivered twice is the same; the card pressed is what answers reply to.
  const message = { id: `${conversation.id}:${event.key}`, externalId: event.messageId, text: '', attachments: [] };
  return { step, community, conversation, speaker, message, inWords: false };
}

/** A button does what the words beside it say. */
export async function handlePress(
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'button'>,
): Promise<void> {
  const press = await pressOf(step, conversation, event);
  const choice = readChoiceId(event.choiceId);
  if (press && choice) await choose(press, choice);
}

/** A thumb up under "solved?" says that it is, and under "is it still well?" that all is. */
export async function handleReaction(
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'reaction'>,
): Promise<void> {
  const sent = await step.tx.sentMessage.findUnique({
    where: { conversationId_externalId: { conversationId: conversation.id, externalId: event.messageId } },
    select: { outbox: { select: { ticketId: true, purpose: true, subject: true, subjectId: true } } },
  });
  if (sent?.outbox.subject && sent.outbox.subjectId) {
    const press = await pressOf(step, conversation, event);
    if (press) await aboutDesks[sent.outbox.subject].react?.(press, sent.outbox.subjectId, event.emoji);
    return;
  }
  if (!event.emoji.includes('👍')) return;
  const { ticketId, purpose } = sent?.outbox ?? {};
  if (!ticketId || (purpose !== 'rating' && purpose !== 'follow_up')) return;
  const press = await pressOf(step, conversation, event);
  if (press && purpose === 'rating') await rateByChoice(press, ticketId, { kind: 'solved', comment: null });
  if (press && purpose === 'follow_up') await thumbUpOnFollowUp(press, ticketId);
}
