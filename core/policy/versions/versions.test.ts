import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PolicyVersion } from '../../../prisma/generated/client.ts';
import type { Role } from '../../../prisma/generated/enums.ts';
import { communityInForce, foundCommunity } from '../../people/communities.ts';
import { runStep } from '../../run-step.ts';
import type { Step } from '../../step.ts';
import { createFakeClock, type FakeClock } from '../../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { defaultPolicyDocument } from '../default-policy.ts';
import { readStoredDocument } from '../document/stored-policy.ts';
import { policyOfCommunity } from './of-community.ts';
import { mistakesIn, proposeVersion, type Proposal, type Proposed } from './propose.ts';
import { approveVersion, withdrawVersion, type Settled } from './settle.ts';
import { isOvertaken, standingOf, versionInForce, type VersionDates } from './standing.ts';

const day = (date: string): Date => new Date(`${date}T00:00:00+08:00`);
const inquiry = (within: string) => ({ limits: { 'inquiry-answer': { within } } });

describe('which version holds', () => {
  const version = (number: number, from: string, approved: string | null, withdrawn = false): VersionDates => ({
    version: number,
    takesEffectAt: day(from),
    approvedAt: approved === null ? null : day(approved),
    withdrawnAt: withdrawn ? day('2026-11-02') : null,
  });
  const first = version(1, '2026-01-01', '2026-01-01');

  it.each([
    { told: 'the day before it takes effect, the old one', at: '2026-11-30', holds: 1 },
    { told: 'exactly when it takes effect, the new one', at: '2026-12-01', holds: 2 },
    { told: 'afterwards, the new one', at: '2027-01-01', holds: 2 },
  ])('$told', ({ at, holds }) => {
    expect(versionInForce([first, version(2, '2026-12-01', '2026-11-01')], day(at))?.version).toBe(holds);
  });

  it('is none before the community was founded', () => {
    expect(versionInForce([first], day('2025-12-31'))).toBeNull();
  });

  it.each([
    { told: 'until its day comes', at: '2026-11-24', holds: 1 },
    { told: 'then the later approved one with the earlier day', at: '2026-11-25', holds: 3 },
    { told: 'and from its own day on the earlier approved one', at: '2026-12-01', holds: 2 },
  ])('goes by the day, and not by the order of approval: $told', ({ at, holds }) => {
    const all = [first, version(2, '2026-12-01', '2026-11-01'), version(3, '2026-11-25', '2026-11-20')];
    expect(versionInForce(all, day(at))?.version).toBe(holds);
  });

  it('is the higher number of two with the same day', () => {
    const all = [version(3, '2026-12-01', '2026-11-01'), first, version(2, '2026-12-01', '2026-11-02')];
    expect(versionInForce(all, day('2026-12-01'))?.version).toBe(3);
  });

  it('holds from its approval on, where that came after its day', () => {
    const all = [first, version(2, '2026-12-01', '2026-12-05')];
    expect(versionInForce(all, day('2026-12-04'))?.version).toBe(1);
    expect(versionInForce(all, day('2026-12-05'))?.version).toBe(2);
  });

  it.each([
    { told: 'waits for approval', one: version(2, '2026-11-01', null), standing: 'proposed' },
    { told: 'was withdrawn', one: version(2, '2026-11-01', '2026-11-01', true), standing: 'withdrawn' },
    { told: 'is approved for a later day', one: version(2, '2026-12-01', '2026-11-01'), standing: 'coming' },
    { told: 'is in force', one: version(2, '2026-11-20', '2026-11-01'), standing: 'in_force' },
    { told: 'has been replaced', one: version(2, '2025-11-20', '2025-11-01'), standing: 'past' },
  ])('a version that $told', ({ one, standing }) => {
    expect(standingOf(one, [first, one], day('2026-11-20'))).toBe(standing);
  });

  it('one with an earlier day than the present one would never hold', () => {
    const present = version(3, '2026-11-10', '2026-11-01');
    const late = version(2, '2026-11-05', null);
    expect(isOvertaken(late, [first, late, present], day('2026-11-20'))).toBe(true);
    expect(isOvertaken(late, [first, late, present], day('2026-11-08'))).toBe(false);
    expect(isOvertaken(version(4, '2026-11-10', null), [first, present], day('2026-11-20'))).toBe(false);
  });
});

