import { asksForPerson } from '../../faq/read-verdict.ts';
import { automaticAnswerFailed } from '../../faq/settle.ts';
import type { Scene } from '../scene.ts';
import { saidBy } from './desk.ts';
import { noteAct } from '../note-act.ts';

const HEARD_FOR_MS = 24 * 3_600_000;

/** "转人工", said without replying to anything, is about the last automatic answer that this person was given there, within a day. */
export async function hearAskForPerson(scene: Scene): Promise<boolean> {
  const { step, conversation, event, speaker, message } = scene;
  if (!speaker || !asksForPerson(event.text) || event.replyToId !== null || event.quotedText !== null) return false;
  const given = await step.tx.faqUse.findFirst({
    where: {
      automatic: true,
      unhappyAt: null,
      at: { gte: new Date(step.now.getTime() - HEARD_FOR_MS) },
      ticket: { conversationId: conversation.id, reporters: { some: { personId: speaker.personId } } },
    },
    orderBy: { at: 'desc' },
    select: { ticketId: true },
  });
  if (!given) return false;
  const said = saidBy({ ...scene, speaker }, given.ticketId, message);
  const settled = await automaticAnswerFailed({ ...said, comment: event.text });
  if (settled !== 'settled') return false;
  await noteAct({ step, message }, 'rating');
  return true;
}
