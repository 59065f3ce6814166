import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { enrolPerson } from '../../core/people/enrol.ts';
import { defaultPolicyDocument } from '../../core/policy/default-policy.ts';
import { dayZone } from '../../core/testing/day-zone.ts';
import type { TestGroup } from '../telegram/testing/group.ts';
import type { TestUser } from '../telegram/testing/people.ts';
import { logIn, openTwoPlatforms } from './two-platforms.ts';
import type { TwoPlatforms } from './two-platforms.ts';

const HOUR_MS = 3_600_000;

/** One estate whose residents are in the rooms, in Telegram and in WeChat, at once. */
export interface ThreePlatforms extends TwoPlatforms {
  browser: Browser;
  page: Page;
  /** The residents' groups. */
  inTelegram: TestGroup;
  inWechat: string;
  /** Lives in 5-1-1202. */
  chen: TestUser;
  /** Of 4-1-302, by the id that WeChat gives her. */
  aunt: string;
  /** Messages in a room that are said, with all these words. */
  said: (room: string, ...words: string[]) => Locator;
  say: (room: string, text: string) => Promise<void>;
  speakAs: (room: string, name: string) => Promise<void>;
  press: (message: Locator, label: string) => Promise<void>;
}

/** Quiet hours that are far away, and nothing that waits: what a test does must not depend on when it is done. */
function untroubled(now: Date): object {
  const clock = (at: Date): string =>
    at.toLocaleTimeString('en-GB', { timeZone: dayZone(now), hour: '2-digit', minute: '2-digit' });
  const quietHours = `${clock(new Date(now.getTime() + 11 * HOUR_MS))}-${clock(new Date(now.getTime() + 12 * HOUR_MS))}`;
  const { calendar, notices, restraint } = defaultPolicyDocument;
  return {
    ...defaultPolicyDocument,
    calendar: { ...calendar, quietHours },
    notices: { ...notices, takeBackWithin: '1min' },
    restraint: { ...restraint, perGroupAndDay: 100 },
  };
}

/** Opens everything, with one group of residents on each platform, and a browser with the rooms. */
export async function openThreePlatforms(env: Record<string, string> = {}): Promise<ThreePlatforms> {
  const house = await openTwoPlatforms(env);
  const { database, telegram, world, rooms } = house;
  const { db } = database;
  const inTelegram = telegram.group({ title: '5号楼居民群' });
  const chen = telegram.user({ name: '小陈' });
  inTelegram.join(chen);
  const aunt = await world.contact({ name: '4-1-302 林阿姨' });
  const inWechat = await world.room({ topic: '4号楼居民群', members: [aunt] });
  await logIn(house);

  const now = new Date();
  const { id: communityId } = await db.community.findFirstOrThrow({ select: { id: true } });
  const approved = { approvedAt: now, proposedAt: now, takesEffectAt: now };
  await db.policyVersion.create({ data: { communityId, version: 2, data: untroubled(now), ...approved } });
  const wechat = await db.channelAccount.findFirstOrThrow({ where: { channel: 'wechat', state: 'online' } });
  const group = { communityId, kind: 'group', audience: 'residents', linkedAt: now } as const;
  await db.conversation.createMany({
    data: [
      {
        ...group,
        channel: 'telegram',
        account: telegram.account,
        externalId: String(inTelegram.id),
        title: '5号楼居民群',
      },
      { ...group, channel: 'wechat', account: wechat.account, externalId: inWechat, title: '4号楼居民群' },
    ],
  });
  const resident = { communityId, role: 'resident' } as const;
  const chensHome = { building: '5', unit: '1', room: '1202' };
  await enrolPerson(
    db,
    { ...resident, channel: 'telegram', externalId: String(chen.id), name: '小陈', flat: chensHome },
    now,
  );

  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 850 }, locale: 'zh-CN' });
  page.setDefaultTimeout(30_000);
  await page.goto(rooms, { waitUntil: 'domcontentloaded' });
  await page.locator('.room:visible .speaker b').first().waitFor();
  const room = (id: string): Locator => page.locator(`[data-room="${id}"]`);
  return {
    ...house,
    browser,
    page,
    inTelegram,
    inWechat,
    chen,
    aunt,
    said: (id, ...words) =>
      words.reduce((found, hasText) => found.filter({ hasText }), room(id).locator('.messages:not(.waiting) .message')),
    async say(id, text) {
      const input = room(id).locator('textarea');
      await input.fill(text);
      await input.press('Enter');
    },
    async speakAs(id, name) {
      await room(id).locator('.speaker').click();
      await room(id).locator('.menu-entry', { hasText: name }).first().click();
    },
    press: (message, label) => message.locator('.choice', { hasText: label }).first().click(),
    async close() {
      await browser.close();
      await house.close();
    },
  };
}
