import type { Analysis } from '../analysis.ts';
import type { Features } from '../features.ts';
import type { Weights } from './score.ts';

const remembered = new WeakMap<Analysis, readonly string[]>();
/** Of a long message the beginning says what it is about. */
const READ_AT_MOST = 400;

/**
 * What a text is made of, for a model that learns how people talk: runs of one to three Chinese characters with the ends of clauses (`<` and
 * `>`), Latin words, their beginnings and pairs, marks and emoji. Numbers stand as `0`. Each once, in the order of their first place.
 */
export function gramsIn(analysis: Analysis): readonly string[] {
  const known = remembered.get(analysis);
  if (known) return known;
  const grams = new Set<string>();
  const text = analysis.text.slice(0, READ_AT_MOST).replace(/\d+/g, '0');
  let before = '<';
  for (const [token] of text.matchAll(/\p{Script=Han}+|[a-z']+|0|[?!…~]|\p{Extended_Pictographic}/gu)) {
    if (/^\p{Script=Han}/u.test(token)) {
      addRuns(`<${token}>`, grams);
      before = '';
      continue;
    }
    grams.add(token);
    if (/^[a-z']/.test(token)) {
      if (token.length > 5) grams.add(`${token.slice(0, 5)}*`);
      if (before !== '') grams.add(`${before} ${token}`);
    }
    before = token;
  }
  const all = [...grams];
  remembered.set(analysis, all);
  return all;
}

function addRuns(run: string, grams: Set<string>): void {
  // Rare characters are two units of a string each.
  const signs = Array.from(run);
  for (let at = 0; at < signs.length; at++) {
    const [one = '', two, three] = signs.slice(at, at + 3);
    if (at > 0 && two !== undefined) grams.add(one);
    if (two !== undefined) grams.add(one + two);
    if (two !== undefined && three !== undefined) grams.add(one + two + three);
  }
}

/** How much one gram counts: many of them weigh together no more than a few signs. */
export const gramValue = (count: number): number => 1.5 / Math.sqrt(Math.max(4, count));

/** How much a class of meaning counts. */
export const CLASS_VALUE = 0.5;

/** What a text is made of, as features: `“漏水`, and `{speaks of a drill}` for a class of meaning; with a prefix for who says it, or to what. */
export function gramFeatures(prefix: string, analysis: Analysis): Features {
  const grams = gramsIn(analysis);
  const value = gramValue(grams.length);
  return {
    ...Object.fromEntries(grams.map((gram) => [`${prefix}“${gram}`, value])),
    ...Object.fromEntries([...analysis.classes].map((name) => [`${prefix}{${name}}`, CLASS_VALUE])),
  };
}

/** Where the weights stand that belong to the same runs and classes: a row for each, a column for each prefix of each set of weights. */
interface Table {
  runs: ReadonlyMap<string, number>;
  classes: ReadonlyMap<string, number>;
  width: number;
  cells: Float32Array;
  /** What a text comes to, in each column; worked out once. */
  known: WeakMap<Analysis, Float64Array>;
}

/** In which table the runs and classes of a set of weights stand, and in which column those behind each prefix. */
const tables = new WeakMap<Weights, { table: Table; columns: ReadonlyMap<string, number> }>();

/** Puts sets of weights that are asked of the same texts into one table, so that a text is looked up once for all of them. */
export function tabulate(sets: readonly Weights[]): void {
  if (sets.every((one) => tables.has(one))) return;
  const runs = new Map<string, number>();
  const classes = new Map<string, number>();
  const found = sets.flatMap((weights) =>
    Object.entries(weights).flatMap(([name, weight]) => {
      const [, prefix, sign, rest] = /^((?:[a-z]+:)?)([“{])(.*)$/s.exec(name) ?? [];
      if (prefix === undefined || rest === undefined) return [];
      return [
        sign === '“'
          ? { weights, prefix, rows: runs, what: rest, weight }
          : { weights, prefix, rows: classes, what: rest.slice(0, -1), weight },
      ];
    }),
  );
  const columnsOf = new Map(sets.map((weights) => [weights, new Map<string, number>()]));
  let width = 0;
  for (const { weights, prefix, rows, what } of found) {
    const columns = columnsOf.get(weights);
    if (columns && !columns.has(prefix)) columns.set(prefix, width++);
    if (!rows.has(what)) rows.set(what, runs.size + classes.size);
  }
  const cells = new Float32Array((runs.size + classes.size) * width);
  for (const { weights, prefix, rows, what, weight } of found) {
    const row = rows.get(what) ?? 0;
    cells[row * width + (columnsOf.get(weights)?.get(prefix) ?? 0)] = weight;
  }
  const table: Table = { runs, classes, width, cells, known: new WeakMap() };
  for (const [weights, columns] of columnsOf) tables.set(weights, { table, columns });
}

function sumsOf(analysis: Analysis, { runs, classes, width, cells, known }: Table): Float64Array {
  const before = known.get(analysis);
  if (before) return before;
  const sums = new Float64Array(width);
  const add = (row: number | undefined, value: number): void => {
    if (row === undefined) return;
    const start = row * width;
    for (let at = 0; at < width; at++) sums[at] = (sums[at] ?? 0) + value * (cells[start + at] ?? 0);
  };
  const grams = gramsIn(analysis);
  const value = gramValue(grams.length);
  for (const gram of grams) add(runs.get(gram), value);
  for (const name of analysis.classes) add(classes.get(name), CLASS_VALUE);
  known.set(analysis, sums);
  return sums;
}

/** What {@link gramFeatures} come to under these weights. */
export function gramScore(prefix: string, analysis: Analysis, weights: Weights): number {
  tabulate([weights]);
  const found = tables.get(weights);
  const column = found?.columns.get(prefix);
  return found && column !== undefined ? (sumsOf(analysis, found.table)[column] ?? 0) : 0;
}
