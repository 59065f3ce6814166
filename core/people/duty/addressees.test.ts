import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../prisma/generated/enums.ts';
import { runStep } from '../../run-step.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { communityInForce, foundCommunity } from '../communities.ts';
import { mergePersons } from '../merge.ts';
import { dutyAddressees, standInFor } from './addressees.ts';
import { noteAbsence } from './set-absence.ts';
import { setCapacity, setDeputy, setGrid } from './set-responsibility.ts';
import { setShifts } from './set-roster.ts';
import { askSwap } from './swap.ts';

const noon = '2026-11-23T12:00:00+08:00';
const night = '2026-11-23T23:00:00+08:00';
const everyDay = [1, 2, 3, 4, 5, 6, 7];

describe('whom an emergency calls', () => {
  let database: TestDatabase;
  let communityId = '';
  const clock = createFakeClock(noon);
  const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
  const people = new Map<string, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    const estate = { name: 'Garden', locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
    communityId = (await database.db.$transaction((tx) => foundCommunity(tx, estate, clock.now()))).id;
    const staff: [string, Role][] = [
      ['technician', 'maintenance'],
      ['second', 'maintenance'],
      ['guard', 'security'],
      ['desk', 'customer_service'],
      ['boss', 'manager'],
      ['firm', 'contractor'],
      ['onlooker', 'supervisor'],
      ['left', 'maintenance'],
    ];
    for (const [name, role] of staff) {
      const revokedAt = name === 'left' ? clock.now() : null;
      const data = { communityId, name, roles: { create: [{ communityId, role, revokedAt }] } };
      people.set(name, (await database.db.person.create({ data })).id);
    }
  });
  afterAll(() => database.drop());

  const id = (name: string): string => people.get(name) ?? '';
  const change = () => ({ communityId, by: id('boss') });
  const step = <T>(work: Parameters<typeof runStep<T>>[1]): Promise<T> =>
    runStep({ db: database.db, clock, bells }, work);
  const namesOf = (ids: string[]): string[] =>
    ids.map((one) => [...people].find(([, known]) => known === one)?.[0] ?? '?');
  async function called(at: string, assignee: string | null = 'technician') {
    const found = await step(async (now) => {
      const community = await communityInForce(now.tx, communityId, clock.now());
      const ticket = {
        kind: 'repair',
        area: 'facilities',
        assigneeId: assignee === null ? null : id(assignee),
      } as const;
      return dutyAddressees(now, community, ticket, new Date(at));
    });
    return [namesOf(found.onDuty), namesOf(found.next)];
  }
  const standIn = async (name: string, at: string): Promise<string | null> => {
    const found = await step(async (now) => {
      const community = await communityInForce(now.tx, communityId, clock.now());
      return standInFor(now, community, id(name), new Date(at));
    });
    return found === null ? null : (namesOf([found])[0] ?? null);
  };
  const line = (names: string[], startsAt: string, endsAt: string, role: Role | null) => ({
    weekdays: everyDay,
    startsAt,
    endsAt,
    role,
    personIds: names.map(id),
  });

  // One estate whose roster grows: each row stands on the ones before it.
  it('while nothing is arranged: who is in charge in office hours, the managers at night', async () => {
    expect(await called(noon)).toEqual([['technician'], ['boss']]);
    expect(await called(night)).toEqual([['boss'], []]);
    expect(await called(noon, null)).toEqual([['boss'], []]);
    expect(await called(noon, 'left')).toEqual([['boss'], []]);
  });

  it('with a deputy: the deputy at night, then the managers', async () => {
    await step((now) => setDeputy(now, change(), null, id('desk')));
    expect(await called(night)).toEqual([['desk'], ['boss']]);
  });

  it('with a roster: who is on duty by position, whoever was put in charge', async () => {
    await step((now) => setShifts(now, change(), line(['technician', 'second'], '08:30', '18:00', 'maintenance')));
    await step((now) => setShifts(now, change(), line(['guard'], '18:00', '08:30', null)));
    expect(await called(noon, 'desk')).toEqual([['technician'], ['second']]);
    expect(await called(night)).toEqual([['guard'], ['technician']]);
    expect(await called('2026-11-23T18:00:00+08:00')).toEqual([['guard'], ['technician']]);
  });

  it('nobody who has left, who only looks on, or who comes from outside', async () => {
    await step((now) =>
      setShifts(now, change(), line(['left', 'onlooker', 'firm', 'guard'], '18:00', '08:30', 'maintenance')),
    );
    expect((await called(night))[0]).toEqual(['guard']);
  });

  it('the next one, while somebody is away; what they would have heard goes to their deputy', async () => {
    expect(await standIn('technician', noon)).toBeNull();
    const absence = { personId: id('technician'), fromAt: new Date(noon), untilAt: new Date(night) };
    await step((now) => noteAbsence(now, change(), absence));
    expect((await called(noon))[0]).toEqual(['second']);
    expect(await standIn('technician', noon)).toBe('desk');
    await step((now) => setDeputy(now, change(), 'maintenance', id('second')));
    expect(await standIn('technician', noon)).toBe('second');
    expect(await standIn('technician', night)).toBeNull();
  });

  it('somebody whose two accounts turned out to be one person, with everything that was arranged', async () => {
    const into = await database.db.person.create({ data: { communityId, name: 'same' } });
    await step((now) => setCapacity(now, change(), id('technician'), 5));
    await step((now) => setGrid(now, change(), { buildingId: null, area: 'facilities' }, [id('technician'), into.id]));
    const shift = await database.db.dutyShift.findFirstOrThrow({ where: { personId: id('technician') } });
    const stretch = { shiftId: shift.id, day: '2026-11-30', personId: id('technician'), role: null, position: 0 };
    const give = { ...stretch, from: new Date(noon), until: new Date(night) };
    const swap = await step((now) =>
      askSwap(now, communityId, { fromId: id('technician'), toId: into.id, give, take: null }),
    );
    await step((now) => mergePersons(now, { fromId: id('technician'), intoId: into.id, by: null, why: 'code' }));
    people.set('technician', into.id);
    expect(await standIn('technician', noon)).toBe('second');
    const named = await database.db.responsibility.findMany({ where: { kind: 'grid', revokedAt: null } });
    expect(named.map(({ personId }) => personId)).toEqual([into.id]);
    expect(await database.db.person.findUnique({ where: { id: into.id } })).toMatchObject({ capacity: 5 });
    expect(await database.db.dutySwap.findUnique({ where: { id: swap.id } })).toMatchObject({ agreed: false });
    expect((await called('2026-11-24T12:00:00+08:00'))[0]).toEqual(['technician']);
  });
});
