import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountReport } from '../../core/channel/account.ts';
import { idsOf, outgoing, picture } from '../../core/channel/testing/conformance/stage.ts';
import { RecordingInbox } from '../../core/channel/testing/recording-inbox.ts';
import { createTestDatabase } from '../../core/testing/test-database.ts';
import type { TestDatabase } from '../../core/testing/test-database.ts';
import { LARGEST_FILE_BYTES } from './file-fetch.ts';
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

async function started(options: HarnessOptions & { openPuppet?: OpenPuppet; in?: WechatWorld } = {}) {
  const at = options.in ?? world;
  const harness = await startWechatHarness(database.db, at, options.openPuppet ?? openInProcess(at), options);
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

describe('speaking with a puppet', () => {
  const withoutIds = changed((puppet) => {
    const send = puppet.messageSendText.bind(puppet);
    return { messageSendText: async (to: string, text: string) => void (await send(to, text)) };
  });

  it('that tells no ids: they are known from hearing our own words', async () => {
    const { channel } = await started({ openPuppet: withoutIds });
    const ids = idsOf(await channel.send(outgoing({ externalId: room }, { text: '已登记' })));
    expect(ids).toEqual((await world.saidByBot(room)).map((said) => said.messageId));
  });

  it('that tells no ids and does not let us hear ourselves: ids are made up, and a quote means them', async () => {
    await world.echo(false);
    const { channel, account } = await started({ openPuppet: withoutIds, parts: { echoMs: 5 } });
    const message = outgoing({ externalId: room }, { text: '已登记 A7K2' });
    const ids = idsOf(await channel.send(message));
    expect(ids).toEqual([`own:${message.sendKey}:0`]);
    const inbox = new RecordingInbox();
    await account.bot.start(inbox);
    await world.say({ from: li, in: room, text: '「小邻：已登记 A7K2」\n- - - - - -\n谢谢' });
    expect((await inbox.next('message')).replyToId).toBe(ids[0]);
  });

  it('that breaks down in the middle of a long text: it goes on where it stopped', async () => {
    let calls = 0;
    const openPuppet = changed((puppet) => {
      const send = puppet.messageSendText.bind(puppet);
      return {
        messageSendText: (to: string, text: string) => {
          calls += 1;
          return calls === 2 ? Promise.reject(new Error('internal error')) : send(to, text);
        },
      };
    });
    const { channel } = await started({ openPuppet });
    const parts = ['一', '二', '三'].map((sign) => sign.repeat(1_700));
    const message = outgoing({ externalId: room }, { text: parts.join('\n') });
    expect(await channel.send(message)).toMatchObject({ failure: { kind: 'platform_down' } });
    const ids = idsOf(await channel.send(message));
    const said = await world.saidByBot(room);
    expect(said.map(({ text }) => text)).toEqual(parts);
    expect(ids).toEqual(said.map(({ messageId }) => messageId));
  });

  it('that does not answer: nobody waits for ever, and what was heard all the same is not said again', async () => {
    const openPuppet = changed((puppet) => {
      const send = puppet.messageSendText.bind(puppet);
      return {
        messageSendText: (to: string, text: string) => send(to, text).then(() => new Promise<string>(() => {})),
      };
    });
    const { channel } = await started({ openPuppet, parts: { callMs: 200 } });
    const ids = idsOf(await channel.send(outgoing({ externalId: room }, { text: '已登记' })));
    expect(ids).toEqual((await world.saidByBot(room)).map((said) => said.messageId));
    await world.echo(false);
    expect(await channel.send(outgoing({ externalId: room }, { text: '听得到吗' }))).toMatchObject({
      failure: { kind: 'platform_down' },
    });
  });

  it('that says we are out of the group although we are in it: it is tried again', async () => {
    const { channel } = await started();
    await world.breakSends('not in room');
    expect(await channel.send(outgoing({ externalId: room }, { text: '您好' }))).toMatchObject({
      failure: { kind: 'platform_down' },
    });
    expect(await channel.send(outgoing({ externalId: room }, { text: '您好' }))).toMatchObject({ kind: 'sent' });
  });

  it('that is not there: nothing is sent, nobody has to act', async () => {
    const harness = await started({ openPuppet: openInProcess(world) });
    await harness.close();
    const closed = harnesses.splice(0);
    expect(await closed[0]!.channel.send(outgoing({ externalId: room }, { text: '您好' }))).toMatchObject({
      failure: { kind: 'must_wait' },
    });
  });
});

describe('hearing', () => {
  it('a file that is larger than what is kept: the words count, the bytes are not to be had', async () => {
    const { account, channel } = await started();
    const inbox = new RecordingInbox();
    await account.bot.start(inbox);
    const bytes = new Uint8Array(LARGEST_FILE_BYTES + 1);
    await world.say({ from: li, in: room, file: { kind: 'file', name: '大.zip', bytes } });
    const [file] = (await inbox.next('message')).attachments;
    expect(file).toMatchObject({ kind: 'file', fileName: '大.zip' });
    await expect(channel.fetchFile(file!.ref)).rejects.toThrow('not at hand');
  });

  it('a photo that is not to be had at first', async () => {
    let faults = 2;
    const openPuppet = changed((puppet) => {
      const fetch = puppet.messageFile.bind(puppet);
      const broken = () => Promise.reject(new Error('not yet'));
      return {
        messageFile: (id: string) => (faults-- > 0 ? broken() : fetch(id)),
        messageImage: broken,
      };
    });
    const { account, channel } = await started({ openPuppet });
    const inbox = new RecordingInbox();
    await account.bot.start(inbox);
    await world.say({ from: li, in: room, file: { kind: 'photo', name: '1.png', bytes: picture('水') } });
    const [photo] = (await inbox.next('message')).attachments;
    expect(Buffer.from(await channel.fetchFile(photo!.ref)).equals(Buffer.from(picture('水')))).toBe(true);
  });

  it('more than memory can hold while nothing is stored: the rest is recorded as a gap', async () => {
    const harness = await started({ parts: { mostWaiting: 2 } });
    const { account, reports } = harness;
    for (const text of ['一', '二', '三', '四']) await world.say({ from: li, in: room, text });
    const inbox = new RecordingInbox();
    await account.bot.start(inbox);
    await inbox.next('message', (event) => event.text === '二');
    await world.say({ from: li, in: room, text: '五' });
    await inbox.next('message', (event) => event.text === '五');
    expect(await harness.reported('gap')).toMatchObject({ fetched: 0, complete: false });
    expect(reports.filter((report) => report.type === 'gap')).toHaveLength(1);
    expect(inbox.events).toHaveLength(3);
  });

  it('how the account stands is told again until it is on record', async () => {
    const told: AccountReport['type'][] = [];
    let faults = 2;
    const tell = (report: AccountReport): Promise<void> => {
      if (faults-- > 0) return Promise.reject(new Error('the database is away'));
      told.push(report.type);
      return Promise.resolve();
    };
    const harness = await started({ tell });
    await harness.reported('logged_in');
    expect(told).toEqual(['connecting', 'logged_in']);
  });
});

describe('a new login, by which everything has another id', () => {
  it('finds the group and the people again, hears and speaks there under the names that the desk knows', async () => {
    const people: string[] = [];
    for (const name of ['张三', '李四', '王五', '赵六']) people.push(await world.contact({ name, id: `@${name}` }));
    const before = await world.room({ topic: '8号楼', id: '@@8', members: people });
    const harness = await started();
    const inbox = new RecordingInbox();
    await harness.account.bot.start(inbox);
    await world.say({ from: people[0]!, in: before, text: '停水了' });
    const first = await inbox.next('message');

    await world.logout();
    const after = await world.reissue(before);
    for (const [index, id] of people.entries()) people[index] = await world.reissue(id);
    await world.reissue(world.selfId());
    await world.login();
    await harness.reported('logged_in', 2);
    expect(idsOf(await harness.channel.send(outgoing({ externalId: before }, { text: '已登记' })))).toHaveLength(1);
    expect(await world.saidByBot(after)).toMatchObject([{ text: '已登记' }]);
    await world.say({ from: people[0]!, in: after, text: '「小邻：已登记」\n- - - - - -\n谢谢' });
    const second = await inbox.next('message', (event) => event.text === '谢谢');
    expect(second.conversation).toEqual(first.conversation);
    expect(second.sender).toEqual(first.sender);
    expect(second.quotedText).toBe('已登记');
    expect(second.replyToId).not.toBeNull();
  });
});

describe('two accounts of ours in one group', () => {
  it('one hears and speaks there, the other keeps what it hears until it takes the group over', async () => {
    const first = await started();
    const firstInbox = new RecordingInbox();
    await first.account.bot.start(firstInbox);
    await world.say({ from: li, in: room, text: '停水了' });
    await firstInbox.next('message');

    const twin = new WechatWorld();
    await twin.contact({ id: li, name: '老李' });
    await twin.room({ id: room, topic: '7号楼', members: [li] });
    const second = await started({ in: twin });
    const inbox = new RecordingInbox();
    await second.account.bot.start(inbox);
    await twin.say({ from: li, in: room, text: '还没来水' });
    await second.untilAside(1);
    expect(inbox.events).toEqual([]);

    await database.db.wechatRoom.update({ where: { externalId: room }, data: { holder: second.accountName } });
    second.account.takeUp(second.aside);
    await twin.say({ from: li, in: room, text: '来水了' });
    await inbox.next('message', (event) => event.text === '来水了');
    expect(inbox.events).toMatchObject([
      { text: '还没来水', conversation: { externalId: room } },
      { text: '来水了', sender: { externalId: li } },
    ]);
  });

  it('what the one has told of already is not told by the other', async () => {
    const { account } = await started({
      parts: { aside: { keep: () => {}, isDouble: (_room, message) => message.text === '停水了' } },
    });
    const inbox = new RecordingInbox();
    await account.bot.start(inbox);
    for (const text of ['停水了', '来水了']) await world.say({ from: li, in: room, text });
    expect((await inbox.next('message')).text).toBe('来水了');
  });
});
