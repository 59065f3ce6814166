import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Database } from '../../database.ts';
import { buildingLabels } from '../../people/flat.ts';
import { wallClock } from '../../policy/time/wall-clock.ts';
import { communityNamed } from '../../policy/versions/of-community.ts';
import { runStep } from '../../run-step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { UsageError } from '../../usage-error.ts';
import { countFees, feeLists, importFees } from './list.ts';
import { shownMoney } from './money.ts';
import { readFeeList } from './read-list.ts';

export interface FeesCommandTools {
  out: (line: string) => void;
  now: () => Date;
  /** Opens the database of the configuration, also that of a desk that is running, and closes it afterwards. */
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
}

interface Options {
  title: string;
  community?: string;
  paysFor?: string;
  how?: string;
}

/** So many mistakes are named one by one. */
const NAMED = 50;

/** `linli fees import FILE`: puts a list of what households owe on record, as managers do in a direct chat (P8i). Nobody is told before one of them confirms it. */
export function addFees(program: Command, tools: FeesCommandTools): void {
  const fees = program.command('fees').description('lists of what households owe: import one');
  fees
    .command('import')
    .description(
      'read a list (CSV or TSV: flat, amount, due date); a manager confirms it in a direct chat before anybody is reminded',
    )
    .argument('<file>')
    .requiredOption('--title <words>', 'what the list is called, as in "Management fee 2026"')
    .option('--pays-for <words>', 'what the fee pays for')
    .option('--how <words>', 'how it is paid')
    .option('--community <name>', 'the community; not needed where there is only one')
    .action((file: string, options: Options) => importFile(tools, file, options));
}

/** @throws {UsageError} when the file cannot be read, or has lines that cannot; nothing is imported then */
async function importFile(tools: FeesCommandTools, file: string, options: Options): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no file ${file} that can be read.`);
  });
  if (text.includes('\uFFFD')) throw new UsageError(`${file} is not in UTF-8. Save it as "CSV UTF-8" and try again.`);
  const texts = textsFor('en');
  await tools.withDatabase(async (db) => {
    const community = await communityNamed(db, options.community);
    const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(false) };
    await runStep({ db, clock: { now: tools.now }, bells }, async (step) => {
      const today = wallClock(step.now, community.timeZone).toPlainDate().toString();
      const { lines, mistakes } = readFeeList(text, await buildingLabels(step.tx, community.id), today);
      if (mistakes.length > 0)
        throw new UsageError(texts.feeMistakes(mistakes.slice(0, NAMED), Math.max(0, mistakes.length - NAMED)));
      if (lines.length === 0) throw new UsageError(texts.feeEmpty());
      const { title, paysFor = '', how = '' } = options;
      const list = { title, paysFor, how, remindAt: null, lines, importedById: null };
      const { id } = await importFees(step, community.id, list);
      const number = (await feeLists(step, community.id)).findIndex((one) => one.id === id) + 1;
      const { households, total, unknown, reachable } = await countFees(step, id);
      tools.out(
        `Imported as list ${number}: households ${households}, total ${shownMoney(total)}, can be told directly ${reachable}, with nobody on record ${unknown}.`,
      );
      tools.out(
        `Nobody is reminded before a manager sends "fees confirm ${number}" (缴费 确认 ${number}) to the desk in a direct chat.`,
      );
    });
  });
}
