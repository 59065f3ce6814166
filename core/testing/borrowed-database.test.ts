import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { borrowTestDatabase } from './borrowed-database.ts';
import type { TestDatabase } from './test-database.ts';

const rooms = Array.from({ length: 400 }, (_, index) => `第${index + 1}个群`);

/** A community, rooms, and what is on record of them: that is only ever added. */
async function fill({ db }: TestDatabase): Promise<void> {
  const { id } = await db.community.create({ data: { name: '桂园小区', locale: 'zh-CN', timeZone: 'Asia/Shanghai' } });
  await db.webRoom.createMany({ data: rooms.map((title) => ({ id: title, title })) });
  await db.auditEntry.createMany({ data: rooms.map((subject) => ({ communityId: id, action: 'open', subject })) });
}

/** Changed and removed here and there, so that what is added later would be put in between. */
async function wear({ db }: TestDatabase): Promise<void> {
  await db.webRoom.updateMany({ where: { id: { endsWith: '1个群' } }, data: { title: '改了名' } });
  await db.webRoom.deleteMany({ where: { id: { endsWith: '2个群' } } });
}

async function expectAsNew(database: TestDatabase): Promise<void> {
  const { db } = database;
  expect([await db.community.count(), await db.webRoom.count(), await db.auditEntry.count()]).toEqual([0, 0, 0]);
  await fill(database);
  expect(await db.auditEntry.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 2 })).toEqual([
    { id: 1n },
    { id: 2n },
  ]);
  // As they lie there.
  expect(await db.$queryRaw`SELECT id FROM "WebRoom"`).toEqual(rooms.map((id) => ({ id })));
}

describe('a database that is given back and borrowed again', () => {
  it('is the same, empty, counts from one, and has rows in the order in which they are written', async () => {
    const first = await borrowTestDatabase();
    await fill(first);
    await wear(first);
    await first.drop();

    const second = await borrowTestDatabase();
    expect(second.url).toBe(first.url);
    await expectAsNew(second);
    await second.drop();
  });

  it('is so, too, where somebody was still looking into it as it had been', async () => {
    const first = await borrowTestDatabase();
    await fill(first);
    const onlooker = new Client({ connectionString: first.url });
    await onlooker.connect();
    try {
      await onlooker.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1');
      await wear(first);
      await first.drop();
    } finally {
      await onlooker.end();
    }

    const second = await borrowTestDatabase();
    expect(second.url).toBe(first.url);
    await expectAsNew(second);
    await second.drop();
  });
});
