import type { PressedChoice } from '../tickets/choice-id.ts';
import { replyTo, textsOf, type Choosing, type Scene } from './scene.ts';
import type { DeskVerb } from './verb.ts';

export type DutyVerb = Extract<DeskVerb, 'duty' | 'swap' | 'leave' | 'grid' | 'deputy' | 'capacity'>;

/** Who is on duty, in charge of what, and away. */
export async function handleDutyVerb(scene: Scene, _verb: DutyVerb, _rest: string): Promise<void> {
  await replyTo(scene, 'duty', { text: textsOf(scene).helpForStaff() });
}

/** The colleague answers whether they take over a shift. */
export async function settleSwap(
  _choosing: Choosing,
  _choice: Extract<PressedChoice, { kind: 'swap' }>,
): Promise<void> {
  await Promise.resolve();
}
