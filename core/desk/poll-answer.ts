import type { ChannelEventOf } from '../channel/event.ts';
import type { ConversationAtHand } from '../people/conversation.ts';
import type { Step } from '../step.ts';

/** Somebody answered a poll of the platform, or took their answer back. */
export function handlePollAnswer(
  _step: Step,
  _conversation: ConversationAtHand,
  _event: ChannelEventOf<'poll_answer'>,
): Promise<void> {
  return Promise.resolve();
}
