import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuote, writeQuote } from './quote.ts';
import { quoteFits, quotesSame } from './quotes-same.ts';

const RULE = '- - - - - - - - - - - - - - -';

describe('a quotation and the message it is of', () => {
  it.each([
    { told: 'the whole text', quoted: '厨房漏水了', whole: '厨房漏水了' },
    { told: 'one character', quoted: '好', whole: '好' },
    { told: 'cut off with an ellipsis', quoted: '厨房漏…', whole: '厨房漏水了，快来' },
    { told: 'cut off with dots', quoted: '厨房漏...', whole: '厨房漏水了，快来' },
    { told: 'cut off with Chinese dots', quoted: '厨房漏……', whole: '厨房漏水了，快来' },
    {
      told: 'cut off without a mark, but long',
      quoted: '三单元的电梯今天早上又停了',
      whole: '三单元的电梯今天早上又停了，里面没有人',
    },
    { told: 'on one line', quoted: '一号楼 停水 到十点', whole: '一号楼\n停水\n到十点' },
    { told: 'with other white space', quoted: '@李工\u2005看 一下', whole: '@李工 看\u00a0一下' },
    { told: 'half-width instead of full-width', quoted: '漏水了,快来!', whole: '漏水了，快来！' },
    { told: 'a reply without what it quoted', quoted: '在哪', whole: `「李四：灯坏了」\n${RULE}\n在哪` },
    { told: 'a reply with what it quoted', quoted: `「李四：灯坏了」\n${RULE}\n在哪`, whole: '在哪' },
    { told: 'a reply with what it quoted, on one line', quoted: `「李四：灯坏了」 ${RULE} 在哪`, whole: '在哪' },
    {
      told: 'both with what they quoted',
      quoted: `「李四：灯坏了」 ${RULE} 在哪`,
      whole: `「李四：灯坏了」\n${RULE}\n在哪`,
    },
    { told: 'a reply, cut off', quoted: `「李四：灯坏了」 ${RULE} 三单元一楼的…`, whole: '三单元一楼的灯，昨天开始' },
    { told: 'our brackets in it', quoted: '他说『明天』', whole: '他说「明天」' },
    { told: 'an emoji that is drawn differently', quoted: '谢谢❤', whole: '谢谢❤️' },
  ])('the same: $told', ({ quoted, whole }) => {
    expect(quotesSame(quoted, whole)).toBe(true);
  });

  it.each([
    { told: 'other words', quoted: '厨房漏水了', whole: '厕所漏水了' },
    { told: 'the same beginning, and not cut off', quoted: '漏水了', whole: '漏水了，快来' },
    { told: 'a full stop, which is no ellipsis', quoted: '好的。', whole: '好的，明天来' },
    { told: 'more than was said', quoted: '厨房漏水了，快来', whole: '厨房漏水了' },
    { told: 'nothing', quoted: '', whole: '' },
    { told: 'nothing of something', quoted: '', whole: '漏水' },
    { told: 'only an ellipsis', quoted: '…', whole: '漏水' },
  ])('not the same: $told', ({ quoted, whole }) => {
    expect(quotesSame(quoted, whole)).toBe(false);
  });

  it('every text is known again by what we quote of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(text));
        const quote = readQuote(writeQuote({ name: '王芳', text }, '好'))?.quote;
        expect(quotesSame(quote?.text ?? '', text)).toBe(true);
      }),
    );
  });

  it.each(['.'.repeat(200_000), '「'.repeat(200_000), ' '.repeat(200_000), `「a：b」${'-'.repeat(200_000)}`])(
    'a long one is compared, too',
    (text) => {
      expect(quotesSame('漏水', text)).toBe(false);
      expect(quotesSame(text, '漏水')).toBe(false);
    },
  );
});

describe('a quote with the name beside it', () => {
  it.each([
    { told: 'the same name and words', name: '张三', text: '漏水', by: '张三', said: '漏水', fits: true },
    { told: 'no name, the same words', name: null, text: '漏水', by: '张三', said: '漏水', fits: true },
    { told: 'somebody else with the same words', name: '李四', text: '漏水', by: '张三', said: '漏水', fits: false },
    {
      told: 'a name that was cut at its colon',
      name: '7-2',
      text: '李：漏水',
      by: '7-2：李',
      said: '漏水',
      fits: true,
    },
    { told: 'a name with two colons', name: '7', text: '2：李：漏水', by: '7：2：李', said: '漏水', fits: true },
    {
      told: 'a name with a colon that we wrote',
      name: '7-2∶李',
      text: '漏水',
      by: '7-2：李',
      said: '漏水',
      fits: true,
    },
    {
      told: 'a name that only begins the same',
      name: '7-2',
      text: '李：漏水',
      by: '7-2：王',
      said: '漏水',
      fits: false,
    },
  ])('$told: $fits', ({ name, text, by, said, fits }) => {
    expect(quoteFits({ id: null, name, text }, { senderName: by, text: said })).toBe(fits);
  });
});
