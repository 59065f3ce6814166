import { describe, expect, it } from 'vitest';
import { movesUp, placeInLine, placesLeft, type Party } from './seats.ts';

/** "a2 b1? c3x": a comes with two heads, b waits, c has cancelled; in the order of signing up. */
const parties = (said: string): Party[] =>
  said
    .split(' ')
    .filter((one) => one !== '')
    .map((one, at) => ({
      id: one.slice(0, 1),
      heads: Number(/\d+/.exec(one)?.[0]),
      state: one.endsWith('?') ? 'waiting' : one.endsWith('x') ? 'cancelled' : 'going',
      at: new Date(at * 1000),
    }));

describe('places that are free', () => {
  it.each([
    { told: 'nobody has signed up', said: '', capacity: 3, left: 3 },
    { told: 'some have', said: 'a2', capacity: 3, left: 1 },
    { told: 'the last one is taken', said: 'a2 b1', capacity: 3, left: 0 },
    { told: 'who has cancelled takes none', said: 'a2x b1', capacity: 3, left: 2 },
    { told: 'who waits takes none', said: 'a2 b2?', capacity: 3, left: 1 },
    { told: 'there are fewer than were promised', said: 'a4', capacity: 3, left: 0 },
    { told: 'everybody may come', said: 'a4', capacity: null, left: null },
  ])('$told: $left', ({ said, capacity, left }) => {
    expect(placesLeft(parties(said), capacity)).toBe(left);
  });

  it.each([
    { told: 'go to the first in line', said: 'a2 b1? c1?', capacity: 3, moves: 'b' },
    { told: 'go to as many as fit', said: 'a1 b1? c1? d1?', capacity: 3, moves: 'b c' },
    { told: 'go to the next that fits, where the first is too many', said: 'a2 b2? c1?', capacity: 3, moves: 'c' },
    { told: 'never tear a party apart', said: 'a2 b2?', capacity: 3, moves: '' },
    { told: 'go to a party that fits exactly', said: 'a1 b2?', capacity: 3, moves: 'b' },
    { told: 'go to nobody who has cancelled', said: 'a2 b1x', capacity: 3, moves: '' },
    { told: 'are there for all, once there is no limit any more', said: 'a2 b9? c1?', capacity: null, moves: 'b c' },
  ])('$told', ({ said, capacity, moves }) => {
    expect(movesUp(parties(said), capacity).join(' ')).toBe(moves);
  });

  it('are waited for in the order of signing up', () => {
    const line = parties('a3 b1? c2x d1?');
    expect(['a', 'b', 'c', 'd'].map((id) => placeInLine(line, id))).toEqual([0, 1, 0, 2]);
  });
});
