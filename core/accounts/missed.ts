import type { ChannelAccount } from '../../prisma/generated/client.ts';
import type { AccountReport } from '../channel/account.ts';
import type { Step } from '../step.ts';
import { hearsAgain } from './standing.ts';
import { tellBack } from './tell-outage.ts';

/**
 * What became of a time in which the account did not hear is known now, and told. Stretches that follow on each other within it
 * become one. What is known of a stretch whose end was told already is only put on record.
 */
export async function closeGap(
  step: Step,
  account: ChannelAccount,
  report: Extract<AccountReport, { type: 'gap' }>,
): Promise<void> {
  const { from, until, fetched, complete } = report;
  const key = { channel: account.channel, account: account.account };
  const within = await step.tx.listeningGap.findMany({
    where: { ...key, fromAt: { lt: until }, OR: [{ untilAt: null }, { untilAt: { gt: from } }] },
    orderBy: { fromAt: 'asc' },
  });
  const untold = within.filter(({ endToldAt }) => endToldAt === null);
  const last = within.at(-1);
  if (last && untold.length === 0) {
    await step.tx.listeningGap.update({ where: { id: last.id }, data: { fetched, complete }, select: { id: true } });
    return;
  }
  if (untold.some(({ untilAt }) => untilAt === null)) await hearsAgain(step, account, until, null);
  const [first, ...others] = untold;
  await step.tx.listeningGap.deleteMany({ where: { id: { in: others.map(({ id }) => id) } } });
  const toldAt = untold.find((gap) => gap.toldAt)?.toldAt ?? null;
  const data = { fromAt: from, untilAt: until, fetched, complete, toldAt };
  const gap = first
    ? await step.tx.listeningGap.update({ where: { id: first.id }, data })
    : await step.tx.listeningGap.create({ data: { ...key, ...data } });
  await tellBack(step, account, gap);
}
