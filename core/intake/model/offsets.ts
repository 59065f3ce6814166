/** How the options of a choice scored, and which one is right. */
export interface OptionScores {
  scores: readonly number[];
  right: number;
}

const ROUNDS = 3;
/** Nearer than this neither is ahead. */
const TIED = 1e-9;
/** Tenths from -2 to 2, the smallest first: of several that do as well the smallest is taken. */
const STEPS = Array.from({ length: 41 }, (_, at) => (at - 20) / 10).toSorted((a, b) => Math.abs(a) - Math.abs(b));

/**
 * What to add to the score of each option so that most choices come out right, in tenths between -2 and 2: what is rare is learned too rarely.
 * One option after the other is moved, three times around, and none further than it must be.
 *
 * @param judged choices between the same options, by weights that were learned from others
 * @param count of options
 */
export function offsetsFor(judged: readonly OptionScores[], count: number): number[] {
  const offsets = Array.from({ length: count }, () => 0);
  for (let round = 0; round < ROUNDS; round++)
    for (let option = 0; option < count; option++) {
      const others = judged.map((one) => headOver(one, option, offsets));
      const rightWith = (offset: number): number =>
        others.filter(({ lead, isRight, isElseRight }) =>
          lead + offset > TIED ? isRight : lead + offset < -TIED && isElseRight,
        ).length;
      let [best, most] = [0, -1];
      for (const offset of STEPS) {
        const rights = rightWith(offset);
        if (rights > most) [best, most] = [offset, rights];
      }
      offsets[option] = best;
    }
  return offsets;
}

/** By how much an option without its offset is ahead of the best of the others, and whether it, or that other one, is right. */
function headOver(
  { scores, right }: OptionScores,
  option: number,
  offsets: readonly number[],
): { lead: number; isRight: boolean; isElseRight: boolean } {
  let best = -1;
  let top = Number.NEGATIVE_INFINITY;
  for (const [at, score] of scores.entries()) {
    const moved = score + (offsets[at] ?? 0);
    if (at !== option && moved > top) [best, top] = [at, moved];
  }
  return { lead: (scores[option] ?? 0) - top, isRight: right === option, isElseRight: right === best };
}
