import { types } from 'wechaty-puppet';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DriverPerson, DriverPlace } from '../../core/channel/testing/driver.ts';
import { outgoing, picture } from '../../core/channel/testing/conformance/stage.ts';
import { RecordingInbox } from '../../core/channel/testing/recording-inbox.ts';
import { createTestDatabase } from '../../core/testing/test-database.ts';
import type { TestDatabase } from '../../core/testing/test-database.ts';
import { openInProcess } from './testing/open-session.ts';
import { startWechatHarness } from './testing/wechat-harness.ts';
import type { WechatHarness } from './testing/wechat-harness.ts';
import { WechatWorld } from './testing/wechat-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('life in a WeChat group', () => {
  let world: WechatWorld;
  let harness: WechatHarness;
  let inbox: RecordingInbox;
  let group: DriverPlace;
  let li: DriverPerson;
  let wang: DriverPerson;

  beforeEach(async () => {
    world = new WechatWorld();
    harness = await startWechatHarness(database.db, world, openInProcess(world));
    inbox = new RecordingInbox();
    await harness.account.bot.start(inbox);
    group = await harness.driver.group('7号楼业主群');
    li = await harness.driver.person('老李');
    wang = await harness.driver.person('小王');
    for (const one of [li, wang]) await harness.driver.join(one, group);
  });
  afterEach(async () => {
    await harness.account.bot.stop();
    await harness.close();
  });

  const say = (from: DriverPerson, text: string, raw: { type?: types.Message } = {}): Promise<string> =>
    world.say({ from: from.externalId, in: group.externalId, text, raw });
  const heard = (text: string) => inbox.next('message', (event) => event.text === text);

  const appmsg = (inner: string): string =>
    `<?xml version="1.0"?>\n<msg><appmsg appid="" sdkver="0">${inner}</appmsg></msg>`;
  const refer = (svrid: string, name: string, content: string): string =>
    `<refermsg><type>1</type><svrid>${svrid}</svrid><displayname>${name}</displayname><content>${content}</content></refermsg>`;

  it.each([
    { shape: 'written as text', quote: () => '「老李：3号楼电梯坏了」\n- - - - - - - - - - - - - - -\n我也看到了' },
    { shape: 'written with another line', quote: () => '「老李:3号楼电梯坏了」\n———————\n我也看到了' },
    {
      shape: 'as XML with the id of the message',
      quote: (id: string) => appmsg(`<title>我也看到了</title><type>57</type>${refer(id, '老李', '3号楼电梯坏了')}`),
    },
    {
      shape: 'as XML with an id that means nothing here',
      quote: () => appmsg(`<title>我也看到了</title><type>57</type>${refer('7711', '老李', '3号楼电梯坏了')}`),
    },
  ])('a quote $shape is known as the answer to that message', async ({ quote }) => {
    const id = await say(li, '3号楼电梯坏了');
    await say(wang, quote(id));
    expect(await heard('我也看到了')).toMatchObject({ replyToId: id, quotedText: '3号楼电梯坏了' });
  });

  it('a quote of something that nobody remembers keeps the words quoted', async () => {
    await say(wang, '「老李：很久以前的话」\n- - - - - - - - - - - - - - -\n后来呢');
    expect(await heard('后来呢')).toMatchObject({ replyToId: null, quotedText: '很久以前的话' });
  });

  it('a quote of a photo means the photo', async () => {
    const id = await world.say({
      from: li.externalId,
      in: group.externalId,
      file: { kind: 'photo', name: '1.jpg', bytes: picture('水') },
    });
    await say(wang, '「老李：[图片]」\n- - - - - - - - - - - - - - -\n哪里漏水');
    expect((await heard('哪里漏水')).replyToId).toBe(id);
  });

  it('our own reply shows what it answers, and a quote of it means it', async () => {
    const id = await say(li, '水管爆了');
    const sent = await harness.channel.send(outgoing(group, { text: '已登记 A7K2', replyToId: id }));
    expect((await world.saidByBot(group.externalId))[0]?.text).toMatch(/^「老李：水管爆了」\n.+\n已登记 A7K2$/);
    await say(li, `「小邻：已登记 A7K2」\n- - - - - - - - - - - - - - -\n谢谢`);
    expect(sent).toEqual({ kind: 'sent', externalIds: [(await heard('谢谢')).replyToId] });
  });

  it('what somebody takes back is told, and quoted no more', async () => {
    const id = await say(li, '说错了');
    await heard('说错了');
    await world.recall(id);
    expect(await inbox.next('recall')).toMatchObject({ messageId: id, conversation: { externalId: group.externalId } });
    await harness.channel.send(outgoing(group, { text: '好的', replyToId: id }));
    expect((await world.saidByBot(group.externalId))[0]?.text).toBe('好的');
  });

  it.each([
    { what: 'a red packet', text: '收到红包，请在手机上查看', type: types.Message.RedEnvelope },
    { what: 'a transfer', text: '', type: types.Message.Transfer },
    { what: 'a nudge', text: '"老李" 拍了拍 "小王"', type: types.Message.Unknown },
  ])('$what is nothing for the office', async ({ text, type }) => {
    await say(li, text, { type });
    await say(li, '后来的话');
    await heard('后来的话');
    expect(inbox.events).toHaveLength(1);
  });

  it('is spoken to by name, also by the one that it has in the group', async () => {
    await world.nameInRoom(group.externalId, world.selfId(), '物业小邻');
    await say(li, '@物业小邻\u2005进度');
    await say(li, '小邻你好');
    expect((await heard('@物业小邻 进度')).toBot).toBe(true);
    expect((await heard('小邻你好')).toBot).toBe(false);
  });

  it.each([
    { told: 'as in the group', alias: '老李头', inRoom: '7-2-502 李', name: '7-2-502 李' },
    {
      told: 'by our remark where they have no name in the group',
      alias: '7-2-502 李师傅',
      inRoom: '',
      name: '7-2-502 李师傅',
    },
    { told: 'as they call themselves', alias: '', inRoom: '', name: '李' },
  ])('people are called $told', async ({ alias, inRoom, name }) => {
    const id = await world.contact({ name: '李', alias });
    await harness.driver.join({ externalId: id, name }, group);
    await world.nameInRoom(group.externalId, id, inRoom);
    await say({ externalId: id, name }, '在吗');
    expect((await heard('在吗')).sender).toMatchObject({ externalId: id, name, isBot: false });
  });

  it('who comes, who goes and what the group is called is told', async () => {
    const zhao = await world.contact({ name: '赵' });
    const qian = await world.contact({ name: '钱' });
    await world.join(group.externalId, [zhao, qian], li.externalId);
    expect((await inbox.next('member_joined')).members.map((one) => one.name)).toEqual(['赵', '钱']);
    await world.leave(group.externalId, zhao);
    expect((await inbox.next('member_left')).member).toMatchObject({ externalId: zhao, name: '赵' });
    await world.rename(group.externalId, '7号楼（新）', li.externalId);
    expect(await inbox.next('group_renamed')).toMatchObject({ name: '7号楼（新）' });
    await say(li, '新名字');
    expect((await heard('新名字')).conversation.title).toBe('7号楼（新）');
  });

  it('a voice message is kept, also when the platform forgets it', async () => {
    const file = { kind: 'voice' as const, name: '1.sil', bytes: picture('声音') };
    await world.say({ from: li.externalId, in: group.externalId, file });
    const [voice] = (await inbox.next('message')).attachments;
    expect(voice).toMatchObject({ kind: 'voice' });
    expect(Buffer.from(await harness.channel.fetchFile(voice!.ref)).equals(Buffer.from(picture('声音')))).toBe(true);
    const stored = await database.db.wechatFile.findUniqueOrThrow({ where: { id: voice!.ref } });
    expect(stored.bytes).not.toBeNull();
  });

  it('a bundle of forwarded messages is known as one', async () => {
    await say(li, appmsg('<title>群聊的聊天记录</title><des>老张: 停水了\n老王: 是的</des><type>19</type>'));
    const bundle = await inbox.next('message');
    expect(bundle).toMatchObject({ forwarded: true });
    expect(bundle.text).toContain('停水了');
  });

  it('what we say ourselves, or write by hand with the same account, is nobody’s message', async () => {
    await harness.channel.send(outgoing(group, { text: '已登记' }));
    await world.say({ from: world.selfId(), in: group.externalId, text: '手写' });
    await say(li, '好');
    await heard('好');
    expect(inbox.events).toHaveLength(1);
  });

  it('what cannot be stored by PostgreSQL as it is, is stored all the same', async () => {
    await say(li, '水\0管\ud83d爆了');
    await say(wang, '「老李：水\0管\ud83d爆了」\n- - - - - - - - - - - - - - -\n哪里');
    expect((await heard('哪里')).replyToId).toBe((await heard('水管\ufffd爆了')).messageId);
  });
});
