import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDuration } from '../check/guess-duration.ts';
import { nearest } from '../check/nearest.ts';
import { readDuration } from './units.ts';
import { writeDuration } from './write-duration.ts';

const MINUTE = 60_000;

describe('a duration as it is written in a policy', () => {
  it.each([
    [1, '1min'],
    [59, '59min'],
    [60, '1h'],
    [90, '1h 30min'],
    [24 * 60, '24h'],
    [48 * 60, '48h'],
    [3 * 24 * 60 - 1, '71h 59min'],
    [3 * 24 * 60, '3d'],
    [7 * 24 * 60 + 61, '7d 1h 1min'],
  ])('%i minutes are %s', (minutes, written) => {
    expect(writeDuration(minutes * MINUTE)).toBe(written);
  });

  it.each([1, 15, 59])('%i seconds are written as such, and read again', (seconds) => {
    expect(writeDuration(seconds * 1_000)).toBe(`${seconds}s`);
    expect(readDuration(`${seconds}s`)).toBe(seconds * 1_000);
  });

  it('is read again as the same', () => {
    assert(
      property(integer({ min: 1, max: 10_000_000 }), (minutes) => {
        expect(readDuration(writeDuration(minutes * MINUTE))).toBe(minutes * MINUTE);
      }),
    );
  });
});

describe('what was probably meant', () => {
  it.each([
    ['48 hours', '48h'],
    ['1 Day', '1d'],
    ['30m', '30min'],
    ['2小时', '2h'],
    ['3 天', '3d'],
    ['一天', null],
    ['soon', null],
    ['0 h', null],
    [48, null],
  ])('by %j is %j', (said, written) => {
    expect(guessDuration(said)).toBe(written);
  });

  it.each([
    ['ofice', 'office'],
    ['OFFICE', 'office'],
    ['quite', 'quiet'],
    ['alarms', 'alarm'],
    ['gardens', null],
    ['', null],
  ])('by the name %j is %j', (said, known) => {
    expect(nearest(said, ['office', 'quiet', 'alarm'])).toBe(known);
  });
});
