import { basename } from 'node:path';
import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../database.ts';
import { UsageError } from '../../usage-error.ts';
import type { Policy } from '../policy.ts';
import type { PolicyCommandTools } from './tools.ts';
import { reportJson, reportLines } from '../simulate/report.ts';
import { simulate } from '../simulate/simulate.ts';
import { calendarDay } from '../document/units.ts';
import { communityNamed } from '../versions/of-community.ts';
import { localeOption } from './locale-option.ts';
import { readChecked } from './mistakes.ts';

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
    .addOption(localeOption())
    .option('--json', 'one JSON object', false)
    .action(async (file: string, options: SimulateOptions) => {
      const checked = await readChecked(file, tools, options.locale);
      if (!checked) {
        process.exitCode = 1;
        return;
      }
      await tools.withDatabase((db) => run(db, { file, proposed: checked.policy }, options, tools));
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
  if (period.from >= period.to) throw new UsageError(`--from ${from} is after --to ${to}.`);
  const simulated = await simulate(db, community.id, proposed, period, now());
  const simulation = { community: community.name, from, to, file: basename(file) };
  if (json) out(reportJson(simulation, simulated));
  else for (const line of reportLines(simulation, simulated, locale ?? community.locale)) out(line);
}

/** The first instant of a day of the wall, some days later. */
function startOf(day: string, timeZone: string, daysLater = 0): Date {
  if (!calendarDay.safeParse(day).success) throw new UsageError(`"${day}" is no day: write it like 2026-01-31.`);
  const date = Temporal.PlainDate.from(day).add({ days: daysLater });
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
}
