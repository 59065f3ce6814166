import { say } from '../outbox/say.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Due } from './look.ts';

/** Says why, and goes. */
export async function leaveUnlinked(step: Step, deadline: Due): Promise<string> {
  const conversation = deadline.conversationId
    ? await step.tx.conversation.findUnique({ where: { id: deadline.conversationId } })
    : null;
  if (!conversation || conversation.communityId || conversation.state !== 'active') return 'linked or gone';
  const text = `${textsFor('zh-CN').leavingUnlinked()}\n\n${textsFor('en').leavingUnlinked()}`;
  await say(step, {
    conversationId: conversation.id,
    purpose: 'introduction',
    content: { text, leave: true },
    dedupeKey: `leave:${deadline.id}`,
  });
  step.rope.lane(conversation.id);
  return 'done';
}
