import { Command } from 'commander';
import { pino, type Logger } from 'pino';
import { nameAccount } from './core/accounts/name-account.ts';
import { addCommands } from './core/add-commands.ts';
import { checkAccounts } from './core/accounts/check-accounts.ts';
import { runRooms } from './bots/run-rooms.ts';
import { startBots } from './bots/start-bots.ts';
import { TelegramAccountError, createTelegramChannel, type TelegramChannel } from './bots/telegram/channel.ts';
import { checkTelegram } from './bots/telegram/check.ts';
import { createWebChannel } from './bots/web/web-channel.ts';
import { PasswordMissing, PortTaken } from './bots/web/web-rooms.ts';
import { checkWechat } from './bots/wechat/check.ts';
import { wechatFiles } from './bots/wechat/books/file-book.ts';
import { WechatPuppetMissing, WechatPuppetUnconfigured } from './bots/wechat/session/puppet-names.ts';
import type { Channel, Quota } from './core/channel/channel.ts';
import { systemClock as clock } from './core/clock.ts';
import { readConfig, type Config } from './core/config.ts';
import { createDesk, type Desk } from './core/desk/desk.ts';
import { examine, type Check, type Finding } from './core/doctor.ts';
import { checkConfig, checkFolder, checkNode } from './core/doctor-checks.ts';
import { checkModel } from './core/intake/opinion/check-model.ts';
import { createModelServer } from './core/intake/opinion/model-server.ts';
import { configured, demandSharedDatabase } from './core/configured.ts';
import { failWith } from './core/fail-with.ts';
import { botNames, onlyThese, type BotName } from './core/only.ts';
import { openLog } from './core/open-log.ts';
import type { Bells } from './core/outbox/bells.ts';
import { checkHolidays } from './core/policy/time/check-holidays.ts';
import { reportUndelivered } from './core/tickets/undelivered.ts';
import { untilAskedToEnd } from './core/until-asked-to-end.ts';
import { sayWelcome } from './core/welcome.ts';
import { checkDatabase } from './prisma/check-database.ts';
import { connectDatabase } from './prisma/client.ts';
import { AlreadyRunning, EmbeddedPostgresError } from './prisma/embedded/failure.ts';
import { MigrationError } from './prisma/migrate.ts';
import { openDatabase, type OpenDatabase } from './prisma/open-database.ts';
import { BackendUnavailableError, type Backend } from './workers/backend-port.ts';
import { openBackend } from './workers/backend.ts';
import { createBells } from './workers/bells.ts';
import { checkRedis } from './workers/check-redis.ts';
import { startLaneWorkers } from './workers/lane-workers.ts';
import { openQueues } from './workers/queues.ts';
import { startWorkers } from './workers/start.ts';
import { within } from './workers/within.ts';

/** How long everything that listens or works may take to end; the database comes after it. */
const STOP_PATIENCE_MS = 2_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const lost = (log: Logger, err: unknown): void => log.warn({ err }, 'connection of the database lost');

async function openStore(config: Config, log: Logger, visits = false): Promise<OpenDatabase> {
  return openDatabase({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    poolSize: visits ? 4 : 20,
    visits,
    say,
    onConnectionLost: (err) => lost(log, err),
    onLost: (err) => {
      log.fatal({ err }, 'the embedded PostgreSQL has gone');
      say(
        'The embedded PostgreSQL ended while linli was using it. Nothing that was recorded is lost: start linli again.',
      );
      process.exit(1);
    },
  });
}

const openTelegram = async ({ telegram }: Config, log: Logger): Promise<TelegramChannel | null> =>
  telegram && createTelegramChannel({ ...telegram, log });

type Running = { stop(): Promise<void> };

interface House {
  config: Config;
  log: Logger;
  store: OpenDatabase;
  backend: Backend;
  telegram: TelegramChannel | null;
  /** Which bots listen in this process. */
  only: ReadonlySet<BotName>;
}

const httpBaseOf = ({ publicUrl, http }: Config): string => publicUrl ?? `http://${http.host}:${http.port}`;

