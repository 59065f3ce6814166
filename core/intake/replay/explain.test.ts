import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareMessage } from '../bare-message.ts';
import type { Act, HeardMessage, Understand } from '../understanding.ts';
import { explainDigest } from './explain-digest.ts';
import { explain, type ExplainOptions } from './explain.ts';
import { explainMessage, nearestIds } from './explain-message.ts';

const setting = { buildings: ['3', '5'], groupBuildings: [], locale: 'zh-CN', thresholds: { act: 0.6, ask: 0.3 } };
const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 9, minute));
const say = (
  id: string,
  minute: number,
  senderId: string,
  text: string,
  more: Partial<HeardMessage> = {},
): HeardMessage => bareMessage({ id, at: at(minute), senderId, senderName: senderId, text, ...more });
const chat = [
  say('1', 0, '物业', '各位业主：明天上午九点到十一点3栋停水检修，请提前储水，谢谢配合', { fromStaff: true }),
  say('2', 5, '3-2-501李', '3栋2单元电梯坏了'),
  say('3', 6, '老王', '早'),
  say('4', 7, '小陈', '我也是', { replyToId: '2' }),
  say('5', 8, '3-2-501李', '到现在没人来？'),
  say('6', 9, '物业', '师傅已经修好了', { fromStaff: true, replyToId: '2' }),
  say('7', 10, '小陈', '门口好像有味道'),
];

/** Exactly this is understood, whatever the model of the day would say. */
const understands: Understand = ({ id, text }, { matters }) => {
  const [known] = matters;
  const matterId = known?.id ?? '';
  const matter = {
    kind: 'repair' as const,
    area: 'facilities' as const,
    urgency: 'high' as const,
    place: { building: '3', unit: '2', room: null, spot: '电梯' },
    summary: text,
    sensitive: false,
    confidence: 0.8,
  };
  const acts: Record<string, Act> = {
    2: { kind: 'report', matter },
    4: { kind: 'addition', matterId, part: 'me_too', changes: { urgency: 'high' } },
    5: { kind: 'addition', matterId, part: 'chase', changes: {} },
    6: { kind: 'answer', matterId, settles: true },
    7: {
      kind: 'doubt',
      matter: { ...matter, urgency: 'normal', place: { ...matter.place, building: null, unit: null, spot: null } },
    },
  };
  const act = acts[id];
  const reasons = [
    { what: 'says fault', weight: 1.2 },
    { what: 'r:“没人', weight: 0.5 },
    { what: 'a question mark', weight: -0.4 },
    { what: 'kept apart: small talk', weight: 0 },
  ];
  return { acts: act ? [act] : [], explanation: { by: 'test', ...(id === '3' ? { believed: 0.07 } : {}), reasons } };
};

const digest = (id: string, locale = 'zh-CN'): string[] => {
  const explained = explainMessage(chat, setting, id, understands);
  return explained ? explainDigest(explained, locale, 0) : [];
};

/** A lift is a ticket, everything else nothing. */
const liftsOnly: Understand = (message, context) =>
  understands({ ...message, id: message.text.includes('电梯') ? '2' : '3' }, context);

