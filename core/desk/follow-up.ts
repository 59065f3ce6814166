import type { PressedChoice } from '../tickets/choice-id.ts';
import type { Choosing } from './scene.ts';

/** A resident, or whoever asked them, says what came of a follow-up (P6e). */
export async function settleFollowUp(
  _choosing: Choosing,
  _choice: Extract<PressedChoice, { kind: 'follow_up' }>,
): Promise<void> {
  await Promise.resolve();
}
