import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { addRecount } from './recount-command.ts';

let desk: DeskHarness;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-recount-'));
  desk = await createDeskHarness();
  await desk.say('周经理', 'managers', '表决 更换电梯\n三台电梯已用 18 年。\n截止: 7天\n法定: 参与 2/3，同意 过半');
  await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
  await desk.pass(0);
  const card = desk.find('residents', '【表决1】');
  await desk.say('李阿姨', 'residents', '反对，太贵', { replyTo: card });
  await desk.press('李阿姨', 'residents', card, '同意');
  await desk.press('小陈', 'residents', card, '同意');
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});
afterEach(() => {
  process.exitCode = undefined;
});

async function linli(...args: string[]): Promise<string> {
  const lines: string[] = [];
  const program = new Command().exitOverride();
  addRecount(program, { out: (line) => lines.push(line), withDatabase: (work) => work(desk.database.db) });
  await program.parseAsync(['recount', ...args], { from: 'user' });
  return lines.join('\n');
}

describe('linli recount', () => {
  it('prints the tally, what was needed, and that the chain is whole', async () => {
    const said = await linli('1');
    expect(said).toContain('households  2 of 3 took part');
    expect(said).toContain('同意: 2');
    expect(said).toContain('at least 2/3 of the households: 2 of 3');
    expect(said).toContain('more than 1/2 of the votes: 2 of 2');
    expect(said).toContain('result      carried: 同意');
    expect(said).toContain('chain       intact');
    expect(process.exitCode).toBeUndefined();
  });

  it('writes a log without persons and without words, which anybody can count again', async () => {
    const file = join(folder, 'log.jsonl');
    const said = await linli('1', '--log', file);
    const log = await readFile(file, 'utf8');
    expect(log.trim().split('\n')).toHaveLength(4);
    expect(log).not.toMatch(/太贵|李阿姨|household|person/);
    expect(await linli('--file', file)).toBe(said);
  });

  it('names the first entry that was changed, and fails', async () => {
    const file = join(folder, 'log.jsonl');
    await linli('1', '--log', file);
    const log = await readFile(file, 'utf8');
    const forged = join(folder, 'forged.jsonl');
    await writeFile(forged, log.replace('"choice":1', '"choice":2'));
    expect(await linli('--file', forged)).toContain('BROKEN at entry 1: its content was changed');
    expect(process.exitCode).toBe(1);
  });

  it.each([
    { told: 'no number', args: [], says: 'Name the number of a vote' },
    { told: 'a number that is none', args: ['seven'], says: 'Name the number of a vote' },
    { told: 'an unknown number', args: ['7'], says: 'There is no vote, consultation or pledge 7' },
    { told: 'a file that is not there', args: ['--file', '/nowhere/log.jsonl'], says: 'cannot be read' },
  ])('says what is wrong with $told', async ({ args, says }) => {
    await expect(linli(...args)).rejects.toThrow(says);
  });

  it('names the line of a file that is no log', async () => {
    const file = join(folder, 'other.jsonl');
    await writeFile(file, 'hello\n');
    await expect(linli('--file', file)).rejects.toThrow('Line 1 is no JSON');
    await writeFile(file, '{"a":1}\n');
    await expect(linli('--file', file)).rejects.toThrow('Line 1 is no line of a log of votes');
  });
});
