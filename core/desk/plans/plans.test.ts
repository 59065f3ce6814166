import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { parseCommand } from '../command.ts';
import { readPlanOrder } from './read-order.ts';

const minute = 60_000;

describe('what is an order about plans and drills, and what is talk', () => {
  it.each([
    ['预案', 'plan'],
    ['预案 火灾', 'plan'],
    ['預案 火災', 'plan'],
    ['启动预案 火灾 3栋', 'plan'],
    ['預案 火災\n內容：請勿搭電梯', 'plan'],
    ['预案 火灾 呼叫：安保 维修', 'plan'],
    ['emergency plan fire', 'plan'],
    ['start plan fire building 3', 'plan'],
    ['演练 火灾', 'drill'],
    ['演练 火灾 3栋', 'drill'],
    ['演練 記錄', 'drill'],
    ['drill fire', 'drill'],
    ['预案还没写好呢', null],
    ['预案 写好了', null],
    ['预案 大家看一下', null],
    ['预案 发你', null],
    ['预案 消杀', 'plan'],
    ['预案 我明天再改一改吧？', null],
    ['演练几点开始？', null],
    ['演练大家都要来', null],
    ['drill a hole in the wall please', null],
    ['停电预案呢', null],
    ['启动预案 消杀 3栋', 'plan'],
    ['启动预案 消杀 3栋\n时间：下午三点', 'plan'],
  ])('%s: %s', (text, verb) => {
    const read = parseCommand(text, { strict: true });
    expect(read.kind === 'command' ? read.verb : null).toBe(verb);
  });

  it.each([
    ['火灾', { kind: 'show', name: '火灾' }],
    ['heavy rain', { kind: 'show', name: 'heavy rain' }],
    ['启动 火灾 3栋', { kind: 'start', said: '火灾 3栋' }],
    [
      '火灾\n内容：{地点}着火\n请走楼梯\n步骤：1. 报警\n2、疏散\n呼叫：保安 維修',
      {
        kind: 'change',
        name: '火灾',
        text: '{地点}着火\n请走楼梯',
        texts: {},
        steps: ['报警', '疏散'],
        calls: ['security', 'maintenance'],
      },
    ],
    ['火灾 呼叫：经理', { kind: 'change', name: '火灾', texts: {}, calls: ['manager'] }],
    [
      'fire\ntext: Fire at {place}\ncalls: customer service, guards',
      { kind: 'change', name: 'fire', text: 'Fire at {place}', texts: {}, calls: ['customer_service', 'security'] },
    ],
    ['火灾 呼叫：园长', { kind: 'no_role', said: '园长' }],
    ['火灾\n还有一行', { kind: 'unclear' }],
  ])('%j', (rest, order) => expect(readPlanOrder(rest)).toEqual(order));
});