function openDesk({ config, store, log }: House, bells: Bells): Desk {
  const defaults = { locale: config.locale, timeZone: config.timeZone };
  const quotaOf = (channel: string): Quota | undefined => (channel === 'wechat' ? config.wechatQuota : undefined);
  const model = config.languageModel && createModelServer(config.languageModel);
  return createDesk({ db: store.db, clock, bells, log, defaults, quotaOf, httpBase: httpBaseOf(config), model });
}

/** The accounts that any number of processes may hold, by `channel:account`. */
function sharedChannels({ store, telegram, log }: House): Map<string, Channel> {
  const channels: Channel[] = [createWebChannel({ db: store.db, clock, log }), ...(telegram ? [telegram] : [])];
  return new Map(channels.map((channel) => [`${channel.name}:${channel.account}`, channel]));
}

function runWorkers(house: House): Running & { bells: Bells; desk: Desk } {
  const { store, backend, log } = house;
  const places = connectDatabase(store.url, { poolSize: 1, onConnectionLost: (err) => lost(log, err) });
  const workers = startWorkers({
    backend,
    db: store.db,
    paceDb: places.db,
    clock,
    channels: sharedChannels(house),
    files: new Map([['wechat', wechatFiles(store.db)]]),
    // Bells and desk need each other; no job runs before the next turn of the event loop.
    handlers: { deadline: (id) => desk.due(id), unhandled: (id) => desk.drain(id), settle: () => desk.settle() },
    onFailed: reportUndelivered,
    log,
  });
  const desk = openDesk(house, workers.bells);
  return { bells: workers.bells, desk, stop: () => workers.stop().then(() => places.close()) };
}

/** Listens and speaks for the account on WeChat: nobody else can, who is not logged in. */
async function runWechat(house: House, desk: Desk, bells: Bells): Promise<Running> {
  const { config, store, backend, log } = house;
  if (!config.wechat) return { stop: () => Promise.resolve() };
  // wechaty is large: it is loaded only when it is asked for.
  const { openWechat } = await import('./bots/wechat/open.ts');
  const watch = desk.watchFor({ name: 'wechat', account: config.wechat.account });
  const shared = { db: store.db, databaseUrl: store.url, dataDir: config.dataDir, clock, log, say };
  let lanes: Running | null = null;
  const channels = new Map<string, Channel>();
  const loggedIn = (): void => {
    const files = new Map<string, Pick<Channel, 'fetchFile'>>([
      ...sharedChannels(house),
      ['wechat', wechatFiles(store.db)],
    ]);
    lanes ??= startLaneWorkers({ backend, db: store.db, clock, channels, files, onFailed: reportUndelivered, log });
  };
  const wechat = await openWechat({ ...config.wechat, quota: config.wechatQuota, ...shared, bells, watch, loggedIn });
  channels.set(`wechat:${config.wechat.account}`, wechat.channel);
  await startBots([wechat.bot], { config, desk, log });
  await wechat.open();
  const stop = async (): Promise<void> => {
    await Promise.all([wechat.bot.stop(), lanes?.stop()]);
    await wechat.close();
  };
  return { stop };
}

/** Everything that listens, as far as this process is to. */
async function runBots(house: House, desk: Desk, bells: Bells): Promise<Running & { address: string | null }> {
  const { only } = house;
  const rooms = only.has('rooms') || only.has('telegram') ? await runRooms({ ...house, clock, desk }) : null;
  const wechat = only.has('wechat') ? await runWechat(house, desk, bells) : null;
  const stop = async (): Promise<void> => void (await Promise.all([rooms?.stop(), wechat?.stop()]));
  return { address: rooms?.address ?? null, stop };
}

