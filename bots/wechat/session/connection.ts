import type { Logger } from 'pino';
import type { Puppet } from 'wechaty-puppet';
import type { Clock } from '../../../core/clock.ts';
import type { Happening } from '../happening.ts';
import type { Online } from '../session.ts';
import { faultName } from './fault-name.ts';
import { inOrder } from './in-order.ts';
import { listen } from './listen.ts';
import { messageContent } from './message-content.ts';
import type { OpenedPuppet, OpenPuppet } from './opened-puppet.ts';
import type { SessionTiming } from './pauses.ts';
import { within } from '../within.ts';
import { watchSilence } from './watch-silence.ts';
import type { SilenceWatch } from './watch-silence.ts';

/** How a connection ended: its platform logged us out, it broke or fell silent, or we wanted it to. */
export interface Ended {
  kind: 'logged_out' | 'fault' | 'wanted';
  reason: string;
  /** How long it was logged in. */
  onlineMs: number;
}

/** Who is told what a connection hears. Nothing is told any more once the connection has ended. */
export interface ConnectionHooks {
  code(qr: string | null): void;
  /** It is logged in. What is heard meanwhile waits until this resolves. */
  loggedIn(online: Online, opened: OpenedPuppet, signal: AbortSignal): Promise<void>;
  happened(happening: Happening): void;
  /** A message was told of; what it says is asked for. */
  told(messageId: string): void;
  /** What a message says cannot be had, although the platform answers. */
  unreadable(messageId: string, toldAt: Date): void;
  /** It has ended; what it was is closed afterwards. */
  ended(how: Ended): void;
  /** There was a sign of life, and everything heard until `until` was handed on. */
  alive(until: Date): void;
  /** There was a sign of life while `loggedIn` has not resolved. */
  busy(now: Date): void;
}

export interface ConnectionParts {
  openPuppet: OpenPuppet;
  clock: Clock;
  log: Logger;
  timing: SessionTiming;
}

/** Some puppets try again without a pause when their platform is away. After so many faults without a login they get one. */
const HOPELESS = 20;

/** Opens the puppet and stays until it logs out, breaks, falls silent, or `wanted` is aborted. Closes it then. Never rejects. */
export async function connection(parts: ConnectionParts, hooks: ConnectionHooks, wanted: AbortSignal): Promise<Ended> {
  const { clock, log, timing } = parts;
  let opened: OpenedPuppet;
  try {
    opened = await parts.openPuppet();
  } catch (error) {
    log.error({ fault: faultName(error) }, 'the puppet cannot be opened');
    const ended: Ended = { kind: 'fault', reason: faultName(error), onlineMs: 0 };
    hooks.ended(ended);
    return ended;
  }
  const { wechaty, puppet } = opened;
  const over = new AbortController();
  const { signal } = over;
  let since: number | null = null;
  let shown = false;
  let isBusy = false;

  const ended = new Promise<Ended>((resolve) => {
    const end = (kind: Ended['kind'], reason: string): void => {
      if (signal.aborted) return;
      over.abort();
      resolve({ kind, reason, onlineMs: since === null ? 0 : clock.now().getTime() - since });
    };
    const queue = inOrder(signal, (error) => log.error({ fault: faultName(error) }, 'something heard was lost'));
    const hear = (happening: Happening): void => queue.add(async () => hooks.happened(happening), clock.now());
    /** Several are asked for at a time and told in their order, so that those which never come are waited for together. */
    const hearMessage = (id: string): void => {
      const toldAt = clock.now();
      hooks.told(id);
      const content = messageContent(puppet, id, { withinMs: timing.payloadWithinMs, log, signal });
      queue.add(async () => {
        const payload = await content;
        if (signal.aborted) return;
        if (payload) hooks.happened({ type: 'message', payload });
        else hooks.unreadable(id, toldAt);
      }, toldAt);
    };
    let watch: SilenceWatch | null = null;

    // What is heard before the login waits behind it.
    queue.add(async () => {
      const contactId = await firstLogin(puppet, signal);
      if (contactId === null) return;
      const name = await nameOf(puppet, contactId, timing.payloadWithinMs);
      if (signal.aborted) return;
      since = clock.now().getTime();
      isBusy = true;
      await hooks.loggedIn({ puppet, self: { id: contactId, name } }, opened, signal);
      isBusy = false;
    }, clock.now());
    listen(puppet, signal, {
      scan: (qr) => {
        shown = true;
        hooks.code(qr);
      },
      logout: (reason) => end('logged_out', reason),
      life: () => {
        watch?.heard();
        if (isBusy) hooks.busy(clock.now());
        else if (since !== null) hooks.alive(queue.openSince() ?? clock.now());
      },
      message: hearMessage,
      happened: hear,
    });
    const faults = new Map<string, number>();
    wechaty.on('error', (error) => {
      if (signal.aborted) return;
      const fault = faultName(error);
      const times = (faults.get(fault) ?? 0) + 1;
      faults.set(fault, times);
      if (times === 1) log.warn({ fault }, 'the puppet tells of a fault');
      if (since === null && times >= HOPELESS) return end('fault', fault);
      watch?.hurry();
    });
    const noLogin = setTimeout(() => {
      if (since === null && !shown) end('fault', 'neither a code nor a login');
    }, timing.loginWithinMs);
    signal.addEventListener('abort', () => clearTimeout(noLogin));
    if (wanted.aborted) return end('wanted', 'stopped');
    wanted.addEventListener('abort', () => end('wanted', 'stopped'), { signal });

    const start = async (): Promise<void> => {
      try {
        await wechaty.start();
      } catch (error) {
        return end('fault', faultName(error));
      }
      // A start that failed resolves, too; asking finds out.
      watch = watchSilence({
        everyMs: timing.dingEveryMs,
        hurryMs: timing.hurryMs,
        signal,
        ask: () => puppet.ding('linli'),
        silent: (why) => end('fault', why === null ? 'no sign of life' : faultName(why)),
      });
    };
    void start();
  });

  const how = await ended;
  hooks.ended(how);
  await closeQuietly(opened, how.kind === 'wanted' ? timing.closeWithinMs / 4 : timing.closeWithinMs, log);
  return how;
}

/** Our id once the puppet is logged in; null when `signal` is aborted before. */
function firstLogin(puppet: Puppet, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null));
    puppet.once('login', ({ contactId }) => resolve(contactId));
  });
}

/** The name that people see; empty when the platform does not say. */
async function nameOf(puppet: Puppet, contactId: string, withinMs: number): Promise<string> {
  try {
    return (await within(withinMs, () => puppet.contactPayload(contactId))).name;
  } catch {
    return '';
  }
}

/** A puppet whose platform does not answer never ends closing; it is left alone then. */
async function closeQuietly(opened: OpenedPuppet, ms: number, log: Logger): Promise<void> {
  try {
    await within(ms, () => opened.close());
  } catch (error) {
    log.warn({ fault: faultName(error) }, 'the puppet did not close');
  }
}
