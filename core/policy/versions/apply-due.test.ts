import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Limit } from '../../../prisma/generated/client.ts';
import { communityInForce } from '../../people/communities.ts';
import { runStep } from '../../run-step.ts';
import type { Step } from '../../step.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { applyDueVersions } from './apply-due.ts';
import { proposeVersion } from './propose.ts';
import { approveVersion } from './settle.ts';

const HOUR_MS = 3_600_000;
const at = (time: string): Date => new Date(`2026-11-${time}:00+08:00`);

describe('a version for tickets that are open, too', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness({ startIso: '2026-11-23T10:00:00+08:00' });
  });
  afterEach(() => desk.close());

  const silent = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
  const inStep = <T>(work: (step: Step) => Promise<T>): Promise<T> =>
    runStep({ db: desk.database.db, clock: desk.clock, bells: silent }, work);
  const manager = { personId: null, name: '周经理', roles: ['manager' as const] };

  async function newVersion(
    differences: unknown,
    { from = null, running = true }: { from?: Date | null; running?: boolean } = {},
  ): Promise<number | null> {
    return inStep(async (step) => {
      const community = await communityInForce(step.tx, desk.communityId, step.now);
      const change = { kind: 'differences', differences } as const;
      const proposed = await proposeVersion(step, community, {
        change,
        takesEffectAt: from,
        reason: '',
        by: { personId: null, name: '业委会' },
      });
      if (proposed.kind !== 'proposed') throw new Error(`not proposed: ${proposed.kind}`);
      const settled = await approveVersion(step, community, { version: proposed.version, by: manager, running });
      if (settled.kind !== 'approved') throw new Error(`not approved: ${settled.kind}`);
      return settled.moved;
    });
  }
  const apply = (): Promise<number> => inStep((step) => applyDueVersions(step, desk.communityId));
  const ask = (who = '小陈') => desk.say(who, 'residents', '请问物业费可以用微信交吗？');
  const tickets = () =>
    desk.database.db.ticket.findMany({ include: { policyVersion: true }, orderBy: { openedAt: 'asc' } });
  const limit = (kind: Limit['kind'] = 'first_response'): Promise<Limit> =>
    desk.database.db.limit.findFirstOrThrow({ where: { kind }, orderBy: { startedAt: 'asc' } });
  const waiting = async (): Promise<string[]> => {
    const rows = await desk.database.db.deadline.findMany({
      where: { limit: { kind: 'first_response' }, settledAt: null },
      orderBy: [{ dueAt: 'asc' }, { kind: 'asc' }],
    });
    return rows.map(({ kind, rung }) => rung ?? kind);
  };
  const moves = () => desk.database.db.ticketEvent.findMany({ where: { type: 'policy_moved' } });
  const twelve = { limits: { 'inquiry-answer': { within: '12h' } } };

  it('counts a running limit from when it started, and plans the rungs of its ladder anew', async () => {
    await ask();
    expect(await limit()).toMatchObject({ line: 'inquiry-answer', dueAt: at('24T10:00') });
    desk.clock.set('2026-11-23T12:00:00+08:00');
    expect(await newVersion(twelve)).toBe(1);
    expect(await limit()).toMatchObject({ startedAt: at('23T10:00'), dueAt: at('23T22:00') });
    expect((await tickets()).map(({ policyVersion }) => policyVersion.version)).toEqual([2]);
    expect(await moves()).toMatchObject([{ data: { version: 2 } }]);
    const half = await desk.database.db.deadline.findFirstOrThrow({ where: { rung: 'half', settledAt: null } });
    expect(half.dueAt).toEqual(at('23T16:00'));
    expect((await waiting()).toSorted()).toEqual(['breach', 'half', 'passed', 'soon', 'sorry', 'still']);
  });

  it('leaves them alone where it was approved for new tickets only', async () => {
    await ask();
    expect(await newVersion(twelve, { running: false })).toBeNull();
    expect(await apply()).toBe(0);
    expect(await limit()).toMatchObject({ dueAt: at('24T10:00') });
    desk.clock.set('2026-11-23T10:30:00+08:00');
    await desk.say('老王', 'residents', '请问宽带怎么办理？');
    expect((await tickets()).map(({ policyVersion }) => policyVersion.version)).toEqual([1, 2]);
  });

  it('does so at its date and not before, each ticket once, however often it is looked', async () => {
    await ask();
    expect(await newVersion(twelve, { from: at('24T00:00') })).toBe(0);
    desk.clock.set('2026-11-23T23:59:59+08:00');
    expect(await apply()).toBe(0);
    desk.clock.set('2026-11-24T00:00:00+08:00');
    expect(await apply()).toBe(1);
    expect(await apply()).toBe(0);
    expect(await moves()).toHaveLength(1);
    expect(await desk.database.db.policyVersion.findFirstOrThrow({ where: { version: 2 } })).toMatchObject({
      movedAt: desk.clock.now(),
    });
  });

  it('says no rung twice', async () => {
    await ask();
    await desk.pass(23 * HOUR_MS);
    expect(await desk.database.db.deadline.count({ where: { rung: 'half', settledAt: { not: null } } })).toBe(1);
    await newVersion({ limits: { 'inquiry-answer': { within: '48h' } } });
    expect(await waiting()).not.toContain('half');
    expect(await limit()).toMatchObject({ dueAt: at('25T10:00') });
    expect(await desk.database.db.deadline.count({ where: { rung: 'half' } })).toBe(1);
  });

  it('finds a limit passed that has passed by the new count, and keeps quiet about earlier reminders', async () => {
    await ask();
    desk.clock.set('2026-11-23T15:00:00+08:00');
    await newVersion({ limits: { 'inquiry-answer': { within: '4h' } } });
    expect(await limit()).toMatchObject({ dueAt: at('23T14:00') });
    const rungs = await waiting();
    expect(rungs).toContain('breach');
    expect(rungs).not.toContain('half');
    await desk.pass(1_000);
    expect((await limit()).breachedAt).not.toBeNull();
  });

  it('keeps a promised time', async () => {
    await ask();
    const [ticket] = await tickets();
    await desk.say('王姐', 'staff', `承诺 ${ticket?.code} 明天15:00`);
    expect(await limit('promise')).toMatchObject({ dueAt: at('24T15:00') });
    await newVersion({ ...twelve, limits: { ...twelve.limits, progress: { within: '24h' } } });
    expect(await limit('promise')).toMatchObject({ dueAt: at('24T15:00'), cancelledAt: null });
  });

  it('ends a limit that the new version does not have', async () => {
    await ask();
    await newVersion({ limits: { 'inquiry-answer': { within: null } } });
    expect(await limit()).toMatchObject({ cancelledAt: desk.clock.now() });
    expect(await waiting()).toEqual([]);
  });

  it('gives back the time for which a limit stood still', async () => {
    await ask();
    const [ticket] = await tickets();
    const running = () =>
      desk.database.db.limit.findFirstOrThrow({ where: { kind: 'progress', metAt: null, cancelledAt: null } });
    await desk.say('王姐', 'staff', `反问 ${ticket?.code} 是几号楼？`);
    expect(await running()).toMatchObject({ pausedAt: at('23T10:00'), dueAt: at('25T10:00') });
    await desk.pass(6 * HOUR_MS);
    await newVersion({ limits: { progress: { within: '24h' } } });
    const paused = await running();
    expect(paused).toMatchObject({ pausedAt: at('23T10:00'), dueAt: at('24T10:00') });
    expect(await desk.database.db.deadline.count({ where: { limitId: paused.id, settledAt: null } })).toBe(0);
    await desk.say('小陈', 'residents', '3号楼', { replyTo: desk.find('residents', '是几号楼') });
    expect(await running()).toMatchObject({ id: paused.id, pausedAt: null, dueAt: at('24T16:00') });
    const breach = { limitId: paused.id, kind: 'breach' as const, settledAt: null };
    expect(await desk.database.db.deadline.findMany({ where: breach })).toMatchObject([
      { dueAt: new Date(at('24T16:00').getTime() + 1) },
    ]);
    await newVersion({ limits: { progress: { within: '12h' } } });
    expect(await running()).toMatchObject({ id: paused.id, dueAt: at('24T04:00') });
  });

  it('moves no closed ticket, and many in turns', async () => {
    await ask();
    const { communityId, policyVersionId, kind, area, urgency, origin, openedAt, summary } =
      await desk.database.db.ticket.findFirstOrThrow();
    const alike = { communityId, policyVersionId, kind, area, urgency, origin, openedAt, summary, explanation: {} };
    const open = Array.from({ length: 120 }, (_, index) => ({ ...alike, code: `X${index}` }));
    const closed = { ...alike, code: 'Z9', status: 'closed' as const, closedAt: desk.clock.now() };
    await desk.database.db.ticket.createMany({ data: [...open, closed] });
    expect(await newVersion(twelve)).toBe(100);
    expect(await apply()).toBe(21);
    expect(await apply()).toBe(0);
    const still = await desk.database.db.ticket.findMany({ where: { policyVersion: { version: 1 } } });
    expect(still.map(({ code }) => code)).toEqual(['Z9']);
  });
});
