import { itemOfPerson } from '../../notices/fees/paid.ts';
import type { Scene } from '../scene.ts';
import { noteAsPaid, saysPaid } from './desk.ts';
import { askAboutFee } from './question.ts';

const DAY_MS = 24 * 3_600_000;
/** Later a question is about something else. */
const HEARD_FOR_MS = { paid: 7 * DAY_MS, question: DAY_MS };

const asks = /[?？吗嗎呢]\s*$|为什么|為什麼|怎么|怎麼|多少|^(?:why|how|what)\b/iu;

/** "交了" or "为什么这么多？", said in a direct chat without replying, where the last word of ours is a reminder of a fee (P8i). */
export async function hearAboutFee(scene: Scene): Promise<boolean> {
  const { step, community, conversation, event, speaker } = scene;
  if (conversation.kind !== 'direct' || !speaker) return false;
  const isPaid = saysPaid(event.text);
  if (!isPaid && !asks.test(event.text)) return false;
  if (event.replyToId !== null || event.quotedText !== null) return false;
  const from = new Date(step.now.getTime() - HEARD_FOR_MS[isPaid ? 'paid' : 'question']);
  const last = await step.tx.sentMessage.findFirst({
    where: { conversationId: conversation.id, sentAt: { gte: from } },
    orderBy: [{ sentAt: 'desc' }, { outbox: { seq: 'desc' } }],
    select: { outbox: { select: { subject: true, subjectId: true } } },
  });
  if (last?.outbox.subject !== 'fees' || !last.outbox.subjectId) return false;
  if (isPaid) return noteAsPaid(scene, last.outbox.subjectId);
  const item = await itemOfPerson(step, community.id, last.outbox.subjectId, speaker.personId);
  return item !== null && askAboutFee(scene, item);
}
