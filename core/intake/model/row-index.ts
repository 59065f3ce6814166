/**
 * In which row of a table each name stands: answers as a Map of strings to numbers would, at a fraction of its memory. A name is known by 64 bits
 * that are worked out of it, so that one in a hundred billion unknown names would be taken for a known one.
 */
export class RowIndex {
  readonly size: number;
  /** The names as bytes, to be listed. */
  readonly #names: Buffer;
  /** Three numbers a place: its row counted from 1 on, or 0 where nothing stands, and the two halves of what its name comes to. */
  readonly #places: Int32Array;
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
    this.#places = new Int32Array(3 * places);
    let from = 0;
    for (let number = 1; number <= size; number++) {
      const end = names.indexOf('\n', from);
      const to = end < 0 ? names.length : end;
      const [first, second] = bitsOf(names, from, to);
      this.#places.set([number, first, second], this.#placeOf(first, second));
      from = to + 1;
    }
  }

  /** The row of a name; undefined of an unknown one. */
  get(name: string): number | undefined {
    const [first, second] = bitsOf(name, 0, name.length);
    const number = this.#places[this.#placeOf(first, second)] ?? 0;
    return number === 0 ? undefined : number - 1;
  }

  /** The names in the order of their rows. */
  names(): string[] {
    return this.size === 0 ? [] : this.#names.toString().split('\n');
  }

  /** From where on it stands, or could: the first free place. */
  #placeOf(first: number, second: number): number {
    const places = this.#places;
    let place = first & this.#mask;
    for (;;) {
      const at = 3 * place;
      if (places[at] === 0 || (places[at + 1] === first && places[at + 2] === second)) return at;
      place = (place + 1) & this.#mask;
    }
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
