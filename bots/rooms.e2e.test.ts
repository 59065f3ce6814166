import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeIn } from './testing/hearing.ts';
import { roomsOf, startProgram } from './testing/program.ts';
import type { Program } from './testing/program.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let dataDir: string;
let program: Program;
let browser: Browser;
let address: string;
const faults: string[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'linli-rooms-'));
  // The database's user must get in, when root runs the tests.
  await chmod(dataDir, 0o755);
  program = startProgram(['start'], { LINLI_DATA: join(dataDir, 'data') });
  const launching = chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  [browser, address] = await Promise.all([launching, roomsOf(program)]);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

/** A window of its own, in which nobody has chosen anything yet. */
async function open(width = 1400, height = 850): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.locator('.room:visible .speaker b').first().waitFor();
  return page;
}

const room = (page: Page, id: string): Locator => page.locator(`[data-room="${id}"]`);
/** Messages that are said, with all these words. */
const said = (page: Page, id: string, ...words: string[]): Locator =>
  words.reduce(
    (found, hasText) => found.filter({ hasText }),
    room(page, id).locator('.messages:not(.waiting) .message'),
  );
const bubble = (message: Locator): Locator => message.locator('.bubble');

async function say(page: Page, id: string, text: string): Promise<void> {
  const input = room(page, id).locator('textarea');
  await input.fill(text);
  await input.press('Enter');
}

async function speakAs(page: Page, id: string, name: string): Promise<void> {
  await room(page, id).locator('.speaker').click();
  await room(page, id).locator('.menu-entry', { hasText: name }).first().click();
}

const press = (message: Locator, label: string): Promise<void> =>
  message.locator('.choice', { hasText: label }).first().click();

describe('the way of one matter in the rooms', { timeout: 60_000 }, () => {
  /** The resident's window, with the staff's room beside. */
  let one: Page;
  /** Somebody who only looks on. */
  let two: Page;
  let code: string;
  beforeAll(async () => {
    [one, two] = await Promise.all([open(), open()]);
    await speakAs(one, 'residents', '李阿姨');
    await speakAs(one, 'staff', '李工');
  }, 60_000);

  it('a resident reports with a photo, and is given one short receipt as a reply', async () => {
    const file = { name: '漏水.png', mimeType: 'image/png', buffer: png };
    await room(one, 'residents').locator('input[type=file]').setInputFiles(file);
    await room(one, 'residents').locator('.staged-file img').waitFor();
    await say(one, 'residents', '3栋2单元501厨房漏水，顶上一直在滴');
    const receipt = said(one, 'residents', '收到您的报修', '李工负责');
    await receipt.waitFor();
    code = codeIn(await bubble(receipt).innerText());
    expect(await receipt.locator('.quote b').innerText()).toBe('李阿姨');
    // The room number is not repeated into the group.
    expect(await bubble(receipt).locator('.text').innerText()).not.toContain('501');
    await said(two, 'residents', '收到您的报修', code).waitFor();
  });

  it('the staff see a card with the photo, and take it by a press', async () => {
    const card = said(one, 'staff', code, '顶上一直在滴', '待接单');
    await card.locator('.photo img').first().waitFor();
    await press(card, '接单');
    await said(one, 'residents', `${code}：李工已接单`).waitFor();
    await said(two, 'residents', `${code}：李工已接单`).waitFor();
    await said(two, 'staff', code, '处理中').waitFor();
    expect(await said(two, 'staff', code, '顶上一直在滴').count()).toBe(1);
  });

  it('an answer to the card reaches the resident as a reply to what they said', async () => {
    await said(one, 'staff', code, '处理中').locator('.text').click();
    await room(one, 'staff').locator('.reply-bar').waitFor();
    await say(one, 'staff', '先关水阀，我二十分钟后到');
    const answer = said(one, 'residents', `李工回复（${code}）：先关水阀，我二十分钟后到`);
    await answer.waitFor();
    expect(await answer.locator('.quote').innerText()).toContain('厨房漏水');
    await said(two, 'residents', `李工回复（${code}）`).waitFor();
  });

  it('a time that is promised is told to the resident and stands on the card', async () => {
    await say(one, 'staff', `承诺 ${code} 明天15:00 换水管`);
    await said(one, 'residents', `${code}：李工和您约定 明天 15:00`, '换水管').waitFor();
    const card = said(two, 'staff', code, '处理中', '明天 15:00');
    await card.waitFor();
    expect(await card.locator('.choice').allInnerTexts()).toEqual(['承诺', '转交', '办结']);
  });

  it('on a phone a resident sees the same, and how their own matters stand', async () => {
    const phone = await open(390, 844);
    await speakAs(phone, 'residents', '李阿姨');
    await said(phone, 'residents', `${code}：李工和您约定 明天 15:00`).waitFor();
    await say(phone, 'residents', '进度');
    await said(phone, 'residents', '您有 1 件正在办理', code).waitFor();
    expect(await phone.locator('.room:visible').count()).toBe(1);
    expect(await phone.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0);
    await phone.context().close();
  });

  it('done, the resident is asked; “not solved” opens it again, and the staff get a new card', async () => {
    await press(said(one, 'staff', code, '处理中'), '办结');
    const question = said(one, 'residents', `${code}：李工已经处理好了`, '请问解决了吗');
    await question.waitFor();
    expect(await question.locator('.choice').allInnerTexts()).toEqual(['1', '2', '3', '4', '5', '未解决']);
    await press(question, '未解决');
    await said(one, 'residents', `抱歉还没解决。${code} 已重新打开`).waitFor();
    await said(two, 'staff', code, '居民说未解决，重开').last().waitFor();
  });

  it('done once more, the resident rates it by a press, and it is closed', async () => {
    await say(one, 'staff', `办结 ${code} 换了新水管`);
    const question = said(one, 'residents', `李工（${code}）：换了新水管`);
    await question.waitFor();
    await press(question, '5');
    await said(one, 'residents', `谢谢您的 5 分（${code}）`).waitFor();
    await said(two, 'residents', `谢谢您的 5 分（${code}）`).waitFor();
    const card = said(two, 'staff', code, '已关闭', '评分 5/5').last();
    await card.waitFor();
    expect(await card.locator('.choice').allInnerTexts()).toEqual(['重开']);
  });

  it('the staff can read the whole history', async () => {
    await say(one, 'staff', `详情 ${code}`);
    const history = said(two, 'staff', code, '开单', '李工接单', '居民说未解决，重开', '居民评 5 分');
    await history.waitFor();
    expect(await history.locator('.quote b').innerText()).toBe('李工');
  });

  it('no page met a fault, and the program ends in peace', async () => {
    expect(faults).toEqual([]);
    await Promise.all([one, two].map((page) => page.context().close()));
    expect(await program.stop()).toBe(0);
  });
});
