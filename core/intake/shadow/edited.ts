import type { Tx } from '../../database.ts';
import { communityInForce, type CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { hear } from '../hear.ts';
import type { Heard } from '../heard.ts';
import type { Understand } from '../understanding.ts';
import { candidatesWith, shadowGroup, subjectOf } from './candidates.ts';
import { refreshOffers } from './offer.ts';
import { refreshCards } from './show-card.ts';

/**
 * A line that was only listened to reads differently now: it is understood anew, as if it had been said so. What was said of it stays; a
 * candidate of which nothing is left, and which nobody has judged, is dropped. A line from before the desk acted again stays one that
 * was only listened to, and where it is. Every card with the line shows how it reads now.
 */
export async function hearAnew(heard: Heard, understand: Understand, occasion: string): Promise<void> {
  const { step, community, conversation, message } = heard;
  const { tx } = step;
  const line = { id: message.id, conversationId: conversation.id };
  const before = await candidatesWith(tx, line);
  const own = before.find(({ messageId }) => messageId === message.id);
  if (conversation.hearing === 'shadow') await untie(heard);
  if (own) {
    const nothing = { deed: 'nothing', believed: 0 } as const;
    await tx.candidate.update({ where: { id: own.id }, data: nothing, select: { id: true } });
  }
  await hear({ ...heard, conversation: { ...conversation, hearing: 'shadow' } }, understand);
  if (own) {
    const isAlone = { tied: { equals: [message.id] } };
    await tx.candidate.deleteMany({ where: { id: own.id, deed: 'nothing', believed: 0, isMatter: null, ...isAlone } });
  }
  const after = await candidatesWith(tx, line);
  for (const id of new Set([...before, ...after].map((candidate) => candidate.id)))
    await refreshCards(step, community, id, { occasion });
}

/** What it was tied to before. */
async function untie({ step, conversation, message }: Heard): Promise<void> {
  await step.tx.$executeRaw`
    UPDATE "Candidate" SET tied = array_remove(tied, ${message.id}::uuid)
    WHERE "conversationId" = ${conversation.id}::uuid AND "messageId" <> ${message.id}::uuid AND tied @> ARRAY[${message.id}::uuid]`;
}

/** Whether a line was said while its group was only listened to, as the books of the community tell it. */
export async function wasOnlyHeard(
  tx: Tx,
  communityId: string,
  line: { conversationId: string; recordedAt: Date },
): Promise<boolean> {
  const { conversationId } = line;
  // Most groups never were, and the books are long.
  if ((await tx.candidate.findFirst({ where: { conversationId }, select: { id: true } })) === null) return false;
  const last = await tx.auditEntry.findFirst({
    where: {
      communityId,
      subject: subjectOf(conversationId),
      action: { in: ['listen_only', 'act_again'] },
      at: { lte: line.recordedAt },
    },
    orderBy: { id: 'desc' },
    select: { action: true },
  });
  return last?.action === 'listen_only';
}

/**
 * A line that was only listened to was taken back: its words are shown no more, neither as a matter nor with one. As long as nothing else was
 * said of it, it is over, and nobody is asked about it any more.
 */
export async function recallHeard(
  step: Step,
  communityId: string,
  message: { id: string; conversationId: string },
): Promise<void> {
  const candidates = await candidatesWith(step.tx, message);
  if (candidates.length === 0) return;
  const community = await communityInForce(step.tx, communityId, step.now);
  const occasion = `recalled:${message.id}`;
  for (const { id, messageId, tied } of candidates) {
    if (messageId === message.id && tied.length === 1)
      await step.tx.candidate.updateMany({ where: { id, settledAt: null }, data: { settledAt: step.now } });
    await refreshCards(step, community, id, { occasion });
    if (messageId === message.id)
      await hideOffered(step, community, message.conversationId, { candidateId: id, occasion });
  }
}

async function hideOffered(
  step: Step,
  community: CommunityInForce,
  groupId: string,
  recalled: { candidateId: string; occasion: string },
): Promise<void> {
  const group = await shadowGroup(step.tx, community.id, groupId);
  if (group) await refreshOffers(step, community, group, recalled);
}
