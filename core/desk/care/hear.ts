import { readWellbeing } from '../../notices/care/read-wellbeing.ts';
import type { Scene } from '../scene.ts';
import { answered, noteWords } from './desk.ts';

/** For so long what is said without a reply is the answer to the question. */
const OPEN_MS = 12 * 3_600_000;

/**
 * Somebody who was asked whether they are well says so in their direct chat, without replying to the question. Once somebody was sent to
 * look after them, it still is the answer; everything that is not plainly one is a sign of life, and is heard as what it is.
 */
export async function hearWellbeing(scene: Scene): Promise<boolean> {
  const { step, conversation, speaker, event, message } = scene;
  if (conversation.kind !== 'direct' || !speaker || speaker.staff) return false;
  if (event.replyToId !== null || event.quotedText !== null) return false;
  const check = await step.tx.careCheck.findFirst({
    where: {
      contact: { personId: speaker.personId },
      askedAt: { gt: new Date(step.now.getTime() - OPEN_MS) },
      OR: [{ answeredAt: null }, { isWell: null }],
    },
    orderBy: { askedAt: 'desc' },
    select: { id: true },
  });
  if (!check) return false;
  const wellbeing = readWellbeing(event.text);
  if (wellbeing !== null) return answered(scene, check.id, wellbeing, { messageId: message.id, text: event.text });
  await noteWords(scene, check.id);
  return false;
}
