import { createDice } from '../../dice.ts';
import type { Lesson } from './learn.ts';
import { type FeatureName, type Units, unitsOf } from './units.ts';

/** How units are learned, beside the weights of each feature alone. */
export interface HowTogether {
  /** How many units. */
  count: number;
  /** Step of Adagrad; a tenth of it in the last epoch. */
  rate: number;
  /** By how much a row shrinks with every lesson. */
  decay: number;
  /** What fewer lessons have has no row. */
  atLeast: number;
  /** Signs that have none either. */
  without: ReadonlySet<string>;
}

/** Rows begin anywhere near zero, so that no two units learn the same. */
const FIRST_CELLS = 0.05;
/** Units begin to count so much, one for an option and the next against it. */
const FIRST_COUNT = 0.3;
/** So that nothing is divided by nothing. */
const FIRST_SQUARE = 1e-3;
/** The greatest number that a cell holds. */
const MOST = 127;

/** Units while they are learned, by gradient steps. */
export class LearningUnits {
  readonly #count: number;
  readonly #how: HowTogether;
  /** The row of each place; -1 where it has none. */
  readonly #rows: Int32Array;
  readonly #cells: Float32Array;
  readonly #squares: Float32Array;
  readonly #counts: Float64Array;
  readonly #countSquares: Float64Array;
  /** What each unit came to, option by option, when a lesson was last asked for its scores. */
  #sums = new Float64Array(0);
  readonly #pulls: Float64Array;

  /** @param isTold whether a place may have a row at all */
  constructor(lessonsWith: Int32Array, isTold: (place: number) => boolean, how: HowTogether) {
    this.#how = how;
    this.#count = how.count;
    let rows = 0;
    this.#rows = lessonsWith.map((lessons, place) => (lessons >= how.atLeast && isTold(place) ? rows++ : -1));
    const dice = createDice(1);
    this.#cells = Float32Array.from({ length: rows * how.count }, () => FIRST_CELLS * normal(dice));
    this.#squares = new Float32Array(rows * how.count).fill(FIRST_SQUARE);
    this.#counts = Float64Array.from({ length: how.count }, (_, unit) => (unit % 2 === 0 ? -FIRST_COUNT : FIRST_COUNT));
    this.#countSquares = new Float64Array(how.count).fill(FIRST_SQUARE);
    this.#pulls = new Float64Array(how.count);
  }

  /** A place that was not met in so many lessons. */
  shrink(place: number, lessons: number): void {
    const row = this.#rows[place] ?? -1;
    if (row < 0) return;
    const factor = Math.exp(-this.#how.decay * lessons);
    for (let at = row * this.#count; at < (row + 1) * this.#count; at++)
      this.#cells[at] = (this.#cells[at] ?? 0) * factor;
  }

  /** What the units add to the score of each option. */
  scores({ starts, rights, places, values }: Lesson): number[] {
    const count = this.#count;
    const rows = this.#rows;
    const cells = this.#cells;
    const counts = this.#counts;
    if (this.#sums.length < rights.length * count) this.#sums = new Float64Array(2 * rights.length * count);
    const sums = this.#sums.fill(0, 0, rights.length * count);
    return Array.from(rights, (_, option) => {
      const from = option * count;
      for (let at = starts[option] ?? 0; at < (starts[option + 1] ?? 0); at++) {
        const row = rows[places[at] ?? 0] ?? -1;
        if (row < 0) continue;
        const value = values[at] ?? 0;
        for (let unit = 0; unit < count; unit++)
          sums[from + unit] = (sums[from + unit] ?? 0) + value * (cells[row * count + unit] ?? 0);
      }
      let score = 0;
      for (let unit = 0; unit < count; unit++) {
        const sum = sums[from + unit] ?? 0;
        if (sum > 0) score += sum * (counts[unit] ?? 0);
      }
      return score;
    });
  }

  /** One step of Adagrad against the pull of an option of the lesson that was just scored. @param fall how much of the rate is left, 0 to 1 */
  step({ starts, places, values }: Lesson, option: number, pull: number, fall: number): void {
    const count = this.#count;
    const rate = this.#how.rate * fall;
    const pulls = this.#pulls;
    const rows = this.#rows;
    const cells = this.#cells;
    const squares = this.#squares;
    for (let unit = 0; unit < count; unit++) {
      const sum = this.#sums[option * count + unit] ?? 0;
      const counts = this.#counts[unit] ?? 0;
      pulls[unit] = sum > 0 ? pull * counts : 0;
      if (sum <= 0) continue;
      const slope = pull * sum;
      const square = (this.#countSquares[unit] ?? 0) + slope * slope;
      this.#countSquares[unit] = square;
      this.#counts[unit] = counts - (rate * slope) / Math.sqrt(square);
    }
    for (let at = starts[option] ?? 0; at < (starts[option + 1] ?? 0); at++) {
      const row = rows[places[at] ?? 0] ?? -1;
      if (row < 0) continue;
      const value = values[at] ?? 0;
      for (let unit = 0; unit < count; unit++) {
        const slope = value * (pulls[unit] ?? 0);
        if (slope === 0) continue;
        const cell = row * count + unit;
        const square = (squares[cell] ?? 0) + slope * slope;
        squares[cell] = square;
        cells[cell] = (cells[cell] ?? 0) - (rate * slope) / Math.sqrt(square);
      }
    }
  }

  /** What was learned, each unit to a hundred-and-twenty-seventh of its greatest number; rows that come to nothing are left out. */
  learned(nameOf: (place: number) => FeatureName | undefined): Units {
    const count = this.#count;
    const greatest = Array.from({ length: count }, () => 0);
    for (const [at, cell] of this.#cells.entries())
      greatest[at % count] = Math.max(greatest[at % count] ?? 0, Math.abs(cell));
    const cellsOf = (row: number): number[] =>
      greatest.map((most, unit) =>
        most === 0 ? 0 : Math.round((MOST * (this.#cells[row * count + unit] ?? 0)) / most),
      );
    const found = [...this.#rows.entries()].flatMap(([place, row]) => {
      const name = row < 0 ? undefined : nameOf(place);
      const cells = name ? cellsOf(row) : [];
      return name && cells.some((cell) => cell !== 0) ? [{ ...name, cells }] : [];
    });
    const counts = greatest.map((most, unit) => Number((((this.#counts[unit] ?? 0) * most) / MOST).toPrecision(4)));
    return unitsOf(counts, found);
  }
}

/** Numbers around zero, as the bell curve has them (Box and Muller). */
const normal = (dice: () => number): number => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
