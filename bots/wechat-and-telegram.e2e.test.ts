import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotMessage } from './telegram/testing/bot-message.ts';
import type { TestGroup } from './telegram/testing/group.ts';
import type { TestUser } from './telegram/testing/people.ts';
import { codeIn, saidTwice } from './testing/hearing.ts';
import { fileIn, logIn, openTwoPlatforms } from './testing/two-platforms.ts';
import type { TwoPlatforms } from './testing/two-platforms.ts';
import { until } from '../core/testing/until.ts';
import { writeQuote } from './wechat/translate/quote.ts';

const PATIENCE = { timeout: 60_000 };
const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x11, 0x22, 0xff, 0xd9]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const joinCodeIn = (text: string): string => /[A-Z\d]{8}/.exec(text)?.[0] ?? '';

/** The first code of the terminal makes the manager of this Telegram group. */
async function setUpInTelegram({ program, heard }: TwoPlatforms, group: TestGroup, manager: TestUser): Promise<void> {
  const [, ownerCode = ''] = await program.says(/Telegram group of your staff, send once: \/setup (\w+)/);
  group.addBot(manager);
  await heard(group, '还没有关联小区');
  manager.say(group, `/setup ${ownerCode}`);
  await heard(group, '您是桂园小区的第一位经理');
}

