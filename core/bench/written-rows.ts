import type { Client } from 'pg';

/** The tables that intake writes, each after those that its rows point at. */
const tables = [
  'InboundEvent',
  'Person',
  'Identity',
  'RoleGrant',
  'Message',
  'Attachment',
  'Ticket',
  'TicketMessage',
  'TicketReporter',
  'TicketEvent',
  'Limit',
  'Deadline',
  'OutboxMessage',
  'AuditEntry',
] as const;

export interface WrittenRow {
  table: string;
  columns: readonly string[];
  /** As PostgreSQL writes and reads them. */
  values: readonly (string | null)[];
}

/** All rows that came of one message, in an order in which they can be stored. */
export interface WrittenStep {
  conversationId: string;
  rows: WrittenRow[];
}

interface FoundRow extends WrittenRow {
  key: string;
  /** The transaction that last wrote it. */
  xid: number;
  /** The rows that it points at. */
  parents: string[];
}

interface TableShape {
  name: string;
  columns: string[];
  primaryKey: string[];
  pointers: { column: string; to: string }[];
}

/** Reads back what was written to a database, each time what is new since the last time. */
export interface WrittenRows {
  readNew(): Promise<WrittenStep[]>;
}

/** @param client connected to the database that the desk writes to; rows that it has already do not count as new */
export async function watchWrittenRows(client: Client): Promise<WrittenRows> {
  const shapes: TableShape[] = [];
  for (const name of tables) shapes.push(await shapeOf(client, name));
  const seen = new Set<string>();

  async function newRows(): Promise<FoundRow[]> {
    const found: FoundRow[] = [];
    for (const shape of shapes) {
      for (const row of await rowsOf(client, shape)) {
        if (seen.has(row.key)) continue;
        seen.add(row.key);
        found.push(row);
      }
    }
    return found;
  }

  await newRows();
  return { readNew: async () => stepsOf(await newRows()) };
}

async function shapeOf(client: Client, name: string): Promise<TableShape> {
  const relation = client.escapeIdentifier(name);
  const columns = await client.query<{ name: string; key: boolean }>(
    `SELECT a.attname AS name, coalesce(a.attnum = ANY(i.indkey), false) AS key FROM pg_attribute a
       LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [relation],
  );
  const pointers = await client.query<{ column: string; to: string }>(
    `SELECT a.attname AS column, t.relname AS "to" FROM pg_constraint k
       JOIN pg_class t ON t.oid = k.confrelid JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND k.conrelid = $1::regclass`,
    [relation],
  );
  return {
    name,
    columns: columns.rows.map((column) => column.name),
    primaryKey: columns.rows.filter((column) => column.key).map((column) => column.name),
    pointers: pointers.rows,
  };
}

async function rowsOf(client: Client, { name, columns, primaryKey, pointers }: TableShape): Promise<FoundRow[]> {
  const order = columns.includes('seq') ? ['seq'] : primaryKey;
  const list = (names: readonly string[]): string => names.map((one) => client.escapeIdentifier(one)).join(', ');
  const texts = columns.map((column) => `${client.escapeIdentifier(column)}::text`).join(', ');
  const { rows } = await client.query<(string | null)[]>({
    text: `SELECT xmin::text, ${texts} FROM ${client.escapeIdentifier(name)} ORDER BY ${list(order)}`,
    rowMode: 'array',
  });
  const at = (values: readonly (string | null)[], column: string): string | null =>
    values[columns.indexOf(column)] ?? null;
  return rows.map(([xid, ...values]) => ({
    table: name,
    columns,
    values,
    xid: Number(xid),
    key: keyOf(name, ...primaryKey.map((column) => at(values, column))),
    parents: pointers.flatMap(({ column, to }) => {
      const value = at(values, column);
      return value === null ? [] : [keyOf(to, value)];
    }),
  }));
}

const keyOf = (table: string, ...key: (string | null)[]): string => [table, ...key].join(':');

/** Rows written by one transaction came of one message. A row that was changed later is put back to where it came from. */
function stepsOf(found: readonly FoundRow[]): WrittenStep[] {
  const byKey = new Map(found.map((row) => [row.key, row]));
  // What something points at was there before it, however late it was changed; last tables first, so this reaches all.
  for (const row of found.toReversed()) {
    for (const key of row.parents) {
      const parent = byKey.get(key);
      if (parent) parent.xid = Math.min(parent.xid, row.xid);
    }
  }
  const steps = new Map<number, WrittenStep>();
  for (const row of found) {
    const step = steps.get(row.xid) ?? { conversationId: '', rows: [] };
    steps.set(row.xid, step);
    step.rows.push(row);
    if (row.table === 'InboundEvent') step.conversationId = row.values[row.columns.indexOf('conversationId')] ?? '';
  }
  return [...steps].toSorted(([a], [b]) => a - b).map(([, step]) => step);
}
