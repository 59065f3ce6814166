import { pino } from 'pino';
import { types } from 'wechaty-puppet';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../core/testing/fake-clock.ts';
import { createTestDatabase } from '../../../core/testing/test-database.ts';
import type { Happening } from '../happening.ts';
import { createBacklog } from './backlog.ts';
import { createBooks } from './create-books.ts';
import { createRoomShare } from './room-share.ts';

const ROOM = '34@chatroom';

describe('a group with several accounts of ours', async () => {
  const database = await createTestDatabase({ poolSize: 8 });
  const { db } = database;
  afterAll(() => database.drop());
  const clock = createFakeClock('2026-11-21T09:00:00+08:00');
  const rung: string[] = [];
  const bells = { lane: async (id: string) => void rung.push(id), deadlines: () => Promise.resolve(true) };
  const log = pino({ enabled: false });

  function accountOf(account: string) {
    const books = createBooks({ db, account, clock });
    const backlog = createBacklog();
    const share = createRoomShare({ db, account, clock, bells, log, books, backlog });
    const where = { channel_account: { channel: 'wechat', account } };
    return {
      account,
      books,
      backlog,
      share,
      async logIn() {
        await books.begin(
          { self: { id: `wxid_${account}`, name: account }, puppetRoomIds: [], puppetContactIds: [] },
          clock.now(),
        );
        await this.sit();
        await db.channelAccount.upsert({ where, create: { channel: 'wechat', account }, update: {} });
        await this.stands('online');
      },
      sit: () => books.room({ puppetRoomId: ROOM, topic: '1 群', memberNames: ['张三'] }, clock.now()),
      stands: (state: 'online' | 'login_needed') =>
        db.channelAccount.update({ where, data: { state, stateAt: clock.now(), aliveAt: clock.now() } }),
      hears: () => db.channelAccount.update({ where, data: { aliveAt: clock.now() } }),
      look: () => share.look(clock.now()),
    };
  }
  type Account = ReturnType<typeof accountOf>;
  let first: Account;
  let second: Account;
  let third: Account;
  let conversationId: string;

  beforeEach(async () => {
    await db.conversation.deleteMany();
    await db.wechatRoom.deleteMany();
    await db.wechatContact.deleteMany();
    await db.wechatMessage.deleteMany();
    await db.channelAccount.deleteMany();
    rung.length = 0;
    [first, second, third] = [accountOf('first'), accountOf('second'), accountOf('third')];
    for (const one of [first, second, third]) await one.logIn();
    const group = { channel: 'wechat', account: 'first', externalId: ROOM, kind: 'group' as const };
    const community = await db.community.create({ data: { name: '桂园', locale: 'zh-CN', timeZone: 'Asia/Shanghai' } });
    conversationId = (await db.conversation.create({ data: { ...group, communityId: community.id } })).id;
  });

  const pass = async (seconds: number, ...hearing: Account[]) => {
    clock.advance(seconds * 1_000);
    for (const one of hearing) await one.hears();
  };
  const holders = async () => {
    const all = [first, second, third];
    const mine = await Promise.all(all.map((one) => one.share.mine(ROOM)));
    return all.filter((_, index) => mine[index]).map((one) => one.account);
  };

  it('is of the first that saw it, as long as that one hears', async () => {
    expect(await holders()).toEqual(['first']);
    await pass(300, first, second, third);
    expect(await second.look()).toEqual([]);
    expect(await first.look()).toEqual([]);
    expect(await holders()).toEqual(['first']);
  });

  it.each([
    { told: 'dies', fail: () => pass(61, second, third) },
    { told: 'is logged out', fail: async () => (await first.stands('login_needed'), pass(21, second, third)) },
    { told: 'is put out of the group', fail: () => first.books.leftRoom(ROOM, clock.now()) },
  ])('goes to another when its holder $told, with what waits to be said there', async ({ fail }) => {
    await db.conversation.update({
      where: { id: conversationId },
      data: { pausedUntil: new Date(clock.now().getTime() + 3_600_000), state: 'left', stateReason: 'removed' },
    });
    await fail();
    const [taken] = await second.look();
    expect(taken).toMatchObject({ externalId: ROOM, from: 'first', conversation: { id: conversationId }, heard: [] });
    expect(await holders()).toEqual(['second']);
    expect((await second.sit()).held).toBe(true);
    expect(await db.conversation.findUniqueOrThrow({ where: { id: conversationId } })).toMatchObject({
      account: 'second',
      externalId: ROOM,
      state: 'active',
      pausedUntil: null,
    });
    expect(rung).toEqual([conversationId]);
    expect(
      await db.auditEntry.count({ where: { action: 'hand_over_group', subject: { contains: conversationId } } }),
    ).toBe(1);
  });

  it('stays with the one that took it when the other comes back', async () => {
    await pass(61, second, third);
    await second.look();
    await first.logIn();
    expect(await first.look()).toEqual([]);
    expect((await first.sit()).held).toBe(false);
    expect(await holders()).toEqual(['second']);
    await pass(61, first, third);
    expect(await first.look()).toHaveLength(1);
    expect(await holders()).toEqual(['first']);
    expect((await db.conversation.findUniqueOrThrow({ where: { id: conversationId } })).account).toBe('first');
  });

  it('goes to one of two that try at once', async () => {
    await pass(61, second, third);
    const taken = await Promise.all([second.look(), third.look(), second.look(), third.look()]);
    expect(taken.flat()).toHaveLength(1);
    expect(await holders()).toHaveLength(1);
    expect(await db.conversation.count()).toBe(1);
  });

  it('goes to nobody who does not sit in it now', async () => {
    await second.books.leftRoom(ROOM, clock.now());
    await pass(61, second);
    expect(await second.look()).toEqual([]);
    expect(await holders()).toEqual(['first']);
  });

  it('joins what the new holder has heard there by itself to what the desk knows', async () => {
    const own = await db.conversation.create({
      data: { channel: 'wechat', account: 'second', externalId: ROOM, kind: 'group' },
    });
    for (const id of [conversationId, own.id]) {
      await db.message.create({ data: { conversationId: id, externalId: 'm1', text: '一', sentAt: clock.now() } });
      await db.inboundEvent.create({ data: { conversationId: id, key: 'm:m1', type: 'message', payload: {} } });
    }
    await db.inboundEvent.create({ data: { conversationId: own.id, key: 'm:m2', type: 'message', payload: {} } });
    await pass(61, second);
    expect(await second.look()).toMatchObject([{ conversation: { id: conversationId } }]);
    expect(await db.conversation.findMany({ select: { id: true, account: true } })).toEqual([
      { id: conversationId, account: 'second' },
    ]);
    expect(await db.message.count({ where: { conversationId } })).toBe(2);
    const events = await db.inboundEvent.findMany({ where: { conversationId }, orderBy: { key: 'asc' } });
    expect(events.map(({ key }) => key)).toEqual(['m:m1', 'm:m2']);
  });

  describe('when it is taken over', () => {
    /** Somebody says something, and the accounts hear it: the holder puts it down unless it has died. */
    function say(text: string, { downBy }: { downBy?: Account } = {}) {
      const at = clock.now();
      const id = (account: Account) => `${account.account}-${at.getTime()}-${text}`;
      for (const standby of [second, third]) {
        const payload = {
          id: id(standby),
          roomId: ROOM,
          talkerId: 'wxid_san',
          listenerId: '',
          type: types.Message.Text,
          text,
          timestamp: 0,
        };
        standby.backlog.keep(ROOM, { type: 'message', payload: { ...payload, timestamp: at.getTime() } }, at);
      }
      const known = { externalId: id(first), senderName: '张三', text, ours: false, at };
      return downBy ? downBy.books.remember(ROOM, known) : Promise.resolve();
    }
    const told = (account: Account, heard: Happening[]) =>
      heard.flatMap((one) => {
        if (one.type !== 'message') return [];
        const { id, text = '', timestamp } = one.payload;
        const message = { externalId: id, senderName: '张三', text, at: new Date(timestamp) };
        return account.share.isDouble(ROOM, message) ? [] : [text];
      });

    it('nothing that was said is lost, and nothing is told twice', async () => {
      await pass(0, first);
      for (const text of ['一', '二', '二']) {
        await say(text, { downBy: first });
        await pass(1, second, third);
      }
      // The holder has died in the middle of this.
      for (const text of ['二', '三', '四', '三']) {
        await say(text);
        await pass(10, second, third);
      }
      await pass(30, second, third);
      const [taken] = await second.look();
      expect(told(second, taken?.heard ?? [])).toEqual(['二', '三', '四', '三']);
    });

    it('what was heard in the minute before the holder fell silent is looked at again', async () => {
      await say('早就说过', { downBy: first });
      await pass(120, second, third);
      await say('没来得及记下');
      await pass(59, second, third);
      await say('最后听到', { downBy: first });
      await pass(0, first);
      await pass(61, second, third);
      const [taken] = await second.look();
      expect(told(second, taken?.heard ?? [])).toEqual(['没来得及记下']);
      expect(taken?.lastHeardAt).toEqual(new Date(clock.now().getTime() - 61_000));
    });

    it('what was heard is handed out before anything is rung for', async () => {
      await pass(61, second, third);
      await say('一');
      const handed: string[] = [];
      await second.share.look(clock.now(), (taken) =>
        handed.push(...told(second, taken.heard), `${rung.length} rings`),
      );
      expect(handed).toEqual(['一', '0 rings']);
      expect(rung).toEqual([conversationId]);
    });

    it('new messages are doubles of nothing', async () => {
      await say('收到', { downBy: first });
      await pass(61, second, third);
      const [taken] = await second.look();
      expect(told(second, taken?.heard ?? [])).toEqual([]);
      await say('收到');
      expect(told(second, second.backlog.take(ROOM, new Date(0)))).toEqual(['收到']);
    });
  });
});
