import { describe, expect, it } from 'vitest';
import { dangers } from '../../intake/danger/signs.ts';
import { lexicon } from '../../intake/lexicon/match.ts';
import { shipped } from '../../intake/model/model.ts';
import { textsFor } from '../texts-for.ts';

const keysIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'number' ? [key] : keysIn(inner)))
    : [];
/** What decides on the kind and the area is not shown, nor how belief is scaled. */
const { choice, units } = shipped;

/** Names of features, apart from fragments that were learned, which are as they are in every language. */
const named = [
  ...keysIn(choice),
  // Of a text beside a message everything is told together, by what it is.
  ...Object.values(units.names).flatMap((names) =>
    Object.entries(names).flatMap(([beginning, rests]) =>
      beginning === '' ? rests.split('\n') : beginning.endsWith(':') ? [beginning.slice(0, -1)] : [],
    ),
  ),
  ...Object.keys(lexicon).map((concept) => `says ${concept}`),
  ...dangers.map(({ what }) => `danger: ${what}`),
]
  .map((name) => name.replace(/^(?:(?:rs|rl|os|ol|s|o|a):)+/, ''))
  .filter((name) => !/^(?:shares )?[“{]/.test(name));

describe('why a ticket exists, in words', () => {
  it.each(['zh-CN', 'zh-TW'])('has words in %s for every feature that has a name', (locale) => {
    const texts = textsFor(locale);
    expect([...new Set(named)].filter((name) => /[a-z]{3}/i.test(texts.reason(name)))).toEqual([]);
  });

  it('has no names of the code left in English', () => {
    const texts = textsFor('en');
    expect([...new Set(named)].filter((name) => /[a-z][A-Z]/.test(texts.reason(name)))).toEqual([]);
  });

  it.each([
    ['“又停', '“又停”', '「又停」', '“又停”'],
    ['“又停”', '“又停”', '「又停」', '“又停”'],
    ['rs:“还没', '报事人接着说：“还没”', '報事人接著說：「还没」', 'from a reporter, soon after: “还没”'],
    ['r:“还没', '报事人：“还没”', '報事人：「还没」', 'from a reporter: “还没”'],
    ['rl:“还没', '报事人后来说：“还没”', '報事人後來說：「还没」', 'from a reporter, later: “还没”'],
    ['ol:says meToo', '别人后来说：说自己也是', '別人後來說：說自己也是', 'from somebody else, later: says “me too”'],
    ['a:“修好', '员工的话：“修好”', '員工的話：「修好」', 'in the words of the staff: “修好”'],
    ['s:“还有', '同一人：“还有”', '同一人：「还有」', 'from the same person: “还有”'],
    ['“ 坏\n', '“␣坏␣”', '「␣坏␣」', '“␣坏␣”'],
    ['“<又停', '“又停”', '「又停」', '“又停”'],
    ['“leaki*', '“leaki…”', '「leaki…」', '“leaki…”'],
    ['“no water', '“no water”', '「no water」', '“no water”'],
    [
      'another says fault',
      '另一个人，说东西坏了或用不了',
      '另一個人，說東西壞了或用不了',
      'another person, says that something is broken or does not work',
    ],
    ['says meToo, another', '说自己也是，另一个人', '說自己也是，另一個人', 'says “me too”, another person'],
    ['shares “电梯', '这件事里也有：“电梯”', '這件事裡也有：「电梯」', 'as in the ticket: “电梯”'],
    [
      'shares {toilet bowl and its parts}',
      '这件事里也有：说到“马桶”一类（坐便器、坐厕）',
      '這件事裡也有：說到「马桶」一類（坐便器、坐厕）',
      'as in the ticket: speaks of: toilet bowl and its parts',
    ],
    [
      'another, of another writer, and names nothing of it',
      '另一个人，是别人说的，没提到这件事',
      '另一個人，是別人說的，沒提到這件事',
      'another, of another writer, and names nothing of it',
    ],
    [
      'reporter, very many since',
      '报事人自己，后来说过很多话',
      '報事人自己，後來說過很多話',
      'reporter, very many since',
    ],
    ['staff, 0 lines between', '员工的话，中间没隔别的话', '員工的話，中間沒隔別的話', 'staff, 0 lines between'],
    ['reporter, within 2 min', '报事人自己，2 分钟内', '報事人自己，2 分鐘內', 'reporter, within 2 min'],
    [
      'rs:{toilet bowl and its parts}',
      '报事人接着说：说到“马桶”一类（坐便器、坐厕）',
      '報事人接著說：說到「马桶」一類（坐便器、坐厕）',
      'from a reporter, soon after: speaks of: toilet bowl and its parts',
    ],
    ['just before, of the staff', '上一句是员工说的', '上一句是員工說的', 'the message before, by the staff'],
    ['a feature of tomorrow', 'a feature of tomorrow', 'a feature of tomorrow', 'a feature of tomorrow'],
    ['constructor', 'constructor', 'constructor', 'constructor'],
    ['says constructor', 'says constructor', 'says constructor', 'says constructor'],
    ['', '', '', ''],
  ])('says %j', (what, ...words) => {
    expect(['zh-CN', 'zh-TW', 'en'].map((locale) => textsFor(locale).reason(what))).toEqual(words);
  });

  it('tells in three lines how sure it is, what speaks for it and what against', () => {
    const why = {
      believed: 0.874,
      actFrom: 0.42,
      speaksFor: [{ what: 'says fault', weight: 1.2, words: ['又停'] }],
      speaksAgainst: [{ what: 'a question mark', weight: -0.3, words: [] }],
    };
    expect(textsFor('zh-CN').whyTicket(why).split('\n')).toEqual([
      '把握 87%（够 42% 就立单）',
      '立单依据：说东西坏了或用不了（又停）',
      '不像的地方：有问号',
    ]);
    expect(textsFor('en').whyTicket({ ...why, believed: null, speaksAgainst: [] })).toBe(
      'Spoke for it: says that something is broken or does not work (又停)',
    );
    expect(textsFor('en').whyTicket({ ...why, believed: null, speaksFor: [], speaksAgainst: [] })).toBe('');
  });
});
