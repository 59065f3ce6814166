import { describe, expect, it } from 'vitest';
import { analyse } from './analysis.ts';
import { apartInDanger, isBeside, isCourtesy, seemsApart } from './apart.ts';
import { bareMessage } from './bare-message.ts';
import { hear } from './features.ts';
import { knownMatter } from './testing/known-matter.ts';
import type { HeardMessage, KnownMatter } from './understanding.ts';

const OPENED = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
const setting = { buildings: ['1', '2', '3'], groupBuildings: [], locale: 'zh-CN' };

interface Row extends Partial<Pick<HeardMessage, 'senderId' | 'replyToId' | 'hasPhoto'>> {
  text: string;
  /** Of the matter that is known. */
  known?: string;
  minute?: number;
  matter?: Partial<KnownMatter>;
}

function heard(row: Row) {
  const { text, known = '3栋电梯停了', minute = 2, matter = {} } = row;
  const { senderId = 'chen', replyToId = null, hasPhoto = false } = row;
  const at = new Date(OPENED + minute * MINUTE);
  const message = bareMessage({ id: '9', at, text, senderId, replyToId, hasPhoto });
  const about = [analyse(known)];
  const of = knownMatter({ summary: known, ...matter });
  return [hear(message, { setting, recent: [], matters: [] }), of, about] as const;
}

describe('thanks and "received" belong to nothing', () => {
  it.each(['收到', '谢谢师傅', '好的 辛苦了', 'thank you so much!', 'ok 👍'])('%s', (text) =>
    expect(isCourtesy(heard({ text })[0])).toBe(true),
  );

  it.each([
    { told: 'a question', text: '谢谢 几点来' },
    { told: 'the word that it is over', text: '好了 谢谢' },
    { told: 'a picture', text: '谢谢', hasPhoto: true },
    { told: 'no words', text: '' },
  ])('$told is more than that', (row) => expect(isCourtesy(heard(row)[0])).toBe(false));
});

describe('a message that hardly belongs to a known matter', () => {
  it.each<Row & { told: string; why: string }>([
    { told: 'small talk of a neighbour', text: '晚上去跳广场舞吗', why: 'small talk' },
    { told: 'small talk of its reporter', text: '晚上去跳广场舞吗', senderId: 'li', why: 'small talk' },
    {
      told: 'words of a neighbour about nothing in it',
      text: '好冷啊',
      why: 'of another writer, and names nothing of it',
    },
    { told: 'praise for somebody', text: '表扬一下保安小李 特别负责任', why: 'praises somebody' },
    { told: 'another thing out of order', text: '垃圾桶满了没人收', why: 'names other things' },
  ])('$told: $why', (row) => expect(seemsApart(...heard(row))).toBe(row.why));

  it.each<Row & { told: string }>([
    { told: 'a reply, whatever it says', text: '晚上去跳广场舞吗', replyToId: '1' },
    { told: 'the same thing', text: '电梯又不动了' },
    { told: 'what one cause puts out of order together', text: '灯也不亮' },
    { told: 'me too', text: '我家也是' },
    { told: 'a photo', text: '', hasPhoto: true },
    { told: 'praise under praise', text: '表扬一下保安小李 特别负责任', known: '表扬前台', matter: { kind: 'praise' } },
    { told: 'a few words of its reporter', text: '好冷啊', senderId: 'li' },
  ])('may be $told', (row) => expect(seemsApart(...heard(row))).toBeNull());
});

describe('danger', () => {
  const emergency = { urgency: 'emergency' } as const;

  it.each<Row & { told: string }>([
    { told: 'beside another thing', text: '着火了', known: '车位被占了' },
    { told: 'beside a thing that it befalls, after half an hour', text: '着火了', known: '路灯不亮', minute: 31 },
    { told: 'of somebody else, beside what it might befall', text: 'kitchen fire', known: '4栋楼道灯不亮' },
    { told: 'of somebody else, in another house', text: '2栋电梯关住人了', known: '3栋电梯停了' },
    { told: 'beside what was mended', text: '电梯里关住人了', matter: { settledAt: new Date(OPENED) } },
    { told: 'of its reporter, with a place', text: '2栋着火了', known: '车位被占了', senderId: 'li' },
    { told: 'of people, by who told of a lamp', text: '有人打架 动手了', known: '楼道灯不亮', senderId: 'li' },
  ])('opens a matter of its own $told', (row) => expect(apartInDanger(...heard(row))).toBe('a danger of its own'));

  it.each<Row & { told: string }>([
    { told: 'the thing that it befalls', text: '有人卡在里面了' },
    { told: 'the same, at the last minute', text: '有人卡在里面了', minute: 30 },
    { told: 'what its reporter is still telling', text: '着火了', known: '车位被占了', senderId: 'li', minute: 10 },
    {
      told: 'a quarrel of which its reporter is still telling',
      text: '打人了',
      known: '又在外面骂',
      senderId: 'li',
      matter: { kind: 'complaint' },
    },
    { told: 'the danger that is known', text: '闻到煤气味', known: '楼道有煤气味', matter: emergency, minute: 90 },
    { told: 'an emergency without words of danger', text: '着火了', known: '快来人', matter: emergency },
  ])('may belong to $told', (row) => expect(apartInDanger(...heard(row))).toBeNull());

  it('is told from another danger', () => {
    const row: Row = { text: '有人卡在电梯里', known: '楼道有煤气味', matter: emergency };
    expect(apartInDanger(...heard(row))).toBe('another danger');
  });

  it('that nobody tells of keeps nothing apart', () => {
    expect(apartInDanger(...heard({ text: '晚上去跳广场舞吗' }))).toBeNull();
  });
});

describe('what somebody said before they told of a matter', () => {
  const beside = (text: string): boolean => isBeside(heard({ text })[0].message, setting);

  it.each(['谢谢物业', '物业在吗', '物业在吗', '早上好呀大家', '今天好冷啊', '晚上吃火锅吗 哈哈', '周末去爬山'])(
    '%s is no part of it',
    (text) => expect(beside(text)).toBe(true),
  );

  it.each(['我一楼', '3栋2单元501', '又来了', '哈哈 电梯又坏了', '厨房下水道', '天气这么热还不开', '捡到一个'])(
    '%s may be',
    (text) => expect(beside(text)).toBe(false),
  );
});
