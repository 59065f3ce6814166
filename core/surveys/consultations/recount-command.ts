import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Database } from '../../database.ts';
import { communityNamed } from '../../policy/versions/of-community.ts';
import { UsageError } from '../../usage-error.ts';
import { consultationNumbered, logOf, termsOf } from './consultation.ts';
import { readLog, writeLog, type PublishedLog } from './published-log.ts';
import { recount } from './recount.ts';
import { reportRecount } from './recount-report.ts';

export interface RecountTools {
  out: (line: string) => void;
  /** Opens the database of the configuration, also that of a desk that is running, and closes it afterwards. */
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
}

interface Options {
  community?: string;
  log?: string;
  file?: string;
}

/** `linli recount NUMBER`: counts a vote again from its log, and says whether the log is whole (P7c). The exit code is 1 where it is not. */
export function addRecount(program: Command, tools: RecountTools): void {
  program
    .command('recount')
    .description('count a vote, a consultation or a pledge again from its log; exit code 1 when the log was changed')
    .argument('[number]', 'its number, as in 表决1')
    .option('--community <name>', 'the community; not needed where there is only one')
    .option('--log <file>', 'write the log, without persons, as JSON lines that anybody can count again')
    .option('--file <file>', 'count such a log instead; needs no database')
    .action(async (number: string | undefined, options: Options) => {
      const log =
        options.file === undefined ? await fromDatabase(tools, number, options) : await fromFile(options.file);
      if (options.log !== undefined) await save(options.log, log);
      const counted = recount(log.terms, log.entries, log.headHash);
      for (const line of reportRecount(log, counted)) tools.out(line);
      if (counted.chain.kind === 'broken') process.exitCode = 1;
    });
}

async function fromDatabase(
  { withDatabase }: RecountTools,
  said: string | undefined,
  options: Options,
): Promise<PublishedLog> {
  const number = /^\d{1,6}$/.test(said ?? '') ? Number(said) : null;
  if (number === null)
    throw new UsageError('Name the number of a vote, as in "linli recount 1", or a log: --file LOG.');
  return withDatabase(async (db) => {
    const community = await communityNamed(db, options.community);
    const asked = await consultationNumbered(db, community.id, number);
    if (!asked) throw new UsageError(`There is no vote, consultation or pledge ${number} in ${community.name}.`);
    const { eligible, outcome } = asked;
    return {
      terms: termsOf(asked),
      eligible: outcome?.eligible ?? eligible ?? 0,
      headHash: outcome?.headHash ?? null,
      entries: await logOf(db, asked),
    };
  });
}

async function fromFile(path: string): Promise<PublishedLog> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
  return readLog(text);
}

async function save(path: string, log: PublishedLog): Promise<void> {
  try {
    await writeFile(path, writeLog(log));
  } catch {
    throw new UsageError(`${path} cannot be written.`);
  }
}
