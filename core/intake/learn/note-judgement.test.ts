import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runStep } from '../../run-step.ts';
import type { Step } from '../../step.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { noteJudgement } from './note-judgement.ts';
import { believing } from './testing/believing.ts';

const texts = textsFor('zh-CN');

describe('what staff decide about messages', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness({
      understand: believing((text) => (text.includes('镜子') ? 0.55 : text.includes('电梯') ? 0.9 : 0.1)),
    });
  });
  afterEach(() => desk.close());

  const kept = () =>
    desk.database.db.judgement.findMany({
      orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
      select: {
        source: true,
        isMatter: true,
        believed: true,
        decidedById: true,
        communityId: true,
        correctionId: true,
      },
    });
  const idOf = async (name: string): Promise<string> =>
    (await desk.database.db.person.findFirstOrThrow({ where: { name } })).id;
  const code = async (): Promise<string> => (await desk.database.db.ticket.findFirstOrThrow()).code;
  const step = (work: (step: Step) => Promise<void>): Promise<void> => {
    const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
    return runStep({ db: desk.database.db, clock: desk.clock, bells }, work);
  };
  async function asked(): Promise<string> {
    await desk.say('李阿姨', 'residents', '镜子有点花');
    return desk.find('staff', '镜子有点花');
  }

  it.each([
    { pressed: texts.doubtYes(), isMatter: true },
    { pressed: texts.doubtNo(), isMatter: false },
  ])('are kept, when they are asked and say $pressed', async ({ pressed, isMatter }) => {
    await desk.press('王姐', 'staff', await asked(), pressed);
    const by = { decidedById: await idOf('王姐'), communityId: desk.communityId, correctionId: null };
    expect(await kept()).toEqual([{ source: 'doubt', isMatter, believed: 0.55, ...by }]);
  });

  it('are not changed by who presses after the first', async () => {
    const question = await asked();
    await desk.press('王姐', 'staff', question, texts.doubtNo());
    const conversation = { externalId: 'staff', kind: 'group', title: '客服群' } as const;
    const { id } = await desk.database.db.message.findFirstOrThrow({ where: { text: '镜子有点花' } });
    const pressed = { key: 'late', conversation, at: desk.clock.now().toISOString(), messageId: question } as const;
    await desk.event({ type: 'button', ...pressed, sender: desk.sender('李工'), choiceId: choiceIds.doubt('yes', id) });
    expect(await kept()).toMatchObject([{ isMatter: false, decidedById: await idOf('王姐') }]);
  });

  it('are nothing while nobody has decided, and nothing for chatter', async () => {
    await asked();
    await desk.say('小陈', 'residents', '今天天气真好');
    expect(await kept()).toEqual([]);
  });

  it('are “no matter” when a ticket is dismissed, and gone when it is opened again', async () => {
    await desk.say('李阿姨', 'residents', '电梯坏了');
    expect(await kept()).toEqual([]);
    await desk.say('王姐', 'staff', `误报 ${await code()}`);
    expect(await kept()).toMatchObject([{ source: 'dismissed', isMatter: false, believed: 0.9 }]);
    await desk.say('王姐', 'staff', `重开 ${await code()}`);
    expect(await kept()).toEqual([]);
  });

  it('are two, when somebody said yes and it was dismissed later: how much was believed stays the same', async () => {
    await desk.press('王姐', 'staff', await asked(), texts.doubtYes());
    await desk.pass(60_000);
    await desk.say('李工', 'staff', `误报 ${await code()}`);
    expect(await kept()).toMatchObject([
      { source: 'doubt', isMatter: true, believed: 0.55 },
      { source: 'dismissed', isMatter: false, believed: 0.55, decidedById: await idOf('李工') },
    ]);
    await desk.say('李工', 'staff', `重开 ${await code()}`);
    expect(await kept()).toMatchObject([{ source: 'doubt', isMatter: true }]);
  });

  it('say nothing of what staff entered themselves', async () => {
    await desk.say('王姐', 'staff', '登记 电话 3栋2单元501 电梯老是停');
    await desk.say('王姐', 'staff', `误报 ${await code()}`);
    expect(await desk.database.db.ticket.findFirstOrThrow()).toMatchObject({ status: 'dismissed' });
    expect(await kept()).toEqual([]);
  });

  it('say nothing of a message of which another ticket stands, until that is dismissed, too', async () => {
    const { db } = desk.database;
    await desk.say('李阿姨', 'residents', '电梯坏了');
    const first = await db.ticket.findFirstOrThrow({ omit: { id: true } });
    await db.ticket.create({
      data: { ...first, code: 'Z9Z9', explanation: { by: 'told', believed: 0.8, reasons: [] } },
    });
    await desk.say('王姐', 'staff', `误报 ${first.code}`);
    expect(await db.ticket.count({ where: { code: first.code, status: 'dismissed' } })).toBe(1);
    expect(await kept()).toEqual([]);
    await desk.say('王姐', 'staff', '误报 Z9Z9');
    expect(await kept()).toMatchObject([{ source: 'dismissed', believed: 0.8 }]);
  });

  it('count as they were said last, in the same place', async () => {
    await desk.say('小陈', 'residents', '今天天气真好');
    const { db } = desk.database;
    const { id: messageId } = await db.message.findFirstOrThrow();
    const said = { communityId: desk.communityId, messageId, source: 'shadow', believed: 0.5 } as const;
    await step((one) => noteJudgement(one, { ...said, isMatter: true, decidedById: null }));
    const correction = {
      communityId: desk.communityId,
      number: 1,
      weights: {},
      learnedFrom: 1,
      rightBefore: 0,
      rightAfter: 1,
    };
    const { id: correctionId } = await db.correction.create({ data: { ...correction, learnedAt: desk.clock.now() } });
    await db.judgement.updateMany({ data: { correctionId } });

    await step((one) => noteJudgement(one, { ...said, isMatter: true, decidedById: null }));
    expect(await kept()).toMatchObject([{ isMatter: true, correctionId }]);
    await desk.pass(60_000);
    await step((one) => noteJudgement(one, { ...said, isMatter: false, decidedById: null }));
    expect(await kept()).toMatchObject([{ isMatter: false, correctionId: null }]);
    expect(await db.judgement.findFirstOrThrow()).toMatchObject({ decidedAt: desk.clock.now() });
  });
});
