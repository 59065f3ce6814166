import { describe, expect, it } from 'vitest';
import { readWindows } from './windows.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('how often one may speak, as operators write it', () => {
  it.each([
    ['5/min', [[5, minute]]],
    [
      '150/day 5/min, 40/hour',
      [
        [5, minute],
        [40, hour],
        [150, day],
      ],
    ],
    [
      ' 1/s，2/M；3/Hours 4/d ',
      [
        [1, 1_000],
        [2, minute],
        [3, hour],
        [4, day],
      ],
    ],
  ])('%j', (text, windows) => {
    expect(readWindows(text)).toEqual(windows.map(([count, windowMs]) => ({ count, windowMs })));
  });

  it.each(['', '5', '0/min', '-1/min', '5/week', '5/min 6/minute', '1.5/min', '5 / min', 'many/day'])(
    'is not read from %j',
    (text) => {
      expect(readWindows(text)).toBeNull();
    },
  );
});
