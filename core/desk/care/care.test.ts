import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { parseCommand } from '../command.ts';
import { readCareOrder } from './read-order.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('what is an order about care, and what is talk', () => {
  it.each([
    ['关怀 每天9点', true],
    ['关怀：每天9:00', true],
    ['關懷 每天九點', true],
    ['care every day 9:00', true],
    ['关怀 停', true],
    ['关怀停', true],
    ['关怀 暂停到下周一', true],
    ['关怀 祝福 开', true],
    ['关怀 新增 3-2-501 李阿姨 每天9点', true],
    ['关怀', true],
    ['关怀老人很重要', false],
    ['关怀每天都有', false],
    ['关怀停不下来', false],
    ['care for the plants, please', false],
    ['careful with the lift', false],
    ['care every day?', false],
  ])('%s: %s', (text, isOrder) => {
    const read = parseCommand(text, { strict: true });
    expect(read.kind === 'command' && read.verb === 'care').toBe(isOrder);
  });

  const now = new Date('2026-11-23T10:00:00+08:00');
  const every = [1, 2, 3, 4, 5, 6, 7];
  it.each([
    ['每天9点', { kind: 'start', weekdays: every, askAt: '09:00' }],
    ['每天早上8点半', { kind: 'start', weekdays: every, askAt: '08:30' }],
    ['週一、週三 15:00', { kind: 'start', weekdays: [1, 3], askAt: '15:00' }],
    ['每周一三五 上午10点', { kind: 'start', weekdays: [1, 3, 5], askAt: '10:00' }],
    ['weekdays at 9am', { kind: 'start', weekdays: [1, 2, 3, 4, 5], askAt: '09:00' }],
    ['mon and thu 10:15', { kind: 'start', weekdays: [1, 4], askAt: '10:15' }],
    ['停', { kind: 'stop' }],
    ['停 3-2-501 李阿姨', { kind: 'end', whom: '3-2-501 李阿姨' }],
    ['祝福 关', { kind: 'greetings', on: false }],
    ['greetings on', { kind: 'greetings', on: true }],
    ['暂停到下周一', { kind: 'pause', until: new Date('2026-11-30T00:00:00+08:00') }],
    ['新增 3-2-501 李阿姨 每天9点', { kind: 'enter', whom: '3-2-501 李阿姨', weekdays: every, askAt: '09:00' }],
    ['add 3-2-501 Mrs Li every day 9:00', { kind: 'enter', whom: '3-2-501 mrs li', weekdays: every, askAt: '09:00' }],
    ['每天', { kind: 'unclear' }],
    ['暂停到昨天', { kind: 'unclear' }],
    ['新增 每天9点', { kind: 'unclear' }],
  ])('%s', (rest, order) => expect(readCareOrder(rest, now, 'Asia/Shanghai')).toEqual(order));
});

