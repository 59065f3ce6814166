import { describe, expect, it } from 'vitest';
import { dangers } from '../../intake/danger/signs.ts';
import { emergencyNumbers } from '../../notices/plans/numbers.ts';
import { textsFor } from '../texts-for.ts';
import { locales } from '../texts.ts';

const china = emergencyNumbers({ timeZone: 'Asia/Shanghai', country: 'CN' });
const kinds = dangers.map(({ what }) => what);

describe('what somebody in danger is told', () => {
  it.each(locales.flatMap((locale) => kinds.map((kind) => ({ locale, kind }))))(
    'in $locale: $kind, in few short lines, with a number to call, and never to wait',
    ({ locale, kind }) => {
      const said = textsFor(locale).safetyWords(kind, china);
      const lines = said.split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(4);
      expect(lines.length).toBeLessThanOrEqual(6);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(locale === 'en' ? 160 : 60);
      expect(said).toMatch(/11[09]|120/);
      expect(said).not.toMatch(/等(?!级)|稍候|\bwait/i);
    },
  );

  it.each(locales)(
    'of gas, in %s: nothing is switched, nobody phones inside, windows open, leave, call from outside',
    (locale) => {
      const said = textsFor(locale).safetyWords('gas in the air', china);
      const order = {
        'zh-CN': ['不开也不关任何电器', '不在屋里打电话', '打开门窗', '走楼梯离开', '室外', '119'],
        'zh-TW': ['不開也不關任何電器', '不在屋內打電話', '打開門窗', '走樓梯離開', '室外', '119'],
        en: [
          'Switch nothing electrical',
          'do not phone indoors',
          'open windows',
          'Leave by the stairs',
          'outside',
          '119',
        ],
      }[locale];
      const places = order.map((words) => said.indexOf(words));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    },
  );

  it.each([
    { where: 'mainland China', timeZone: 'Asia/Shanghai', country: 'CN', fire: '119', ambulance: '120', police: '110' },
    { where: 'Taiwan', timeZone: 'Asia/Taipei', country: 'TW', fire: '119', ambulance: '119', police: '110' },
    { where: 'Hong Kong', timeZone: 'Asia/Hong_Kong', country: 'HK', fire: '999', ambulance: '999', police: '999' },
    { where: 'anywhere else', timeZone: 'Europe/Berlin', country: null, fire: '112', ambulance: '112', police: '112' },
  ])('names the numbers of $where', ({ timeZone, country, ...numbers }) => {
    const there = emergencyNumbers({ timeZone, country });
    for (const locale of locales) {
      const texts = textsFor(locale);
      expect(texts.safetyWords('fire or smoke', there)).toContain(numbers.fire);
      expect(texts.safetyWords('somebody collapsed or hurt', there)).toContain(numbers.ambulance);
      expect(texts.safetyWords('violence', there)).toContain(numbers.police);
    }
  });
});
