import { describe, expect, it } from 'vitest';
import type { Said } from '../said.ts';
import { readMessage } from './message.ts';
import { appMessage, escaped, record, recordLine, recall, replyMessage } from './testing/documents.ts';
import { payloadOf, US, type TYPE } from './testing/payload.ts';

const RULE = '- - - - - - - - - - - - - - -';
const WORDS = { kind: 'words', text: '', quote: null, attachment: null, forwarded: false, toBot: false } satisfies Said;

function read(type: keyof typeof TYPE, text: string | undefined, more = {}): Said {
  return readMessage(payloadOf(type, text, more), US);
}

describe('what somebody wrote', () => {
  it.each([
    { told: 'plain words', text: '厨房漏水了' },
    { told: 'several lines', text: '一号楼\n二单元\n\n没有水' },
    { told: 'a sign-up list', text: '#接龙\n周六大扫除\n例 楼栋-房号 人数\n\n1. 张三 +1\n2. 7-2-502 李 2人' },
    { told: 'something like XML', text: '<b>漏水</b> a<b && c>d' },
    { told: 'a document that is not of WeChat', text: '<html><body>漏水</body></html>' },
    { told: 'a document without a card', text: '<msg><note>漏水</note></msg>' },
    { told: 'something behind a document', text: `${appMessage({ type: 1, title: '好' })} 漏水` },
    { told: 'something like JSON', text: '{"title":"漏水"}' },
    { told: 'spaces around it', text: '  漏水 \n' },
    { told: 'words about red packets', text: '收到红包，请在手机上查看一下？谁发的' },
    { told: 'words about a nudge', text: '我拍了拍自己的脑袋' },
    { told: 'words about taking back', text: '他撤回了一条消息，你看到了吗' },
  ])('stays as written: $told', ({ text }) => {
    expect(read('text', text)).toEqual({ ...WORDS, text });
  });

  it('stays as written where a puppet calls a sign-up list by its own type', () => {
    expect(read('groupNote', '#接龙\n1. 张三')).toEqual({ ...WORDS, text: '#接龙\n1. 张三' });
  });

  it('is read without the id that some puppets leave in front', () => {
    expect(read('text', 'wxid_wangfang:\n厨房漏水了')).toEqual({ ...WORDS, text: '厨房漏水了' });
    expect(read('text', 'wxid_other:\n厨房漏水了')).toEqual({ ...WORDS, text: 'wxid_other:\n厨房漏水了' });
  });

  it('is read as words when the type came after this was written', () => {
    const markdown = Object.assign(payloadOf('text', '**漏水**'), { type: 19 });
    expect(readMessage(markdown, US)).toEqual({ ...WORDS, text: '**漏水**' });
  });
});

describe('a mention of the bot', () => {
  it.each([
    { told: 'as phones write it', text: '@邻里\u2005漏水了', plain: '@邻里 漏水了', toBot: true },
    { told: 'with the other invisible space', text: '@邻里\u2004漏水了', plain: '@邻里 漏水了', toBot: true },
    { told: 'with the unbreakable space', text: '@邻里\u00a0漏水了', plain: '@邻里 漏水了', toBot: true },
    { told: 'with a plain space, as computers write it', text: '@邻里 漏水了', plain: '@邻里 漏水了', toBot: true },
    { told: 'on its own line', text: '@邻里\n漏水了', plain: '@邻里\n漏水了', toBot: true },
    { told: 'at the end', text: '漏水了@邻里', plain: '漏水了@邻里', toBot: true },
    { told: 'after others', text: '@李工\u2005@邻里\u2005漏水了', plain: '@李工 @邻里 漏水了', toBot: true },
    {
      told: 'by another of its names',
      text: '@邻里小助手（机器人）\u2005漏水了',
      plain: '@邻里小助手（机器人） 漏水了',
      toBot: true,
    },
    { told: 'not: a longer name', text: '@邻里花园\u2005漏水了', plain: '@邻里花园 漏水了', toBot: false },
    { told: 'not: the name without the sign', text: '邻里 漏水了', plain: '邻里 漏水了', toBot: false },
    { told: 'not: somebody else', text: '转 A7K2 @李工\u2005', plain: '转 A7K2 @李工 ', toBot: false },
    { told: 'not: everybody', text: '@所有人\u2005明天停水', plain: '@所有人 明天停水', toBot: false },
  ])('$told', ({ text, plain, toBot }) => {
    expect(read('text', text)).toEqual({ ...WORDS, text: plain, toBot });
  });

  it.each([
    { told: 'its id is listed', text: '@小区助手 漏水', ids: ['wxid_li', 'wxid_linli'], toBot: true },
    { told: 'the ids of others are listed', text: '@李工 漏水', ids: ['wxid_li'], toBot: false },
    {
      told: 'everybody is called, and all ids are listed',
      text: '@所有人 停水',
      ids: ['wxid_li', 'wxid_linli'],
      toBot: false,
    },
    { told: 'everybody is called, and the bot as well', text: '@所有人 @邻里 停水', ids: ['wxid_linli'], toBot: true },
  ])('$told: $toBot', ({ text, ids, toBot }) => {
    expect(read('text', text, { mentionIdList: ids })).toMatchObject({ toBot });
  });

  it('counts in the reply, not in what it quotes', () => {
    expect(read('text', `「张三：@邻里 漏水」\n${RULE}\n我也是`)).toMatchObject({ text: '我也是', toBot: false });
    expect(read('text', `「张三：漏水」\n${RULE}\n@邻里\u2005我也是`)).toMatchObject({
      text: '@邻里 我也是',
      toBot: true,
    });
  });

  it('is not made by a name that is empty', () => {
    expect(readMessage(payloadOf('text', '@ 漏水'), { id: 'wxid_linli', names: ['', ' '] })).toMatchObject({
      toBot: false,
    });
  });
});

