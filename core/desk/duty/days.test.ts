import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readSpan } from './days.ts';

/** A Sunday. */
const today = Temporal.PlainDate.from('2026-11-22');

describe('the days on which somebody is away', () => {
  it.each([
    ['今天', '2026-11-22', '2026-11-22'],
    ['明天到后天', '2026-11-23', '2026-11-24'],
    ['后天到大后天', '2026-11-24', '2026-11-25'],
    ['明天 至 周五', '2026-11-23', '2026-11-27'],
    ['下周一到下周三', '2026-11-23', '2026-11-25'],
    ['周五到周一', '2026-11-27', '2026-11-30'],
    ['11月25日 到 27日', '2026-11-25', '2026-11-27'],
    ['12月1日到25日', '2026-12-01', '2026-12-25'],
    ['28日到3日', '2026-11-28', '2026-12-03'],
    ['12月30日到1月2日', '2026-12-30', '2027-01-02'],
    ['明天起3天', '2026-11-23', '2026-11-25'],
    ['tomorrow to friday', '2026-11-23', '2026-11-27'],
  ])('%s: from %s to %s', (said, from, to) => {
    const span = readSpan(said, today);
    expect([span?.from.toString(), span?.to.toString()]).toEqual([from, to]);
  });

  it.each(['11月31日', '后天到明天', '明天以后', '哪天都行'])('%s is not understood', (said) => {
    expect(readSpan(said, today)).toBeNull();
  });
});
