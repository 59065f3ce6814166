import { describe, expect, it } from 'vitest';
import { textsFor } from '../texts-for.ts';
import { locales } from '../texts.ts';
import { machinesSaid } from './testing/said.ts';

describe.each(locales)('what is said about devices in %s', (locale) => {
  const texts = textsFor(locale);
  const said = machinesSaid(texts).map(([, text]) => text);

  it('is whole, and each sentence is another one', () => {
    for (const text of said) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text).not.toBe(texts.step('unheard_of', {}));
    }
    expect(new Set(said).size).toBe(said.length);
  });

  it('a first alarm that goes on needs no line of its own', () => {
    expect(texts.alarmNote(1, false)).toBe('');
  });

  it('the secret is there where it is new, and nowhere else', () => {
    expect(said.filter((text) => text.includes('SECRET'))).toHaveLength(2);
  });
});
