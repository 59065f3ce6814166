import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

describe('the office looks for tickets', () => {
  let desk: DeskHarness;
  const answerTo = async (text: string, who = '王姐', where = 'staff') => {
    const before = desk.heard(where).length;
    await desk.say(who, where, text);
    return desk.heard(where).slice(before).join('\n');
  };
  const codeOf = async (words: string) =>
    (await desk.database.db.ticket.findFirstOrThrow({ where: { summary: { contains: words } } })).code;
  let lift: string;
  let leak: string;

  beforeAll(async () => {
    desk = await createDeskHarness();
    await desk.say('李阿姨', 'residents', '3栋电梯坏了，停在一楼不动');
    lift = await codeOf('电梯');
    desk.clock.set('2026-12-02T10:00:00+08:00');
    await desk.say('小陈', 'residents', '5栋楼道漏水，积水100%_了');
    leak = await codeOf('漏水');
    await desk.say('李工', 'staff', `接单 ${lift}`);
    await desk.say('李工', 'staff', `回复 ${lift} 已联系厂家奥的斯`);
  });
  afterAll(() => desk.close());

  it.each([
    ['查找 电梯', 'lift'],
    ['搜尋 電梯', 'lift'],
    ['搜索：漏水', 'leak'],
    ['find 奥的斯', 'lift'],
    ['查找 3栋 电梯', 'lift'],
    ['查找 电梯 2026-11', 'lift'],
    ['查找 2026-12', 'leak'],
    ['查找 李阿姨', 'lift'],
    ['查找 100%', 'leak'],
    ['find building 5', 'leak'],
  ])('%s', async (text, which) => {
    const answer = await answerTo(text);
    expect(answer).toContain(which === 'lift' ? lift : leak);
    expect(answer).not.toContain(which === 'lift' ? leak : lift);
  });

  it('by the code, and newest first', async () => {
    expect(await answerTo(`查找 ${lift}`)).toContain('电梯');
    const both = await answerTo('查找 栋');
    expect(both.indexOf(leak)).toBeGreaterThan(0);
    expect(both.indexOf(lift)).toBeGreaterThan(both.indexOf(leak));
  });

  it.each(['查找 电梯 漏水', '查找 13栋', '查找 %%', '查找 电梯 2025-11'])(
    '%s finds nothing, and says so',
    async (text) => {
      expect(await answerTo(text)).toContain('没有找到');
    },
  );

  it('supervisors in the direct chat; residents not at all; nothing in the residents’ group', async () => {
    expect(await answerTo('查找 电梯', '监督员', '监督员')).toContain(lift);
    expect(await answerTo('查找 电梯', '小陈', '小陈')).not.toContain(lift);
    expect(await answerTo('/查找 电梯', '王姐', 'residents')).not.toContain(lift);
  });

  it('contractors only what is theirs', async () => {
    const { db } = desk.database;
    await desk.say('外包', 'staff', '早');
    const { id: personId } = await db.person.findFirstOrThrow({ where: { name: '外包' } });
    await db.roleGrant.deleteMany({ where: { personId } });
    await db.roleGrant.create({ data: { communityId: desk.communityId, personId, role: 'contractor' } });
    expect(await answerTo('查找 电梯', '外包')).toContain('没有找到');
    await db.ticket.updateMany({ where: { code: lift }, data: { offeredToId: personId } });
    expect(await answerTo('查找 电梯', '外包')).toContain(lift);
  });

  it('fifteen lines at most, with how many more there are', async () => {
    const { db } = desk.database;
    const {
      id: _id,
      code: _code,
      explanation: _why,
      ...data
    } = await db.ticket.findFirstOrThrow({ where: { code: lift } });
    await db.ticket.createMany({
      data: Array.from({ length: 20 }, (_, at) => ({ ...data, code: `Q${at}`, summary: '路灯不亮', explanation: {} })),
    });
    const answer = await answerTo('查找 路灯');
    expect(answer.split('\n')).toHaveLength(17);
    expect(answer).toContain('还有 5 条');
  });

  it.each(['查找原因', '搜索一下', '查找 一下原因', 'find out why', 'search for the keys'])(
    '%s is talk',
    async (text) => {
      expect(await answerTo(text)).toBe('');
    },
  );
});
