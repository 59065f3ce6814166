import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIncidentEstate, type IncidentEstate } from './testing/estate.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('three flats in two groups of one platform, and a third group on another, have no water', () => {
  let desk: IncidentEstate;
  let first: string;
  beforeAll(async () => {
    desk = await createIncidentEstate();
    await desk.enrol('赵叔', '4-1-301', 'plain');
    await desk.enrol('钱姐', '1-1-101');
    first = await desk.say('李阿姨', 'residents', '3栋停水了，一滴水都没有');
    desk.clock.advance(5 * minute);
    await desk.sayIn('residents-2', '小陈', '5栋也没水了');
  });
  afterAll(() => desk.close());

  const card = (): string => desk.heard('staff').findLast((text) => text.includes('引用本卡片回复，即答复所有')) ?? '';
  const said = (where: string, words: string) => desk.heard(where).filter((text) => text.includes(words));
  const tickets = () => desk.database.db.ticket.findMany({ orderBy: { openedAt: 'asc' } });

  it('two flats are two matters, each with a card and a receipt of its own', async () => {
    expect(await desk.incidents()).toEqual([]);
    expect(said('staff', '停水了')).toHaveLength(1);
    expect(said('staff', '没水了')).toHaveLength(1);
  });

  it('the third makes an incident of them, with one card that tells places, households and groups', async () => {
    desk.clock.advance(5 * minute);
    await desk.sayIn('residents-plain', '赵叔', '4栋停水');
    expect(await desk.incidents()).toMatchObject([{ number: 1, thing: 'water', overAt: null, tickets: 3 }]);
    expect(card()).toContain('事件1 停水 · 3、4、5栋');
    expect(card()).toContain('3 户 · 3 个群 · 3 件工单');
    for (const { code } of await tickets()) expect(card()).toContain(code);
  });

  it('whoever made it one is told that it is known, and by how many', async () => {
    const code = await desk.codeOf('赵叔');
    expect(desk.plain.textsIn('residents-plain').at(-1)).toBe(
      `收到，已登记 ${code}。停水已有 3 户反映，正在一并处理（李工负责），今天 11:10 前答复您。`,
    );
  });

  it('its own card is only a line, and the earlier cards say that they belong to it', async () => {
    const code = await desk.codeOf('赵叔');
    const about = desk.heard('staff').filter((text) => text.startsWith('↳'));
    expect(about).toEqual([`↳ 事件1 · ${code} · 4栋 · 共 3 户`]);
    const earlier = await desk.codeOf('李阿姨');
    expect(desk.heard('staff').findLast((text) => text.includes(`${earlier} 报修`))).toContain(
      '属于事件1（停水），一起处理',
    );
  });

  it('every ticket says in its history that it is part of it', async () => {
    const joined = await desk.database.db.ticketEvent.count({ where: { type: 'incident_joined' } });
    expect(joined).toBe(3);
  });

  it('one reply to the card answers each group once, as a reply to the first report there, and names nobody', async () => {
    desk.clock.advance(5 * minute);
    await desk.say('王姐', 'staff', '水泵跳闸，师傅在抢修', { replyTo: desk.find('staff', '事件1 停水') });
    const answer = '王姐回复（停水，事件1）：水泵跳闸，师傅在抢修';
    expect(said('residents', answer)).toEqual([answer]);
    expect(said('residents-2', answer)).toEqual([answer]);
    expect(desk.plain.textsIn('residents-plain').filter((text) => text === answer)).toHaveLength(1);
    const sent = desk.channel.taken.find(
      ({ message }) => message.conversationId === 'residents' && message.text === answer,
    );
    expect(sent?.message.replyToId).toBe(first);
    expect(said('staff', '已答复所有反映的居民')).toEqual(['事件1：已答复所有反映的居民，每个群一次（3 件）']);
  });

  it('meets the first response of every ticket (P5)', async () => {
    for (const ticket of await tickets()) {
      expect(ticket).toMatchObject({ status: 'accepted', firstResponseAt: desk.clock.now() });
      const owed = await desk.database.db.limit.count({
        where: { ticketId: ticket.id, kind: 'first_response', metAt: null, cancelledAt: null },
      });
      expect(owed).toBe(0);
    }
  });

  it('a late joiner is told what the others were told, and falls to whoever is at it', async () => {
    desk.clock.advance(5 * minute);
    await desk.say('钱姐', '钱姐', '家里没水了');
    const code = await desk.codeOf('钱姐');
    expect(desk.heard('钱姐')).toEqual([
      `收到，已登记 ${code}。停水已有 4 户反映，正在一并处理（王姐负责）。\n王姐：水泵跳闸，师傅在抢修`,
    ]);
    expect(await desk.incidents()).toMatchObject([{ number: 1, tickets: 4 }]);
    expect(card()).toContain('4 户 · 3 个群 · 4 件工单');
    expect((await tickets()).at(-1)).toMatchObject({ status: 'open', firstResponseAt: null });
  });

  it('a neighbour of the same flat, or "me too" from another, is counted without another ticket', async () => {
    await desk.enrol('李叔', '3-2-501');
    await desk.say('李叔', 'residents', '我家也是', { replyTo: first });
    expect(card()).toContain('4 户');
    await desk.say('老王', 'residents', '我家也是', { replyTo: first });
    expect(card()).toContain('5 户');
    expect(await desk.incidents()).toMatchObject([{ tickets: 4 }]);
  });

  it('a promise holds for all of it, and is told in each group once', async () => {
    desk.clock.advance(5 * minute);
    await desk.say('王姐', 'staff', '事件1 承诺 今天16:00');
    expect(said('residents', '和您约定')).toHaveLength(1);
    expect(said('residents-2', '和您约定')).toHaveLength(1);
    expect(said('钱姐', '和您约定')).toHaveLength(1);
    expect(await desk.database.db.limit.count({ where: { kind: 'promise', metAt: null, cancelledAt: null } })).toBe(4);
  });

  it('待办 shows it as one line', async () => {
    await desk.say('王姐', 'staff', '待办');
    const list = desk.heard('staff').at(-1);
    expect(list).toContain('事件 1 个');
    expect(list).toContain('事件1 停水 · 1、3、4、5栋');
    expect(list).not.toContain('未结工单');
  });

  it('done: one word for all asks each group once whether it is solved', async () => {
    desk.clock.advance(hour);
    await desk.say('王姐', 'staff', '事件1 办结 水泵已换，恢复供水');
    const done = '王姐（停水，事件1）：水泵已换，恢复供水';
    expect(said('residents', done)).toHaveLength(1);
    expect(said('residents-2', done)).toHaveLength(1);
    expect(said('钱姐', done)).toHaveLength(1);
    expect((await tickets()).map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done']);
    expect(await desk.incidents()).toMatchObject([{ overAt: desk.clock.now() }]);
    expect(desk.heard('staff').some((text) => text.startsWith('🟠 事件1 停水') && text.includes('已结束'))).toBe(true);
  });

  it('a press rates the presser’s own ticket, in the group as in words elsewhere', async () => {
    await desk.press('李阿姨', 'residents', desk.find('residents', '水泵已换'), '5');
    const asked = desk.plain.taken.findLast(({ message }) => message.text.includes('水泵已换'));
    await desk.sayIn('residents-plain', '赵叔', '4', asked?.externalIds[0]);
    await desk.press('小陈', 'residents-2', desk.find('residents-2', '水泵已换'), '未解决');
    const answers = await desk.database.db.surveyAnswer.findMany({
      orderBy: { score: 'asc' },
      select: { score: true, person: { select: { name: true } } },
    });
    expect(answers).toEqual([
      { score: 4, person: { name: '赵叔' } },
      { score: 5, person: { name: '李阿姨' } },
    ]);
    const byName = await desk.database.db.ticket.findMany({
      select: { status: true, requester: { select: { name: true } } },
    });
    const standing = Object.fromEntries(byName.map(({ status, requester }) => [requester?.name, status]));
    expect(standing).toEqual({ 李阿姨: 'closed', 小陈: 'open', 赵叔: 'closed', 钱姐: 'done' });
  });

  it('“not solved” for one opens that ticket again with a card of its own, and the incident goes on', async () => {
    const code = await desk.codeOf('小陈');
    expect(desk.heard('staff').some((text) => text.includes(`${code} 报修`) && text.includes('居民说未解决'))).toBe(
      true,
    );
    expect(await desk.incidents()).toMatchObject([{ overAt: null }]);
  });

  it('a second “done” reaches only those for whom it was not', async () => {
    desk.clock.advance(10 * minute);
    await desk.say('王姐', 'staff', '事件1 办结 五栋的阀门也开了');
    expect(said('residents-2', '五栋的阀门')).toHaveLength(1);
    expect(said('residents', '五栋的阀门')).toEqual([]);
  });

  it('reminds once for all, and only where somebody has not answered', async () => {
    await desk.pass(30 * hour);
    expect(said('residents', '解决了吗？方便的话')).toEqual([]);
    expect(said('钱姐', '解决了吗？方便的话')).toHaveLength(1);
    expect(said('residents-2', '解决了吗？方便的话')).toHaveLength(1);
  });

  it('a report after it is over is of something new', async () => {
    await desk.say('李阿姨', 'residents', '3栋又停水了');
    expect(await desk.incidents()).toHaveLength(1);
    expect((await tickets()).at(-1)?.incidentId).toBeNull();
  });
});
