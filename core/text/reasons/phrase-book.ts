import { wordsOfClass } from '../../intake/lexicon/thesaurus/classes.ts';

/** What the names of features are in one language. A name that is missing is shown as it is. */
export interface PhraseBook {
  /** Behind `says `: what is spoken of, as a whole phrase. */
  says: Readonly<Record<string, string>>;
  dangers: Readonly<Record<string, string>>;
  /** Whole names. */
  whole: Readonly<Record<string, string>>;
  /** Pieces of a name between commas. */
  parts: Readonly<Record<string, string>>;
  /** Behind `kept apart: `. */
  apart: Readonly<Record<string, string>>;
  /** In front of what was heard elsewhere than in the message itself, by the short sign of the name. */
  heard: Readonly<Record<'rs' | 'rl' | 'os' | 'ol' | 's' | 'o' | 'a' | 'r', (what: string) => string>>;
  danger(what: string): string;
  keptApart(why: string): string;
  fragment(letters: string): string;
  /** A fragment or a class of meaning, in words, that stands both in the message and in the ticket. */
  shares(what: string): string;
  /** A class of meaning, by its name and some of its words. */
  speaksOf(name: string, words: readonly string[]): string;
  comma: string;
}

/** `r` stands in the reasons of older tickets. */
const mark = /^(rs|rl|os|ol|s|o|a|r):(.+)$/su;
const inBoth = /^shares ([“{].+)$/su;

/** A feature in words: `rs:“又停` is a learned fragment in what a reporter said soon after, `says lift` a word for a thing. */
export function phraseFor(what: string, book: PhraseBook): string {
  const marked = mark.exec(what);
  if (marked) {
    const [, sign, rest = ''] = marked;
    return book.heard[sign as keyof PhraseBook['heard']](phraseFor(rest, book));
  }
  if (what.startsWith('“')) return book.fragment(shownLetters(what.slice(1).replace(/”$/, '')));
  if (what.startsWith('{')) {
    const name = what.slice(1, -1);
    return book.speaksOf(name, wordsOfClass(name));
  }
  const [, both] = inBoth.exec(what) ?? [];
  if (both !== undefined) return book.shares(phraseFor(both, book));
  if (what.startsWith('danger: ')) return book.danger(book.dangers[what.slice(8)] ?? what.slice(8));
  if (what.startsWith('kept apart: ')) return book.keptApart(apartFor(what.slice(12), book));
  if (own(book.whole, what)) return book.whole[what] ?? what;
  const parts = what.split(', ').map((part) => partFor(part, book));
  return parts.every((part) => part !== null) ? parts.join(book.comma) : what;
}

/** A piece of a name: one that has words, or `says …`, or somebody who `says …`. Null where nobody has words for it. */
function partFor(part: string, book: PhraseBook): string | null {
  if (own(book.parts, part)) return book.parts[part] ?? part;
  const says = /^(?:(.+) )?says (\w+)$/.exec(part);
  const [, who, concept = ''] = says ?? [];
  if (!says || !own(book.says, concept)) return null;
  if (who === undefined) return book.says[concept] ?? null;
  return own(book.parts, who) ? `${book.parts[who]}${book.comma}${book.says[concept]}` : null;
}

const apartFor = (why: string, book: PhraseBook): string => (own(book.apart, why) ? (book.apart[why] ?? why) : why);

/** "constructor" is a word that somebody may teach. */
const own = (book: Readonly<Record<string, string>>, name: string): boolean => Object.hasOwn(book, name);

/** `<` and `>` stand for the ends of a clause, `*` for the rest of a word; other white space nobody would see. */
const shownLetters = (letters: string): string =>
  letters
    .replace(/^<|>$/g, '')
    .replace(/\*$/, '…')
    .replace(/(?<=\S) (?=\S)/g, '\u00a0')
    .replace(/[\p{Cc} ]/gu, '␣')
    .replaceAll('\u00a0', ' ')
    .slice(0, 24)
    .toWellFormed();
