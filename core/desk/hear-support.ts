import { addMessage } from '../tickets/add-message.ts';
import { readCode } from '../tickets/code.ts';
import { workStatuses } from '../tickets/ticket.ts';
import { fold } from './fold.ts';
import type { Scene } from './scene.ts';
import { noteAct } from './note-act.ts';

const support =
  /^(?:\+\s*1|(?:我|我们|我們|我家)?(?:也|很|非常|举双手|舉雙手)?(?:支持|同意|赞成|贊成|赞同|贊同|附议|附議|顶|頂)(?:一下|这个|這個|这个建议|這個建議|\+\s*1|1)?|我也(?:觉得|覺得)(?:好|应该|應該|可以)|👍+|💪+|(?:i )?(?:fully )?(?:agree|support(?: this| it)?|second(?:ed)?(?: this)?|agreed)|me too|good idea)[\s,，。.!！~👍💪]*$/iu;

/** Whether somebody says no more than that they want it, too: `+1`, `支持`, `同意`, `I agree`; a ticket's code may stand beside it. */
export const isSupport = (text: string): boolean => {
  const code = readCode(text);
  const words = code === null ? text : text.replace(new RegExp(code, 'i'), ' ');
  return Array.from(text).length <= 40 && support.test(fold(words).trim());
};

/**
 * A neighbour supports a suggestion: as a reply to it or to our receipt, or by its code. They are counted with it, and hear what becomes of
 * it. Said to anything else it is talk.
 */
export async function hearSupport(scene: Scene): Promise<boolean> {
  const { step, community, conversation, event, message, speaker, target } = scene;
  if (!speaker || !isSupport(event.text)) return false;
  const code = readCode(event.text);
  if (!target?.ticketId && event.replyToId === null && code === null) return false;
  const repliesTo = { conversationId: conversation.id, externalId: event.replyToId ?? '' };
  const which =
    code !== null
      ? { code }
      : target?.ticketId
        ? { id: target.ticketId }
        : { messages: { some: { part: 'report' as const, message: repliesTo } } };
  const ticket = await step.tx.ticket.findFirst({
    where: { communityId: community.id, kind: 'suggestion', status: { in: workStatuses }, ...which },
    select: { id: true },
  });
  if (!ticket) return false;
  const occasion = message.id;
  await addMessage({ step, community, ticketId: ticket.id, message, speaker, part: 'me_too', changes: {}, occasion });
  await noteAct({ step, message }, 'addition');
  return true;
}
