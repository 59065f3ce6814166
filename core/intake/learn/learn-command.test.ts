import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foundCommunity } from '../../people/communities.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { textsFor } from '../../text/texts-for.ts';
import { UsageError } from '../../usage-error.ts';
import { addLearn } from './learn-command.ts';
import { believing } from './testing/believing.ts';
import { decide, times, type Decided } from './testing/decisions.ts';

let desk: DeskHarness;
const mirror: Decided = { text: '电梯镜子有点花', isMatter: true, believed: 0.4 };
const ride: Decided = { text: '谁家有多余的拼车位，明早去机场', isMatter: false, believed: 0.5 };

const decisions = [...times(10, mirror), ...times(20, ride), ...times(10, mirror)];

beforeEach(async () => {
  desk = await createDeskHarness();
});
afterEach(() => desk.close());

async function linli(...args: string[]): Promise<string> {
  const lines: string[] = [];
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  addLearn(program, {
    out: (line) => lines.push(line),
    now: () => desk.clock.now(),
    withDatabase: (work) => work(desk.database.db),
    understand: believing(() => 0.1),
  });
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => undefined });
  await program.parseAsync(['learn', ...args], { from: 'user' });
  return lines.join('\n');
}

describe('linli learn', () => {
  it('says how many decisions are missing', async () => {
    await decide(desk, decisions.slice(0, 19));
    expect(await linli()).toBe(
      '桂园小区: 19 decisions of staff (10 a matter, 9 none) to learn from; at least 20 are needed. Nothing was changed.',
    );
    expect(await linli('--list')).toBe('桂园小区: nothing was learned yet.');
  });

  it('says that it needs both answers', async () => {
    await decide(desk, times(20, ride));
    expect(await linli('桂园小区')).toMatch(/20 decisions of staff .*, and all of them "no matter"\.\n.*needs both/);
  });

  it('says what it learned, from how much, and how much better it is', async () => {
    await decide(desk, decisions);
    const said = await linli();
    expect(said).toContain('桂园小区: correction 1 is in force.');
    expect(said).toContain('learned from  40 decisions of staff (20 a matter, 20 none)');
    expect(said).toContain('right         25.0 % before, 100.0 % after (what staff are asked about counts half)');
    expect(said).toMatch(/^ {2}\+\d\.\d\d {2}more likely a matter: .*lift/m);
    expect(said).toContain(`less likely a matter: ${textsFor('en').reason('asks neighbours')}\n`);
    expect(said.split('\n').filter((line) => /^ {2}[+-]\d/.test(line)).length).toBeLessThanOrEqual(10);
    expect(said).toContain('To undo it: linli learn --undo 1');
    expect(await linli()).toBe('桂园小区: nothing new to learn. Correction 1 stays in force.');
  });

  it('says why it learned nothing, and how to put it in force nevertheless', async () => {
    const sameWords = Array.from({ length: 40 }, (_, at) => ({
      ...(at % 2 === 0 ? ride : mirror),
      believed: 0.2,
      isMatter: at % 13 === 5,
    }));
    await decide(desk, sameWords);
    expect(await linli()).toMatch(
      /learned nothing that is better\. None is in force\.\n.*\n.*92\.5 % before, 92\.5 % after.*\n[^]*linli learn --force/,
    );
    expect(await linli('--force')).toContain('correction 1 is in force');
  });

  it('lists what was learned, undoes the newest or the one that is named, and says what holds then', async () => {
    await decide(desk, decisions);
    await linli();
    await decide(desk, times(10, mirror));
    await linli('--force');
    const list = await linli('--list');
    expect(list).toMatch(/^ {2}1 {2}2026-11-25 02:00 {2}replaced, from 40 decisions, 25\.0 % right before, /m);
    expect(list).toMatch(/^ {2}2 {2}2026-11-25 12:00 {2}in force, from 50 decisions, /m);

    expect(await linli('--undo')).toBe(
      '桂园小区: correction 2 is undone. Correction 1 is in force again.\n' +
        '  10 decisions that it was the first to learn from are not learned from again; with "linli learn --again" they are.',
    );
    expect(await linli('桂园小区', '--undo', '1')).toContain('None is in force now.');
    expect(await linli('--list')).toMatch(/ undone, from 40[^]* undone, from 50/);
    expect(await linli()).toContain('0 decisions of staff');
    expect(await linli('--again')).toContain('correction 3 is in force');
  });

  it('learns for each community, and asks which one where something is undone', async () => {
    const defaults = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
    await foundCommunity(desk.database.db, { name: '榕园小区', ...defaults }, desk.clock.now());
    await decide(desk, decisions);
    const said = await linli();
    expect(said).toMatch(/^桂园小区: correction 1 is in force\.[^]*\n\n榕园小区: 0 decisions/);
    await expect(linli('--undo')).rejects.toThrow(/Name one of these communities/);
    expect(await linli('桂园小区', '--undo')).toContain('correction 1 is undone');
  });

  it.each([
    { args: ['--undo'], says: /There is no correction in force in 桂园小区/ },
    { args: ['--undo', '九'], says: /number of a correction/ },
    { args: ['桂园小区', '--undo', '99'], says: /There is no correction 99 in 桂园小区; "linli learn --list"/ },
    { args: ['桂园小区', '--undo', '1'], says: /Correction 1 in 桂园小区 is undone already/ },
    { args: ['--undo', '--again'], says: /--undo stands alone/ },
    { args: ['--list', '--force'], says: /--list stands alone/ },
    { args: ['没有这个小区'], says: /Name one of these communities/ },
  ])('names the mistake in $args, and changes nothing', async ({ args, says }) => {
    const { db } = desk.database;
    const at = desk.clock.now();
    const figures = { weights: {}, learnedFrom: 20, rightBefore: 0.5, rightAfter: 0.6, learnedAt: at, undoneAt: at };
    await db.correction.create({ data: { communityId: desk.communityId, number: 1, ...figures } });
    const before = await db.correction.findMany();
    const mistake: unknown = await linli(...args).catch((error: unknown) => error);
    expect(mistake).toBeInstanceOf(Error);
    expect((mistake as Error).message).toMatch(says);
    const byCommander = (mistake as { code?: string }).code === 'commander.invalidArgument';
    expect(mistake instanceof UsageError || byCommander).toBe(true);
    expect(await db.correction.findMany()).toEqual(before);
  });
});
