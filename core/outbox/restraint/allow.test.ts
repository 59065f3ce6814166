import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { communityInForce } from '../../people/communities.ts';
import { runStep } from '../../run-step.ts';
import type { Step } from '../../step.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { allowNow, type Wish } from './allow.ts';
import { speakOften } from './testing/tell.ts';

const HOUR = 3_600_000;
const about = { subject: 'questionnaire' as const, id: crypto.randomUUID() };

let desk: DeskHarness;
let groups: Record<string, string>;
/** A Monday, 10:00. */
beforeEach(async () => {
  desk = await createDeskHarness();
  const rows = await desk.database.db.conversation.findMany();
  groups = Object.fromEntries(rows.map(({ externalId, id }) => [externalId, id]));
});
afterEach(() => desk.close());

const inStep = <T>(work: (step: Step) => Promise<T>): Promise<T> => {
  const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
  return runStep({ db: desk.database.db, clock: desk.clock, bells }, work);
};
const ask = (wish: Partial<Wish> = {}, conversationIds = Object.values(groups)): Promise<Record<string, string>> =>
  inStep(async (step) => {
    const community = await communityInForce(step.tx, desk.communityId, step.now);
    const allowed = await allowNow(step, community, { purpose: 'survey', about, conversationIds, ...wish });
    return Object.fromEntries(
      Object.entries(groups).flatMap(([name, id]) => {
        const one = allowed.get(id);
        return one ? [[name, one.kind]] : [];
      }),
    );
  });
const fill = async (): Promise<void> => {
  await speakOften(desk, 8);
  await desk.deliver();
};

describe('what a slice of conversations may hear now', () => {
  it('is decided for each: residents by their budget, the office always', async () => {
    await fill();
    expect(await ask()).toEqual({ residents: 'merge', staff: 'say', managers: 'say' });
  });

  it.each([
    { told: 'words that wait in the outbox', before: () => speakOften(desk, 8), becomes: 'merge' },
    { told: 'seven words, not yet', before: () => speakOften(desk, 7), becomes: 'say' },
  ])('counts $told', async ({ before, becomes }) => {
    await before();
    expect(await ask()).toMatchObject({ residents: becomes });
  });

  it('counts neither what was said yesterday, nor what changes a word where it stands', async () => {
    await fill();
    const first = await desk.database.db.outboxMessage.findFirstOrThrow();
    await desk.database.db.outboxMessage.updateMany({
      where: { id: { not: first.id } },
      data: { replacesId: first.id },
    });
    expect(await ask()).toMatchObject({ residents: 'say' });
    await desk.database.db.outboxMessage.updateMany({ data: { replacesId: null } });
    expect(await ask()).toMatchObject({ residents: 'merge' });
    desk.clock.advance(23 * HOUR);
    expect(await ask()).toMatchObject({ residents: 'say' });
  });

  it('is on record once, with one digest, however often it is asked', async () => {
    await fill();
    for (let n = 0; n < 3; n += 1) await ask();
    const db = desk.database.db;
    expect(await db.restraint.findMany()).toMatchObject([
      {
        conversationId: groups['residents'],
        subject: 'questionnaire',
        subjectId: about.id,
        deed: 'merged',
        reason: 'budget',
        untilAt: new Date('2026-11-23T12:00:00+08:00'),
      },
    ]);
    expect(await db.deadline.findMany({ where: { kind: 'digest' } })).toMatchObject([
      { subjectId: groups['residents'], dueAt: new Date('2026-11-23T12:00:00+08:00') },
    ]);
  });

  it('is everything for what is urgent, and nothing is put on record', async () => {
    await fill();
    desk.clock.advance(14 * HOUR);
    expect(await ask({ urgent: true })).toEqual({ residents: 'say', staff: 'say', managers: 'say' });
    expect(await desk.database.db.restraint.count()).toBe(0);
  });

  it('is dropped, on record, for who wants to hear less', async () => {
    await desk.say('李阿姨', '李阿姨', '你好');
    await desk.say('李阿姨', '李阿姨', '少发');
    const chat = await desk.database.db.conversation.findFirstOrThrow({ where: { kind: 'direct' } });
    groups = { chat: chat.id };
    expect(await ask()).toEqual({ chat: 'drop' });
    expect(await desk.database.db.restraint.findMany()).toMatchObject([{ deed: 'dropped', reason: 'hears_less' }]);
  });
});

it('a reminder to rate waits for the next day in a group that has heard enough', async () => {
  await desk.say('李阿姨', 'residents', '3栋2单元楼道灯不亮，请修一下');
  const { id, code } = await desk.database.db.ticket.findFirstOrThrow();
  await desk.say('李工', 'staff', `办结 ${code} 换了灯泡`);
  const reminder = await desk.database.db.deadline.findFirstOrThrow({ where: { kind: 'rating_reminder' } });
  desk.clock.set(reminder.dueAt.toISOString());
  await fill();
  await desk.pass(0);
  expect(desk.heard('residents').join('\n')).not.toContain('解决了吗？方便的话');
  const later = await desk.database.db.deadline.findFirstOrThrow({
    where: { kind: 'rating_reminder', ticketId: id, settledAt: null },
  });
  expect(later.dueAt.toLocaleTimeString('sv-SE', { timeZone: 'Asia/Shanghai' })).toBe('08:00:00');
  expect(await desk.database.db.restraint.findMany()).toMatchObject([
    { purpose: 'rating', deed: 'postponed', reason: 'budget', untilAt: later.dueAt },
  ]);
  await desk.pass(later.dueAt.getTime() - desk.clock.now().getTime());
  expect(desk.heard('residents').join('\n')).toContain('解决了吗？方便的话');
});
