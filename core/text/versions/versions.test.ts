import { describe, expect, it } from 'vitest';
import { textsFor } from '../texts-for.ts';
import { locales } from '../texts.ts';
import { versionTexts } from './testing/version-texts.ts';

describe.each(locales)('what is said about versions of the policy, in %s', (locale) => {
  const said = versionTexts(textsFor(locale));

  it.each(Object.entries(said))('%s is said in every case, and in full', (_name, all) => {
    for (const text of all) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|null|NaN|\n\n|\[object/);
    }
  });

  it('names version, date, people, reason and changes of a proposal', () => {
    const [full = '', least = ''] = said.versionProposed;
    for (const part of ['7', '8501', 'Zhou', 'reasons', 'change']) expect(full).toContain(part);
    expect(least).not.toContain('8501');
  });

  it('tells approving for new tickets from approving for open ones, too', () => {
    expect(said.versionApprove[0]).not.toBe(said.versionApproveRunning[0]);
    expect(said.versionDecided[0]).toContain('3');
  });
});
