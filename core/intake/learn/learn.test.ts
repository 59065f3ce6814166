import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseMessages } from '../../archive/erase-messages.ts';
import { communityInForce, foundCommunity } from '../../people/communities.ts';
import { readConversation } from '../../people/conversation.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { loadContext } from '../context.ts';
import { bareMessage } from '../bare-message.ts';
import type { Understanding } from '../understanding.ts';
import { MOST_WEIGHT } from './fit-layer.ts';
import { hearAgain } from './hear-again.ts';
import { judgedMessages, messagesBeside } from './examples.ts';
import { inStep, learnCorrection, type Learned } from './learn.ts';
import { believing } from './testing/believing.ts';
import { decide, times, type Decided } from './testing/decisions.ts';
import { undoCorrection, type Undone } from './undo.ts';

const mirror = (isMatter: boolean): Decided => ({ text: '电梯镜子有点花', isMatter, believed: 0.55 });
const ride = (isMatter: boolean): Decided => ({ text: '谁家有多余的拼车位，明早去机场', isMatter, believed: 0.7 });
const beliefs = (text: string): number =>
  text.includes('镜子') ? 0.55 : text.includes('拼车') ? 0.7 : text.includes('着火') ? 0.9 : 0.05;
const understand = believing(beliefs);
/** What staff of this estate decide: the mirror is theirs, rides are not. */
const sound = [...times(12, mirror(true)), ...times(12, ride(false))].map((one, at, all) =>
  // By turns, as they come.
  at % 2 === 0 ? one : (all[all.length - at] ?? one),
);

