import { Command } from 'commander';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { createTelegramBot } from './bots/telegram/bot.ts';
import type { TelegramBot } from './bots/telegram/bot.ts';
import { TelegramAccountError, createTelegramChannel } from './bots/telegram/channel.ts';
import type { TelegramChannel } from './bots/telegram/channel.ts';
import { checkTelegram } from './bots/telegram/check.ts';
import { addWebhookRoute } from './bots/telegram/webhook-route.ts';
import { webhookSecret } from './bots/telegram/webhook-secret.ts';
import { openDemoEstate } from './bots/web/demo-estate.ts';
import { addHealth } from './bots/web/http/health-route.ts';
import { createWebChannel } from './bots/web/web-channel.ts';
import { PortTaken, createWebRooms } from './bots/web/web-rooms.ts';
import type { Channel } from './core/channel/channel.ts';
import { systemClock as clock } from './core/clock.ts';
import { readConfig } from './core/config.ts';
import type { Config } from './core/config.ts';
import { createDesk } from './core/desk/desk.ts';
import type { Desk } from './core/desk/desk.ts';
import { examine } from './core/doctor.ts';
import type { Check } from './core/doctor.ts';
import { checkConfig, checkFolder, checkNode } from './core/doctor-checks.ts';
import { replay } from './core/intake/replay/replay.ts';
import type { ReplayOptions } from './core/intake/replay/replay.ts';
import { openLog } from './core/open-log.ts';
import type { Bells } from './core/outbox/bells.ts';
import { newOwnerCode } from './core/people/owner-code.ts';
import { reportUndelivered } from './core/tickets/undelivered.ts';
import { untilAskedToEnd } from './core/until-asked-to-end.ts';
import { welcomeLines } from './core/welcome.ts';
import { checkDatabase } from './prisma/check-database.ts';
import { AlreadyRunning, EmbeddedPostgresError } from './prisma/embedded/failure.ts';
import { MigrationError } from './prisma/migrate.ts';
import { openDatabase } from './prisma/open-database.ts';
import type { OpenDatabase } from './prisma/open-database.ts';
import { BackendUnavailableError } from './workers/backend-port.ts';
import type { Backend } from './workers/backend-port.ts';
import { openBackend } from './workers/backend.ts';
import { createBells } from './workers/bells.ts';
import { checkRedis } from './workers/check-redis.ts';
import { openQueues } from './workers/queues.ts';
import { startWorkers } from './workers/start.ts';
import { within } from './workers/within.ts';

/** How long everything that listens or works may take to end; the database comes after it. */
const STOP_PATIENCE_MS = 2_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** A mistake of whoever typed the command, or of the configuration. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

function configured(): Config {
  const outcome = readConfig(process.env);
  if (outcome.ok) return outcome.config;
  throw new UsageError(['linli cannot start as it is configured:', ...outcome.problems].join('\n  - '));
}

async function openStore(config: Config, log: Logger): Promise<OpenDatabase> {
  return openDatabase({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    poolSize: 20,
    say,
    onConnectionLost: (err) => log.warn({ err }, 'connection of the database lost'),
    onLost: (err) => {
      log.fatal({ err }, 'the embedded PostgreSQL has gone');
      say(
        'The embedded PostgreSQL ended while linli was using it. Nothing that was recorded is lost: start linli again.',
      );
      process.exit(1);
    },
  });
}

async function openTelegram(config: Config, log: Logger): Promise<TelegramChannel | null> {
  return config.telegram && createTelegramChannel({ ...config.telegram, log });
}

function telegramBot(channel: TelegramChannel, config: Config, log: Logger): TelegramBot {
  const { token = '', apiRoot } = config.telegram ?? {};
  const webhook =
    config.publicUrl === null
      ? undefined
      : { publicUrl: config.publicUrl, path: '/telegram', secretToken: webhookSecret(token) };
  return createTelegramBot({ channel, token, apiRoot, webhook, log });
}

interface Running {
  stop(): Promise<void>;
}

