import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIncidentEstate, type IncidentEstate } from './testing/estate.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('while an incident is not answered', () => {
  let desk: IncidentEstate;
  beforeEach(async () => {
    desk = await createIncidentEstate();
    await desk.say('李阿姨', 'residents', '3栋停水了');
    desk.clock.advance(minute);
    await desk.sayIn('residents-2', '小陈', '5栋停水了');
    desk.clock.advance(minute);
    await desk.say('老王', 'residents', '3栋2单元停水了');
  });
  afterEach(() => desk.close());

  const heard = (where: string, words: string) => desk.heard(where).filter((text) => text.includes(words));
  const renewed = () => desk.database.db.limit.findMany({ where: { renewsId: { not: null }, kind: 'first_response' } });

  it('each rung of the ladder is spoken once for all of it, and offers to take all of it', async () => {
    await desk.pass(4 * hour);
    const reminders = heard('staff', '请给居民一个答复');
    expect(reminders).toHaveLength(2);
    for (const text of reminders) expect(text).toContain('属于事件1（停水），一起处理');
    // At the limit, and two hours later.
    expect(heard('managers', '已超时')).toHaveLength(2);
    const outcomes = await desk.database.db.deadline.groupBy({
      by: ['outcome'],
      where: { rung: { in: ['half', 'soon', 'passed', 'still'] }, settledAt: { not: null } },
      _count: true,
    });
    expect(Object.fromEntries(outcomes.map(({ outcome, _count }) => [outcome, _count]))).toEqual({
      done: 4,
      'spoken for its incident': 8,
    });
    await desk.press('李工', 'staff', desk.find('staff', '请给居民一个答复'), '接单（全部）');
    expect(await desk.database.db.ticket.count({ where: { status: 'accepted' } })).toBe(3);
  });

  it('each group hears one apology, with one date that holds for all', async () => {
    await desk.pass(2 * hour);
    const apology = '抱歉，停水事件1 没有按时答复您。李工在负责，最迟 明天 09:30 给您回音。';
    expect(heard('residents', '抱歉')).toEqual([apology]);
    expect(heard('residents-2', '抱歉')).toEqual([apology]);
    const limits = await renewed();
    expect(new Set(limits.map(({ dueAt }) => dueAt.toISOString())).size).toBe(1);
    expect(limits).toHaveLength(3);
    expect(await desk.database.db.limit.count({ where: { breachedAt: { not: null } } })).toBe(3);
  });

  it('looked at by two at the same instant, it is spoken once', async () => {
    const due = await desk.database.db.deadline.findMany({ where: { rung: { in: ['passed', 'sorry'] } } });
    desk.clock.advance(2 * hour);
    await Promise.all(due.map(({ id }) => desk.desk.due(id)));
    await desk.deliver();
    expect(heard('managers', '已超时')).toHaveLength(1);
    expect(heard('residents', '抱歉')).toHaveLength(1);
  });

  it('what was answered for one of them by itself leaves the others to be reminded of', async () => {
    await desk.pass(28 * minute);
    await desk.say('李工', 'staff', `答复 ${await desk.codeOf('李阿姨')} 马上到`);
    await desk.pass(hour);
    expect(heard('residents', '抱歉')).toHaveLength(1);
    expect(heard('managers', '已超时')).toHaveLength(1);
  });

  it('the last one that is worked on is a matter of its own again', async () => {
    await desk.say('李工', 'staff', '事件1 办结 已恢复');
    await desk.press('小陈', 'residents-2', desk.find('residents-2', '已恢复'), '未解决');
    await desk.pass(30 * hour);
    const code = await desk.codeOf('小陈');
    expect(heard('residents-2', `抱歉，${code} 没有按时答复您`).length).toBeGreaterThan(0);
    expect(heard('residents', '抱歉')).toEqual([]);
    expect(heard('staff', '请给居民一个答复').join('\n')).not.toContain('属于事件');
  });

  it('a promise that is not kept is apologised for once', async () => {
    await desk.say('李工', 'staff', '事件1 承诺 今天12:00');
    await desk.pass(3 * hour);
    expect(heard('residents', '没有按约定的时间做到')).toHaveLength(1);
    expect(heard('residents-2', '没有按约定的时间做到')).toHaveLength(1);
    expect(heard('managers', '已超时')).toHaveLength(1);
  });

  it('an emergency among them is called for by itself', async () => {
    await desk.enrol('周婶', '1-1-801');
    await desk.say('周婶', 'residents', '停水了，有人被困在电梯里');
    await desk.pass(6 * minute);
    const code = await desk.codeOf('周婶');
    expect(heard('residents', `${code} 还没有人接上`)).toHaveLength(1);
    expect(heard('managers', code).length).toBeGreaterThan(0);
  });
});
