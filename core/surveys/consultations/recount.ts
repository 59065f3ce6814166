import { genesisOf, hashOf, type BallotRecord, type Terms } from './ballot-chain.ts';
import type { Tally } from './outcome.ts';

/** Whether nothing in the log was changed, left out or added in between; otherwise the first entry that does not fit. */
export type Chain =
  | { kind: 'intact'; head: string }
  | { kind: 'broken'; seq: number; why: 'gap' | 'link' | 'content' | 'end' };

export interface Recount {
  chain: Chain;
  tally: Tally;
  entries: number;
}

/**
 * Counts a log again from its first line. Of every voter the last entry counts; one without a choice and without an amount (an opinion
 * alone) counts nobody in a vote or a pledge. A log whose end was cut off is only seen with the head that was published.
 *
 * @param head the hash that was published with the outcome, where there is one
 */
export function recount(terms: Terms, entries: readonly BallotRecord[], head: string | null = null): Recount {
  return { chain: checkChain(terms, entries, head), tally: countTally(terms, entries), entries: entries.length };
}

function checkChain(terms: Terms, entries: readonly BallotRecord[], head: string | null): Chain {
  let previous = genesisOf(terms);
  for (const [index, entry] of entries.entries()) {
    const seq = index + 1;
    if (entry.seq !== seq) return { kind: 'broken', seq, why: 'gap' };
    if (entry.previousHash !== previous) return { kind: 'broken', seq, why: 'link' };
    if (entry.hash !== hashOf(entry)) return { kind: 'broken', seq, why: 'content' };
    previous = entry.hash;
  }
  if (head !== null && head !== previous) return { kind: 'broken', seq: entries.length + 1, why: 'end' };
  return { kind: 'intact', head: previous };
}

function countTally({ kind, options }: Terms, entries: readonly BallotRecord[]): Tally {
  const last = new Map<string, BallotRecord>();
  for (const entry of entries) last.set(entry.voter, entry);
  const counts = options.map(() => 0);
  let voters = 0;
  let pledged = 0;
  for (const { choice, amount } of last.values()) {
    const isCounted = kind === 'vote' ? choice !== null : kind === 'pledge' ? (amount ?? 0) > 0 : true;
    if (!isCounted) continue;
    voters += 1;
    pledged += amount ?? 0;
    if (choice !== null && choice in counts) counts[choice] = (counts[choice] ?? 0) + 1;
  }
  return { voters, counts, pledged };
}
