import type { Texts } from '../../texts.ts';

/** Everything of this topic, said once. */
export function outagesSaid(_texts: Texts): [keyof Texts, string][] {
  return [];
}
