import { array, assert, constantFrom, dictionary, jsonValue, oneof, property, string, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../read-export.ts';
import type { ExportedChat } from '../telegram-export.ts';

const writtenAt = new Date('2026-03-05T12:00:00Z');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
function chatsOf(text: string | Uint8Array, names?: ReadonlyMap<string, string>): ExportedChat[] {
  const read = readHistory(typeof text === 'string' ? bytes(text) : text, writtenAt, names);
  return read.kind === 'export' ? read.chats : [];
}
const first = (text: string | Uint8Array, names?: ReadonlyMap<string, string>): ExportedChat => {
  const [chat] = chatsOf(text, names);
  if (!chat) throw new Error('no chat was read');
  return chat;
};
/** Who said what, when, and in reply to which message. */
const told = ({ messages }: ExportedChat) =>
  messages.map(({ id, at, senderName, text, replyToId }) =>
    [`#${id}`, at.toISOString().slice(0, 16), senderName, text, ...(replyToId === null ? [] : [`→${replyToId}`])].join(
      '|',
    ),
  );
const left = ({ skipped }: ExportedChat) => Object.fromEntries(skipped);

describe('WeChatMsg (留痕)', () => {
  const csv = [
    '\ufefflocalId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender',
    '11,3,1,0,0,1772413260,2,"3栋2单元电梯坏了，\n停在5楼",2026-03-02 09:01:00,3-2-501李,李阿姨,wxid_li',
    '12,3,3,0,0,1772413320,2,<msg><img/></msg>,2026-03-02 09:02:00,3-2-501李,李阿姨,wxid_li',
    '13,3,10000,0,0,1772413380,2,"""王姐"" 撤回了一条消息",2026-03-02 09:03:00,,,',
    '14,3,34,0,0,1772413440,2,,2026-03-02 09:04:00,,小陈,wxid_chen',
    '15,3,1,0,1,1772413500,2,收到，"马上"派人,2026-03-02 09:05:00,物业王姐,王姐,wxid_me',
    '16,3,47,0,0,1772413560,2,<msg><emoji/></msg>,2026-03-02 09:06:00,,小陈,wxid_chen',
    '17,3,10000,0,0,1772413620,2,小陈邀请老王加入了群聊,2026-03-02 09:07:00,,,',
    '18,3',
  ].join('\r\n');

  it('is read from its table: line breaks and commas within words, names, pictures, voice, the zone of the clock', () => {
    const chat = first(csv);
    expect(told(chat)).toEqual([
      '#11|2026-03-02T01:01|3-2-501李|3栋2单元电梯坏了，\n停在5楼',
      '#12|2026-03-02T01:02|3-2-501李|',
      '#14|2026-03-02T01:04|小陈|',
      '#15|2026-03-02T01:05|物业王姐|收到，"马上"派人',
      '#16|2026-03-02T01:06|小陈|',
    ]);
    expect(chat.clockAheadMs).toBe(8 * 3_600_000);
    expect(chat.messages.map(({ hasPhoto, hasVoice }) => [hasPhoto, hasVoice])).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [false, false],
      [false, false],
    ]);
    expect(left(chat)).toEqual({ recalled: 1, service: 1, not_a_message: 1 });
    expect(chat.senders.get('wxid_li')).toEqual({ name: '3-2-501李', count: 2 });
  });

  it('is read from the later table with Chinese columns', () => {
    const chat = first(
      '消息ID,类型,发送人,时间,内容,备注,昵称,更多信息\n7001,文本,老王,2026-03-02 09:01:00,停水了,,老王,\n7002,系统消息,,2026-03-02 09:02:00,群公告已更新,,,\n7003,引用回复,小陈,2026-03-02 09:03:00,"我家也是\n引用:老王:停水了",,,\n',
    );
    expect(told(chat)).toEqual(['#7001|2026-03-02T09:01|老王|停水了', '#7003|2026-03-02T09:03|小陈|我家也是|→7001']);
    expect(left(chat)).toEqual({ service: 1 });
  });

  it('is read from its text: names as pages have them, quotes, system lines without anybody', () => {
    const chat = first(
      '2026-03-02 09:01:00 老王&amp;小李\n停水了吗\n\n第二行\n\n2026-03-02 09:02:00 "小陈" 撤回了一条消息\n\n2026-03-02 09:03:00 A: 3栋\n也停了\n引用:老王&小李:停水了吗\n\n2026-03-02 09:04:00 老王\n[图片]\n\n2026-03-02 09:05:00 小陈邀请老李加入了群聊\n\n',
    );
    expect(told(chat)).toEqual([
      '#1|2026-03-02T09:01|老王&小李|停水了吗\n\n第二行',
      '#3|2026-03-02T09:03|A: 3栋|也停了|→1',
      '#4|2026-03-02T09:04|老王|',
    ]);
    expect(chat.messages[2]?.hasPhoto).toBe(true);
    expect(left(chat)).toEqual({ recalled: 1, service: 1 });
  });
});

