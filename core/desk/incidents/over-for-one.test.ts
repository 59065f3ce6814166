import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { understand } from '../../intake/understand.ts';
import { createIncidentEstate, type IncidentEstate } from './testing/estate.ts';

const minute = 60_000;

describe('one of those who reported an incident says that it is over for them (P6d)', () => {
  let desk: IncidentEstate;
  let codes: string[];
  beforeEach(async () => {
    desk = await createIncidentEstate();
    onTestFinished(() => desk.close());
    await desk.say('李阿姨', 'residents', '3栋2单元停电了');
    desk.clock.advance(minute);
    await desk.sayIn('residents-2', '小陈', '5栋停电');
    desk.clock.advance(minute);
    await desk.enrol('孙哥', '1-1-301');
    await desk.say('孙哥', 'residents', '1栋没电了');
    desk.clock.advance(minute);
    codes = (await tickets()).map(({ code }) => code);
  });
  const tickets = () => desk.database.db.ticket.findMany({ orderBy: { openedAt: 'asc' } });
  const incidentCard = (): string => desk.heard('staff').findLast((text) => text.startsWith('🟠 事件1')) ?? '';
  const ownCard = (code: string): string =>
    desk.heard('staff').findLast((text) => text.split('\n', 1)[0]?.includes(`${code} 报修`)) ?? '';
  const cardLine = (at: number): string =>
    incidentCard()
      .split('\n')
      .find((one) => one.includes(codes[at] ?? '?')) ?? '';
  const eventsOf = (code: string) =>
    desk.database.db.ticketEvent.findMany({ where: { ticket: { code } }, orderBy: { id: 'asc' } });

  it.each([
    { who: '李阿姨', at: 0, told: 'the first, which had a card' },
    { who: '孙哥', at: 2, told: 'the last, which was only a line' },
  ])('a tripped switch of their own: $told, goes on by itself, to be checked and closed', async ({ who, at }) => {
    await desk.say(who, 'residents', '没事了，是跳闸');
    const code = codes[at] ?? '';
    expect((await tickets())[at]).toMatchObject({ incidentId: null, status: 'open' });
    expect(await desk.incidents()).toMatchObject([{ number: 1, overAt: null, tickets: 2 }]);
    expect(incidentCard()).toContain('2 户');
    expect(incidentCard()).not.toContain(code);
    expect(ownCard(code)).toContain('居民说已经好了，请核实后办结');
    const [over, left] = (await eventsOf(code)).slice(-2);
    const message = await desk.database.db.message.findFirstOrThrow({ where: { text: '没事了，是跳闸' } });
    expect(over).toMatchObject({ type: 'settled_by_resident', messageId: message.id });
    expect(left).toMatchObject({ type: 'incident_left', messageId: message.id, data: { by: null, why: 'one_flat' } });
    await desk.say('李工', 'staff', code);
    expect(desk.heard('staff').at(-1)).toContain('自动移出事件1：居民说只是自己家的问题：没事了，是跳闸');
    // What is said to the others is not theirs any more.
    await desk.say('李工', 'staff', '事件1 办结 变压器换好了');
    expect((await tickets())[at]).toMatchObject({ status: 'open' });
    // It ends as any other: once the resident was told and asked.
    await desk.say('李工', 'staff', `办结 ${code} 已核实`);
    expect((await tickets())[at]).toMatchObject({ status: 'done' });
    expect(desk.heard('residents').join('\n')).toContain('已核实');
  });

  it('the power is back: it stays with the others, and the card says so', async () => {
    await desk.say('孙哥', 'residents', '没事了，来电了');
    expect((await tickets())[2]).toMatchObject({ status: 'open' });
    expect(await desk.incidents()).toMatchObject([{ tickets: 3, overAt: null }]);
    expect(cardLine(2)).toContain('居民说已经好了');
    expect(incidentCard().match(/居民说已经好了/g)).toHaveLength(1);
    // Not any more, once it is not solved after all.
    await desk.say('李工', 'staff', '事件1 办结 换好了');
    await desk.say('孙哥', 'residents', '未解决');
    expect(incidentCard()).not.toContain('居民说已经好了');
  });

  it('a switch of the whole house is nobody’s own', async () => {
    await desk.say('李阿姨', 'residents', '没事了，是总闸跳闸');
    expect(await desk.incidents()).toMatchObject([{ tickets: 3 }]);
  });

  it('a ticket that neighbours have joined stays, because it is theirs, too', async () => {
    const report = await desk.database.db.message.findFirstOrThrow({ where: { text: '3栋2单元停电了' } });
    await desk.say('老王', 'residents', '我家也是', { replyTo: report.externalId });
    await desk.say('李阿姨', 'residents', '没事了，是跳闸');
    expect(await desk.incidents()).toMatchObject([{ tickets: 3 }]);
    expect(incidentCard()).toContain('居民说已经好了');
  });

  it('said again, it changes nothing more', async () => {
    await desk.say('孙哥', 'residents', '没事了，是跳闸', { id: 'over' });
    await desk.say('孙哥', 'residents', '没事了，是跳闸', { id: 'over' });
    const left = (await eventsOf(codes[2] ?? '')).filter(({ type }) => type === 'incident_left');
    expect(left).toHaveLength(1);
  });

  it.each(['没事了，师傅说楼里跳闸', '没事了，3栋跳闸了，物业合上了', '没事了，单元跳闸'])(
    '%s: it was of more than the flat, and stays',
    async (words) => {
      await desk.say('李阿姨', 'residents', words);
      expect(await desk.incidents()).toMatchObject([{ tickets: 3 }]);
      expect(cardLine(0)).toContain('居民说已经好了');
    },
  );

  it.each([
    { words: '又停了', told: 'something added' },
    { words: '怎么还没好', told: 'a chase' },
    { words: '更正：没好', told: 'a correction' },
  ])('$words: $told of theirs takes back that it is over, on both cards', async ({ words }) => {
    await desk.say('李阿姨', 'residents', '没事了，来电了');
    expect(cardLine(0)).toContain('居民说已经好了');
    expect(ownCard(codes[0] ?? '')).toContain('居民说已经好了');
    await desk.say('李阿姨', 'residents', words);
    expect(incidentCard()).not.toContain('居民说已经好了');
    expect(ownCard(codes[0] ?? '')).not.toContain('请核实后办结');
    // And once more, if it is over after all.
    await desk.say('李阿姨', 'residents', '没事了');
    expect(cardLine(0)).toContain('居民说已经好了');
  });

  it.each(['怎么还没好，是不是我家跳闸', '又停了，跳闸了'])(
    '%s is no word that it is over: it stays',
    async (words) => {
      await desk.say('李阿姨', 'residents', words);
      expect(await desk.incidents()).toMatchObject([{ tickets: 3 }]);
    },
  );

  it('a correction that it was their own switch takes it out, too', async () => {
    await desk.say('李阿姨', 'residents', '更正：不是停电，是我家跳闸');
    expect(await desk.incidents()).toMatchObject([{ tickets: 2 }]);
    const left = (await eventsOf(codes[0] ?? '')).at(-1);
    expect(left).toMatchObject({ type: 'incident_left', data: { why: 'one_flat' } });
  });
});

