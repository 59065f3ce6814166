import type { Choice, OutgoingContent } from '../../channel/outgoing.ts';
import type { Look } from '../../clocks/look.ts';
import { communityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { gist } from '../../text/restraint/gist.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { Texts } from '../../text/texts.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { queueTargets } from '../broadcast/queue-targets.ts';
import { say, type About } from '../say.ts';
import { dropWaiting, holdWaiting, stillWorth, type WaitingWord } from './waiting.ts';

/**
 * Says what waits in a group for its digest (P9a): several words as one, each by its first sentence and a number under which the whole
 * of it is shown; one alone as it is. Nothing is said where nothing waits, nor in the quiet hours, nor what is worth nothing by now:
 * after a silence of ours one digest tells what is left of several.
 */
export const sayDigest: Look = async (step, { id, subjectId: conversationId }) => {
  const group = conversationId
    ? await step.tx.conversation.findUnique({ where: { id: conversationId }, select: groupFields })
    : null;
  if (!group?.communityId || group.state !== 'active' || group.audience !== 'residents') return 'no group';
  const community = await communityInForce(step.tx, group.communityId, step.now);
  const civil = community.calendar.civil(step.now);
  if (civil > step.now) return { lookAgainAt: civil };
  const { worth, not } = stillWorth(await holdWaiting(step, group.id, community.locale), step.now);
  for (const { word, reason } of not) await dropWaiting(step, group.id, word, reason);
  const [only] = worth;
  if (!only) return 'nothing waits';
  if (worth.length === 1) {
    await queueTargets(step, only, [group.id]);
    return 'one word';
  }
  await sayTogether(step, { conversationId: group.id, deadlineId: id, texts: textsFor(community.locale) }, worth);
  return `${worth.length} words together`;
};

const groupFields = { id: true, communityId: true, state: true, audience: true } as const;

async function sayTogether(
  step: Step,
  { conversationId, deadlineId, texts }: { conversationId: string; deadlineId: string; texts: Texts },
  words: readonly WaitingWord[],
): Promise<void> {
  const { id: outboxId } = await say(step, {
    conversationId,
    purpose: 'notice',
    about: askedToConfirm(words),
    content: digestOf(words, texts),
    dedupeKey: `digest:${deadlineId}`,
  });
  await step.tx.broadcastTarget.updateMany({
    where: { conversationId, broadcastId: { in: words.map(({ id }) => id) } },
    data: { state: 'merged', reason: 'budget', outboxId, settledAt: step.now, notBefore: null },
  });
  step.rope.lane(conversationId);
}

/** Where one of the lines alone wants to be confirmed, 收到 under the digest is said to that. */
function askedToConfirm(words: readonly WaitingWord[]): About | null {
  const [only, second] = words.filter((word) => receiptIn(word) !== null);
  return only && !second ? { subject: only.subject, id: only.subjectId } : null;
}

/** A notice that asks to be confirmed offers that, and nothing else. */
function receiptIn({ subject, content }: Pick<WaitingWord, 'subject' | 'content'>): Choice | null {
  const [receipt, another] = content.choices?.flat() ?? [];
  return subject === 'notice' && receipt && !another ? receipt : null;
}

/** A line for each, a choice that shows its whole, and its receipt where it asks for one. */
export function digestOf(
  words: readonly Pick<WaitingWord, 'subject' | 'subjectId' | 'content'>[],
  texts: Texts,
): OutgoingContent {
  const numbered = words.map((word, at) => ({ ...word, number: at + 1 }));
  const wholes = numbered.map(({ subject, subjectId, number }): Choice => ({
    id: choiceIds.about(subject, 'whole', subjectId),
    label: String(number),
  }));
  const receipts = numbered.flatMap(({ number, ...word }): Choice[] => {
    const receipt = receiptIn(word);
    return receipt ? [{ id: receipt.id, label: texts.digestReceipt(number) }] : [];
  });
  return {
    text: texts.digest(
      numbered.map(({ content }) => gist(content.text)),
      receipts.length > 0,
    ),
    choices: [...rowsOf(wholes, 8), ...rowsOf(receipts, 3)],
  };
}

const rowsOf = (choices: readonly Choice[], length: number): Choice[][] =>
  Array.from({ length: Math.ceil(choices.length / length) }, (_, row) =>
    choices.slice(row * length, (row + 1) * length),
  );
