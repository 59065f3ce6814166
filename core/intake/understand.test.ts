import { describe, expect, it } from 'vitest';
import { bareMessage } from './bare-message.ts';
import { UNCALIBRATED } from './model/calibrate.ts';
import { NO_UNITS } from './model/units.ts';
import { GroupMemory } from './memory.ts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { knownMatter } from './testing/known-matter.ts';
import { THRESHOLDS, understand, understandBy } from './understand.ts';
import type { Act, GroupSetting, HeardMatter } from './understanding.ts';

const setting: GroupSetting = { buildings: ['1', '2', '3', '4', '5'], groupBuildings: [], locale: 'zh-CN' };

const light: HeardMatter = {
  kind: 'repair',
  area: 'facilities',
  urgency: 'normal',
  place: { building: null, unit: null, room: null, spot: '灯' },
  summary: '灯不亮',
  sensitive: false,
  confidence: 1,
};

interface Line {
  by: string;
  at: string;
  says: string;
  staff?: boolean;
  photo?: boolean;
  to?: number;
}

/** A conversation at a readable pace: times are `hh:mm` of one day; `to` is the number of the line replied to. */
function talk(lines: readonly Line[]): { memory: GroupMemory; acts: Act[][] } {
  const memory = new GroupMemory(setting);
  const acts = lines.map((line, at) => {
    const message = bareMessage({
      id: String(at + 1),
      at: new Date(`2026-03-02T${line.at}:00Z`),
      senderId: line.by,
      senderName: line.by,
      fromStaff: line.staff ?? false,
      text: line.says,
      replyToId: line.to === undefined ? null : String(line.to),
      hasPhoto: line.photo ?? false,
    });
    const understood = understand(message, memory.context(message.at));
    memory.hear(message, understood);
    return understood.acts;
  });
  return { memory, acts };
}

const kinds = (acts: Act[][]): string[] => acts.map((of) => of.map((act) => act.kind).join('+'));

describe('a single message', () => {
  it.each([
    ['3栋2单元电梯又停了', 'repair', 'facilities', '3/2/'],
    ['4栋楼下垃圾桶满了三天没人收 臭死了', 'complaint', 'environment', '4//'],
    ['請問停車場月租車位仲有冇', 'inquiry', 'parking', '//'],
    ['the lift in Building 2 is stuck again', 'repair', 'facilities', '2//'],
    ['消防通道被堵了', 'complaint', 'security', '//'],
    ['通道被堵了', 'complaint', 'security', '//'],
    ['建议在南门加个快递柜', 'suggestion', 'service', '//'],
  ])('%s is a matter: %s, %s', (says, kind, area, place) => {
    const [[act] = []] = talk([{ by: 'a', at: '09:00', says }]).acts;
    if (act?.kind !== 'report') throw new Error('not taken for a matter');
    const { building, unit, room } = act.matter.place;
    expect([act.matter.kind, act.matter.area, [building ?? '', unit ?? '', room ?? ''].join('/')]).toEqual([
      kind,
      area,
      place,
    ]);
  });

  it.each([
    '早上好',
    '谁家有多余的车位出租',
    '我公司电梯坏了 爬了二十楼',
    '哈哈哈哈',
    'good morning all',
    '谢谢师傅',
    '',
  ])('"%s" is nothing for the office', (says) => expect(talk([{ by: 'a', at: '09:00', says }]).acts).toEqual([[]]));

  it('says why, without repeating what was said', () => {
    const says = '3栋2单元电梯又停了 请打13800003316';
    const message = bareMessage({ id: '1', at: new Date(0), senderId: 'a', senderName: 'a', text: says });
    const context = { setting, recent: [], matters: [] };
    const understood = understand(message, context);
    expect(understood.explanation.reasons.length).toBeGreaterThan(0);
    expect(JSON.stringify(understood)).not.toContain('13800003316');
    expect(understand(message, context)).toEqual(understood);
  });
});

