import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuote, writeQuote } from './quote.ts';

const RULE = '- - - - - - - - - - - - - - -';

describe('a reply with its quote written in front', () => {
  it.each([
    {
      told: 'as phones and puppets write it',
      text: `「张三：厨房漏水了」\n${RULE}\n马上来`,
      name: '张三',
      quoted: '厨房漏水了',
      reply: '马上来',
    },
    {
      told: 'with a half-width colon',
      text: `「Tom: lift is stuck」\n${RULE}\non it`,
      name: 'Tom',
      quoted: 'lift is stuck',
      reply: 'on it',
    },
    { told: 'with fewer dashes', text: '「张三：漏水」\n- - -\n好', name: '张三', quoted: '漏水', reply: '好' },
    {
      told: 'with dashes close together',
      text: '「张三：漏水」\n---------------\n好',
      name: '张三',
      quoted: '漏水',
      reply: '好',
    },
    { told: 'with long dashes', text: '「张三：漏水」\n———\n好', name: '张三', quoted: '漏水', reply: '好' },
    { told: 'with a drawn line', text: '「张三：漏水」\n────────\n好', name: '张三', quoted: '漏水', reply: '好' },
    {
      told: 'with the line on that of the quote',
      text: `「张三：漏水」${RULE}\n好`,
      name: '张三',
      quoted: '漏水',
      reply: '好',
    },
    {
      told: 'with an empty line between',
      text: `「张三：漏水」\n\n${RULE}\n好`,
      name: '张三',
      quoted: '漏水',
      reply: '好',
    },
    {
      told: 'with line ends of Windows',
      text: `「张三：漏水」\r\n${RULE}\r\n好`,
      name: '张三',
      quoted: '漏水',
      reply: '好',
    },
    {
      told: 'with other quotation marks',
      text: `“张三：漏水”\n${RULE}\n好`,
      name: '张三',
      quoted: '漏水',
      reply: '好',
    },
    {
      told: 'from WeCom',
      text: '这是一条引用/回复消息：\n“张三：\n漏水”\n------\n好',
      name: '张三',
      quoted: '漏水',
      reply: '好',
    },
    {
      told: 'from WeCom, older',
      text: '这是一条引用/回复消息：\n"张三：\n漏水"\n------\n好',
      name: '张三',
      quoted: '漏水',
      reply: '好',
    },
    {
      told: 'from WeCom in English',
      text: 'This is a quote/reply:\n"Tom:\nlift"\n------\nok',
      name: 'Tom',
      quoted: 'lift',
      reply: 'ok',
    },
    {
      told: 'of several lines',
      text: `「张三：一\n二\n三」\n${RULE}\n四\n五`,
      name: '张三',
      quoted: '一\n二\n三',
      reply: '四\n五',
    },
    {
      told: 'of a reply with a quote of its own',
      text: `「张三：「李四：灯坏了」\n${RULE}\n在哪」\n${RULE}\n三单元`,
      name: '张三',
      quoted: `「李四：灯坏了」\n${RULE}\n在哪`,
      reply: '三单元',
    },
    {
      told: 'whose own brackets were cut off',
      text: `「张三：他说「明天」\n${RULE}\n好`,
      name: '张三',
      quoted: '他说「明天',
      reply: '好',
    },
    {
      told: 'of words with a list in them',
      text: `「张三：一\n---\n二」\n${RULE}\n好`,
      name: '张三',
      quoted: '一\n---\n二',
      reply: '好',
    },
    {
      told: 'and dashes in the reply',
      text: `「张三：漏水」\n${RULE}\n一\n---\n二`,
      name: '张三',
      quoted: '漏水',
      reply: '一\n---\n二',
    },
    { told: 'with nothing said to it', text: `「张三：漏水」\n${RULE}\n`, name: '张三', quoted: '漏水', reply: '' },
    {
      told: 'with nothing at all behind the line',
      text: `「张三：漏水」\n${RULE}`,
      name: '张三',
      quoted: '漏水',
      reply: '',
    },
    {
      told: 'of a name with a colon, up to it',
      text: `「7-2：李：漏水」\n${RULE}\n好`,
      name: '7-2',
      quoted: '李：漏水',
      reply: '好',
    },
    { told: 'without a name', text: `「漏水了」\n${RULE}\n好`, name: null, quoted: '漏水了', reply: '好' },
    { told: 'with an empty name', text: `「：漏水了」\n${RULE}\n好`, name: null, quoted: '漏水了', reply: '好' },
    {
      told: 'with an invisible separator in it',
      text: `「张三：@李四\u2005漏水」\n${RULE}\n好`,
      name: '张三',
      quoted: '@李四 漏水',
      reply: '好',
    },
  ])('$told', ({ text, name, quoted, reply }) => {
    expect(readQuote(text)).toEqual({ quote: { id: null, name, text: quoted }, text: reply });
  });

  it.each([
    { told: 'words in brackets', text: '「通知」明天停水' },
    { told: 'a title in brackets over a text', text: '「通知：停水」\n明天八点到十点' },
    { told: 'a line of dashes without a quote', text: '停水通知\n- - - - - -\n明天八点' },
    { told: 'a quote that is not closed', text: '「张三：漏水\n- - - - - -\n好' },
    { told: 'two dashes, which are no line', text: '「张三：漏水」\n--\n好' },
    { told: 'a quote in the middle', text: `他说\n「张三：漏水」\n${RULE}\n好` },
    { told: 'an empty text', text: '' },
    { told: 'a bracket alone', text: '「' },
  ])('is not $told', ({ text }) => {
    expect(readQuote(text)).toBeNull();
  });
});

describe('our own reply with its quote', () => {
  it('looks like one that an app wrote', () => {
    expect(writeQuote({ name: '王芳', text: '厨房漏水了' }, '收到，工单 A7K2')).toBe(
      `「王芳：厨房漏水了」\n${RULE}\n收到，工单 A7K2`,
    );
  });

  it.each([
    { told: 'several lines become one', text: '一\n\n 二\t三', shown: '一 二 三' },
    { told: 'forty characters are shown', text: '漏'.repeat(40), shown: '漏'.repeat(40) },
    { told: 'of more than forty, the rest is left out', text: '漏'.repeat(41), shown: `${'漏'.repeat(40)}…` },
    { told: 'a character of two units is not cut through', text: '🛗'.repeat(41), shown: `${'🛗'.repeat(40)}…` },
    { told: 'brackets inside are others', text: '他说「明天」', shown: '他说『明天』' },
    { told: 'of a reply, only what was said is quoted', text: `「李四：灯坏了」\n${RULE}\n在哪`, shown: '在哪' },
  ])('$told', ({ text, shown }) => {
    expect(readQuote(writeQuote({ name: '王芳', text }, '好'))?.quote).toEqual({ id: null, name: '王芳', text: shown });
  });

  it('keeps a name with a colon together', () => {
    expect(readQuote(writeQuote({ name: '7-2：李', text: '漏水' }, '好'))?.quote).toMatchObject({
      name: '7-2∶李',
      text: '漏水',
    });
  });

  it('is read back whatever was quoted and whatever is said', () => {
    const any = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.stringMatching(/^[「」“”"：:\-— \n漏水a]{0,60}$/),
    );
    fc.assert(
      fc.property(any, any, any, (name, text, reply) => {
        const read = readQuote(writeQuote({ name, text }, reply));
        expect(read?.text).toBe(reply);
        expect(read?.quote.text.length ?? 99).toBeLessThanOrEqual(2 * 40 + 1);
        expect(read?.quote.text).not.toMatch(/[\n「」]/);
      }),
    );
  });
});
