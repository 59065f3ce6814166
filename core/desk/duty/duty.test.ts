import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const HOUR_MS = 3_600_000;

let desk: DeskHarness;
beforeEach(async () => {
  // A Monday morning.
  desk = await createDeskHarness({ startIso: '2026-11-23T10:00:00+08:00' });
});
afterEach(() => desk.close());

const last = (where: string): string => desk.heard(where).at(-1) ?? '';
const audited = async (): Promise<string[]> =>
  (await desk.database.db.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action);
/** Reports something in the residents' group, and says who is in charge of it. */
async function reported(text: string, who = '李阿姨'): Promise<{ name: string | null; data: unknown }> {
  await desk.say(who, 'residents', text);
  const ticket = await desk.database.db.ticket.findFirstOrThrow({
    orderBy: { id: 'desc' },
    select: { assignee: { select: { name: true } }, events: { where: { type: 'assigned' } } },
  });
  return { name: ticket.assignee?.name ?? null, data: ticket.events[0]?.data };
}

describe('the duty roster', () => {
  it('is written by a manager in one line, and read by everybody', async () => {
    await desk.say('李工', 'staff', '值班');
    expect(last('staff')).toContain('还没有排班');
    await desk.say('周经理', 'managers', '值班 周一至周五 08:30-18:00 维修 @李工 @王姐');
    expect(last('managers')).toBe('排好了：周一、周二、周三、周四、周五 08:30–18:00 维修：李工、王姐。');
    await desk.say('周经理', 'managers', '值班 维修 周六 9:00-12:00 @李工');
    expect(last('managers')).toBe('排好了：周六 09:00–12:00 维修：李工。');
    await desk.say('周经理', 'managers', '值班 取消 周六 9:00-12:00');
    await desk.say('周经理', 'managers', '值班 每天 18点到8点半 @周经理');
    await desk.say('监督员', 'staff', '值班');
    expect(last('staff').split('\n')).toEqual([
      '现在值班：',
      '11月23日（周一）08:30–18:00 维修：李工、王姐',
      '接下来 24 小时：',
      '11月23日（周一）18:00–次日 08:30：周经理',
      '11月24日（周二）08:30–18:00 维修：李工、王姐',
    ]);
    await desk.say('李工', 'staff', '值班 今天');
    expect(last('staff')).toMatch(/^现在值班：/);
    await desk.say('李工', 'staff', '值班 本周');
    expect(last('staff').split('\n')).toHaveLength(1 + 5 + 7);
    expect(await audited()).toEqual(expect.arrayContaining(['set_shift']));
  });

  it('is not changed by others, who are refused quietly', async () => {
    await desk.say('李工', 'staff', '值班 每天 08:30-18:00 @李工');
    await desk.say('监督员', 'staff', '网格 3栋 @李工');
    await desk.say('王姐', 'staff', '请假 @李工 明天');
    expect(desk.heard('staff')).toEqual([]);
    expect(await desk.database.db.dutyShift.count()).toBe(0);
    expect(await desk.database.db.absence.count()).toBe(0);
    expect((await audited()).filter((action) => action === 'refuse_command')).toHaveLength(3);
  });

  it('takes another person for the same times in place of the first, day by day', async () => {
    await desk.say('周经理', 'managers', '值班 每天 08:30-18:00 @李工');
    await desk.say('周经理', 'managers', '值班 周三、周四 08:30-18:00 @王姐');
    const shifts = await desk.database.db.dutyShift.findMany({
      where: { revokedAt: null },
      orderBy: { id: 'asc' },
      select: { weekdays: true, person: { select: { name: true } } },
    });
    expect(shifts).toEqual([
      { weekdays: [1, 2, 5, 6, 7], person: { name: '李工' } },
      { weekdays: [3, 4], person: { name: '王姐' } },
    ]);
    await desk.say('周经理', 'managers', '值班 取消 周三 08:30-18:00');
    await desk.say('周经理', 'managers', '值班 取消 @李工');
    const left = await desk.database.db.dutyShift.findMany({ where: { revokedAt: null } });
    expect(left.map(({ weekdays }) => weekdays)).toEqual([[4]]);
  });

  it('has somebody else on one day, and the regular one again', async () => {
    await desk.say('周经理', 'managers', '值班 每天 08:30-18:00 @李工');
    await desk.say('周经理', 'managers', '值班 12月1日 08:30 @王姐');
    expect(last('managers')).toBe('改好了：12月1日（周二）08:30–18:00：王姐。');
    await desk.say('李工', 'staff', '值班 下周');
    expect(last('staff')).toContain('12月1日（周二）08:30–18:00：王姐（替班）');
    await desk.say('周经理', 'managers', '值班 取消 12月1日 08:30');
    expect(last('managers')).toBe('12月1日（周二）08:30–18:00 恢复原来的排班：李工。');
    await desk.say('周经理', 'managers', '值班 明天 无人');
    expect(last('managers')).toBe('改好了：11月24日（周二）08:30–18:00：无人。');
    await desk.say('周经理', 'managers', '值班 12月1日 09:00 @王姐');
    expect(last('managers')).toContain('12月1日（周二）没有这样的班，什么都没有改动。那天有：08:30–18:00');
  });

  it.each([
    ['值班 每天 08:30-18:00 @老李', '没有找到同事“老李”'],
    ['值班 每天 25:00-18:00 @李工', '没看懂'],
    ['值班 每天 08:30-18:00 飞行员 @李工', '没看懂“飞行员”'],
    ['值班 取消', '还缺内容'],
    ['值班 每天 08:30-18:00', '请写上同事的名字'],
    ['/duty 2月30日 08:30 @李工', '没看懂'],
  ])('%s: says what is wrong, gives an example, and changes nothing', async (said, words) => {
    await desk.say('周经理', 'managers', said);
    expect(last('managers')).toContain(words);
    expect(last('managers')).toContain('什么都没有改动');
    expect(await desk.database.db.dutyShift.count()).toBe(0);
  });

  it('names a colleague by a reply to their message', async () => {
    const said = await desk.say('李工', 'managers', '我可以');
    await desk.say('周经理', 'managers', '值班 每天 08:30-18:00 维修', { replyTo: said });
    expect(last('managers')).toBe('排好了：每天 08:30–18:00 维修：李工。');
  });

  it('decides who is in charge: whoever is on duty, and the ticket says why', async () => {
    expect(await reported('3栋2单元电梯坏了')).toMatchObject({ name: '李工', data: { why: 'area' } });
    await desk.say('周经理', 'managers', '值班 每天 08:30-18:00 维修 @王姐');
    expect(await reported('5栋门禁坏了，刷卡没反应')).toMatchObject({ name: '王姐', data: { why: 'on_duty' } });
    await desk.say('王姐', 'staff', '请假 今天');
    const next = await reported('1栋楼道的灯全坏了');
    expect(next).toMatchObject({ name: '李工', data: { why: 'area', passedOver: [{ name: '王姐', why: 'absent' }] } });
    const { code } = await desk.database.db.ticket.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await desk.say('周经理', 'managers', `详情 ${code}`);
    expect(last('managers')).toContain('负责人：李工（岗位对口；王姐 请假）');
  });
});

