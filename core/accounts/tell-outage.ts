import type { ChannelAccount, ListeningGap } from '../../prisma/generated/client.ts';
import { say } from '../outbox/say.ts';
import type { Step } from '../step.ts';
import { lines } from '../text/layout.ts';
import { noteMissing } from './missing-on-tickets.ts';
import { textsFor } from '../text/texts-for.ts';
import { affectedBy, supervisorsAmong, whenBack, whileDown } from './recipients.ts';
import type { AccountKey } from './account-key.ts';
import { LATELY_MS, UNSTEADY_FROM, isWorthTelling } from './watching.ts';

/** Whether so many outages were told of lately that short ones are not worth a word any more. */
export async function isUnsteady(step: Step, { channel, account }: AccountKey): Promise<boolean> {
  const toldAt = { gt: new Date(step.now.getTime() - LATELY_MS) };
  return (await step.tx.listeningGap.count({ where: { channel, account, toldAt } })) >= UNSTEADY_FROM;
}

/** Tells, once for this outage, that nothing is heard and said through the account. Returns to how many conversations. */
export async function tellDown(step: Step, account: ChannelAccount, gap: ListeningGap): Promise<number> {
  if (gap.toldAt) return 0;
  await step.tx.listeningGap.update({ where: { id: gap.id }, data: { toldAt: step.now }, select: { id: true } });
  const unsteady = await isUnsteady(step, account);
  let told = 0;
  for (const { locale, timeZone, recipients } of await affectedBy(step.tx, account)) {
    const texts = textsFor(locale);
    const down = texts.accountDown(account, texts.when(gap.fromAt, step.now, timeZone));
    const text = unsteady ? lines(down, texts.accountUnsteady()) : down;
    for (const { conversationId } of [...supervisorsAmong(recipients), ...whileDown(recipients)]) {
      await tell(step, conversationId, text, `account-down:${gap.id}`);
      told += 1;
    }
  }
  return told;
}

/**
 * Tells that the account hears again, for how long it did not, and what became of what was said meanwhile: to those who heard
 * of the outage, and, where messages may be missing, to the staff, who then look into the groups. Once; short outages that
 * nobody was told of stay untold.
 */
export async function tellBack(step: Step, account: ChannelAccount, gap: ListeningGap): Promise<void> {
  const { fromAt, untilAt, fetched, complete } = gap;
  if (gap.endToldAt || !untilAt) return;
  await step.tx.listeningGap.update({ where: { id: gap.id }, data: { endToldAt: step.now }, select: { id: true } });
  if (!complete) await noteMissing(step, { ...account, fromAt, untilAt });
  if (!isWorthTelling({ ...gap, untilAt }, { unsteady: await isUnsteady(step, account) })) return;
  for (const { locale, timeZone, recipients } of await affectedBy(step.tx, account)) {
    const texts = textsFor(locale);
    const when = (at: Date): string => texts.when(at, step.now, timeZone);
    const lasted = texts.duration(untilAt.getTime() - fromAt.getTime());
    const missed = { from: when(fromAt), until: when(untilAt), lasted, fetched, complete };
    const managers = [...supervisorsAmong(recipients), ...whenBack(recipients)];
    for (const { conversationId } of managers) {
      await tell(step, conversationId, texts.accountBack(account, missed), `account-back:${gap.id}`);
    }
    if (complete) continue;
    const told = new Set(managers.map(({ conversationId }) => conversationId));
    for (const { conversationId, kind } of recipients) {
      if (kind !== 'staff' || told.has(conversationId)) continue;
      await tell(step, conversationId, texts.mayBeMissing(account, missed), `account-back:${gap.id}`);
    }
  }
}

async function tell(step: Step, conversationId: string, text: string, occasion: string): Promise<void> {
  await say(step, {
    conversationId,
    purpose: 'escalation',
    content: { text },
    dedupeKey: `${occasion}:${conversationId}`,
  });
  step.rope.lane(conversationId);
}
