import { randomUUID } from 'node:crypto';
import type { AccountReport } from '../../../core/channel/account.ts';
import type { Harness } from '../../../core/channel/testing/driver.ts';
import { systemClock } from '../../../core/clock.ts';
import type { Database } from '../../../core/database.ts';
import { createWechatAccount } from '../account.ts';
import type { WechatAccount, WechatAccountParts } from '../account.ts';
import { createBooks } from '../books/create-books.ts';
import { wechatFiles } from '../books/file-book.ts';
import type { Happening } from '../happening.ts';
import type { Session } from '../session.ts';
import type { OpenPuppet } from '../session/opened-puppet.ts';
import { sessionOver, silentLog } from './open-session.ts';
import { WechatDriver } from './wechat-driver.ts';
import type { QuoteShape } from './wechat-driver.ts';
import type { WechatWorld } from './wechat-world.ts';

/** Nobody dawdles after a fault in a test. */
export const quickPauses = { firstMs: 2, maxMs: 20 };

/** WeChat with an account of ours that is logged in. */
export interface WechatHarness extends Harness {
  world: WechatWorld;
  driver: WechatDriver;
  account: WechatAccount;
  accountName: string;
  /** What was told of the account. */
  reports: AccountReport[];
  /** Resolves to the first report of the type, or the `count`th, told already or later. */
  reported(type: AccountReport['type'], count?: number): Promise<AccountReport>;
  /** What was heard of groups for which another account speaks. */
  aside: Happening[];
  /** Resolves when so much of it was put aside. */
  untilAside(count: number): Promise<void>;
}

export interface HarnessOptions {
  quotes?: QuoteShape;
  /** Puts a report on record; told again when it rejects. */
  tell?: (report: AccountReport) => Promise<void>;
  /** What differs from an account as it is. */
  parts?: Partial<WechatAccountParts>;
}

/** Resolves when the account is logged in. */
export async function startWechatHarness(
  db: Database,
  world: WechatWorld,
  openPuppet: OpenPuppet,
  { quotes = 'text', tell = () => Promise.resolve(), parts = {} }: HarnessOptions = {},
): Promise<WechatHarness> {
  const clock = systemClock;
  const accountName = randomUUID();
  const reports: AccountReport[] = [];
  const heard: Happening[] = [];
  const aside: Happening[] = [];
  const { until, look } = watched();
  const session = sessionOver(openPuppet, { account: accountName, clock });
  const account = createWechatAccount({
    account: accountName,
    session: listenedTo(session, (happening) => {
      heard.push(happening);
      look();
    }),
    books: createBooks({ db, account: accountName, clock }),
    files: wechatFiles(db),
    aside: {
      keep: (_room, happening) => {
        aside.push(happening);
        look();
      },
      isDouble: () => false,
    },
    watch: {
      tell: async (report) => {
        await tell(report);
        reports.push(report);
        look();
      },
    },
    quota: { perConversation: [], perAccount: [] },
    clock,
    log: silentLog,
    pauses: quickPauses,
    ...parts,
  });
  const reported = (type: AccountReport['type'], count = 1) =>
    until(() => reports.filter((report) => report.type === type)[count - 1]);
  await world.login();
  await account.open();
  await reported('logged_in');
  return {
    world,
    driver: new WechatDriver(world, quotes, async (type, roomId) => {
      const from = heard.length;
      await until(() => heard.slice(from).find((one) => one.type === type && one.payload.roomId === roomId));
    }),
    account,
    accountName,
    reports,
    reported,
    aside,
    untilAside: async (count) => void (await until(() => (aside.length >= count ? true : undefined))),
    channel: account.channel,
    bot: () => Promise.resolve(account.bot),
    close: () => account.close(),
  };
}

/** The session, with somebody else who hears what it hears, afterwards. */
function listenedTo(session: Session, listener: (happening: Happening) => void): Session {
  return {
    ...session,
    start: (hooks) =>
      session.start({
        report: (report) => hooks.report(report),
        happened: (happening) => {
          hooks.happened(happening);
          listener(happening);
        },
      }),
  };
}

/** `until` resolves to what is found as soon as it is; it is looked for at every `look`. */
function watched(): { until: <Found>(find: () => Found | undefined) => Promise<Found>; look: () => void } {
  const watchers = new Set<() => void>();
  return {
    look: () => {
      for (const watcher of watchers) watcher();
    },
    until: (find) =>
      new Promise((resolve) => {
        const watcher = (): void => {
          const found = find();
          if (found === undefined) return;
          watchers.delete(watcher);
          resolve(found);
        };
        watchers.add(watcher);
        watcher();
      }),
  };
}
