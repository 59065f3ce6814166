import { WordIndex } from '../word-index.ts';
import { english } from './english.ts';
import { speech } from './speech.ts';
import { things } from './things.ts';
import { troubles } from './troubles.ts';
import { world } from './world.ts';

/** So many words show what a class is. */
const SHOWN = 3;

/** The first words of each class, by its name. */
const firstWords = new Map<string, string[]>();
/** Words of one class stand for each other: a word that was never met in training shares its class with words that were. */
const index = new WordIndex<string>();
for (const line of [things, troubles, speech, world, english].flatMap((pages) => pages.trim().split('\n'))) {
  const cut = line.indexOf(': ');
  if (cut < 0) continue;
  const name = line.slice(0, cut);
  const words = line.slice(cut + 2);
  firstWords.set(name, words.split('|', SHOWN));
  index.add(words, name);
}

/** Some words of a class, to show what it is; none for a name that is no class. */
export const wordsOfClass = (name: string): readonly string[] => firstWords.get(name) ?? [];

/** The classes of the words in a normalised text. */
export function classesIn(text: string): Set<string> {
  const found = new Set<string>();
  index.each(text, (name) => found.add(name));
  return found;
}