describe('a reply that quotes something', () => {
  const quote = { id: '3035572160325032061', name: '张三', text: '厨房漏水了' };
  const card = replyMessage('马上来', { content: '厨房漏水了' });

  it('is read from the words of an app or puppet', () => {
    expect(read('text', `「张三：厨房漏水了」\n${RULE}\n马上来`)).toEqual({
      ...WORDS,
      text: '马上来',
      quote: { ...quote, id: null },
    });
  });

  it('is read with the id that a puppet gives besides', () => {
    const written = `「张三：厨房漏水了」\n${RULE}\n马上来`;
    expect(read('text', written, { quoteId: '77' })).toMatchObject({ text: '马上来', quote: { ...quote, id: '77' } });
    expect(read('text', '马上来', { quoteId: '77' })).toMatchObject({
      text: '马上来',
      quote: { id: '77', name: null, text: '' },
    });
  });

  it.each(['unknown', 'text', 'attachment', 'url', 'post'] as const)(
    'is read from the card, when a puppet calls it %s',
    (type) => {
      expect(read(type, card)).toEqual({ ...WORDS, text: '马上来', quote });
    },
  );

  it.each([
    { told: 'with the writer in front', text: `wxid_wangfang:\n${card}` },
    { told: 'with another id in front', text: `zwg964848042:\n${card}` },
    { told: 'with the line break of the web client', text: `wxid_wangfang:<br/>${card}` },
    { told: 'escaped once more', text: escaped(card) },
    { told: 'without its head', text: card.replace('<?xml version="1.0"?>\n', '') },
    {
      told: 'as the card alone',
      text: card.replace(/^[^]*?<appmsg/, '<appmsg').replace(/<\/appmsg>[^]*$/, '</appmsg>'),
    },
    { told: 'with line ends of Windows', text: card.replaceAll('\n', '\r\n') },
  ])('is read from the card $told', ({ text }) => {
    expect(read('unknown', text)).toEqual({ ...WORDS, text: '马上来', quote });
  });

  it.each([
    { told: 'words', type: 1, content: '厨房漏水了', shown: '厨房漏水了' },
    {
      told: 'words with signs of XML',
      type: 1,
      content: '1 &lt; 2 &amp;amp; &#x6f0f;&#27700;',
      shown: '1 < 2 &amp; 漏水',
    },
    { told: 'words in CDATA', type: 1, content: '<![CDATA[1 < 2 &amp; 漏水]]>', shown: '1 < 2 &amp; 漏水' },
    { told: 'words behind the id of their writer', type: 1, content: 'wxid_abc:\n厨房漏水了', shown: '厨房漏水了' },
    {
      told: 'words behind the own id of their writer',
      type: 1,
      content: 'zhang3:\n厨房漏水了',
      from: 'zhang3',
      shown: '厨房漏水了',
    },
    { told: 'words that only look like that', type: 1, content: 'PS:\n厨房漏水了', shown: 'PS:\n厨房漏水了' },
    { told: 'a photo', type: 3, content: escaped('<msg><img aeskey="ad" length="15"/></msg>'), shown: '[图片]' },
    { told: 'a photo without its type', type: 0, content: escaped('<msg><img aeskey="ad"/></msg>'), shown: '[图片]' },
    { told: 'a voice message', type: 34, content: '1:2303:0', shown: '[语音]' },
    { told: 'a video', type: 43, content: '15:0', shown: '[视频]' },
    { told: 'a sticker', type: 47, content: 'wxid_zhang3:0:0:ee::0', shown: '[动画表情]' },
    { told: 'a place', type: 48, content: escaped('<msg><location x="23"/></msg>'), shown: '[位置]' },
    {
      told: 'a link',
      type: 49,
      content: escaped(appMessage({ type: 5, title: '停水通知', url: 'https://example.org/a?b=1&amp;c=2' })),
      shown: '[链接] 停水通知 https://example.org/a?b=1&c=2',
    },
    {
      told: 'a link in CDATA',
      type: 49,
      content: `<![CDATA[${appMessage({ type: 5, title: '停水通知' })}]]>`,
      shown: '[链接] 停水通知',
    },
    {
      told: 'a file',
      type: 49,
      content: escaped(appMessage({ type: 6, title: '收费表.xlsx' })),
      shown: '[文件] 收费表.xlsx',
    },
    {
      told: 'a mini program',
      type: 49,
      content: escaped(appMessage({ type: 33, title: '报修' })),
      shown: '[小程序] 报修',
    },
    { told: 'a transfer', type: 49, content: escaped(appMessage({ type: 2000, title: '微信转账' })), shown: '[转账]' },
    {
      told: 'a reply that quoted something itself',
      type: 49,
      content: escaped(replyMessage('在哪', { content: '灯坏了' })),
      shown: '在哪',
    },
    {
      told: 'a sign-up list',
      type: 49,
      content: escaped(appMessage({ type: 53, title: '#接龙\n1. 张三' })),
      shown: '#接龙\n1. 张三',
    },
    { told: 'a card that cannot be read', type: 49, content: '停水通知', shown: '停水通知' },
    { told: 'nothing', type: 1, content: '', shown: '' },
  ])('shows what it quotes: $told', ({ type, content, shown, ...more }) => {
    expect(read('unknown', replyMessage('好', { type, content, ...more }))).toEqual({
      ...WORDS,
      text: '好',
      quote: { ...quote, text: shown },
    });
  });

  it('has neither id nor name where the platform gives none', () => {
    expect(read('unknown', replyMessage('好', { id: '0', name: '', content: '漏水' }))).toMatchObject({
      quote: { id: null, name: null, text: '漏水' },
    });
  });

  it('mentions the bot', () => {
    expect(read('unknown', replyMessage('@邻里\u2005接单', { content: '漏水' }))).toMatchObject({
      text: '@邻里 接单',
      toBot: true,
    });
  });
});

