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

/** a–z and digits of a normalised text, by character code; false beyond its ends. */
const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** By their first two characters (or their only one), so that one walk over the text finds every word of every concept. */
const index = new Map<string, Entry[]>();
for (const [concept, { words }] of Object.entries(lexicon) as [ConceptName, Concept][]) {
  for (const written of words.split('|')) {
    const stem = written.endsWith('*');
    const word = stem ? written.slice(0, -1) : written;
    if (word === '') continue;
    const key = word.slice(0, 2);
    const entries = index.get(key) ?? [];
    entries.push({ word, concept, latin: /^[a-z]/.test(word), stem });
    index.set(key, entries);
  }
}

/** Which concepts a normalised text names, each with the words that named it, as they stand in the lexicon. */
export function matchConcepts(text: string): Map<ConceptName, string[]> {
  const found = new Map<ConceptName, string[]>();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Within a Latin word nothing begins.
    if (code >= 97 && code <= 122 && isLatin(text.charCodeAt(at - 1))) continue;
    const pair = text.slice(at, at + 2);
    collect(index.get(pair), text, at, found);
    if (pair.length === 2) collect(index.get(pair.charAt(0)), text, at, found);
  }
  return found;
}

function collect(
  entries: readonly Entry[] | undefined,
  text: string,
  at: number,
  found: Map<ConceptName, string[]>,
): void {
  if (!entries) return;
  for (const { word, concept, latin, stem } of entries) {
    if (word.length > 2 && !text.startsWith(word, at)) continue;
    if (latin && !stem && isLatin(text.charCodeAt(at + word.length))) continue;
    const words = found.get(concept);
    if (words) words.push(word);
    else found.set(concept, [word]);
  }
}
