import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolPerson } from '../core/people/enrol.ts';
import { foundEstate } from '../core/people/found-estate.ts';
import { createTestDatabase } from '../core/testing/test-database.ts';
import type { TestDatabase } from '../core/testing/test-database.ts';
import { codeIn } from './testing/hearing.ts';
import { roomsOf, startProgram } from './testing/program.ts';
import type { Program } from './testing/program.ts';
import { logIn, wechatEnv } from './testing/two-platforms.ts';
import { until } from '../core/testing/until.ts';
import { dayZone } from '../core/testing/day-zone.ts';
import { wechatHearing } from './testing/wechat-hearing.ts';
import type { HeardInWechat } from './testing/wechat-hearing.ts';
import { startGateway } from './wechat/testing/gateway.ts';
import type { Gateway } from './wechat/testing/gateway.ts';
import { startProxy } from './wechat/testing/proxy.ts';
import type { Proxy } from './wechat/testing/proxy.ts';
import type { WechatWorld } from './wechat/testing/wechat-world.ts';

/** What people say: four report one thing each, and the others talk. */
const talk = [
  { by: '3-1-101 老王', text: '3栋1单元电梯停了，按了没反应' },
  { by: '小周', text: '早上好' },
  { by: '小吴', text: '今天真冷' },
  { by: '3-2-202 小陈', text: '3栋2单元门禁坏了，刷卡没反应' },
  { by: '小周', text: '周末有人去跳舞吗' },
  { by: '小吴', text: '我去' },
  { by: '4-1-303 李阿姨', text: '4栋1单元水管漏水，楼道里都是水' },
  { by: '小周', text: '老时间见' },
  { by: '小吴', text: '好的好的' },
  { by: '4-2-404 老赵', text: '小区大门道闸坏了，车进不来' },
  { by: '小周', text: '周末愉快' },
  { by: '小吴', text: '孩子们放学了吗' },
  { by: '小周', text: '快了' },
  { by: '小吴', text: '晚饭吃什么' },
  { by: '小周', text: '包饺子' },
  { by: '小吴', text: '哈哈哈' },
  { by: '3-1-501 老孙', text: '3栋1单元楼道灯不亮，晚上看不见' },
  { by: '小周', text: '大家晚安' },
  { by: '小吴', text: '晚安' },
  { by: '小周', text: '明天见' },
];
const reports = talk.filter(({ by }) => by.includes('-')).map(({ text }) => text);