describe('a swap', () => {
  beforeEach(async () => {
    await desk.say('周经理', 'managers', '值班 周一 08:30-18:00 @李工');
    await desk.say('周经理', 'managers', '值班 周三 08:30-18:00 @王姐');
    // Both have spoken to the desk in person before.
    await desk.say('李工', '李工', '值班');
    await desk.say('王姐', '王姐', '值班');
  });
  const changes = () =>
    desk.database.db.dutyChange.findMany({
      orderBy: { day: 'asc' },
      select: { day: true, person: { select: { name: true } } },
    });

  it('holds once the colleague has agreed, and both are told', async () => {
    await desk.say('李工', 'staff', '换班 11月30日 换 12月2日 @王姐');
    const question = '李工的 11月30日（周一）08:30–18:00 与王姐的 12月2日（周三）08:30–18:00 对换';
    expect(last('staff')).toContain(question);
    expect(last('王姐')).toContain(question);
    expect(await changes()).toEqual([]);
    await desk.press('王姐', 'staff', desk.find('staff', '想和您换班'), '可以');
    expect(await changes()).toEqual([
      { day: '2026-11-30', person: { name: '王姐' } },
      { day: '2026-12-02', person: { name: '李工' } },
    ]);
    for (const where of ['staff', '李工', '王姐']) expect(last(where)).toContain(`换班说定了：${question}`);
    // A second answer changes nothing.
    await desk.press('王姐', '王姐', desk.find('王姐', '想和您换班'), '不行');
    expect(await changes()).toHaveLength(2);
  });

  it('is answered by nobody but the colleague', async () => {
    await desk.say('李工', 'staff', '换班 11月30日 @王姐');
    for (const who of ['李工', '周经理']) {
      await desk.press(who, 'staff', desk.find('staff', '想和您换班'), '可以');
      expect(await changes()).toEqual([]);
    }
    expect((await audited()).filter((action) => action === 'refuse_swap_answer')).toHaveLength(2);
    await desk.press('王姐', '王姐', desk.find('王姐', '想和您换班'), '不行');
    expect(await changes()).toEqual([]);
    expect(last('李工')).toContain('换班没有说成：王姐不方便');
    expect((await desk.database.db.dutySwap.findFirstOrThrow()).agreed).toBe(false);
  });

  it('lapses at the very minute at which the shift begins', async () => {
    await desk.say('李工', 'staff', '换班 11月30日 @王姐');
    desk.clock.set('2026-11-30T08:30:00+08:00');
    await desk.press('王姐', 'staff', desk.find('staff', '想和您换班'), '可以');
    expect(last('staff')).toContain('这次换班已经作废');
    expect(await changes()).toEqual([]);
  });

  it('lapses when the manager has given the shift to somebody else meanwhile', async () => {
    await desk.say('李工', 'staff', '换班 11月30日 @王姐');
    await desk.say('周经理', 'managers', '值班 11月30日 08:30 @周经理');
    await desk.press('王姐', 'staff', desk.find('staff', '想和您换班'), '可以');
    expect(last('staff')).toContain('已经作废');
    expect(await changes()).toEqual([{ day: '2026-11-30', person: { name: '周经理' } }]);
  });

  it('is asked only for a shift of one’s own that has not begun', async () => {
    await desk.say('李工', 'staff', '换班 12月1日 @王姐');
    expect(last('staff')).toContain('李工在12月1日（周二）没有班');
    await desk.say('李工', 'staff', '换班 今天 @王姐');
    expect(last('staff')).toContain('已经开始');
    await desk.say('李工', 'staff', '换班 11月30日 @老王');
    expect(last('staff')).toContain('没有找到同事“老王”');
    expect(await desk.database.db.dutySwap.count()).toBe(0);
  });
});