describe('what carries bytes', () => {
  it.each([
    {
      type: 'image',
      text: '<msg><img aeskey="ad"/></msg>',
      filename: '5603.jpg',
      attachment: { kind: 'photo', mimeType: 'image/jpeg', fileName: null },
    },
    {
      type: 'image',
      text: undefined,
      filename: '5603.png',
      attachment: { kind: 'photo', mimeType: 'image/png', fileName: null },
    },
    {
      type: 'audio',
      text: '<msg><voicemsg voicelength="2303"/></msg>',
      filename: '5603.sil',
      attachment: { kind: 'voice', mimeType: null, fileName: null },
    },
    {
      type: 'audio',
      text: '',
      filename: '5603.mp3',
      attachment: { kind: 'voice', mimeType: 'audio/mpeg', fileName: null },
    },
    {
      type: 'video',
      text: '<msg><videomsg/></msg>',
      filename: undefined,
      attachment: { kind: 'video', mimeType: 'video/mp4', fileName: null },
    },
    {
      type: 'emoticon',
      text: '',
      filename: undefined,
      attachment: { kind: 'sticker', mimeType: null, fileName: null },
    },
    {
      type: 'attachment',
      text: '',
      filename: '合同.PDF',
      attachment: { kind: 'file', mimeType: 'application/pdf', fileName: '合同.PDF' },
    },
    {
      type: 'attachment',
      text: '照片 1.zip',
      filename: undefined,
      attachment: { kind: 'file', mimeType: 'application/zip', fileName: '照片 1.zip' },
    },
    {
      type: 'attachment',
      text: '随便写的',
      filename: undefined,
      attachment: { kind: 'file', mimeType: null, fileName: null },
    },
    {
      type: 'attachment',
      text: appMessage({ type: 6, title: '收费表.xlsx' }),
      filename: undefined,
      attachment: {
        kind: 'file',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        fileName: '收费表.xlsx',
      },
    },
    {
      type: 'unknown',
      text: appMessage({ type: 6, title: '' }),
      filename: 'a.dwg',
      attachment: { kind: 'file', mimeType: null, fileName: 'a.dwg' },
    },
  ] as const)('$type $filename: $attachment.kind $attachment.fileName', ({ type, text, filename, attachment }) => {
    expect(read(type, text, filename === undefined ? {} : { filename })).toEqual({ ...WORDS, attachment });
  });
});