/** Opens the house, lets `enter` start what runs in it, and ends everything in order at Ctrl-C or SIGTERM. */
async function live(only: ReadonlySet<BotName>, enter: (house: House) => Promise<Running>): Promise<void> {
  const config = configured();
  const log = openLog(config.logLevel);
  const store = await openStore(config, log);
  let backend: Backend | null = null;
  let running: Running | null = null;
  const asked = untilAskedToEnd(() => store.abandon());
  try {
    backend = await openBackend({ redisUrl: config.redisUrl, databaseUrl: store.url, log });
    const telegram = await openTelegram(config, log);
    if (telegram) await nameAccount(store.db, telegram, telegram.self.username);
    running = await enter({ config, log, store, backend, telegram, only });
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
  await live(new Set(botNames), async (house) => {
    const workers = runWorkers(house);
    try {
      const bots = await runBots(house, workers.desk, workers.bells);
      await sayWelcome(house, bots.address, say);
      return { stop: async () => void (await Promise.all([bots.stop(), workers.stop()])) };
    } catch (error) {
      await workers.stop();
      throw error;
    }
  });
}

async function onlyBots({ only }: { only?: string }): Promise<void> {
  demandSharedDatabase('bots');
  await live(onlyThese(only, configured()), async (house) => {
    const queues = openQueues(house.backend);
    const bells = createBells({ queues, db: house.store.db, clock, log: house.log });
    const bots = await runBots(house, openDesk(house, bells), bells);
    await sayWelcome(house, bots.address, say);
    return { stop: () => bots.stop().then(() => queues.close()) };
  });
}

async function onlyWorkers(): Promise<void> {
  demandSharedDatabase('workers');
  await live(new Set(), (house) => {
    const workers = runWorkers(house);
    say(`linli works: jobs ${house.backend.kind === 'redis' ? 'on Redis' : 'on PostgreSQL'}. Ctrl-C ends it.`);
    return Promise.resolve(workers);
  });
}

type Work<T> = (store: OpenDatabase) => Promise<T>;

/** With `visits`, also while another linli runs on it. */
async function withStore<T>(config: Config, log: Logger, work: Work<T>, visits = false): Promise<T> {
  const store = await openStore(config, log, visits);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function migrate(): Promise<void> {
  const config = configured();
  const log = openLog(config.logLevel);
  await withStore(config, log, async ({ url, applied }) => {
    const backend = await openBackend({ redisUrl: config.redisUrl, databaseUrl: url, log });
    await backend.close();
    say(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.');
  });
}

const lookAtStore = (config: Config, log: Logger, look: typeof checkAccounts): Promise<Finding> =>
  withStore(config, log, ({ db }) => look(db, clock.now()), true);

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
      { name: 'WeChat', look: () => checkWechat(config.wechat) },
      { name: 'language model', look: () => checkModel(config.languageModel) },
      { name: 'accounts', look: () => lookAtStore(config, silent, checkAccounts) },
      { name: 'holidays', look: () => lookAtStore(config, silent, checkHolidays) },
    );
  }
  if (!(await examine(checks, say))) process.exitCode = 1;
}

/** Errors whose message is written for the operator; of others the place in the program is shown, too. */
const forOperators = [
  AlreadyRunning,
  BackendUnavailableError,
  EmbeddedPostgresError,
  MigrationError,
  PasswordMissing,
  PortTaken,
  TelegramAccountError,
  WechatPuppetMissing,
  WechatPuppetUnconfigured,
];

const program = new Command('linli').description('The communication desk of a property office').version('0.1.0');
program.command('start').description('everything in one process; needs no configuration').action(start);
program
  .command('bots')
  .description('rooms, webhook and bots only; needs DATABASE_URL')
  .option('--only <names>', `some of ${botNames.join(', ')}`)
  .action(onlyBots);
program
  .command('workers')
  .description('jobs and delivery only, any number of them; needs DATABASE_URL')
  .action(onlyWorkers);
program.command('migrate').description('bring the database up to date, and end').action(migrate);
program
  .command('doctor')
  .description('look at everything linli needs, and say how to mend what is wrong')
  .action(doctor);
addCommands(program, {
  out: say,
  err: complain,
  now: () => clock.now(),
  httpBase: () => httpBaseOf(configured()),
  withDatabase: (work) => withStore(configured(), pino({ level: 'silent' }), ({ db }) => work(db), true),
});
program.parseAsync().catch((error: unknown) => failWith(error, forOperators, complain));
