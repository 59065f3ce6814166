import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestCode, newCode, readCode, readCodes } from './code.ts';

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('a new code', () => {
  it('is letters and digits in turn, without I, L, O, 0 and 1, and can be read back', () => {
    fc.assert(
      fc.property(
        fc.array(fraction, { minLength: 6, maxLength: 6 }),
        fc.constantFrom(4 as const, 6 as const),
        (drawn, length) => {
          let next = 0;
          const code = newCode(() => drawn[next++] ?? 0, length);
          expect(code).toHaveLength(length);
          expect(code).toMatch(/^(?:[A-HJKMNP-Z][2-9])+$/);
          expect(readCode(`关于 ${code.toLowerCase()} 的事`)).toBe(code);
        },
      ),
    );
  });

  it('reaches the first and the last sign', () => {
    expect(newCode(() => 0, 4)).toBe('A2A2');
    expect(newCode(() => 0.999_999, 6)).toBe('Z9Z9Z9');
  });
});

describe('reading a code in a text', () => {
  it('finds all of them, each once', () => {
    expect(readCodes('A7K2 电梯，b3m4 水管，Ａ７Ｋ２ 又停了；3栋')).toEqual(['A7K2', 'B3M4']);
    expect(readCodes('今天没有')).toEqual([]);
  });

  it.each([
    ['A7K2', 'A7K2'],
    ['接单a7k2', 'A7K2'],
    ['＃Ａ７Ｋ２', 'A7K2'],
    ['A7K2B3，谢谢', 'A7K2B3'],
    ['工单A7K2已经安排', 'A7K2'],
    ['A7K2 和 B3M4', 'A7K2'],
    ['A7K2B', null],
    ['XA7K2', null],
    ['A1K2', null],
    ['AOK2', null],
    ['L7K2', null],
    ['3栋501', null],
    ['', null],
  ])('%j: %s', (text, code) => {
    expect(readCode(text)).toBe(code);
  });
});

describe('the code that was most likely meant', () => {
  const known = ['A7K2', 'B3M4', 'B3M5', 'Q8W2'];
  it.each([
    ['A7K2', 'A7K2'],
    ['a7k3', 'A7K2'],
    ['A1K2', 'A7K2'],
    ['A1KZ', 'A7K2'],
    ['O8W2', 'Q8W2'],
    ['7AK2', 'A7K2'],
    ['A7K', 'A7K2'],
    ['A7K22', 'A7K2'],
    ['B3M6', null],
    ['C4N2', null],
    ['X', null],
    ['', null],
  ])('%j is %s', (said, code) => {
    expect(nearestCode(said, known)).toBe(code);
  });

  it('is none where none is known', () => {
    expect(nearestCode('A7K2', [])).toBeNull();
  });
});
