import { describe, expect, it } from 'vitest';
import { aheadMs, changeOf, isBeyond, silence, unreachableWhy } from './rules.ts';

describe('a group in which twenty messages come at this hour every week', () => {
  const usual = { spoke: false, before: [30, 10, 20, 20], wasAway: false, isNight: false };
  it.each([
    ['says nothing', usual, 'ill'],
    ['speaks', { ...usual, spoke: true }, 'well'],
    ['is quiet at night', { ...usual, isNight: true }, 'unknown'],
    ['could not be heard for a while', { ...usual, wasAway: true }, 'unknown'],
    ['was silent in one of these weeks, too', { ...usual, before: [40, 40, 40, 0] }, 'unknown'],
    ['usually says a little less', { ...usual, before: [30, 10, 20, 19] }, 'unknown'],
    ['is new', { ...usual, before: [] }, 'unknown'],
  ])('%s: %s', (_told, talk, verdict) => {
    expect(silence(talk, 20)).toBe(verdict);
  });
});

describe('how far a platform is ahead of our clock', () => {
  it.each([
    ['too few messages tell nothing', [9e5, 9e5, 9e5, 9e5], null],
    ['one stray clock among five changes nothing', [100, 100, 100, 100, 9e9], 100],
    ['of an even number, between the two in the middle', [0, 100, 200, 300, 9e9, -9e9], 150],
  ])('%s', (_told, offsets, ms) => {
    expect(aheadMs(offsets)).toBe(ms);
  });

  it.each([
    [120_000, 'well'],
    [120_001, 'ill'],
    [-9e9, 'well'],
    [null, 'unknown'],
  ])('%s ms, where two minutes are allowed: %s', (ms, verdict) => {
    expect(isBeyond(ms, 120_000)).toBe(verdict);
  });
});

describe('a group that cannot be reached', () => {
  it.each([
    ['active', 0, null],
    ['active', 2, null],
    ['active', 3, 'failing'],
    ['left', 0, 'left'],
    ['unreachable', 9, 'refused'],
  ] as const)('%s, with %s deliveries that failed: %s', (state, failed, why) => {
    expect(unreachableWhy({ state, failed })).toBe(why);
  });
});

describe('what becomes of a finding', () => {
  const at = new Date('2026-11-23T10:00:00+08:00');
  const open = { untilAt: null, toldAt: null, endToldAt: null };
  const told = { ...open, toldAt: at };
  const over = { untilAt: at, toldAt: at, endToldAt: null };
  it.each([
    ['nothing is wrong', 'silent', null, 'well', false, []],
    ['a group is silent: told at once', 'silent', null, 'ill', false, ['begins', 'tells']],
    ['at night it waits', 'unreachable', null, 'ill', true, ['begins']],
    ['and is told in the morning', 'unreachable', open, 'ill', false, ['tells']],
    ['or was over by then, and is never told', 'unreachable', open, 'well', false, ['ends']],
    ['a queue lags: looked at once more before it is told', 'queue_lag', null, 'ill', false, ['begins']],
    ['it lags still, in the middle of the night', 'queue_lag', open, 'ill', true, ['tells']],
    ['told already', 'silent', told, 'ill', false, []],
    ['it cannot be seen now', 'silent', told, 'unknown', false, []],
    ['it is over', 'silent', told, 'well', false, ['ends', 'tellsEnd']],
    ['it is over in the night', 'unreachable', told, 'well', true, ['ends']],
    ['that is told in the morning', 'unreachable', over, 'well', false, ['tellsEnd']],
    ['it begins again before its end was told', 'unreachable', over, 'ill', false, ['begins', 'tells']],
    ['an account is down: told elsewhere', 'account_down', null, 'ill', false, ['begins']],
    ['and still is', 'account_down', open, 'ill', false, []],
  ] as const)('%s', (_told, kind, known, verdict, isNight, changes) => {
    const change = changeOf(kind, known, verdict, isNight);
    expect(Object.entries(change).flatMap(([name, is]) => (is ? [name] : []))).toEqual(changes);
  });
});
