import { expect, it } from 'vitest';
import { RowIndex } from './row-index.ts';

const many = Array.from({ length: 70_000 }, (_, at) =>
  String.fromCodePoint(0x4e00 + (at % 20_000), 0x61 + (at % 26), 0x4e00 + Math.floor(at / 7)),
);

it('knows the row of every name, and no other name', () => {
  const names = [...new Set(many)];
  const index = new RowIndex(names.join('\n'));
  expect(index.size).toBe(names.length);
  expect(names.findIndex((name, row) => index.get(name) !== row)).toBe(-1);
  expect(names.filter((name) => index.get(`${name}?`) !== undefined || index.get(name.slice(1)) !== undefined)).toEqual(
    [],
  );
});

it('tells characters of two units, ends of clauses, blanks and accents apart', () => {
  const names = ['𩠌车', '𩠌', '车', '<车', '车>', 'the lift', 'thelift', 'café', 'cafe', '🚗'];
  const index = new RowIndex(names.join('\n'));
  expect(names.map((name) => index.get(name))).toEqual([...names.keys()]);
  expect(index.names()).toEqual(names);
  expect(index.get('')).toBeUndefined();
});

it('of nothing has no rows', () => {
  const index = new RowIndex('');
  expect([index.size, index.get(''), index.get('车'), index.names()]).toEqual([0, undefined, undefined, []]);
});
