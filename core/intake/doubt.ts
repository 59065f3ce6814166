import { z } from 'zod';
import { choiceIds } from '../tickets/choice-id.ts';
import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { staffOrManagers } from '../people/groups.ts';
import type { Step } from '../step.ts';
import { lines } from '../text/layout.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import { noteJudgement } from './learn/note-judgement.ts';
import { keepDoubt, keepSettled, keptDoubt } from './kept-doubt.ts';
import { openDoubted } from './open-doubted.ts';
import type { Explanation, HeardMatter } from './understanding.ts';

const doubtChoices = (texts: Texts, messageId: string): { id: string; label: string }[][] => [
  [
    { id: choiceIds.doubt('yes', messageId), label: texts.doubtYes() },
    { id: choiceIds.doubt('no', messageId), label: texts.doubtNo() },
  ],
];

/** A doubt goes to the staff group as a question with two choices, never to the residents. */
export async function askWhether(
  heard: {
    step: Step;
    community: CommunityInForce;
    message: { id: string; text: string; attachments: { id: string }[] };
    event: { sender: { name: string } };
  },
  matter: HeardMatter,
  explanation: Explanation,
): Promise<void> {
  await keepDoubt(heard.step, heard.message.id, matter, explanation);
  await askStaff({ ...heard, sender: heard.event.sender.name }, matter, null);
}

/**
 * Asks the staff about a doubt that is kept. Asked again about the same message, they are told nothing more.
 * @param thought what a language model thought of it, in words
 */
export async function askStaff(
  asking: {
    step: Step;
    community: CommunityInForce;
    message: { id: string; text: string; attachments: { id: string }[] };
    sender: string;
  },
  matter: HeardMatter,
  thought: string | null,
): Promise<void> {
  const { step, community, message, sender } = asking;
  const texts = textsFor(community.locale);
  for (const group of await staffOrManagers(step.tx, community.id)) {
    await say(step, {
      conversationId: group.id,
      purpose: 'question',
      content: {
        text: lines(texts.doubt(sender, message.text, matter), thought),
        choices: doubtChoices(texts, message.id),
        ...(message.attachments.length > 0 ? { attachmentIds: message.attachments.map(({ id }) => id) } : {}),
      },
      dedupeKey: `doubt:${message.id}:${group.id}`,
    });
    step.rope.lane(group.id);
  }
}

/**
 * Staff say whether a doubtful message is a matter. The first answer counts; the question then shows what came of it.
 * Returns false when there is no such question in this community.
 */
export async function settleDoubt(
  step: Step,
  community: CommunityInForce,
  answer: { messageId: string; yes: boolean; by: { personId: string; name: string } },
): Promise<boolean> {
  await step.tx.$queryRaw`SELECT 1 FROM "Message" WHERE id = ${answer.messageId}::uuid FOR NO KEY UPDATE`;
  const message = await step.tx.message.findFirst({
    where: { id: answer.messageId, conversation: { communityId: community.id } },
    include: { attachments: { select: { id: true } } },
  });
  const kept = keptDoubt(message?.explanation);
  if (!message || !kept) return false;
  if (kept.settledBy !== undefined) return true;
  await noteJudgement(step, {
    communityId: community.id,
    messageId: message.id,
    source: 'doubt',
    isMatter: answer.yes,
    believed: kept.believed ?? kept.doubt.confidence,
    decidedById: answer.by.personId,
  });
  const because = { what: 'staff said yes', weight: 1 };
  const { personId } = answer.by;
  const code = answer.yes ? await openDoubted(step, community, message, kept, { because, enteredBy: personId }) : null;
  await keepSettled(step, message.id, kept, { act: answer.yes ? 'report' : 'chatter', by: personId });
  await showSettled(step, community, message.id, answer.by.name, code);
  return true;
}

/** The message was changed and heard anew, or talk has shown what it is: nobody needs to answer the question any more. */
export async function withdrawDoubt(
  step: Step,
  community: CommunityInForce,
  messageId: string,
  by: string,
): Promise<void> {
  const opened = await step.tx.ticket.findFirst({ where: { firstMessageId: messageId }, select: { code: true } });
  await showSettled(step, community, messageId, by, opened?.code ?? null);
}

async function showSettled(
  step: Step,
  community: CommunityInForce,
  messageId: string,
  by: string,
  code: string | null,
): Promise<void> {
  const texts = textsFor(community.locale);
  const questions = await step.tx.outboxMessage.findMany({
    where: { dedupeKey: { startsWith: `doubt:${messageId}:` }, replacesId: null },
    select: { id: true, conversationId: true, content: true },
  });
  for (const question of questions) {
    const { text } = z.object({ text: z.string() }).parse(question.content);
    await say(step, {
      conversationId: question.conversationId,
      purpose: 'question',
      content: {
        text: `${text}\n\n${texts.doubtSettled(by, code)}`,
        // The card of a new ticket tells of itself.
        ...(code === null ? { brief: texts.doubtSettled(by, null) } : {}),
      },
      replacesId: question.id,
      dedupeKey: `doubt-settled:${messageId}:${question.conversationId}`,
    });
    step.rope.lane(question.conversationId);
  }
}
