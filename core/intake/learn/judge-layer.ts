import type { GroupSetting } from '../understanding.ts';
import { corrected, fitLayer, type Example } from './fit-layer.ts';

export type Thresholds = NonNullable<GroupSetting['thresholds']>;

/** How much of some examples is understood rightly, from 0 to 1, without a layer and with one. */
export interface Rightness {
  before: number;
  after: number;
}

/** How good a layer is, always judged by one that had not seen what it is judged on. */
export interface Verdict {
  /** Of what staff decided. */
  decided: Rightness;
  /** Of what it must not spoil; both are 1 where there is nothing of the kind. */
  beside: Rightness;
  /** It mends more of what was decided than chance would, and more than it spoils beside it. */
  isBetter: boolean;
}

const FOLDS = 10;
/** So many times what chance alone brings about: about one layer in fifteen that is no better gets there. */
const BEYOND_CHANCE = 1.5;

/**
 * Judges the layer that would be learned: in ten parts, each by a layer fitted to the other nine. The parts are stretches of time, so that what
 * several people wrote about one thing is not on both sides.
 *
 * @param decided what staff decided, oldest first
 * @param beside what else is fitted to, oldest first
 */
export function judgeLayer(decided: readonly Example[], beside: readonly Example[], thresholds: Thresholds): Verdict {
  const ofDecided = { before: 0, after: 0, moved: 0 };
  const ofBeside = { before: 0, after: 0, moved: 0 };
  for (let fold = 0; fold < FOLDS; fold++) {
    const [heldOut, seen] = parted(decided, fold);
    const [heldOutBeside, seenBeside] = parted(beside, fold);
    if (heldOut.length + heldOutBeside.length === 0) continue;
    const layer = fitLayer([...seen, ...seenBeside]);
    for (const [examples, sums] of [
      [heldOut, ofDecided],
      [heldOutBeside, ofBeside],
    ] as const) {
      for (const example of examples) {
        const before = rightness(example.believed, example.isMatter, thresholds);
        const after = rightness(corrected(example, layer), example.isMatter, thresholds);
        sums.before += before;
        sums.after += after;
        sums.moved += (after - before) ** 2;
      }
    }
  }
  const mended = ofDecided.after - ofDecided.before;
  const spoilt = ofBeside.before - ofBeside.after;
  return {
    decided: shares(ofDecided, decided.length),
    beside: shares(ofBeside, beside.length),
    isBetter: mended > spoilt && mended > BEYOND_CHANCE * Math.sqrt(ofDecided.moved),
  };
}

/** 1 where a matter opens a ticket by itself, or what is none is left alone; a half where the staff are asked; else 0. */
export function rightness(believed: number, isMatter: boolean, { act, ask }: Thresholds): number {
  if (believed < act && believed >= ask) return 0.5;
  return believed >= act === isMatter ? 1 : 0;
}

function parted(examples: readonly Example[], fold: number): [heldOut: Example[], seen: Example[]] {
  const isHeldOut = (at: number): boolean => Math.floor((at * FOLDS) / examples.length) === fold;
  return [examples.filter((_, at) => isHeldOut(at)), examples.filter((_, at) => !isHeldOut(at))];
}

const shares = ({ before, after }: Rightness, of: number): Rightness =>
  of === 0 ? { before: 1, after: 1 } : { before: before / of, after: after / of };
