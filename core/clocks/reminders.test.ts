import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const minute = 60_000;
const hour = 60 * minute;

let desk: DeskHarness;
const db = () => desk.database.db;
const passTo = (wall: string): Promise<void> =>
  desk.pass(new Date(`2026-11-23T${wall}+08:00`).getTime() - desk.clock.now().getTime());
const heardSince = (where: string, before: number): string[] => desk.heard(where).slice(before);

/** A repair of which only the staff know, so that nothing but its limits speaks of it. Returns its code. */
async function repair(building: number): Promise<string> {
  await desk.say('王姐', 'staff', `登记 电话 ${building}栋1单元 楼道灯坏了`);
  const { code } = await db().ticket.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return code;
}

const outcomes = async (rung: string): Promise<(string | null)[]> => {
  const rows = await db().deadline.findMany({
    where: { rung, limit: { kind: 'first_response' } },
    orderBy: { ticket: { openedAt: 'asc' } },
  });
  return rows.map(({ outcome }) => outcome);
};

beforeEach(async () => {
  desk = await createDeskHarness();
});
afterEach(() => desk.close());

describe('a person with several tickets', () => {
  it('is reminded of two one by one, and of three in one list', async () => {
    const [first, second] = [await repair(1), await repair(2)];
    let before = desk.heard('staff').length;
    await passTo('10:30');
    expect(heardSince('staff', before)).toEqual([expect.stringContaining(first), expect.stringContaining(second)]);
    expect(await outcomes('half')).toEqual(['done', 'done']);
    await desk.say('李工', 'staff', `误报 ${first}`);
    await desk.say('李工', 'staff', `误报 ${second}`);

    await passTo('12:00');
    const codes = [await repair(1), await repair(2), await repair(3)];
    before = desk.heard('staff').length;
    await passTo('12:30');
    const [digest, ...others] = heardSince('staff', before);
    expect(others).toEqual([]);
    expect(digest).toContain('李工，有 3 件快到时限');
    for (const code of codes) expect(digest).toContain(code);
    expect(digest?.split('\n')).toHaveLength(4);
    expect((await outcomes('half')).slice(2)).toEqual(['in a digest', 'in a digest', 'in a digest']);
    const reminded = await db().ticketEvent.findMany({ where: { type: 'reminded' } });
    expect(reminded).toHaveLength(5);
  });

  it('is not reminded of another one within twenty minutes, and then of both together', async () => {
    const first = await repair(1);
    await passTo('10:10');
    const second = await repair(2);
    const before = desk.heard('staff').length;
    await passTo('10:47');
    expect(heardSince('staff', before)).toEqual([expect.stringContaining(first)]);
    // The first is due again by its ladder; the second has waited since 10:40.
    await passTo('10:48');
    expect(heardSince('staff', before).slice(1)).toEqual([
      expect.stringContaining(first),
      expect.stringContaining(second),
    ]);
  });

  it('hears of a ticket in time rather than apart from another', async () => {
    await repair(1);
    await passTo('10:06');
    const second = await repair(2);
    await passTo('10:53');
    const before = desk.heard('staff').length;
    // Twenty minutes after the last reminder its limit would have passed.
    await passTo('10:54');
    expect(heardSince('staff', before)).toEqual([expect.stringContaining(second)]);
  });

  it('is reminded directly where the rung wants it so, and in the group in any case', async () => {
    await desk.say('李工', '李工', '帮助');
    const codes = [await repair(1), await repair(2), await repair(3)];
    // All three were spoken of at half past; the next list is due twenty minutes after that.
    await passTo('10:50');
    const direct = desk.heard('李工').filter((text) => text.includes('快到时限'));
    expect(direct).toHaveLength(1);
    for (const code of codes) expect(direct[0]).toContain(code);
  });

  it('who is away is reminded through whoever stands in', async () => {
    await desk.say('王姐', '王姐', '帮助');
    const [away, deputy] = await Promise.all(
      ['李工', '王姐'].map((name) => db().person.findFirstOrThrow({ where: { name } })),
    );
    const code = await repair(1);
    const { communityId } = desk;
    const now = desk.clock.now();
    const untilAt = new Date(now.getTime() + 8 * hour);
    await db().absence.create({
      data: { communityId, personId: away?.id ?? '', fromAt: now, untilAt, createdAt: now },
    });
    await db().responsibility.create({
      data: { communityId, personId: deputy?.id ?? '', kind: 'deputy', grantedAt: now },
    });
    await passTo('10:30');
    expect(desk.heard('王姐').filter((text) => text.includes(code))).toEqual([expect.stringMatching(/^李工，/)]);
  });

  it('two tickets whose bells ring at one instant are reminded of once each', async () => {
    await repair(1);
    await repair(2);
    const due = await db().deadline.findMany({ where: { rung: 'half', limit: { kind: 'first_response' } } });
    desk.clock.advance(30 * minute);
    const before = desk.heard('staff').length;
    await Promise.all([...due, ...due].map(({ id }) => desk.desk.due(id)));
    await desk.deliver();
    expect(heardSince('staff', before)).toHaveLength(2);
  });

  it('whoever takes the ticket over is reminded from then on', async () => {
    const code = await repair(1);
    const wang = await db().person.findFirstOrThrow({ where: { name: '王姐' } });
    await db().ticket.updateMany({ where: { code }, data: { assigneeId: wang.id } });
    const before = desk.heard('staff').length;
    await passTo('10:30');
    expect(heardSince('staff', before)).toEqual([expect.stringMatching(/^王姐，/)]);
    const rows = await db().deadline.findMany({ where: { kind: 'remind', settledAt: null } });
    expect(rows.every(({ personId }) => personId === wang.id)).toBe(true);
  });
});

