import type { Logger } from 'pino';
import type { AccountReport } from '../../../core/channel/account.ts';
import type { Clock } from '../../../core/clock.ts';
import type { Online, Session, SessionHooks } from '../session.ts';
import type { AccountLock } from './account-lock.ts';
import { connection } from './connection.ts';
import type { Ended } from './connection.ts';
import { faultName } from './fault-name.ts';
import { isTold } from './gap.ts';
import { HeardIds } from './heard-ids.ts';
import { fetchMissed } from './missed.ts';
import type { OpenedPuppet, OpenPuppet } from './opened-puppet.ts';
import { defaultTiming, scatteredPauseMs } from './pauses.ts';
import type { SessionTiming } from './pauses.ts';
import { pause } from '../../pauses.ts';
import { within } from '../within.ts';

const STOP_WITHIN_MS = 1_800;
/**
 * While what was missed is fetched, what is heard waits behind it. An account counts as silent after 45 seconds: so it is said to
 * have heard until a little earlier, and nothing is forgotten if the process ends then.
 */
const BUSY_LAG_MS = 25_000;

export interface SessionParts {
  /** Which of our own accounts; for the log. */
  account: string;
  openPuppet: OpenPuppet;
  /** Nothing is opened without it. */
  lock: AccountLock;
  /** When the account was last known to hear, by whichever process; null when it never did. */
  lastHeard: { read(): Promise<Date | null> };
  clock: Clock;
  log: Logger;
  /** Called when an account that hears gave a sign of life, some every ten seconds: until when it has heard. Must not throw. */
  onAlive?: (at: Date) => void;
  timing?: Partial<SessionTiming>;
  /** 0 to 1. */
  random?: () => number;
}

