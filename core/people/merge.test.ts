import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../prisma/generated/enums.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { runStep } from '../run-step.ts';
import { createSmallEstate, type SmallEstate } from '../outbox/testing/small-estate.ts';
import { identify } from './identify.ts';
import { chooseFlat, mergePersons } from './merge.ts';

describe('which of two flats stays', () => {
  const from = (household: string | null, confirmed: string | null) => ({
    householdId: household,
    flatConfirmedAt: confirmed === null ? null : new Date(confirmed),
  });
  it.each([
    { told: 'neither has one', a: from(null, null), b: from(null, null), stays: null },
    { told: 'only one has one', a: from('a', null), b: from(null, null), stays: 'a' },
    { told: 'both only by their names: the older row’s', a: from('a', null), b: from('b', null), stays: 'b' },
    { told: 'one is confirmed', a: from('a', '2026-01-01'), b: from('b', null), stays: 'a' },
    { told: 'the other is confirmed', a: from('a', null), b: from('b', '2026-01-01'), stays: 'b' },
    { told: 'both are: the one confirmed later', a: from('a', '2026-02-01'), b: from('b', '2026-01-01'), stays: 'a' },
  ])('$told', ({ a, b, stays }) => expect(chooseFlat(a, b).householdId).toBe(stays));
});

describe('two rows that are one human being', () => {
  let database: TestDatabase;
  let estate: SmallEstate;
  const clock = createFakeClock('2026-11-23T10:00:00+08:00');
  const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
  let ids = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    estate = await createSmallEstate(database.db, 'fake');
  });
  afterAll(() => database.drop());

  async function person(name: string, roles: Role[] = []): Promise<string> {
    const { communityId } = estate;
    const { id } = await database.db.person.create({
      data: {
        communityId,
        name,
        identities: { create: { communityId, channel: 'fake', externalId: `${name}-${(ids += 1)}` } },
        roles: { create: roles.map((role) => ({ communityId, role })) },
      },
    });
    return id;
  }
  const merge = (fromId: string, intoId: string) =>
    runStep({ db: database.db, clock, bells }, (step) =>
      mergePersons(step, { fromId, intoId, by: null, why: 'staff_said' }),
    );
  const whole = (id: string) =>
    database.db.person.findUniqueOrThrow({
      where: { id },
      include: {
        identities: true,
        roles: true,
        messages: true,
        reports: true,
        requested: true,
        assigned: true,
        direct: true,
        answers: true,
      },
    });

  it('become one with everything of both, each thing once', async () => {
    const { db } = database;
    const from = await person('新号', ['customer_service', 'maintenance']);
    const into = await person('旧号', ['maintenance']);
    const at = (day: number): Date => new Date(`2026-11-0${day}T00:00:00Z`);
    await db.message.create({
      data: { conversationId: estate.residents.id, externalId: 'm1', personId: from, sentAt: at(1), text: '电梯坏了' },
    });
    await db.conversation.create({
      data: {
        communityId: estate.communityId,
        channel: 'fake',
        account: 'main',
        externalId: 'direct',
        kind: 'direct',
        personId: from,
      },
    });
    await db.ticket.update({ where: { id: estate.ticketId }, data: { requesterId: from, assigneeId: from } });
    const ticketId = estate.ticketId;
    await db.ticketReporter.createMany({
      data: [
        { ticketId, personId: from, joinedAt: at(1) },
        { ticketId, personId: into, joinedAt: at(2) },
      ],
    });
    await db.surveyAnswer.createMany({
      data: [
        { ticketId, personId: from, score: 2, answeredAt: at(4) },
        { ticketId, personId: into, score: 5, answeredAt: at(3) },
      ],
    });
    expect(await merge(from, into)).toBe(true);

    const one = await whole(into);
    expect(one.name).toBe('旧号');
    expect(one.identities).toHaveLength(2);
    expect(
      one.roles
        .filter(({ revokedAt }) => !revokedAt)
        .map(({ role }) => role)
        .sort(),
    ).toEqual(['customer_service', 'maintenance']);
    expect(one.messages).toHaveLength(1);
    expect(one.direct).toHaveLength(1);
    expect(one.requested.map(({ id }) => id)).toEqual([ticketId]);
    expect(one.assigned.map(({ id }) => id)).toEqual([ticketId]);
    expect(one.reports).toEqual([{ ticketId, personId: into, joinedAt: at(1) }]);
    expect(one.answers).toMatchObject([{ score: 2 }]);

    const left = await whole(from);
    expect(left.mergedIntoId).toBe(into);
    const { identities, roles, messages, reports, requested, assigned, direct, answers } = left;
    expect([identities, roles, messages, reports, requested, assigned, direct, answers].flat()).toEqual([]);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'merge_persons' } });
    expect(entry).toMatchObject({ subject: `person:${into}`, data: { from, why: 'staff_said' } });
  });

  it('are not merged twice, nor with themselves, nor with somebody of another community', async () => {
    const [a, b] = [await person('甲'), await person('乙')];
    expect(await merge(a, b)).toBe(true);
    expect(await merge(a, b)).toBe(false);
    expect(await merge(b, a)).toBe(false);
    expect(await merge(b, b)).toBe(false);
    const elsewhere = await createSmallEstate(database.db, 'elsewhere');
    const stranger = await database.db.person.create({ data: { communityId: elsewhere.communityId, name: '丙' } });
    expect(await merge(stranger.id, b)).toBe(false);
    expect(await database.db.auditEntry.count({ where: { action: 'merge_persons', subject: `person:${b}` } })).toBe(1);
  });

  it('what is said while they are joined is the joined person’s', async () => {
    const { db } = database;
    const [a, b] = [await person('己'), await person('庚')];
    const { externalId } = await db.identity.findFirstOrThrow({ where: { personId: a } });
    const where = { communityId: estate.communityId, channel: 'fake', audience: null };
    const said = await runStep({ db, clock, bells }, async (step) => {
      await mergePersons(step, { fromId: a, intoId: b, by: null, why: 'code' });
      const speaker = db.$transaction((tx) => identify(tx, where, { externalId, name: '', isBot: false }));
      // Until it waits for this very transaction.
      for (let waiting = 0; waiting === 0;) {
        const rows = await db.$queryRaw<unknown[]>`
          SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        waiting = rows.length;
      }
      return { speaker };
    });
    expect((await said.speaker)?.personId).toBe(b);
  });

  it('merged both ways at the same moment are merged one way', async () => {
    const [a, b] = [await person('丁'), await person('戊')];
    const outcomes = await Promise.all([merge(a, b), merge(b, a)]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    const rows = await database.db.person.findMany({ where: { id: { in: [a, b] } }, include: { identities: true } });
    expect(new Set(rows.map(({ identities }) => identities.length))).toEqual(new Set([0, 2]));
  });
});
