import type { Policy, Rung } from './policy.ts';

/** The rungs of the ladder that a line of the policy has, by name; none where it has no ladder, or is no line any more. */
export function ladderOf(policy: Policy, line: string): Record<string, Rung> {
  const ladder = policy.limits[line]?.ladder;
  return (ladder == null ? undefined : policy.ladders[ladder]) ?? {};
}
