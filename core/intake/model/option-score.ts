import type { AlternativeGroup } from '../alternatives.ts';
import { score, type Weights } from './score.ts';
import { gramScore } from './tables.ts';
import { type Told, type Units, unitScore } from './units.ts';

/** Weights by group and feature. */
export type ChoiceWeights = Readonly<Partial<Record<AlternativeGroup, Weights>>>;

/** What was learned of what a message is. */
export interface Choosing {
  /** What each feature weighs alone. */
  choice: ChoiceWeights;
  /** What they mean together. */
  units: Units;
}

const NO_WEIGHTS: Weights = {};

/** How something scores that a message could be; nothing at all scores 0. */
export function optionScore(group: AlternativeGroup, told: Told, { choice, units }: Choosing): number {
  if (group === 'none') return 0;
  const weights = choice[group] ?? NO_WEIGHTS;
  const ofText = told.grams ? gramScore(told.grams.prefix, told.grams.of, weights) : 0;
  return score(told.signs, weights) + ofText + unitScore(group, told, units);
}
