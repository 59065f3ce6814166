import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../core/testing/fake-clock.ts';
import { createTestDatabase } from '../../../core/testing/test-database.ts';
import type { Books } from '../books.ts';
import { createBooks } from './create-books.ts';
import { wechatFiles } from './file-book.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

describe('the books of WeChat', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  afterAll(() => database.drop());
  const clock = createFakeClock('2026-11-21T09:00:00+08:00');
  const booksOf = (account: string): Books => createBooks({ db, account, clock });
  let books: Books;
  let logins = 0;

  async function login(
    of: Books,
    options: { self?: string; rooms?: string[]; contacts?: string[]; name?: string } = {},
  ) {
    clock.advance(MINUTE);
    logins += 1;
    const self = { id: options.self ?? `@self-${logins}`, name: options.name ?? '邻里助手' };
    const listed = { puppetRoomIds: options.rooms ?? [], puppetContactIds: options.contacts ?? [] };
    await of.begin({ self, ...listed }, clock.now());
  }
  const room = (puppetRoomId: string, topic: string, memberNames: string[], of = books) =>
    of.room({ puppetRoomId, topic, memberNames }, clock.now());
  const person = (puppetId: string, name: string, inRoom: { externalId: string } | null, more = {}, of = books) =>
    of.contact(
      { puppetId, name, alias: '', room: inRoom && { externalId: inRoom.externalId, name }, ...more },
      clock.now(),
    );

  beforeEach(async () => {
    await db.wechatRoom.deleteMany();
    await db.wechatContact.deleteMany();
    await db.wechatMessage.deleteMany();
    await db.conversation.deleteMany();
    books = booksOf('main');
  });

  describe('after a login that changes all ids', () => {
    const topics = ['阳光花园 1 群', '阳光花园 2 群', '物业工作群'];
    const namesOf = (topic: string): string[] =>
      Array.from({ length: 20 }, (_, index) => {
        if (topic === topics[0] && index < 2) return '王芳';
        return `${topics.indexOf(topic) + 1}-1-${100 + index} 住户${index}`;
      });
    /** Everybody speaks once; resolves to who they were: `room/index` to the id in core. */
    async function everybody(prefix: string, change: (key: string, name: string) => string = (_, name) => name) {
      const who = new Map<string, Awaited<ReturnType<typeof person>>>();
      const rooms = new Map<string, string>();
      const seats = [];
      for (const [at, topic] of topics.entries()) {
        const names = namesOf(topic).map((name, index) => change(`${at}/${index}`, name));
        const seat = await room(`@@${prefix}-${at}`, topic, names);
        rooms.set(topic, seat.externalId);
        seats.push({ at, seat, names });
      }
      for (const { at, seat, names } of seats)
        for (const [index, name] of names.entries())
          who.set(`${at}/${index}`, await person(`@${prefix}-${at}-${index}`, name, seat));
      return { who, rooms };
    }

    it('finds 3 groups and 60 people again, save those whom nothing tells apart', async () => {
      await login(books);
      const before = await everybody('a');
      expect(new Set([...before.who.values()].map((one) => one.externalId)).size).toBe(60);
      expect([...before.who.values()].every((one) => one.mayBe.length === 0)).toBe(true);

      await login(books);
      // One has another name now, and one has gone and another has come.
      const after = await everybody('b', (key, name) => {
        if (key === '1/7') return '大风起兮';
        return key === '2/9' ? '新来的小陈' : name;
      });
      expect(after.rooms).toEqual(before.rooms);
      const known = (key: string) => before.who.get(key);
      const idOf = (key: string): string => known(key)?.externalId ?? '';
      const namesakes = [idOf('0/0'), idOf('0/1')].sort((a, b) => (a < b ? -1 : 1));
      for (const key of ['0/0', '0/1']) {
        const now = after.who.get(key);
        expect(namesakes).not.toContain(now?.externalId);
        expect(now?.mayBe.toSorted()).toEqual(namesakes);
      }
      expect(after.who.get('1/7')).toMatchObject({ externalId: '@b-1-7', mayBe: [] });
      expect(after.who.get('2/9')).toMatchObject({ externalId: '@b-2-9', mayBe: [] });
      const others = [...after.who.keys()].filter((key) => !['0/0', '0/1', '1/7', '2/9'].includes(key));
      expect(others).toHaveLength(56);
      expect(others.map((key) => after.who.get(key))).toEqual(others.map(known));
    });

    it('finds all again the third time, and still doubts only the two of one name', async () => {
      await login(books);
      const before = await everybody('a');
      await login(books);
      await everybody('b');
      await login(books);
      const third = await everybody('c');
      expect(third.rooms).toEqual(before.rooms);
      const keys = [...third.who.keys()];
      const doubted = keys.filter((key) => third.who.get(key)?.mayBe.length !== 0);
      expect(doubted).toEqual(['0/0', '0/1']);
      const others = keys.filter((key) => !doubted.includes(key));
      expect(others.map((key) => third.who.get(key))).toEqual(others.map((key) => before.who.get(key)));
    });

    it('says the same after a restart with the same ids', async () => {
      await login(books);
      const before = await everybody('a');
      books = booksOf('main');
      await login(books, { rooms: topics.map((_, at) => `@@a-${at}`) });
      expect(await everybody('a')).toEqual(before);
    });
  });

  it('takes somebody whose flat is the only thing that stayed for doubtful', async () => {
    await login(books);
    const before = await room('@@1', '1 群', ['7-2-502 李', '张三', '李四', '王五']);
    const li = await person('@li', '7-2-502 李', before);
    await login(books);
    const after = await room('@@2', '1 群', ['7栋2单元502 李太', '张三', '李四', '王五']);
    const now = await person('@li2', '7栋2单元502 李太', after);
    expect(now).toMatchObject({ externalId: '@li2', mayBe: [li.externalId] });
  });

  it('asks about somebody who writes directly first, until it is a day old', async () => {
    await login(books);
    const group = await room('@@1', '1 群', ['陈晨', '张三', '李四']);
    const chen = await person('@chen', '陈晨', group);
    await login(books);
    const direct = await person('@chen2', '陈晨', null);
    expect(direct).toMatchObject({ externalId: '@chen2', mayBe: [chen.externalId] });
    expect((await person('@chen2', '陈晨', null)).mayBe).toEqual([chen.externalId]);
    clock.advance(DAY);
    expect((await person('@chen2', '陈晨', null)).mayBe).toEqual([]);
  });

  it('knows somebody by our own remark', async () => {
    await login(books);
    const li = await person('@li', 'Lily', null, { alias: '7-2-502 李' });
    await login(books);
    expect(await person('@li2', 'Lily', null, { alias: '7-2-502 李' })).toEqual(li);
    expect(li.name).toBe('7-2-502 李');
  });

  it('does not take a new member for a namesake who is still there', async () => {
    await login(books);
    const group = await room('@@1', '1 群', ['王芳', '张三', '李四']);
    const one = await person('@1', '王芳', group);
    await room('@@1', '1 群', ['王芳', '张三', '李四', '王芳']);
    const other = await person('@2', '王芳', group);
    expect(other).toMatchObject({ externalId: '@2', mayBe: [] });
    expect(one.externalId).toBe('@1');
  });

  it('has ids that last for ever in common with our other accounts', async () => {
    const other = booksOf('other');
    await login(books, { self: 'wxid_main' });
    await login(other, { self: 'wxid_other' });
    const group = await room('34@chatroom', '1 群', ['张三']);
    expect(group).toEqual({ externalId: '34@chatroom', held: true });
    expect(await room('34@chatroom', '一群', ['张三'], other)).toEqual({ externalId: '34@chatroom', held: false });
    const san = await person('wxid_san', '张三', group);
    expect(await person('wxid_san', '三儿', group, {}, other)).toMatchObject({ externalId: san.externalId, mayBe: [] });
    // Another id that lasts for ever is another group and another person, whatever they are called.
    expect((await room('35@chatroom', '1 群', ['张三'])).externalId).toBe('35@chatroom');
    expect(await person('wxid_san2', '张三', group)).toMatchObject({ externalId: 'wxid_san2', mayBe: [] });
  });

  it('finds a group and its people that another account knows under ids of its own session', async () => {
    const other = booksOf('other');
    await login(books);
    await login(other);
    const names = ['7-2-502 李', '张三', '李四', '王五'];
    const group = await room('@@main', '1 群', names);
    const li = await person('@li-main', '7-2-502 李', group);
    const seen = await room('@@other', '1 群', names, other);
    expect(seen).toEqual({ externalId: group.externalId, held: false });
    expect(await person('@li-other', '7-2-502 李', seen, {}, other)).toEqual(li);
  });

  it('makes one group of what two accounts see for the first time at once', async () => {
    const all = ['main', 'other', 'third'].map(booksOf);
    for (const one of all) await login(one);
    const seen = await Promise.all(all.map((one) => room('34@chatroom', '1 群', ['张三'], one)));
    expect(new Set(seen.map((one) => one.externalId))).toEqual(new Set(['34@chatroom']));
    expect(seen.filter((one) => one.held)).toHaveLength(1);
    const people = await Promise.all(
      [...all, ...all].map((one) => person('wxid_san', '张三', { externalId: '34@chatroom' }, {}, one)),
    );
    expect(new Set(people.map((one) => one.externalId)).size).toBe(1);
  });

  it('gives an id of one session that was once another user’s an end of its own', async () => {
    const other = booksOf('other');
    await login(books);
    await login(other);
    expect((await person('@1', '张三', null)).externalId).toBe('@1');
    expect((await person('@1', '李四', null, {}, other)).externalId).toBe('@1#2');
  });

  describe('of our own accounts', () => {
    it('knows the words of each as ours, in every session', async () => {
      const other = booksOf('other');
      await login(books, { self: '@me', name: '邻里一号' });
      await login(other, { self: '@you', name: '邻里二号' });
      const names = ['邻里一号', '邻里二号', '张三', '李四'];
      const group = await room('@@main', '1 群', names);
      await room('@@other', '1 群', names, other);
      expect((await person('@me', '邻里一号', group)).ours).toBe(true);
      // It has never said a word in the group.
      const second = await person('@two-in-main', '邻里二号', group);
      expect(second).toMatchObject({ ours: true, mayBe: [] });
      expect((await person('@san', '张三', group)).ours).toBe(false);

      await login(other, { self: '@you-again', name: '邻里二号' });
      await room('@@other-again', '1 群', names, other);
      expect(await person('@you-again', '邻里二号', group, {}, other)).toEqual(second);
    });

    it('forgets that a phone was ours which somebody scanned the code with by mistake', async () => {
      await login(books, { self: 'wxid_boss', name: '王经理' });
      expect((await person('wxid_boss', '王经理', null)).ours).toBe(true);
      await login(books, { self: 'wxid_desk' });
      expect((await person('wxid_boss', '王经理', null)).ours).toBe(false);
      expect((await person('wxid_desk', '邻里助手', null)).ours).toBe(true);
    });
  });

  describe('of where to write', () => {
    it('know the id of the session that runs, and how we stand to a group otherwise', async () => {
      await login(books);
      const group = await room('@@1', '1 群', ['张三', '李四', '王五']);
      await person('@san', '张三', group);
      expect(await books.puppetRoomOf('@@1')).toBe('@@1');
      expect(await books.puppetContactOf('@san')).toBe('@san');
      expect(await books.standing('@@nowhere')).toEqual({ kind: 'never' });

      await login(books);
      expect(await books.standing('@@1')).toEqual({ kind: 'not_seen' });
      expect(await books.puppetRoomOf('@@1')).toBeNull();
      expect(await books.puppetContactOf('@san')).toBeNull();
      await room('@@2', '1 群', ['张三', '李四', '王五']);
      await person('@san2', '张三', group);
      expect(await books.puppetRoomOf('@@1')).toBe('@@2');
      expect(await books.puppetContactOf('@san')).toBe('@san2');

      await books.leftRoom('@@1', clock.now());
      expect(await books.standing('@@1')).toEqual({ kind: 'left' });
      await room('@@2', '1 群', ['张三', '李四', '王五']);
      expect(await books.standing('@@1')).toEqual({ kind: 'in', puppetRoomId: '@@2' });
    });

    it('keep ids that last for ever over a login, and those that the session lists', async () => {
      await login(books);
      await room('34@chatroom', '1 群', ['张三']);
      await room('@@listed', '2 群', ['张三']);
      await person('wxid_san', '张三', null);
      await login(books, { rooms: ['@@listed'] });
      expect(await books.puppetRoomOf('34@chatroom')).toBe('34@chatroom');
      expect(await books.puppetRoomOf('@@listed')).toBe('@@listed');
      expect(await books.puppetContactOf('wxid_san')).toBe('wxid_san');
    });
  });

  describe('of what was said', () => {
    const say = (externalId: string, senderName: string, text: string, minutesAgo = 0, ours = false) => {
      const at = new Date(clock.now().getTime() - minutesAgo * MINUTE);
      return books.remember('r', { externalId, senderName, text, ours, at });
    };

    it('gives back what was put in, once, latest first', async () => {
      await say('1', '张三', '一', 2);
      await say('2', '邻里助手', '二', 1, true);
      await say('1', '张三', '别的');
      expect((await books.latest('r', 5)).map(({ text }) => text)).toEqual(['二', '一']);
      expect(await books.latest('r', 1)).toHaveLength(1);
      expect(await books.message('r', '2')).toMatchObject({ senderName: '邻里助手', ours: true });
      expect(await books.message('elsewhere', '2')).toBeNull();
      await books.forget('r', '1');
      expect(await books.message('r', '1')).toBeNull();
    });

    it('keeps no words of a group that nobody has linked', async () => {
      const { id: communityId } = await db.community.create({
        data: { name: '桂园', locale: 'zh-CN', timeZone: 'UTC' },
      });
      const where = { channel: 'wechat', account: 'desk', externalId: 'r' };
      const { id } = await db.conversation.create({ data: { ...where, kind: 'group' }, select: { id: true } });
      await say('1', '张三', '说给邻居听的');
      expect(await books.latest('r', 5)).toEqual([]);
      await db.conversation.update({ where: { id }, data: { communityId } });
      await say('2', '张三', '电梯坏了');
      expect((await books.latest('r', 5)).map(({ text }) => text)).toEqual(['电梯坏了']);
    });

    it('finds what a quote means', async () => {
      await say('1', '张三', '3栋电梯又坏了，里面有人', 9);
      await say('2', '李四', '收到', 8);
      await say('3', '张三', '收到', 7);
      await say('4', '张三', '收到', 6);
      const quoted = async (text: string, name: string | null = null, id: string | null = null) =>
        (await books.quoted('r', { id, name, text }))?.externalId ?? null;
      expect(await quoted('随便什么', null, '2')).toBe('2');
      expect(await quoted('3栋电梯又坏了，里面有人', '张三', 'unknown')).toBe('1');
      expect(await quoted('3栋电梯又坏了…', '张三')).toBe('1');
      // The name is a remark that only the one who quotes has given.
      expect(await quoted('3栋电梯又坏了，里面有人', '三儿')).toBe('1');
      expect(await quoted('收到', '李四')).toBe('2');
      expect(await quoted('收到', '张三')).toBe('4');
      expect(await quoted('收到')).toBeNull();
      expect(await quoted('没人说过这句话')).toBeNull();
      expect(await quoted('')).toBeNull();
    });

    it('looks no farther back than two weeks and 1,000 messages', async () => {
      const quote = { id: null, name: null, text: '水管爆了快来人啊' };
      await say('old', '张三', quote.text, 15 * 24 * 60);
      expect(await books.quoted('r', quote)).toBeNull();
      await say('first', '张三', quote.text, 60);
      const others = Array.from({ length: 999 }, (_, index) => `${index}`);
      await Promise.all(others.map((id) => say(id, '李四', `第${id}句`, 1)));
      expect((await books.quoted('r', quote))?.externalId).toBe('first');
      await say('last', '李四', '又一句');
      expect(await books.quoted('r', quote)).toBeNull();
    });
  });

  it('hands out a file that was kept, in any process, and none that never came', async () => {
    const files = wechatFiles(db);
    const ref = await books.openFile({ mimeType: 'image/jpeg', fileName: '水管.jpg' });
    await expect(files.fetchFile(ref)).rejects.toMatchObject({ name: 'WechatFileMissing' });
    await books.keepFile(ref, new Uint8Array([1, 2, 3]));
    expect([...(await files.fetchFile(ref))]).toEqual([1, 2, 3]);
    await expect(files.fetchFile('no-such-file')).rejects.toMatchObject({ name: 'WechatFileMissing' });
  });

  it('forgets after a time what nobody asks for any more, and no group and nobody', async () => {
    await login(books);
    const group = await room('@@1', '1 群', ['张三', '李四', '王五']);
    await person('@1', '张三', group);
    await books.remember('r', { externalId: '1', senderName: '张三', text: '一', ours: false, at: clock.now() });
    const [lost, kept] = [
      await books.openFile({ mimeType: null, fileName: null }),
      await books.openFile({ mimeType: null, fileName: null }),
    ];
    await books.keepFile(kept, new Uint8Array([1]));
    const unlinked = await books.openFile({ mimeType: null, fileName: null });
    await books.keepFile(unlinked, new Uint8Array([2]));
    const conversation = { channel: 'wechat', account: 'desk', externalId: 'r', kind: 'group' as const };
    await db.conversation.create({
      data: {
        ...conversation,
        messages: {
          create: {
            externalId: '1',
            sentAt: clock.now(),
            text: '',
            attachments: { create: { kind: 'photo', channelRef: kept } },
          },
        },
      },
    });
    await login(books);
    await room('@@2', '1 群', ['张三', '李四', '王五']);
    await person('@2', '张三', group);

    clock.advance(29 * DAY);
    await books.prune(clock.now());
    expect(await books.latest('r', 5)).toHaveLength(1);
    expect(await db.wechatSeat.count({ where: { roomId: '@@1' } })).toBe(2);
    clock.advance(32 * DAY);
    await books.prune(clock.now());
    expect(await books.latest('r', 5)).toHaveLength(0);
    expect(
      (await db.wechatFile.findMany({ where: { id: { in: [lost, kept, unlinked] } } })).map(({ id }) => id),
    ).toEqual([kept]);
    expect(await books.puppetRoomOf('@@1')).toBe('@@2');
    expect(await db.wechatSeat.count({ where: { roomId: '@@1' } })).toBe(1);
    expect(await books.puppetContactOf('@1')).toBe('@2');
  });
});
