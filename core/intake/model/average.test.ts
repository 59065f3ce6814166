import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { averageOf } from './average.ts';
import { type Choosing, optionScore } from './option-score.ts';
import { NO_UNITS, type Told } from './units.ts';

const one: Choosing = {
  choice: { matter: { base: 1, 'says lift': 2, '“电梯': 3 }, link: { near: 1 } },
  units: { counts: [0.5], names: { matter: { '': 'base\nsays lift' } }, cells: Int8Array.of(2, -1) },
};
const other: Choosing = {
  choice: { matter: { base: -2, '“停了': 1 } },
  units: {
    counts: [-0.2],
    names: { matter: { '': 'base', '{': 'a class' }, link: { '': 'near' } },
    cells: Int8Array.of(5, 4, 3),
  },
};

describe('the average of models', () => {
  it.each<['matter' | 'link', Told]>([
    ['matter', { signs: { base: 1 } }],
    ['matter', { signs: { base: 1, 'says lift': 3 } }],
    ['matter', { signs: { base: 1 }, grams: { prefix: '', of: analyse('电梯停了') } }],
    ['link', { signs: { near: 2 } }],
  ])('scores what they score on the average: %s %j', (group, told) => {
    const average = (optionScore(group, told, one) + optionScore(group, told, other)) / 2;
    expect(optionScore(group, told, averageOf([one, other]))).toBeCloseTo(average, 2);
  });

  it('of one model is that model', () => {
    expect(averageOf([one]).units).toEqual(one.units);
    expect(averageOf([one]).choice.matter).toEqual(one.choice.matter);
  });

  it('leaves out runs of which hardly any of them thinks anything, and keeps signs', () => {
    const model: Choosing = { choice: { matter: { '“电梯': 0.15, 'says lift': 0.15 } }, units: NO_UNITS };
    const nothing: Choosing = { choice: {}, units: NO_UNITS };
    expect(averageOf([model, nothing]).choice.matter).toEqual({ 'says lift': 0.08 });
  });
});
