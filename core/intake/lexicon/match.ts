import type { Concept } from './concept.ts';
import { elsewhere } from './elsewhere.ts';
import { signs } from './signs.ts';
import { things } from './things.ts';

export const lexicon = { ...things, ...signs, ...elsewhere } satisfies Record<string, Concept>;
export type ConceptName = keyof typeof lexicon;

interface Entry {
  word: string;
  concept: ConceptName;
  /** A Latin word must begin at a word's beginning and, unless it is only a stem, end at its end. */
  latin: boolean;
  stem: boolean;
}

const isLatin = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char);

/** By first character, so that one walk over the text finds every word of every concept. */
const index = new Map<string, Entry[]>();
for (const [concept, { words }] of Object.entries(lexicon) as [ConceptName, Concept][]) {
  for (const written of words.split('|')) {
    const stem = written.endsWith('*');
    const word = stem ? written.slice(0, -1) : written;
    const first = word[0];
    if (first === undefined) continue;
    const entries = index.get(first) ?? [];
    entries.push({ word, concept, latin: /^[a-z]/.test(word), stem });
    index.set(first, entries);
  }
}

/** Which concepts a normalised text names, each with the words that named it, as they stand in the lexicon. */
export function matchConcepts(text: string): Map<ConceptName, string[]> {
  const found = new Map<ConceptName, string[]>();
  for (let at = 0; at < text.length; at++) {
    const entries = index.get(text[at] ?? '');
    if (!entries) continue;
    for (const { word, concept, latin, stem } of entries) {
      if (!text.startsWith(word, at)) continue;
      if (latin && (isLatin(text[at - 1]) || (!stem && isLatin(text[at + word.length])))) continue;
      const words = found.get(concept);
      if (words) words.push(word);
      else found.set(concept, [word]);
    }
  }
  return found;
}