describe('a reminder that is put off', () => {
  it('comes later, once, with the reason on record; the limit stays', async () => {
    const code = await repair(1);
    await passTo('10:30');
    await desk.say('李工', 'staff', `延后 ${code} 20分钟 等配件`);
    expect(desk.heard('staff')).toContain(`${code} 的提醒延后到 今天 10:50，时限不变。`);
    const [event] = await db().ticketEvent.findMany({ where: { type: 'postponed' } });
    expect(event?.data).toMatchObject({ by: '李工', reason: '等配件' });
    let before = desk.heard('staff').length;
    await passTo('10:49');
    expect(heardSince('staff', before)).toEqual([]);
    await desk.say('李工', 'staff', `延后 ${code} 5分钟 还在等`);
    expect(desk.heard('staff').at(-1)).toContain('不能再延后');
    before = desk.heard('staff').length;
    await passTo('10:50');
    expect(heardSince('staff', before)).toEqual([expect.stringContaining('还有 10 分钟')]);
    await passTo('11:00');
    expect(desk.heard('managers')).toHaveLength(1);
    await desk.say('王姐', 'staff', `详情 ${code}`);
    expect(desk.heard('staff').at(-1)).toContain('李工延后了提醒，到 今天 10:50，等配件');
  });

  it('never comes later than the limit, which is told as ever', async () => {
    const code = await repair(1);
    await passTo('10:30');
    await desk.say('李工', 'staff', `延后 ${code} 5小时 等配件`);
    expect(desk.heard('staff')).toContain(`${code} 的提醒延后到 今天 11:00，时限不变。`);
    const before = desk.heard('staff').length;
    await passTo('11:01');
    expect(heardSince('staff', before)).toEqual([]);
    expect(desk.heard('managers')).toHaveLength(1);
  });

  it.each([
    { said: '20分钟', answer: '请写上原因' },
    { said: '等配件', answer: '请写明延后多久和原因' },
    { said: '今天上午9点 等配件', answer: '已经过去' },
  ])('needs a time to come and a reason: $said', async ({ said, answer }) => {
    const code = await repair(1);
    await desk.say('李工', 'staff', `延后 ${code} ${said}`);
    expect(desk.heard('staff').at(-1)).toContain(answer);
    expect(await db().ticketEvent.count({ where: { type: 'postponed' } })).toBe(0);
    expect(await outcomes('half')).toEqual([null]);
  });

  it('is offered by a button, which asks for the reason', async () => {
    const code = await repair(1);
    await passTo('10:30');
    await desk.press('李工', 'staff', desk.find('staff', '还有 30 分钟'), '延后提醒');
    await desk.press('李工', 'staff', desk.find('staff', '什么时候再提醒'), '1 小时后');
    expect(desk.heard('staff').at(-1)).toContain(`延后 ${code} 今天 11:30 等配件`);
    expect(await db().ticketEvent.count({ where: { type: 'postponed' } })).toBe(0);
  });

  it('is nothing where nothing runs, nor for a resident', async () => {
    const code = await repair(1);
    await desk.say('李工', 'staff', `反问 ${code} 哪一层？`);
    await desk.say('李工', 'staff', `延后 ${code} 1小时 等配件`);
    expect(desk.heard('staff').at(-1)).toContain('没有可以延后的提醒');
    const before = desk.heard('residents').length;
    await desk.say('小陈', 'residents', `延后 ${code} 1小时 等配件`);
    expect(heardSince('residents', before)).toEqual([]);
  });
});