describe('what was shared', () => {
  it.each([
    {
      told: 'a link',
      type: 'url',
      text: appMessage({
        type: 5,
        title: '停水&amp;停电',
        des: '明天八点到十点',
        url: 'https://example.org/a?b=1&amp;c=2',
      }),
      said: '[链接] 停水&停电 明天八点到十点 https://example.org/a?b=1&c=2',
    },
    {
      told: 'a link in CDATA',
      type: 'attachment',
      text: appMessage({ type: 5, title: '<![CDATA[停水 <1号楼>]]>' }),
      said: '[链接] 停水 <1号楼>',
    },
    {
      told: 'a link as JSON',
      type: 'url',
      text: '{"title":"停水","description":"明天","url":"https://example.org"}',
      said: '[链接] 停水 明天 https://example.org',
    },
    { told: 'a link as its title', type: 'url', text: '停水通知', said: '[链接] 停水通知' },
    { told: 'a link that says nothing', type: 'url', text: '', said: '[链接]' },
    { told: 'a link with broken JSON', type: 'url', text: '{"title":"停水', said: '[链接] {"title":"停水' },
    {
      told: 'a link whose description repeats the title',
      type: 'url',
      text: appMessage({ type: 5, title: '停水', des: '停水' }),
      said: '[链接] 停水',
    },
    {
      told: 'music',
      type: 'url',
      text: appMessage({ type: 3, title: '茉莉花', des: '歌手' }),
      said: '[音乐] 茉莉花 歌手',
    },
    { told: 'a film', type: 'url', text: appMessage({ type: 4, title: '消防演练' }), said: '[视频] 消防演练' },
    {
      told: 'a mini program',
      type: 'miniProgram',
      text: appMessage({ type: 33, title: '一键报修', inside: '<sourcedisplayname>物业服务</sourcedisplayname>' }),
      said: '[小程序] 一键报修 物业服务',
    },
    {
      told: 'a mini program of the other kind',
      type: 'unknown',
      text: appMessage({ type: 36, title: '团购' }),
      said: '[小程序] 团购',
    },
    {
      told: 'a mini program as JSON',
      type: 'miniProgram',
      text: '{"title":"一键报修","description":"物业服务","appid":"wx1"}',
      said: '[小程序] 一键报修 物业服务',
    },
    {
      told: 'a place',
      type: 'location',
      text: '<?xml version="1.0"?>\n<msg>\n<location x="22.54" y="113.95" scale="16" label="深圳市南山区科技路" poiname="邻里花园" /></msg>',
      said: '[位置] 邻里花园 深圳市南山区科技路',
    },
    {
      told: 'a place without a name',
      type: 'location',
      text: '<msg><location x="22.54" label="科技路1号" poiname="[位置]"/></msg>',
      said: '[位置] 科技路1号',
    },
    {
      told: 'a place of the web client',
      type: 'text',
      text: '科技路1号:\n/cgi-bin/mmwebwx-bin/webwxgetpubliclinkimg?url=xxx&msgid=1&pictype=location',
      said: '[位置] 科技路1号',
    },
    {
      told: 'a place as JSON',
      type: 'location',
      text: '{"name":"邻里花园","address":"科技路1号","latitude":1}',
      said: '[位置] 邻里花园 科技路1号',
    },
    { told: 'a place in words', type: 'location', text: '科技路1号', said: '[位置] 科技路1号' },
    {
      told: 'a place that moves',
      type: 'unknown',
      text: appMessage({ type: 17, title: '我发起了位置共享' }),
      said: '[位置] 我发起了位置共享',
    },
    {
      told: 'a film of a channel',
      type: 'post',
      text: appMessage({
        type: 51,
        title: '当前版本不支持展示该内容，请升级至最新版本。',
        inside: '<finderFeed><nickname>消防宣传</nickname><desc>电动车不上楼</desc></finderFeed>',
      }),
      said: '[视频号] 消防宣传 电动车不上楼',
    },
    {
      told: 'a card of a kind that is not known',
      type: 'unknown',
      text: appMessage({ type: 9999, title: '新玩意' }),
      said: '[消息] 新玩意',
    },
    {
      told: 'a sign-up list as a card',
      type: 'unknown',
      text: appMessage({ type: 53, title: '#接龙\n大扫除\n\n1. 张三 +1' }),
      said: '#接龙\n大扫除\n\n1. 张三 +1',
    },
    {
      told: 'words as a card',
      type: 'unknown',
      text: appMessage({ type: 1, title: '厨房漏水了' }),
      said: '厨房漏水了',
    },
  ] as const)('$told becomes words', ({ type, text, said }) => {
    expect(read(type, text)).toEqual({ ...WORDS, text: said });
  });
});

