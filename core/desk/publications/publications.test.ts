import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextDue } from '../../notices/publications/next-due.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { parseCommand } from '../command.ts';
import { readPublicationOrder } from './read-order.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('what is an order about publications, and what is talk', () => {
  it.each([
    ['公示', true],
    ['公示 新增 财务公示 每季度15日', true],
    ['公示 1 本季度收入……', true],
    ['公示 1', true],
    ['公示 停用 1', true],
    ['publication add finances every quarter', true],
    ['公示栏在哪里', false],
    ['公示了吗', false],
    ['公示一下账目吧', false],
    ['公示 7 天了', false],
    ['公示 1，3 月收入如下', true],
    ['公示 15日之前要贴出来吗', false],
  ])('%s: %s', (text, isOrder) => {
    const read = parseCommand(text, { strict: true });
    expect(read.kind === 'command' && read.verb === 'publication').toBe(isOrder);
  });

  const quarterly = { every: 'quarter', on: { kind: 'date', nth: 15 }, at: '09:00' };
  it.each([
    ['新增 财务公示 每季度15日', { kind: 'add', title: '财务公示', repeat: quarterly }],
    ['新增 财务公示 每季度 15日', { kind: 'add', title: '财务公示', repeat: quarterly }],
    ['新增 财务公示每季度15日', { kind: 'add', title: '财务公示', repeat: quarterly }],
    [
      '新增 公共收益 每月最后一个工作日 10:00',
      { kind: 'add', title: '公共收益', repeat: { every: 'month', on: { kind: 'working', nth: -1 }, at: '10:00' } },
    ],
    [
      'add public revenue every quarter',
      { kind: 'add', title: 'public revenue', repeat: { every: 'quarter', on: { kind: 'date', nth: 1 }, at: '09:00' } },
    ],
    ['新增 财务公示', { kind: 'unclear' }],
    ['新增 每季度15日', { kind: 'unclear' }],
    ['停用 2', { kind: 'revoke', number: 2 }],
    ['1', { kind: 'show', number: 1 }],
    ['1 收入如下\n停车费 100', { kind: 'publish', number: 1, text: '收入如下\n停车费 100' }],
  ])('%j', (rest, order) => expect(readPublicationOrder(rest, false)).toEqual(order));

  it('a number with a file publishes the file', () => {
    expect(readPublicationOrder('1', true)).toEqual({ kind: 'publish', number: 1, text: '' });
  });
});

describe('what was published is due again', () => {
  const at = (text: string): Date => new Date(`${text}T09:00:00+08:00`);
  const dates = ['2026-10-15', '2027-01-15', '2027-04-15', '2027-07-15'].map(at);
  const next = (after: Date): Date => dates.find((date) => date > after) ?? at('2027-10-15');
  it.each([
    ['on its day', '2027-01-15', '2027-04-15'],
    ['some days early', '2027-01-10', '2027-04-15'],
    ['some days late', '2027-01-20', '2027-04-15'],
    ['a whole quarter late: the one that was missed is over', '2027-04-20', '2027-07-15'],
    ['besides, months early: the date stays', '2026-10-20', '2027-01-15'],
  ])('%s', (_told, published, due) => {
    expect(nextDue(at('2027-01-15'), at(published), next)).toEqual(at(due));
  });
});

