import { CARE_LINE } from './limits.ts';
import type { Policy, Rung } from './policy.ts';

/** The name of the ladder that a line of the policy has; null where it has none, or is no line any more. */
export const ladderNameOf = (policy: Policy, line: string): string | null =>
  line === CARE_LINE ? policy.care.ladder : (policy.limits[line]?.ladder ?? null);

/** The rungs of the ladder that a line of the policy has, by name; none where it has no ladder, or is no line any more. */
export function ladderOf(policy: Policy, line: string): Record<string, Rung> {
  const ladder = ladderNameOf(policy, line);
  return (ladder === null ? undefined : policy.ladders[ladder]) ?? {};
}
