import type { Features } from '../features.ts';

/** Weights by the name of a feature, as `fit.ts` leaves them; what has no weight does not count. */
export type Weights = Readonly<Record<string, number>>;

/** What features come to under these weights. */
export function score(features: Features, weights: Weights): number {
  let sum = 0;
  for (const name in features) sum += (features[name] ?? 0) * (weights[name] ?? 0);
  return sum;
}

/** Turns scores into shares of one, so that the greatest can be compared with a threshold. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((one) => Math.exp(one - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((one) => one / sum);
}
