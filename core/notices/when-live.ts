import type { Notice } from '../../prisma/generated/client.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { carryOutPlan } from './plans/carry-out.ts';
import { notePublished } from './publications/published.ts';
import { watchNotice } from './receipts/watch.ts';

/** What else is done, in the same transaction, when a notice begins to be told: one function for each who waits for that. */
export const whenLive: readonly ((step: Step, community: CommunityInForce, notice: Notice) => Promise<void>)[] = [
  watchNotice,
  carryOutPlan,
  notePublished,
];
