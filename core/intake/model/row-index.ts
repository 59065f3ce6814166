/**
 * In which row of a table each name stands: answers as a Map of strings to numbers would, at a fraction of its memory. A name is known by 64 bits
 * that are worked out of it, so that one in a hundred billion unknown names would be taken for a known one.
 */
export class RowIndex {
  readonly size: number;
  /** The names as bytes, to be listed. */
  readonly #names: Buffer;
  /** Of each place: the two halves of what its name comes to, and its number from 1 on; 0 where nothing stands. */
  readonly #firsts: Int32Array;
  readonly #seconds: Int32Array;
  readonly #numbers: Int32Array;
  readonly #mask: number;

  /** @param names a line for each row, none twice; no row at all of an empty text */
  constructor(names: string) {
    let size = names === '' ? 0 : 1;
    for (let at = names.indexOf('\n'); at >= 0; at = names.indexOf('\n', at + 1)) size++;
    this.size = size;
    this.#names = Buffer.from(names);
    // At most half of the places are taken.
    const places = 2 ** Math.ceil(Math.log2(2 * size + 2));
    this.#mask = places - 1;
    this.#firsts = new Int32Array(places);
    this.#seconds = new Int32Array(places);
    this.#numbers = new Int32Array(places);
    let from = 0;
    for (let number = 1; number <= size; number++) {
      const end = names.indexOf('\n', from);
      const to = end < 0 ? names.length : end;
      const [first, second] = bitsOf(names, from, to);
      const place = this.#placeOf(first, second);
      this.#firsts[place] = first;
      this.#seconds[place] = second;
      this.#numbers[place] = number;
      from = to + 1;
    }
  }

  /** The row of a name; undefined of an unknown one. */
  get(name: string): number | undefined {
    const [first, second] = bitsOf(name, 0, name.length);
    const number = this.#numbers[this.#placeOf(first, second)] ?? 0;
    return number === 0 ? undefined : number - 1;
  }

  /** The names in the order of their rows. */
  names(): string[] {
    return this.size === 0 ? [] : this.#names.toString().split('\n');
  }

  /** Where it stands, or the free place where it would. */
  #placeOf(first: number, second: number): number {
    let place = first & this.#mask;
    while (this.#numbers[place] !== 0 && (this.#firsts[place] !== first || this.#seconds[place] !== second))
      place = (place + 1) & this.#mask;
    return place;
  }
}

/** Two numbers of 32 bits that hardly any other name comes to: each character is mixed into both, by another odd factor. */
function bitsOf(text: string, from: number, to: number): [number, number] {
  let first = 0x2545f491;
  let second = 0x1b873593;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x9e3779b1);
    second = Math.imul(second ^ unit, 0x85ebca77);
    first ^= first >>> 15;
    second ^= second >>> 13;
  }
  return [first, second];
}
