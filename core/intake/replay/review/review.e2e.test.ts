import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Understand } from '../../understanding.ts';
import { markStaff, readLabelledChat } from '../labels.ts';
import { chatsIn } from '../telegram-export.ts';
import { makeReview } from './make-review.ts';
import { reviewPage } from './review-page.ts';

const said: [id: number, from: string, fromId: string, text: string][] = [
  [1, '李阿姨', 'user1', '3栋2单元电梯坏了，停在5楼'],
  [2, '小陈', 'user2', '早上好'],
  [
    3,
    '坏人',
    'user3',
    '</script><script>document.title="broken"</script><img src=x onerror=alert(1)> <!-- {{data}} $& \u2028',
  ],
  [4, '物业客服', 'user9', '收到，马上派人'],
  [5, '老王', 'user4', '谁家有多余的车位出租吗'],
  [6, '李阿姨', 'user1', '里面的灯也不亮'],
  [7, '小陈', 'user2', '门口好像有味道'],
  [8, '小陈', 'user2', '笑死，坏了'],
];
const history = (messages: typeof said) => ({
  name: '桂园 </title>',
  type: 'private_supergroup',
  id: 7,
  messages: messages.map(([id, from, from_id, text]) => ({
    id,
    type: 'message',
    date: '2026-03-02T09:00:00',
    date_unixtime: String(1_772_413_200 + id * 60),
    from,
    from_id,
    text,
  })),
});

/** A lift and whatever is broken are tickets, a smell is a question. */
const understands: Understand = ({ text, fromStaff }, { matters }) => {
  const explanation = { by: 'test', believed: 0.8, reasons: [{ what: 'says fault', weight: 0.8 }] };
  const place = { building: /(\d)栋/.exec(text)?.[1] ?? null, unit: null, room: null, spot: null };
  const kind = text.includes('笑') ? ('complaint' as const) : ('repair' as const);
  const urgency = 'normal' as const;
  const area = 'facilities' as const;
  const matter = { kind, area, urgency, place, summary: text, sensitive: false, confidence: 0.8 };
  const [known] = matters;
  if (fromStaff && known) return { acts: [{ kind: 'answer', matterId: known.id, settles: false }], explanation };
  if (text.includes('坏')) return { acts: [{ kind: 'report', matter }], explanation };
  return { acts: text.includes('味道') ? [{ kind: 'doubt', matter }] : [], explanation };
};

let folder = '';
let browser: Browser;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];
const asked: string[] = [];

const write = async (name: string, messages: typeof said, locale: string): Promise<string> => {
  const [chat] = chatsIn(history(messages)) ?? [];
  if (!chat) throw new Error('no chat');
  const loaded = {
    name,
    chat,
    messages: markStaff(chat, new Set(['user9'])),
    setting: { buildings: ['3'], groupBuildings: [], locale },
    community: null,
    staff: ['user9'],
    nameOf: (id: string) => id,
    notes: [],
  };
  const file = join(folder, `${name}.review.html`);
  await writeFile(file, reviewPage(makeReview(loaded, locale, understands)));
  return file;
};

async function open(file: string): Promise<void> {
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => void dialog.accept());
  page.setDefaultTimeout(5_000);
  await page.goto(pathToFileURL(file).href);
}

const save = async (): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
  expect(download.suggestedFilename()).toMatch(/\.labels\.json$/);
  return readFile(await download.path(), 'utf8');
};
const line = (id: number) => page.locator(`#line-${id}`);
const keysOf = (id: number) => line(id).locator('.chip').allTextContents();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli review '));
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  context = await browser.newContext({ acceptDownloads: true });
}, 60_000);

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

