import type { Texts } from '../../texts.ts';

/** Everything of this topic, said once. */
export function safetySaid(_texts: Texts): [keyof Texts, string][] {
  return [];
}