describe('PyWxDump', () => {
  const rows = [
    ['id', 'MsgSvrID', 'type_name', 'is_sender', 'talker', 'room_name', 'msg', 'src', 'CreateTime'],
    ['1', '8412345678901234567', '文本', '0', 'wxid_li', '55@chatroom', '路灯不亮', '', '2026-03-02 09:01:00'],
    [
      '2',
      '8412345678901234568',
      '语音',
      '0',
      'wxid_chen',
      '55@chatroom',
      '语音时长：3.20秒\n翻译结果：我这边也是',
      '',
      '2026-03-02 09:02:00',
    ],
    [
      '3',
      '8412345678901234569',
      '带有引用的文本消息',
      '1',
      '我',
      '55@chatroom',
      '收到\n\n[引用](2026-03-02 09:01:00)李阿姨:路灯不亮',
      '',
      '2026-03-02 09:03:00',
    ],
    ['4', '8412345678901234570', '系统通知', '0', '系统', '55@chatroom', '群公告', '', '2026-03-02 09:04:00'],
    ['1', '8412345678901234571', '文本', '0', 'wxid_zhou', '66@chatroom', '另一个群', '', '2026-03-02 09:05:00'],
  ];
  const header = rows[0] ?? [];
  const names = new Map([['wxid_li', '李阿姨']]);
  const csv = rows.map((row) => row.map((value) => (/[\n,"]/.test(value) ? `"${value}"` : value)).join(',')).join('\n');
  const json = JSON.stringify(
    rows.slice(1).map((row) => Object.fromEntries(row.map((value, at) => [header[at], value]))),
  );

  it.each([
    ['CSV', csv],
    ['JSON', json],
  ])('is read from %s, with the names of the list beside it, a chat for each room', (_, text) => {
    const [one, other] = chatsOf(text, names);
    expect(one && told(one)).toEqual([
      '#1|2026-03-02T09:01|李阿姨|路灯不亮',
      '#2|2026-03-02T09:02|wxid_chen|我这边也是',
      '#3|2026-03-02T09:03|我|收到|→1',
    ]);
    expect(one && left(one)).toEqual({ service: 1 });
    expect(other && [other.id, ...told(other)]).toEqual(['66@chatroom', '#1|2026-03-02T09:05|wxid_zhou|另一个群']);
  });
});

describe('chatlog', () => {
  it('is read from CSV', () => {
    const chat = first(
      'Time,SenderName,Sender,TalkerName,Talker,Content\n2026-03-02 09:01:00,老王,wxid_wang,桂园业主群,1@chatroom,停水了\n2026-03-02 09:02:00,,系统消息,桂园业主群,1@chatroom,"老王"邀请"小李"加入了群聊\n2026-03-02 09:03:00,小陈,wxid_chen,桂园业主群,1@chatroom,"> 老王(wxid_wang) 03-02 09:01:00\n> 停水了\n我家也是"\n2026-03-02 09:04:00,小陈,wxid_chen,桂园业主群,1@chatroom,![图片](http://127.0.0.1:5030/image/abc)\n',
    );
    expect(chat.name).toBe('桂园业主群');
    expect(told(chat)).toEqual([
      '#1|2026-03-02T09:01|老王|停水了',
      '#3|2026-03-02T09:03|小陈|我家也是|→1',
      '#4|2026-03-02T09:04|小陈|',
    ]);
    expect(chat.messages[2]?.hasPhoto).toBe(true);
  });

  it('is read from JSON, with its zone and what is replied to', () => {
    const entry = { talker: '1@chatroom', talkerName: '桂园', isChatRoom: true, isSelf: false, subType: 0 };
    const chat = first(
      JSON.stringify([
        {
          ...entry,
          seq: 1772413260000,
          time: '2026-03-02T09:01:00+08:00',
          sender: 'wxid_wang',
          senderName: '老王',
          type: 1,
          content: '停水了',
        },
        {
          ...entry,
          seq: 1772413320000,
          time: '2026-03-02T09:02:00+08:00',
          sender: 'wxid_chen',
          senderName: '小陈',
          type: 49,
          subType: 57,
          content: '同问',
          contents: { refer: { sender: 'wxid_wang', senderName: '老王', content: '停水了' } },
        },
        {
          ...entry,
          seq: 1772413380000,
          time: '2026-03-02T09:03:00+08:00',
          sender: '系统消息',
          senderName: '',
          type: 10000,
          content: '群公告',
        },
      ]),
    );
    expect(told(chat)).toEqual([
      '#1772413260000|2026-03-02T01:01|老王|停水了',
      '#1772413320000|2026-03-02T01:02|小陈|同问|→1772413260000',
    ]);
    expect(chat.clockAheadMs).toBe(8 * 3_600_000);
  });

  it('is read from text, which leaves out the year or the day', () => {
    expect(
      told(
        first(
          '老王(wxid_wang1) 12-31 23:59:00\n停水了\n\n小陈(wxid_chen1) 01-01 00:01:00\n我家也是\n\n我 01-01 00:02:00\n收到\n\n',
        ),
      ),
    ).toEqual(['#1|2025-12-31T23:59|老王|停水了', '#2|2026-01-01T00:01|小陈|我家也是', '#3|2026-01-01T00:02|我|收到']);
    expect(
      told(
        first(
          '老王(wxid_wang1) [桂园(1@chatroom)] 09:01:00\n停水了\n\n小陈(wxid_chen1) [桂园(1@chatroom)] 09:02:00\n是的\n',
        ),
      ),
    ).toEqual(['#1|2026-03-05T09:01|老王|停水了', '#2|2026-03-05T09:02|小陈|是的']);
  });
});

describe('WechatExporter', () => {
  it('is read from its text', () => {
    const chat = first(
      '桂园业主群 - 微信聊天记录\r\n\r\n王: (3栋) (2026-03-02 09:01:00):停水了\r\n小陈 (2026-03-02 09:02:00):「王: (3栋)：停水了」\r\n- - - - - - - - - - - - - - -\r\n我家也是\r\n老李 (2026-03-02 09:03:00):[图片]\r\n小陈 (2026-03-02 09:04:00):"小陈" 撤回了一条消息\r\n',
    );
    expect(chat.name).toBe('桂园业主群');
    expect(told(chat)).toEqual([
      '#1|2026-03-02T09:01|王: (3栋)|停水了',
      '#2|2026-03-02T09:02|小陈|我家也是|→1',
      '#3|2026-03-02T09:03|老李|',
    ]);
    expect(left(chat)).toEqual({ recalled: 1 });
  });
});

describe('wechat-cli', () => {
  const lines = [
    '[2026-03-02 09:01] 物业: 王姐: 今天检修',
    '[2026-03-02 09:02] 老王: 几点？',
    '[2026-03-02 09:03] 物业: 王姐: 10:00 开始',
    '[2026-03-02 09:04] 小陈: 收到',
    '  ↳ 回复 物业: 王姐: 10:00 开始',
    '[2026-03-02 09:05] [撤回] 老王撤回了一条消息',
    '[2026-03-02 09:06] 物业: 王姐: [图片]',
  ];
  const expected = [
    '#1|2026-03-02T09:01|物业: 王姐|今天检修',
    '#2|2026-03-02T09:02|老王|几点？',
    '#3|2026-03-02T09:03|物业: 王姐|10:00 开始',
    '#4|2026-03-02T09:04|小陈|收到|→3',
    '#6|2026-03-02T09:06|物业: 王姐|',
  ];
  it('is read from text, where a name may hold a colon', () => {
    const chat = first(
      `聊天记录: 桂园\n类型: 群聊\n时间范围: 最早 ~ 最新\n导出时间: 2026-03-05 10:00\n消息数量: 7\n${'='.repeat(60)}\n${lines.join('\n')}\n`,
    );
    expect([chat.name, ...told(chat)]).toEqual(['桂园', ...expected]);
    expect(left(chat)).toEqual({ recalled: 1 });
  });
  it('is read from Markdown', () =>
    expect(
      told(
        first(
          `# 聊天记录: 桂园\n\n**时间范围:** 最早 ~ 最新\n\n---\n${lines.map((line) => (line.startsWith('[') ? `- ${line}` : line)).join('\n')}\n`,
        ),
      ),
    ).toEqual(expected));
});

describe('what WeChat itself sends by mail, and what is copied', () => {
  it('reads days as separators', () => {
    const chat = first(
      'Dear:\n\n微信群"桂园"的聊天记录如下:\n\n—————  2026-03-02  —————\n\n\n喵喵11:00-20:00  17:34\n\n停水了\n\n老王  17:40\n\n[图片: 8b0a.jpg(请在附件中查看)]\n\n—————  2026-03-03  —————\n\n老王  08:00\n\n早\n来水了  09\n',
    );
    expect([chat.name, ...told(chat)]).toEqual([
      '桂园',
      '#1|2026-03-02T17:34|喵喵11:00-20:00|停水了',
      '#2|2026-03-02T17:40|老王|',
      '#3|2026-03-03T08:00|老王|早\n来水了  09',
    ]);
    expect(chat.messages[1]?.hasPhoto).toBe(true);
  });
  it.each([
    ['李姐(3栋) 2026-03-02 09:01:00\n停水了\n\n老王 2026/3/2 下午 2:05\n我家也是\n'],
    ['李姐(3栋) 2026年3月2日 9:01\n停水了\n\n老王 2026年3月2日 14:05\n我家也是'],
  ])('reads names with a time behind them', (text) =>
    expect(told(first(text))).toEqual(['#1|2026-03-02T09:01|李姐(3栋)|停水了', '#2|2026-03-02T14:05|老王|我家也是']),
  );
  it('counts lines above the first message that nobody knows', () =>
    expect(left(first('这是什么\n又是什么\n老王 2026-03-02 09:01:00\n停水了\n'))).toEqual({ loose: 2 }));
});

describe('other tables', () => {
  it('are read by the names of their columns, below lines about the chat', () => {
    const chat = first(
      '会话信息,,,\n昵称,桂园业主群,,\n序号,时间,发送者昵称,发送者微信ID,群昵称,发送者身份,消息类型,内容\n1,2026-03-02 09:01:00,老王,wxid_w,3-2-601老王,群成员,文本消息,停水了\n2,2026-03-02 09:02:00,小陈,wxid_c,,群成员,图片消息,[图片]\n',
    );
    expect(told(chat)).toEqual(['#1|2026-03-02T09:01|3-2-601老王|停水了', '#2|2026-03-02T09:02|小陈|']);
    expect(chat.messages[1]?.hasPhoto).toBe(true);
  });
});

describe('how a file is written', () => {
  const text = '老王 2026-03-02 09:01:00\n停水了，电梯也停了\n';
  /** The same as Windows in China writes it. */
  const gbk = Buffer.from(
    'c0cfcdf520323032362d30332d30322030393a30313a30300acda3cbaec1cba3acb5e7ccddd2b2cda3c1cb0a',
    'hex',
  );
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  it.each([
    ['UTF-8', bytes(text), null],
    ['UTF-8 with its mark', bytes(`\ufeff${text}`), null],
    ['GBK', gbk, 'GB18030'],
    ['UTF-16', utf16, 'UTF-16'],
  ])('%s', (_, file, encoding) => {
    const read = readHistory(file, writtenAt);
    expect(read).toMatchObject({ kind: 'export', encoding, unreadable: 0 });
    expect(told(first(file))).toEqual(['#1|2026-03-02T09:01|老王|停水了，电梯也停了']);
  });
  it('a UTF-8 file that was cut in the middle of a sign is read, and says so', () => {
    const cut = bytes(text).slice(0, -2);
    expect(readHistory(cut, writtenAt)).toMatchObject({ kind: 'export', unreadable: 1 });
  });
  it('a quote that nothing closes spoils no other line', () =>
    expect(
      told(
        first(
          'Time,SenderName,Sender,Content\n2026-03-02 09:01:00,老王,w1,"停水了\n2026-03-02 09:02:00,小陈,w2,也停了\n',
        ),
      ),
    ).toEqual(['#1|2026-03-02T09:01|老王|"停水了', '#2|2026-03-02T09:02|小陈|也停了']));
  it('words are words, though nobody knows what the tool calls their kind; what no person wrote stays without', () => {
    const chat = first(
      '时间,发送人,类型,内容\n2026-03-02 09:01:00,老王,群消息2,楼道灯坏了\n2026-03-02 09:02:00,小陈,99,<msg><x/></msg>\n2026-03-02 09:03:00,小陈,群消息2,[图片]\n',
    );
    expect(told(chat)).toEqual([
      '#1|2026-03-02T09:01|老王|楼道灯坏了',
      expect.stringMatching(/^#2\|2026-03-02T09:02\|小陈\|$/),
      expect.stringMatching(/^#3\|2026-03-02T09:03\|小陈\|/),
    ]);
    expect(chat.messages[2]).toMatchObject({ text: '', hasPhoto: true });
  });
  it('the newest may come first, and times that are none are counted', () => {
    const chat = first(
      '时间\t发送者\t内容\n2026-03-02 09:02:00\t小陈\t二\n昨天\t老王\t没有时间\n2026-03-02 09:01:00\t老王\t一\n',
    );
    expect(told(chat)).toEqual(['#3|2026-03-02T09:01|老王|一', '#1|2026-03-02T09:02|小陈|二']);
    expect(left(chat)).toEqual({ no_date: 1 });
  });
});

describe('what is no history', () => {
  it.each([
    ['', 'other_text'],
    ['只是一封信\n没有时间', 'other_text'],
    ['a,b,c\n1,2,3', 'other_text'],
    ['<html></html>', 'not_json'],
    ['{"a":', 'not_json'],
    ['{"a":1}', 'other_json'],
    ['[1,2]', 'other_json'],
    ['[]', 'other_json'],
  ])('%j is %s', (text, why) => expect(readHistory(bytes(text), writtenAt)).toEqual({ kind: 'no_export', why }));
});

/** Whether what was read holds together: every message has a time, and an id of its own. */
function holds(file: Uint8Array): boolean {
  const read = readHistory(file, writtenAt);
  if (read.kind === 'no_export') return true;
  return read.chats.every(
    ({ messages }) =>
      new Set(messages.map(({ id }) => id)).size === messages.length &&
      messages.every(({ at }) => !Number.isNaN(at.getTime())),
  );
}

describe('whatever a file holds, it is read or refused, and nothing crashes', () => {
  const pieces = constantFrom(
    ...'" , : ： ( ) [ ] 「 」 > 引用: 撤回了一条消息 老王 [图片] ![图片]( <msg> 1772413260 09:01'.split(' '),
    ...'2026-03-02 09:01:00|2026-13-45 99:99:99|[2026-03-02 09:01]|- - - -|—————  2026-02-30  —————'.split('|'),
    '\n',
    '\r\n',
    '\t',
    '\ufeff',
    '\u0000',
    '\ud800',
    'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n',
    'Time,SenderName,Sender,Content\n',
  );
  it('made of the pieces of such files', () => {
    const files = array(oneof(pieces, string()), { maxLength: 60 });
    expect(() =>
      assert(
        property(files, (parts) => holds(bytes(parts.join('')))),
        { numRuns: 600 },
      ),
    ).not.toThrow();
  });
  it('made of any bytes', () => {
    expect(() => assert(property(uint8Array({ maxLength: 400 }), holds), { numRuns: 300 })).not.toThrow();
  });
  it('made of any JSON', () => {
    const names = constantFrom(
      ...'time sender senderName content type contents msg talker room_name CreateTime messages chats list'.split(' '),
    );
    const values = array(dictionary(names, jsonValue()), { maxLength: 5 });
    const isHeld = (value: unknown): boolean => holds(bytes(JSON.stringify(value)));
    expect(() => assert(property(values, isHeld), { numRuns: 300 })).not.toThrow();
  });
  it('and takes a time that grows with its length', () => {
    const signs = ['"', '「', '> ', ' ', '[', 'a: ', '引用:', '- - -\n'].map((sign) =>
      sign.repeat(60_000 / sign.length),
    );
    const start = performance.now();
    for (const text of signs)
      for (const form of [
        text,
        `[2026-03-02 09:01] 老王: ${text}`,
        `老王 ${text}`,
        `Time,Sender,Content\n1772413260,w,${text}`,
      ])
        expect(holds(bytes(`${form}\n`))).toBe(true);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