/** A {@link Session} over whatever puppet `openPuppet` opens, for the process that holds the account's lock. */
export function createSession(parts: SessionParts): Session {
  const { clock, lock } = parts;
  const log = parts.log.child({ channel: 'wechat', account: parts.account });
  const timing = { ...defaultTiming, ...parts.timing };
  const random = parts.random ?? Math.random;
  const stopping = new AbortController();
  const heardIds = new HeardIds();
  /** Messages of which the puppet told and that are not handed on, in this connection and of those before it. */
  const awaited = new Set<string>();
  const untold = new HeardIds();
  let online: Online | null = null;
  let heardAt: Date | null = null;
  let toldAliveAt: Date | null = null;
  /** The platform ended a session since the last login. */
  let loggedOut = false;
  let needsLogin = false;
  let running: Promise<void> | null = null;

  async function oneConnection(hooks: SessionHooks, wanted: AbortSignal): Promise<Ended> {
    let toldCode: string | null | undefined;
    const report = (what: AccountReport): void => {
      if (!wanted.aborted) hooks.report(what);
    };
    const alive = (at: Date): void => {
      heardAt = latest(heardAt, at);
      tellAlive(at);
    };
    const tellAlive = (at: Date): void => {
      // A lively group gives many signs of life; they are told about as often as they would be asked for.
      if (toldAliveAt && at.getTime() - toldAliveAt.getTime() < timing.dingEveryMs / 2) return;
      toldAliveAt = at;
      parts.onAlive?.(at);
    };
    let heardSince: Date | null = null;
    const loggedIn = async (now: Online, opened: OpenedPuppet, signal: AbortSignal): Promise<void> => {
      const from = heardAt;
      const until = clock.now();
      heardSince = until;
      online = now;
      needsLogin = false;
      log.info('logged in');
      report({ type: 'logged_in', at: until, name: now.self.name });
      if (from) {
        const known = (id: string): boolean => heardIds.has(id);
        const missed = await fetchMissed(now.puppet, from, {
          withinMs: timing.payloadWithinMs,
          log,
          signal,
          known,
          untold: untold.all().filter((id) => !known(id)),
        });
        if (signal.aborted) return;
        untold.clear();
        for (const payload of missed.messages) {
          heardIds.add(payload.id);
          hooks.happened({ type: 'message', payload });
        }
        // What we said ourselves was not missed.
        const fetched = missed.messages.filter(({ talkerId }) => talkerId !== now.self.id).length;
        if (isTold({ from, until, fetched, loggedOut, lost: missed.lost })) {
          const complete = opened.keepsHistory && missed.whole;
          log.info({ from, until, fetched, complete }, 'hears again');
          report({ type: 'gap', from, until, fetched, complete });
        }
      }
      loggedOut = false;
      alive(clock.now());
    };

    try {
      return await connection(
        { openPuppet: parts.openPuppet, clock, log, timing },
        {
          loggedIn,
          alive,
          code: (qr) => {
            if (qr === toldCode) return;
            toldCode = qr;
            needsLogin = true;
            log.info('somebody must log in');
            report({ type: 'login_needed', at: clock.now(), qr });
          },
          happened: (happening) => {
            if (happening.type === 'message') {
              heardIds.add(happening.payload.id);
              awaited.delete(happening.payload.id);
            }
            hooks.happened(happening);
          },
          told: (id) => awaited.add(id),
          unreadable: (id, from) => {
            awaited.delete(id);
            if (heardIds.has(id)) return;
            log.error({ messageId: id }, 'a message is lost: the puppet does not say what is in it');
            report({ type: 'gap', from, until: clock.now(), fetched: 0, complete: false });
          },
          busy: (at) => {
            const until = new Date(at.getTime() - BUSY_LAG_MS);
            if (heardSince && until > heardSince) tellAlive(until);
          },
          ended: (how) => {
            const was = online;
            online = null;
            for (const id of awaited) untold.add(id);
            awaited.clear();
            // A platform's own words may name somebody.
            log.info(
              { kind: how.kind, ...(how.kind === 'logged_out' ? {} : { reason: how.reason }) },
              'not connected any more',
            );
            if (how.kind === 'logged_out') {
              loggedOut = true;
              needsLogin = true;
            }
            if (was || how.kind === 'logged_out') {
              report({ type: 'logged_out', at: clock.now(), reason: how.reason });
            }
          },
        },
        wanted,
      );
    } finally {
      online = null;
    }
  }

  async function keepConnected(hooks: SessionHooks, wanted: AbortSignal): Promise<void> {
    let faults = 0;
    let reason: string | null = null;
    while (!wanted.aborted) {
      hooks.report({ type: 'connecting', at: clock.now(), reason });
      const ended = await oneConnection(hooks, wanted);
      if (wanted.aborted) return;
      faults = ended.onlineMs >= timing.steadyAfterMs ? 1 : faults + 1;
      reason = ended.reason;
      await pause(scatteredPauseMs(faults, timing, random()), wanted);
    }
  }

  async function whileRunning(hooks: SessionHooks): Promise<void> {
    while (!stopping.signal.aborted) {
      const held = await lock.take(stopping.signal);
      if (!held) return;
      try {
        heardAt = latest(heardAt, await lastHeard());
        await keepConnected(hooks, AbortSignal.any([stopping.signal, held.lost]));
      } finally {
        await held.release();
      }
      if (stopping.signal.aborted) return;
      needsLogin = false;
      log.warn('the account may be held by another process now');
      // Not a logout: nobody has to do anything, and whoever holds it now reports for itself.
      hooks.report({ type: 'connecting', at: clock.now(), reason: 'another process may hold the account' });
    }
  }

  async function lastHeard(): Promise<Date | null> {
    try {
      return await parts.lastHeard.read();
    } catch (error) {
      log.warn({ fault: faultName(error) }, 'not known when the account last heard');
      return null;
    }
  }

  return {
    start: async (hooks) => {
      if (running || stopping.signal.aborted) throw new Error('a session is started once');
      running = whileRunning(hooks).catch((error: unknown) => {
        log.error({ err: error }, 'the session ended by a fault of its own');
      });
    },
    online: () => online,
    needsLogin: () => needsLogin,
    stop: async () => {
      stopping.abort();
      online = null;
      await within(STOP_WITHIN_MS, () => running ?? Promise.resolve()).catch(() =>
        log.warn('the session did not end in time'),
      );
    },
  };
}

function latest(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one > other ? one : other;
}
