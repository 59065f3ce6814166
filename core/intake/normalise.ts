import { simplify } from '../text/simplify.ts';

/** Private use areas and characters that are not seen: joiners, direction marks, variation selectors. */
const unseen = /[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\u200d|\p{Variation_Selector}/gu;

/**
 * One way of writing for everything that compares words: half width (NFKC), Simplified characters, lower case, one space
 * where there were several, one mark where it was repeated ("!!!" → "!"). Emoji stay. Line ends become full stops of a
 * kind (`\n`), so that two lines are still two sentences.
 */
export function normalise(text: string): string {
  return simplify(text.normalize('NFKC'))
    .replace(unseen, '')
    .toLowerCase()
    .replace(/['’‘`]/g, "'")
    .replace(/([!?。,.~…、])(?:\s*\1)+/g, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
