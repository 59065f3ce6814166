import { describe, expect, it } from 'vitest';
import type { DeliveryFailure, DeliveryOutcome } from '../channel/outgoing.ts';
import { AccountRests } from './account-rest.ts';

const now = new Date('2026-11-21T09:00:00Z');
const inMs = (ms: number): Date => new Date(now.getTime() + ms);
const failed = (kind: 'logged_out' | 'platform_down' | 'refused'): DeliveryOutcome => {
  const failure: DeliveryFailure = { kind, reason: '' };
  return { kind: 'failed', failure };
};
const toWait = (of?: 'account'): DeliveryOutcome => ({
  kind: 'failed',
  failure: { kind: 'must_wait', reason: '', waitMs: 240_000, ...(of ? { of } : {}) },
});
const sent: DeliveryOutcome = { kind: 'sent', externalIds: ['1'] };

describe('an account that did not get through', () => {
  it.each<{ told: string; outcomes: DeliveryOutcome[]; restMs: number | null }>([
    { told: 'was never tried', outcomes: [], restMs: null },
    { told: 'got through', outcomes: [sent], restMs: null },
    { told: 'met silence', outcomes: [failed('platform_down')], restMs: 2_000 },
    {
      told: 'met silence three times',
      outcomes: Array.from({ length: 3 }, () => failed('platform_down')),
      restMs: 8_000,
    },
    {
      told: 'met silence for hours',
      outcomes: Array.from({ length: 99 }, () => failed('platform_down')),
      restMs: 300_000,
    },
    { told: 'is logged out', outcomes: [failed('logged_out')], restMs: 60_000 },
    {
      told: 'is logged out for long',
      outcomes: Array.from({ length: 99 }, () => failed('logged_out')),
      restMs: 60_000,
    },
    { told: 'was asked to wait as a whole', outcomes: [toWait('account')], restMs: 240_000 },
    { told: 'was asked to wait in one conversation', outcomes: [toWait()], restMs: null },
    { told: 'met silence, then got through', outcomes: [failed('platform_down'), sent], restMs: null },
    { told: 'met silence, then a clear no', outcomes: [failed('platform_down'), failed('refused')], restMs: null },
  ])('$told: rests $restMs ms', ({ outcomes, restMs }) => {
    const rests = new AccountRests();
    for (const outcome of outcomes) rests.note('wechat:desk', outcome, now);
    expect(rests.until('wechat:desk', now, null)).toEqual(restMs === null ? null : inMs(restMs));
    expect(rests.until('wechat:desk', inMs(restMs ?? 0), null)).toBeNull();
    expect(rests.until('wechat:other', now, null)).toBeNull();
  });

  it.each([
    { told: 'before', loggedInMs: -1, rests: true },
    { told: 'at that instant', loggedInMs: 0, rests: false },
    { told: 'since', loggedInMs: 5_000, rests: false },
  ])('need not rest any more when it was logged in $told: $rests', ({ loggedInMs, rests }) => {
    const all = new AccountRests();
    all.note('wechat:desk', failed('logged_out'), now);
    expect(all.until('wechat:desk', inMs(6_000), inMs(loggedInMs)) !== null).toBe(rests);
  });

  it('rests a minute at most while it is on record as logged in, but where the platform asks for more', () => {
    const all = new AccountRests();
    for (let n = 0; n < 99; n += 1) all.note('wechat:desk', failed('platform_down'), now);
    expect(all.until('wechat:desk', now, null)).toEqual(inMs(300_000));
    expect(all.until('wechat:desk', now, inMs(-1))).toEqual(inMs(60_000));
    all.note('wechat:desk', toWait('account'), now);
    expect(all.until('wechat:desk', now, inMs(-1))).toEqual(inMs(240_000));
  });
});
