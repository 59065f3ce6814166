import { describe, expect, it } from 'vitest';
import { keyOf, storable, timeOf } from './key.ts';

const heardAt = new Date('2026-03-02T08:00:00Z');

describe('when something was said', () => {
  it.each([
    { told: 'in seconds', timestamp: 1_772_000_000, at: '2026-02-25T06:13:20.000Z' },
    { told: 'in milliseconds', timestamp: 1_772_000_000_123, at: '2026-02-25T06:13:20.123Z' },
    { told: 'in seconds, at the very border', timestamp: 1e12, at: heardAt.toISOString() },
    { told: 'one millisecond beyond it', timestamp: 1e12 + 1, at: '2001-09-09T01:46:40.001Z' },
    { told: 'not at all', timestamp: undefined, at: heardAt.toISOString() },
    { told: 'as zero', timestamp: 0, at: heardAt.toISOString() },
    { told: 'as a day from now, by a wrong clock', timestamp: 1_772_524_800, at: '2026-03-03T08:00:00.000Z' },
    { told: 'as more than a day from now', timestamp: 1_772_524_801, at: heardAt.toISOString() },
    { told: 'as nonsense', timestamp: Number.NaN, at: heardAt.toISOString() },
  ])('is told $told', ({ timestamp, at }) => {
    expect(timeOf(timestamp, heardAt).toISOString()).toBe(at);
  });
});

describe('the key of something without an id', () => {
  it('is the same in whatever order people are told', () => {
    expect(keyOf('join', 7, ['b', 'a'])).toBe(keyOf('join', 7, ['a', 'b']));
  });

  it.each([
    { told: 'another time', key: keyOf('join', 8, ['a', 'b']) },
    { told: 'other people', key: keyOf('join', 7, ['a', 'c']) },
    { told: 'something else', key: keyOf('leave', 7, ['a', 'b']) },
  ])('is another one for $told', ({ key }) => {
    expect(key).not.toBe(keyOf('join', 7, ['a', 'b']));
  });
});

it('a text with NUL and half of a character can be stored, and keeps everything else', () => {
  expect(storable('水\0管\ud83d爆了👍')).toBe('水管\ufffd爆了👍');
});
