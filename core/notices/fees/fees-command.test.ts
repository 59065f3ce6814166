import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundCommunity } from '../../people/communities.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { UsageError } from '../../usage-error.ts';
import { addFees } from './fees-command.ts';

const now = new Date('2026-11-23T10:00:00+08:00');
let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fees-'));
  database = await createTestDatabase();
  const estate = { name: '桂花园', locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
  const { id } = await database.db.$transaction((tx) => foundCommunity(tx, estate, now));
  await database.db.building.create({ data: { communityId: id, label: '3' } });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Runs `linli fees import` on a file with these bytes. */
async function importing(bytes: string | Buffer, ...more: string[]): Promise<string> {
  const file = join(folder, 'list.csv');
  await writeFile(file, bytes);
  const out: string[] = [];
  const program = new Command().exitOverride();
  addFees(program, { out: (line) => out.push(line), now: () => now, withDatabase: (work) => work(database.db) });
  await program.parseAsync(['fees', 'import', file, '--title', '2026年物业费', ...more], { from: 'user' });
  return out.join('\n');
}

describe('linli fees import', () => {
  it.each([
    ['a line that cannot be read', '房号,金额\n3-2-501,一百', 'Line 2'],
    ['no household', '房号,金额\n', 'no household'],
    ['another encoding', Buffer.from([0xb7, 0xbf, 0xba, 0xc5]), 'not in UTF-8'],
  ])('%s: says what to mend, and imports nothing', async (_told, bytes, words) => {
    const failure = await importing(bytes).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect(String(failure)).toContain(words);
    expect(String(failure)).not.toContain('501');
    expect(await database.db.feeList.count()).toBe(0);
  });

  it('a community that there is not', async () => {
    await expect(importing('3-2-501,100', '--community', '别处')).rejects.toThrow(UsageError);
  });

  it('puts a list on record that a manager has to confirm, and says how', async () => {
    const out = await importing('房号,金额,到期日\n3-2-501,1234.50,2026-12-31\n3-2-601,800,', '--how', '前台');
    expect(out).toContain('households 2, total 2,034.50');
    expect(out).toContain('缴费 确认 1');
    expect(await database.db.feeList.findMany()).toMatchObject([
      { title: '2026年物业费', how: '前台', confirmedAt: null },
    ]);
    expect(await database.db.deadline.count({ where: { kind: 'fees' } })).toBe(0);
  });
});
