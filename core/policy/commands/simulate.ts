import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../database.ts';
import { UsageError } from '../../usage-error.ts';
import { checkPolicy } from '../check.ts';
import type { Policy } from '../policy.ts';
import type { PolicyCommandTools } from '../policy-command.ts';
import { reportJson, reportLines } from '../simulate/report.ts';
import { simulate } from '../simulate/simulate.ts';
import { calendarDay } from '../units.ts';

interface SimulateOptions {
  from: string;
  to: string;
  community?: string;
  locale?: string;
  json: boolean;
}

/** `linli policy simulate FILE`: what the desk's own past would have been like under another policy (P10f). */
export function addSimulate(policy: Command, tools: PolicyCommandTools): void {
  policy
    .command('simulate')
    .description("replay the desk's own past under another policy, beside the one that is in force")
    .argument('<file>', 'the policy to try, as `policy check` reads it; or "default"')
    .requiredOption('--from <day>', 'tickets opened from this day on: 2026-01-01')
    .requiredOption('--to <day>', 'up to the end of this day')
    .option('--community <name>', 'of which community, where there are several')
    .option('--locale <tag>', 'the language of the report: zh-CN, zh-TW or en')
    .option('--json', 'one JSON object', false)
    .action(async (file: string, options: SimulateOptions) => {
      const proposed = await readProposed(file, tools);
      if (!proposed) {
        process.exitCode = 1;
        return;
      }
      await tools.withDatabase((db) => run(db, { file, proposed }, options, tools));
    });
}

async function run(
  db: Database,
  { file, proposed }: { file: string; proposed: Policy },
  { from, to, locale, json, community: name }: SimulateOptions,
  { out, now }: PolicyCommandTools,
): Promise<void> {
  const community = await communityNamed(db, name);
  const period = { from: startOf(from, community.timeZone), to: startOf(to, community.timeZone, 1) };
  if (period.from >= period.to) throw new UsageError(`--from ${from} is after --to ${to}`);
  const simulated = await simulate(db, community.id, proposed, period, now());
  const simulation = { community: community.name, from, to, file: basename(file) };
  if (json) out(reportJson(simulation, simulated));
  else for (const line of reportLines(simulation, simulated, locale ?? community.locale)) out(line);
}

/** Null when the file is no policy, which has been said then. */
async function readProposed(file: string, { err }: PolicyCommandTools): Promise<Policy | null> {
  // An empty file differs from the default in nothing.
  const text = file === 'default' ? '' : await textOf(file);
  const checked = checkPolicy(text);
  if (checked.ok) return checked.policy;
  for (const { line, column, path, message, mend } of checked.mistakes)
    err(`${file}:${line}:${column}: ${path ? `${path}: ` : ''}${message}; ${mend}`);
  return null;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read: give the path of a policy, or "default"`);
  }
}

async function communityNamed(db: Database, name: string | undefined) {
  const all = await db.community.findMany({
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, locale: true, timeZone: true },
  });
  const fitting = name === undefined ? all : all.filter((one) => one.name === name);
  const [found] = fitting;
  if (found && fitting.length === 1) return found;
  if (all.length === 0) throw new UsageError('this database has no community yet');
  throw new UsageError(`say which community with --community: ${all.map((one) => one.name).join(', ')}`);
}

/** The first instant of a day of the wall, some days later. */
function startOf(day: string, timeZone: string, daysLater = 0): Date {
  if (!calendarDay.safeParse(day).success) throw new UsageError(`${day} is no day: write it like 2026-01-31`);
  const date = Temporal.PlainDate.from(day).add({ days: daysLater });
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
}
