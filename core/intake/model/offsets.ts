/** How the options of a choice scored, and which one is right. */
export interface Scored {
  scores: readonly number[];
  right: number;
}

const ROUNDS = 3;
const MOST = 2;
/** In tenths, so that they add up to the same everywhere. */
const STEPS = Array.from({ length: 20 * MOST + 1 }, (_, at) => at / 10 - MOST);

/**
 * What to add to the score of each option so that most choices come out right, in tenths between -2 and 2: what is rare is learned too rarely.
 * One option after the other is moved, three times around; an option stays where moving it makes no more of them right.
 *
 * @param judged choices between the same options, by weights that were learned from others
 * @param count of options
 */
export function offsetsFor(judged: readonly Scored[], count: number): number[] {
  const offsets = Array.from({ length: count }, () => 0);
  for (let round = 0; round < ROUNDS; round++)
    for (let option = 0; option < count; option++) {
      const others = judged.map((one) => headOver(one, option, offsets));
      const rightWith = (offset: number): number =>
        others.reduce(
          (sum, { lead, isRight, isElseRight }) => sum + Number(lead + offset > 0 ? isRight : isElseRight),
          0,
        );
      let best = offsets[option] ?? 0;
      let most = rightWith(best);
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
  { scores, right }: Scored,
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