describe('the explanation of one message', () => {
  it('tells of a ticket: how sure, what spoke for it with its words, what against, where and how urgent', () => {
    expect(digest('2')).toEqual([
      '#2 2026-03-02 09:05 3-2-501李: 3栋2单元电梯坏了',
      '怎么处理:',
      '    立一张工单：报修 · 设施 · 加急 · 3栋2单元 · 电梯',
      '    是一件新事的把握 80%；够 60% 立单，够 30% 先问员工',
      '支持的理由:',
      '    +1.2  说东西坏了或用不了 (坏了)',
      '    +0.5  报事人：“没人”',
      '不支持的理由:',
      '    -0.4  有问号',
      '另外:',
      '    没有并入旧单：只是闲聊',
      '参考了前面的话:',
      '    物业的通知: #1 2026-03-02 09:00 物业 (员工): 各位业主：明天上午九点到十一点3栋停水检修，请提前储水，谢谢配合',
      '地点:',
      '    话里说的是 3栋2单元',
      '    说话人住 3栋2单元501',
      '    取：3栋2单元 · 电梯',
      '紧急程度:',
      '    加急：整栋整层没水没电没电梯、水进了屋，或牵涉老弱病幼',
    ]);
  });

  it('tells of one of which nothing is made, and how little it was believed', () => {
    const lines = digest('3');
    expect(lines.slice(1, 4)).toEqual([
      '怎么处理:',
      '    不处理：不是找物业的事',
      '    是一件新事的把握 7%；够 60% 立单，够 30% 先问员工',
    ]);
    expect(lines.join('\n')).not.toContain('紧急程度');
  });

  it('tells what it is tied to, with the lines around it that counted', () => {
    expect(digest('4').join('\n')).toContain('说自己也是，并入消息 2 的工单（3栋2单元电梯坏了），改动：加急');
    expect(digest('4').join('\n')).toContain('所回复的: #2 2026-03-02 09:05 3-2-501李: 3栋2单元电梯坏了');
    expect(digest('5').join('\n')).toContain('这张工单最近的话: #4');
    expect(digest('6').join('\n')).toContain('员工在答复消息 2 的工单（3栋2单元电梯坏了），说已经办好');
  });

  it('tells of a question to the staff, in English', () => {
    const lines = digest('7', 'en').join('\n');
    expect(lines).toContain('a question to the staff whether it is a matter: repair · facilities');
    expect(lines).toContain('says that something is broken or does not work');
    expect(lines).toContain('normal: no danger is told of');
  });

  it('knows no message that is not there', () => expect(explainMessage(chat, setting, '99', understands)).toBeNull());
});

describe('the ids nearest to one that is not there', () => {
  const ids = ['8', '10', '11', '500', '501', '502', '503', '504'].map((id) => say(id, 0, 'x', ''));
  it.each([
    ['500000', ['500', '501', '502', '503', '504']],
    ['9', ['8', '10', '11', '500', '501']],
    ['50x', ['500', '501', '502', '503', '504']],
    ['', ['8', '10', '11', '500', '501']],
  ])('to %j are %j', (id, nearest) => expect(nearestIds(ids, id)).toEqual(nearest));
});

describe('linli explain', () => {
  let file = '';
  beforeAll(async () => {
    file = join(await mkdtemp(join(tmpdir(), 'linli explain ')), 'garden.csv');
    await writeFile(
      file,
      'Time,SenderName,Sender,TalkerName,Talker,Content\n2026-03-02 09:01:00,老王,w1,桂园,1@chatroom,3栋2单元电梯坏了，停在5楼\n2026-03-02 09:02:00,小陈,w2,桂园,1@chatroom,早上好\n',
    );
  });
  afterAll(() => rm(join(file, '..'), { recursive: true }));
  const run = async (options: Partial<ExplainOptions>, of = file) => {
    const out: string[] = [];
    const err: string[] = [];
    const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
    return { code: await explain(of, { json: false, locale: 'zh-CN', ...options }, io, liftsOnly), out, err };
  };

  it('explains a message of a WeChat history, also one that is nothing', async () => {
    const lift = await run({ message: '1' });
    expect([lift.code, lift.err]).toEqual([0, []]);
    expect(lift.out.join('\n')).toMatch(/立一张工单：报修 · 设施[^]*支持的理由/);
    const hello = await run({ message: '#2' });
    expect(hello.out.join('\n')).toContain('不处理');
  });

  it('prints one JSON object and nothing else', async () => {
    const { code, out } = await run({ message: '1', json: true });
    expect([code, out.length]).toEqual([0, 1]);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      chat: 'garden',
      message: 1,
      acts: [{ kind: 'report', matter: { kind: 'repair' } }],
      place: { said: [{ building: '3', unit: '2', room: null }] },
      thresholds: { act: expect.any(Number) as number },
    });
  });

  it.each([
    ['no message is named', {}, '--message'],
    ['there is no such message', { message: '7' }, '1、2'],
    ['labels are missing', { message: '1', labels: true }, 'garden.labels.json'],
  ])('says in a sentence when %s', async (_, options, expected) => {
    const { code, out, err } = await run(options);
    expect([code, out.length, err.length]).toEqual([2, 0, 1]);
    expect(err[0]).toContain(expected);
  });

  it('says in a sentence when there is no such file', async () => {
    const { code, err } = await run({ message: '1' }, '/nowhere/chat.txt');
    expect([code, err.length]).toEqual([2, 1]);
  });
});
