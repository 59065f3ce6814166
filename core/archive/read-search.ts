import { simplify } from '../text/simplify.ts';

/** One thing that a ticket must have, in one of several ways. */
export interface Sought {
  /** How it may be written. */
  spellings: string[];
  /** The building that it names ("3栋" is not 13栋); null where it is no building. */
  building: string | null;
}

/** More words than these narrow nothing down. */
const WORDS_AT_MOST = 8;

/**
 * What is looked for, all of which must be found: words with spaces between, in any writing and width. `building 3` is one. A word
 * of Traditional characters is also looked for in Simplified ones.
 */
export function readSearch(text: string): Sought[] {
  const joined = text.normalize('NFKC').replaceAll(/\b(building|block)\s+(?=[a-z]?\d{0,3}\b)/gi, '$1-');
  const words = joined.split(/[\s,;、，]+/u).filter((word) => word !== '');
  return words.slice(0, WORDS_AT_MOST).map((word) => {
    const building =
      /^(?:building|block)-([a-z]?\d{0,3})$/i.exec(word)?.[1] ??
      /^([a-z]|\d{1,3})(?:栋|棟|号楼|號樓|幢|座)$/iu.exec(word)?.[1];
    return { spellings: [...new Set([word, simplify(word)])], building: building?.toUpperCase() ?? null };
  });
}

/** A pattern for LIKE that finds these very characters anywhere, whatever they mean to LIKE. */
export const anywhere = (word: string): string => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
