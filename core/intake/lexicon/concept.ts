import type { Area } from '../understanding.ts';

/** Where a thing is: in somebody's flat, in a building's shared parts, or anywhere on the estate. */
export type Scope = 'home' | 'shared' | 'estate';

/**
 * One idea and the words for it in all languages, separated by `|`. Words are as `normalise` leaves them: Simplified
 * characters, lower case. A word in Latin letters is a whole word; with a `*` at its end it is the beginning of one.
 */
export interface Concept {
  readonly words: string;
  readonly area?: Area;
  readonly scope?: Scope;
}
