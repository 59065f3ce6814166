import { Remembered } from '../remembered.ts';
import type { GroupSetting } from '../understanding.ts';
import { label } from './numerals.ts';
import type { SaidPlace } from './parse-places.ts';

/** What the labels of a community's buildings tell about how its people write them. */
export interface KnownBuildings {
  /** Nothing is known: anything short can be a building. */
  any: boolean;
  labels: ReadonlySet<string>;
  /** The only building, as far as there is one. */
  single: string | null;
  /** Letters that are buildings (A, B, …), as characters of a class of a pattern; empty where none is. */
  letters: string;
  hasNumbers: boolean;
  /** T where the buildings are T1, T2, …: "3栋" is T3 there. */
  prefix: string | null;
  /** The houses are called by their numbers in the lane, as 21, 22, … or 12, 14, 16: "22号" is a building there. */
  inLane: boolean;
  /** The places that texts name there: names and messages are read again and again. */
  places: Remembered<string, readonly SaidPlace[]>;
}

const kept = new Map<string, KnownBuildings>();
const KEPT = 64;
const TEXTS_KEPT = 1_024;

/** What is known of a group's buildings. Cheap: the same groups are asked about again and again. */
export function knownBuildings({ buildings }: GroupSetting): KnownBuildings {
  const key = buildings.join('\n');
  const known = kept.get(key);
  if (known) return known;
  const labels = new Set(buildings.map((one) => one.toUpperCase()));
  const numbers = [...labels].filter((one) => /^\d+$/.test(one)).map(Number);
  const prefixes = new Set([...labels].map((one) => /^([A-Z])\d{1,2}$/.exec(one)?.[1] ?? ''));
  const [prefix] = prefixes;
  const found: KnownBuildings = {
    any: labels.size === 0,
    labels,
    single: labels.size === 1 ? ([...labels][0] ?? null) : null,
    letters: [...labels].filter((one) => /^[A-Z]$/.test(one)).join(''),
    hasNumbers: numbers.length > 0,
    prefix: prefixes.size === 1 && prefix ? prefix : null,
    inLane: numbers.length > 1 && numbers.length === labels.size && Math.min(...numbers) >= 3,
    places: new Remembered(TEXTS_KEPT),
  };
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, found);
  return found;
}

/**
 * The building's label that somebody means: `三` → `3`, `t3` → `T3`, or `3` where the buildings are numbers, `3` → `T3` where they are T1, T2, …
 * Null for a building that the community does not have.
 */
export function buildingMeant(said: string, { any, labels, prefix }: KnownBuildings): string | null {
  const upper = /[a-z]/i.test(said) ? said.toUpperCase() : label(said);
  if (any || labels.has(upper)) return upper;
  const tower = /^[TH](\d{1,2})$/.exec(upper)?.[1];
  if (tower !== undefined && labels.has(String(Number(tower)))) return String(Number(tower));
  return prefix !== null && labels.has(prefix + upper) ? prefix + upper : null;
}
