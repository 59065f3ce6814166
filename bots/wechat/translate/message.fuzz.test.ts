import * as fc from 'fast-check';
import type { payloads } from 'wechaty-puppet';
import { describe, expect, it } from 'vitest';
import { channelEventSchema } from '../../../core/channel/event.ts';
import type { Said } from '../said.ts';
import { readMessage } from './message.ts';
import { withPlainSpaces } from './plain.ts';
import { readQuote } from './quote.ts';
import { appMessage, escaped, recall, record, recordLine, replyMessage } from './testing/documents.ts';
import { payloadOf, TYPE, US } from './testing/payload.ts';

const SAMPLES = [
  appMessage({ type: 5, title: '停水&amp;停电', des: '<![CDATA[<明天>]]>', url: 'https://example.org/a?b=1&amp;c=2' }),
  replyMessage('马上来', { content: '厨房漏水了' }),
  replyMessage('好', {
    type: 49,
    content: escaped(replyMessage('在哪', { type: 49, content: escaped(appMessage({ type: 6, title: 'a.pdf' })) })),
  }),
  appMessage({
    type: 19,
    title: '聊天记录',
    inside: `<recorditem><![CDATA[${record('x', [recordLine(1, '张三', '<datadesc>漏水</datadesc>'), recordLine(17, '李四', `<recorditem>${escaped(record('y', [recordLine(2, '王五', '')]))}</recorditem>`)])}]]></recorditem>`,
  }),
  recall('<msgid>1452102025</msgid><newmsgid>2582549652250718552</newmsgid>'),
  '<msg><location x="22.54" label="科技路1号" poiname="邻里花园"/></msg>',
  '{"title":"停水","description":"明天","url":"https://example.org"}',
  '「张三：厨房漏水了」\n- - - - - - - - - - - - - - -\n@邻里\u2005马上来',
  '科技路1号:\n/cgi-bin/mmwebwx-bin/webwxgetpubliclinkimg?url=xxx',
];

const PIECES = [
  '<',
  '>',
  '</',
  '/>',
  '<msg>',
  '</msg>',
  '<appmsg>',
  '<type>57</type>',
  '<title>',
  '<refermsg>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.1"?>',
  '<!DOCTYPE a [',
  '<!ENTITY b "c">',
  ']>',
  '&b;',
  '&#0;',
  '&#x110000;',
  '&#xd800;',
  '&amp;',
  '\0',
  '\ud800',
  '\udc00',
  '"',
  "'",
  '=',
  '__proto__',
  'constructor',
  '「',
  '」',
  '：',
  '\n---\n',
  '@邻里\u2005',
  '漏水',
  ' ',
];

const anyType = fc.constantFrom(...Object.values(TYPE), 20, 99);
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(''));
const mutated = fc
  .tuple(
    fc.constantFrom(...SAMPLES),
    fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.constantFrom('', ...PIECES)), { maxLength: 6 }),
  )
  .map(([sample, changes]) =>
    changes.reduce(
      (text, [at, count, piece]) =>
        text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + count),
      sample,
    ),
  );
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  pieces,
  pieces.map((text) => `<msg>${text}</msg>`),
  mutated,
);

function read(type: number, text: string): Said {
  // Puppets may send a number that wechaty does not name.
  return readMessage(Object.assign(payloadOf('text', text), { type }), US);
}

/** Whether core would take what was said, put into an event as the channel does. */
function passes(said: Said): boolean {
  if (said.kind === 'nothing') return said.why !== '';
  const common = {
    key: 'k',
    conversation: { externalId: 'r', kind: 'group', title: '一号楼' },
    at: '2026-11-20T08:00:00.000Z',
  };
  if (said.kind === 'recall')
    return channelEventSchema.safeParse({ type: 'recall', ...common, messageId: said.messageId }).success;
  return channelEventSchema.safeParse({
    type: 'message',
    ...common,
    sender: { externalId: 'w', name: '王芳', isBot: false },
    messageId: 'm',
    text: said.text,
    attachments: said.attachment ? [{ ...said.attachment, ref: 'f' }] : [],
    replyToId: said.quote?.id ?? null,
    quotedText: said.quote?.text ?? null,
    albumKey: null,
    toBot: said.toBot,
    forwarded: said.forwarded,
  }).success;
}

