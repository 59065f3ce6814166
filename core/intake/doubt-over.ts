import { z } from 'zod';
import { say } from '../outbox/say.ts';
import { communityInForce, type CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { keepSettled, mayBeDanger, openDoubt, type KeptDoubt } from './kept-doubt.ts';

/** The message was changed and heard anew, or talk has shown what it is: nobody needs to answer the question any more. */
export async function withdrawDoubt(
  step: Step,
  community: CommunityInForce,
  messageId: string,
  shownBy: { name: string; said: string },
): Promise<void> {
  const opened = await step.tx.ticket.findFirst({ where: { firstMessageId: messageId }, select: { code: true } });
  const shown = textsFor(community.locale).doubtShown(shownBy.name, shownBy.said, opened?.code ?? null);
  await showUnder(step, messageId, shown, opened !== null);
}

/**
 * A doubtful message was taken back by who wrote it: nobody is asked about it any more, and the question shows its words no more. What may tell
 * of danger is asked about nevertheless (P5e). The message is held by this step already.
 */
export async function recallDoubt(step: Step, communityId: string, messageId: string): Promise<void> {
  const { kept, text, sender } = await doubtNow(step, messageId);
  if (!kept || mayBeDanger(kept.doubt, text)) return;
  await keepSettled(step, messageId, kept, { act: 'chatter', by: 'talk' });
  const community = await communityInForce(step.tx, communityId, step.now);
  const gone = textsFor(community.locale).doubtTakenBack(sender);
  await showInstead(step, messageId, () => ({ text: gone, brief: gone }));
}

/**
 * A doubtful message was changed, and there is nothing doubtful in it any more: nobody is asked about it any more. The message is held by this
 * step already.
 */
export async function dropDoubt(step: Step, community: CommunityInForce, messageId: string): Promise<void> {
  const { kept, text, sender } = await doubtNow(step, messageId);
  if (!kept) return;
  await keepSettled(step, messageId, kept, { act: 'chatter', by: 'talk' });
  const gone = textsFor(community.locale).doubtChanged(sender, text);
  await showUnder(step, messageId, gone, false);
}

/** As it stands now: the staff may have answered while this step waited for the message. */
async function doubtNow(
  { tx }: Step,
  messageId: string,
): Promise<{ kept: KeptDoubt | null; text: string; sender: string }> {
  const message = await tx.message.findUniqueOrThrow({
    where: { id: messageId },
    select: { act: true, explanation: true, text: true, person: { select: { name: true } } },
  });
  return { kept: openDoubt(message), text: message.text, sender: message.person?.name ?? '?' };
}

/** Puts what came of a doubt under each question about it. `code`: the ticket that was opened. */
export async function showSettled(
  step: Step,
  community: CommunityInForce,
  messageId: string,
  by: string,
  code: string | null,
): Promise<void> {
  await showUnder(step, messageId, textsFor(community.locale).doubtSettled(by, code), code !== null);
}

/** Puts words under each question about a message; the card of a new ticket tells of itself where the question cannot be changed. */
const showUnder = (step: Step, messageId: string, words: string, hasCard: boolean): Promise<void> =>
  showInstead(step, messageId, (asked) => ({
    text: `${asked}\n\n${words}`,
    ...(hasCard ? {} : { brief: words }),
  }));

/** Puts something else in the place of each question about a message, once for each way in which its words have read. */
async function showInstead(
  step: Step,
  messageId: string,
  instead: (asked: string) => { text: string; brief?: string },
): Promise<void> {
  const asked = await step.tx.outboxMessage.findMany({
    where: {
      OR: [
        { dedupeKey: { startsWith: `doubt:${messageId}:` } },
        { dedupeKey: { startsWith: `doubt-reads:${messageId}:` } },
      ],
    },
    orderBy: { seq: 'asc' },
    select: { id: true, conversationId: true, replacesId: true, content: true },
  });
  for (const question of asked.filter(({ replacesId }) => replacesId === null)) {
    const { conversationId } = question;
    const last = asked.findLast((one) => one.conversationId === conversationId) ?? question;
    const { text } = z.object({ text: z.string() }).parse(last.content);
    await say(step, {
      conversationId,
      purpose: 'question',
      content: instead(text),
      replacesId: question.id,
      dedupeKey: `doubt-settled:${messageId}:${last.id}`,
    });
    step.rope.lane(conversationId);
  }
}
