import { describe, expect, it } from 'vitest';
import { readNoticeOrder } from '../../desk/notices/order.ts';
import { textsFor } from '../texts-for.ts';
import { locales } from '../texts.ts';
import { noticesSaid } from './testing/said.ts';

describe.each(locales)('what is said about notices in %s', (locale) => {
  const texts = textsFor(locale);
  const said = noticesSaid(texts).map(([, text]) => text);

  it('is whole, and each sentence is another one', () => {
    for (const text of said) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\n\n| \n|（）|\(\)/);
    }
    // Three buttons may be called alike: 已结束, 撤回.
    expect(said.length - new Set(said).size).toBeLessThanOrEqual(3);
  });

  it('says nothing where a notice neither begins nor ends', () => {
    expect(texts.noticeHolds(null, null)).toBe('');
  });

  it('names orders that the desk understands', () => {
    const example =
      /[“「]((?:通知|notice) \d (?:延长|延長|extend)[^”」]*)[”」]/.exec(texts.noticeAskLater(3))?.[1] ?? '';
    expect(readNoticeOrder(example.replace(/^(?:通知|notice) /, ''))).toMatchObject({
      kind: 'numbered',
      number: 3,
      act: { kind: 'extend' },
    });
  });
});