describe('one matter, many messages', () => {
  it('a photo right after, a neighbour who says "me too", and a chase join the ticket', () => {
    const { memory, acts } = talk([
      { by: 'a', at: '09:00', says: '3栋2单元电梯又停了' },
      { by: 'a', at: '09:01', says: '', photo: true },
      { by: 'b', at: '09:05', says: '我家也是 上不去', to: 1 },
      { by: 'a', at: '13:00', says: '电梯到底修好了吗', to: 1 },
    ]);
    expect(kinds(acts)).toEqual(['report', 'addition', 'addition', 'addition']);
    expect(memory.toTickets()).toMatchObject([{ told: ['1', '2', '3', '4'], reporterIds: ['a', 'b'] }]);
  });

  it('a correction changes the place', () => {
    const { memory } = talk([
      { by: 'a', at: '09:00', says: '3栋电梯又停了' },
      { by: 'a', at: '09:01', says: '打错了 是5栋' },
    ]);
    expect(memory.toTickets()).toMatchObject([{ place: { building: '5' } }]);
  });

  it('the staff answer and mend; the same lift failing again is another ticket', () => {
    const { memory, acts } = talk([
      { by: 'a', at: '09:00', says: '3栋2单元电梯又停了' },
      { by: 's', at: '09:10', says: '收到 马上安排', staff: true, to: 1 },
      { by: 's', at: '11:00', says: '电梯修好了 恢复运行', staff: true, to: 1 },
      { by: 'c', at: '19:30', says: '3栋2单元电梯又坏了 卡在8楼不动' },
    ]);
    expect(acts[1]).toMatchObject([{ kind: 'answer', settles: false }]);
    expect(acts[2]).toMatchObject([{ kind: 'answer', settles: true }]);
    expect(memory.toTickets()).toMatchObject([{ answeredBy: '2', settledBy: '3' }, { told: ['4'] }]);
  });

  it.each(['没修好，缺件', '电梯没修好', '电梯快修好了', '电梯能不能修好', 'the lift is not fixed'])(
    'staff who say “%s” settle nothing',
    (says) => {
      const { memory, acts } = talk([
        { by: 'a', at: '09:00', says: '3栋2单元电梯又停了' },
        { by: 's', at: '11:00', says, staff: true, to: 1 },
      ]);
      expect(acts[1]).toMatchObject([{ kind: 'answer', settles: false }]);
      expect(memory.toTickets()).toMatchObject([{ settledBy: null }]);
    },
  );

  it('two matters in one message open two tickets', () => {
    const { acts } = talk([
      { by: 'a', at: '09:00', says: '4栋门口那堆装修垃圾四天没人拉。另外请问装修出入证去哪里办' },
    ]);
    expect(kinds(acts)).toEqual(['report+report']);
  });

  it('a reply of the staff answers what it replies to, however many matters are newer', () => {
    const memory = new GroupMemory(setting);
    const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 9, minute));
    const flats = Array.from({ length: 20 }, (_, floor) => floor + 1);
    for (const floor of flats) {
      const message = bareMessage({
        id: `f${floor}`,
        at: at(floor),
        senderId: `s${floor}`,
        text: `${floor}楼的灯不亮`,
      });
      const act: Act = { kind: 'report', matter: { ...light, summary: message.text } };
      memory.hear(message, { acts: [act], explanation: { by: 'test', reasons: [] } });
    }
    const reply = bareMessage({ id: 'r', at: at(30), senderId: 'gong', text: '晚上八点去看' });
    const { acts } = understand({ ...reply, fromStaff: true, replyToId: 'f1' }, memory.context(reply.at));
    expect(acts).toEqual([{ kind: 'answer', matterId: '1', settles: false }]);
  });

  it('an announcement answers nobody', () => {
    const { acts } = talk([
      { by: 'a', at: '09:00', says: '3栋2单元电梯又停了' },
      { by: 's', at: '09:05', says: '【停水通知】明天9:00-16:00停水，请各位业主储水', staff: true },
    ]);
    expect(acts[1]).toEqual([]);
  });
});