describe('residents in WeChat, staff and managers in Telegram', PATIENCE, () => {
  let house: TwoPlatforms;
  let staff: TestGroup;
  let managers: TestGroup;
  let manager: TestUser;
  let engineer: TestUser;
  let card: BotMessage;
  let code = '';
  const who = { manager: '', auntLi: '' };
  let residents = '';

  beforeAll(async () => {
    house = await openTwoPlatforms();
    const { telegram, world } = house;
    staff = telegram.group({ title: '桂园小区客服群', botIsIn: false });
    managers = telegram.group({ title: '经理群', botIsIn: false });
    manager = telegram.user({ name: '周经理' });
    engineer = telegram.user({ name: '李工' });
    staff.join(manager, engineer);
    managers.join(manager);
    who.manager = await world.contact({ name: '老周' });
    who.auntLi = await world.contact({ name: '3-2-501 李阿姨' });
    residents = await world.room({ topic: '3、4号楼居民群', members: [who.manager, who.auntLi] });
    await logIn(house);
  }, 90_000);
  afterAll(() => house?.close(), 30_000);

  it('is set up in Telegram', async () => {
    const { heard, database } = house;
    await setUpInTelegram(house, staff, manager);
    managers.addBot(manager);
    await heard(managers, '还没有关联小区');
    manager.say(managers, '/link managers');
    await heard(managers, '本群是经理群');
    const hello = engineer.say(staff, '大家早上好');
    manager.say(staff, '角色 维修', { replyTo: hello });
    await heard(staff, '李工现在是维修');
    const linked = await database.db.conversation.findMany({
      where: { channel: 'telegram', communityId: { not: null } },
      select: { title: true, audience: true },
      orderBy: { title: 'asc' },
    });
    expect(linked.map(({ title, audience }) => `${title}: ${audience}`).toSorted()).toEqual([
      '桂园小区客服群: staff',
      '经理群: managers',
    ]);
  });

  it('the manager proves by a code who they are in a WeChat group that belongs to nobody yet, and confirms it in Telegram', async () => {
    const { heard, heardInWechat, world, database } = house;
    manager.say(manager.direct, '绑定');
    const joinCode = joinCodeIn((await heard(manager.direct, '您的绑定码')).text);
    await world.say({ from: who.manager, in: residents, text: `绑定 ${joinCode}` });
    await heardInWechat(residents, '请回到原来的平台');
    const asked = await heard(manager.direct, '微信里的“老周”用了您的绑定码');
    // Nobody is a manager by a code alone.
    await world.say({ from: who.manager, in: residents, text: '/link residents 3,4' });
    await until('that was handled', async () =>
      database.db.inboundEvent.findFirst({
        where: {
          key: { startsWith: 'm:' },
          handledAt: { not: null },
          conversation: { externalId: residents, inbound: { none: { handledAt: null } } },
        },
      }),
    );
    expect(await database.db.conversation.count({ where: { channel: 'wechat', communityId: { not: null } } })).toBe(0);

    manager.press(asked.wire, '是我');
    await heard(manager.direct, '绑定好了：这里和微信上的您');
    await heardInWechat(residents, '绑定好了：这里和Telegram上的您');
    await world.say({ from: who.manager, in: residents, text: '/link residents 3,4' });
    await heardInWechat(residents, '本群是居民群（3、4栋）');
    const person = await database.db.person.findFirstOrThrow({
      where: { identities: { some: { channel: 'wechat' } }, roles: { some: { role: 'manager', revokedAt: null } } },
      include: { identities: true },
    });
    expect(person.identities.map(({ channel }) => channel).toSorted()).toEqual(['telegram', 'wechat']);
  });

  it('a report in WeChat becomes a card with buttons in Telegram, with the very photo', async () => {
    const { heard, heardInWechat, world, telegram, database } = house;
    await world.say({ from: who.auntLi, in: residents, text: '3栋2单元门禁坏了，刷卡没反应' });
    await world.say({ from: who.auntLi, in: residents, file: { kind: 'photo', name: '门禁.jpg', bytes: photo } });
    await world.redeliver();
    const receipt = await heardInWechat(residents, '收到您的报修', '李工负责');
    expect(receipt.text).toMatch(/^「李阿姨|^「3-2-501 李阿姨/);
    code = codeIn(receipt.text);
    card = await heard(staff, code, '“3栋2单元门禁坏了，刷卡没反应”');
    expect(card.buttons.flat()).toEqual(['接单', '承诺', '转交', '办结', '误报']);
    const shown = await telegram.waitFor(
      ({ chatId, hasFile, text }) => chatId === staff.id && hasFile && text.includes(code),
    );
    expect((await fileIn(telegram, shown)).equals(Buffer.from(photo))).toBe(true);
    expect(await database.db.ticket.count()).toBe(1);
  });

  it('taken by a button, answered by a reply, done by a word: the resident hears each in WeChat', async () => {
    const { heardInWechat, database } = house;
    engineer.press(card.wire, '接单');
    await heardInWechat(residents, code, '李工已接单');
    engineer.say(staff, '师傅半小时内到', { replyTo: card.wire });
    await heardInWechat(residents, `李工回复（${code}）：师傅半小时内到`);
    engineer.say(staff, `办结 ${code} 换了读卡器`);
    await heardInWechat(residents, '换了读卡器', '1–5 分');
    expect(await database.db.ticket.findFirstOrThrow({ where: { code } })).toMatchObject({ status: 'done' });
  });

  it('rated by a digit in WeChat, and the card in Telegram shows it', async () => {
    const { heard, heardInWechat, world } = house;
    await world.say({ from: who.auntLi, in: residents, text: '5' });
    await heardInWechat(residents, '谢谢', code);
    const closed = await heard(staff, code, '已关闭', '评分 5/5');
    expect(closed.id).toBe(card.id);
  });

  it('logged out, the managers are told in Telegram once, with each new code as a picture', async () => {
    const { heard, telegram, world, program, database } = house;
    const loggedOutAt = Date.now();
    await world.logout('logged out on the phone');
    await world.scan('https://login.example/code-2');
    const first = await heard(managers, '需要重新登录', '请用这个账号的手机', '扫这个码');
    expect(Date.now() - loggedOutAt).toBeLessThan(60_000);
    await world.scan('https://login.example/code-3');
    const second = await telegram.waitFor(
      ({ chatId, id, hasFile }) => chatId === managers.id && hasFile && id !== first.id,
    );
    expect(second.text).toContain('扫这个码');
    const pictures = await Promise.all([first, second].map((shown) => fileIn(telegram, shown)));
    for (const picture of pictures) expect(picture.subarray(0, PNG.length).equals(PNG)).toBe(true);
    expect(pictures[0]?.equals(pictures[1] ?? PNG)).toBe(false);

    manager.say(managers, '账号');
    await heard(managers, '微信账号', '等人扫码登录');
    const outage = telegram.said(managers).filter(({ text }) => text.includes('起掉线'));
    expect(outage.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(telegram.said(staff).some(({ text }) => text.includes('掉线'))).toBe(false);
    expect(program.said()).toContain('somebody must log in');
    expect(program.said()).not.toContain('login.example');
    const { stateReason } = await database.db.channelAccount.findFirstOrThrow({ where: { channel: 'wechat' } });
    expect(stateReason ?? '').not.toContain('login.example');
  });

  it('logged in again, they are told since when something may be missing, and the staff where to look', async () => {
    const { heard, world, telegram, database } = house;
    await world.login();
    await heard(managers, '微信账号“小邻”恢复了', '之间的消息可能有遗漏');
    await heard(staff, '微信群里', '可能没有收全');
    manager.say(managers, '账号');
    await heard(managers, '微信账号“小邻”', '在线', '可能有遗漏');
    const gaps = await database.db.listeningGap.findMany();
    expect(gaps).toMatchObject([{ fetched: 0, complete: false, endToldAt: expect.any(Date) as Date }]);
    expect(telegram.said(managers).filter(({ text }) => text.includes('恢复了'))).toHaveLength(1);
  });

  it('stopped by a manager, nothing is said in WeChat, and everything in order afterwards', async () => {
    const { heard, heardInWechat, world, telegram } = house;
    manager.say(managers, '停发 微信');
    await heard(managers, '微信已停发');
    const before = world.said().length;
    await world.say({ from: who.auntLi, in: residents, text: '3栋1单元的路灯坏了，晚上看不见' });
    const next = await heard(staff, '路灯坏了', '晚上看不见');
    const second = codeIn(next.text);
    expect(second).not.toBe(code);
    engineer.press(next.wire, '接单');
    await heard(staff, second, '处理中');
    engineer.say(staff, '今晚换灯泡', { replyTo: next.wire });
    manager.say(managers, '额度');
    await heard(managers, '起已停发', '条在等');
    expect(world.said()).toHaveLength(before);

    manager.say(managers, '恢复 微信');
    await heard(managers, '微信已恢复发送');
    await heardInWechat(residents, `李工回复（${second}）：今晚换灯泡`);
    const said = world
      .said(residents)
      .slice(before)
      .map(({ text }) => text)
      .filter((text) => text.includes(second));
    const places = ['收到', '李工已接单', '今晚换灯泡'].map((word) => said.findIndex((text) => text.includes(word)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.at(-1)).toBe(said.length - 1);
    // Each code comes with the same words.
    expect(saidTwice(telegram).filter((text) => !text.includes('扫这个码'))).toEqual([]);
  });
});

describe('residents in Telegram, staff in WeChat', PATIENCE, () => {
  let house: TwoPlatforms;
  let managers: TestGroup;
  let residents: TestGroup;
  let manager: TestUser;
  let auntLi: TestUser;
  let code = '';
  let card = '';
  const who = { manager: '', engineer: '' };
  let staff = '';

  beforeAll(async () => {
    house = await openTwoPlatforms();
    const { telegram, world } = house;
    managers = telegram.group({ title: '桂园小区客服群', botIsIn: false });
    residents = telegram.group({ title: '3、4号楼居民群', botIsIn: false });
    manager = telegram.user({ name: '周经理' });
    auntLi = telegram.user({ name: '李阿姨' });
    managers.join(manager);
    residents.join(manager, auntLi);
    who.manager = await world.contact({ name: '老周' });
    who.engineer = await world.contact({ name: '李工' });
    staff = await world.room({ topic: '维修班', members: [who.manager, who.engineer] });
    await logIn(house);
  }, 90_000);
  afterAll(() => house?.close(), 30_000);

  it('the manager proves by a code who they are in a direct chat in WeChat, where nobody knew them', async () => {
    const { heard, heardInWechat, world, database } = house;
    await setUpInTelegram(house, managers, manager);
    manager.say(managers, '/link managers');
    await heard(managers, '本群是经理群');
    residents.addBot(manager);
    await heard(residents, '还没有关联小区');
    manager.say(residents, '/link residents 3,4');
    await heard(residents, '本群是居民群（3、4栋）');

    manager.say(manager.direct, '绑定');
    const joinCode = joinCodeIn((await heard(manager.direct, '您的绑定码')).text);
    await world.say({ from: who.manager, text: `绑定 ${joinCode}` });
    await heardInWechat(who.manager, '请回到原来的平台');
    const asked = await heard(manager.direct, '微信里的“老周”用了您的绑定码');
    manager.press(asked.wire, '是我');
    await heardInWechat(who.manager, '绑定好了：这里和Telegram上的您');

    await world.say({ from: who.manager, in: staff, text: '/link staff' });
    await heardInWechat(staff, '本群是客服群');
    await world.say({ from: who.engineer, in: staff, text: '大家早上好' });
    const role = writeQuote({ name: '李工', text: '大家早上好' }, '角色 维修');
    await world.say({ from: who.manager, in: staff, text: role });
    await heardInWechat(staff, '李工现在是维修');
    const identities = await database.db.identity.findMany({
      where: { name: { in: ['周经理', '老周'] }, channel: { not: 'web' } },
    });
    expect(identities.map(({ channel }) => channel).toSorted()).toEqual(['telegram', 'wechat']);
    expect(new Set(identities.map(({ personId }) => personId)).size).toBe(1);
  });

  it('a report in Telegram becomes a numbered card in WeChat, with the very photo', async () => {
    const { heard, heardInWechat, world } = house;
    const report = auntLi.say(residents, '3栋2单元门禁坏了，刷卡没反应', { photo });
    const receipt = await heard(residents, '收到您的报修', '李工负责');
    expect(receipt.replyToId).toBe(house.telegram.idOf(report));
    code = codeIn(receipt.text);
    card = (await heardInWechat(staff, code, '1 接单', '“3栋2单元门禁坏了，刷卡没反应”')).text;
    await world.until(() => world.said(staff).some(({ file }) => file !== null));
    const shown = world.said(staff).find(({ file }) => file !== null);
    expect(Buffer.from(shown?.file?.bytes ?? []).equals(Buffer.from(photo))).toBe(true);
  });

  it('taken by its number, answered by a quote, done by a word, rated by a button', async () => {
    const { heard, heardInWechat, world, database } = house;
    // Nobody answers a card before the platform has said that it is there.
    await until('the card is on record', async () =>
      database.db.sentMessage.findFirst({
        where: { conversation: { externalId: staff }, outbox: { purpose: 'card' } },
      }),
    );
    await world.say({ from: who.engineer, in: staff, text: '1' });
    await heard(residents, code, '李工已接单');
    await heardInWechat(staff, '已接单', code);
    const reply = writeQuote({ name: world.selfName, text: card }, '师傅半小时内到');
    await world.say({ from: who.engineer, in: staff, text: reply });
    await heard(residents, `李工回复（${code}）：师傅半小时内到`);
    await world.say({ from: who.engineer, in: staff, text: `办结 ${code} 换了读卡器` });
    const question = await heard(residents, '换了读卡器');
    expect(question.buttons).toEqual([['1', '2', '3', '4', '5'], ['未解决']]);
    auntLi.press(question.wire, '4');
    await heard(residents, `谢谢您的 4 分（${code}）`);
    await heardInWechat(staff, code, '居民评 4 分');
  });

  it('nothing was said twice, and nothing is left to say', async () => {
    const { world, telegram, database } = house;
    const { db } = database;
    await until('all is said', async () => (await db.outboxMessage.count({ where: { state: 'pending' } })) === 0);
    expect(await db.outboxMessage.count({ where: { state: 'failed' } })).toBe(0);
    expect(saidTwice(telegram)).toEqual([]);
    const texts = world.said().map(({ conversationId, text }) => `${conversationId} ${text}`);
    expect(texts.filter((one, index) => !one.endsWith(' ') && texts.indexOf(one) !== index)).toEqual([]);
  });
});