describe('proposing and approving', () => {
  let database: TestDatabase;
  let clock: FakeClock;
  let community: { id: string; locale: string; timeZone: string };
  const people: Record<string, { personId: string; name: string; roles: Role[] }> = {};

  beforeEach(async () => {
    database = await createTestDatabase();
    clock = createFakeClock('2026-11-20T10:00:00+08:00');
    const place = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
    const { id } = await foundCommunity(database.db, { name: '桂园小区', ...place }, clock.now());
    community = { id, ...place };
    await enrol('周经理', 'manager');
  });
  afterEach(() => database.drop());

  async function enrol(name: string, role: Role): Promise<void> {
    const { id: personId } = await database.db.person.create({ data: { communityId: community.id, name } });
    await database.db.roleGrant.create({ data: { communityId: community.id, personId, role } });
    people[name] = { personId, name, roles: [role] };
  }
  const who = (name: string) => people[name] ?? { personId: null, name, roles: [] };
  const silent = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
  const inStep = <T>(work: (step: Step) => Promise<T>): Promise<T> =>
    runStep({ db: database.db, clock, bells: silent }, work);
  const propose = (proposal: Partial<Proposal> & { within?: string; name?: string } = {}): Promise<Proposed> => {
    const { within = '12h', name = '周经理', ...rest } = proposal;
    return inStep((step) =>
      proposeVersion(step, community, {
        change: { kind: 'differences', differences: inquiry(within) },
        takesEffectAt: null,
        reason: '人手增加',
        by: who(name),
        ...rest,
      }),
    );
  };
  const approve = (version: number, name = '周经理'): Promise<Settled> =>
    inStep((step) => approveVersion(step, community, { version, by: who(name) }));
  const withdraw = (version: number, name = '周经理'): Promise<Settled> =>
    inStep((step) => withdrawVersion(step, community, { version, by: who(name) }));
  const stored = (version: number): Promise<PolicyVersion> =>
    database.db.policyVersion.findFirstOrThrow({ where: { communityId: community.id, version } });
  const withinNow = async (): Promise<number | null | undefined> =>
    (await communityInForce(database.db, community.id, clock.now())).policy.limits['inquiry-answer']?.within;
  const HOUR_MS = 3_600_000;

  it('keeps the whole policy with its number, date, reason and names, and nothing changes before it is approved', async () => {
    expect(await propose({ takesEffectAt: day('2026-12-01') })).toMatchObject({ kind: 'proposed', version: 2 });
    expect(await stored(2)).toMatchObject({
      takesEffectAt: day('2026-12-01'),
      reason: '人手增加',
      proposedByName: '周经理',
      approvedAt: null,
      data: { ...defaultPolicyDocument, limits: { 'complaint-answer': { within: '48h' } } },
    });
    clock.set('2026-12-02T10:00:00+08:00');
    expect(await withinNow()).toBe(24 * HOUR_MS);
  });

  it.each([
    { at: '2026-11-30T23:59:59+08:00', hours: 24 },
    { at: '2026-12-01T00:00:00+08:00', hours: 12 },
  ])('once approved, it holds from its date on: at $at it is $hours hours', async ({ at, hours }) => {
    await propose({ takesEffectAt: day('2026-12-01') });
    await approve(2);
    clock.set(at);
    expect(await withinNow()).toBe(hours * HOUR_MS);
    const told = await policyOfCommunity(database.db, '桂园小区', clock.now());
    expect(told.policy.limits['inquiry-answer']?.within).toBe(hours * HOUR_MS);
  });

  it('is refused with a date that has passed; now is not', async () => {
    expect(await propose({ takesEffectAt: new Date(clock.now().getTime() - 1) })).toEqual({ kind: 'in_past' });
    expect(await propose({ takesEffectAt: clock.now() })).toMatchObject({ kind: 'proposed' });
  });

  it('is refused when the policy could not be used, with the place and what mends it', async () => {
    const outcome = await propose({
      change: {
        kind: 'differences',
        differences: { limits: { 'inquiry-answer': { within: 'soon', ladder: 'ofice' } } },
      },
    });
    expect(outcome.kind).toBe('wrong');
    const flaws = outcome.kind === 'wrong' ? outcome.flaws : [];
    expect(mistakesIn(flaws, 'zh-CN')).toEqual([
      {
        path: 'limits.inquiry-answer.within',
        message: '"soon" 应是时长，如 5min、48h、7d 或 "1d 12h"',
        mend: '可以写成 "within: 24h"',
      },
      {
        path: 'limits.inquiry-answer.ladder',
        message: '没有“ofice”这个升级阶梯',
        mend: '是不是想写 office？',
      },
    ]);
    expect(await database.db.policyVersion.count()).toBe(1);
  });

  it('is not needed when it would change nothing', async () => {
    expect(await propose({ within: '1d' })).toEqual({ kind: 'same' });
    expect(await propose({ change: { kind: 'whole', document: defaultPolicyDocument } })).toEqual({ kind: 'same' });
  });

  it('builds upon what will hold at its date, so that no approved change is lost', async () => {
    await propose({ takesEffectAt: day('2026-12-01') });
    await approve(2);
    const suggestion = { limits: { 'suggestion-answer': { within: '3d' } } };
    const change = { kind: 'differences', differences: suggestion } as const;
    await propose({ change, takesEffectAt: day('2026-12-02') });
    await propose({ change, takesEffectAt: day('2026-11-25') });
    const within = async (version: number, line: string) =>
      readStoredDocument((await stored(version)).data).limits[line]?.within;
    expect(await within(3, 'inquiry-answer')).toBe('12h');
    expect(await within(4, 'inquiry-answer')).toBe('24h');
  });

  it('gets two numbers for two who propose at once', async () => {
    const outcomes = await Promise.all([propose({ within: '12h' }), propose({ within: '6h' })]);
    expect(outcomes.map((one) => (one.kind === 'proposed' ? `version ${one.version}` : one.kind)).toSorted()).toEqual([
      'version 2',
      'version 3',
    ]);
  });

  it('is approved once by two who approve at once', async () => {
    await enrol('吴经理', 'manager');
    await propose({ name: '业主' });
    const outcomes = await Promise.all([approve(2, '周经理'), approve(2, '吴经理')]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['approved', 'over']);
  });

  describe('by whom', () => {
    it('the only manager approves what they proposed', async () => {
      await propose();
      expect(await approve(2)).toMatchObject({ kind: 'approved' });
      expect(await stored(2)).toMatchObject({ approvedByName: '周经理', approvedAt: clock.now() });
    });

    it('where there is another manager, that one must', async () => {
      await enrol('吴经理', 'manager');
      await propose();
      expect(await approve(2)).toEqual({ kind: 'own', version: 2 });
      expect(await stored(2)).toMatchObject({ approvedAt: null });
      expect(await approve(2, '吴经理')).toMatchObject({ kind: 'approved' });
    });

    it('somebody who was a manager, and is none any more, does not count', async () => {
      await enrol('吴经理', 'manager');
      const gone = { personId: who('吴经理').personId ?? '', revokedAt: null };
      await database.db.roleGrant.updateMany({ where: gone, data: { revokedAt: clock.now() } });
      await propose();
      expect(await approve(2)).toMatchObject({ kind: 'approved' });
    });

    it.each([
      { role: 'committee', kind: 'approved' },
      { role: 'customer_service', kind: 'not_allowed' },
      { role: 'supervisor', kind: 'not_allowed' },
    ] as const)('$role: $kind', async ({ role, kind }) => {
      await enrol('老陈', role);
      await propose();
      expect(await approve(2, '老陈')).toMatchObject({ kind });
    });

    it('who proposed it by a name only is known by that name', async () => {
      await enrol('吴经理', 'manager');
      await propose({ by: { personId: null, name: ' 吴经理 ' } });
      expect(await approve(2, '吴经理')).toEqual({ kind: 'own', version: 2 });
    });

    it('everything is in the audit log', async () => {
      await propose();
      await approve(2);
      await propose({ within: '6h' });
      await withdraw(3);
      const entries = await database.db.auditEntry.findMany({ where: { action: { endsWith: '_policy' } } });
      expect(entries.map(({ action }) => action).toSorted()).toEqual([
        'approve_policy',
        'propose_policy',
        'propose_policy',
        'withdraw_policy',
      ]);
      expect(entries.every(({ actorId }) => actorId === who('周经理').personId)).toBe(true);
    });
  });

  describe('taking back', () => {
    it.each([
      { told: 'before it is approved', approved: false },
      { told: 'after it was approved, before its date', approved: true },
    ])('$told: it never takes effect', async ({ approved }) => {
      await propose({ takesEffectAt: day('2026-12-01') });
      if (approved) await approve(2);
      expect(await withdraw(2)).toMatchObject({ kind: 'taken_back' });
      clock.set('2026-12-02T10:00:00+08:00');
      expect(await withinNow()).toBe(24 * HOUR_MS);
      expect(await approve(2)).toEqual({ kind: 'over', version: 2, standing: 'withdrawn' });
    });

    it('is too late once it is in force: another version takes its place', async () => {
      await propose();
      await approve(2);
      expect(await withdraw(2)).toEqual({ kind: 'over', version: 2, standing: 'in_force' });
    });

    it('is for those who decide, and for who proposed it', async () => {
      await enrol('王姐', 'customer_service');
      await propose();
      expect(await withdraw(2, '王姐')).toEqual({ kind: 'not_allowed' });
      await propose({ within: '6h', by: { personId: null, name: '王姐' } });
      expect(await withdraw(3, '王姐')).toMatchObject({ kind: 'taken_back' });
    });
  });

  it('is not approved when one with a later date holds already', async () => {
    await propose({ takesEffectAt: day('2026-11-21') });
    await propose({ takesEffectAt: day('2026-11-22'), within: '6h' });
    await approve(3);
    clock.set('2026-11-23T10:00:00+08:00');
    expect(await approve(2)).toEqual({ kind: 'overtaken', version: 2 });
    expect(await withinNow()).toBe(6 * HOUR_MS);
  });

  it('takes effect at its approval, where that comes after its date', async () => {
    await propose({ takesEffectAt: day('2026-11-21') });
    clock.set('2026-11-23T10:00:00+08:00');
    expect(await withinNow()).toBe(24 * HOUR_MS);
    await approve(2);
    expect(await withinNow()).toBe(12 * HOUR_MS);
  });

  it.each([
    { told: 'what it says', change: `data = '{}'` },
    { told: 'its date', change: `"takesEffectAt" = now()` },
    { told: 'its number', change: 'version = 9' },
    { told: 'who proposed it', change: `"proposedByName" = 'somebody'` },
    { told: 'why', change: `reason = 'else'` },
    { told: 'who approved it', change: `"approvedByName" = 'somebody'` },
    { told: 'that it was approved', change: `"approvedAt" = NULL` },
  ])('is never edited in place: the database refuses to change $told', async ({ change }) => {
    await propose();
    await approve(2);
    await expect(
      database.db.$executeRawUnsafe(`UPDATE "PolicyVersion" SET ${change} WHERE version = 2`),
    ).rejects.toThrow(/never edited/);
  });
});
