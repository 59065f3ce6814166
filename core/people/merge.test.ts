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
    const { id: messageId } = await db.message.create({
      data: { conversationId: estate.residents.id, externalId: 'm1', personId: from, sentAt: at(1), text: '电梯坏了' },
    });
    const decided = { communityId: estate.communityId, messageId, believed: 0.4, decidedAt: at(2), decidedById: from };
    await db.judgement.create({ data: { ...decided, source: 'doubt', isMatter: true } });
    const heard = { conversationId: estate.residents.id, messageId, believed: 0.4, heardAt: at(1) };
    await db.candidate.create({ data: { ...heard, deed: 'question', matter: {}, isMatter: true, judgedById: from } });
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
    expect(await db.judgement.findFirstOrThrow({ where: { messageId } })).toMatchObject({ decidedById: into });
    expect(await db.candidate.findFirstOrThrow({ where: { messageId } })).toMatchObject({ judgedById: into });

    const left = await whole(from);
    expect(left.mergedIntoId).toBe(into);
    const { identities, roles, messages, reports, requested, assigned, direct, answers } = left;
    expect([identities, roles, messages, reports, requested, assigned, direct, answers].flat()).toEqual([]);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'merge_persons' } });
    expect(entry).toMatchObject({ subject: `person:${into}`, data: { from, why: 'staff_said' } });
  });

  it('confirmed, voted, signed up, answered and agreed as one, each thing once', async () => {
    const { db } = database;
    const [from, into] = [await person('新人'), await person('旧人')];
    const { communityId } = estate;
    const at = (day: number): Date => new Date(`2026-11-0${day}T00:00:00Z`);
    const on = { communityId, number: 1, draftedAt: at(1), audience: {} };
    const notice = await db.notice.create({ data: { ...on, level: 'routine', state: 'live', text: '停水' } });
    await db.noticeReceipt.createMany({
      data: [
        { noticeId: notice.id, personId: from, by: 'words', at: at(2) },
        { noticeId: notice.id, personId: into, by: 'button', at: at(3) },
      ],
    });
    const said = (externalId: string) =>
      db.message.create({ data: { conversationId: estate.residents.id, externalId, sentAt: at(1), text: '没水了' } });
    const [first, second] = [await said('no-water-1'), await said('no-water-2')];
    await db.noticeReport.createMany({
      data: [
        { noticeId: notice.id, personId: from, messageId: first.id, at: at(2) },
        { noticeId: notice.id, personId: into, messageId: second.id, at: at(3) },
      ],
    });
    const told = { communityId, purpose: 'notice', subject: 'notice', subjectId: notice.id, occasion: 'x' } as const;
    const { id: broadcastId } = await db.broadcast.create({
      data: { ...told, contents: {}, startAt: at(1), createdAt: at(1) },
    });
    const conversationId = estate.residents.id;
    await db.broadcastTarget.create({ data: { broadcastId, conversationId, personId: from } });
    const asked = await db.consultation.create({
      data: { ...on, kind: 'vote', title: 't', text: 't', options: ['a'], rules: {}, closesAt: at(9), salt: 's' },
    });
    const entry = { seq: 1, voter: 'v', choice: 0, at: at(2), previousHash: '0', hash: '1', opinionHash: null };
    await db.ballotEntry.create({ data: { ...entry, consultationId: asked.id, personId: from } });
    const activity = await db.activity.create({ data: { ...on, title: '包饺子', startsAt: at(9) } });
    const signUp = { activityId: activity.id, name: '老王', by: 'button' };
    await db.signUp.createMany({
      data: [
        { ...signUp, personId: from, state: 'waiting', at: at(1) },
        { ...signUp, personId: into, state: 'going', at: at(2) },
      ],
    });
    const list = await db.questionnaire.create({ data: { ...on, title: 'q', questions: [], closesAt: at(9) } });
    const both = [{ personId: from }, { personId: into }];
    await db.questionnaireSession.createMany({
      data: both.map((who) => ({ ...who, questionnaireId: list.id, question: '1', updatedAt: at(1) })),
    });
    await db.questionnaireResponse.createMany({
      data: both.map((who, index) => ({
        ...who,
        id: `00000000-0000-4000-8000-00000000000${index}`,
        questionnaireId: list.id,
        answers: {},
      })),
    });
    await db.ticketPraise.createMany({
      data: both.map((who) => ({ ...who, ticketId: estate.ticketId, toldAt: at(1) })),
    });
    expect(await merge(from, into)).toBe(true);

    // Whatever column names a person: none names the row that is only a mark now.
    const columns = await db.$queryRaw<{ table: string; column: string }[]>`
      SELECT k.conrelid::regclass::text AS table, a.attname AS column FROM pg_constraint k
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)
      WHERE k.contype = 'f' AND k.confrelid = '"Person"'::regclass`;
    expect(columns.length).toBeGreaterThan(25);
    for (const { table, column } of columns) {
      const rows = await db.$queryRawUnsafe(`SELECT 1 FROM ${table} WHERE "${column}" = '${from}'::uuid`);
      expect({ table, column, rows }).toEqual({ table, column, rows: [] });
    }
    expect(await db.noticeReceipt.findMany()).toMatchObject([{ personId: into, at: at(2) }]);
    expect(await db.noticeReport.findMany()).toMatchObject([{ personId: into, messageId: first.id, at: at(2) }]);
    expect(await db.ballotEntry.count({ where: { personId: into } })).toBe(1);
    expect(await db.signUp.findMany({ where: { state: 'going' } })).toMatchObject([{ personId: into, at: at(2) }]);
    expect(await db.questionnaireResponse.count()).toBe(1);
  });

  it.each([
    { told: 'both said yes', first: ['11-01', null], second: ['11-02', null], holds: 1 },
    { told: 'one said no, later than the other yes', first: ['11-01', '11-05'], second: ['11-02', null], holds: 0 },
    { told: 'one said no, and the other yes after that', first: ['11-01', '11-05'], second: ['11-06', null], holds: 1 },
    { told: 'both said no', first: ['11-01', '11-05'], second: ['11-02', '11-03'], holds: 0 },
  ])('agree to be looked after as they said last: $told', async ({ first, second, holds }) => {
    const { db } = database;
    const [from, into, third] = [await person('新邻居'), await person('旧邻居'), await person('又一个号')];
    const at = (day: string | null | undefined): Date => new Date(`2026-${day ?? '01-01'}T00:00:00Z`);
    for (const [personId, [given, no]] of [[from, first] as const, [into, second] as const]) {
      const wish = { personId, createdAt: at(given), revokedAt: no ? at(no) : null };
      await db.consent.create({ data: { personId, kind: 'care', givenAt: at(given), revokedAt: wish.revokedAt } });
      const care = { ...wish, communityId: estate.communityId, weekdays: [1], askAt: '09:00' };
      const { id: subjectId } = await db.careContact.create({ data: care });
      if (!no) await db.deadline.create({ data: { kind: 'care', subjectId, rung: 'ask', dueAt: at('12-01') } });
    }
    const standing = async () => {
      const contacts = await db.careContact.findMany({ where: { personId: into, revokedAt: null } });
      const subjectId = { in: contacts.map(({ id }) => id) };
      return {
        yes: await db.consent.count({ where: { personId: into, revokedAt: null } }),
        contacts: contacts.length,
        looks: await db.deadline.count({ where: { kind: 'care', settledAt: null, subjectId } }),
        others: await db.deadline.count({ where: { kind: 'care', settledAt: null, subjectId: { not: subjectId } } }),
      };
    };
    const once = { yes: holds, contacts: holds, looks: holds, others: 0 };
    await merge(from, into);
    expect(await standing()).toEqual(once);
    await merge(third, into);
    expect(await standing()).toEqual(once);
    await db.deadline.deleteMany({ where: { kind: 'care' } });
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