describe('absence', () => {
  it('is noted in one’s own words, with what one leaves behind', async () => {
    await desk.say('周经理', 'managers', '值班 周三 08:30-18:00 维修 @李工');
    await desk.say('周经理', 'managers', '代理人 维修 @王姐');
    await reported('3栋2单元电梯坏了');
    await desk.say('李工', 'staff', '请假 11月25日 到 27日');
    expect(last('staff').split('\n')).toEqual([
      '记下了，李工请假：11月25日（周三）到 11月27日（周五）。这段时间不派新工单。',
      '手上有 1 件未结工单，仍由李工负责；提醒会同时发给王姐。要交出去，请“转交”。',
      '这段时间有班：11月25日（周三）08:30–18:00 维修。请用“换班”找人替。',
    ]);
    const [absence] = await desk.database.db.absence.findMany();
    expect(absence?.fromAt).toEqual(new Date('2026-11-25T00:00:00+08:00'));
    expect(absence?.untilAt).toEqual(new Date('2026-11-28T00:00:00+08:00'));
    await desk.say('周经理', 'managers', '请假');
    expect(last('managers')).toBe('请假：\n李工：11月25日（周三）到 11月27日（周五）');
    await desk.say('李工', 'staff', '请假 取消');
    expect(last('staff')).toBe('李工的请假已取消。');
    await desk.say('李工', 'staff', '请假');
    expect(last('staff')).toContain('没有人请假');
  });

  it('is over at the minute at which somebody is back', async () => {
    await desk.say('周经理', 'managers', '请假 @李工 今天');
    expect(await reported('3栋2单元电梯坏了')).toMatchObject({ name: '王姐' });
    await desk.pass(14 * HOUR_MS);
    expect(desk.clock.now()).toEqual(new Date('2026-11-24T00:00:00+08:00'));
    expect(await reported('5栋门禁坏了，刷卡没反应')).toMatchObject({ name: '李工' });
  });

  it.each(['请假 11月25日 到 11月24日', '/leave', '请假 11月31日', '/请假 有空的时候'])(
    '%s: changes nothing',
    async (said) => {
      await desk.say('李工', 'staff', said);
      expect(await desk.database.db.absence.count()).toBe(0);
    },
  );
});

