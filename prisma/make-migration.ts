// npm run db:migration -- NAME           writes the next migration: from the schema of the last one to schema.prisma
// npm run db:migration -- NAME --again   writes that last one anew; only while nobody else has applied it
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from './embedded/start.ts';
import { migrationSql } from './migration-sql.ts';

const here = dirname(fileURLToPath(import.meta.url));
const migrations = join(here, 'migrations');

/** A made migration keeps the schema it leads to beside its SQL; one written by hand keeps none, and changes no model. */
async function madeMigrations(names: string[]): Promise<{ name: string; schema: string }[]> {
  const made: { name: string; schema: string }[] = [];
  for (const name of names) {
    const schema = await readFile(join(migrations, name, 'schema.prisma'), 'utf8').catch(() => null);
    if (schema !== null) made.push({ name, schema });
  }
  return made;
}

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

/** A server for the moment, so that this works on any machine. */
async function withServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-migration-'));
  await chmod(dataDir, 0o755);
  try {
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { again: { type: 'boolean' } } });
const [label] = positionals;
if (label === undefined || !/^[a-z][a-z0-9_]*$/.test(label)) {
  refuse('usage: npm run db:migration -- NAME [--again], the name in small letters, digits and _');
}

const entries = await readdir(migrations, { withFileTypes: true });
const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
const made = await madeMigrations(names);
const last = made.at(-1);
if (values.again === true && last?.name.replace(/^\d+_/, '') !== label) {
  refuse(`Only the last made migration can be made again, and that is ${last?.name ?? 'none'}.`);
}

const before = values.again === true ? made.at(-2) : last;
const nextNumber = Number.parseInt(names.at(-1) ?? '0', 10) + 1;
const name = values.again === true && last ? last.name : `${String(nextNumber).padStart(4, '0')}_${label}`;
const schema = await readFile(join(here, 'schema.prisma'), 'utf8');
const sql = await withServer((url) => migrationSql(before?.schema ?? null, schema, url));
if (sql === null) refuse(`Nothing to do: schema.prisma is as ${before?.name ?? 'an empty database'} left it.`);

await mkdir(join(migrations, name), { recursive: true });
await writeFile(join(migrations, name, 'migration.sql'), sql);
await writeFile(join(migrations, name, 'schema.prisma'), schema);
process.stdout.write(`prisma/migrations/${name}/migration.sql, ${sql.split('\n').length} lines: please read it.\n`);
