import type { Command } from 'commander';
import type { Database } from '../database.ts';
import { communityNamed, type NamedCommunity } from '../policy/versions/of-community.ts';
import { runStep } from '../run-step.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { UsageError } from '../usage-error.ts';
import { tryItExample } from './example.ts';
import { mappingSchema } from './mapping.ts';
import { readSourceOrder } from './source-words.ts';
import { addSource as add, listSources, renewSecret, revokeSource } from './sources.ts';

export interface SourceCommandTools {
  out: (line: string) => void;
  now: () => Date;
  /** Opens the database of the configuration, also that of a desk that is running, and closes it afterwards. */
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  /** Under which address devices reach the desk, without a slash at its end. */
  httpBase: () => string;
}

interface Options {
  community?: string;
}

/** What one command does; the line it ends with, or null where no source is called so. */
type Work = (step: Step, community: NamedCommunity) => Promise<string | null>;

const texts = textsFor('en');

/** `linli source list · add · rotate · revoke`: what may report to the desk (P10h), as managers say it in a direct chat. */
export function addSource(program: Command, tools: SourceCommandTools): void {
  const source = program.command('source').description('devices that report: list, add, give another secret, revoke');
  const named = ['--community <name>', 'the community; not needed where there is only one'] as const;
  source
    .command('list')
    .description('what may report, and when it last did')
    .option(...named)
    .action((options: Options) => run(tools, options, listed));
  source
    .command('add')
    .description('let a device or a controller report; prints its secret once')
    .argument('<name>', 'a part of its address: letters, digits, - and _')
    .argument('[matter...]', 'what it reports, as in: repair facilities emergency building 3')
    .option(...named)
    .action((name: string, matter: string[], options: Options) =>
      run(tools, options, async (step, community) => {
        const order = await readAdd(step, community, [name, ...matter]);
        const word = { communityId: community.id, personId: null, name: order.name };
        const added = await add(step, { ...word, mapping: mappingSchema.parse(order.matter) });
        if (added.kind === 'taken') throw new UsageError(texts.sourceTaken(order.name));
        const address = addressOf(tools, order.name);
        return texts.sourceAdded(order.name, address, added.secret, tryItExample(address, added.secret));
      }),
    );
  source
    .command('rotate')
    .description('give it another secret; the old one is worth nothing from then on')
    .argument('<name>')
    .option(...named)
    .action((name: string, options: Options) =>
      run(tools, options, async (step, community) => {
        const word = wordOf(community, name);
        const secret = await renewSecret(step, word);
        const address = addressOf(tools, word.name);
        return secret && texts.sourceRenewed(word.name, address, secret, tryItExample(address, secret));
      }),
    );
  source
    .command('revoke')
    .description('take nothing from it any more')
    .argument('<name>')
    .option(...named)
    .action((name: string, options: Options) =>
      run(tools, options, async (step, community) => {
        const word = wordOf(community, name);
        return (await revokeSource(step, word)) ? texts.sourceRevoked(word.name) : null;
      }),
    );
}

/** @throws {UsageError} when no source is called so */
async function run(tools: SourceCommandTools, { community: wanted }: Options, work: Work): Promise<void> {
  await tools.withDatabase(async (db) => {
    const community = await communityNamed(db, wanted);
    const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(false) };
    const said = await runStep({ db, clock: { now: tools.now }, bells }, (step) => work(step, community));
    if (said === null) throw new UsageError('No source is called so; "linli source list" shows them.');
    tools.out(said);
  });
}

const wordOf = ({ id }: NamedCommunity, name: string) => ({
  communityId: id,
  personId: null,
  name: name.normalize('NFKC'),
});

const addressOf = ({ httpBase }: SourceCommandTools, name: string): string =>
  `${httpBase()}/in/${encodeURIComponent(name)}`;

async function readAdd({ tx }: Step, { id }: NamedCommunity, words: readonly string[]) {
  const buildings = await tx.building.findMany({ where: { communityId: id }, select: { label: true } });
  const order = readSourceOrder(
    `add ${words.join(' ')}`,
    buildings.map(({ label }) => label),
  );
  if (order.kind === 'add') return order;
  throw new UsageError(
    'Write a name of letters, digits, - and _, and behind it what it reports, as in: linli source add door-controller repair facilities building 3',
  );
}

async function listed(step: Step, { id, timeZone }: NamedCommunity): Promise<string> {
  const sources = await listSources(step, id);
  if (sources.length === 0) return 'No device may report yet: linli source add NAME.';
  return texts.sources(
    sources.map(({ name, revoked, reports, lastAt }) => ({
      name,
      revoked,
      reports,
      last: lastAt && texts.when(lastAt, step.now, timeZone),
    })),
  );
}
