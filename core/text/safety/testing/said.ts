import { dangers } from '../../../intake/danger/signs.ts';
import type { Texts } from '../../texts.ts';

/** Everything that is said to somebody in danger. */
export function safetySaid(texts: Texts): [keyof Texts, string][] {
  const numbers = { fire: '119', ambulance: '120', police: '110' };
  return dangers.map(({ what }) => ['safetyWords', texts.safetyWords(what, numbers)]);
}