describe('whatever a puppet delivers', () => {
  it('is read without a fault, and core takes it', () => {
    fc.assert(
      fc.property(anyType, anyText, (type, text) => {
        expect(passes(read(type, text))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing outside of it', () => {
    const said = read(
      TYPE.unknown,
      '<msg><__proto__><title>x</title></__proto__><constructor><prototype>y</prototype></constructor></msg>',
    );
    expect(said).toEqual({ kind: 'nothing', why: 'system' });
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  });

  it('is read when fields are missing', () => {
    const { id, type, timestamp } = payloadOf('text', undefined);
    expect(readMessage({ id, type, timestamp } as payloads.Message, US)).toEqual({ kind: 'nothing', why: 'unknown' });
  });
});

describe('of what somebody wrote, nothing is lost', () => {
  const lettersOf = (text: string): string => withPlainSpaces(text).replace(/[\s「」“”"：:\-—]/g, '');
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.stringMatching(/^[「」“”："\-— <>&@a漏\u2005]{0,30}$/),
  );
  const written = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));

  it('in any words', () => {
    fc.assert(
      fc.property(written, (text) => {
        const said = read(TYPE.text, text);
        const kept = said.kind === 'words' ? `${said.quote?.name ?? ''}${said.quote?.text ?? ''}${said.text}` : '';
        expect(lettersOf(kept)).toBe(lettersOf(text));
        expect(said).toMatchObject(readQuote(text) || text === '' ? {} : { text: withPlainSpaces(text) });
      }),
      { numRuns: 1000 },
    );
  });

  it('in a quote and the reply to it', () => {
    fc.assert(
      fc.property(
        line,
        written,
        written,
        fc.constantFrom('- - - - -', '———', '------'),
        (name, quoted, reply, rule) => {
          const said = read(TYPE.text, `「${name.replaceAll('\n', '')}：${quoted}」\n${rule}\n${reply}`);
          if (said.kind !== 'words' || !said.quote) throw new Error('not read as a quote');
          expect(lettersOf(`${said.quote.name ?? ''}${said.quote.text}${said.text}`)).toBe(
            lettersOf(`${name}${quoted}${reply}`),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('in a reply that came as a card', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.replace(/[\p{C}\s]/gu, ''))
      .filter((text) => text !== '');
    fc.assert(
      fc.property(word, word, word, (name, quoted, reply) => {
        const said = read(
          TYPE.unknown,
          replyMessage(escaped(reply), { name: escaped(name), content: escaped(quoted) }),
        );
        expect(said).toMatchObject({
          kind: 'words',
          text: withPlainSpaces(reply),
          quote: { name: withPlainSpaces(name), text: withPlainSpaces(quoted) },
        });
      }),
    );
  });
});

describe('a document that is meant to harm', () => {
  const laughs = ['lol', ...Array.from({ length: 9 }, (_, level) => `lol${level}`)];
  const bomb = `<?xml version="1.0"?><!DOCTYPE msg [${laughs.map((name, level) => `<!ENTITY ${name} "${level === 0 ? 'ha' : `&${laughs[level - 1] ?? ''};`.repeat(10)}">`).join('')}]><msg><appmsg><type>1</type><title>&lol8;</title></appmsg></msg>`;
  const title = (text: string): string => `<msg><appmsg><type>1</type><title>${text}</title></appmsg></msg>`;

  it.each([
    { told: 'entities that multiply', text: bomb },
    {
      told: 'an entity from a file',
      text: `<?xml version="1.0"?><!DOCTYPE msg [<!ENTITY x SYSTEM "file:///etc/hostname">]>${title('&x;')}`,
    },
    {
      told: 'an entity from the network',
      text: `<?xml version="1.0"?><!DOCTYPE msg SYSTEM "http://127.0.0.1:9/x.dtd">${title('&x;')}`,
    },
    {
      told: 'a parameter entity',
      text: `<?xml version="1.0"?><!DOCTYPE msg [<!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;]>${title('x')}`,
    },
    { told: 'ten thousand levels', text: `<msg>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</msg>` },
    {
      told: 'a card below forty levels',
      text: `<msg><appmsg><type>1</type>${'<a>'.repeat(40)}${'</a>'.repeat(40)}<title>x</title></appmsg></msg>`,
    },
    { told: 'more than a quarter of a million characters', text: title('漏'.repeat(256 * 1024)) },
    { told: 'an unclosed comment', text: '<msg><!-- <appmsg></msg>' },
    { told: 'an unclosed CDATA', text: '<msg><appmsg><title><![CDATA[x</title></appmsg></msg>' },
    { told: 'an unclosed tag', text: '<msg><appmsg><title x="</title></appmsg></msg>' },
  ])('stays the words that it is: $told', ({ text }) => {
    expect(read(TYPE.text, text)).toEqual({
      kind: 'words',
      text,
      quote: null,
      attachment: null,
      forwarded: false,
      toBot: false,
    });
  });

  it.each([
    { told: 'declared nowhere', text: '&x; &lol9;' },
    { told: 'of HTML', text: '&nbsp;&copy;&euro;' },
    { told: 'of no character', text: '&#0; &#xd800; &#x110000; &#99999999;' },
  ])('an entity $told stays as written', ({ text }) => {
    expect(read(TYPE.unknown, title(text))).toMatchObject({ kind: 'words', text });
  });

  it('is not taken apart again and again: what was escaped twice is shown escaped once', () => {
    expect(read(TYPE.unknown, title(escaped(escaped('<b>'))))).toMatchObject({ text: '&lt;b&gt;' });
  });

  it('bundles within bundles end', () => {
    let inner = record('最里面', [recordLine(1, '张三', '<datadesc>漏水</datadesc>')]);
    for (let level = 0; level < 8; level += 1)
      inner = record('x', [recordLine(17, '李四', `<recorditem>${escaped(inner)}</recorditem>`)]);
    const said = read(
      TYPE.chatHistory,
      appMessage({ type: 19, title: 'x', inside: `<recorditem>${escaped(inner)}</recorditem>` }),
    );
    expect(said).toMatchObject({
      kind: 'words',
      text: '[聊天记录] x\n李四：[聊天记录]\n  李四：[聊天记录]\n    李四：[聊天记录]',
      forwarded: true,
    });
  });

  it.each([
    ['<'],
    ['<a '],
    ['<a b="'],
    ['&'],
    ['&lt;'],
    ['<![CDATA['],
    ['<!--'],
    ['「'],
    ['」\n'],
    ['-\n'],
    ['」---\n'],
    ['@邻里'],
    [' '],
    ['\n'],
    ['{"a":'],
    ['['],
    ['"x" 拍了拍 '],
    ['.'],
    ['/cgi-bin/'],
    ['\0'],
    ['\ud83d'],
  ])('two hundred thousand characters of %j are read', (piece) => {
    const much = piece.repeat(Math.ceil(200_000 / piece.length));
    for (const text of [
      much,
      `<msg>${much}</msg>`,
      title(much),
      `「张三：${much}`,
      `{"title":"${much}`,
      replyMessage('好', { content: much }),
    ]) {
      for (const type of [TYPE.text, TYPE.unknown]) expect(passes(read(type, text))).toBe(true);
    }
  });
});
