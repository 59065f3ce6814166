import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { OutgoingMessage } from '../../core/channel/outgoing.ts';
import { createTestDatabase, type TestDatabase } from '../../core/testing/test-database.ts';
import { seedRooms } from './seed.ts';
import { tryRooms } from './testing/try-rooms.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let database: TestDatabase;
let rooms: ReturnType<typeof tryRooms>;
let browser: Browser;
let url = '';
const faults: string[] = [];

/** A desk that acknowledges what residents say, shows the staff a card, and notes a press on it. */
async function answer(event: ChannelEvent): Promise<void> {
  const say = (message: Partial<OutgoingMessage>) =>
    rooms.channel.send({
      conversationId: event.conversation.externalId,
      sendKey: `${event.key}:${message.conversationId ?? ''}`,
      text: '',
      choices: [],
      files: [],
      replyToId: null,
      editId: null,
      reaction: null,
      poll: null,
      recallIds: [],
      ...message,
    });
  if (event.type === 'message' && event.conversation.externalId === 'residents') {
    await say({ text: `收到:${event.text}`, replyToId: event.messageId });
    const choices = [[{ id: 'take', label: '接单' }]];
    await say({ conversationId: 'staff', text: `新工单:${event.text}`, choices });
  }
  if (event.type === 'message' && event.conversation.kind === 'direct') await say({ text: `私聊收到:${event.text}` });
  if (event.type === 'button') {
    const card = await database.db.webMessage.findUniqueOrThrow({ where: { id: BigInt(event.messageId) } });
    await say({ text: `${card.text} ${event.sender.name}已接单`, editId: event.messageId });
  }
}

beforeAll(async () => {
  database = await createTestDatabase();
  await seedRooms(database.db);
  rooms = tryRooms(database);
  await rooms.bot.start({ receive: answer });
  url = await rooms.listen();
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await rooms.bot.stop();
  await rooms.close();
  await database.drop();
});