describe('learning from what staff decide', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness({ understand });
  });
  afterEach(() => desk.close());

  const tools = () => ({ db: desk.database.db, now: () => desk.clock.now(), understand });
  const learn = (how: { again?: boolean; force?: boolean } = {}, communityId = desk.communityId): Promise<Learned> =>
    learnCorrection(tools(), communityId, { again: false, force: false, ...how });
  const undo = (number: number | null = null): Promise<Undone> =>
    inStep(tools(), (step) => undoCorrection(step, desk.communityId, number));

  /** What is made of these words now, if somebody says them as the next ones. */
  async function understood(text: string): Promise<Understanding> {
    const { db } = desk.database;
    const community = await communityInForce(db, desk.communityId, desk.clock.now());
    const group = await db.conversation.findFirstOrThrow({ where: { title: '居民群' } });
    const at = desk.clock.now();
    const before = { messageId: group.id, at };
    const context = await loadContext(db, await readConversation(db, group.id), community, before);
    return understand(bareMessage({ id: 'next', at, senderId: 'somebody', text }), context);
  }
  const kinds = async (text: string): Promise<string[]> => (await understood(text)).acts.map(({ kind }) => kind);

  it('brings what they decide to every message from then on, while the desk runs', async () => {
    await decide(desk, sound);
    expect([await kinds('电梯镜子有点花'), await kinds('谁家有多余的拼车位，明早去机场')]).toEqual([
      ['doubt'],
      ['report'],
    ]);
    const learned = await learn();
    expect(learned).toMatchObject({
      kind: 'learned',
      number: 1,
      decisions: 24,
      matters: 12,
      verdict: { decided: { before: 0.25, after: 1 } },
    });
    expect([await kinds('电梯镜子有点花'), await kinds('谁家有多余的拼车位，明早去机场')]).toEqual([['report'], []]);

    await desk.say('小陈', 'residents', '电梯镜子有点花');
    await desk.say('老王', 'residents', '谁家有多余的拼车位，明早去机场');
    expect(await desk.database.db.ticket.findMany()).toMatchObject([{ summary: '电梯镜子有点花' }]);
  });

  it('keeps what was learned with its figures and every weight within its bounds', async () => {
    await decide(desk, [...sound, ...times(60, mirror(true)), ...times(60, ride(false))]);
    await learn();
    const kept = await desk.database.db.correction.findFirstOrThrow();
    expect(kept).toMatchObject({ number: 1, learnedFrom: 144, rightAfter: 1, undoneAt: null });
    const weights = Object.values(kept.weights as Record<string, number>);
    expect(weights.length).toBeGreaterThan(2);
    for (const weight of weights) expect(Math.abs(weight)).toBeLessThanOrEqual(MOST_WEIGHT);
    expect(await desk.database.db.judgement.count({ where: { correctionId: kept.id } })).toBe(144);
    const audited = await desk.database.db.auditEntry.findMany({ where: { action: 'learn' } });
    expect(audited).toMatchObject([{ subject: `correction:${kept.id}`, data: { number: 1, learnedFrom: 144 } }]);
  });

  it('can be undone after a bad batch: then everything is as it was before', async () => {
    await decide(desk, sound);
    await learn();
    const before = await understood('电梯镜子有点花');
    expect(before.acts).toMatchObject([{ kind: 'report' }]);
    // Somebody presses "no" on everything.
    await decide(desk, times(60, mirror(false)));
    expect(await learn()).toMatchObject({ kind: 'learned', number: 2, decisions: 84 });
    expect(await kinds('电梯镜子有点花')).toEqual([]);

    expect(await undo()).toEqual({ kind: 'undone', number: 2, kept: 60, inForce: 1 });
    expect(await understood('电梯镜子有点花')).toEqual(before);
    expect(await learn()).toEqual({ kind: 'known', number: 1 });
    expect(await understood('电梯镜子有点花')).toEqual(before);

    expect(await learn({ again: true })).toMatchObject({ kind: 'learned', number: 3, decisions: 84 });
    expect(await learn()).toEqual({ kind: 'known', number: 3 });
    expect(await kinds('电梯镜子有点花')).toEqual([]);
    expect(await undo(3)).toMatchObject({ number: 3, inForce: 1 });
    expect(await understood('电梯镜子有点花')).toEqual(before);
  });

  it('goes back to the understanding as it came, when the only correction is undone', async () => {
    const untaught = await understood('谁家有多余的拼车位，明早去机场');
    await decide(desk, sound);
    await learn();
    expect(await undo(1)).toEqual({ kind: 'undone', number: 1, kept: 24, inForce: null });
    expect(await understood('谁家有多余的拼车位，明早去机场')).toEqual(untaught);
    expect(await undo()).toEqual({ kind: 'none' });
    expect(await undo(1)).toEqual({ kind: 'undone_before', number: 1 });
    expect(await undo(7)).toEqual({ kind: 'unknown', number: 7 });
    expect(await learn()).toMatchObject({ kind: 'too_few', decisions: 0 });
  });

  it('undone out of order, leaves the newer one in force', async () => {
    await decide(desk, sound);
    await learn();
    await decide(desk, times(6, mirror(true)));
    expect(await learn()).toMatchObject({ kind: 'learned', number: 2 });
    const with2 = await understood('电梯镜子有点花');
    expect(await undo(1)).toEqual({ kind: 'undone', number: 1, kept: 24, inForce: 2 });
    expect(await understood('电梯镜子有点花')).toEqual(with2);
  });

  it.each([
    { told: '19 decisions are too few', decisions: sound.slice(0, 19), kind: 'too_few' },
    { told: '20 are enough', decisions: sound.slice(0, 20), kind: 'learned' },
    { told: 'always “no”', decisions: times(30, ride(false)), kind: 'one_sided' },
    { told: 'always “yes”', decisions: times(30, mirror(true)), kind: 'one_sided' },
  ])('says what is missing: $told', async ({ decisions, kind }) => {
    await decide(desk, decisions);
    expect(await learn()).toMatchObject({ kind, decisions: decisions.length });
    expect(await desk.database.db.correction.count()).toBe(kind === 'learned' ? 1 : 0);
    expect(await desk.database.db.judgement.count({ where: { correctionId: { not: null } } })).toBe(
      kind === 'learned' ? 20 : 0,
    );
  });

  it('does not put in force what is no better, unless it is told to', async () => {
    // What is a matter is a matter by the day of the month: there is nothing to see in the words.
    const shown = Array.from({ length: 40 }, (_, at) => ({
      ...(at % 2 === 0 ? ride(false) : mirror(false)),
      believed: 0.2,
      isMatter: at % 13 === 5,
    }));
    await decide(desk, shown);
    const before = await understood('谁家有多余的拼车位，明早去机场');
    const refused = await learn();
    expect(refused).toMatchObject({ kind: 'no_better', inForce: null, verdict: { isBetter: false } });
    expect(await understood('谁家有多余的拼车位，明早去机场')).toEqual(before);
    expect(await learn({ force: true })).toMatchObject({ kind: 'learned', number: 1, verdict: { isBetter: false } });
    expect(await understood('谁家有多余的拼车位，明早去机场')).not.toEqual(before);
  });

  it('is held back by tickets that staff finished, and by talk that was left alone', async () => {
    const { db } = desk.database;
    const said: Decided[] = [...times(6, { ...mirror(false), believed: 0.7 }), ...sound];
    await decide(desk, said);
    const alone = await learn();
    await undo();
    const later = await decide(desk, [...times(40, { ...mirror(true), believed: 0.7 }), ...times(40, ride(true))]);
    await db.judgement.deleteMany({ where: { messageId: { in: later } } });
    await db.message.updateMany({ where: { id: { in: later.slice(0, 40) } }, data: { act: 'report' } });
    const policy = await db.policyVersion.findFirstOrThrow();
    const worker = await db.person.findFirstOrThrow({ where: { name: '李工' } });
    for (const [at, firstMessageId] of later.slice(0, 40).entries())
      await db.ticket.create({
        data: {
          communityId: desk.communityId,
          code: `T${at}`,
          kind: 'repair',
          area: 'facilities',
          urgency: 'normal',
          origin: 'group',
          status: 'closed',
          finishedById: worker.id,
          summary: '',
          firstMessageId,
          policyVersionId: policy.id,
          openedAt: desk.clock.now(),
          explanation: { by: 'told', believed: 0.5, reasons: [] },
        },
      });
    const held = await learn({ again: true });
    expect(held).toMatchObject({ beside: 80, decisions: 30 });
    const [free, tied] = [alone, held].map((one) => ('weights' in one ? one.weights : {}));
    // The finished tickets hold up the mirror, the rides that nobody minded hold down the rides.
    expect(tied?.['says lift'] ?? 0).toBeGreaterThan(free?.['says lift'] ?? 0);
    expect(tied?.['asks neighbours'] ?? 0).toBeLessThan(free?.['asks neighbours'] ?? 0);
  });

  it('takes for talk only what the desk itself left alone, not what a language model took for nothing', async () => {
    const { db } = desk.database;
    const [left, dropped] = await decide(desk, times(2, ride(false)));
    await db.judgement.deleteMany();
    await db.message.update({
      where: { id: dropped ?? '' },
      data: { act: 'chatter', explanation: { by: 'told', believed: 0.5, reasons: [], settledBy: 'model' } },
    });
    const beside = await messagesBeside(db, desk.communityId);
    expect(beside.map(({ messageId }) => messageId)).toEqual([left]);
  });

  it('never learns from words of danger', async () => {
    const fire: Decided = { text: '3栋楼道着火了，快来人', isMatter: false, believed: 0.9 };
    await decide(desk, [...sound, ...times(50, fire)]);
    const before = await understood(fire.text);
    expect(before.acts).toMatchObject([{ kind: 'report' }]);
    expect(await learn()).toMatchObject({ kind: 'learned', decisions: 24 });
    expect(await understood(fire.text)).toEqual(before);
    const { db } = desk.database;
    expect(await db.judgement.count({ where: { message: { text: fire.text }, correctionId: { not: null } } })).toBe(0);
  });

  it('of one community does nothing to another', async () => {
    const { db } = desk.database;
    const defaults = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
    const other = await foundCommunity(db, { name: '榕园小区', ...defaults }, desk.clock.now());
    const account = { channel: 'fake', account: 'main', externalId: 'other', title: '榕园群' };
    await db.conversation.create({
      data: { communityId: other.id, kind: 'group', audience: 'residents', ...account },
    });
    await decide(desk, sound.slice(0, 19));
    await decide(desk, [...times(15, mirror(false)), ...times(15, ride(true))], {
      communityId: other.id,
      title: account.title,
    });
    expect(await learn()).toMatchObject({ kind: 'too_few', decisions: 19 });
    const before = await understood('电梯镜子有点花');
    expect(await learn({ force: true }, other.id)).toMatchObject({ kind: 'learned', number: 1, decisions: 30 });
    expect(await understood('电梯镜子有点花')).toEqual(before);
    expect(await undo()).toEqual({ kind: 'none' });
  });

  it('leaves out what was erased, and what its writer took back', async () => {
    const { db } = desk.database;
    const ids = await decide(desk, [...sound, ...sound]);
    await eraseMessages(db, ids.slice(0, 10));
    await db.message.updateMany({ where: { id: { in: ids.slice(10, 14) } }, data: { recalledAt: desk.clock.now() } });
    expect(await learn()).toMatchObject({ kind: 'learned', decisions: 34 });
    const left = await db.judgement.findMany({ where: { correctionId: null }, select: { messageId: true } });
    expect(left.map(({ messageId }) => messageId).sort()).toEqual(ids.slice(0, 14).sort());
    expect(await db.judgement.count({ where: { decidedById: null } })).toBe(10);
  });

  it('goes by the words as they stood when they were judged, and by the last word on each', async () => {
    const { db } = desk.database;
    const [first = '', second = ''] = await decide(desk, sound);
    const community = await communityInForce(db, desk.communityId, desk.clock.now());
    const heard = async () => hearAgain(db, community, await judgedMessages(db, desk.communityId, false), understand);
    const before = await heard();
    expect(before).toHaveLength(24);
    const editedAt = desk.clock.now();
    const { text } = await db.message.findUniqueOrThrow({ where: { id: first } });
    await db.messageVersion.create({ data: { messageId: first, version: 1, text, editedAt } });
    await db.message.update({ where: { id: first }, data: { text: '没事了，是我看错了' } });
    expect(await heard()).toEqual(before);

    const other = { communityId: desk.communityId, messageId: second, source: 'dismissed', believed: 0.55 } as const;
    const was = before.find(({ known }) => known.messageId === second)?.known.isMatter ?? false;
    await db.judgement.create({ data: { ...other, isMatter: !was, decidedAt: desk.clock.now() } });
    const after = await heard();
    expect(after).toHaveLength(24);
    expect(after.find(({ known }) => known.messageId === second)?.known.isMatter).toBe(!was);
  });
});
