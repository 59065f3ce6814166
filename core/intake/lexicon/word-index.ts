interface Entry<T> {
  word: string;
  of: T;
  /** A Latin word, or a number, begins at a word's beginning; it ends at its end unless it is only a stem. */
  isWhole: boolean;
}

/** The words that begin with one character. */
interface Beginning<T> {
  /** Those that are this one character. */
  alone: Entry<T>[];
  /** The others, by the code of their second character. */
  longer: Map<number, Entry<T>[]>;
}

/** a–z and digits of a normalised text, by character code; false beyond its ends. */
const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** Words and what each stands for, found in one walk over a text. */
export class WordIndex<T> {
  /** By the code of the first character. */
  readonly #beginnings = new Map<number, Beginning<T>>();

  /** Adds the words of a lexicon: as `normalise` leaves them, separated by `|`; with a `*` at its end one is the beginning of a Latin word. */
  add(words: string, of: T): void {
    for (const written of new Set(words.split('|'))) {
      const isStem = written.endsWith('*');
      const word = isStem ? written.slice(0, -1) : written;
      if (word === '') continue;
      const code = word.charCodeAt(0);
      const beginning = this.#beginnings.get(code) ?? { alone: [], longer: new Map<number, Entry<T>[]>() };
      this.#beginnings.set(code, beginning);
      const entry = { word, of, isWhole: /^[a-z]/.test(word) && !isStem };
      const second = word.charCodeAt(1);
      const entries = word.length === 1 ? beginning.alone : (beginning.longer.get(second) ?? []);
      entries.push(entry);
      if (word.length > 1) beginning.longer.set(second, entries);
    }
  }

  /** Tells every place of every word in a normalised text, from its beginning to its end. Within a Latin word or a number nothing begins. */
  each(text: string, tell: (of: T, word: string) => void): void {
    let before = false;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isWithin = before;
      before = isLatin(code);
      if (isWithin && before) continue;
      const beginning = this.#beginnings.get(code);
      if (!beginning) continue;
      const entries = beginning.longer.get(text.charCodeAt(at + 1));
      if (entries) tellThose(entries, text, at, tell);
      tellThose(beginning.alone, text, at, tell);
    }
  }
}

function tellThose<T>(
  entries: readonly Entry<T>[],
  text: string,
  at: number,
  tell: (of: T, word: string) => void,
): void {
  for (const { word, of, isWhole } of entries) {
    if (word.length > 2 && !text.startsWith(word, at)) continue;
    if (isWhole && isLatin(text.charCodeAt(at + word.length))) continue;
    tell(of, word);
  }
}
