import { say } from '../outbox/say.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { affectedBy, whileDown } from './recipients.ts';

/**
 * Tells the managers that another account of ours speaks and listens in groups from now on, because the one that did is down.
 * Call it after the groups were handed over. Said once per `occasion`.
 *
 * @param taken.externalIds the platform's ids of the groups that were handed over
 */
export async function tellTakeover(
  step: Step,
  taken: { channel: string; from: string; to: string; externalIds: readonly string[]; occasion: string },
): Promise<void> {
  const { channel, from, to, externalIds, occasion } = taken;
  const names = await step.tx.channelAccount.findMany({
    where: { channel, account: { in: [from, to] } },
    select: { channel: true, account: true, name: true },
  });
  const viewOf = (account: string) => ({ channel, name: names.find((one) => one.account === account)?.name ?? null });
  for (const { id, locale, recipients } of await affectedBy(step.tx, { channel, account: to })) {
    const titles = await step.tx.conversation.findMany({
      where: { communityId: id, channel, account: to, externalId: { in: [...externalIds] } },
      select: { title: true },
      orderBy: { createdAt: 'asc' },
    });
    if (titles.length === 0) continue;
    const texts = textsFor(locale);
    const text = texts.groupsTakenOver(
      viewOf(from),
      viewOf(to),
      titles.map(({ title }) => title),
    );
    // The account that took over is well: the groups on it can be told, too.
    const told = whileDown(recipients.map((one) => ({ ...one, own: false })));
    for (const { conversationId } of told) {
      const dedupeKey = `takeover:${channel}:${from}:${to}:${occasion}:${conversationId}`;
      await say(step, { conversationId, purpose: 'escalation', content: { text }, dedupeKey });
      step.rope.lane(conversationId);
    }
  }
}
