import { expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { UNCALIBRATED } from './calibrate.ts';
import { withoutRuns } from '../measure/leave-out.ts';
import { type Model, weightsOf } from './model.ts';
import { pack, unpack } from './pack.ts';
import { entriesOf, gramScore, strongest } from './tables.ts';

const model: Model = {
  choice: {
    matter: { base: -1.5, 'says lift': 0.7, '“电梯': 1.25, '{a lift}': 0.5, '“the lift': 0.33 },
    link: { base: 0.1, 'r:“电梯': -0.5, 'o:“停了>': 9 },
  },
  units: {
    counts: [0.25, -1.5],
    names: { matter: { '': 'base\nsays lift', '{': 'a lift', 'just before, of another:': '' } },
    cells: Int8Array.from([1, -127, 127, 0, 3, -2, 8, 9]),
  },
  kind: { repair: { '“电梯': 0.02 } },
  area: {},
  calibration: { ...UNCALIBRATED, link: [0.8, -0.2] },
  urgency: { emergency: { '“困>': 2 }, high: {} },
};
/** As it comes back from a file. */
const read = (): Model => unpack(JSON.parse(JSON.stringify(pack(model))));
const score = (of: Model, group: 'matter' | 'link', prefix: string, text: string): number =>
  gramScore(prefix, analyse(text), of.choice[group] ?? {});

it('a packed model weighs every run of characters as before, to a twentieth', () => {
  const again = read();
  for (const [group, prefix, text] of [
    ['matter', '', '电梯停了'],
    ['matter', '', 'the lift is stuck'],
    ['link', 'r:', '电梯停了'],
    ['link', 'o:', '早上好'],
  ] as const)
    expect(Math.abs(score(again, group, prefix, text) - score(model, group, prefix, text))).toBeLessThan(0.05);
  expect(score(again, 'matter', '', '电梯停了')).toBeGreaterThan(0.5);
});

it('signs are kept by their names, and what rounds to nothing is left out', () => {
  const entries = weightsOf(read()).map((weights) => Object.fromEntries(entriesOf(weights)));
  expect(entries).toEqual([
    { base: -1.5, 'says lift': 0.7, '“电梯': 1.25, '{a lift}': 0.5, '“the lift': expect.closeTo(0.35) },
    // More than 127 twentieths cannot be kept.
    { base: 0.1, 'r:“电梯': -0.5, 'o:“停了>': expect.closeTo(6.35) },
    {},
    { '“困>': 2 },
    {},
  ]);
});

it('a run that moved a score is named among the reasons', () => {
  const said = { signs: { base: 1, 'says lift': 1 }, grams: { prefix: '', of: analyse('电梯') } };
  expect(strongest(said, read().choice.matter ?? {}, 2)).toEqual([
    { what: '“电梯', weight: 0.71 },
    { what: 'says lift', weight: 0.7 },
  ]);
});

it('keeps how much can be believed', () => {
  expect(read().calibration).toEqual(model.calibration);
});

it('keeps the units as they are', () => {
  expect(read().units).toEqual(model.units);
});

it('leaves classes of meaning when the runs are taken out', () => {
  expect(Object.keys(withoutRuns(read()).choice.matter ?? {}).toSorted()).toEqual(['base', 'says lift', '{a lift}']);
});
