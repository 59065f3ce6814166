import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { hear } from '../hear.ts';
import type { Heard } from '../heard.ts';
import type { Understand } from '../understanding.ts';
import { refreshCards } from './show-card.ts';

/**
 * A line that was only listened to reads differently now: it is understood anew, as if it had been said so. What was said of it stays; a
 * candidate of which nothing is left, and which nobody has judged, is dropped. A line from before the desk acted again stays one that
 * was only listened to.
 */
export async function hearAnew(heard: Heard, understand: Understand, occasion: string): Promise<void> {
  const { step, community, conversation, message } = heard;
  const { tx } = step;
  await untie(heard);
  const before = await tx.candidate.findUnique({ where: { messageId: message.id }, select: { id: true } });
  if (before) {
    const nothing = { deed: 'nothing', believed: 0 } as const;
    await tx.candidate.update({ where: { id: before.id }, data: nothing, select: { id: true } });
  }
  await hear({ ...heard, conversation: { ...conversation, hearing: 'shadow' } }, understand);
  if (!before) return;
  const isAlone = { tied: { equals: [message.id] } };
  await tx.candidate.deleteMany({ where: { id: before.id, deed: 'nothing', believed: 0, isMatter: null, ...isAlone } });
  await refreshCards(step, community, before.id, { occasion });
}

/** What it was tied to before. */
async function untie({ step, conversation, message }: Heard): Promise<void> {
  await step.tx.$executeRaw`
    UPDATE "Candidate" SET tied = array_remove(tied, ${message.id}::uuid)
    WHERE "conversationId" = ${conversation.id}::uuid AND "messageId" <> ${message.id}::uuid AND tied @> ARRAY[${message.id}::uuid]`;
}

/**
 * A line that was only listened to was taken back: its words are shown no more. As long as nothing else was said of it, it is over, and
 * nobody is asked about it any more.
 */
export async function recallHeard(
  step: Step,
  community: CommunityInForce,
  candidate: { id: string; tied: readonly string[] },
): Promise<void> {
  if (candidate.tied.length === 1)
    await step.tx.candidate.updateMany({
      where: { id: candidate.id, settledAt: null },
      data: { settledAt: step.now },
    });
  await refreshCards(step, community, candidate.id, { occasion: `recalled:${candidate.id}` });
}
