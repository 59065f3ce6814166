import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { idsOf, outgoing, picture } from '../../core/channel/testing/conformance/stage.ts';
import { RecordingInbox } from '../../core/channel/testing/recording-inbox.ts';
import { systemClock } from '../../core/clock.ts';
import { createTestDatabase } from '../../core/testing/test-database.ts';
import type { TestDatabase } from '../../core/testing/test-database.ts';
import type { Books, Login } from './books.ts';
import { createBooks } from './books/create-books.ts';
import type { OpenedPuppet, OpenPuppet } from './session/opened-puppet.ts';
import { openInProcess } from './testing/open-session.ts';
import { startWechatHarness } from './testing/wechat-harness.ts';
import type { HarnessOptions, WechatHarness } from './testing/wechat-harness.ts';
import { WechatWorld } from './testing/wechat-world.ts';

let database: TestDatabase;
let world: WechatWorld;
let room: string;
let li: string;
const harnesses: WechatHarness[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  world = new WechatWorld();
  li = await world.contact({ name: '老李' });
  room = await world.room({ topic: '7号楼', members: [li] });
});
afterEach(async () => {
  for (const one of harnesses.splice(0)) {
    await one.account.bot.stop();
    await one.close();
  }
});

async function started(options: HarnessOptions & { openPuppet?: OpenPuppet } = {}): Promise<WechatHarness> {
  const harness = await startWechatHarness(database.db, world, options.openPuppet ?? openInProcess(world), options);
  harnesses.push(harness);
  return harness;
}

/** A puppet on which something is different. */
const changed =
  (change: (puppet: OpenedPuppet['puppet']) => object): OpenPuppet =>
  async () => {
    const opened = await openInProcess(world)();
    Object.assign(opened.puppet, change(opened.puppet));
    return opened;
  };

describe('an account that hears while nothing can be stored', () => {
  it('says that it heard until the oldest of what waits, so that a later process asks for that again', async () => {
    const name = 'holds back';
    const books = createBooks({ db: database.db, account: name, clock: systemClock });
    let look = (): void => {};
    const looked = new Promise<void>((resolve) => (look = resolve));
    const contact: Books['contact'] = (seen, at) => (look(), books.contact(seen, at));
    const { account } = await started({ parts: { account: name, books: { ...books, contact } } });
    const before = systemClock.now();
    expect(account.storedUntil(before)).toBe(before);
    await world.say({ from: li, in: room, text: '停水了' });
    await looked;
    const later = new Date(Date.now() + 60_000);
    const heldBack = account.storedUntil(later);
    expect(heldBack.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(heldBack.getTime()).toBeLessThan(later.getTime());
    const inbox = new RecordingInbox();
    await account.bot.start(inbox);
    await inbox.next('message');
    await account.bot.stop();
    expect(account.storedUntil(later)).toBe(later);
  });

  it('leaves to another account of ours what waited when that one took the group over', async () => {
    const { account } = await started();
    const inbox = new RecordingInbox();
    inbox.failNext(Infinity);
    await account.bot.start(inbox);
    await world.say({ from: li, in: room, text: '停水了' });
    await inbox.until(() => inbox.handedOver[0]);
    await account.bot.stop();
    await database.db.wechatRoom.updateMany({ where: { externalId: room }, data: { holder: 'another' } });
    inbox.failNext(0);
    await account.bot.start(inbox);
    const direct = await world.contact({ name: '小王' });
    await world.say({ from: direct, text: '您好' });
    await inbox.next('message', (event) => event.text === '您好');
    await account.bot.stop();
    expect(inbox.events).toHaveLength(1);
  });
});

describe('a photo that was being fetched when the process was killed', () => {
  it('is fetched by the next one', async () => {
    const name = 'killed';
    const books = createBooks({ db: database.db, account: name, clock: systemClock });
    const id = await world.say({
      from: li,
      in: room,
      file: { kind: 'photo', name: '1.png', bytes: picture('水') },
      silently: true,
    });
    const ref = await books.openFile({ mimeType: 'image/png', fileName: null });
    const { db } = database;
    const conversation = await db.conversation.create({
      data: { channel: 'wechat', account: name, externalId: room, kind: 'group', title: '7号楼' },
    });
    const message = await db.message.create({
      data: { conversationId: conversation.id, externalId: id, sentAt: systemClock.now(), text: '' },
    });
    await db.attachment.create({ data: { messageId: message.id, kind: 'photo', channelRef: ref } });
    let keep = (): void => {};
    const kept = new Promise<void>((resolve) => (keep = resolve));
    const keepFile: Books['keepFile'] = async (...file) => {
      await books.keepFile(...file);
      keep();
    };
    const { channel } = await started({ parts: { account: name, books: { ...books, keepFile } } });
    await kept;
    expect(Buffer.from(await channel.fetchFile(ref)).equals(Buffer.from(picture('水')))).toBe(true);
    expect(await books.unkeptFiles(systemClock.now())).toEqual([]);
  });
});

describe('a process that loses the account in the middle of a long message', () => {
  it('does not say the rest of it', async () => {
    let lose: () => void = () => {};
    const openPuppet = changed((puppet) => {
      const send = puppet.messageSendText.bind(puppet);
      return {
        messageSendText: async (to: string, text: string) => {
          const id = await send(to, text);
          lose();
          return id;
        },
      };
    });
    const harness = await started({ openPuppet });
    lose = () => void harness.close();
    const text = ['一', '二'].map((sign) => sign.repeat(1_700)).join('\n');
    const outcome = await harness.channel.send(outgoing({ externalId: room }, { text }));
    expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'must_wait' } });
    expect(await world.saidByBot(room)).toHaveLength(1);
  });
});

