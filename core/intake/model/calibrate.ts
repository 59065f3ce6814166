import { softmax } from './score.ts';

/** Turns scores into what can be believed: each but that of "nothing", which stays 0, is multiplied by `slope`, and `offset` is added. */
export interface Calibration {
  slope: number;
  offset: number;
}

export const UNCALIBRATED: Calibration = { slope: 1, offset: 0 };

/** Scores that a model gave to what a message could be ("nothing" first, with 0), and which of them were right. */
export interface Judged {
  scores: readonly number[];
  rights: readonly boolean[];
}

/** Scores made believable; "nothing", the first, stays as it is. */
export const calibrated = (scores: readonly number[], { slope, offset }: Calibration): number[] =>
  scores.map((score, at) => (at === 0 ? score : slope * score + offset));

const STEPS = 200;
const RATE = 0.5;

/**
 * The calibration under which what was right got the greatest share, of messages that the models had not seen: learned weights are surer of
 * themselves than they ought to be of talk that they have not met. What has only one alternative says nothing. None judged: uncalibrated.
 */
export function calibrationOf(judged: readonly Judged[]): Calibration {
  const telling = judged.filter(({ scores, rights }) => scores.length > 1 && rights.some(Boolean));
  let { slope, offset } = UNCALIBRATED;
  for (let step = 0; step < STEPS && telling.length > 0; step++) {
    let bySlope = 0;
    let byOffset = 0;
    for (const { scores, rights } of telling) {
      const shares = softmax(calibrated(scores, { slope, offset }));
      const good = shares.reduce((sum, share, at) => sum + (rights[at] ? share : 0), 0);
      for (const [at, share] of shares.entries()) {
        if (at === 0) continue;
        const pull = (rights[at] ? share / Math.max(good, 1e-12) : 0) - share;
        bySlope += pull * (scores[at] ?? 0);
        byOffset += pull;
      }
    }
    const rate = (RATE * (1 - step / STEPS)) / telling.length;
    slope += rate * bySlope;
    offset += rate * byOffset;
  }
  return { slope, offset };
}
