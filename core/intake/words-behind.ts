import { analyse } from './analysis.ts';

/** As many words of a message are shown with one reason. */
const SHOWN = 3;

/**
 * The words of a text that stand behind a feature of the understanding: those of the lexicon that made it `says fault`. Empty for features
 * that no single word makes. Words are as `normalise` leaves them: Simplified characters, lower case.
 */
export function wordsBehind(what: string, text: string): string[] {
  if (!what.startsWith('says ') || text === '') return [];
  const concepts: ReadonlyMap<string, string[]> = analyse(text).concepts;
  return [...new Set(concepts.get(what.slice('says '.length)) ?? [])].slice(0, SHOWN);
}
