import { z } from 'zod';
import type { ConsultationKind } from '../../../prisma/generated/enums.ts';
import type { DecidingRules } from './rules.ts';
import { isReached } from './threshold.ts';

/**
 * How it ended.
 * - Of a vote on a proposal: `carried`, `rejected`, `tie`; among alternatives `chosen`, `no_majority`, `tie`.
 * - `no_quorum`: too few households took part, whatever they said. `no_votes`: nobody did.
 * - Of opinions: `heard`. Of a pledge: `goal_met`, `goal_short`, or `pledged` where no goal was named.
 */
export const results = [
  'carried',
  'rejected',
  'tie',
  'chosen',
  'no_majority',
  'no_quorum',
  'no_votes',
  'heard',
  'goal_met',
  'goal_short',
  'pledged',
] as const;
export type Result = (typeof results)[number];

/** What was counted. */
export interface Tally {
  /** Households that took part. */
  voters: number;
  /** By option. */
  counts: number[];
  /** In cents. */
  pledged: number;
}

export const outcomeSchema = z.object({
  result: z.enum(results),
  /** The option that won, where one did. */
  winner: z.int().nullable(),
  eligible: z.int(),
  voters: z.int(),
  counts: z.array(z.int()),
  /** Of how many the majority was taken. */
  base: z.int(),
  pledged: z.int(),
  entries: z.int(),
  headHash: z.string(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export interface Question {
  kind: ConsultationKind;
  rules: DecidingRules;
  eligible: number;
  /** In cents. */
  goal: number | null;
}

/**
 * Says how a consultation ended (P7c, P7e). One vote a household, all of equal weight. A majority is reached as its threshold says, so
 * exactly one half is a tie where more than half is wanted and as many say no as say yes. Nobody's silence counts for anybody.
 */
export function decide(question: Question, tally: Tally): { result: Result; winner: number | null; base: number } {
  const { kind, rules, eligible, goal } = question;
  const abstained = rules.abstain === null ? 0 : (tally.counts[rules.abstain] ?? 0);
  const base = rules.base === 'eligible' ? eligible : tally.voters - (rules.countAbstentions ? 0 : abstained);
  const none = { winner: null, base };
  if (tally.voters === 0) return { result: 'no_votes', ...none };
  if (kind === 'consultation') return { result: 'heard', ...none };
  if (kind === 'pledge') {
    if (goal === null) return { result: 'pledged', ...none };
    return { result: tally.pledged >= goal ? 'goal_met' : 'goal_short', ...none };
  }
  if (!isReached(rules.quorum, tally.voters, eligible)) return { result: 'no_quorum', ...none };
  const standing = tally.counts
    .map((count, option) => ({ count, option }))
    .filter(({ option }) => option !== rules.abstain)
    .sort((a, b) => b.count - a.count);
  const { yes } = rules;
  if (yes !== null) {
    const count = tally.counts[yes] ?? 0;
    if (isReached(rules.majority, count, base)) return { result: 'carried', winner: yes, base };
    const against = standing.find(({ option }) => option !== yes);
    return { result: count > 0 && count === against?.count ? 'tie' : 'rejected', ...none };
  }
  const [first, second] = standing;
  if (!first || first.count === 0) return { result: 'no_majority', ...none };
  if (first.count === second?.count) return { result: 'tie', ...none };
  return isReached(rules.majority, first.count, base)
    ? { result: 'chosen', winner: first.option, base }
    : { result: 'no_majority', ...none };
}
