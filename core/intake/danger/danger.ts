import type { Analysis } from '../analysis.ts';
import { Remembered } from '../remembered.ts';
import { type Danger, dangers } from './signs.ts';
import { away, figures, hearsay, hereabouts, imagined, joking, now, over, past } from './told.ts';

export type { Danger };

/** Whether a danger is only spoken of: imagined, heard of, long past, over, a joke, or somewhere else. */
function onlyTold(text: string): boolean {
  const urgent = now.test(text);
  if (imagined.test(text) && !/not a drill|不是演习|唔系演习/.test(text)) return true;
  if (!urgent && (hearsay.test(text) || past.test(text) || joking.test(text))) return true;
  if (over.test(text) && !/又|还(?!好|是虚)|仲|没(?:有)?(?:灭|熄|出来)|\bagain\b|\bstill\b/.test(text)) return true;
  return away.test(text) && !hereabouts.test(text);
}

/**
 * The danger that a message reports, or null (P5e). Rather too often than too seldom: missing one may cost a life, a false alarm costs a
 * telephone call. Figures of speech, dramas, drills, fears and what is over are no dangers.
 */
export function dangerIn({ text }: Pick<Analysis, 'text'>): Danger | null {
  const known = remembered.get(text);
  return known === undefined ? remembered.keep(text, lookFor(text)) : known;
}

/** The same words are asked about as what was said, as what is known, and for how urgent they are. */
const remembered = new Remembered<string, Danger | null>(1_024);

function lookFor(text: string): Danger | null {
  const plain = text.replaceAll('著', '着').replace(figures, '');
  const found = dangers.find(({ signs }) =>
    signs.some((sign) => (sign instanceof RegExp ? sign.test(plain) : sign.every((part) => part.test(plain)))),
  );
  return found && !onlyTold(text) ? found.what : null;
}