describe('a line to the gateway that is slow, stands still and breaks', { timeout: 60_000 }, () => {
  let database: TestDatabase;
  let gateway: Gateway;
  let line: Proxy;
  let world: WechatWorld;
  let program: Program;
  let heard: HeardInWechat;
  let folder: string;
  const people = new Map<string, string>();
  let engineer = '';
  let residents = '';
  let staff = '';
  let spoken = 0;
  /** Said while nobody could hear it. */
  let missed: { from: Date; until: Date; lines: typeof talk };

  beforeAll(async () => {
    [database, gateway, folder] = await Promise.all([
      createTestDatabase(),
      startGateway(),
      mkdtemp(join(tmpdir(), 'linli-cut-')),
    ]);
    ({ world } = gateway);
    line = await startProxy(gateway.port);
    heard = wechatHearing(world);
    for (const name of new Set(talk.map(({ by }) => by))) people.set(name, await world.contact({ name }));
    engineer = await world.contact({ name: '李工' });
    residents = await world.room({ topic: '3、4号楼居民群', members: [...people.values()] });
    staff = await world.room({ topic: '桂园小区客服群', members: [engineer] });
    const account = { channel: 'wechat', account: 'wechat' };
    const groups = [
      { externalId: residents, title: '3、4号楼居民群', audience: 'residents' as const },
      { externalId: staff, title: '桂园小区客服群', audience: 'staff' as const },
    ];
    const place = { locale: 'zh-CN', timeZone: dayZone(), buildings: ['3', '4'] };
    const communityId = await foundEstate(database.db, { name: '桂园小区', ...place, ...account, groups }, new Date());
    const known = { communityId, channel: 'wechat', externalId: engineer, name: '李工', flat: null };
    await database.db.$transaction((tx) => enrolPerson(tx, { ...known, role: 'maintenance' }, new Date()));
    program = startProgram(['start'], {
      DATABASE_URL: database.url,
      LINLI_DATA: folder,
      LOG_LEVEL: 'info',
      ...wechatEnv(gateway, line.endpoint),
    });
    await roomsOf(program);
    await logIn({ world, database });
  }, 90_000);
  afterAll(async () => {
    await program?.kill();
    await line?.close();
    await gateway?.stop();
    await database?.drop();
    if (folder) await rm(folder, { recursive: true, force: true });
  }, 30_000);

  it('slow: everything comes, late', async () => {
    line.slow(60);
    await goOn(5);
    await heard(residents, '收到您的报修', '电梯');
    line.restore();
    expect(await database.db.listeningGap.count()).toBe(0);
  });

  it('standing still for a while: what was said meanwhile comes when it moves again', async () => {
    line.stall();
    await goOn(4);
    line.restore();
    await heard(staff, '“4栋1单元水管漏水，楼道里都是水”');
    expect(await database.db.listeningGap.count()).toBe(0);
  });

  it('broken at the very moment at which a receipt reaches the group: it is told that it is away, and comes back', async () => {
    const { db } = database;
    const broken = world.until(() => {
      if (!world.said(residents).some(({ text }) => text.includes('道闸'))) return false;
      line.cut();
      return true;
    });
    await goOn(2);
    await broken;
    const from = new Date();
    await goOn(5);
    missed = { from, until: new Date(), lines: talk.slice(spoken - 5, spoken) };
    await until('it is noticed', async () => db.channelAccount.findFirst({ where: { state: { not: 'online' } } }));
    line.restore();
    await until('it is online again', async () =>
      db.channelAccount.findFirst({ where: { channel: 'wechat', state: 'online' } }),
    );
    const card = world.said(staff).find(({ text }) => text.includes('水管漏水'));
    const code = codeIn(card?.text ?? '');
    await world.say({ from: engineer, in: staff, text: `接单 ${code}` });
    await heard(residents, code, '李工已接单');
    expect(await db.ticket.findFirstOrThrow({ where: { code } })).toMatchObject({ status: 'accepted' });
  });

  it('nothing is lost but what nobody could hear, and that is marked; all else is heard and said once, in order', async () => {
    await goOn(talk.length - spoken);
    const { db } = database;
    const told = talk.filter((one) => !missed.lines.includes(one));
    const where = { conversation: { externalId: residents } };
    await until('all of it is on record', async () => {
      const messages = await db.message.count({ where });
      const unsaid = await db.outboxMessage.count({ where: { state: 'pending' } });
      return (
        messages >= told.length && unsaid === 0 && (await db.inboundEvent.count({ where: { handledAt: null } })) === 0
      );
    });
    const events = await db.inboundEvent.findMany({
      where: { ...where, type: 'message' },
      orderBy: { id: 'asc' },
      select: { key: true },
    });
    const messages = await db.message.findMany({ where, select: { externalId: true, text: true } });
    const inOrder = events.map(({ key }) => messages.find(({ externalId }) => key === `m:${externalId}`)?.text);
    expect(inOrder).toEqual(told.map(({ text }) => text));
    const gaps = await db.listeningGap.findMany();
    expect(gaps).toMatchObject([{ fetched: 0, complete: false }]);
    expect(gaps[0]?.fromAt.getTime()).toBeLessThanOrEqual(missed.from.getTime());
    expect(gaps[0]?.untilAt?.getTime()).toBeGreaterThanOrEqual(missed.until.getTime());

    expect(await db.ticket.count({ where })).toBe(reports.length);
    const receipts = world.said(residents).filter(({ text }) => text.includes('收到您的'));
    const answered = receipts.map(({ text }) => reports.findIndex((report) => text.includes(report.slice(0, 8))));
    // Nobody can know of what was in the air whether it arrived: that one may be said again, and no other.
    const inTheAir = reports.findIndex((report) => report.includes('道闸'));
    expect(answered.filter((one, index) => one !== inTheAir || answered[index - 1] !== one)).toEqual([
      ...reports.keys(),
    ]);
    expect(answered.length).toBeLessThanOrEqual(reports.length + 1);
    const cards = world.said(staff).filter(({ text }) => text.includes('1 接单'));
    expect(cards.map(({ text }) => reports.findIndex((report) => text.includes(report)))).toEqual([...reports.keys()]);
    const texts = world.said().map(({ conversationId, text }) => `${conversationId} ${text}`);
    expect(texts.filter((one, index) => texts.indexOf(one) !== index && !one.includes('道闸'))).toEqual([]);
    expect(await db.outboxMessage.count({ where: { state: 'failed' } })).toBe(0);
  });

  /** The next lines of the talk. */
  async function goOn(count: number): Promise<void> {
    for (const { by, text } of talk.slice(spoken, spoken + count)) {
      await world.say({ from: people.get(by) ?? '', in: residents, text });
    }
    spoken += count;
  }
});
