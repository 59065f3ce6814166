import type { AlternativeGroup } from '../alternatives.ts';
import { Codebook, type HowToLearn, type Option } from './learn.ts';

/** What a resident's message could be, apart from nothing at all. */
const groups = ['matter', 'link', 'late'] as const satisfies readonly AlternativeGroup[];
type Group = (typeof groups)[number];

/** One of the things that a message could be, and how it scores; `none`, nothing at all, scores 0. */
export interface ScoredAlternative {
  group: AlternativeGroup;
  score: number;
}

/** What a message could be ("nothing" first), and how much it says: its size as an analysis has it. */
export interface Weighed {
  alternatives: readonly ScoredAlternative[];
  size: number;
}

/** The same, and which of the alternatives were right. */
export interface Judged extends Weighed {
  rights: readonly boolean[];
}

/**
 * What the score of an alternative is looked at beside, in the order of the numbers of a {@link Calibration}: the score, which counts otherwise below
 * nought, and otherwise the greater it is; how much is said; among how many known matters and suspected messages it stands; for a known matter
 * whether it is the likeliest of them, and by how much it is not; for the others how likely that one is.
 */
const traits = [
  ...(['score', 'offset', 'below', 'bent', 'size'] as const),
  ...(['links', 'lates', 'best', 'behind', 'rival'] as const),
] as const;

/** Greater scores count as they come, so that the plainer of two reports is never believed less. */
const BENT_AT_MOST = 8;

/** Turns scores into what can be believed: for each group how much each of the {@link traits} counts. */
export type Calibration = Readonly<Record<Group, readonly number[]>>;

const asItIs = traits.map((trait) => Number(trait === 'score'));
export const UNCALIBRATED: Calibration = { matter: asItIs, link: asItIs, late: asItIs };

const isGroup = (group: AlternativeGroup): group is Group => groups.some((one) => one === group);

/** What is the same for all alternatives of a message. */
interface Beside {
  links: number;
  lates: number;
  size: number;
  /** The score of the likeliest known matter; null where there is none. */
  best: number | null;
}

function besideOf({ alternatives, size }: Weighed): Beside {
  let links = 0;
  let lates = 0;
  let best: number | null = null;
  for (const { group, score } of alternatives) {
    if (group === 'late') lates++;
    if (group !== 'link') continue;
    links++;
    if (best === null || score > best) best = score;
  }
  return { links: Math.log1p(links) / 2, lates: Math.log1p(lates) / 2, size: Math.log1p(size) / 3, best };
}

function traitsOf({ group, score }: ScoredAlternative, { links, lates, size, best }: Beside): number[] {
  const isLink = group === 'link' && best !== null;
  return [
    score,
    1,
    Math.min(0, score),
    (score * Math.min(BENT_AT_MOST, Math.abs(score))) / 5,
    size,
    links,
    lates,
    isLink && score === best ? 1 : 0,
    isLink ? score - best : 0,
    isLink ? 0 : (best ?? 0) / 3,
  ];
}

/** Scores made believable; that of nothing at all stays 0. */
export function calibrated(weighed: Weighed, calibration: Calibration): number[] {
  const beside = besideOf(weighed);
  return weighed.alternatives.map((one) => {
    if (!isGroup(one.group)) return 0;
    const counts = calibration[one.group];
    return traitsOf(one, beside).reduce((sum, value, at) => sum + value * (counts[at] ?? 0), 0);
  });
}

/** Fewer say nothing of what is believed. */
const LEAST = 100;
const CALIBRATING: HowToLearn = { epochs: 30, rate: 0.2, decay: 0, atLeast: 1, prune: 0 };

/**
 * The calibration under which what was right got the greatest share, of messages that the models had not seen: learned weights are surer of
 * themselves than they ought to be of talk that they have not met, and know nothing of each other. What has only one alternative says nothing. Fewer
 * than a hundred judged: uncalibrated.
 */
export function calibrationOf(judged: readonly Judged[]): Calibration {
  const telling = judged.filter(({ alternatives, rights }) => alternatives.length > 1 && rights.some(Boolean));
  if (telling.length < LEAST) return UNCALIBRATED;
  const book = new Codebook();
  const learned = book.learn(
    telling.map((one) => book.code(optionsOf(one))),
    CALIBRATING,
  );
  const countsOf = (group: Group): readonly number[] => {
    const counts = learned[group];
    return counts ? traits.map((trait) => counts[trait] ?? 0) : asItIs;
  };
  return { matter: countsOf('matter'), link: countsOf('link'), late: countsOf('late') };
}

function optionsOf(one: Judged): Option[] {
  const beside = besideOf(one);
  return one.alternatives.map((alternative, at): Option => {
    const values = isGroup(alternative.group) ? traitsOf(alternative, beside) : [];
    return {
      group: alternative.group,
      features: Object.fromEntries(values.map((value, trait) => [traits[trait] ?? '', value])),
      right: one.rights[at] ?? false,
    };
  });
}