interface House {
  config: Config;
  log: Logger;
  store: OpenDatabase;
  backend: Backend;
  telegram: TelegramChannel | null;
}

function openDesk({ config, store, log }: House, bells: Bells): Desk {
  const defaults = { locale: config.locale, timeZone: config.timeZone };
  return createDesk({ db: store.db, clock, bells, log, defaults });
}

function runWorkers(house: House): Running & { bells: Bells; desk: Desk } {
  const { store, backend, telegram, log } = house;
  const channels: Channel[] = [createWebChannel({ db: store.db, clock, log }), ...(telegram ? [telegram] : [])];
  const workers = startWorkers({
    backend,
    db: store.db,
    clock,
    channels: new Map(channels.map((channel) => [`${channel.name}:${channel.account}`, channel])),
    // Bells and desk need each other; no job runs before the next turn of the event loop.
    handlers: { deadline: (id) => desk.due(id), unhandled: (id) => desk.drain(id) },
    onFailed: reportUndelivered,
    log,
  });
  const desk = openDesk(house, workers.bells);
  return { bells: workers.bells, desk, stop: () => workers.stop() };
}

async function runBots(house: House, desk: Desk): Promise<Running & { address: string }> {
  const { config, store, telegram, log } = house;
  const account = createWebChannel({ db: store.db, clock, log });
  const { locale, timeZone, http, password } = config;
  const people = await openDemoEstate({ db: store.db, clock, account, locale, timeZone });
  const rooms = createWebRooms({ db: store.db, connectionString: store.url, http, password, log, clock, people });
  addHealth(rooms.server, store.db);
  const telegramSide = telegram && telegramBot(telegram, config, log);
  if (telegramSide?.webhook) addWebhookRoute(rooms.server, telegramSide.webhook);
  const bots = telegramSide ? [rooms.bot, telegramSide] : [rooms.bot];
  const address = await rooms.listen();
  for (const bot of bots) await bot.start(desk.inboxFor(bot.channel));
  const stop = async (): Promise<void> => {
    await Promise.all([...bots.map((bot) => bot.stop()), rooms.close()]);
  };
  return { address, stop };
}

async function welcome({ config, store, backend, telegram }: House, address: string): Promise<void> {
  const { dataDir, publicUrl } = config;
  const bot = telegram && {
    username: telegram.self.username,
    hearsGroups: telegram.hearsGroups,
    publicUrl,
    ownerCode: await newOwnerCode(store.db, telegram.name, telegram.account),
  };
  const embeddedIn = store.embedded ? dataDir : null;
  for (const line of welcomeLines({ address, embeddedIn, jobsOn: backend.kind, telegram: bot })) say(line);
}

/** Opens the house, lets `enter` start what runs in it, and ends everything in order at Ctrl-C or SIGTERM. */
async function live(enter: (house: House) => Promise<Running>): Promise<void> {
  const config = configured();
  const log = openLog(config.logLevel);
  const store = await openStore(config, log);
  let backend: Backend | null = null;
  let running: Running | null = null;
  const asked = untilAskedToEnd(() => store.abandon());
  try {
    backend = await openBackend({ redisUrl: config.redisUrl, databaseUrl: store.url, log });
    const telegram = await openTelegram(config, log);
    running = await enter({ config, log, store, backend, telegram });
    await asked;
    say('\nlinli ends …');
  } finally {
    if (running) await within(STOP_PATIENCE_MS, running.stop());
    if (backend) await within(STOP_PATIENCE_MS / 4, backend.close());
    await store.close();
  }
  // Whatever has not ended by now is not waited for.
  process.exit(0);
}

async function start(): Promise<void> {
  await live(async (house) => {
    const workers = runWorkers(house);
    try {
      const bots = await runBots(house, workers.desk);
      await welcome(house, bots.address);
      return { stop: async () => void (await Promise.all([bots.stop(), workers.stop()])) };
    } catch (error) {
      await workers.stop();
      throw error;
    }
  });
}