describe('a forwarded conversation', () => {
  const lines = [
    recordLine(1, '张三', '<datadesc>厨房漏水了</datadesc>'),
    recordLine(2, '张三', '<datafmt>pic</datafmt>'),
    recordLine(5, '李四', '<weburlitem><title>停水</title><link>https://example.org/?a=1&amp;b=2</link></weburlitem>'),
    recordLine(8, '李四', '<datatitle>合同.pdf</datatitle>'),
    recordLine(
      17,
      '王五',
      `<datatitle>群聊的聊天记录</datatitle><recorditem><![CDATA[${record('里面的', [recordLine(1, '赵六', '<datadesc>灯坏了</datadesc>')]).replaceAll(']]>', '')}]]></recorditem>`,
    ),
  ];
  const said = [
    '[聊天记录] 群聊的聊天记录',
    '张三：厨房漏水了',
    '张三：[图片]',
    '李四：[链接] 停水 https://example.org/?a=1&b=2',
    '李四：[文件] 合同.pdf',
    '王五：[聊天记录] 群聊的聊天记录',
  ].join('\n');

  it.each([
    { told: 'in CDATA', inside: `<recorditem><![CDATA[${record('群聊的聊天记录', lines.slice(0, 4))}]]></recorditem>` },
    { told: 'escaped', inside: `<recorditem>${escaped(record('群聊的聊天记录', lines.slice(0, 4)))}</recorditem>` },
    { told: 'as elements', inside: `<recorditem>${record('群聊的聊天记录', lines.slice(0, 4))}</recorditem>` },
  ])('is told line by line, $told', ({ inside }) => {
    const text = appMessage({ type: 19, title: '群聊的聊天记录', des: '张三: 厨房漏水了', inside });
    expect(read('chatHistory', text)).toEqual({
      ...WORDS,
      text: said.split('\n').slice(0, 5).join('\n'),
      forwarded: true,
    });
  });

  it('is told with the one inside of it', () => {
    const text = appMessage({
      type: 19,
      title: '群聊的聊天记录',
      inside: `<recorditem>${escaped(record('群聊的聊天记录', lines))}</recorditem>`,
    });
    expect(read('unknown', text)).toEqual({ ...WORDS, text: `${said}\n  赵六：灯坏了`, forwarded: true });
  });

  it('is told by its summary when its lines are missing', () => {
    const text = appMessage({ type: 19, title: '群聊的聊天记录', des: '张三: 厨房漏水了\n李四: [图片]' });
    expect(read('chatHistory', text)).toMatchObject({
      text: '[聊天记录] 群聊的聊天记录\n张三: 厨房漏水了\n李四: [图片]',
      forwarded: true,
    });
  });

  it('is told as the puppet tells it, when that is not a card', () => {
    expect(read('chatHistory', '群聊的聊天记录')).toEqual({ ...WORDS, text: '群聊的聊天记录', forwarded: true });
  });
});

