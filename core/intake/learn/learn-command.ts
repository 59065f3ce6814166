import { InvalidArgumentError, type Command } from 'commander';
import type { Database } from '../../database.ts';
import { communityNamed, type NamedCommunity } from '../../policy/versions/of-community.ts';
import { UsageError } from '../../usage-error.ts';
import { understand } from '../understand.ts';
import type { Understand } from '../understanding.ts';
import { inStep, learnCorrection } from './learn.ts';
import { learnedLines, listLines, undoneLines } from './learn-lines.ts';
import { undoCorrection } from './undo.ts';

export interface LearnCommandTools {
  out: (line: string) => void;
  now: () => Date;
  /** Opens the database of the configuration, also that of a desk that is running, and closes it afterwards. */
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  /** As the bots understand, where it is left out. */
  understand?: Understand;
}

interface Options {
  undo?: number | true;
  list?: boolean;
  again?: boolean;
  force?: boolean;
}

/** `linli learn`: learns each community's own correction of the understanding from what its staff decided (P2), undoes one, or lists them. */
export function addLearn(program: Command, tools: LearnCommandTools): void {
  program
    .command('learn')
    .description(
      'learn from what staff decided about messages: a small correction of the understanding for each community',
    )
    .argument('[community]', 'only this community; all of them when left out')
    .option('--undo [number]', 'take a correction out of force: the newest, or the one with this number', readNumber)
    .option('--list', 'show what was learned, and what is in force')
    .option('--again', 'learn also from the decisions that an undone correction was learned from')
    .option('--force', 'put it in force though it understands no more rightly than without')
    .action(async (name: string | undefined, options: Options) => {
      const { undo, list = false, again = false, force = false } = options;
      if (undo !== undefined && (list || again || force))
        throw new UsageError('--undo stands alone. To learn again without it, write "linli learn" afterwards.');
      if (list && (again || force)) throw new UsageError('--list stands alone: it shows, and learns nothing.');
      await tools.withDatabase(async (db) => {
        const said =
          undo === undefined
            ? await ofEach(db, name, (one) => (list ? listed(db, one) : learned(db, one, tools, { again, force })))
            : await undone(db, name, tools, undo === true ? null : undo);
        for (const line of said) tools.out(line);
      });
    });
}

function readNumber(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(
    'Behind it stands the number of a correction ("linli learn --list" shows them), and the community before it: linli learn NAME --undo 2',
  );
}

async function ofEach(
  db: Database,
  name: string | undefined,
  work: (community: NamedCommunity) => Promise<string[]>,
): Promise<string[]> {
  const all = await db.community.findMany({
    select: { id: true, name: true, locale: true, timeZone: true },
    orderBy: { createdAt: 'asc' },
  });
  const communities = name === undefined && all.length > 1 ? all : [await communityNamed(db, name)];
  const said: string[] = [];
  for (const community of communities) {
    if (said.length > 0) said.push('');
    said.push(...(await work(community)));
  }
  return said;
}

async function learned(
  db: Database,
  community: NamedCommunity,
  tools: LearnCommandTools,
  how: { again: boolean; force: boolean },
): Promise<string[]> {
  const came = await learnCorrection({ understand, ...tools, db }, community.id, how);
  return learnedLines(community.name, came);
}

async function listed(db: Database, { id, name, timeZone }: NamedCommunity): Promise<string[]> {
  const all = await db.correction.findMany({ where: { communityId: id }, orderBy: { number: 'asc' } });
  return listLines(name, all, timeZone);
}

async function undone(
  db: Database,
  name: string | undefined,
  { now }: LearnCommandTools,
  number: number | null,
): Promise<string[]> {
  const community = await communityNamed(db, name);
  const came = await inStep({ db, now }, (step) => undoCorrection(step, community.id, number));
  const where = `in ${community.name}`;
  if (came.kind === 'none') throw new UsageError(`There is no correction in force ${where}.`);
  if (came.kind === 'unknown')
    throw new UsageError(`There is no correction ${came.number} ${where}; "linli learn --list" shows those there are.`);
  if (came.kind === 'undone_before') throw new UsageError(`Correction ${came.number} ${where} is undone already.`);
  return undoneLines(community.name, came);
}
