import type { Command } from 'commander';
import { textsFor } from '../../text/texts-for.ts';
import { UsageError } from '../../usage-error.ts';
import { readInCharge } from '../reading/in-charge.ts';
import { policyInWords } from '../reading/policy-in-words.ts';
import type { PolicyCommandTools } from './tools.ts';
import { readInstant } from '../versions/effect-date.ts';
import { communityNamed, policyOfCommunity } from '../versions/of-community.ts';
import { localeOption } from './locale-option.ts';
import { readChecked } from './mistakes.ts';

interface ShowOptions {
  locale?: string;
  /** True when no name was given: the only one there is. */
  community?: string | true;
  at: string;
  clauses: boolean;
}

/** `linli policy show [FILE]`: ends with 1 when the file has mistakes, with 2 when it cannot be read. */
export function addShow(policy: Command, tools: PolicyCommandTools): void {
  policy
    .command('show')
    .description('print a policy as residents read it')
    .argument('[file]', 'what differs from the default, as YAML; left out, or "default": the default itself')
    .option('--community [name]', 'what holds in a community of the database; a name only where there are several')
    .option('--at <date>', 'with --community: what holds then, as now, 2026-12-01 or 2026-12-01T08:30', 'now')
    .option('--clauses', 'with the codes of the written policy', false)
    .addOption(localeOption())
    .action((file: string | undefined, options: ShowOptions) => {
      if (options.community === undefined) return showFile(file ?? 'default', options, tools);
      if (file !== undefined) throw new UsageError('Name a file or a community, not both.');
      return showCommunity(options.community === true ? undefined : options.community, options, tools);
    });
}

async function showFile(file: string, { locale, clauses }: ShowOptions, tools: PolicyCommandTools): Promise<void> {
  const checked = await readChecked(file, tools, locale);
  if (checked)
    tools.out(policyInWords(checked.policy, textsFor(locale ?? 'zh-CN'), null, { now: tools.now(), clauses }));
  else process.exitCode = 1;
}

async function showCommunity(
  name: string | undefined,
  options: ShowOptions,
  { out, now, withDatabase }: PolicyCommandTools,
): Promise<void> {
  await withDatabase(async (db) => {
    const { id, locale, timeZone } = await communityNamed(db, name);
    const at = readInstant(options.at, now(), timeZone);
    const { policy } = await policyOfCommunity(db, id, at);
    const texts = textsFor(options.locale ?? locale);
    const inCharge = await readInCharge(db, id, texts);
    out(policyInWords(policy, texts, timeZone, { inCharge, now: at, clauses: options.clauses }));
  });
}
