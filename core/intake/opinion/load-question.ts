import { randomBytes } from 'node:crypto';
import type { Database } from '../../database.ts';
import { communityInForce } from '../../people/communities.ts';
import { readConversation } from '../../people/conversation.ts';
import { namesIn, officeNames } from '../../people/names.ts';
import { bareMessage } from '../bare-message.ts';
import { loadContext } from '../context.ts';
import { questionFrom, type OpinionQuestion } from './question.ts';

/** A question that may still be asked. */
export interface PendingQuestion {
  question: OpinionQuestion;
  /** As the message read when the question was put together. */
  text: string;
  /** When the staff are asked instead. */
  dueAt: Date;
}

/** Reads what is needed to ask about a message; null when nobody waits for an opinion on it any more. */
export async function loadQuestion(db: Database, messageId: string, now: Date): Promise<PendingQuestion | null> {
  const message = await db.message.findUnique({
    where: { id: messageId },
    include: { opinion: true, person: { select: { name: true } }, attachments: { select: { kind: true } } },
  });
  const waits = await db.deadline.findFirst({
    where: { kind: 'opinion', subjectId: messageId, settledAt: null },
    select: { dueAt: true },
  });
  if (!message?.opinion || message.opinion.outcome !== null || !waits) return null;
  const conversation = await readConversation(db, message.conversationId);
  if (conversation.communityId === null) return null;
  const community = await communityInForce(db, conversation.communityId, now);
  const context = await loadContext(db, conversation, community, { messageId, at: message.sentAt });
  const heard = bareMessage({
    id: messageId,
    at: message.sentAt,
    text: message.text,
    senderId: message.personId,
    senderName: message.person?.name ?? '',
    hasPhoto: message.attachments.some(({ kind }) => kind === 'photo' || kind === 'video'),
  });
  const said = [message.text, ...context.recent.map(({ text }) => text), ...context.matters.map((one) => one.summary)];
  const question = questionFrom(heard, context, {
    // Nobody who writes in the group can know it.
    ref: randomBytes(6).toString('hex'),
    estate: community.name,
    names: await namesIn(db, { communityId: community.id, text: said.join('\n'), besides: [] }),
    office: await officeNames(db, community.id),
  });
  return { question, text: message.text, dueAt: waits.dueAt };
}
