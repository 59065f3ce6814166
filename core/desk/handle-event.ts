import type { ChannelEvent } from '../channel/event.ts';
import type { EventHandler } from '../intake/inbox/drain.ts';
import { communityInForce } from '../people/communities.ts';
import { readConversation, type ConversationAtHand } from '../people/conversation.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { tellStaff } from '../tickets/tell.ts';
import { handleEdit, handleRecall } from './edited.ts';
import { botAdded, botRemoved, groupUpgraded, personArrives, personLeaves, revive } from './membership.ts';
import { handleMessage } from './message.ts';
import { handlePress, handleReaction } from './press.ts';
import { handlePollAnswer } from './poll-answer.ts';
import type { DeskTools } from './scene.ts';

/** What the desk makes of events: the one place where they part ways, by type. */
export function createEventHandler(tools: DeskTools): EventHandler {
  return {
    async handle(step, conversationId, event) {
      const conversation = await readConversation(step.tx, conversationId);
      // A group that was upgraded is left under its old id: that is no farewell.
      if (event.type === 'bot_removed' && event.conversation.externalId !== conversation.externalId) return;
      // A vote is told in the voter's direct chat, where the voter may have said nothing yet.
      const isFromThere = event.type !== 'bot_removed' && event.type !== 'member_left' && event.type !== 'poll_answer';
      if (isFromThere) await revive(step, conversation);
      await dispatch(tools, step, conversation, event);
    },

    async giveUp(step, conversationId) {
      const { communityId } = await readConversation(step.tx, conversationId);
      if (!communityId) return;
      const community = await communityInForce(step.tx, communityId, step.now);
      await tellStaff(step, community, {
        ticketId: null,
        purpose: 'question',
        occasion: `intake-fault:${conversationId}:${step.now.toISOString()}`,
        text: () => textsFor(community.locale).intakeFault(),
      });
    },
  };
}

async function dispatch(
  tools: DeskTools,
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEvent,
): Promise<void> {
  switch (event.type) {
    case 'message':
      return handleMessage(tools, step, conversation, event);
    case 'edit':
      return handleEdit(tools, step, conversation, event);
    case 'recall':
      return handleRecall(step, conversation, event);
    case 'button':
      return handlePress(step, conversation, event);
    case 'reaction':
      return handleReaction(step, conversation, event);
    case 'bot_added':
      return botAdded(step, conversation);
    case 'bot_removed':
      return botRemoved(step, conversation);
    case 'member_joined':
      return personArrives(step, conversation, event);
    case 'group_renamed':
      await step.tx.conversation.update({
        where: { id: conversation.id },
        data: { title: event.name },
        select: { id: true },
      });
      return undefined;
    case 'group_upgraded':
      return groupUpgraded(step, conversation, event.newExternalId);
    case 'member_left':
      return personLeaves(step, conversation, event);
    case 'poll_answer':
      return handlePollAnswer(step, conversation, event);
  }
}
