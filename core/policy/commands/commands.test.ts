import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { foundCommunity } from '../../people/communities.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { UsageError } from '../../usage-error.ts';
import { addPolicy } from '../policy-command.ts';

const now = new Date('2026-11-20T10:00:00+08:00');
let today = now;
let folder: string;
let database: TestDatabase | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-policy-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database?.drop();
});
afterEach(() => {
  today = now;
  process.exitCode = undefined;
});

async function write(name: string, ...lines: string[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, lines.join('\n'));
  return file;
}

/** Runs `linli policy …`. */
async function policy(...words: string[]): Promise<{ out: string[]; err: string[]; code: number }> {
  const [out, err]: [string[], string[]] = [[], []];
  const program = new Command().exitOverride();
  addPolicy(program, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    now: () => today,
    withDatabase: (work) => {
      if (!database) throw new Error('no database is open');
      return work(database.db);
    },
  });
  await program.parseAsync(['policy', ...words], { from: 'user' });
  return { out, err, code: Number(process.exitCode ?? 0) };
}

describe('linli policy check', () => {
  it('says of a good file that it can be used', async () => {
    const file = await write('good.yaml', 'limits:', '  inquiry-answer: { within: 12h }');
    expect(await policy('check', file)).toEqual({ out: [`${file} is a policy that linli can use.`], err: [], code: 0 });
  });

  it('tells warnings of a file that can be used', async () => {
    const file = await write('doubtful.yaml', 'followUps:', '  sampleShare: 0%');
    const { out, code } = await policy('check', file);
    expect(out[0]).toContain(`${file}:2:16 followUps.sampleShare: a sample of nothing is followed up → `);
    expect(out).toHaveLength(2);
    expect(code).toBe(0);
  });

  it('names every mistake with its place, and ends with 1', async () => {
    const file = await write('wrong.yaml', 'limits:', '  progress: { within: 3 days }', 'closng: {}');
    const { out, err, code } = await policy('check', file);
    expect(err).toEqual([
      `${file}:2:23 limits.progress.within: "3 days" must be a duration such as 5min, 48h, 7d or "1d 12h" → did you mean 3d?`,
      `${file}:3:1 closng: "closng" is not known here → did you mean closing?`,
    ]);
    expect([out, code]).toEqual([[], 1]);
  });

  it('names them in another language', async () => {
    const file = await write('wrong-zh.yaml', 'limits:', '  progress: { within: 3 days }');
    expect((await policy('check', file, '--locale', 'zh-CN')).err).toEqual([
      `${file}:2:23 limits.progress.within: "3 days" 应是时长，如 5min、48h、7d 或 "1d 12h" → 是不是想写 3d？`,
    ]);
  });

  it('warns in December when the holidays of the next year are not known', async () => {
    const file = await write('holidays.yaml', 'calendar:', '  holidays: CN', 'limits: {}');
    today = new Date('2050-12-01T10:00:00+08:00');
    const { out, code } = await policy('check', file);
    expect(out[0]).toMatch(/holidays\.yaml:2:13 calendar\.holidays: the public holidays of 2050 are not known/);
    expect(code).toBe(0);
  });

  it('takes no file that is not UTF-8, because its words would be lost', async () => {
    const file = join(folder, 'gbk.yaml');
    await writeFile(file, Buffer.from([0x23, 0x20, 0xc5, 0xcc, 0xb5, 0xe3]));
    await expect(policy('check', file)).rejects.toThrow(/is not written in UTF-8/);
  });

  it.each([
    ['a file that is not there', 'nowhere.yaml', /^There is no file .*nowhere\.yaml\.$/],
    ['a folder', '.', /is a folder/],
  ])('says of %s what is wrong in a sentence', async (_told, name, sentence) => {
    const file = join(folder, name);
    await expect(policy('check', file)).rejects.toThrow(UsageError);
    await expect(policy('check', file)).rejects.toThrow(sentence);
  });
});

describe('linli policy show', () => {
  it('prints the default in Chinese, if nothing else is asked for', async () => {
    const { out, code } = await policy('show');
    expect(out.join('\n')).toContain('· 咨询：24 小时内答复');
    expect(code).toBe(0);
  });

  it('prints a file in another language', async () => {
    const file = await write('shown.yaml', 'limits:', '  inquiry-answer: { within: 12h }');
    const { out } = await policy('show', file, '--locale', 'en');
    expect(out.join('\n')).toContain('· Questions: answered within 12 hours');
  });

  it('prints nothing of a file with mistakes but those', async () => {
    const file = await write('unshown.yaml', 'limits: 3');
    expect(await policy('show', file)).toMatchObject({ out: [], code: 1 });
  });

  it('prints what holds in a community, in its language, with the names in charge', async () => {
    database = await createTestDatabase();
    const estate = { name: '桂花园', locale: 'zh-TW', timeZone: 'Asia/Taipei' };
    const { id: communityId } = await database.db.$transaction((tx) => foundCommunity(tx, estate, now));
    const building = await database.db.building.create({ data: { communityId, label: '3' } });
    const roles = { create: { communityId, role: 'maintenance' as const, grantedAt: now } };
    const person = await database.db.person.create({ data: { communityId, name: '李工', roles } });
    await database.db.responsibility.create({
      data: { communityId, personId: person.id, kind: 'grid', buildingId: building.id, grantedAt: now },
    });
    const { out } = await policy('show', '--community');
    expect(out.join('\n')).toContain('（Asia/Taipei）');
    expect(out.join('\n')).toMatch(/負責人：\n· 3棟：李工$/);
    await expect(policy('show', '--community', '别处')).rejects.toThrow(/桂花园/);
    await expect(policy('show', 'default', '--community')).rejects.toThrow('Name a file or a community, not both.');
  });
});

describe('linli policy diff', () => {
  it('ends with 0 where both are the same', async () => {
    const file = await write('same.yaml', 'limits:', '  inquiry-answer: { within: 1d }');
    expect(await policy('diff', 'default', file)).toEqual({ out: ['两份服务标准一样。'], err: [], code: 0 });
  });

  it('says what changes, and ends with 1', async () => {
    const file = await write('other.yaml', 'limits:', '  inquiry-answer: { within: 12h }');
    expect(await policy('diff', 'default', file)).toEqual({ out: ['咨询：24 小时 → 12 小时'], err: [], code: 1 });
    expect((await policy('diff', file, 'default', '--locale', 'en')).out).toEqual(['Questions: 12 hours → 24 hours']);
  });

  it('ends with 2 where one of them cannot be used', async () => {
    const file = await write('broken.yaml', 'limits: [');
    const { err, code } = await policy('diff', file, 'default');
    expect(err[0]).toContain(`${file}:1:`);
    expect(code).toBe(2);
  });
});
