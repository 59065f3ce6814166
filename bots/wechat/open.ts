import { join } from 'node:path';
import type { Logger } from 'pino';
import { tellTakeover } from '../../core/accounts/takeover.ts';
import type { AccountWatch } from '../../core/channel/account.ts';
import type { Bot, Quota } from '../../core/channel/channel.ts';
import type { Clock } from '../../core/clock.ts';
import type { Database } from '../../core/database.ts';
import { faultOf } from '../../core/fault.ts';
import type { Bells } from '../../core/outbox/bells.ts';
import { runStep } from '../../core/run-step.ts';
import { createWechatAccount } from './account.ts';
import { createBacklog } from './books/backlog.ts';
import { createBooks } from './books/create-books.ts';
import { wechatFiles } from './books/file-book.ts';
import { createRoomShare } from './books/room-share.ts';
import type { WechatChannel } from './channel.ts';
import { every } from './every.ts';
import { qrInTerminal } from './qr-in-terminal.ts';
import { createAccountLock } from './session/account-lock.ts';
import { createSession } from './session/create-session.ts';
import { puppetByName } from './session/puppet-by-name.ts';
import { puppetPackage, warningOf } from './session/puppet-names.ts';
import type { WechatSettings } from './settings.ts';

export interface WechatParts extends WechatSettings {
  db: Database;
  databaseUrl: string;
  dataDir: string;
  bells: Bells;
  watch: AccountWatch;
  quota: Quota;
  clock: Clock;
  log: Logger;
  /** Called at every login: from the first one on this process can speak for the account. One that stands by never can. */
  loggedIn: () => void;
  /** The terminal, for codes that somebody has to scan. */
  say: (line: string) => void;
}

/** An account on WeChat as this process has it. */
export interface Wechat {
  readonly channel: WechatChannel;
  readonly bot: Bot;
  /** Begins to log in; resolves at once. */
  open(): Promise<void>;
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 10_000;
const PRUNE_EVERY_MS = 3_600_000;

/**
 * Puts an account on WeChat together: its session over the puppet that is configured, its books, and what it does for the other
 * accounts of ours. Only this loads wechaty.
 *
 * @throws {WechatPuppetMissing} when wechaty or the puppet is not installed
 * @throws {WechatPuppetUnconfigured} when the puppet needs something that is not set
 */
export async function openWechat(parts: WechatParts): Promise<Wechat> {
  const { account, db, clock, bells, watch, quota, say, log } = parts;
  const dir = join(parts.dataDir, 'wechat');
  const warning = warningOf(puppetPackage(parts.puppet));
  if (warning !== null) say(warning);
  const openPuppet = await puppetByName({ ...parts, dir, env: process.env });
  const books = createBooks({ db, account, clock });
  const backlog = createBacklog();
  const share = createRoomShare({ db, clock, bells, account, books, backlog, log });
  const key = { channel_account: { channel: 'wechat', account } };

  const session = createSession({
    account,
    openPuppet,
    lock: createAccountLock({ connectionString: parts.databaseUrl, channel: 'wechat', account, log }),
    lastHeard: { read: lastHeard },
    onAlive: (at) => {
      // What a later process asks the platform for begins here: never after something that is in memory only.
      watch
        .alive(wechat.storedUntil(at))
        .catch((err: unknown) =>
          log.warn({ account, fault: faultOf(err) }, 'could not be put on record that the account hears'),
        );
    },
    clock,
    log,
  });
  let shown: string | null = null;
  const watchAndShow: Pick<AccountWatch, 'tell'> = {
    // Told again until it is on record; whoever looks at the terminal sees a code once.
    async tell(report) {
      if (report.type === 'login_needed' && report.qr !== null && report.qr !== shown) await show(report.qr);
      shown = report.type === 'login_needed' ? report.qr : null;
      if (report.type === 'logged_in') parts.loggedIn();
      await watch.tell(report);
    },
  };
  const wechat = createWechatAccount({
    account,
    session,
    books,
    files: wechatFiles(db),
    aside: { keep: (...heard) => backlog.keep(...heard), isDouble: (...said) => share.isDouble(...said) },
    watch: watchAndShow,
    quota,
    clock,
    log,
  });

  const failed = (err: unknown): void =>
    log.warn({ account, fault: faultOf(err) }, 'a regular look failed; the next comes in its time');
  const looking = every(LOOK_EVERY_MS, takeOver, failed);
  const pruning = every(PRUNE_EVERY_MS, () => books.prune(clock.now()), failed);

  return {
    channel: wechat.channel,
    bot: wechat.bot,
    async open() {
      await wechat.open();
      looking.start();
      pruning.start();
    },
    async close() {
      await Promise.all([looking.stop(), pruning.stop(), wechat.close()]);
    },
  };

  /** A process that ended while it fetched what was missed has not told what became of that: the next one begins there again. */
  async function lastHeard(): Promise<Date | null> {
    const standing = await db.channelAccount.findUnique({ where: key, select: { aliveAt: true } });
    const [open] = await db.listeningGap.findMany({
      where: { channel: 'wechat', account, endToldAt: null },
      orderBy: { fromAt: 'asc' },
      take: 1,
      select: { fromAt: true },
    });
    const aliveAt = standing?.aliveAt ?? null;
    return open && aliveAt && open.fromAt < aliveAt ? open.fromAt : aliveAt;
  }

  /** The code is a key to the account: it is shown where only the operator looks, and never logged. */
  async function show(qr: string): Promise<void> {
    say(
      `\nWeChat (${account}) has to be logged in: scan this with the phone of the account.\n${await qrInTerminal(qr)}`,
    );
  }

  /** Groups whose account is gone come to this one, with what it heard there meanwhile. */
  async function takeOver(): Promise<void> {
    if (!session.online()) return;
    const now = clock.now();
    const taken = await share.look(now, ({ heard }) => wechat.takeUp(heard));
    for (const from of new Set(taken.map((room) => room.from))) {
      const externalIds = taken.filter((room) => room.from === from).map(({ externalId }) => externalId);
      const told = { channel: 'wechat', from, to: account, externalIds, occasion: now.toISOString() };
      await runStep({ db, clock, bells }, (step) => tellTakeover(step, told));
    }
  }
}
