import type { KnownMatter } from './understanding.ts';

const remembered = new WeakMap<readonly KnownMatter[], ReadonlyMap<string, KnownMatter>>();

/** Which of the known matters each message belongs to, by its id: the first that it belongs to. Worked out once for the same list. */
export function tiedIn(matters: readonly KnownMatter[]): ReadonlyMap<string, KnownMatter> {
  const known = remembered.get(matters);
  if (known) return known;
  const tied = new Map<string, KnownMatter>();
  for (const matter of matters) for (const id of matter.messages) if (!tied.has(id)) tied.set(id, matter);
  remembered.set(matters, tied);
  return tied;
}