describe('an emergency plan', () => {
  let desk: DeskHarness;
  const heard = (where: string): string => desk.heard(where).join('\n');
  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  /** Confirms what was shown last in the managers' group. */
  const confirm = (words = '确认发布') => desk.press('周经理', 'managers', desk.find('managers', '通知'), words);
  beforeEach(async () => {
    desk = await createDeskHarness();
    for (const who of ['李工', '周经理', '李阿姨']) await desk.say(who, who, '帮助');
  });
  afterEach(() => desk.close());

  it('is there from the beginning, with the numbers of the country, and who would be called', async () => {
    await desk.say('周经理', 'managers', '预案');
    expect(last('managers')).toContain('电梯困人');
    await desk.say('周经理', 'managers', '预案 火灾');
    expect(last('managers')).toContain('119');
    expect(last('managers')).toContain('维修：李工');
  });

  it('is started: shown first, then told at once in every language, whoever is called answers, and the staff have the steps', async () => {
    await desk.say('周经理', 'managers', '启动预案 火灾 3栋');
    expect(last('managers')).toContain('3栋发生火情');
    expect(desk.heard('residents')).toEqual([]);
    await confirm();
    await desk.pass(1000);
    expect(last('residents')).toContain('紧急通知');
    expect(last('residents')).toContain('3栋发生火情');
    expect(heard('李工')).toContain('火灾：3栋');
    expect(heard('staff')).toContain('请按步骤处置');
    expect(heard('staff')).toContain('已私聊叫：李工、周经理');
    await desk.press('李工', '李工', desk.find('李工', '火灾：3栋'), '收到，马上到');
    expect(last('李工')).toContain('注意安全');
    const notice = await desk.database.db.notice.findFirstOrThrow();
    expect(Object.keys(notice.texts as object).toSorted()).toEqual(['en', 'zh-TW']);
    expect(await desk.database.db.noticeReceipt.count({ where: { noticeId: notice.id } })).toBe(1);
  });

  it('is changed by a manager, and by nobody else', async () => {
    await desk.say('王姐', 'staff', '预案 火灾\n内容：改掉');
    expect(await desk.database.db.emergencyPlan.count()).toBe(0);
    await desk.say('周经理', 'managers', '预案 火灾\n内容：{地点}着火，请走楼梯\n呼叫：维修');
    expect(last('managers')).toContain('已改好');
    await desk.say('周经理', 'managers', '预案 火灾');
    expect(last('managers')).toContain('{地点}着火，请走楼梯');
    expect(last('managers')).not.toContain('物业经理：');
    await desk.say('周经理', 'managers', '启动预案 火灾 5栋');
    expect(last('managers')).toContain('5栋着火，请走楼梯');
  });

  it.each([
    ['启动预案 海啸', '没有叫“海啸”的预案'],
    ['启动预案 火灾 9栋', '没有看懂“9”'],
    ['预案 火灾 呼叫：园长', '没有“园长”这个角色'],
  ])('%s: %s, and nothing is prepared', async (text, words) => {
    await desk.say('周经理', 'managers', text);
    expect(last('managers')).toContain(words);
    expect(await desk.database.db.notice.count()).toBe(0);
  });

  it('asks for what is missing by name, and takes it', async () => {
    await desk.say('周经理', 'managers', '预案 消杀\n内容：{地点}将于{时间}消杀，请关好门窗');
    await desk.say('周经理', 'managers', '启动预案 消杀 3栋');
    expect(last('managers')).toContain('还缺：时间');
    await desk.say('周经理', 'managers', '启动预案 消杀 3栋\n时间：下午三点');
    expect(last('managers')).toContain('3栋将于下午三点消杀');
  });

  it('is offered when an emergency is reported, and is not started by itself', async () => {
    await desk.say('李阿姨', 'residents', '3栋着火了，快来人！');
    await desk.pass(1);
    expect(heard('managers')).toContain('可能要用火灾预案');
    expect(await desk.database.db.notice.count()).toBe(0);
    await desk.press('周经理', 'managers', desk.find('managers', '可能要用火灾预案'), '启动火灾预案');
    expect(last('managers')).toContain('3栋发生火情');
  });

  it('is not for residents, nor for staff who are no managers', async () => {
    await desk.say('李阿姨', 'residents', '启动预案 火灾 3栋');
    await desk.say('王姐', 'staff', '演练 火灾');
    expect(await desk.database.db.notice.count()).toBe(0);
  });

  describe('is exercised', () => {
    const drill = async (): Promise<void> => {
      await desk.say('周经理', 'managers', '演练 火灾 3栋');
      await desk.pass(2 * minute);
      await confirm();
      await desk.pass(1000);
    };
    /** Everything that went to residents, in their groups or directly, since the direct chats were begun. */
    const toResidents = async () => {
      const words = await desk.database.db.outboxMessage.findMany({
        where: { subjectId: { not: null } },
        include: { conversation: true, recipient: { include: { roles: true } } },
      });
      return words.filter(
        ({ conversation, recipient }) =>
          conversation.audience === 'residents' ||
          conversation.externalId === '李阿姨' ||
          recipient?.roles.every(({ role }) => role === 'resident'),
      );
    };

    it('staff alone hear of it, and every word says what it is; the report comes when all have answered', async () => {
      const places = ['staff', '李工', '周经理'];
      const before = places.flatMap((where) => desk.heard(where));
      await drill();
      expect(heard('李工')).toContain('【演练】火灾：3栋');
      const words = places
        .flatMap((where) => desk.heard(where))
        .filter((text) => text.includes('火') && !before.includes(text));
      expect(words.length).toBeGreaterThan(0);
      for (const text of words) expect(text).toContain('演练');
      expect(await toResidents()).toEqual([]);
      await desk.pass(3 * minute);
      await desk.press('李工', '李工', desk.find('李工', '【演练】火灾'), '收到，马上到');
      expect(heard('managers')).not.toContain('演练报告');
      await desk.pass(minute);
      await desk.say('周经理', '周经理', '收到', { replyTo: desk.find('周经理', '【演练】火灾') });
      const report = last('managers');
      expect(report).toContain('演练报告');
      expect(report).toContain('准备用时 2 分钟');
      expect(report).toContain('响应：2/2');
      expect(report).toContain('李工：用时 3 分钟');
      expect(report).toContain('周经理：用时 4 分钟');
      await desk.pass(60 * minute);
      expect(desk.heard('managers').filter((text) => text.includes('演练报告'))).toHaveLength(1);
      await desk.say('周经理', 'managers', '演练 记录');
      expect(last('managers')).toContain('演练 1 · 火灾');
      await desk.say('周经理', 'managers', '演练 1');
      expect(last('managers')).toContain('李工：用时 3 分钟');
      expect(await toResidents()).toEqual([]);
    });

    it('somebody does not answer: the report comes after half an hour and says so', async () => {
      await drill();
      await desk.pass(30 * minute - 1001);
      expect(heard('managers')).not.toContain('演练报告');
      await desk.pass(2000);
      expect(last('managers')).toContain('李工：没有响应');
    });

    it('whoever changes whom it is for changes nothing about that: no resident hears of it', async () => {
      await desk.say('周经理', 'managers', '演练 火灾');
      await desk.say('周经理', 'managers', '范围：全体', { replyTo: desk.find('managers', '通知') });
      await confirm();
      await desk.pass(31 * minute);
      expect(heard('staff')).toContain('演练');
      expect(await toResidents()).toEqual([]);
      expect(desk.heard('residents')).toEqual([]);
      const targets = await desk.database.db.broadcastTarget.findMany({ include: { conversation: true } });
      expect(targets.map(({ conversation }) => conversation.audience)).toEqual(['staff']);
    });

    it('corrected, and ended: still nobody but the staff', async () => {
      await drill();
      await desk.say('周经理', 'managers', '通知1 更正 集合点改在南门');
      await desk.say('周经理', 'managers', '通知1 结束');
      await desk.pass(31 * minute);
      expect(desk.heard('residents')).toEqual([]);
      expect(await toResidents()).toEqual([]);
    });

    it('a real fire during it is a real fire', async () => {
      await drill();
      await desk.say('老王', 'residents', '3栋真的着火了，有浓烟，快来人');
      expect(last('residents')).not.toContain('演练');
      expect(await desk.database.db.ticket.findFirst()).toMatchObject({ urgency: 'emergency' });
      const alarms = desk.heard('managers').filter((text) => text.startsWith('🔴'));
      expect(alarms.length).toBeGreaterThan(0);
      for (const text of alarms) expect(text).not.toContain('演练');
    });
  });
});
