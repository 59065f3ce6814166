import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foundCommunity } from '../../people/communities.ts';
import { createFakeClock, type FakeClock } from '../../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { UsageError } from '../../usage-error.ts';
import { addPolicy } from '../policy-command.ts';

describe('linli policy propose, approve, withdraw, versions', () => {
  let folder: string;
  let file: string;
  let database: TestDatabase;
  let clock: FakeClock;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'linli-policy-'));
    file = join(folder, 'estate.yaml');
    await writeFile(file, 'limits:\n  inquiry-answer: { within: 12h }\n');
    database = await createTestDatabase();
    clock = createFakeClock('2026-11-20T10:00:00+08:00');
    await found('桂园小区');
    await enrol('周经理', 'manager');
  });
  afterEach(async () => {
    process.exitCode = undefined;
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const found = (name: string) =>
    foundCommunity(database.db, { name, locale: 'zh-CN', timeZone: 'Asia/Shanghai' }, clock.now());

  async function enrol(name: string, role: 'manager' | 'committee'): Promise<void> {
    const { id: communityId } = await database.db.community.findFirstOrThrow({ where: { name: '桂园小区' } });
    const { id: personId } = await database.db.person.create({ data: { communityId, name } });
    await database.db.roleGrant.create({ data: { communityId, personId, role } });
  }

  const exitCode = (): number => Number(process.exitCode);

  /** Runs `linli policy …`, in a process of its own each time. */
  async function policy(...words: string[]): Promise<{ out: string; err: string; code: number }> {
    process.exitCode = 0;
    const [out, err]: [string[], string[]] = [[], []];
    const program = new Command().exitOverride();
    addPolicy(program, {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      now: () => clock.now(),
      withDatabase: (work) => work(database.db),
    });
    await program.parseAsync(['policy', ...words], { from: 'user' });
    return { out: out.join('\n'), err: err.join('\n'), code: exitCode() };
  }
  const propose = (...more: string[]) =>
    policy('propose', file, '--by', '业委会李主任', '--because', '年度评议', ...more);
  const newest = () => database.db.policyVersion.findFirstOrThrow({ orderBy: { version: 'desc' } });

  it.each([
    { from: '2026-12-01', at: '2026-12-01T00:00:00+08:00' },
    { from: '2026-12-01T08:30', at: '2026-12-01T08:30:00+08:00' },
    { from: '2026-12-01T08:30:00Z', at: '2026-12-01T16:30:00+08:00' },
    { from: '2026-11-20', at: '2026-11-20T10:00:00+08:00' },
    { from: 'now', at: '2026-11-20T10:00:00+08:00' },
  ])('proposes what a file says, from $from', async ({ from, at }) => {
    const { out, code } = await propose('--from', from);
    expect(out).toContain('Version 2 is proposed');
    expect(out).toMatch(/24 .*12 /);
    expect(code).toBe(0);
    expect(await newest()).toMatchObject({
      version: 2,
      takesEffectAt: new Date(at),
      proposedByName: '业委会李主任',
      reason: '年度评议',
      approvedAt: null,
    });
  });

  it('proposes a file as what differs from the default, whatever holds now', async () => {
    await propose();
    await policy('approve', '2', '--by', '周经理');
    clock.advance(60_000);
    await writeFile(file, 'limits:\n  suggestion-answer: { within: 3d }\n');
    const { out } = await propose();
    expect(out).toMatch(/12 .*24 /);
  });

  it.each([
    { told: 'a date that has passed', more: ['--from', '2026-11-19'], says: 'has passed' },
    { told: 'what holds already', more: [], yaml: 'limits: {}', says: 'nothing was proposed' },
    { told: 'a file with mistakes', more: [], yaml: 'limits:\n  inquiry-answer: { within: soon }', says: ':2:' },
  ])('refuses $told', async ({ more, yaml, says }) => {
    if (yaml !== undefined) await writeFile(file, yaml);
    const { err, code } = await propose(...more);
    expect(err).toContain(says);
    expect(code).toBe(1);
    expect(await database.db.policyVersion.count()).toBe(1);
  });

  it('does not understand every date', async () => {
    await expect(propose('--from', 'soon')).rejects.toBeInstanceOf(UsageError);
    await expect(propose('--from', '2026-02-30')).rejects.toBeInstanceOf(UsageError);
  });

  it('approves by the name of a manager, and lists the versions', async () => {
    await propose('--from', '2026-12-01', '--running');
    expect(await policy('approve', '2', '--by', '周经理')).toMatchObject({ code: 0 });
    expect(await newest()).toMatchObject({ approvedByName: '周经理', movesRunning: true });
    const { out } = await policy('versions');
    expect(out.split('\n')).toHaveLength(2);
    expect(out).toContain('Version 2 · approved, its day has not come');
    expect(out).toContain('proposed by 业委会李主任 · approved by 周经理');
  });

  it.each([
    { told: 'nobody who may', words: ['approve', '2', '--by', '王姐'], says: '王姐' },
    { told: 'a version that is none', words: ['approve', '9', '--by', '周经理'], says: 'no such version' },
    { told: 'the one in force', words: ['withdraw', '1', '--by', '周经理'], says: 'in force' },
  ])('changes nothing for $told', async ({ words, says }) => {
    await propose();
    const { err, code } = await policy(...words);
    expect(err).toContain(says);
    expect(code).toBe(1);
    expect(await database.db.policyVersion.count({ where: { approvedAt: { not: null } } })).toBe(1);
  });

  it('takes a version back, also by who proposed it', async () => {
    await propose();
    expect(await policy('withdraw', '2', '--by', '业委会李主任')).toMatchObject({ code: 0 });
    expect((await newest()).withdrawnAt).toEqual(clock.now());
  });

  it('asks which community is meant where there are several', async () => {
    await found('松园小区');
    await expect(policy('versions')).rejects.toThrow(/桂园小区[\s\S]*松园小区/);
    expect((await policy('versions', '--community', '松园小区')).out).toContain('Version 1');
    await expect(policy('versions', '--community', '梅园小区')).rejects.toBeInstanceOf(UsageError);
  });

  it('shows what holds at a date', async () => {
    await propose('--from', '2026-12-01');
    await policy('approve', '2', '--by', '周经理');
    const at = (date: string) => policy('show', '--community', '桂园小区', '--at', date, '--locale', 'en');
    const [before, after] = [await at('2026-11-30'), await at('2026-12-01')];
    expect(before.out).not.toBe(after.out);
    expect(after.out).toContain('12 hours');
  });
});
