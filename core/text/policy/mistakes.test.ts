import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { fieldRules, type FieldRule } from '../../policy/document/field-rules.ts';
import { locales } from '../texts.ts';
import { mistakeTextsFor } from './mistake-texts-for.ts';
import { sorts, type MistakeTexts } from './mistake-texts.ts';

/** Everything that can be said, each sentence with what was put into it. */
function said(texts: MistakeTexts): Record<keyof MistakeTexts, string[]> {
  const both = ({ message, mend }: { message: string; mend: string }): string[] => [message, mend];
  const rules = Object.keys(fieldRules) as FieldRule[];
  return {
    tooLong: both(texts.tooLong()),
    notAMap: both(texts.notAMap()),
    tooDeep: both(texts.tooDeep()),
    twice: both(texts.twice()),
    tab: both(texts.tab()),
    indentation: both(texts.indentation()),
    secondDocument: both(texts.secondDocument()),
    unclosed: both(texts.unclosed()),
    noYaml: both(texts.noYaml('w1')),
    chineseSign: both(texts.chineseSign('：', '": "')),
    unknownName: [texts.unknownName('w1')],
    wrongName: [texts.wrongName(texts.rule('day'))],
    noneOf: [texts.noneOf('w1', ['w2', 'w3'])],
    missing: [texts.missing('w1')],
    wrongSort: sorts.map((sort) => texts.wrongSort(sort, 'w1')),
    emptyList: [texts.emptyList()],
    atLeast: [texts.atLeast('1', '0')],
    atMost: [texts.atMost('1', '2')],
    rule: rules.map((rule) => texts.rule(rule)),
    against: [texts.against(texts.rule('day'), 'w1'), texts.against(texts.rule('windows'), null)],
    didYouMean: [texts.didYouMean('w1')],
    didYouMeanLine: [texts.didYouMeanLine('w1')],
    mayStand: [texts.mayStand(['w1'])],
    writeOneOf: [texts.writeOneOf(['w1'])],
    writeAs: [texts.writeAs('w1')],
    takeAway: [texts.takeAway()],
    noSuchLadder: [...both(texts.noSuchLadder('w1', ['w2'], null)), ...both(texts.noSuchLadder('w1', [], 'w2'))],
    promiseWithin: both(texts.promiseWithin()),
    noTime: both(texts.noTime()),
    rivals: both(texts.rivals('w1')),
    unanswered: [
      ...both(texts.unanswered('praise', 'high', null)),
      texts.unanswered('praise', 'high', ['fees']).message,
    ],
    neverOpen: both(texts.neverOpen()),
    sleepless: both(texts.sleepless()),
    toldTwice: both(texts.toldTwice('manager', 'w1', 'w2')),
    notShorter: both(texts.notShorter('open')),
    remindedTooLate: both(texts.remindedTooLate()),
    forgottenTooSoon: both(texts.forgottenTooSoon()),
    unknownCountry: both(texts.unknownCountry('XX')),
    unknownYear: both(texts.unknownYear(2027, 'CN')),
    unknownYearAhead: both(texts.unknownYearAhead(2027, 'CN')),
    idleLadder: both(texts.idleLadder('w1')),
    emptySample: both(texts.emptySample()),
  };
}

const { Converter } = createRequire(import.meta.url)('opencc-js') as {
  Converter: (options: { from: string; to: string }) => (text: string) => string;
};

describe.each(locales)('mistakes in a policy, in %s', (locale) => {
  const all = said(mistakeTextsFor(locale));
  const sentences = Object.values(all).flat();

  it('are all said, without gaps', () => {
    for (const sentence of sentences) expect(sentence).toMatch(/\S/);
    expect(sentences.join('\n')).not.toMatch(/undefined|null,|NaN|\[object/);
  });

  it('keep what was put into them', () => {
    for (const key of ['unknownName', 'noneOf', 'missing', 'wrongSort', 'didYouMean', 'writeAs', 'idleLadder'] as const)
      expect(all[key].join(' ')).toContain('w1');
    expect(all.unanswered[2]).toContain('fees');
    expect(all.unknownYearAhead[0]).toContain('2027');
  });
});

describe.each(['zh-CN', 'zh-TW'] as const)('mistakes in a policy, in %s', (locale) => {
  it('are said in Chinese, in the script that is read there', () => {
    const sentences = Object.values(said(mistakeTextsFor(locale))).flat();
    for (const sentence of sentences) expect(sentence).toMatch(/\p{Script=Han}/u);
    const [toTraditional, toSimplified] = [Converter({ from: 'cn', to: 't' }), Converter({ from: 't', to: 'cn' })];
    const isForeign = (sign: string): boolean =>
      locale === 'zh-CN'
        ? toSimplified(sign) !== sign
        : toTraditional(sign) !== sign && toSimplified(sign) === sign && !'准里群'.includes(sign);
    const signs = new Set(sentences.join('').match(/\p{Script=Han}/gu));
    expect([...signs].filter(isForeign)).toEqual([]);
  });
});
