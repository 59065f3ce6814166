import { readAnswer, type Answer } from '../follow-ups/read-answer.ts';
import { readChoiceId } from '../tickets/choice-id.ts';
import { parseRating } from '../tickets/rating.ts';
import { followUpMeant, takeAnswer } from './follow-up.ts';
import { readChoice } from './read-choice.ts';
import type { Scene } from './scene.ts';
import { noteAct } from './note-act.ts';

/** How long after the bot's question words without a quote are still the answer to it. */
const MEANT_FOR_MS = 72 * 3_600_000;

/**
 * A resident answers the bot's "is it still well?" in words: as a reply to it, whatever they say, because what is no plain answer
 * wants somebody who reads it; or, in the direct chat, right after it, in words that can be nothing else. Returns false for
 * everything else, and then nothing has been done.
 */
export async function residentAnswersFollowUp(scene: Scene): Promise<boolean> {
  const { event, target, step, message, speaker } = scene;
  if (!speaker) return false;
  const isReply = target?.purpose === 'follow_up' && target.ticketId !== null;
  const ticketId = isReply ? target.ticketId : await askedJustNow(scene);
  if (!ticketId) return false;
  const text = event.text.trim();
  const plain = isReply ? (byNumber(scene) ?? readAnswer(text)) : saidPlainly(text);
  if (!plain && (!isReply || isNothing(scene))) return false;
  const word = await followUpMeant(scene, { ticketId, by: 'bot' }, true);
  if (!word) return false;
  const taken = await takeAnswer(scene, word, plain ?? { kind: 'wants_contact', comment: text });
  // Nothing has changed by it: said again, or about a ticket that goes on, where it is heard as any talk about that.
  const isAgain = word.ticket.status === 'closed' && (plain?.kind === 'well' || plain?.kind === 'declined');
  if (taken === 'foreign' || (taken === null && !isAgain)) return false;
  await step.tx.ticketMessage.createMany({
    data: [{ ticketId, messageId: message.id, part: 'addition' }],
    skipDuplicates: true,
  });
  await noteAct({ step, message }, 'rating');
  return true;
}

/** Thanks want no answer; and nothing was said. */
function isNothing({ event, message }: Scene): boolean {
  return event.text.trim() === '' ? message.attachments.length === 0 : parseRating(event.text)?.kind === 'thanks';
}

/** "2 还在漏", where the choices were shown in words. */
function byNumber({ event, target }: Scene): Answer | null {
  const read = readChoice(event.text, target?.choices ?? []);
  const chosen = read.kind === 'chosen' ? readChoiceId(read.choice.id) : null;
  if (read.kind !== 'chosen' || chosen?.kind !== 'follow_up' || read.rest === '') return null;
  if (chosen.answer === 'bad') return { kind: 'not_solved', comment: read.rest };
  return chosen.answer === 'contact' ? { kind: 'wants_contact', comment: read.rest } : null;
}

/** An answer by its own words, and not only by what it tells: "没解决", but not "电梯又坏了", which may be another matter. */
function saidPlainly(text: string): Answer | null {
  const answer = readAnswer(text);
  return answer && (answer.kind === 'declined' || answer.kind === 'wants_contact' || answer.comment !== text)
    ? answer
    : null;
}

/** The ticket that the bot asked about in its last word in this direct chat. */
async function askedJustNow({ step, conversation, event, target }: Scene): Promise<string | null> {
  if (conversation.kind !== 'direct' || target !== null || event.replyToId !== null) return null;
  const last = await step.tx.sentMessage.findFirst({
    where: { conversationId: conversation.id, sentAt: { gte: new Date(step.now.getTime() - MEANT_FOR_MS) } },
    orderBy: [{ sentAt: 'desc' }, { outbox: { seq: 'desc' } }],
    select: { outbox: { select: { purpose: true, ticketId: true } } },
  });
  return last?.outbox.purpose === 'follow_up' ? last.outbox.ticketId : null;
}
