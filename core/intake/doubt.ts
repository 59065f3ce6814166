import { choiceIds } from '../tickets/choice-id.ts';
import { openTicketLike } from '../tickets/card-notes.ts';
import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { staffOrManagers } from '../people/groups.ts';
import type { Step } from '../step.ts';
import { lines } from '../text/layout.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import { showSettled } from './doubt-over.ts';
import { noteJudgement } from './learn/note-judgement.ts';
import { type DoubtAct, keepDoubt, keepSettled, keptDoubt, type KeptDoubt } from './kept-doubt.ts';
import { openDoubted } from './open-doubted.ts';
import type { Explanation } from './understanding.ts';

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
  doubt: DoubtAct,
  explanation: Explanation,
): Promise<void> {
  await keepDoubt(heard.step, heard.message.id, doubt, explanation);
  await askStaff({ ...heard, sender: heard.event.sender.name }, { doubt: doubt.matter, like: doubt.like }, null);
}

/**
 * Asks the staff about a doubt that is kept, and names the open ticket that it may be a word on. Asked again about the same message, they are told nothing more, but where its words were changed:
 * then the question shows how they read now.
 * @param thought what a language model thought of it, in words
 */
export async function askStaff(
  asking: {
    step: Step;
    community: CommunityInForce;
    message: { id: string; text: string; attachments: { id: string }[] };
    sender: string;
  },
  { doubt, like }: Pick<KeptDoubt, 'doubt' | 'like'>,
  thought: string | null,
): Promise<void> {
  const { step, community, message, sender } = asking;
  const texts = textsFor(community.locale);
  const other = like ? await openTicketLike(step, like) : null;
  const text = lines(texts.doubt(sender, message.text, doubt), other && texts.doubtLikeNote(other), thought);
  const choices = doubtChoices(texts, message.id);
  const attached = message.attachments.length > 0 ? { attachmentIds: message.attachments.map(({ id }) => id) } : {};
  for (const group of await staffOrManagers(step.tx, community.id)) {
    const { id, isNew } = await say(step, {
      conversationId: group.id,
      purpose: 'question',
      content: { text, choices, ...attached },
      dedupeKey: `doubt:${message.id}:${group.id}`,
    });
    if (!isNew) {
      const versions = await step.tx.messageVersion.count({ where: { messageId: message.id } });
      if (versions === 0) continue;
      await say(step, {
        conversationId: group.id,
        purpose: 'question',
        content: { text, choices, brief: text },
        replacesId: id,
        dedupeKey: `doubt-reads:${message.id}:${versions}:${group.id}`,
      });
    }
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
