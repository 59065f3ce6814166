import type { PressedChoice } from '../tickets/choice-id.ts';
import { replyTo, textsOf, type Choosing, type Scene } from './scene.ts';

/** `服务标准`: what residents may expect (P8e); for managers also how it is changed. */
export async function handlePolicy(scene: Scene, _rest: string): Promise<void> {
  await replyTo(scene, 'policy', { text: textsOf(scene).helpForResidents() });
}

/** A proposed version is approved or refused. */
export async function settleVersion(
  _choosing: Choosing,
  _choice: Extract<PressedChoice, { kind: 'version' }>,
): Promise<void> {
  await Promise.resolve();
}
