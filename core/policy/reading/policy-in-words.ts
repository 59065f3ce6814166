import type { Texts } from '../../text/texts.ts';
import type { Policy } from '../policy.ts';
import { standardsOf, type StandardsOptions } from './standards.ts';

/**
 * A policy as a resident reads it (P8e): when the office is open, what may be expected and by when, what happens when it is late,
 * who is in charge. Plain text of about 25 lines.
 * @param timeZone named beside the service hours; null: left out
 */
export function policyInWords(
  policy: Policy,
  texts: Texts,
  timeZone: string | null,
  options: Omit<StandardsOptions, 'timeZone'> = {},
): string {
  return texts.serviceStandards(standardsOf(policy, { ...options, timeZone }));
}