describe('grid, deputies, and how much somebody takes', () => {
  it('gives matters of a building, or of a topic, to whoever is named for it', async () => {
    await desk.say('周经理', 'managers', '网格 3栋 @王姐');
    expect(last('managers')).toBe('记下了：3栋 由王姐负责。');
    await desk.say('周经理', 'managers', '网格 4-5栋 设施 @周经理');
    expect(await reported('3栋2单元电梯坏了')).toMatchObject({ name: '王姐', data: { why: 'grid_building' } });
    expect(await reported('5栋门禁坏了，刷卡没反应')).toMatchObject({ name: '周经理', data: { why: 'grid' } });
    await desk.say('监督员', 'staff', '网格');
    expect(last('staff').split('\n')).toEqual(['网格：', '3栋：王姐', '4栋 设施设备：周经理', '5栋 设施设备：周经理']);
    await desk.say('周经理', 'managers', '网格 3栋 @李工');
    await desk.say('周经理', 'managers', '网格 取消 4-5栋 设施');
    await desk.say('监督员', 'staff', '网格');
    expect(last('staff')).toBe('网格：\n3栋：李工');
    await desk.say('周经理', 'managers', '网格 9栋 @李工');
    expect(last('managers')).toContain('小区里没有 9 栋，什么都没有改动。有：1、2、3、4、5 栋。');
  });

  it('names who stands in where nobody is on duty', async () => {
    await desk.say('周经理', 'managers', '代理人 @王姐');
    await desk.say('周经理', 'managers', '代理人 维修 @周经理');
    await desk.say('李工', 'staff', '代理人');
    expect(last('staff').split('\n')).toEqual(['代理人：', '所有岗位：王姐', '维修：周经理']);
    await desk.say('李工', 'staff', '请假 今天');
    expect(await reported('3栋2单元电梯坏了')).toMatchObject({ name: '周经理', data: { why: 'deputy_for_role' } });
    await desk.say('周经理', 'managers', '代理人 取消 维修');
    expect(await reported('5栋门禁坏了，刷卡没反应')).toMatchObject({ name: '王姐', data: { why: 'deputy' } });
  });

  it('goes to somebody else when one has all one may have, but in an emergency', async () => {
    await desk.say('周经理', 'managers', '接单上限 @李工 1');
    expect(last('managers')).toContain('李工手上最多 1 件，现在 0 件');
    expect(await reported('3栋2单元电梯坏了')).toMatchObject({ name: '李工' });
    expect(await reported('5栋门禁坏了，刷卡没反应')).toMatchObject({
      name: '王姐',
      data: { passedOver: [{ name: '李工', why: 'full' }] },
    });
    expect(await reported('1栋1单元电梯困人了，快来人！', '小陈')).toMatchObject({ name: '李工' });
    await desk.say('李工', 'staff', '接单上限');
    expect(last('staff')).toContain('李工：2 件，上限 1 件');
    await desk.say('周经理', 'managers', '接单上限 @李工 不限');
    expect(last('managers')).toContain('李工接单不限件数');
  });

  it('is told in English, too', async () => {
    await desk.close();
    desk = await createDeskHarness({ startIso: '2026-11-23T10:00:00+08:00', locale: 'en' });
    await desk.say('周经理', 'managers', 'duty mon-fri 08:30-18:00 maintenance @李工');
    expect(last('managers')).toBe('Done. Mon, Tue, Wed, Thu, Fri 08:30–18:00, maintenance: 李工.');
    await desk.say('李工', 'staff', 'absent tomorrow');
    expect(last('staff')).toContain('Away, 李工: Tue 24 Nov.');
    expect(last('staff')).toContain('Shifts in that time: Tue 24 Nov 08:30–18:00, maintenance.');
  });
});