describe('a message that was said although the platform failed', () => {
  /** The way breaks at the moment at which the first message has arrived. */
  const breaking = (): OpenPuppet => {
    let faults = 1;
    return changed((puppet) => {
      const send = puppet.messageSendText.bind(puppet);
      return {
        messageSendText: async (to: string, text: string) => {
          const id = await send(to, text);
          if (faults-- > 0) throw Object.assign(new Error('14 UNAVAILABLE: Connection dropped'), { code: 14 });
          return id;
        },
      };
    });
  };
  const heardAgain = async (inbox: RecordingInbox, messageId: string): Promise<void> => {
    await world.say({ from: world.selfId(), in: room, text: '已登记', raw: { id: messageId } });
    await world.say({ from: li, in: room, text: '好的' });
    await inbox.next('message', (event) => event.text === '好的');
  };
  const idsSaid = async (): Promise<string[]> => (await world.saidByBot(room)).map(({ messageId }) => messageId);

  it('is known as said when it is heard at once', async () => {
    const { channel } = await started({ openPuppet: breaking() });
    const ids = idsOf(await channel.send(outgoing({ externalId: room }, { text: '已登记' })));
    expect(await idsSaid()).toEqual(ids);
  });

  it('is not said again when it is heard later', async () => {
    const { channel, account } = await started({ openPuppet: breaking() });
    const inbox = new RecordingInbox();
    await account.bot.start(inbox);
    await world.echo(false);
    const message = outgoing({ externalId: room }, { text: '已登记' });
    expect(await channel.send(message)).toMatchObject({ failure: { kind: 'platform_down' } });
    const [id = ''] = await idsSaid();
    await heardAgain(inbox, id);
    expect(idsOf(await channel.send(message))).toEqual([id]);
    expect(await idsSaid()).toEqual([id]);
  });

  it('is said when only the same words of before are heard again', async () => {
    const { channel, account } = await started();
    const inbox = new RecordingInbox();
    await account.bot.start(inbox);
    const [before = ''] = idsOf(await channel.send(outgoing({ externalId: room }, { text: '已登记' })));
    await world.breakSends('internal error');
    const message = outgoing({ externalId: room }, { text: '已登记' });
    expect(await channel.send(message)).toMatchObject({ failure: { kind: 'platform_down' } });
    await heardAgain(inbox, before);
    const ids = idsOf(await channel.send(message));
    expect(await idsSaid()).toEqual([before, ...ids]);
    expect(ids).not.toContain(before);
  });
});

