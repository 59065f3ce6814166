import { expect, it } from 'vitest';
import { Remembered } from './remembered.ts';

it('keeps as many as it may, and forgets the oldest first', () => {
  const remembered = new Remembered<string, number>(2);
  expect(remembered.keep('a', 1)).toBe(1);
  remembered.keep('b', 2);
  remembered.keep('c', 3);
  expect(['a', 'b', 'c'].map((key) => remembered.get(key))).toEqual([undefined, 2, 3]);
});
