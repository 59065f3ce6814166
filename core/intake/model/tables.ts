import type { Analysis } from '../analysis.ts';
import type { Features } from '../features.ts';
import { CLASS_VALUE, gramsIn, gramValue } from './grams.ts';
import { RowIndex } from './row-index.ts';
import type { Weights } from './score.ts';

/** Where the weights stand that belong to the same runs and classes: a row for each, a column for each prefix of each set of weights. */
export interface Cells {
  /** The first rows. */
  classes: RowIndex;
  /** The rows after those. */
  runs: RowIndex;
  /** Row by row; each counts so much as `step` says. */
  cells: Float32Array | Int8Array;
  step: number;
}

/** The columns that are asked of the same texts. */
interface Table extends Cells {
  /** How many columns a row has, and from which on they are asked for. */
  stride: number;
  from: number;
  width: number;
  /** What a text comes to, in each column; worked out once. */
  known: WeakMap<Analysis, Float64Array>;
}

/** In which table the runs and classes of a set of weights stand, and in which column those behind each prefix. */
const tables = new WeakMap<Weights, { table: Table; columns: ReadonlyMap<string, number> }>();

/** One column of a table: the set of weights that it belongs to, and the prefix. */
export interface Column {
  weights: Weights;
  prefix: string;
}

/** A name as {@link gramFeatures} gives it, in parts; null for the name of a sign. */
export function readName(name: string): { prefix: string; sign: '“' | '{'; rest: string } | null {
  const [, prefix = '', sign, rest = ''] = /^((?:[a-z]+:)?)([“{])(.*)$/s.exec(name) ?? [];
  if (sign === '“') return { prefix, sign, rest };
  return sign === '{' ? { prefix, sign, rest: rest.slice(0, -1) } : null;
}

/** Puts sets of weights that are asked of the same texts into one table, so that a text is looked up once for all of them. Sets that stand in tables already are taken out of those. */
export function tabulate(sets: readonly Weights[]): void {
  if (sets.every((one) => tables.has(one))) return;
  const columns: Column[] = [];
  const found = sets.flatMap((weights) => {
    const own = new Map<string, number>();
    return entriesOf(weights).flatMap(([name, weight]) => {
      const read = readName(name);
      if (!read) return [];
      const column = own.get(read.prefix) ?? columns.push({ weights, prefix: read.prefix }) - 1;
      own.set(read.prefix, column);
      return [{ ...read, column, weight }];
    });
  });
  const namesOf = (sign: '“' | '{'): string =>
    [...new Set(found.flatMap((one) => (one.sign === sign ? [one.rest] : [])))].join('\n');
  const classes = new RowIndex(namesOf('{'));
  const runs = new RowIndex(namesOf('“'));
  const cells = new Float32Array((classes.size + runs.size) * columns.length);
  for (const { sign, rest, column, weight } of found) {
    const row = sign === '{' ? classes.get(rest) : runRow(runs.get(rest), classes);
    if (row !== undefined) cells[row * columns.length + column] = weight;
  }
  keepTable(columns, { runs, classes, cells, step: 1 }, sets);
}

/** The runs stand after the classes. */
const runRow = (row: number | undefined, classes: RowIndex): number | undefined =>
  row === undefined ? undefined : classes.size + row;

/**
 * Has these sets of weights answered by these cells. What a text comes to is worked out for all of the sets at once: they are those that are
 * asked of the same texts, and their columns stand side by side.
 *
 * @param columns of which sets and prefixes the columns are, in their order
 */
export function keepTable(columns: readonly Column[], of: Cells, sets: readonly Weights[]): void {
  const places = columns.flatMap(({ weights }, at) => (sets.includes(weights) ? [at] : []));
  const from = places[0] ?? 0;
  const width = (places.at(-1) ?? from - 1) + 1 - from;
  const table: Table = { ...of, stride: columns.length, from, width, known: new WeakMap() };
  for (const weights of sets)
    tables.set(weights, {
      table,
      columns: new Map(columns.flatMap((one, at) => (one.weights === weights ? [[one.prefix, at - from]] : []))),
    });
}

const cellOf = ({ cells, step, stride, from }: Table, row: number, column: number): number =>
  step * (cells[row * stride + from + column] ?? 0);

function sumsOf(analysis: Analysis, { runs, classes, stride, from, width, cells, step, known }: Table): Float64Array {
  const before = known.get(analysis);
  if (before) return before;
  const sums = new Float64Array(width);
  const add = (row: number | undefined, value: number): void => {
    if (row === undefined) return;
    const start = row * stride + from;
    for (let at = 0; at < width; at++) sums[at] = (sums[at] ?? 0) + value * (cells[start + at] ?? 0);
  };
  const grams = gramsIn(analysis);
  const value = step * gramValue(grams.length);
  for (const gram of grams) add(runRow(runs.get(gram), classes), value);
  for (const name of analysis.classes) add(classes.get(name), step * CLASS_VALUE);
  known.set(analysis, sums);
  return sums;
}

/** What {@link gramFeatures} come to under these weights: as a score of them would, without a list of them. */
export function gramScore(prefix: string, analysis: Analysis, weights: Weights): number {
  tabulate([weights]);
  const found = tables.get(weights);
  const column = found?.columns.get(prefix);
  return found && column !== undefined ? (sumsOf(analysis, found.table)[column] ?? 0) : 0;
}

/** Every feature that has a weight, in a table or by its name. */
export function entriesOf(weights: Weights): [string, number][] {
  const found = tables.get(weights);
  if (!found) return Object.entries(weights);
  const { runs, classes } = found.table;
  const entries = Object.entries(weights).filter(([name]) => readName(name) === null);
  const names = [...classes.names().map((rest) => `{${rest}}`), ...runs.names().map((rest) => `“${rest}`)];
  for (const [prefix, column] of found.columns) {
    for (const [row, name] of names.entries()) {
      const weight = cellOf(found.table, row, column);
      if (weight !== 0) entries.push([`${prefix}${name}`, weight]);
    }
  }
  return entries;
}

/** What is asked of a score: its signs, and the runs and classes behind a prefix. */
interface Scored {
  signs: Features;
  grams?: { prefix: string; of: Analysis } | null;
}

/** What moves a score less is not told. */
const TOLD_FROM = 0.05;

/**
 * What moved a score most, strongest first, for the explanation; the base apart.
 *
 * @param together what each feature brought besides, together with the others
 */
export function strongest(
  { signs, grams }: Scored,
  weights: Weights,
  count: number,
  together: ReadonlyMap<string, number> = new Map(),
): { what: string; weight: number }[] {
  const points = new Map(together);
  const add = (what: string, more: number): void => void points.set(what, (points.get(what) ?? 0) + more);
  for (const name in signs) add(name, (signs[name] ?? 0) * (weights[name] ?? 0));
  if (grams) addRuns(grams, weights, add);
  points.delete('base');
  const found = Array.from(points, ([what, one]) => ({ what, weight: Math.round(one * 100) / 100 }));
  return found
    .filter(({ weight }) => Math.abs(weight) >= TOLD_FROM)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, count);
}

function addRuns(
  { prefix, of }: NonNullable<Scored['grams']>,
  weights: Weights,
  add: (what: string, points: number) => void,
): void {
  tabulate([weights]);
  const found = tables.get(weights);
  const column = found?.columns.get(prefix);
  if (!found || column === undefined) return;
  const { runs, classes } = found.table;
  const pointsOf = (row: number | undefined, value: number): number =>
    row === undefined ? 0 : value * cellOf(found.table, row, column);
  const all = gramsIn(of);
  const value = gramValue(all.length);
  for (const gram of all) {
    const points = pointsOf(runRow(runs.get(gram), classes), value);
    if (points !== 0) add(`${prefix}“${gram}`, points);
  }
  for (const name of of.classes) {
    const points = pointsOf(classes.get(name), CLASS_VALUE);
    if (points !== 0) add(`${prefix}{${name}}`, points);
  }
}
