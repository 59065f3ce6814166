import { z } from 'zod';
import { thresholdSchema } from './threshold.ts';

/** By what a vote is decided, as it was published: it holds whatever the policy says later. */
export const rulesSchema = z.object({
  /** So many of the eligible households must vote; abstaining is voting. */
  quorum: thresholdSchema,
  majority: thresholdSchema,
  /** The majority is one of the votes, or of all eligible households. */
  base: z.enum(['votes', 'eligible']).default('votes'),
  /** Abstentions count among the votes of which the majority is taken. */
  countAbstentions: z.boolean().default(true),
  /** The option that says yes to the proposal; null where the options are alternatives. */
  yes: z.int().nullable().default(null),
  /** The option that abstains. */
  abstain: z.int().nullable().default(null),
  /** How long it is open, in milliseconds, where no date was named. */
  openMs: z.int().nullable().default(null),
  /** How many households there are, as the office says; otherwise those on record are counted when it opens. */
  households: z.int().nullable().default(null),
});
export type Rules = z.infer<typeof rulesSchema>;

/** What is needed of them to decide: the rest says how it is run. */
export type DecidingRules = Pick<Rules, 'quorum' | 'majority' | 'base' | 'countAbstentions' | 'yes' | 'abstain'>;
