import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDevice } from '../../machines/testing/device.ts';
import { communityInForce } from '../../people/communities.ts';
import { mergePersons } from '../../people/merge.ts';
import { runStep } from '../../run-step.ts';
import { tieToIncident } from '../../tickets/incidents/tie.ts';
import { createIncidentEstate, type IncidentEstate } from './testing/estate.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('which reports become an incident', () => {
  let desk: IncidentEstate;
  beforeEach(async () => {
    desk = await createIncidentEstate();
  });
  afterEach(() => desk.close());

  const tickets = () => desk.database.db.ticket.findMany({ orderBy: [{ openedAt: 'asc' }, { id: 'asc' }] });
  const person = async (name: string): Promise<string> =>
    (await desk.database.db.person.findFirstOrThrow({ where: { name } })).id;
  const staffHeard = (words: string) => desk.heard('staff').filter((text) => text.includes(words));
  /** Three flats, in two groups, five minutes apart. */
  async function threeFlats(words = '停水了'): Promise<void> {
    await desk.say('李阿姨', 'residents', `3栋${words}`);
    desk.clock.advance(5 * minute);
    await desk.sayIn('residents-2', '小陈', `5栋${words}`);
    desk.clock.advance(5 * minute);
    await desk.say('老王', 'residents', `3栋2单元${words}`);
  }

  it('twelve households: one incident, one card, a line each, and one answer in each group', async () => {
    for (let flat = 1; flat <= 12; flat += 1) {
      const name = `住户${flat}`;
      await desk.enrol(name, `${(flat % 4) + 1}-1-${flat}01`);
      if (flat % 2 === 0) await desk.say(name, 'residents', '家里停电了');
      else await desk.sayIn('residents-2', name, '没电了');
      desk.clock.advance(minute);
    }
    expect(await desk.incidents()).toMatchObject([{ thing: 'power', tickets: 12 }]);
    const card = desk.heard('staff').findLast((text) => text.startsWith('🟠 事件1'));
    expect(card).toContain('事件1 停电 · 1、2、3、4栋');
    expect(card).toContain('12 户 · 2 个群 · 12 件工单');
    expect(staffHeard('↳ 事件1')).toHaveLength(10);
    const before = desk.heard('residents').length;
    await desk.say('李工', 'staff', '变压器跳了，半小时恢复', { replyTo: desk.find('staff', '🟠 事件1') });
    expect(desk.heard('residents')).toHaveLength(before + 1);
    expect(
      (await tickets()).every(({ status, firstResponseAt }) => status === 'accepted' && firstResponseAt !== null),
    ).toBe(true);
  }, 60_000);

  it('three flats with three leaks of their own are three matters', async () => {
    await desk.say('李阿姨', 'residents', '3栋501厨房水龙头漏水');
    await desk.say('小陈', 'residents', '5栋卫生间天花板漏水');
    await desk.say('老王', 'residents', '3栋601阳台漏水');
    expect(await desk.incidents()).toEqual([]);
    expect(await tickets()).toHaveLength(3);
  });

  it('lifts of two stairwells are two matters', async () => {
    await desk.enrol('孙哥', '3-1-301');
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await desk.say('孙哥', 'residents', '3栋1单元电梯坏了');
    await desk.say('小陈', 'residents', '5栋1单元电梯坏了');
    expect(await desk.incidents()).toEqual([]);
  });

  it('three people of one flat are one flat', async () => {
    for (const name of ['爸爸', '妈妈', '女儿']) {
      await desk.enrol(name, '2-1-101');
      await desk.say(name, 'residents', '停电了');
    }
    expect(await tickets()).toHaveLength(3);
    expect(await desk.incidents()).toEqual([]);
  });

  it('somebody whose flat is not known counts as one', async () => {
    await desk.say('新邻居', 'residents', '停电了');
    await desk.say('李阿姨', 'residents', '3栋停电');
    expect(await desk.incidents()).toEqual([]);
    await desk.say('小陈', 'residents', '5栋也停电');
    expect(await desk.incidents()).toMatchObject([{ tickets: 3 }]);
  });

  it.each([
    { told: 'exactly two hours after the first', ms: 2 * hour, found: 1 },
    { told: 'a millisecond more', ms: 2 * hour + 1, found: 0 },
  ])('a third report $told: $found', async ({ ms, found }) => {
    await desk.say('李阿姨', 'residents', '3栋停水了');
    await desk.say('小陈', 'residents', '5栋停水了');
    desk.clock.advance(ms);
    await desk.say('老王', 'residents', '3栋2单元停水');
    expect(await desk.incidents()).toHaveLength(found);
  });

  it('what is private never joins', async () => {
    await desk.say('李阿姨', 'residents', '3栋停水了');
    await desk.say('小陈', 'residents', '5栋停水了');
    await desk.say('老王', 'residents', '私下说，我家停水了');
    expect(await desk.incidents()).toEqual([]);
  });

  it('“me too” from a third flat makes one of two tickets', async () => {
    const first = await desk.say('李阿姨', 'residents', '3栋停水了');
    await desk.sayIn('residents-2', '小陈', '5栋停水了');
    await desk.say('老王', 'residents', '我家也是', { replyTo: first });
    expect(await desk.incidents()).toMatchObject([{ tickets: 2 }]);
    expect(staffHeard('3 户 · 2 个群 · 2 件工单').length).toBeGreaterThan(0);
  });

  it('what staff enter by hand and what a device reports counts, too', async () => {
    await desk.say('周经理', '周经理', '设备 新增 水泵房 报修 设施');
    const secret = /密钥：(\S+)/.exec(desk.heard('周经理').at(-1) ?? '')?.[1] ?? '';
    const device = createDevice('水泵房', secret, desk.clock);
    await desk.desk.machines.receive(device.signed({ device: 'pump-1', alarm: true, text: '水泵停机' }));
    await desk.say('王姐', 'staff', '登记 电话 4-1-301 家里停水');
    await desk.say('李阿姨', 'residents', '3栋停水了');
    expect(await desk.incidents()).toMatchObject([{ thing: 'water', tickets: 3 }]);
    expect(staffHeard('2 户 · 设备 1 台 · 1 个群 · 3 件工单').length).toBeGreaterThan(0);
    await desk.say('王姐', 'staff', '师傅在修', { replyTo: desk.find('staff', '🟠 事件1') });
    expect((await tickets()).map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('an emergency has its own card, receipt and alarm, and is part of it all the same', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    desk.clock.advance(minute);
    await desk.sayIn('residents-2', '老王', '3栋2单元电梯不动');
    desk.clock.advance(minute);
    await desk.enrol('周婶', '3-2-801');
    await desk.say('周婶', 'residents', '3栋2单元电梯坏了，我被困在里面');
    const code = await desk.codeOf('周婶');
    expect(await desk.incidents()).toMatchObject([{ thing: 'lift', tickets: 3 }]);
    expect(desk.heard('residents').at(-1)).toContain(`${code} 已按紧急情况通知值班人员`);
    const [card] = staffHeard(`🔴 ${code}`).filter((text) => !text.includes('事件1 电梯故障 · 3栋'));
    expect(card).toContain('属于事件1');
    expect(staffHeard('↳')).toEqual([]);
    const ladder = await desk.database.db.deadline.count({
      where: { ticket: { code }, kind: { in: ['remind', 'escalate', 'breach'] }, settledAt: null },
    });
    expect(ladder).toBeGreaterThan(0);
    await desk.say('王姐', 'staff', '师傅在路上', { replyTo: desk.find('staff', '事件1 电梯故障 · 3栋2单元') });
    expect(staffHeard(`🔴 ${code} 是紧急情况，还没有人接单`)).toHaveLength(1);
    expect((await tickets()).map(({ status }) => status)).toEqual(['accepted', 'accepted', 'open']);
    const before = staffHeard(code).length + desk.heard('managers').length;
    await desk.pass(6 * minute);
    expect(staffHeard(code).length + desk.heard('managers').length).toBeGreaterThan(before);
  });

  it('two reports at the same instant, in two groups: one incident', async () => {
    await desk.enrol('赵叔', '4-1-301', 'plain');
    await desk.say('李阿姨', 'residents', '3栋停水了');
    await desk.atOnce(['residents-2', '小陈', '5栋停水了'], ['residents-plain', '赵叔', '4栋停水了']);
    expect(await desk.incidents()).toMatchObject([{ number: 1, tickets: 3 }]);
  });

  it('four reports at the same instant and staff who finish one at the same time: one incident at most, and nothing lost', async () => {
    await desk.enrol('赵叔', '4-1-301', 'plain');
    await desk.say('李阿姨', 'residents', '3栋停水了');
    const code = await desk.codeOf('李阿姨');
    await desk.atOnce(
      ['residents-2', '小陈', '5栋停水了'],
      ['residents-plain', '赵叔', '4栋停水了'],
      ['residents', '老王', '3栋2单元停水了'],
      ['staff', '王姐', `办结 ${code} 已恢复`],
    );
    await desk.pass(0);
    expect(await tickets()).toHaveLength(4);
    expect((await desk.incidents()).length).toBe(1);
    expect((await tickets()).filter(({ incidentId }) => incidentId !== null).length).toBeGreaterThanOrEqual(3);
  });

  it('the same event twice changes nothing', async () => {
    await threeFlats();
    const rows = await desk.database.db.outboxMessage.count();
    await desk.say('老王', 'residents', '3栋2单元停水了', { id: 'm2' });
    expect(await desk.incidents()).toMatchObject([{ tickets: 3 }]);
    expect(await desk.database.db.outboxMessage.count()).toBe(rows);
  });

  it('a matter whose words name nothing that goes out for many asks the database nothing', async () => {
    await desk.say('小陈', 'residents', '快递柜满了');
    const [ticket] = await tickets();
    if (!ticket) throw new Error('no ticket');
    const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
    const asked = await runStep({ db: desk.database.db, clock: desk.clock, bells }, async (step) => {
      const community = await communityInForce(step.tx, desk.communityId, step.now);
      const names: (string | symbol)[] = [];
      const tx = new Proxy(step.tx, {
        get(target, name, receiver) {
          names.push(name);
          return Reflect.get(target, name, receiver);
        },
      });
      await tieToIncident({ ...step, tx }, community, ticket.id, ticket);
      return names;
    });
    expect(asked).toEqual([]);
  });

  describe('once it is one', () => {
    beforeEach(() => threeFlats());

    it('what staff say among residents to everybody answers all who reported it there, and nobody elsewhere', async () => {
      await desk.say('王姐', 'residents', '各位邻居，水泵跳了，正在抢修');
      expect((await tickets()).map(({ status }) => status)).toEqual(['accepted', 'open', 'accepted']);
      expect(await desk.database.db.limit.count({ where: { kind: 'first_response', metAt: { not: null } } })).toBe(2);
      expect(staffHeard('王姐答复：各位邻居').length).toBeGreaterThan(0);
      desk.clock.advance(minute);
      await desk.enrol('钱姐', '1-1-101');
      await desk.sayIn('residents-2', '钱姐', '1栋停水了');
      expect(desk.heard('residents-2').at(-1)).toContain('王姐：各位邻居，水泵跳了，正在抢修');
    });

    it('what they say there about one building, or as a reply, answers one', async () => {
      await desk.say('王姐', 'residents', '各位邻居，3栋2单元的阀门在修');
      expect((await tickets()).map(({ status }) => status)).toEqual(['open', 'open', 'accepted']);
      const first = await desk.database.db.message.findFirstOrThrow({ where: { text: '3栋停水了' } });
      await desk.say('王姐', 'residents', '各位稍等', { replyTo: first.externalId });
      expect(await desk.database.db.limit.count({ where: { kind: 'first_response', metAt: { not: null } } })).toBe(1);
    });

    it('a ticket that does not belong is split off by one press, and goes on with a card of its own', async () => {
      const code = await desk.codeOf('老王');
      await desk.press('王姐', 'staff', desk.find('staff', `↳ 事件1 · ${code}`), '不属于这个事件');
      expect(await desk.incidents()).toMatchObject([{ tickets: 2 }]);
      expect(desk.heard('staff')).toContain(`${code} 已移出事件1，单独处理。`);
      expect(staffHeard(`${code} 报修`).at(-1)).not.toContain('属于事件1');
      await desk.say('王姐', 'staff', '在抢修', { replyTo: desk.find('staff', '🟠 事件1') });
      expect((await tickets()).map(({ status }) => status)).toEqual(['accepted', 'accepted', 'open']);
    });

    it('or chosen from all of them, or by its code; and put back by its code', async () => {
      const code = await desk.codeOf('老王');
      await desk.press('王姐', 'staff', desk.find('staff', '🟠 事件1'), '移出一件');
      await desk.press('王姐', 'staff', desk.find('staff', '哪一件不属于'), code);
      expect(await desk.incidents()).toMatchObject([{ tickets: 2 }]);
      await desk.say('王姐', 'staff', `事件1 移出 ${code}`);
      expect(desk.heard('staff').at(-1)).toBe(`${code} 不在事件1 里，什么都没有改动。`);
      await desk.say('王姐', 'staff', `事件1 加 ${code}`);
      expect(await desk.incidents()).toMatchObject([{ tickets: 3 }]);
      await desk.say('王姐', 'staff', `事件1 加 ${code}`);
      expect(desk.heard('staff').at(-1)).toBe(`${code} 已经在这个事件里。什么都没有改动。`);
    });

    it('a resident who corrects the place of a lift takes the ticket out of it', async () => {
      const { db } = desk.database;
      await db.ticket.updateMany({ data: { summary: '电梯坏了', building: '3', unit: '2' } });
      const first = await db.message.findFirstOrThrow({ where: { text: '3栋停水了' } });
      await desk.say('李阿姨', 'residents', '打错了是5栋', { replyTo: first.externalId });
      expect(await desk.incidents()).toMatchObject([{ tickets: 2 }]);
      expect(await db.ticketEvent.findFirstOrThrow({ where: { type: 'incident_left' } })).toMatchObject({
        data: { incident: 1, by: null, why: 'corrected' },
      });
    });

    it('“not one incident” takes it apart: every ticket has a card of its own, no resident hears of it, and it does not come again', async () => {
      const heard = desk.heard('residents').length;
      await desk.press('王姐', 'staff', desk.find('staff', '🟠 事件1'), '不是同一件事');
      expect(await desk.incidents()).toMatchObject([{ number: 1, tickets: 0, overAt: desk.clock.now() }]);
      const code = await desk.codeOf('老王');
      expect(staffHeard(`${code} 报修`)).toHaveLength(1);
      expect(desk.heard('residents')).toHaveLength(heard);
      await desk.enrol('孙哥', '3-1-301');
      await desk.say('孙哥', 'residents', '1单元停水');
      expect(await desk.incidents()).toHaveLength(1);
      await desk.say('王姐', 'staff', '事件1 办结');
      expect(desk.heard('staff').at(-1)).toContain('事件1 已经结束');
    });

    it('taking it takes all that nobody has taken; what a colleague has stays theirs', async () => {
      const code = await desk.codeOf('小陈');
      await desk.say('王姐', 'staff', `接单 ${code}`);
      const before = desk.heard('residents').length;
      await desk.press('李工', 'staff', desk.find('staff', '🟠 事件1'), '接单（全部）');
      const who = await desk.database.db.ticket.findMany({
        orderBy: { openedAt: 'asc' },
        select: { status: true, assignee: { select: { name: true } } },
      });
      expect(who).toEqual([
        { status: 'accepted', assignee: { name: '李工' } },
        { status: 'accepted', assignee: { name: '王姐' } },
        { status: 'accepted', assignee: { name: '李工' } },
      ]);
      expect(desk.heard('residents').slice(before)).toEqual(['停水，事件1：李工已接单，正在处理。']);
    });

    it('a group in which several press is thanked once; who writes is thanked by a word of their own', async () => {
      await desk.say('王姐', 'staff', '事件1 办结 已恢复');
      const asked = desk.find('residents', '已恢复');
      const before = desk.heard('residents').length;
      await desk.press('李阿姨', 'residents', asked, '5');
      await desk.press('老王', 'residents', asked, '4');
      expect(desk.heard('residents').slice(before)).toEqual(['谢谢大家的评价（停水，事件1），都已记下，有事随时说。']);
      expect(await desk.database.db.surveyAnswer.count()).toBe(2);
      await desk.sayIn('residents-2', '小陈', '5', desk.find('residents-2', '已恢复'));
      expect(desk.heard('residents-2').at(-1)).toContain('谢谢您的 5 分');
      expect((await tickets()).map(({ status }) => status)).toEqual(['closed', 'closed', 'closed']);
    });

    it('is over when its last ticket is done by itself, too', async () => {
      for (const who of ['李阿姨', '小陈', '老王']) {
        expect(await desk.incidents()).toMatchObject([{ overAt: null }]);
        await desk.say('李工', 'staff', `办结 ${await desk.codeOf(who)} 好了`);
      }
      expect(await desk.incidents()).toMatchObject([{ overAt: desk.clock.now() }]);
    });

    it('of two tickets that were merged, one is counted, and everybody still hears', async () => {
      const [one, other] = [await desk.codeOf('李阿姨'), await desk.codeOf('小陈')];
      await desk.say('王姐', 'staff', `合并 ${other} ${one}`);
      const card = staffHeard('🟠 事件1').at(-1);
      expect(card).toContain('3 户');
      expect(card).toContain('2 件工单');
      const before = desk.heard('residents-2').length;
      await desk.say('王姐', 'staff', '事件1 回复 在抢修');
      expect(desk.heard('residents-2').slice(before)).toEqual(['王姐回复（停水，事件1）：在抢修']);
    });

    it('two rows that turn out to be one person are one household', async () => {
      const { db } = desk.database;
      const [fromId, intoId] = [await person('老王'), await person('李阿姨')];
      const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
      await runStep({ db, clock: desk.clock, bells }, (step) =>
        mergePersons(step, { fromId, intoId, by: null, why: 'staff_said' }),
      );
      await desk.say('王姐', 'staff', '事件1');
      expect(desk.heard('staff').at(-1)).toContain('2 户');
    });

    it('what staff write is cleared of numbers and names for the group, which they are told once', async () => {
      await desk.say('王姐', 'staff', '已联系3栋2单元501李阿姨家 13812345678', {
        replyTo: desk.find('staff', '🟠 事件1'),
      });
      const answer = desk.heard('residents').at(-1) ?? '';
      for (const gone of ['501', '李阿姨', '13812345678']) expect(answer).not.toContain(gone);
      expect(staffHeard('群里的答复隐去了')).toHaveLength(1);
    });

    it('事件 lists, 事件1 shows a card that can be replied to, and what is not there changes nothing', async () => {
      await desk.say('王姐', 'staff', '事件');
      expect(desk.heard('staff').at(-1)).toContain('处理中的事件 1 个');
      await desk.say('王姐', 'staff', '事件7 办结');
      expect(desk.heard('staff').at(-1)).toBe('没有事件7，什么都没有改动。发“事件”看有哪些。');
      await desk.say('王姐', '王姐', '事件1');
      await desk.say('王姐', '王姐', '正在抢修', { replyTo: desk.find('王姐', '🟠 事件1') });
      expect(desk.heard('residents').at(-1)).toBe('王姐回复（停水，事件1）：正在抢修');
      await desk.say('王姐', 'staff', '事件1 承诺 昨天');
      expect(await desk.database.db.limit.count({ where: { kind: 'promise' } })).toBe(0);
    });

    it('a supervisor may look and not act; residents can press nothing of it', async () => {
      await desk.say('监督员', '监督员', '事件1');
      expect(desk.heard('监督员').at(-1)).toContain('事件1 停水');
      await desk.say('监督员', '监督员', '事件1 办结');
      await desk.say('李阿姨', 'residents', '事件1 办结');
      expect((await tickets()).every(({ status }) => status === 'open')).toBe(true);
      const refused = await desk.database.db.auditEntry.count({
        where: { action: 'refuse_command', subject: 'incident' },
      });
      expect(refused).toBe(1);
    });
  });

  it('staff on a platform that shows nothing but text hear of it by one line at a time', async () => {
    const { db } = desk.database;
    const at = { channel: desk.plain.name, account: desk.plain.account, communityId: desk.communityId };
    await db.conversation.create({
      data: { ...at, externalId: 'staff-2', kind: 'group', audience: 'staff', title: '二群' },
    });
    await threeFlats();
    const shown = (): string[] => desk.plain.textsIn('staff-2');
    expect(shown().findLast((text) => text.startsWith('🟠 事件1'))).toContain(
      '1 接单（全部） · 2 承诺时间 · 3 办结（全部）',
    );
    const before = shown().length;
    await desk.press('李工', 'staff', desk.find('staff', '🟠 事件1'), '接单（全部）');
    await desk.say('李工', 'staff', '事件1 办结 已恢复');
    expect(shown().slice(before)).toEqual(['事件1 停水：李工接单', '事件1 停水：李工办结']);
  });
});
