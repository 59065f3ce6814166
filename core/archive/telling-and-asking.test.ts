import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { communityInForce } from '../people/communities.ts';
import { runStep } from '../run-step.ts';
import { logOf, readConsultation, termsOf } from '../surveys/consultations/consultation.ts';
import { recount } from '../surveys/consultations/recount.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { tendArchive } from './tend.ts';

const tables = (
  'Notice NoticeReceipt NoticeReport NoticeAnswer Broadcast BroadcastTarget Restraint Consent CareContact CareCheck FeeList FeeItem ' +
  'Questionnaire QuestionnaireResponse Consultation BallotEntry Activity SignUp OutboxMessage Person Incident'
).split(' ');

/** A Monday at ten; a policy keeps three years. */
describe('what many were told and asked, three years later', () => {
  let desk: DeskHarness;
  const at = new Date('2026-11-23T10:00:00+08:00');
  const night = (day: string): string => `${day}T03:00:00+08:00`;
  const ripe = night('2029-11-30');

  async function tend(iso: string): Promise<void> {
    desk.clock.set(iso);
    const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
    await runStep({ db: desk.database.db, clock: desk.clock, bells }, async (step) =>
      tendArchive(step, await communityInForce(step.tx, desk.communityId, step.now), pino({ level: 'silent' })),
    );
  }
  async function everyWord(): Promise<string> {
    const rows: { row: string }[] = [];
    for (const table of tables)
      rows.push(
        ...(await desk.database.db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${table}" t`)),
      );
    return rows.map(({ row }) => row).join('\n');
  }
  const idOf = async (name: string): Promise<string> =>
    (await desk.database.db.person.findFirstOrThrow({ where: { name } })).id;
  async function countedAgain() {
    const { id } = await desk.database.db.consultation.findFirstOrThrow();
    const asked = await readConsultation(desk.database.db, id);
    if (!asked) throw new Error('no vote');
    return recount(termsOf(asked), await logOf(desk.database.db, asked), asked.outcome?.headHash ?? null);
  }

  beforeEach(async () => {
    desk = await createDeskHarness();
    const { db } = desk.database;
    const { communityId } = desk;
    await desk.say('周经理', 'managers', '表决 更换电梯\n用了 18 年。\n截止: 11月25日18:00');
    await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
    await desk.pass(0);
    const card = desk.find('residents', '【表决1】');
    await desk.press('李阿姨', 'residents', card, '同意');
    await desk.say('李阿姨', 'residents', '反对，我家腿脚不好', { replyTo: card });
    await desk.pass(3 * 24 * 3_600_000);
    const personId = await idOf('李阿姨');
    const { householdId } = await db.person.findUniqueOrThrow({ where: { id: personId } });
    const on = { communityId, number: 1, draftedAt: at, audience: {} };
    const notice = await db.notice.create({
      data: { ...on, level: 'routine', state: 'live', text: '停水通知', liveAt: at },
    });
    await db.noticeReceipt.create({ data: { noticeId: notice.id, personId, householdId, by: 'words', at } });
    const { id: messageId } = await db.message.findFirstOrThrow({ where: { personId } });
    await db.noticeReport.create({ data: { noticeId: notice.id, personId, messageId, at } });
    await db.noticeAnswer.create({
      data: { noticeId: notice.id, question: '我爸透析怎么办', answer: '有应急水车', asked: 3, offeredAt: at },
    });
    const direct = await db.conversation.create({
      data: { communityId, channel: 'fake', account: 'main', externalId: '李阿姨私聊', kind: 'direct', personId },
    });
    const told = { communityId, purpose: 'notice', subject: 'care', subjectId: notice.id, occasion: 'greet' } as const;
    const broadcast = await db.broadcast.create({
      data: { ...told, contents: { 'zh-CN': { text: '李阿姨节日好' } }, startAt: at, createdAt: at, doneAt: at },
    });
    await db.broadcastTarget.create({
      data: { broadcastId: broadcast.id, conversationId: direct.id, personId, state: 'sent' },
    });
    await db.restraint.create({
      data: { communityId, conversationId: direct.id, purpose: 'survey', deed: 'dropped', reason: 'hears_less', at },
    });
    await db.incident.create({
      data: {
        communityId,
        number: 1,
        area: 'facilities',
        thing: 'water',
        summary: '我妈洗到一半没水',
        openedAt: at,
        overAt: at,
      },
    });
    const contact = await db.careContact.create({
      data: { communityId, personId, weekdays: [1], askAt: '09:00', createdAt: at },
    });
    await db.consent.create({ data: { personId, kind: 'greetings', givenAt: at, revokedAt: at } });
    await db.careCheck.create({ data: { contactId: contact.id, askedAt: at, isWell: false } });
    const list = await db.feeList.create({ data: { communityId, title: '物业费', importedAt: at } });
    await db.feeItem.create({ data: { listId: list.id, flat: '3-2-501', householdId, amount: 243_750, paidAt: at } });
    const asked = await db.questionnaire.create({
      data: { ...on, state: 'closed', title: '满意度', questions: [], closesAt: at, closedAt: at },
    });
    await db.questionnaireResponse.create({
      data: {
        id: '00000000-0000-4000-8000-000000000001',
        questionnaireId: asked.id,
        personId,
        answers: { '1': 4, '2': [0, 2], '3': '楼上太吵', '4': null },
      },
    });
    const activity = await db.activity.create({ data: { ...on, state: 'closed', title: '包饺子', startsAt: at } });
    await db.signUp.create({
      data: {
        activityId: activity.id,
        personId,
        householdId,
        name: '李阿姨',
        comment: '带孙子乐乐',
        heads: 2,
        state: 'going',
        by: 'button',
        at,
      },
    });
  });
  afterEach(() => desk.close());

  const personal = ['腿脚不好', '透析', '李阿姨节日好', '3-2-501', '243750', '楼上太吵', '乐乐', '洗到一半'];

  it('stays whole until then', async () => {
    await tend(night('2029-11-22'));
    const words = await everyWord();
    for (const kept of personal) expect(words).toContain(kept);
    const { db } = desk.database;
    const counts = [await db.noticeReceipt.count(), await db.restraint.count(), await db.consent.count()];
    expect([...counts, await db.careCheck.count()]).not.toContain(0);
  });

  it('names nobody any more, and what is counted stays', async () => {
    const { db } = desk.database;
    const personId = await idOf('李阿姨');
    await tend(ripe);
    const words = await everyWord();
    for (const gone of personal) expect(words).not.toContain(gone);
    const rest = words.split('\n').filter((row) => row.includes(personId));
    // That somebody still wants to be asked every Monday is no matter of the past.
    expect(rest).toHaveLength(2);
    expect(await db.notice.findFirstOrThrow()).toMatchObject({ text: '停水通知', confirmedOnce: 1 });
    expect(await db.noticeAnswer.findFirstOrThrow()).toMatchObject({ answer: '有应急水车', asked: 3 });
    expect(await db.broadcastTarget.count({ where: { conversation: { kind: 'group' } } })).toBeGreaterThan(0);
    expect(await db.feeItem.findFirstOrThrow()).toMatchObject({ householdId: null, paidAt: at });
    expect(await db.questionnaireResponse.findFirstOrThrow()).toMatchObject({
      personId: null,
      answers: { '1': 4, '2': [0, 2], '3': '', '4': null },
    });
    expect(await db.signUp.findFirstOrThrow()).toMatchObject({ heads: 2, name: '', householdId: null });
  });

  it('of a vote leaves a log that is whole, and of which nobody can find out who is who', async () => {
    const { db } = desk.database;
    const before = await countedAgain();
    expect(before).toMatchObject({ chain: { kind: 'intact' }, entries: 2, tally: { voters: 1 } });
    await tend(ripe);
    expect(await countedAgain()).toEqual(before);
    expect(await db.consultation.findFirstOrThrow()).toMatchObject({ salt: '' });
    const entries = await db.ballotEntry.findMany();
    for (const one of entries) expect(one).toMatchObject({ personId: null, householdId: null, opinion: null });
    await expect(db.$executeRaw`UPDATE "BallotEntry" SET "opinionHash" = NULL`).rejects.toThrow('never changed');
  });

  it('is not touched a second time', async () => {
    await tend(ripe);
    const after = await everyWord();
    const entries = await desk.database.db.auditEntry.count({ where: { action: 'anonymise' } });
    await tend(night('2029-12-01'));
    expect(await everyWord()).toBe(after);
    expect(await desk.database.db.auditEntry.count({ where: { action: 'anonymise' } })).toBe(entries);
  });

  it('forgets nobody who confirmed, voted or signed up since, though they wrote nothing', async () => {
    const { db } = desk.database;
    const { communityId } = desk;
    const old = new Date('2026-01-01T00:00:00Z');
    const names = ['确认的', '要问候的', '没音信的'];
    for (const name of names) await db.person.create({ data: { communityId, name, createdAt: old } });
    const notice = await db.notice.findFirstOrThrow();
    const lately = new Date('2029-06-01T00:00:00Z');
    await db.noticeReceipt.create({
      data: { noticeId: notice.id, personId: await idOf('确认的'), by: 'button', at: lately },
    });
    await db.consent.create({ data: { personId: await idOf('要问候的'), kind: 'greetings', givenAt: old } });
    await tend(ripe);
    const left = await db.person.findMany({ where: { name: { in: names } }, orderBy: { name: 'asc' } });
    expect(left.map(({ name }) => name).toSorted()).toEqual(['确认的', '要问候的']);
  });
});

describe('a vote on record', () => {
  it('keeps its words for as long as nothing is erased', async () => {
    const desk = await createDeskHarness();
    try {
      const { db } = desk.database;
      const asked = { communityId: desk.communityId, number: 1, kind: 'vote', title: 't', text: 't' } as const;
      const times = { closesAt: desk.clock.now(), draftedAt: desk.clock.now() };
      const { id } = await db.consultation.create({
        data: { ...asked, ...times, options: ['a'], audience: {}, rules: {}, salt: 's' },
      });
      const entry = { seq: 1, voter: 'v', choice: 0, opinion: '好', opinionHash: 'h', previousHash: '0', hash: '1' };
      await db.ballotEntry.create({ data: { ...entry, consultationId: id, at: desk.clock.now() } });
      await expect(db.$executeRaw`UPDATE "BallotEntry" SET opinion = NULL`).rejects.toThrow('never changed');
      await expect(db.$executeRaw`UPDATE "BallotEntry" SET opinion = '坏'`).rejects.toThrow('never changed');
    } finally {
      await desk.close();
    }
  });
});
