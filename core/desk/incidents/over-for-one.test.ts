import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { understand } from '../../intake/understand.ts';
import { isOfOneFlat } from '../../tickets/incidents/causes.ts';
import { createIncidentEstate, type IncidentEstate } from './testing/estate.ts';

const minute = 60_000;

describe('what was only of one flat', () => {
  it.each([
    { cause: 'power', words: '没事了，是跳闸' },
    { cause: 'power', words: '不好意思，是我家空开跳了' },
    { cause: 'power', words: '沒事了，是我家跳閘' },
    { cause: 'power', words: 'all good now, it was just my breaker' },
    { cause: 'water', words: '没事了，我家阀门没开' },
    { cause: 'water', words: '是我自己水费没交' },
    { cause: 'hot_water', words: '没事了，是热水器的问题' },
    { cause: 'network', words: '没事了，是我的路由器' },
  ] as const)('$words', ({ cause, words }) => {
    expect(isOfOneFlat(cause, words)).toBe(true);
  });

  it.each([
    { cause: 'power', words: '没事了' },
    { cause: 'power', words: '来电了' },
    { cause: 'power', words: '我家来电了' },
    { cause: 'power', words: '没事了，是总闸跳闸，已经合上了' },
    { cause: 'power', words: '变压器跳闸，我家好了' },
    { cause: 'water', words: '没事了，水泵跳闸，修好了' },
    { cause: 'power', words: 'all good now, the main breaker tripped' },
    { cause: 'lift', words: '没事了，是电瓶车挡住了' },
  ] as const)('not $words', ({ cause, words }) => {
    expect(isOfOneFlat(cause, words)).toBe(false);
  });
});

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
  const steps = async (code: string): Promise<string[]> =>
    (await desk.database.db.ticketEvent.findMany({ where: { ticket: { code } }, orderBy: { id: 'asc' } })).map(
      ({ type }) => type,
    );

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
    expect((await steps(code)).slice(-2)).toEqual(['settled_by_resident', 'incident_left']);
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
    const line = incidentCard()
      .split('\n')
      .find((one) => one.includes(codes[2] ?? '?'));
    expect(line).toContain('居民说已经好了');
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
    expect((await steps(codes[2] ?? '')).filter((type) => type === 'incident_left')).toHaveLength(1);
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
