import { describe, expect, it } from 'vitest';
import { analyse } from './analysis.ts';
import { isBelieved, isNamedDanger, isPossibleDanger } from './danger-share.ts';
import type { Danger } from './danger/danger.ts';

const FIRE: Danger = 'fire or smoke';
/** Believes danger by one in two, and by much less where a film is spoken of. */
const urgency = { emergency: { base: 0, '“电影': -40 }, high: {} };

const words = (text: string, danger: Danger | null, before = '') => ({
  danger,
  own: analyse(text),
  burst: analyse(`${before}${text}`),
});

describe('danger', () => {
  it.each([
    [0.08, '大堂那边着火了 烟都冒到二楼了 快叫人来', true],
    [0.07, '大堂那边着火了 烟都冒到二楼了 快叫人来', false],
    [0.02, 'kitchen fire', true],
    [0.01, 'kitchen fire', false],
    [0.45, null, true],
    [0.44, null, false],
  ])('that is likely by %f, and named in %s, is believed: %s', (share, text, expected) =>
    expect(isBelieved(share, text === null ? null : analyse(text))).toBe(expected),
  );

  it('that is hardly believed is possible nevertheless, and no less is', () => {
    const long = '电影里大堂那边着火了 烟都冒到二楼了 快叫人来';
    const by = (base: number) => ({ emergency: { base }, high: {} });
    expect(isPossibleDanger(words(long, FIRE), by(-3))).toBe(true);
    expect(isPossibleDanger(words(long, FIRE), by(0))).toBe(false);
    expect(isPossibleDanger(words(long, FIRE), by(-6))).toBe(false);
    expect(isPossibleDanger(words(long, null), by(-3))).toBe(false);
  });

  it('that words name is believed unless the model is sure that it is none', () => {
    expect(isNamedDanger(words('着火了', FIRE), urgency)).toBe(true);
    expect(isNamedDanger(words('着火了电影', FIRE), urgency)).toBe(false);
  });

  it('is believed by what is said now alone, whatever was said before', () => {
    expect(isNamedDanger(words('着火了', FIRE, '看电影'), urgency)).toBe(true);
  });

  it('that no word names is none that words name', () => {
    expect(isNamedDanger(words('着火了', null), urgency)).toBe(false);
  });
});
