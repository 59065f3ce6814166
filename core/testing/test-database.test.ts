import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from './test-database.ts';

describe('a database of a test', async () => {
  const one = await createTestDatabase();
  const other = await createTestDatabase();
  afterAll(() => Promise.all([one.drop(), other.drop()]));

  it('is migrated, empty, and apart from every other', async () => {
    await one.db.community.create({ data: { name: '阳光花园', locale: 'zh-CN', timeZone: 'Asia/Shanghai' } });
    expect(await one.db.community.findMany({ select: { name: true } })).toEqual([{ name: '阳光花园' }]);
    expect(await other.db.community.count()).toBe(0);
  });
});
