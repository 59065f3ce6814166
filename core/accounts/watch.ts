import type { Logger } from 'pino';
import type { ChannelAccount, ListeningGap } from '../../prisma/generated/client.ts';
import type { AccountReport, AccountWatch } from '../channel/account.ts';
import { moveUrgentWords } from '../people/reach.ts';
import { runStep, type StepTools } from '../run-step.ts';
import type { Step } from '../step.ts';
import type { AccountKey } from './account-key.ts';
import { holdAccount } from './hold-account.ts';
import { showLoginCode } from './login-code.ts';
import { closeGap } from './missed.ts';
import { hearsAgain, notHearing, watchUntil } from './standing.ts';
import { FAULT_MS } from './watching.ts';

/**
 * Puts on record how an account of ours stands, and tells the managers what they must know (P10b): that somebody must log it
 * in, that nothing is heard, that it is heard again and what may be missing. All of it goes through the outbox, in the same
 * transaction, and never through the account that is down. Each outage is told once.
 */
export function createAccountWatch(tools: StepTools & { log: Logger }, key: AccountKey): AccountWatch {
  const { db, log } = tools;
  const { channel, account } = key;
  const ids = { channel, account };

  return {
    async tell(report) {
      await runStep(tools, async (step) => takeDown(step, await holdAccount(step.tx, ids), report));
      const level = report.type === 'logged_out' ? 'error' : 'info';
      log[level]({ ...ids, report: report.type }, 'account reported');
    },

    async alive(at) {
      const renewed = await db.channelAccount.updateMany({
        where: { ...ids, state: 'online', stateAt: { not: null }, OR: [{ aliveAt: null }, { aliveAt: { lt: at } }] },
        data: { aliveAt: at },
      });
      if (renewed.count > 0) return;
      await runStep(tools, async (step) => {
        const known = await holdAccount(step.tx, ids);
        // A sign of life from before it was reported down says nothing.
        const isNews = known.state === 'online' ? known.stateAt === null : known.stateAt === null || at > known.stateAt;
        if (isNews) await hearsAgain(step, known, at, null);
      });
    },
  };

  async function takeDown(step: Step, known: ChannelAccount, report: AccountReport): Promise<void> {
    switch (report.type) {
      case 'connecting':
        return wait(step, await notHearing(step, known, { state: 'connecting', at: report.at, reason: report.reason }));
      case 'logged_out':
        await wait(step, await notHearing(step, known, { state: 'offline', at: report.at, reason: report.reason }));
        await moveUrgentWords(step, ids);
        return undefined;
      case 'login_needed': {
        const gap = await notHearing(step, known, { state: 'login_needed', at: report.at, reason: null });
        await moveUrgentWords(step, ids);
        const shown = report.qr === null ? 0 : await showLoginCode(step, known, gap, report.qr);
        if (shown === 0 || !gap || gap.toldAt) return wait(step, gap);
        // The words beside the code say so.
        await step.tx.listeningGap.update({ where: { id: gap.id }, data: { toldAt: step.now }, select: { id: true } });
        return undefined;
      }
      case 'logged_in':
        return hearsAgain(step, known, report.at, report.name);
      case 'gap':
        return closeGap(step, known, report);
    }
  }

  /** Most faults are over in a moment: only what lasts is told. */
  async function wait(step: Step, gap: ListeningGap | null): Promise<void> {
    if (gap && !gap.toldAt) await watchUntil(step, ids, new Date(step.now.getTime() + FAULT_MS));
  }
}
