import type { Analysis } from './analysis.ts';

/** How many meaningful pairs or words two texts share; counts no further than `enough`. */
export function shareGrams(one: Analysis, other: Analysis, enough = 4): number {
  let shared = 0;
  const [few, many] = one.grams.size < other.grams.size ? [one.grams, other.grams] : [other.grams, one.grams];
  for (const gram of few) if (many.has(gram) && ++shared >= enough) break;
  return shared;
}

/** How many things both texts name; the office, which everybody names, is none. */
export function sharedThings(one: Analysis, other: Analysis): number {
  let shared = 0;
  for (const thing of one.things) if (thing !== 'office' && other.things.has(thing)) shared++;
  return shared;
}
