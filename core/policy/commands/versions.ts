import { InvalidArgumentError, type Command } from 'commander';
import type { Database } from '../../database.ts';
import { runStep } from '../../run-step.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { PolicyCommandTools } from './tools.ts';
import { approversOf, isSame, type Approver, type Named } from '../versions/approvers.ts';
import { readInstant } from '../versions/effect-date.ts';
import { communityNamed, type NamedCommunity } from '../versions/of-community.ts';
import { mistakesIn, proposeVersion, type Proposed } from '../versions/propose.ts';
import { approveVersion, withdrawVersion } from '../versions/settle.ts';
import { versionLines } from '../versions/view.ts';
import { readChecked } from './mistakes.ts';
import { settledLine } from './settled-line.ts';

interface Meant {
  community?: string;
  by: string;
}

/** `linli policy propose · approve · withdraw · versions`, also while a desk runs on the same database. */
export function addVersions(policy: Command, tools: PolicyCommandTools): void {
  const community = ['--community <name>', 'the community; not needed where there is only one'] as const;
  policy
    .command('propose')
    .description('put the next version of a community’s policy before those who decide')
    .argument('<file>', 'what differs from the default, as YAML; "default" is the default itself')
    .option(...community)
    .option('--from <date>', 'when it takes effect: now, 2026-12-01 or 2026-12-01T08:30', 'now')
    .requiredOption('--by <name>', 'who proposes it')
    .requiredOption('--because <text>', 'why')
    .option('--running', 'count also tickets that are open then by it', false)
    .action((file: string, options: Meant & ProposeOptions) => propose(file, options, tools));
  policy
    .command('approve')
    .description('approve a proposed version')
    .argument('<version>', 'its number', readNumber)
    .option(...community)
    .requiredOption('--by <name>', 'who approves it: a manager or a member of the committee')
    .option('--running', 'count also tickets that are open then by it; as proposed, when left out')
    .action((version: number, options: Meant & { running?: boolean }) => {
      const { running } = options;
      return decide(options, tools, (step, where, by) =>
        approveVersion(step, where, { version, by, ...(running === undefined ? {} : { running }) }),
      );
    });
  policy
    .command('withdraw')
    .description('take a version back before it takes effect')
    .argument('<version>', 'its number', readNumber)
    .option(...community)
    .requiredOption('--by <name>', 'who takes it back')
    .action((version: number, options: Meant) =>
      decide(options, tools, (step, where, by) => withdrawVersion(step, where, { version, by })),
    );
  policy
    .command('versions')
    .description('list the versions of a community’s policy')
    .option(...community)
    .action((options: { community?: string }) =>
      tools.withDatabase(async (db) => {
        const { id, timeZone } = await communityNamed(db, options.community);
        const all = await db.policyVersion.findMany({ where: { communityId: id } });
        const texts = textsFor('en');
        tools.out(texts.versions(versionLines(all, { texts, now: tools.now(), timeZone })));
      }),
    );
}

function readNumber(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a number such as 3; "linli policy versions" shows them.');
}

interface ProposeOptions {
  from: string;
  because: string;
  running: boolean;
}

async function propose(file: string, options: Meant & ProposeOptions, tools: PolicyCommandTools): Promise<void> {
  const checked = await readChecked(file, tools);
  if (!checked) {
    process.exitCode = 1;
    return;
  }
  await tools.withDatabase(async (db) => {
    const community = await communityNamed(db, options.community);
    const proposed = await inStep(db, tools, async (step) =>
      proposeVersion(step, community, {
        change: { kind: 'whole', document: checked.document },
        takesEffectAt: readInstant(options.from, step.now, community.timeZone),
        reason: options.because,
        by: (await approverNamed(step, community, options.by)) ?? { personId: null, name: options.by },
        movesRunning: options.running,
      }),
    );
    tellProposed(proposed, tools);
  });
}

function tellProposed(proposed: Proposed, { out, err }: PolicyCommandTools): void {
  switch (proposed.kind) {
    case 'proposed':
      out(`Version ${proposed.version} is proposed. What it changes:`);
      for (const change of proposed.changes) out(`  ${change}`);
      out(
        `It takes effect once it is approved: in the managers’ group, or by linli policy approve ${proposed.version}.`,
      );
      return;
    case 'wrong':
      for (const { path, message, mend } of mistakesIn(proposed.flaws, 'en')) err(`${path}: ${message} → ${mend}`);
      break;
    case 'same':
      err('That is what holds then already; nothing was proposed.');
      break;
    case 'in_past':
      err('That date has passed; nothing was proposed. For at once, write --from now.');
  }
  process.exitCode = 1;
}

type Decide = (
  step: Step,
  community: NamedCommunity,
  by: Named & Pick<Approver, 'roles'>,
) => ReturnType<typeof approveVersion>;

async function decide({ community: name, by }: Meant, tools: PolicyCommandTools, how: Decide): Promise<void> {
  await tools.withDatabase(async (db) => {
    const community = await communityNamed(db, name);
    const settled = await inStep(db, tools, async (step) =>
      how(step, community, (await approverNamed(step, community, by)) ?? { personId: null, name: by, roles: [] }),
    );
    const { line, isDone } = settledLine(settled, by, (at) => textsFor('en').when(at, tools.now(), community.timeZone));
    if (isDone) tools.out(line);
    else tools.err(line);
    if (!isDone) process.exitCode = 1;
  });
}

/** Somebody who may decide and is called so; null when nobody is, or several are. */
async function approverNamed(step: Step, community: NamedCommunity, name: string): Promise<Approver | null> {
  const named = (await approversOf(step.tx, community.id)).filter((one) => isSame(one, { personId: null, name }));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** What is to be said and looked at is found by the sweep of the desk that runs, or of the next one. */
function inStep<T>(db: Database, { now }: PolicyCommandTools, work: (step: Step) => Promise<T>): Promise<T> {
  const silent = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(false) };
  return runStep({ db, clock: { now }, bells: silent }, work);
}
