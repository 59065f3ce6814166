import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundCommunity } from '../people/communities.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { UsageError } from '../usage-error.ts';
import { addSource } from './source-command.ts';

const now = new Date('2026-11-23T10:00:00+08:00');
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const estate = { name: '桂花园', locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
  const { id } = await database.db.$transaction((tx) => foundCommunity(tx, estate, now));
  await database.db.building.create({ data: { communityId: id, label: '3' } });
});
afterAll(() => database.drop());

/** Runs `linli source …`. */
async function source(...words: string[]): Promise<string> {
  const out: string[] = [];
  const program = new Command().exitOverride();
  addSource(program, {
    out: (line) => out.push(line),
    now: () => now,
    withDatabase: (work) => work(database.db),
    httpBase: () => 'https://desk.example.org',
  });
  await program.parseAsync(['source', ...words], { from: 'user' });
  return out.join('\n');
}
const stored = () => database.db.machineSource.findUniqueOrThrow({ where: { name: 'lift-3' } });

describe('linli source', () => {
  it('lets a device in, shows its secret once, changes and revokes it', async () => {
    expect(await source('list')).toContain('No device may report yet');
    const added = await source('add', 'lift-3', 'repair', 'facilities', 'emergency', 'building', '3');
    const { secret, mapping } = await stored();
    expect(added).toContain(secret);
    expect(added).toContain('https://desk.example.org/in/lift-3');
    expect(mapping).toMatchObject({ kind: 'repair', urgency: 'emergency', place: { building: '3' } });
    expect(await source('list')).toMatch(/lift-3 · never reported/);
    expect(await source('list')).not.toContain(secret);

    const renewed = await source('rotate', 'lift-3');
    expect(renewed).toContain((await stored()).secret);
    expect(renewed).not.toContain(secret);

    await source('revoke', 'lift-3');
    expect((await stored()).revokedAt).toEqual(now);
    expect(await source('list')).toContain('revoked');
    const actions = await database.db.auditEntry.findMany({ orderBy: { at: 'asc' }, select: { action: true } });
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['add_source', 'renew_source', 'revoke_source']),
    );
  });

  it.each([
    ['a name that is taken', ['add', 'lift-3']],
    ['a name with a space', ['add', 'lift 3']],
    ['a word that means nothing', ['add', 'pump', 'repiar']],
    ['a source that there is not', ['revoke', 'pump']],
    ['a community that there is not', ['list', '--community', '梅园']],
  ])('changes nothing with %s', async (_told, words) => {
    await expect(source(...words)).rejects.toThrow(UsageError);
    expect(await database.db.machineSource.count()).toBe(1);
  });
});
