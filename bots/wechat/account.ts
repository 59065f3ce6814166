import type { Logger } from 'pino';
import type { AccountReport, AccountWatch } from '../../core/channel/account.ts';
import type { Bot, Channel, Quota } from '../../core/channel/channel.ts';
import type { DeliveryFailure } from '../../core/channel/outgoing.ts';
import type { Clock } from '../../core/clock.ts';
import { faultOf } from '../../core/fault.ts';
import type { Books } from './books.ts';
import { createWechatBot } from './bot.ts';
import { createWechatChannel } from './channel.ts';
import type { WechatChannel } from './channel.ts';
import { FileFetching } from './file-fetch.ts';
import type { Happening } from './happening.ts';
import type { Aside } from './listen/aside.ts';
import { createAsk } from './listen/ask.ts';
import { createTranslate } from './listen/event.ts';
import { Faces } from './listen/faces.ts';
import { Latest } from './listen/latest.ts';
import { defaultPauses, untilDone } from './listen/until-done.ts';
import type { GrowingPauses } from '../pauses.ts';
import { Reports } from './listen/reports.ts';
import { Listening } from './listen/listening.ts';
import { Echoes } from './send/echo.ts';
import { createSend } from './send/speaking.ts';
import type { Session } from './session.ts';

export interface WechatAccountParts {
  /** Our name for the account; stable over restarts. */
  account: string;
  session: Session;
  books: Books;
  /** What was fetched by `books.openFile` and `keepFile`. */
  files: Pick<Channel, 'fetchFile'>;
  /** Where what is heard of groups goes for which another account of ours speaks. */
  aside: Aside;
  watch: Pick<AccountWatch, 'tell'>;
  quota: Quota;
  clock: Clock;
  log: Logger;
  /** After faults of the database or the platform. */
  pauses?: GrowingPauses;
  /** How long the platform may take for one message, and to let us hear it. */
  callMs?: number;
  echoMs?: number;
  /** How much is kept in memory while it cannot be stored. */
  mostWaiting?: number;
}

export interface WechatAccount {
  readonly channel: WechatChannel;
  readonly bot: Bot;
  /** Begins to log in and to hear; what is heard waits in memory, in order, until the bot is started. */
  open(): Promise<void>;
  /** Heard by this account before it spoke for the group: goes the way of everything that is heard, in this order. */
  takeUp(happenings: readonly Happening[]): void;
  /** Until when everything heard is stored: what is said of a later moment is lost with this process. */
  storedUntil(now: Date): Date;
  /** Stops hearing and speaking. What no bot has handed on by then is lost, unless the platform tells it again. */
  close(): Promise<void>;
}

/** How long a conversation rests while the way to WeChat is broken; nothing was sent, and nobody has to act. */
const AWAY_WAIT_MS = 10_000;
const REMEMBERED_RECALLS = 5_000;

/** One account of ours on WeChat: its session, and what is heard and said by it. */
export function createWechatAccount(parts: WechatAccountParts): WechatAccount {
  const { account, session, books, clock, quota, pauses = defaultPauses } = parts;
  const log = parts.log.child({ channel: 'wechat', account });
  const ending = new AbortController();
  const { signal } = ending;
  const ask = createAsk(session, { pauses, signal, clock });
  const faces = new Faces({ ask, books, clock });
  const echoes = new Echoes();
  const files = new FileFetching({ session, books, files: parts.files, pauses, signal, log });
  const takenBack = new Latest<true>(REMEMBERED_RECALLS);
  const reports = new Reports(parts.watch, { pauses, signal, log });
  let self = { id: '', name: '' };
  /** The session says who is logged in now, and the books know it, one login after the other. */
  let logins = 0;
  let ready: Promise<void> = Promise.resolve();

  const translate = createTranslate({ books, faces, files, aside: parts.aside, takenBack, self: () => self, clock });
  const report = (one: AccountReport): void => reports.tell(one);
  const listening = new Listening({
    translate,
    report,
    pauses,
    signal,
    clock,
    log,
    ready: () => ready,
    mostWaiting: parts.mostWaiting,
  });
  const speaking = createSend({
    session,
    books,
    faces,
    ask,
    echoes,
    files,
    takenBack,
    offline,
    clock,
    log,
    settled: () => listening.settled(),
    ready: () => ready,
    callMs: parts.callMs,
    echoMs: parts.echoMs,
  });
  const channel = createWechatChannel({ account, quota, speaking, files });

  return {
    channel,
    bot: createWechatBot(channel, listening),
    open: () => session.start({ happened, report: reported }),
    takeUp: (happenings) => happenings.forEach((happening) => listening.happened(happening)),
    storedUntil: (now) => listening.storedUntil(now),
    async close() {
      await Promise.all([listening.close(), session.stop()]);
      ending.abort();
    },
  };

  function happened(happening: Happening): void {
    if (happening.type === 'message' && (happening.payload.talkerId || happening.payload.fromId) === self.id) {
      echoes.heard(happening.payload);
    }
    listening.happened(happening);
  }

  function reported(one: AccountReport): void {
    if (one.type === 'logged_in') ready = loggedIn(ready);
    reports.tell(one);
  }

  /** The books must know of the login before anything that was heard in it is looked up. */
  async function loggedIn(before: Promise<void>): Promise<void> {
    const online = session.online();
    if (!online) return;
    const login = (logins += 1);
    // One that is put down late must not take the place of the next.
    const isOver = (): boolean => login !== logins;
    self = online.self;
    faces.forget();
    await before;
    if (isOver()) return;
    const [puppetRoomIds, puppetContactIds] = await Promise.all([
      ask((puppet) => puppet.roomList()),
      ask((puppet) => puppet.contactList()),
    ]);
    const shown = { self: online.self, puppetRoomIds: puppetRoomIds ?? [], puppetContactIds: puppetContactIds ?? [] };
    const failed = (err: unknown, faults: number): void =>
      log.warn({ fault: faultOf(err), faults }, 'a login on WeChat could not be recorded; it is tried again');
    const begin = async (): Promise<void> => (isOver() ? undefined : books.begin(shown, clock.now()));
    await untilDone(begin, { pauses, signal, failed });
    if (isOver()) return;
    const notAll = (err: unknown): void =>
      log.warn({ fault: faultOf(err) }, 'not all could be looked after that a login calls for');
    faces.lookAround().catch(notAll);
    fetchUnkept().catch(notAll);
  }

  /** What a process before was about to fetch when it ended. */
  async function fetchUnkept(): Promise<void> {
    for (const { ref, messageId, kind } of await books.unkeptFiles(clock.now())) files.begin(ref, messageId, kind);
  }

  /** Nothing was sent: a broken way is only waited for, a logout is for somebody to act on. */
  function offline(): DeliveryFailure {
    if (session.needsLogin()) return { kind: 'logged_out', reason: 'somebody has to log in' };
    return { kind: 'must_wait', reason: 'the way to WeChat is broken', waitMs: AWAY_WAIT_MS };
  }
}