describe('the review page of a chat', () => {
  it('marks what was missed, what is none and what belongs together, and saves it as labels that are read back', async () => {
    await open(await write('garden', said, 'zh-CN'));
    expect(await page.title()).toBe('核对 · 桂园 </title>');
    expect(await page.locator('.personal').textContent()).toContain('居民的姓名');
    // What a resident wrote is text.
    expect(await line(3).locator('p').last().textContent()).toContain('<img src=x onerror=alert(1)> <!-- {{data}} $&');
    expect(await page.locator('.line img').count()).toBe(0);
    expect(await page.locator('.line').count()).toBe(8);
    expect(await page.locator('.card').count()).toBe(3);
    expect(await page.locator('#counts').textContent()).toBe('8 条消息 · 2 张工单 · 1 个待问 · 已改 0 处');

    // The joke is no matter.
    await page.click('#ticket-t3 .what');
    expect(await page.locator('#ticket-t3').textContent()).toContain('说东西坏了或用不了 +0.8');
    await page.getByRole('button', { name: '不是事' }).click();
    expect(await page.locator('#ticket-t3').getAttribute('class')).toContain('none');

    // A matter was missed: by the keyboard.
    await line(5).focus();
    await line(5).press('m');
    await page.keyboard.press('Escape');
    expect(await line(5).locator('.actions').count()).toBe(0);
    await line(5).press('m');
    await line(5).locator('select').nth(0).selectOption('inquiry');
    await line(5).locator('select').nth(1).selectOption('parking');
    await line(5).getByRole('button', { name: '添上工单' }).click();
    expect(await keysOf(5)).toEqual(['t4 咨询']);
    expect(await page.locator('#ticket-t4').textContent()).toContain('漏掉的');

    // A line is joined by two clicks, and unties by another.
    await page.click('#ticket-t1 .what');
    await page.click('#ticket-t1 .tie');
    await line(6).click();
    await line(2).click();
    expect(await keysOf(2)).toEqual(['t1 报修']);
    await line(2).click();
    expect(await keysOf(2)).toEqual([]);
    await page.keyboard.press('Escape');

    // Another urgency and place.
    await page.locator('#ticket-t1 .row select').nth(2).selectOption('high');
    await page.locator('#ticket-t1 .place input').nth(2).fill('5a');
    await page.locator('#ticket-t1 .place input').nth(2).press('Tab');
    expect(await page.locator('#ticket-t1').textContent()).toContain('原为：一般');

    await line(2).focus();
    await line(2).press('e');
    const labels = await save();
    const read = readLabelledChat(JSON.stringify(history(said)), labels);
    expect(read.labels.tickets).toEqual([
      expect.objectContaining({
        key: 't1',
        messages: ['1', '6'],
        kind: 'repair',
        area: 'facilities',
        urgency: 'high',
        place: { building: '3', unit: null, room: '5A', spot: null },
        sensitive: false,
        solvedBy: null,
      }),
      expect.objectContaining({ key: 't4', messages: ['5'], kind: 'inquiry', area: 'parking', urgency: 'normal' }),
    ]);
    // The question that nobody decided may go either way, too.
    expect(read.labels.either.toSorted()).toEqual(['2', '7']);
    expect(await page.locator('#status').textContent()).toContain('有 1 个待问没有判断');
    expect(read.labels.community).toMatchObject({ staff: ['user9'], locale: 'zh-CN' });
    expect(JSON.parse(labels)).toMatchObject({
      tickets: [{ messages: [1, 6], reporters: ['user1'], answered_by: 4 }, {}],
    });
    await writeFile(join(folder, 'saved.labels.json'), labels);
  });

  it('loads what was saved, says what is wrong with what is no labels, and undoes', async () => {
    await open(join(folder, 'garden.review.html'));
    const before = await page.locator('.card').count();
    const said = page.locator('#status');
    const wrong: [string, string][] = [
      ['<html>', '不是 JSON'],
      ['{"tickets":[{"messages":[1],"kind":"repair","area":"lift","urgency":"normal"}]}', 'tickets[0].area'],
      ['{"tickets":[{"messages":[99],"kind":"repair","area":"other","urgency":"normal"}]}', '没有消息 99'],
      ['[]', 'tickets'],
    ];
    for (const [text, expected] of wrong) {
      await writeFile(join(folder, 'wrong.json'), text);
      await page.setInputFiles('#file', join(folder, 'wrong.json'));
      await expect.poll(() => said.textContent()).toContain(expected);
      expect(await page.locator('.card').count()).toBe(before);
    }
    await page.setInputFiles('#file', join(folder, 'saved.labels.json'));
    await expect.poll(() => said.textContent()).toContain('已载入：2');
    expect(await page.locator('.card').count()).toBe(2);
    expect(await save()).toBe(await readFile(join(folder, 'saved.labels.json'), 'utf8'));
    await page.click('#undo');
    expect(await page.locator('.card').count()).toBe(before);
  });

  it('marks lines and tickets that belong together, both ways, filters, and goes by the keyboard', async () => {
    await open(join(folder, 'garden.review.html'));
    const key = (await keysOf(1))[0]?.split(' ')[0] ?? '';
    await line(1).hover();
    expect(await page.locator(`#ticket-${key}.lit`).count()).toBe(1);
    await line(2).hover();
    expect(await page.locator(`#ticket-${key}.lit`).count()).toBe(0);
    await page.locator(`#ticket-${key}`).hover();
    expect(await page.locator('#line-1.lit').count()).toBe(1);

    const shown = () => page.locator('.line:visible').evaluateAll((all) => all.map(({ id }) => id));
    const [show, kind, urgency, building] = [0, 1, 2, 3].map((at) => page.locator('.filters select').nth(at));
    await show?.selectOption('nothing');
    expect(await shown()).not.toContain('line-1');
    expect(await shown()).toContain('line-2');
    await show?.selectOption('all');
    await kind?.selectOption('praise');
    expect(await shown()).toEqual([]);
    expect(await page.locator('#no-line').isVisible()).toBe(true);
    await kind?.selectOption('repair');
    await urgency?.selectOption('');
    await building?.selectOption('3');
    expect(await shown()).toContain('line-1');
    await kind?.selectOption('');
    await building?.selectOption('');
    await page.fill('#search', '车位');
    await expect.poll(shown).toEqual(['line-5']);
    await page.fill('#search', '');
    await expect.poll(async () => (await shown()).length).toBe(8);

    await line(1).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await line(2).locator('.actions').count()).toBe(1);

    // A line is dragged onto a card.
    await line(2).dragTo(page.locator(`#ticket-${key} .what`));
    expect((await keysOf(2)).some((one) => one.startsWith(`${key} `))).toBe(true);
    await page.click('#undo');
    expect((await keysOf(2)).some((one) => one.startsWith(`${key} `))).toBe(false);
  });

  it('fits a telephone, and speaks three languages', async () => {
    const words: [string, string][] = [
      ['en', 'A matter was missed'],
      ['zh-TW', '漏了一件事'],
    ];
    for (const [locale, missed] of words) {
      await open(await write(`garden-${locale}`, said, locale));
      await page.setViewportSize({ width: 360, height: 700 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      expect(await page.locator('#tickets').isVisible()).toBe(false);
      await line(2).click();
      expect(await line(2).locator('.actions').textContent()).toContain(missed);
      await page.locator('#tabs button').nth(1).click();
      expect([await page.locator('#tickets').isVisible(), await page.locator('#chat').isVisible()]).toEqual([
        true,
        false,
      ]);
    }
  });

  it('stays quick with thousands of messages', async () => {
    const many = Array.from({ length: 6000 }, (_, at): (typeof said)[number] => [
      at + 1,
      `邻居${at % 50}`,
      `user${at % 50}`,
      at % 40 === 0 ? `${(at % 9) + 1}栋电梯坏了` : `今天天气真好 ${at}`,
    ]);
    const file = await write('many', many, 'zh-CN');
    const before = performance.now();
    await open(file);
    expect(await page.locator('.line').count()).toBe(6000);
    const opened = performance.now() - before;
    const took = await page.evaluate<number>(`
      const start = performance.now();
      document.getElementById('line-2').dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true }));
      performance.now() - start;
    `);
    expect(opened).toBeLessThan(15_000);
    expect(took).toBeLessThan(1_500);
    expect(await keysOf(2)).toEqual(['两可']);
  }, 60_000);

  it('asked for nothing but itself, and made no mistake', () => {
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
    expect(faults).toEqual([]);
  });
});
