import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import * as wechaty from 'wechaty';
import { log as wechatyLog } from 'wechaty-puppet';
import { systemClock } from '../../../core/clock.ts';
import type { AccountLock } from '../session/account-lock.ts';
import { createSession } from '../session/create-session.ts';
import type { SessionParts } from '../session/create-session.ts';
import { openWith } from '../session/open-with.ts';
import type { OpenPuppet } from '../session/opened-puppet.ts';
import type { SessionTiming } from '../session/pauses.ts';
import { puppetByName } from '../session/puppet-by-name.ts';
import { quietWechaty } from '../session/puppet-log.ts';
import type { Session } from '../session.ts';
import type { Gateway } from './gateway.ts';
import { puppetOf } from './world-puppet.ts';
import type { WechatWorld } from './wechat-world.ts';

export const silentLog = pino({ level: 'silent' });
quietWechaty(wechatyLog, silentLog);

/** Nobody else wants the account. */
export const freeLock: AccountLock = {
  take: async (signal) => (signal.aborted ? null : { lost: new AbortController().signal, release: async () => {} }),
};

/** Quick to come back; patient enough for a busy machine. */
export const quickly: Partial<SessionTiming> = { firstPauseMs: 20, maxPauseMs: 200, closeWithinMs: 800 };

/** Puppets of that world in this process. */
export function openInProcess(world: WechatWorld, keepsHistory = false): OpenPuppet {
  return () => openWith(wechaty, puppetOf(world), { memory: null, keepsHistory });
}

/** wechaty-puppet-service against a gateway, or against what stands before it at `endpoint`; for one test. */
export async function openOverNetwork(gateway: Gateway, endpoint: string = gateway.endpoint): Promise<OpenPuppet> {
  const dir = await mkdtemp(join(tmpdir(), 'linli-wechat-'));
  // The puppet's own store may still be opening when the test is over: its folder goes with the process.
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  return await puppetByName({
    puppet: 'service',
    service: { token: gateway.token, endpoint, tls: true },
    account: 'desk',
    dir,
    env: {},
    log: silentLog,
  });
}

/** A session that is not started, with what a test does not care for filled in. */
export function sessionOver(openPuppet: OpenPuppet, parts: Partial<SessionParts> = {}): Session {
  return createSession({
    account: 'desk',
    openPuppet,
    lock: freeLock,
    lastHeard: { read: async () => null },
    clock: systemClock,
    log: silentLog,
    ...parts,
    timing: { ...quickly, ...parts.timing },
  });
}