describe('a message that was taken back', () => {
  it.each([
    { told: 'its id', text: '8065422357146021513' },
    {
      told: "the platform's words with both ids",
      text: recall('<msgid>1452102025</msgid><newmsgid>8065422357146021513</newmsgid>'),
    },
    {
      told: "the web client's words",
      text: recall('<oldmsgid>1057920614</oldmsgid><msgid>8065422357146021513</msgid>'),
    },
    { told: 'escaped words', text: escaped(recall('<newmsgid>8065422357146021513</newmsgid>')) },
    {
      told: 'words with the writer in front',
      text: `qq512436430:\n${recall('<newmsgid>8065422357146021513</newmsgid>')}`,
    },
  ])('is known by $told', ({ text }) => {
    expect(read('recalled', text)).toEqual({ kind: 'recall', messageId: '8065422357146021513' });
  });

  it.each(['unknown', 'text'] as const)('is known when a puppet calls it %s', (type) => {
    expect(read(type, recall('<newmsgid>77</newmsgid>'))).toEqual({ kind: 'recall', messageId: '77' });
  });

  it.each(['"王芳" 撤回了一条消息', recall('<newmsgid>0</newmsgid>'), recall('')])(
    'is nothing for the office without its id',
    (text) => {
      expect(read('recalled', text)).toEqual({ kind: 'nothing', why: 'system' });
    },
  );
});

describe('nothing for the office', () => {
  it.each([
    { why: 'red_packet', type: 'redEnvelope', text: appMessage({ type: 2001, title: '恭喜发财，大吉大利' }) },
    { why: 'red_packet', type: 'redEnvelope', text: '' },
    { why: 'red_packet', type: 'unknown', text: appMessage({ type: 2001, title: '恭喜发财' }) },
    { why: 'red_packet', type: 'text', text: '收到红包，请在手机上查看' },
    { why: 'red_packet', type: 'unknown', text: '"张三"领取了你的红包' },
    { why: 'transfer', type: 'transfer', text: '' },
    {
      why: 'transfer',
      type: 'attachment',
      text: appMessage({ type: 2000, title: '微信转账', des: '收到转账100.00元' }),
    },
    { why: 'transfer', type: 'text', text: '收到转账，请在手机上查看' },
    { why: 'transfer', type: 'unknown', text: '群收款消息，请在手机上查看' },
    { why: 'pat', type: 'text', text: '"张三" 拍了拍 "李四" 的脑袋' },
    { why: 'pat', type: 'unknown', text: '我拍了拍自己' },
    { why: 'pat', type: 'text', text: '“张三” 拍了拍我' },
    {
      why: 'pat',
      type: 'recalled',
      text: '<sysmsg type="pat"><pat><fromusername>a</fromusername><template><![CDATA["${a}" 拍了拍我]]></template></pat></sysmsg>',
    },
    { why: 'pat', type: 'unknown', text: appMessage({ type: 62, title: '"张三" 拍了拍 "李四"' }) },
    { why: 'system', type: 'unknown', text: '"张三"邀请"李四"加入了群聊' },
    { why: 'system', type: 'text', text: '"张三"邀请"李四、王五"加入了群聊' },
    { why: 'system', type: 'text', text: '你将"李四"移出了群聊' },
    { why: 'system', type: 'text', text: '"张三"修改群名为“邻里花园”' },
    { why: 'system', type: 'text', text: '"王芳" 撤回了一条消息' },
    { why: 'system', type: 'text', text: '收到一条视频/语音聊天消息，请在手机上查看' },
    {
      why: 'system',
      type: 'recalled',
      text: '<sysmsg type="sysmsgtemplate"><sysmsgtemplate><content_template type="tmpl_type_profile"><template><![CDATA["$username$"邀请"$names$"加入了群聊]]></template></content_template></sysmsgtemplate></sysmsg>',
    },
    { why: 'contact_card', type: 'contact', text: '<msg username="wxid_li" nickname="李四"/>' },
    { why: 'upload_begun', type: 'unknown', text: appMessage({ type: 74, title: '收费表.xlsx' }) },
    { why: 'unknown', type: 'unknown', text: '' },
    { why: 'unknown', type: 'unknown', text: undefined },
    { why: 'unknown', type: 'text', text: '' },
    { why: 'unknown', type: 'unknown', text: appMessage({ type: 9999, title: '' }) },
    { why: 'system', type: 'unknown', text: "<msg><op id='2'><username>wxid_zj</username></op></msg>" },
  ] as const)('$why, as $type: $text', ({ why, type, text }) => {
    expect(read(type, text)).toEqual({ kind: 'nothing', why });
  });
});
