import type { Concept } from './concept.ts';
import { elsewhere } from './elsewhere.ts';
import { signs } from './signs.ts';
import { things } from './things.ts';
import { WordIndex } from './word-index.ts';

export const lexicon = { ...things, ...signs, ...elsewhere } satisfies Record<string, Concept>;
export type ConceptName = keyof typeof lexicon;

const index = new WordIndex<ConceptName>();
for (const [concept, { words }] of Object.entries(lexicon) as [ConceptName, Concept][]) index.add(words, concept);

/** Which concepts a normalised text names, each with the words that named it, as they stand in the lexicon. */
export function matchConcepts(text: string): Map<ConceptName, string[]> {
  const found = new Map<ConceptName, string[]>();
  index.each(text, (concept, word) => {
    const words = found.get(concept);
    if (words) words.push(word);
    else found.set(concept, [word]);
  });
  return found;
}
