import { type Alternative, alternativesOf, featuresOf, weighedOf } from './alternatives.ts';
import type { Hearing } from './features.ts';
import { calibrated } from './model/calibrate.ts';
import type { Model } from './model/model.ts';
import { score, softmax } from './model/score.ts';
import { strongest } from './model/tables.ts';
import { unitShares } from './model/units.ts';
import type { Suspected } from './suspected.ts';
import type { Explanation, GroupContext, HeardMessage, KnownMatter } from './understanding.ts';

/** What is believed less is hardly believed: it is neither explained to the last character nor looked at for danger that no word names. */
export const HARDLY_FROM = 0.05;
/** As many reasons are given. */
const REASONS = 6;

/** What a message could be, and how much is believed of each, 0 to 1. */
export interface Choice {
  hearing: Hearing;
  /** That it is for the office at all: opens a matter, or belongs to one. */
  office: number;
  /** That it opens a matter. */
  report: number;
  /** The same without what the community's staff taught. */
  believed: number;
  /** That it belongs to a known one: the likeliest. */
  link: { matter: KnownMatter; share: number } | null;
  /** That it shows an earlier message to be one: the likeliest. */
  late: { suspected: Suspected; share: number } | null;
  /** What spoke for and against the likeliest of them, nothing at all apart. */
  why: () => Explanation['reasons'];
}

/** What a resident's message, or one piece of it, is likeliest to be. */
export function choose(message: HeardMessage, context: GroupContext, model: Model): Choice {
  const { hearing, all, apart } = alternativesOf(message, context, model);
  const plain = calibrated(weighedOf(hearing, all, model), model.calibration);
  const plainShares = softmax(plain);
  const shares = softmax(corrected(plain, hearing, all, context));
  let link: Choice['link'] = null;
  let late: Choice['late'] = null;
  let best: Alternative | undefined = all[1];
  let most = shares[1] ?? 0;
  for (const [at, one] of all.entries()) {
    const share = shares[at] ?? 0;
    if (one.matter && (link === null || share > link.share)) link = { matter: one.matter, share };
    if (one.suspected && (late === null || share > late.share)) late = { suspected: one.suspected, share };
    if (at > 1 && share > most) [most, best] = [share, one];
  }
  return {
    hearing,
    office: 1 - (shares[0] ?? 0),
    report: shares[1] ?? 0,
    believed: plainShares[1] ?? 0,
    link,
    late,
    why: () => [
      ...(hearing.danger === null ? [] : [{ what: `danger: ${hearing.danger}`, weight: 1 }]),
      // Why chatter is chatter is told by its signs alone: most of what is said is chatter.
      ...(best
        ? strongest(
            1 - (plainShares[0] ?? 0) < HARDLY_FROM ? { signs: best.signs } : best,
            model.choice[best.group] ?? {},
            REASONS,
            unitShares(best.group, best, model.units),
          )
        : []),
      ...(best?.matter || apart === null ? [] : [{ what: `kept apart: ${apart}`, weight: 0 }]),
    ],
  };
}

/** What the community's staff taught counts for a new matter, never where there is danger. */
function corrected(
  scores: number[],
  { danger }: Hearing,
  all: readonly Alternative[],
  { setting: { correction } }: GroupContext,
): number[] {
  const opens = all[1];
  if (!correction || !opens || danger !== null) return scores;
  const more = score(featuresOf(opens), correction);
  return scores.map((one, at) => (at === 1 ? one + more : one));
}
