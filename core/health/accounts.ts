import { accountStandings } from '../accounts/standings.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import type { Sight } from './sight.ts';

/** Whether the accounts hear through which the community is heard. */
export async function lookAtAccounts(step: Step, community: CommunityInForce): Promise<Sight[]> {
  const standings = await accountStandings(step.tx, community.id, step.now);
  return standings
    .filter(({ used }) => used)
    .map(({ channel, account, state, stateAt }) => ({
      kind: 'account_down',
      subject: `${channel}:${account}`,
      verdict: state === 'online' ? 'well' : 'ill',
      since: stateAt ?? step.now,
      data: { state },
    }));
}
