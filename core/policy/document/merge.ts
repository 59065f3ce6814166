import { isRecord, type PolicyPath } from '../check/flaw.ts';
import type { PolicyDocument } from '../policy.ts';

/** Where a null is something to say ("no limit", "no holidays"), and does not take away. */
const meansSomething: readonly RegExp[] = [
  /^calendar\.(?:holidays|onMakeUpDays)$/,
  /^limits\.[^.]+\.(?:within|ladder)$/,
];

/**
 * A policy with a community's differences in it, by JSON merge patch (RFC 7396): what the change does not name stays, a list is
 * replaced as a whole, null takes away. Where a policy itself may say null (`within`, `ladder`, `holidays`, `onMakeUpDays`) it is
 * that. The outcome is not checked: see {@link examine}.
 */
export function mergePolicy(base: PolicyDocument, change: unknown): unknown {
  return merged(base, change, []);
}

function merged(base: unknown, change: unknown, path: PolicyPath): unknown {
  if (!isRecord(change)) return change;
  const outcome = new Map<string, unknown>(isRecord(base) ? Object.entries(base) : []);
  for (const [key, value] of Object.entries(change)) {
    const here = [...path, key];
    const takesAway = value === null && !meansSomething.some((pattern) => pattern.test(here.join('.')));
    if (takesAway) outcome.delete(key);
    else outcome.set(key, merged(outcome.get(key), value, here));
  }
  return Object.fromEntries(outcome);
}
