import { describe, expect, it } from 'vitest';
import { types } from 'wechaty-puppet';
import type { payloads } from 'wechaty-puppet';
import { faultName } from './fault-name.ts';
import { isTold } from './gap.ts';
import { inOrder } from './in-order.ts';
import { saidAt } from './message-content.ts';
import { fetchMissed } from './missed.ts';
import { scatteredPauseMs } from './pauses.ts';
import { silentLog } from '../testing/open-session.ts';

describe('the pause before the platform is looked for again', () => {
  it.each([
    { faults: 1, random: 1, ms: 1_000 },
    { faults: 1, random: 0, ms: 500 },
    { faults: 2, random: 1, ms: 2_000 },
    { faults: 6, random: 1, ms: 32_000 },
    { faults: 7, random: 1, ms: 60_000 },
    { faults: 500, random: 0, ms: 30_000 },
  ])('after $faults faults, with luck $random: $ms ms', ({ faults, random, ms }) => {
    expect(scatteredPauseMs(faults, { firstPauseMs: 1_000, maxPauseMs: 60_000 }, random)).toBe(ms);
  });
});

describe('a time without hearing', () => {
  const from = new Date('2026-03-01T08:00:00Z');
  const after = (ms: number): Date => new Date(from.getTime() + ms);
  it.each([
    { told: 'a moment', until: after(4_999), fetched: 0, loggedOut: false, is: false },
    { told: 'five seconds', until: after(5_000), fetched: 0, loggedOut: false, is: true },
    { told: 'a moment in which something was said', until: after(10), fetched: 1, loggedOut: false, is: true },
    { told: 'a moment after a logout', until: after(10), fetched: 0, loggedOut: true, is: true },
    {
      told: 'a moment in which something was lost',
      until: after(10),
      fetched: 0,
      loggedOut: false,
      lost: true,
      is: true,
    },
  ])('$told is told: $is', ({ until, fetched, loggedOut, lost = false, is }) => {
    expect(isTold({ from, until, fetched, loggedOut, lost })).toBe(is);
  });
});

describe('messages of that time', () => {
  const at = (id: string, timestamp: number): payloads.Message => ({
    id,
    timestamp,
    talkerId: 'li',
    roomId: 'r',
    text: id,
    type: types.Message.Text,
  });
  const from = new Date(10_000_500_000_700);
  const all = new Map(
    [
      at('z', 10_000_500_002_000),
      at('a', 10_000_500_002_000),
      at('same second', 10_000_500_000_100),
      at('known', 10_000_500_001_000),
      at('before', 10_000_499_999_999),
      at('in seconds', 10_000_500_001),
    ].map((message) => [message.id, message]),
  );
  const look = (lost: string | null = null, untold: string[] = []): ReturnType<typeof fetchMissed> =>
    fetchMissed(
      {
        messageSearch: async () => [...all.keys()],
        messagePayload: async (id) => {
          const found = all.get(id);
          if (!found || id === lost) throw new Error('gone');
          return found;
        },
      },
      from,
      { withinMs: 1_000, log: silentLog, signal: new AbortController().signal, known: (id) => id === 'known', untold },
    );

  it('are those since then that nobody has heard, by time and id', async () => {
    const { messages, whole } = await look();
    expect(messages.map((message) => message.id)).toEqual(['same second', 'in seconds', 'a', 'z']);
    expect(whole).toBe(true);
  });

  it('are not all there when one of them cannot be had', async () => {
    const { messages, whole, lost } = await look('a');
    expect(lost).toBe(false);
    expect(messages.map((message) => message.id)).toEqual(['same second', 'in seconds', 'z']);
    expect(whole).toBe(false);
  });

  it('hold those of which the puppet told before, however old, and tell when one of them is gone', async () => {
    const { messages } = await look(null, ['before']);
    expect(messages.map((message) => message.id)).toEqual(['before', 'same second', 'in seconds', 'a', 'z']);
    expect(await look('before', ['before'])).toMatchObject({ whole: false, lost: true });
  });

  it.each([
    { timestamp: 1_772_352_000, told: 'seconds' },
    { timestamp: 1_772_352_000_000, told: 'milliseconds' },
  ])('are dated in $told', ({ timestamp }) => {
    expect(saidAt(at('m', timestamp)).toISOString()).toBe('2026-03-01T08:00:00.000Z');
  });
});

describe('what is said of a fault', () => {
  it.each([
    { error: new Error('14 UNAVAILABLE: No connection to 10.0.0.1'), name: '14 UNAVAILABLE' },
    { error: new Error('Error: 16 UNAUTHENTICATED: Invalid Wechaty TOKEN "secret"'), name: '16 UNAUTHENTICATED' },
    { error: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), name: 'ECONNREFUSED' },
    { error: new TypeError('7-2-502 的李女士说水管漏了'), name: 'TypeError' },
    { error: '一句话', name: 'unknown fault' },
  ])('is "$name" and nothing that was said', ({ error, name }) => {
    expect(faultName(error)).toBe(name);
  });
});

describe('things that are done in their order', () => {
  it('are done one after the other, a slow one and a failing one included', async () => {
    const over = new AbortController();
    const done: string[] = [];
    const faults: unknown[] = [];
    const order = inOrder(over.signal, (error) => faults.push(error));
    let letGo = (): void => {};
    const slow = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const at = (second: number): Date => new Date(Date.UTC(2026, 10, 23, 9, 0, second));
    order.add(async () => {
      await slow;
      done.push('slow');
    }, at(1));
    order.add(async () => {
      throw new Error('no');
    }, at(2));
    const last = new Promise<void>((resolve) => {
      order.add(async () => {
        done.push('quick');
        resolve();
      }, at(3));
    });
    expect(order.openSince()).toEqual(at(1));
    letGo();
    await last;
    expect(done).toEqual(['slow', 'quick']);
    expect(faults).toHaveLength(1);
  });
});
