import { english } from './english.ts';
import { speech } from './speech.ts';
import { things } from './things.ts';
import { troubles } from './troubles.ts';
import { world } from './world.ts';

/** So many words show what a class is. */
const SHOWN = 3;

/** Words of one class stand for each other: a word that was never met in training shares its class with words that were. */
interface Entry {
  word: string;
  name: string;
  /** A Latin word begins at a word's beginning and, unless it is only a stem, ends at its end. */
  isLatin: boolean;
  isStem: boolean;
}

/** The first words of each class, by its name. */
const firstWords = new Map<string, string[]>();
/** By their first two characters, or their only one. */
const index = new Map<string, Entry[]>();
for (const line of [things, troubles, speech, world, english].flatMap((pages) => pages.trim().split('\n'))) {
  const cut = line.indexOf(': ');
  if (cut < 0) continue;
  const name = line.slice(0, cut);
  const words = line.slice(cut + 2).split('|');
  firstWords.set(name, words.slice(0, SHOWN));
  for (const written of new Set(words)) {
    const isStem = written.endsWith('*');
    const word = isStem ? written.slice(0, -1) : written;
    if (word === '') continue;
    const key = word.slice(0, 2);
    const entry: Entry = { word, name, isLatin: /^[a-z]/.test(word), isStem };
    const known = index.get(key);
    if (known) known.push(entry);
    else index.set(key, [entry]);
  }
}

/** Some words of a class, to show what it is; none for a name that is no class. */
export const wordsOfClass = (name: string): readonly string[] => firstWords.get(name) ?? [];

const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** The classes of the words in a normalised text. */
export function classesIn(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    // Within a Latin word nothing begins.
    if (isLatin(text.charCodeAt(at)) && isLatin(text.charCodeAt(at - 1))) continue;
    collect(index.get(text.slice(at, at + 2)), text, at, found);
    collect(index.get(text.charAt(at)), text, at, found);
  }
  return found;
}

function collect(entries: readonly Entry[] | undefined, text: string, at: number, found: Set<string>): void {
  if (!entries) return;
  for (const { word, name, isLatin: latin, isStem } of entries) {
    if (found.has(name) || (word.length > 2 && !text.startsWith(word, at))) continue;
    if (latin && !isStem && isLatin(text.charCodeAt(at + word.length))) continue;
    found.add(name);
  }
}
