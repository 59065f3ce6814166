import type { HealthKind } from '../../prisma/generated/enums.ts';
import type { Verdict } from './rules.ts';

/** What a look saw of one thing: a group, an account, a queue, a clock. */
export interface Sight {
  kind: HealthKind;
  /** What it is about: the id of a conversation, `channel:account`, the name of a queue, `database`. */
  subject: string;
  verdict: Verdict;
  /** Since when it is so, as far as that is known. */
  since: Date;
  /** Figures for whoever looks into it, and for the words in which it is told. */
  data: Record<string, number | string>;
}
