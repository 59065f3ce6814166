import type { Calibration } from './calibrate.ts';
import type { Model } from './model.ts';
import { RowIndex } from './row-index.ts';
import type { Weights } from './score.ts';
import { type Column, keepTable, readName } from './tables.ts';
import type { Units } from './units.ts';

type Part = Exclude<keyof Model, 'calibration' | 'units'>;
type Parts = Record<Part, Record<string, Record<string, number>>>;

/** A model as it lies in a file: runs of characters and classes of meaning, which are nearly all of it, as one table; signs by their names. */
export interface PackedModel {
  calibration: Calibration;
  /** Their cells are signed bytes, too. */
  units: Omit<Units, 'cells'> & { cells: string };
  signs: Parts;
  table: {
    /** The part, the group and the prefix of each column, with line ends between them. */
    columns: string[];
    /** The first rows: a class a line. */
    classes: string;
    /** The rows after those: a run a line. */
    runs: string;
    /** What one counts in a cell. */
    step: number;
    /** Row by row, a signed byte for each cell, in base 64. */
    cells: string;
  };
}

/** Weights are kept to this; the greatest that can be kept is 127 times as much. */
const STEP = 0.05;
const MOST = 127;

const partNames = ['choice', 'kind', 'area', 'urgency'] as const satisfies readonly Part[];

const groupsOf = (model: Model, part: Part): [string, Weights][] =>
  Object.entries<Weights>({ ...(model[part] satisfies Readonly<Record<string, Weights>>) });

/** The model in a form that is small and quick to load. Weights in the table lose what is finer than a twentieth. */
export function pack(model: Model): PackedModel {
  const signs: Parts = { choice: {}, kind: {}, area: {}, urgency: {} };
  const columns: string[] = [];
  const rows = { '{': new Map<string, Map<number, number>>(), '“': new Map<string, Map<number, number>>() };
  for (const part of partNames)
    for (const [group, weights] of groupsOf(model, part)) {
      const kept: Record<string, number> = {};
      for (const [name, weight] of Object.entries(weights)) {
        const read = readName(name);
        if (!read) {
          kept[name] = weight;
          continue;
        }
        const cell = Math.max(-MOST, Math.min(MOST, Math.round(weight / STEP)));
        if (cell === 0) continue;
        const stated = [part, group, read.prefix].join('\n');
        const known = columns.indexOf(stated);
        const column = known >= 0 ? known : columns.push(stated) - 1;
        const row = rows[read.sign].get(read.rest) ?? new Map<number, number>();
        rows[read.sign].set(read.rest, row.set(column, cell));
      }
      signs[part][group] = kept;
    }
  const classes = [...rows['{'].keys()].toSorted();
  const runs = [...rows['“'].keys()].toSorted();
  const cells = new Int8Array((classes.length + runs.length) * columns.length);
  const keep = (row: number, of: ReadonlyMap<number, number> | undefined): void => {
    for (const [column, cell] of of ?? []) cells[row * columns.length + column] = cell;
  };
  for (const [at, name] of classes.entries()) keep(at, rows['{'].get(name));
  for (const [at, name] of runs.entries()) keep(classes.length + at, rows['“'].get(name));
  return {
    calibration: model.calibration,
    units: { ...model.units, cells: Buffer.from(model.units.cells.buffer).toString('base64') },
    signs,
    table: {
      columns,
      classes: classes.join('\n'),
      runs: runs.join('\n'),
      step: STEP,
      cells: Buffer.from(cells.buffer).toString('base64'),
    },
  };
}

/** The model that was packed, ready to be asked. */
export function unpack({
  calibration,
  units,
  signs,
  table: { columns, classes, runs, step, cells },
}: PackedModel): Model {
  const model: Model = {
    choice: signs.choice,
    units: { ...units, cells: bytesOf(units.cells) },
    calibration,
    kind: signs.kind,
    area: signs.area,
    urgency: { emergency: signs.urgency['emergency'] ?? {}, high: signs.urgency['high'] ?? {} },
  };
  const found = partNames.flatMap((part) =>
    groupsOf(model, part).map(([group, weights]) => ({ part, group, weights })),
  );
  const stated = columns.flatMap((key): Column[] => {
    const [part, group, prefix = ''] = key.split('\n');
    const of = found.find((one) => one.part === part && one.group === group);
    return of ? [{ weights: of.weights, prefix }] : [];
  });
  const kept = {
    classes: new RowIndex(classes),
    runs: new RowIndex(runs),
    cells: bytesOf(cells),
    step,
  };
  // What a message is, is asked of everything that is said; the rest of matters only.
  for (const isChoice of [true, false])
    keepTable(
      stated,
      kept,
      found.filter(({ part }) => (part === 'choice') === isChoice).map(({ weights }) => weights),
    );
  return model;
}

function bytesOf(packed: string): Int8Array {
  const bytes = Buffer.from(packed, 'base64');
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
