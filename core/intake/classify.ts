import type { Analysis } from './analysis.ts';
import type { Features } from './features.ts';
import { gramScore } from './model/tables.ts';
import type { Concept } from './lexicon/concept.ts';
import { things } from './lexicon/things.ts';
import { score, type Weights } from './model/score.ts';
import type { Area, Kind } from './understanding.ts';

export const kinds = ['repair', 'complaint', 'suggestion', 'inquiry', 'praise'] as const satisfies readonly Kind[];
export const areas = [
  'facilities',
  'environment',
  'security',
  'parking',
  'neighbours',
  'fees',
  'service',
  'community',
  'other',
] as const satisfies readonly Area[];

/** What speaks for one kind or another, beside the runs of characters. */
export function kindFeatures(analysis: Analysis): Features {
  const { concepts, things: named, text } = analysis;
  const features: Features = { base: 1 };
  for (const concept of concepts.keys()) features[`says ${concept}`] = 1;
  const facility = [...named].some((thing) => {
    const { area }: Concept = things[thing];
    return area === 'facilities';
  });
  if (facility && concepts.has('fault')) features['a facility at fault'] = 1;
  if (facility && concepts.has('ask') && !concepts.has('fault')) features['asks of a facility'] = 1;
  if (named.has('barrier') || named.has('charger') || named.has('camera'))
    if (concepts.has('fault')) features['equipment at fault'] = 1;
  if (/[?]|吗|么$|呢$/.test(text)) features['a question'] = 1;
  if (/^(?:请问|想问|问下|问一下|咨询)|(?:在哪|去哪|怎么办理|带啥|几点|多少钱|要不要|能不能改)/.test(text))
    features['asks how'] = 1;
  if (/谁|哪个/.test(text)) features['asks who'] = 1;
  if (concepts.has('suggest') && !concepts.has('fault')) features['suggests, nothing at fault'] = 1;
  if (concepts.has('praise') && !concepts.has('fault') && !concepts.has('anger'))
    features['praises, nothing at fault'] = 1;
  if (named.has('noise') || named.has('pets') || named.has('cigarettes') || named.has('upstairs'))
    features['what neighbours do'] = 1;
  return features;
}

/** What speaks for one area or another: the things named, and how many words each area has in the text. */
export function areaFeatures(analysis: Analysis): Features {
  const features: Features = { base: 1 };
  const votes = new Map<Area, number>();
  for (const [concept, words] of analysis.concepts) {
    features[`says ${concept}`] = 1;
    if (concept in things) {
      const { area }: Concept = things[concept as keyof typeof things];
      if (area) votes.set(area, (votes.get(area) ?? 0) + new Set(words).size);
    }
  }
  for (const [area, count] of votes) features[`words of ${area}`] = Math.min(3, count);
  return features;
}

/** What speaks for danger, and for more haste than usual, beside the runs of characters. */
export function urgencyFeatures({ concepts, text }: Analysis): Features {
  const features: Features = { base: 1 };
  for (const concept of concepts.keys()) features[`says ${concept}`] = 1;
  if (text.includes('!')) features['cries out'] = 1;
  return features;
}

/** How likely it is, 0 to 1, that a text tells of such an urgency. */
export function urgencyShare(analysis: Analysis, weights: Weights): number {
  const points = score(urgencyFeatures(analysis), weights) + gramScore('', analysis, weights);
  return 1 / (1 + Math.exp(-points));
}

function best<T extends string>(
  analysis: Analysis,
  features: Features,
  names: readonly T[],
  weights: Readonly<Record<string, Weights>>,
  otherwise: T,
): T {
  let found = otherwise;
  let top = Number.NEGATIVE_INFINITY;
  for (const name of names) {
    const own = weights[name] ?? {};
    const points = score(features, own) + gramScore('', analysis, own);
    if (points > top) [found, top] = [name, points];
  }
  return found;
}

/** Which kind of matter a text opens (P2). */
export const kindOf = (analysis: Analysis, weights: Readonly<Record<string, Weights>>): Kind =>
  best(analysis, kindFeatures(analysis), kinds, weights, 'repair');

/** Which area of the estate's life it belongs to. */
export const areaOf = (analysis: Analysis, weights: Readonly<Record<string, Weights>>): Area =>
  best(analysis, areaFeatures(analysis), areas, weights, 'other');
