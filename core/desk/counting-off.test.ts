import { expect, it } from 'vitest';
import { isCountingOff } from './counting-off.ts';

it.each([
  ['收到请回复1', true],
  ['明天停水，知道的扣 1', true],
  ['同意的打“1”，不同意打“2”', true],
  ['1', true],
  ['１', true],
  ['+1', true],
  ['3。', true],
  ['Please reply 1 if you come', true],
  ['回复 1–5 分就行', false],
  ['回复5分', false],
  ['发3栋群里', false],
  ['有 2 个快递', false],
  ['2026', false],
  ['好的', false],
])('after “%s”, a number alone is the neighbours’: %s', (text, counting) => {
  expect(isCountingOff(['好的', text])).toBe(counting);
});

it('nobody said anything', () => {
  expect(isCountingOff([])).toBe(false);
});