describe('a publication on a schedule', () => {
  let desk: DeskHarness;
  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  const count = (where: string, words: string): number =>
    desk.heard(where).filter((text) => text.includes(words)).length;
  const due = async (): Promise<string | undefined> =>
    (await desk.database.db.publication.findFirst())?.nextDueAt.toISOString();
  beforeEach(async () => {
    // 23 November 2026, a Monday.
    desk = await createDeskHarness();
    await desk.say('监督员', '监督员', '待办');
    await desk.say('周经理', 'managers', '公示 新增 财务公示 每月5日');
  });
  afterEach(() => desk.close());

  it('is on record, and managers are reminded three days before, and on the day', async () => {
    expect(last('managers')).toContain('每月5 日 09:00');
    expect(await due()).toBe('2026-12-05T01:00:00.000Z');
    await desk.pass(9 * day - 2 * hour);
    expect(count('managers', '应在')).toBe(0);
    await desk.pass(2 * hour);
    expect(last('managers')).toContain('“财务公示”应在12月5日 09:00公示');
    await desk.pass(3 * day);
    expect(last('managers')).toContain('今天应该公示了');
    expect(desk.heard('监督员').join()).not.toContain('财务公示');
  });

  it('is overdue: the supervisors hear of it a day later, and again every week', async () => {
    await desk.pass(13 * day);
    expect(last('监督员')).toContain('已经晚了 1 天');
    expect(count('监督员', '财务公示')).toBe(1);
    await desk.pass(7 * day);
    expect(count('监督员', '财务公示')).toBe(2);
    expect(last('监督员')).toContain('已经晚了 8 天');
    await desk.pass(7 * day);
    expect(count('managers', '已经晚了')).toBe(3);
  });

  it('is published, as a notice that is shown first; then its next date is set, and nobody is reminded of the last', async () => {
    await desk.pass(10 * day);
    await desk.say('周经理', 'managers', '公示 1 11月收入 12 万元，支出 10 万元，详见附件。', { photo: true });
    expect(last('managers')).toContain('财务公示');
    expect(desk.heard('residents')).toEqual([]);
    await desk.press('周经理', 'managers', desk.find('managers', '12 万元'), '确认发布');
    await desk.pass(hour);
    expect(last('residents')).toContain('11月收入 12 万元');
    expect(await due()).toBe('2027-01-05T01:00:00.000Z');
    await desk.pass(8 * day);
    expect(count('managers', '今天应该公示了')).toBe(0);
    expect(desk.heard('监督员').join()).not.toContain('财务公示');
    await desk.say('周经理', 'managers', '公示');
    expect(last('managers')).toContain('上一次');
  });

  it('a reply to the reminder, with the text, is the text', async () => {
    await desk.pass(10 * day);
    const replyTo = desk.find('managers', '应在');
    await desk.say('周经理', 'managers', '好的', { replyTo });
    expect(await desk.database.db.notice.count()).toBe(0);
    await desk.say('周经理', 'managers', '11月收入 12 万元，支出 10 万元，结余 2 万元，明细见公告栏。', { replyTo });
    expect(await desk.database.db.notice.findFirst()).toMatchObject({
      publicationId: expect.any(String),
      state: 'draft',
    });
  });

  it('a draft that is not confirmed publishes nothing', async () => {
    await desk.pass(10 * day);
    await desk.say('周经理', 'managers', '公示 1 11月收入 12 万元');
    await desk.pass(4 * day);
    expect(last('监督员')).toContain('已经晚了');
  });

  it('is ended: nobody is reminded any more', async () => {
    await desk.say('周经理', 'managers', '公示 停用 1');
    await desk.pass(40 * day);
    expect(count('managers', '应在')).toBe(0);
    await desk.say('周经理', 'managers', '公示 1 正文');
    expect(last('managers')).toContain('没有编号 1');
  });

  it.each([
    ['公示 新增 财务公示', '没有看懂'],
    ['公示 9 正文', '没有编号 9'],
  ])('%s: %s, and nothing is changed', async (text, words) => {
    await desk.say('周经理', 'managers', text);
    expect(last('managers')).toContain(words);
    expect(await desk.database.db.publication.count()).toBe(1);
  });

  it('staff see the list and change nothing', async () => {
    await desk.say('王姐', 'staff', '公示');
    expect(last('staff')).toContain('财务公示');
    await desk.say('王姐', 'staff', '公示 停用 1');
    expect(await desk.database.db.publication.count({ where: { revokedAt: null } })).toBe(1);
  });
});