it('forgets no ticket that is older than a week', () => {
  const memory = new GroupMemory(setting);
  const at = new Date('2026-03-02T09:00:00Z');
  const message = bareMessage({ id: '1', at, senderId: 'a', senderName: 'a', text: '3栋2单元电梯又停了' });
  memory.hear(message, understand(message, memory.context(message.at)));
  expect(memory.context(new Date('2026-03-09T09:00:00Z')).matters).toHaveLength(1);
  expect(memory.context(new Date('2026-03-09T09:00:01Z')).matters).toHaveLength(0);
  expect(memory.toTickets()).toHaveLength(1);
});

describe('words of danger that the model hardly believes', () => {
  /** Gives danger one chance in twenty, and believes nothing to be for the office. */
  const doubting = understandBy({
    choice: { matter: { base: -5 } },
    units: NO_UNITS,
    calibration: UNCALIBRATED,
    kind: {},
    area: {},
    urgency: { emergency: { base: -3 }, high: {} },
  });

  it.each([
    ['said to nobody', '大堂那边着火了 烟都冒到二楼了 快叫人来'],
    ['with a word that it is over', '有人困在电梯里 楼道终于亮堂了 大家都在'],
  ])('are shown to the staff as danger: %s', (_, says) => {
    const at = new Date('2026-03-02T09:00:00Z');
    const message = bareMessage({ id: '1', at, senderId: 'b', senderName: 'b', text: says });
    const matter: unknown = expect.objectContaining({ urgency: 'emergency' });
    expect(doubting(message, new GroupMemory(setting).context(at)).acts).toEqual([{ kind: 'doubt', matter }]);
  });
});

it('tells no one belief of a message that does two things', () => {
  const at = new Date('2026-03-02T09:00:00Z');
  const text = '3栋电梯停了，另外我家厨房下水道堵了';
  const { acts, explanation } = understand(
    bareMessage({ id: '1', at, senderId: 'b', text }),
    new GroupMemory(setting).context(at),
  );
  expect(acts.map(({ kind }) => kind)).toEqual(['report', 'report']);
  expect(explanation).not.toHaveProperty('believed');
});

describe('how much is believed', () => {
  const kitchen = knownMatter({ summary: '厨房龙头滴水', reporterIds: ['a'] });
  /** `matter` and `link`: what speaks for a new matter and for the known one, whatever is said; nothing at all scores 0. */
  const acts = (matter: number, link: number): string[] => {
    const understands = understandBy({
      choice: { matter: { base: matter }, link: { base: link } },
      units: NO_UNITS,
      calibration: UNCALIBRATED,
      kind: {},
      area: {},
      urgency: { emergency: { base: -9 }, high: {} },
    });
    const at = new Date(kitchen.lastMessageAt.getTime() + 60_000);
    const message = bareMessage({ id: '1', at, senderId: 'b', senderName: 'b', text: '厨房龙头那样子嘛' });
    return understands(message, { setting, recent: [], matters: [kitchen] }).acts.map(({ kind }) => kind);
  };

  it.each([
    ['two of three times right opens a matter', 0.7, -9, ['report']],
    ['less likely is asked about', 0.05, -9, ['doubt']],
    ['hardly likely is left alone', -0.7, -9, []],
    ['what belongs to a known matter likelier than not is put on it', -9, 0.05, ['addition']],
    ['what may belong to a known matter, and is no new one, is no question to anybody', -9, -0.05, []],
    [
      'what is for the office, and likelier a new matter than anything else, but not likely, is asked about',
      0.2,
      0,
      ['doubt'],
    ],
  ])('%s', (_, matter, link, expected) => expect(acts(matter, link)).toEqual(expected));

  it('is cut where the policy of a new community cuts it', () =>
    expect(THRESHOLDS).toEqual({ act: defaultPolicy.understanding.actFrom, ask: defaultPolicy.understanding.askFrom }));
});
