import type { Tx } from '../../database.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { YearFigures } from '../../text/archive/texts.ts';
import { readStories } from '../simulate/read-stories.ts';
import { replayTicket } from '../simulate/replay-ticket.ts';
import { startTally } from '../simulate/tally.ts';

/** More are for the command line, which may take its time. */
const TICKETS_AT_MOST = 50_000;
/** A transaction waits meanwhile, and other looks with it. */
const WORK_AT_MOST_MS = 8_000;

/** What came of the tickets of a period, counted by the policy in force now; null where there are too many to count meanwhile. */
export async function figuresOf(
  tx: Tx,
  community: CommunityInForce,
  { from, to }: { from: Date; to: Date },
  now: Date,
): Promise<YearFigures | null> {
  const where = { communityId: community.id, openedAt: { gte: from, lt: to } };
  const tickets = await tx.ticket.count({ where });
  if (tickets > TICKETS_AT_MOST) return null;
  const startedAt = performance.now();
  const tally = startTally(from, to);
  for await (const stories of readStories(tx, community.id, from, to)) {
    if (performance.now() - startedAt > WORK_AT_MOST_MS) return null;
    for (const story of stories) tally.add(replayTicket(story, community.policy, community.calendar, now), () => []);
  }
  const { clauses, escalations, nightCalls, reopened } = tally.sum();
  const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);
  return {
    tickets,
    limits: total(clauses.map(({ count }) => count)),
    inTime: total(clauses.map(({ inTime }) => inTime)),
    escalations: total(Object.values(escalations)),
    nightCalls,
    reopened,
  };
}
