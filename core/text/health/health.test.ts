import { describe, expect, it } from 'vitest';
import { textsFor } from '../texts-for.ts';
import { locales } from '../texts.ts';
import { healthSaid } from './testing/said.ts';

describe.each(locales)('what is said about channels in %s', (locale) => {
  const said = healthSaid(textsFor(locale));

  it('is whole: nothing is missing in it, and each trouble is told in another way', () => {
    for (const [, text] of said) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    }
    const troubles = said.flatMap(([name, text]) => (name === 'channelsTroubled' ? [text] : []));
    expect(new Set(troubles).size).toBe(troubles.length);
  });

  it('tells which group, since when, and what is to be done', () => {
    const [[, left] = ['', '']] = said;
    expect(left).toContain('G');
    expect(left).toContain('9:00');
    expect(left.split('\n').length).toBeGreaterThanOrEqual(3);
  });
});
