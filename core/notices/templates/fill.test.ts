import { describe, expect, it } from 'vitest';
import { locales } from '../../text/texts.ts';
import { asksOf, fillIn, plainName, takeValues } from './fill.ts';
import { shippedTemplates } from './shipped.ts';

const water = '因{原因}，{时间}停水，{时间}后恢复';

describe('what is filled into a template', () => {
  it.each([
    { said: '时间=明天8点 原因=检修', text: '因检修，明天8点停水，明天8点后恢复', rest: '' },
    {
      said: '时间=明天8点 到 12点 原因=管道 检修',
      text: '因管道 检修，明天8点 到 12点停水，明天8点 到 12点后恢复',
      rest: '',
    },
    { said: '时间：明天\n原因：检修\n范围: 3栋', text: '因检修，明天停水，明天后恢复', rest: '范围: 3栋' },
    { said: '時間＝明天，原因＝檢修', text: '因檢修，明天停水，明天后恢复', rest: '' },
    { said: '请储水 时间=明天 原因=检修', text: '因检修，明天停水，明天后恢复', rest: '请储水' },
  ])('$said', ({ said, text, rest }) => {
    const taken = takeValues(said, asksOf(water));
    expect(fillIn(water, taken.values)).toEqual({ text });
    expect(taken.rest).toBe(rest);
  });

  it('what is missing is asked for by name, each once', () => {
    expect(fillIn(water, takeValues('原因=检修', asksOf(water)).values)).toEqual({ missing: ['时间'] });
    expect(fillIn(water, new Map())).toEqual({ missing: ['原因', '时间'] });
    expect(fillIn('没有空格', new Map())).toEqual({ text: '没有空格' });
  });
});

describe('the templates that are shipped', () => {
  it.each(shippedTemplates.map((one) => [one.names['zh-CN'] ?? '', one] as const))(
    '%s is there in three languages, asking for as much in each',
    (_, { names, texts }) => {
      expect(Object.keys(names).sort()).toEqual([...locales].sort());
      expect(Object.keys(texts).sort()).toEqual([...locales].sort());
      expect(new Set(Object.values(texts).map((text) => asksOf(text).length)).size).toBe(1);
    },
  );

  it('have names of their own', () => {
    for (const locale of locales) {
      const names = shippedTemplates.map(({ names: all }) => plainName(all[locale] ?? ''));
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
