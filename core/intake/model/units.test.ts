import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { NO_UNITS, type Told, type Units, unitScore, unitShares } from './units.ts';

const lift = analyse('电梯');
/** One class and one concept of it, whatever they are called. */
const [name = ''] = lift.classes;
const [concept = ''] = lift.concepts.keys();
/** The first unit speaks for a matter, the second against it. */
const units: Units = {
  counts: [0.5, -2],
  names: { matter: { '': 'base\nsays lift', '{': name, 'of the matter:': '', 'of the matter: says ': concept } },
  // Of the base, the lift, the class, that there is a matter, and its concept.
  cells: Int8Array.of(1, -3, 4, 1, 2, 4, 0, 6, 8, 0),
};

describe('what features mean together', () => {
  it.each<[string, Told, number]>([
    ['counts where a unit is above zero', { signs: { base: 1 } }, 0.5 * 1],
    ['adds up what signs bring, by their values', { signs: { base: 1, 'says lift': 2 } }, 0.5 * 9],
    ['counts classes of the text by a half', { signs: {}, grams: { prefix: '', of: lift } }, 0.5 * 1 - 2 * 2],
    ['knows them only behind their prefix', { signs: {}, grams: { prefix: 'rs:', of: lift } }, 0],
    ['does not count what is unknown', { signs: { unknown: 7 } }, 0],
    [
      'reads a text beside by what it is: that it is there, and its concepts by a half',
      { signs: {}, beside: [{ as: 'of the matter', of: lift }] },
      0.5 * 4 - 2 * 6,
    ],
    ['is of its group', { signs: {}, beside: [{ as: 'just before, of another', of: lift }] }, 0],
  ])('%s', (_, told, score) => {
    expect(unitScore('matter', told, units)).toBeCloseTo(score, 10);
    // The same again, now that the text beside is remembered.
    expect(unitScore('matter', told, units)).toBeCloseTo(score, 10);
  });

  it('is nothing where nothing was learned of the group, or at all', () => {
    expect(unitScore('link', { signs: { base: 1 } }, units)).toBe(0);
    expect(unitScore('matter', { signs: { base: 1 } }, NO_UNITS)).toBe(0);
    expect(unitShares('link', { signs: { base: 1 } }, units)).toEqual(new Map());
  });

  it('is told feature by feature, a text beside as one, so that all of it is the score', () => {
    const told: Told = {
      signs: { base: 1, 'says lift': 1 },
      grams: { prefix: '', of: lift },
      beside: [{ as: 'of the matter', of: lift }],
    };
    const shares = unitShares('matter', told, units);
    expect(shares).toEqual(
      new Map([
        ['base', 0.5 * 1 + 2 * 3],
        ['says lift', 0.5 * 4 - 2 * 1],
        [`{${name}}`, 0.5 * 1 - 2 * 2],
        ['of the matter', 0.5 * 4 - 2 * 6],
      ]),
    );
    expect([...shares.values()].reduce((a, b) => a + b)).toBeCloseTo(unitScore('matter', told, units), 10);
  });

  it('is not told of a unit that is not above zero', () => {
    expect(unitShares('matter', { signs: { base: 1 } }, units)).toEqual(new Map([['base', 0.5]]));
  });
});
