import { describe, expect, it } from 'vitest';
import { analyse } from './analysis.ts';
import { isBelieved, isNamedDanger } from './danger-share.ts';
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
    [0.1, true, true],
    [0.09, true, false],
    [0.5, false, true],
    [0.49, false, false],
  ])('that is likely by %f, and named: %s, is believed: %s', (share, isNamed, expected) =>
    expect(isBelieved(share, isNamed)).toBe(expected),
  );

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