/** A window of its own, with nothing remembered. */
async function open(options: { width?: number; height?: number; locale?: string } = {}): Promise<Page> {
  const { width = 1400, height = 850, locale = 'zh-CN' } = options;
  const context = await browser.newContext({ viewport: { width, height }, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.locator('.room:visible .speaker b').first().waitFor();
  return page;
}

const room = (page: Page, id: string): Locator => page.locator(`[data-room="${id}"]`);
const said = (page: Page, id: string, text: string): Locator =>
  room(page, id).locator('.messages:not(.waiting) .bubble', { hasText: text });

async function say(page: Page, id: string, text: string): Promise<void> {
  const input = room(page, id).locator('textarea');
  await input.fill(text);
  await input.press('Enter');
}

async function speakAs(page: Page, id: string, name: string): Promise<void> {
  await room(page, id).locator('.speaker').click();
  await room(page, id).locator('.menu-entry', { hasText: name }).first().click();
}

describe('the rooms in a browser', () => {
  let one: Page;
  let two: Page;
  beforeAll(async () => {
    [one, two] = await Promise.all([open(), open()]);
  }, 60_000);

  it('what a resident types is seen at once in a second window, with the answer of the desk', async () => {
    await speakAs(one, 'residents', '李阿姨');
    await say(one, 'residents', '3栋2单元电梯又停了');
    await said(two, 'residents', '收到:3栋2单元电梯又停了').waitFor();
    await said(one, 'residents', '收到:3栋2单元电梯又停了').waitFor();
    await said(two, 'staff', '新工单:3栋2单元电梯又停了').waitFor();
    expect(await said(two, 'residents', '收到:3栋').locator('.quote b').innerText()).toBe('李阿姨');
  });

  it('a press on the button of a card changes the card everywhere', async () => {
    await say(one, 'residents', '路灯不亮');
    await speakAs(two, 'staff', '王姐');
    const card = room(two, 'staff').locator('.message', { hasText: '新工单:路灯不亮' });
    await card.locator('.choice', { hasText: '接单' }).click();
    await said(one, 'staff', '路灯不亮 王姐已接单').waitFor();
    await said(two, 'staff', '路灯不亮 王姐已接单').waitFor();
    const changed = room(one, 'staff').locator('.message', { hasText: '路灯不亮 王姐已接单' });
    expect(await changed.locator('.marks i').innerText()).toBe('已更新');
    expect(await changed.locator('.choice').count()).toBe(0);
  });

  it('a photo is looked over before it is sent, and looked at large afterwards', async () => {
    const file = { name: '漏水.png', mimeType: 'image/png', buffer: png };
    await room(one, 'residents').locator('input[type=file]').setInputFiles(file);
    await room(one, 'residents').locator('.staged-file img').waitFor();
    await say(one, 'residents', '厨房漏水');
    await said(two, 'residents', '厨房漏水').first().locator('.photo').click();
    const large = two.locator('dialog.lightbox img');
    await large.waitFor();
    const width = await large.evaluate(async (picture) => {
      await Reflect.apply(Reflect.get(picture, 'decode'), picture, []);
      return Reflect.get(picture, 'naturalWidth');
    });
    expect(width).toBe(1);
    await two.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
  });

  it('what looks like a page is shown as it was written, and nothing of it runs', async () => {
    const text = '<img src=x onerror=alert(1)> <b>_*[粗]*_</b> javascript:alert(2)';
    await say(one, 'managers', text);
    const bubble = said(two, 'managers', text);
    await bubble.waitFor();
    expect(await bubble.locator('img, b, a').count()).toBe(0);
  });

  it('somebody else can be chosen to speak, and then their messages stand on the right', async () => {
    await speakAs(two, 'residents', '小陈');
    await say(two, 'residents', '我家也是');
    const messages = room(two, 'residents').locator('.messages:not(.waiting)');
    await messages.locator('.message.own', { hasText: '我家也是' }).waitFor();
    await speakAs(two, 'residents', 'Mrs Wong');
    expect(await messages.locator('.message.own', { hasText: '我家也是' }).count()).toBe(0);
  });

  it('a click on a card answers it, Esc gives it up, and a click on a quote goes to what is quoted', async () => {
    await say(one, 'residents', '门禁坏了');
    const staff = room(one, 'staff');
    await said(one, 'staff', '新工单:门禁坏了').click();
    expect(await staff.locator('.reply-bar b').innerText()).toBe('回复 邻里');
    await one.keyboard.press('Escape');
    await staff.locator('.reply-bar').waitFor({ state: 'hidden' });
    await said(one, 'staff', '新工单:门禁坏了').click();
    await say(one, 'staff', '师傅已经出发');
    await said(one, 'staff', '师傅已经出发').locator('.quote').click();
    await staff.locator('.message.flash', { hasText: '新工单:门禁坏了' }).waitFor();
  });

  it('one’s own words can be changed with the arrow up, reacted to, and taken back', async () => {
    await say(one, 'managers', '明天开会');
    await said(one, 'managers', '明天开会').waitFor();
    await room(one, 'managers').locator('textarea').press('ArrowUp');
    await say(one, 'managers', '后天开会');
    const item = room(one, 'managers').locator('.message', { hasText: '后天开会' });
    expect(await item.locator('.marks i').innerText()).toBe('已编辑');
    await item.hover();
    await item.getByLabel('表情回应').click();
    await item.getByLabel('👍', { exact: true }).click();
    await item.locator('.reaction[aria-pressed="true"]').waitFor();
    await item.hover();
    await item.getByLabel('撤回').click();
    await room(two, 'managers').locator('.note', { hasText: '消息已撤回' }).waitFor();
  });

  it('a resident can write to the desk alone', async () => {
    await speakAs(two, 'residents', 'Mrs Wong');
    await speakAs(two, 'residents', '与机器人私聊');
    const direct = two.locator('.room', { has: two.getByRole('heading', { name: 'Mrs Wong' }) });
    await direct.locator('textarea').fill('邻居太吵');
    await direct.locator('textarea').press('Enter');
    const heard = direct.locator('.bubble', { hasText: '私聊收到:邻居太吵' });
    await heard.waitFor();
    expect(await room(one, 'residents').locator('.bubble', { hasText: '邻居太吵' }).count()).toBe(0);
  });

  it('somebody new can be added and speaks at once', async () => {
    await one.locator('.tools .quiet').click();
    const dialog = one.locator('dialog.dialog');
    await dialog.locator('input[name=name]').fill('孙师傅');
    await dialog.locator('select[name=role]').selectOption('maintenance');
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'detached' });
    await speakAs(one, 'staff', '孙师傅');
    await say(one, 'staff', '我来看看');
    await said(two, 'staff', '我来看看').waitFor();
    expect(rooms.enrolled).toMatchObject([{ name: '孙师傅', role: 'maintenance', flat: null }]);
  });

  it('on a phone one room is seen at a time, and the tab of another says how much is new there', async () => {
    const phone = await open({ width: 390, height: 844 });
    await phone.locator('.room:visible .message').first().waitFor();
    expect(await phone.locator('.room:visible').count()).toBe(1);
    await say(one, 'managers', '手机上看得到吗');
    const tab = phone.locator('.tab', { hasText: '经理群' });
    expect(await tab.locator('.unread').innerText()).toBe('1');
    await tab.click();
    await room(phone, 'managers').locator('.new-line', { hasText: '以下是新消息' }).waitFor();
    await tab.locator('.unread').waitFor({ state: 'detached' });
    expect(await phone.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0);
    await phone.context().close();
  });

  it('older messages come when one scrolls up, and a quote of long ago is found', async () => {
    const lines = Array.from({ length: 230 }, (_, index) => ({ roomId: 'staff', text: `很久以前第${index + 1}句` }));
    await database.db.webMessage.createMany({ data: lines });
    const first = await database.db.webMessage.findFirstOrThrow({ where: { text: '很久以前第1句' } });
    await database.db.webMessage.create({ data: { roomId: 'staff', text: '还记得吗', replyToId: first.id } });
    const page = await open();
    await said(page, 'staff', '还记得吗').waitFor();
    expect(await room(page, 'staff').locator('.message').count()).toBe(100);
    await said(page, 'staff', '很久以前第140句').waitFor();
    await room(page, 'staff').locator('.log').hover();
    await page.mouse.wheel(0, -100_000);
    await said(page, 'staff', '很久以前第40句').waitFor();
    await room(page, 'staff').locator('.to-bottom').click();
    await said(page, 'staff', '还记得吗').locator('.quote').click();
    await room(page, 'staff').locator('.message.flash', { hasText: '很久以前第1句' }).waitFor();
    await page.context().close();
  });

  it.each([
    ['zh-HK', '傳送'],
    ['fr-FR', 'Send'],
  ])('speaks the language of the browser, or else English: %s', async (locale, send) => {
    const page = await open({ locale });
    expect(await room(page, 'residents').locator('.send').innerText()).toBe(send);
    await page.context().close();
  });

  afterAll(() => {
    if (faults.length > 0) throw new Error(`the page met faults: ${faults.join('; ')}`);
  });
});