describe('somebody wants to be asked whether they are well', () => {
  let desk: DeskHarness;
  const { heard } = {
    heard: (where: string) => desk.heard(where),
  };
  const last = (where: string): string => heard(where).at(-1) ?? '';
  const tickets = () => desk.database.db.ticket.findMany();
  beforeEach(async () => {
    desk = await createDeskHarness();
    // 李工 can be told directly.
    await desk.say('李工', '李工', '帮助');
  });
  afterEach(() => desk.close());
  const begin = () => desk.say('李阿姨', '李阿姨', '关怀 每天9点');

  it('says so in the direct chat, is asked at nine, and says that all is well', async () => {
    await begin();
    expect(last('李阿姨')).toContain('每天 09:00');
    expect(last('李阿姨')).toContain('明天 09:00');
    await desk.pass(23 * hour - 1);
    expect(heard('李阿姨').filter((text) => text.includes('今天一切都好吗'))).toEqual([]);
    await desk.pass(1);
    expect(last('李阿姨')).toBe('早上好！今天一切都好吗？');
    await desk.press('李阿姨', '李阿姨', desk.find('李阿姨', '今天一切都好吗'), '我很好');
    expect(last('李阿姨')).toContain('放心');
    await desk.pass(5 * hour);
    expect(await tickets()).toEqual([]);
    await desk.pass(19 * hour);
    expect(heard('李阿姨').filter((text) => text.includes('今天一切都好吗'))).toHaveLength(2);
    expect(await desk.database.db.consent.findMany()).toMatchObject([{ kind: 'care', byId: null, revokedAt: null }]);
  });

  it('does not answer: asked once more, then somebody looks after them, and later all is well', async () => {
    await begin();
    await desk.pass(23 * hour + hour);
    expect(last('李阿姨')).toContain('再问候您一声');
    expect(await tickets()).toEqual([]);
    await desk.pass(hour);
    const [ticket] = await tickets();
    expect(ticket).toMatchObject({
      urgency: 'high',
      sensitive: true,
      area: 'service',
      building: '3',
      unit: '2',
      room: '501',
    });
    const told = ['李工', '王姐'].flatMap((who) => heard(who)).join('\n');
    const inGroup = heard('managers').join('\n');
    expect(told + inGroup).toContain(ticket?.code);
    expect(inGroup).not.toContain('501');
    expect(last('李阿姨')).toContain('我们请同事去看看您');
    await desk.say('李阿姨', '李阿姨', '刚才在睡觉，没事的');
    await desk.say('李阿姨', '李阿姨', '我很好');
    expect(heard('staff').join('\n')).toContain('一切平安');
    await desk.pass(2 * hour);
    expect(await tickets()).toHaveLength(1);
  });

  it('does not answer in the evening: one after the other is called until somebody goes, whatever the hour', async () => {
    await desk.say('李阿姨', '李阿姨', '关怀 每天19点');
    await desk.pass(9 * hour + 2 * hour);
    const [ticket] = await tickets();
    const limit = await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'first_response' } });
    expect(limit).toMatchObject({
      clause: 'P8g',
      counts: 'calendar',
      dueAt: new Date((ticket?.openedAt.getTime() ?? 0) + hour / 2),
    });
    const calls = () =>
      desk.database.db.ticketEvent.count({ where: { type: 'escalated', ticketId: ticket?.id ?? '' } });
    await desk.pass(hour / 2 + 1);
    const before = await calls();
    expect(before).toBeGreaterThanOrEqual(3);
    expect(heard('managers').join('\n')).toContain(`${ticket?.code}：有住户的平安问候没有回音`);
    expect(heard('managers').join('\n')).not.toContain('501');
    await desk.pass(hour);
    // It is half past ten at night.
    expect(await calls()).toBeGreaterThan(before);
  });

  it('is taken by somebody: nobody else is called', async () => {
    await begin();
    await desk.pass(25 * hour);
    const [ticket] = await tickets();
    await desk.say('李工', 'staff', `接单 ${ticket?.code}`);
    await desk.pass(2 * hour);
    const events = await desk.database.db.ticketEvent.findMany({ where: { ticketId: ticket?.id ?? '' } });
    expect(events.filter(({ type }) => type === 'escalated')).toEqual([]);
  });

  it('writes something else in the chat: a sign of life, and nobody is sent', async () => {
    await begin();
    await desk.pass(23 * hour);
    await desk.say('李阿姨', '李阿姨', '外面好像在下雨');
    await desk.pass(3 * hour);
    expect((await tickets()).filter(({ summary }) => summary.includes('平安问候'))).toEqual([]);
  });

  it('needs help: a ticket at once, and nobody asks again', async () => {
    await begin();
    await desk.pass(23 * hour);
    await desk.say('李阿姨', '李阿姨', '昨晚摔了一跤，腿疼');
    const [ticket] = await tickets();
    expect(ticket).toMatchObject({ urgency: 'high', sensitive: true });
    expect(ticket?.summary).toContain('摔了一跤');
    expect(last('李阿姨')).toContain(ticket?.code);
    await desk.pass(3 * hour);
    expect(heard('李阿姨').filter((text) => text.includes('再问候您一声'))).toEqual([]);
  });

  it('tells of a danger as a reply: an emergency, and nobody asks again whether they are well', async () => {
    await begin();
    await desk.pass(23 * hour);
    const replyTo = desk.find('李阿姨', '今天一切都好吗');
    await desk.say('李阿姨', '李阿姨', '厨房着火了，救命！', { replyTo });
    expect(await tickets()).toMatchObject([{ urgency: 'emergency' }]);
    await desk.pass(3 * hour);
    expect(await tickets()).toHaveLength(1);
  });

  it('does not answer on the next day either: the same ticket is called to mind', async () => {
    await begin();
    await desk.pass(25 * hour);
    await desk.pass(day);
    expect(await tickets()).toHaveLength(1);
  });

  it('is not answered for by somebody else', async () => {
    await begin();
    await desk.pass(23 * hour);
    await desk.say('老王', '老王', '我很好');
    const check = await desk.database.db.careCheck.findFirstOrThrow();
    expect(check.answeredAt).toBeNull();
  });

  it('in the group is told to come to the direct chat, and nothing begins', async () => {
    await desk.say('李阿姨', 'residents', '关怀 每天9点');
    expect(last('residents')).toContain('私聊');
    expect(await desk.database.db.careContact.count()).toBe(0);
  });

  it('in the middle of the night: refused, with the hour from which it goes', async () => {
    await desk.say('李阿姨', '李阿姨', '关怀 每天凌晨3点');
    expect(last('李阿姨')).toContain('08:00');
    expect(await desk.database.db.careContact.count()).toBe(0);
  });

  it('pauses, and ends it', async () => {
    await begin();
    await desk.say('李阿姨', '李阿姨', '关怀 暂停到下周一');
    expect(last('李阿姨')).toContain('11月30日 09:00');
    await desk.pass(3 * day);
    expect(await desk.database.db.careCheck.count()).toBe(0);
    await desk.say('李阿姨', '李阿姨', '关怀 停');
    await desk.pass(10 * day);
    expect(await desk.database.db.careCheck.count()).toBe(0);
    expect(await desk.database.db.consent.findFirst()).toMatchObject({ revokedAt: expect.any(Date) });
  });

  it('ended while a question stands: nobody is sent', async () => {
    await begin();
    await desk.pass(23 * hour);
    await desk.say('李阿姨', '李阿姨', '关怀 停');
    await desk.pass(3 * hour);
    expect(await tickets()).toEqual([]);
  });

  it('a look that is done twice asks once', async () => {
    await begin();
    await desk.pass(23 * hour - 1);
    const due = await desk.database.db.deadline.findFirstOrThrow({ where: { kind: 'care', settledAt: null } });
    desk.clock.advance(1);
    await Promise.all([desk.desk.due(due.id), desk.desk.due(due.id)]);
    await desk.deliver();
    expect(await desk.database.db.careCheck.count()).toBe(1);
    expect(heard('李阿姨').filter((text) => text.includes('今天一切都好吗'))).toHaveLength(1);
  });

  it('is asked in English who writes English', async () => {
    await desk.database.db.person.updateMany({ where: { name: '李阿姨' }, data: { locale: 'en' } });
    await desk.say('李阿姨', '李阿姨', 'care every day 9:00');
    await desk.pass(23 * hour);
    expect(last('李阿姨')).toBe('Good morning! Are you well today?');
    await desk.say('李阿姨', '李阿姨', 'fine, thanks');
    expect(last('李阿姨')).toContain('Good to hear');
  });

  describe('staff put it on record for them', () => {
    it('they are told, and can say no', async () => {
      await desk.say('李阿姨', '李阿姨', '你好');
      await desk.say('王姐', 'staff', '关怀 新增 3-2-501 李阿姨 每天9点');
      expect(last('staff')).toContain('记下了：李阿姨');
      await desk.press('李阿姨', '李阿姨', desk.find('李阿姨', '平安问候'), '不用了');
      expect(heard('staff').at(-1)).toContain('不用问候');
      await desk.pass(2 * day);
      expect(await desk.database.db.careCheck.count()).toBe(0);
    });

    it.each([
      ['关怀 新增 3-2-501 李阿姨 每天9点', '还没有和我私聊过'],
      ['关怀 新增 9-2-501 李阿姨 每天9点', '没有这一栋'],
      ['关怀 新增 3-2-501 张三 每天9点', '登记的有：李阿姨'],
      ['关怀 新增 5-1-101 张三 每天9点', '还没有登记的居民'],
      ['关怀 停 3-2-501 李阿姨', '没有在问候名单里'],
    ])('%s: %s, and nothing is changed', async (text, words) => {
      await desk.say('王姐', 'staff', text);
      expect(last('staff')).toContain(words);
      expect(await desk.database.db.careContact.count()).toBe(0);
    });
  });
});
