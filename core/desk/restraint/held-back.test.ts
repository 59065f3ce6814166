import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speakOften, tellAll } from '../../outbox/restraint/testing/tell.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { parseCommand } from '../command.ts';
import { readReleased } from './read-released.ts';

const HOUR = 3_600_000;

let desk: DeskHarness;

const last = (where: string): string => desk.heard(where).at(-1) ?? '';
const notices = (): string[] => desk.heard('residents').filter((text) => !text.startsWith('answer'));

describe('未发', () => {
  /** A Monday, 10:00; the budget of the group is used up, and a notice waits for noon. */
  beforeEach(async () => {
    desk = await createDeskHarness();
    await speakOften(desk, 8);
    await desk.deliver();
    await tellAll(desk, '停水通知\n明天停水', { number: 3 });
    await desk.pass(60_000);
  });
  afterEach(() => desk.close());

  it.each([['周经理'], ['监督员']])('shows what waits, why and until when, to %s', async (who) => {
    await desk.say(who, who, '未发');
    expect(last(who)).toBe(
      '正在等待：\n居民群：通知3 停水通知 · 等待发送 · 当天条数已满 · 到 今天 12:00\n要马上发：未发 立即 群名，或 未发 立即 通知3。',
    );
  });

  it('is nothing for customer service, nor for residents', async () => {
    await desk.say('王姐', '王姐', '未发');
    await desk.say('李阿姨', 'residents', '未发');
    expect(desk.heard('王姐')).toEqual([]);
    expect(notices()).toEqual([]);
  });

  it('afterwards shows what was merged, and what was dropped', async () => {
    await tellAll(desk, '绿化', { number: 4 });
    await desk.pass(3 * HOUR);
    await desk.say('周经理', 'managers', '未发');
    expect(last('managers')).toContain('今天没有直接发出的：');
    expect(last('managers')).toContain('居民群：通知3 停水通知 · 并入汇总 · 当天条数已满');
    expect(last('managers')).toContain('居民群：通知4 绿化 · 并入汇总');
  });

  it.each([
    ['by its number', '未发 立即 通知3'],
    ['by the group', '未发 立即 居民群'],
    ['in English', 'held back now notice 3'],
  ])('sends what waits at once, named %s, and once', async (_, command) => {
    await desk.say('周经理', 'managers', command);
    expect(last('managers')).toBe('好的，马上发送等待中的 1 条。');
    await desk.pass(3 * HOUR);
    expect(notices()).toEqual(['停水通知\n明天停水']);
    const audits = await desk.database.db.auditEntry.findMany({ where: { action: 'send_held_back' } });
    expect(audits).toMatchObject([{ data: { words: 1 } }]);
  });

  it.each([['通知9'], ['别的群']])('changes nothing where nothing waits of %s', async (what) => {
    await desk.say('周经理', 'managers', `未发 立即 ${what}`);
    expect(last('managers')).toBe(`没有在等待的消息属于“${what}”，什么也没有改。发“未发”看现在等着的。`);
    expect(notices()).toEqual([]);
  });

  it('a supervisor sends nothing', async () => {
    await desk.say('监督员', '监督员', '未发 立即 通知3');
    await desk.pass(60_000);
    expect(notices()).toEqual([]);
    const audits = await desk.database.db.auditEntry.findMany({ where: { action: 'refuse_command' } });
    expect(audits).toMatchObject([{ subject: 'held_back' }]);
  });
});

describe('what is said is a command only where it is meant', () => {
  it.each([
    ['未发', 'held_back', ''],
    ['/held_back', 'held_back', ''],
    ['未发 立即 通知3', 'held_back', '立即 通知3'],
    ['未发：马上 3栋群', 'held_back', '马上 3栋群'],
    ['少发', 'less', ''],
    ['少发点', 'less', '点'],
    ['少发一点吧', 'less', '一点吧'],
    ['恢复提醒', 'less', ''],
    ['多发', 'less', ''],
    ['/less', 'less', ''],
    ['/more', 'less', ''],
  ])('%s', (said, verb, rest) => expect(parseCommand(said, { strict: true })).toMatchObject({ verb, rest }));

  it.each([
    '未发工资的事怎么说',
    '未发 的通知呢',
    '少发点牢骚',
    '少发点广告行不行',
    '多发几张照片',
    'less is more',
    'more or less',
  ])('%s is talk', (said) => expect(parseCommand(said, { strict: true }).kind).toBe('none'));

  it.each([
    ['立即 通知3', { said: '通知3', subject: 'notice', number: 3 }],
    ['now vote 12', { said: 'vote 12', subject: 'consultation', number: 12 }],
    ['马上：3栋群', { said: '3栋群', subject: null, number: null }],
    ['立即', { said: '', subject: null, number: null }],
    ['', null],
  ])('未发 %s', (rest, read) => expect(readReleased(rest)).toEqual(read));
});