describe('one login after the other', () => {
  it('that could not be put down in time does not take the place of the next', async () => {
    const account = 'slow';
    const books = createBooks({ db: database.db, account, clock: systemClock });
    const begun: Login[] = [];
    let away = true;
    const begin: Books['begin'] = async (login, now) => {
      if (away) throw new Error('the database is away');
      begun.push(login);
      await books.begin(login, now);
    };
    const harness = await started({ parts: { account, books: { ...books, begin } } });
    await world.logout();
    await harness.reported('logged_out');
    const fresh = await world.reissue(world.selfId());
    await world.login();
    await harness.reported('logged_in', 2);
    away = false;
    idsOf(await harness.channel.send(outgoing({ externalId: room }, { text: '您好' })));
    expect(begun.map(({ self }) => self.id)).toEqual([fresh]);
  });

  it('is not undone by what was heard in the one before', async () => {
    const books = createBooks({ db: database.db, account: 'again', clock: systemClock });
    const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 9, minute));
    const login = (minute: number) =>
      books.begin({ self: { id: `@me${minute}`, name: '小邻' }, puppetRoomIds: [], puppetContactIds: [] }, at(minute));
    const memberNames = ['张三', '李四', '王五'];
    await login(0);
    const { externalId } = await books.room({ puppetRoomId: '@@old', topic: '9号楼', memberNames }, at(1));
    const who = (puppetId: string) => ({ puppetId, name: '张三', alias: '', room: { externalId, name: '张三' } });
    const before = await books.contact(who('@old'), at(1));
    await login(10);
    expect(await books.room({ puppetRoomId: '@@new', topic: '9号楼', memberNames }, at(11))).toMatchObject({
      externalId,
    });
    expect(await books.contact(who('@new'), at(11))).toMatchObject({ externalId: before.externalId });
    // Heard before the second login, and looked up after it, when the platform does not know these ids any more.
    const room = await books.room({ puppetRoomId: '@@old', topic: '', memberNames: [] }, at(9));
    expect(room.externalId).toBe(externalId);
    const late = { puppetId: '@old', name: '', alias: '', room: { externalId, name: '' } };
    expect(await books.contact(late, at(9))).toMatchObject({ externalId: before.externalId, name: '张三' });
    expect(await books.puppetRoomOf(externalId)).toBe('@@new');
    expect(await books.puppetContactOf(before.externalId)).toBe('@new');
    const stored = await database.db.wechatContact.findUniqueOrThrow({ where: { externalId: before.externalId } });
    expect(stored.name).toBe('张三');
  });
});

describe('a group of hundreds at a gateway that is slow to tell its members', () => {
  it('is heard at once when it is known', async () => {
    const members = await Promise.all(
      Array.from({ length: 40 }, (_, index) => world.contact({ name: `邻居${index}` })),
    );
    await world.seat(room, members);
    const first = await started();
    const inbox = new RecordingInbox();
    await first.account.bot.start(inbox);
    await world.say({ from: li, in: room, text: '停水了' });
    await inbox.next('message');
    await world.logout();
    await first.reported('logged_out');

    const quick = new Set([li, world.selfId()]);
    let thaw = (): void => {};
    const frozen = new Promise<void>((resolve) => (thaw = resolve));
    const puppet = changed((one) => {
      const ask = one.roomMemberPayload.bind(one);
      return {
        roomMemberPayload: async (roomId: string, id: string) => {
          if (!quick.has(id)) await frozen;
          return await ask(roomId, id);
        },
      };
    });
    await first.account.bot.stop();
    await first.close();
    harnesses.splice(0);
    const second = await started({
      openPuppet: puppet,
      parts: {
        account: first.accountName,
        books: createBooks({ db: database.db, account: first.accountName, clock: systemClock }),
      },
    });
    const again = new RecordingInbox();
    await second.account.bot.start(again);
    await world.say({ from: li, in: room, text: '来水了' });
    expect(await again.next('message')).toMatchObject({ text: '来水了', conversation: { externalId: room } });
    thaw();
  });
});
