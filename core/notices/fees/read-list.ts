import { readFlat, type FlatLabels } from '../../people/flat-in-name.ts';
import { readDueDay } from './due-day.ts';
import { readMoney } from './money.ts';

/** What one household owes. */
export interface FeeLine {
  /** From 1, in the list as it was written. */
  line: number;
  flat: FlatLabels;
  /** In cents. */
  amount: number;
  /** YYYY-MM-DD; null where none is said. */
  dueOn: string | null;
}

/** What is wrong with a line. What stands in it is never repeated: it may be somebody's debt. */
export interface FeeMistake {
  line: number;
  kind: 'columns' | 'flat' | 'no_such_building' | 'amount' | 'day' | 'twice';
}

export interface ReadFees {
  lines: FeeLine[];
  mistakes: FeeMistake[];
}

type Column = 'flat' | 'amount' | 'due';
const headers: [RegExp, Column][] = [
  [/^(?:房号|房號|房屋|房间|房間|户号|戶號|地址|住址|门牌|門牌|flat|room|unit|home|address|household)$/i, 'flat'],
  [
    /^(?:金额|金額|应缴|應繳|欠费|欠費|应收|應收|费用|費用|应缴金额|應繳金額|amount|sum|owed|due amount)(?:\s*[(（].{1,6}[)）])?$/i,
    'amount',
  ],
  [/^(?:到期日?|截止(?:日期?)?|缴费期限|繳費期限|期限|due(?: date| on)?|until|deadline)$/i, 'due'],
];
const usual: readonly (Column | null)[] = ['flat', 'amount', 'due'];

/**
 * Reads a list of what households owe (P8i): one in each line, flat, amount and last day to pay, apart by commas, tabs, semicolons or wide
 * gaps; a header may name the columns in another order, with others beside them. Quotes hold a value together (`"1,234.50"`); a currency sign does
 * so, too (`￥1,234.50`). Every line that cannot be read is named, and then nothing should be taken.
 *
 * @param today YYYY-MM-DD: a day without a year is the next one
 */
export function readFeeList(text: string, buildings: readonly string[], today: string): ReadFees {
  const lines: FeeLine[] = [];
  const mistakes: FeeMistake[] = [];
  const known = new Set<string>();
  let columns: readonly (Column | null)[] | null = null;
  for (const [index, row] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = index + 1;
    if (row.trim() === '') continue;
    const cells = cellsOf(row);
    if (columns === null) {
      columns = headerOf(cells) ?? usual;
      if (columns !== usual) continue;
    }
    const read = readLine(cells, columns, buildings, today);
    if (typeof read === 'string') mistakes.push({ line, kind: read });
    else {
      const { building, unit, room } = read.flat;
      const key = [building, unit, room].join('/').toUpperCase();
      if (known.has(key)) mistakes.push({ line, kind: 'twice' });
      else lines.push({ line, ...read });
      known.add(key);
    }
  }
  return { lines, mistakes };
}

function readLine(
  cells: readonly string[],
  columns: readonly (Column | null)[],
  buildings: readonly string[],
  today: string,
): Omit<FeeLine, 'line'> | FeeMistake['kind'] {
  const cell = (column: Column): string => cells[columns.indexOf(column)]?.trim() ?? '';
  // A comma too many is most often one in an amount: nothing is guessed about money.
  if (cells.length < 2 || cells.slice(columns.length).some((more) => more.trim() !== '')) return 'columns';
  const said = readFlat(cell('flat'), buildings);
  if (said.kind !== 'flat') return said.kind === 'unclear' ? 'flat' : 'no_such_building';
  const amount = readMoney(cell('amount'));
  if (amount === null) return 'amount';
  const dueOn = cell('due') === '' ? null : readDueDay(cell('due'), today);
  if (dueOn === null && cell('due') !== '') return 'day';
  return { flat: said.flat, amount, dueOn };
}

/** The columns that a first line names; null where it is no header. */
function headerOf(cells: readonly string[]): (Column | null)[] | null {
  const columns = cells.map((cell) => headers.find(([name]) => name.test(cell.normalize('NFKC').trim()))?.[1] ?? null);
  return columns.includes('flat') && columns.includes('amount') ? columns : null;
}

function cellsOf(row: string): string[] {
  const plain = row.normalize('NFKC').trim();
  const separator = plain.includes('\t') ? '\t' : /[;]/.test(plain) ? ';' : plain.includes(',') ? ',' : null;
  if (separator === null) return plain.split(/\s{2,}|\s+(?=[¥$€£\d])/);
  const cells: string[] = [];
  // A value in quotes, with doubled quotes in it; an amount with its currency sign; or anything up to the next separator.
  const cell = new RegExp(
    `\\s*(?:"((?:[^"]|"")*)"\\s*|((?:¥|\\$|€|£|rmb|nt\\$|hk\\$)\\s*\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?[^${separator}]*)|([^${separator}]*))(?:${separator}|$)`,
    'iy',
  );
  while (cell.lastIndex < plain.length) {
    const found = cell.exec(plain);
    if (!found) return [plain];
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? found[3] ?? '').trim());
  }
  if (plain.endsWith(separator)) cells.push('');
  return cells;
}