it('the understanding that is shipped hears “没事了，是跳闸” so', async () => {
  const desk = await createIncidentEstate({ understand });
  onTestFinished(() => desk.close());
  await desk.say('李阿姨', 'residents', '3栋2单元停电了');
  desk.clock.advance(5 * minute);
  await desk.sayIn('residents-2', '小陈', '5栋停电了');
  desk.clock.advance(5 * minute);
  await desk.say('老王', '老王', '我家没电了，3栋2单元601');
  expect(await desk.incidents()).toMatchObject([{ tickets: 3 }]);
  desk.clock.advance(5 * minute);
  await desk.say('李阿姨', 'residents', '没事了，是跳闸');
  expect(await desk.incidents()).toMatchObject([{ tickets: 2 }]);
});

it.each(['我家没跳闸，还是没电', '空开没跳，还是没电', '插座也没电', '还没来电，手机快没电了，充电宝也没了'])(
  'the understanding that is shipped leaves who says “%s” in the incident',
  async (words) => {
    const desk = await createIncidentEstate({ understand });
    onTestFinished(() => desk.close());
    await desk.say('李阿姨', 'residents', '3栋2单元停电了');
    desk.clock.advance(5 * minute);
    await desk.sayIn('residents-2', '小陈', '5栋停电了');
    desk.clock.advance(5 * minute);
    await desk.say('老王', '老王', '我家没电了，3栋2单元601');
    desk.clock.advance(5 * minute);
    await desk.say('李阿姨', 'residents', words);
    expect(await desk.database.db.ticketEvent.count({ where: { type: 'incident_left' } })).toBe(0);
  },
);
