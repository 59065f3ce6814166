import { describe, expect, it } from 'vitest';
import { isReached, least, readThreshold, thresholdOf } from './threshold.ts';

describe('a share that must be reached', () => {
  it.each([
    ['2/3', '2/3'],
    ['三分之二', '2/3'],
    ['三分之二以上', '2/3'],
    ['2/3以上', '2/3'],
    ['不低于 3/4', '3/4'],
    ['过半', '>1/2'],
    ['过半数', '>1/2'],
    ['半數', '>1/2'],
    ['超过三分之一', '>1/3'],
    ['50%', '>50000/100000'],
    ['超过 60%', '>60000/100000'],
    ['66.7%', '66700/100000'],
    ['百分之60', '60000/100000'],
    ['two thirds', '2/3'],
    ['more than half', '>1/2'],
    ['at least 75%', '75000/100000'],
    ['一致', '1/1'],
  ])('%s is read as %s', (text, expected) => {
    const read = readThreshold(text, 'over');
    expect(read && `${read.over ? '>' : ''}${read.share}/${read.of}`).toBe(expected);
  });

  it.each(['', '很多', '3/2', '120%', '1/0', '2', '十', '同意'])('%j is no share', (text) => {
    expect(readThreshold(text, 'over')).toBeNull();
  });

  it('takes half as enough for taking part, and as too little for a majority', () => {
    expect(isReached(readThreshold('50%', 'at_least') ?? thresholdOf(1, true), 5, 10)).toBe(true);
    expect(isReached(readThreshold('50%', 'over') ?? thresholdOf(0, false), 5, 10)).toBe(false);
  });

  it.each([
    { told: 'two thirds of nine, exactly', share: '2/3', count: 6, total: 9, is: true },
    { told: 'one less', share: '2/3', count: 5, total: 9, is: false },
    { told: 'two thirds of ten are seven', share: '2/3', count: 6, total: 10, is: false },
    { told: 'more than half of an odd number', share: '过半', count: 4, total: 7, is: true },
    { told: 'nobody of nobody', share: '2/3', count: 0, total: 0, is: false },
    { told: 'nobody, where nothing is asked', share: '0%', count: 0, total: 9, is: false },
  ])('$told: $is', ({ share, count, total, is }) => {
    const threshold = readThreshold(share, 'over');
    expect(threshold && isReached(threshold, count, total)).toBe(is);
  });

  it.each([
    ['2/3', 9, 6],
    ['2/3', 10, 7],
    ['过半', 10, 6],
    ['过半', 7, 4],
    ['0%', 5, 1],
  ])('%s of %i households are %i', (share, total, expected) => {
    const threshold = readThreshold(share, 'over');
    expect(threshold && least(threshold, total)).toBe(expected);
  });
});