/** Commands that share a database with other processes cannot use the embedded one, which is of one process. */
function demandSharedDatabase(command: string): void {
  if (configured().databaseUrl === null)
    throw new UsageError(`"linli ${command}" needs DATABASE_URL: it runs beside others.`);
}

async function onlyBots(): Promise<void> {
  demandSharedDatabase('bots');
  await live(async (house) => {
    const queues = openQueues(house.backend);
    const bells = createBells({ queues, db: house.store.db, clock, log: house.log });
    const bots = await runBots(house, openDesk(house, bells));
    await welcome(house, bots.address);
    return { stop: () => bots.stop().then(() => queues.close()) };
  });
}

async function onlyWorkers(): Promise<void> {
  demandSharedDatabase('workers');
  await live((house) => {
    const workers = runWorkers(house);
    say(`linli works: jobs ${house.backend.kind === 'redis' ? 'on Redis' : 'on PostgreSQL'}. Ctrl-C ends it.`);
    return Promise.resolve(workers);
  });
}

async function migrate(): Promise<void> {
  const config = configured();
  const log = openLog(config.logLevel);
  const store = await openStore(config, log);
  try {
    const backend = await openBackend({ redisUrl: config.redisUrl, databaseUrl: store.url, log });
    await backend.close();
    say(store.applied.length > 0 ? `Applied: ${store.applied.join(', ')}` : 'The database is up to date.');
  } finally {
    await store.close();
  }
}

async function doctor(): Promise<void> {
  const outcome = readConfig(process.env);
  const checks: Check[] = [
    { name: 'Node.js', look: async () => checkNode(process.versions.node) },
    { name: 'configuration', look: async () => checkConfig(outcome) },
  ];
  if (outcome.ok) {
    const { config } = outcome;
    const silent = pino({ level: 'silent' });
    checks.push(
      { name: 'data folder', look: () => checkFolder(config.dataDir) },
      { name: 'database', look: () => checkDatabase(config) },
      { name: 'Redis', look: () => checkRedis(config.redisUrl) },
      { name: 'Telegram', look: () => checkTelegram(() => openTelegram(config, silent)) },
    );
  }
  if (!(await examine(checks, say))) process.exitCode = 1;
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Errors whose message is written for the operator; of others the place in the program is shown, too. */
const forOperators = [
  AlreadyRunning,
  BackendUnavailableError,
  EmbeddedPostgresError,
  MigrationError,
  PortTaken,
  TelegramAccountError,
  UsageError,
];

function fail(error: unknown): never {
  const known = forOperators.some((type) => error instanceof type);
  const mend =
    error instanceof PortTaken ? '. Choose another with LINLI_HTTP, for instance LINLI_HTTP=127.0.0.1:8788' : '';
  const text = known || !(error instanceof Error) ? sentence(error) + mend : (error.stack ?? error.message);
  complain(text);
  process.exit(error instanceof UsageError ? 2 : 1);
}

const program = new Command('linli').description('The communication desk of a property office').version('0.1.0');
program.command('start').description('everything in one process; needs no configuration').action(start);
program.command('bots').description('rooms, webhook and bots only; needs DATABASE_URL').action(onlyBots);
program
  .command('workers')
  .description('jobs and delivery only, any number of them; needs DATABASE_URL')
  .action(onlyWorkers);
program.command('migrate').description('bring the database up to date, and end').action(migrate);
program
  .command('doctor')
  .description('look at everything linli needs, and say how to mend what is wrong')
  .action(doctor);
program
  .command('replay')
  .description('read chats that Telegram Desktop exported, and say what linli would have made of them')
  .argument('<file...>', 'result.json, as exported')
  .option('--json', 'one JSON object per ticket and line', false)
  .option('--staff <ids>', 'accounts of the staff: user1001,user1002', (ids: string) => ids.split(','))
  .option('--labels', 'take community and staff from the neighbouring NAME.labels.json')
  .option('--locale <tag>', 'the language of the digest: zh-CN, zh-TW or en')
  .action(async (files: string[], options: ReplayOptions) => {
    process.exitCode = await replay(files, options, { out: say, err: complain });
  });
program.parseAsync().catch(fail);
