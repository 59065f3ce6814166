import { z } from 'zod';
import { UsageError } from '../../usage-error.ts';
import type { BallotRecord, Terms } from './ballot-chain.ts';
import { rulesSchema } from './rules.ts';

/** What anybody needs to count a vote again: no persons, no households, no words. */
export interface PublishedLog {
  terms: Terms;
  eligible: number;
  /** The hash that was published with the outcome; null while it is open. */
  headHash: string | null;
  entries: BallotRecord[];
}

const hex = z.string().regex(/^[0-9a-f]+$/);
const decidingSchema = rulesSchema.pick({
  quorum: true,
  majority: true,
  base: true,
  countAbstentions: true,
  yes: true,
  abstain: true,
});
const headSchema = z.strictObject({
  log: z.literal('linli votes'),
  version: z.literal(1),
  terms: z.strictObject({
    id: z.string(),
    kind: z.enum(['consultation', 'vote', 'pledge']),
    title: z.string(),
    text: z.string(),
    options: z.array(z.string()),
    rules: decidingSchema,
    goal: z.int().nullable(),
    saltHash: hex,
  }),
  eligible: z.int().min(0),
  headHash: hex.nullable(),
});
const entrySchema = z.strictObject({
  seq: z.int(),
  voter: hex,
  choice: z.int().nullable(),
  amount: z.int().nullable(),
  opinionHash: hex.nullable(),
  at: z.string(),
  previousHash: hex,
  hash: hex,
});

/** As JSON lines: what was voted on first, then every entry. */
export function writeLog({ terms, eligible, headHash, entries }: PublishedLog): string {
  const rules = decidingSchema.parse(terms.rules);
  const head = { log: 'linli votes', version: 1, terms: { ...terms, rules }, eligible, headHash };
  return [head, ...entries].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** @throws {UsageError} that names the first line that is none of such a log */
export function readLog(text: string): PublishedLog {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  const { terms, eligible, headHash } = readLine(headSchema, first, 1);
  return { terms, eligible, headHash, entries: rest.map((line, index) => readLine(entrySchema, line, index + 2)) };
}

function readLine<T>(schema: z.ZodType<T>, line: string, number: number): T {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new UsageError(`Line ${number} is no JSON: this is no log of a vote, or it is damaged.`);
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') || 'the line';
  throw new UsageError(`Line ${number} is no line of a log of votes: ${where}: ${issue?.message ?? 'not understood'}`);
}
