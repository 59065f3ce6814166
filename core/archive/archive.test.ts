import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { communityInForce } from '../people/communities.ts';
import { runStep } from '../run-step.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { tendArchive } from './tend.ts';

const DAY_MS = 86_400_000;
const KEPT_MS = 1096 * DAY_MS;

/** Everything that the database holds as text, one table after the other. */
async function everyWord({ database: { db } }: DeskHarness): Promise<string> {
  const tables = ['Ticket', 'TicketEvent', 'Message', 'MessageVersion', 'Attachment', 'OutboxMessage', 'SentMessage'];
  const all = [
    ...tables,
    'SurveyAnswer',
    'FollowUp',
    'Person',
    'Identity',
    'InboundEvent',
    'Conversation',
    'AuditEntry',
    'Candidate',
  ];
  const rows = [];
  for (const table of all)
    rows.push(...(await db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${table}" t`)));
  return rows.map(({ row }) => row).join('\n');
}

describe('what has been kept for three years', () => {
  let desk: DeskHarness;
  let code: string;
  let ticketId: string;
  const tend = async (iso: string) => {
    desk.clock.set(iso);
    const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
    await runStep({ db: desk.database.db, clock: desk.clock, bells }, async (step) =>
      tendArchive(step, await communityInForce(step.tx, desk.communityId, step.now), pino({ level: 'silent' })),
    );
  };
  const later = (ms: number) => new Date(Date.parse('2026-11-23T10:00:00+08:00') + ms).toISOString();

  beforeEach(async () => {
    desk = await createDeskHarness();
    const { db } = desk.database;
    await desk.say('李阿姨', 'residents', '3栋2单元501门口的水管爆裂漏水了', { photo: true });
    const ticket = await db.ticket.findFirstOrThrow();
    ({ code, id: ticketId } = ticket);
    await desk.say('李工', 'staff', `接单 ${code}`);
    await desk.say('李工', 'staff', `回复 ${code} 钱师傅带着扳手来`);
    await desk.say('李工', 'staff', `办结 ${code} 换了阀芯`);
    await desk.say('李阿姨', 'residents', '5 谢谢小钱', { replyTo: desk.find('residents', code) });
    await desk.say('小陈', 'residents', '今天天气晴朗得很');
    const { id: messageId, conversationId } = await db.message.findFirstOrThrow({
      where: { text: { contains: '天气' } },
    });
    const { id: judgedById } = await db.person.findFirstOrThrow({ where: { name: '周经理' } });
    const heardAt = desk.clock.now();
    await db.candidate.create({
      data: {
        conversationId,
        messageId,
        deed: 'nothing',
        matter: { summary: '天气晴朗' },
        believed: 0.2,
        tied: [messageId],
        heardAt,
        isMatter: false,
        judgedById,
        judgedAt: heardAt,
      },
    });
    await db.ticket.update({ where: { id: ticketId }, data: { status: 'closed', closedAt: desk.clock.now() } });
    await db.deadline.updateMany({ where: { ticketId }, data: { settledAt: desk.clock.now(), outcome: 'done' } });
    await db.followUp.updateMany({ where: { ticketId }, data: { settledAt: desk.clock.now() } });
    const createdAt = desk.clock.now();
    await db.outboxMessage.updateMany({ data: { createdAt } });
    await db.outboxMessage.updateMany({ where: { state: 'pending' }, data: { state: 'dropped' } });
    await db.person.updateMany({ data: { createdAt } });
    await db.identity.updateMany({ data: { createdAt } });
  });
  afterEach(() => desk.close());

  it('stays whole until the last millisecond', async () => {
    const before = await everyWord(desk);
    await tend(later(KEPT_MS - 1));
    expect(await everyWord(desk)).toBe(before);
  });

  it('then has no words, rooms or residents any more, and what is counted stays', async () => {
    const { db } = desk.database;
    const before = await db.ticket.findUniqueOrThrow({ where: { id: ticketId }, include: { limits: true } });
    const types = () =>
      db.ticketEvent.findMany({ where: { ticketId }, orderBy: { id: 'asc' }, select: { type: true, at: true } });
    const steps = await types();
    const [answer] = await db.surveyAnswer.findMany();
    expect(await everyWord(desk)).toMatch(/水管.*扳手|扳手.*水管/s);
    await tend(later(KEPT_MS));

    const words = await everyWord(desk);
    for (const gone of ['水管', '扳手', '阀芯', '小钱', '501门口', '天气', 'photo-']) expect(words).not.toContain(gone);
    expect(await db.candidate.count()).toBe(0);
    const ticket = await db.ticket.findUniqueOrThrow({
      where: { id: ticketId },
      include: { limits: true, reporters: true },
    });
    expect(ticket).toMatchObject({ summary: '', room: null, spot: null, requesterId: null, reporters: [] });
    expect(ticket.explanation).toMatchObject({ reporters: 1 });
    for (const kept of [
      'code',
      'kind',
      'area',
      'urgency',
      'building',
      'openedAt',
      'firstResponseAt',
      'assigneeId',
      'limits',
    ] as const) {
      expect({ [kept]: ticket[kept] }).toEqual({ [kept]: before[kept] });
    }
    expect(ticket.building).toBe('3');
    expect(await types()).toEqual(steps);
    const { id: requesterId } = await db.person.findFirstOrThrow({ where: { name: '李阿姨' } });
    expect(await db.ticketEvent.count({ where: { actorId: requesterId } })).toBe(0);
    expect(await db.ticketEvent.count({ where: { actorId: { not: null } } })).toBeGreaterThan(0);
    const after = await db.surveyAnswer.findUniqueOrThrow({
      where: { id: answer?.id ?? '' },
      include: { person: true },
    });
    expect(after).toMatchObject({ score: 5, comment: null, person: { name: '' } });
    const audit = await db.auditEntry.findMany({ where: { action: 'anonymise' } });
    expect(audit).toMatchObject([{ subject: 'P4', data: { tickets: 1 } }]);
    await expect(db.$executeRaw`UPDATE "TicketEvent" SET type = 'x'`).rejects.toThrow('only ever added');
  });

  it('is not looked at a second time', async () => {
    await tend(later(KEPT_MS));
    const after = await everyWord(desk);
    await tend(later(KEPT_MS + DAY_MS));
    expect(await everyWord(desk)).toBe(after);
  });

  it('stays while something is still to be done about it', async () => {
    const { db } = desk.database;
    await db.deadline.create({ data: { kind: 'follow_up', ticketId, dueAt: new Date(later(2 * KEPT_MS)) } });
    await tend(later(KEPT_MS));
    expect((await db.ticket.findUniqueOrThrow({ where: { id: ticketId } })).summary).not.toBe('');
  });

  it('leaves a message alone that belongs to a ticket that is still kept', async () => {
    const { db } = desk.database;
    const [{ messageId } = { messageId: '' }] = await db.ticketMessage.findMany({
      where: { ticketId, part: 'report' },
    });
    const {
      id: _id,
      code: _code,
      explanation: _why,
      ...data
    } = await db.ticket.findUniqueOrThrow({ where: { id: ticketId } });
    const other = await db.ticket.create({
      data: { ...data, code: 'Z9Z9', status: 'open', closedAt: null, explanation: {} },
    });
    await db.ticketMessage.create({ data: { ticketId: other.id, messageId, part: 'report' } });
    await tend(later(KEPT_MS));
    expect(await db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({
      text: expect.stringContaining('水管'),
    });
    expect(await db.ticketMessage.count({ where: { messageId, ticketId } })).toBe(0);
  });

  it('keeps what staff decided about a message to be counted, but not who did', async () => {
    const { db } = desk.database;
    const { communityId } = desk;
    const { conversationId } = await db.message.findFirstOrThrow({ where: { text: { contains: '天气' } } });
    const said = { conversationId, externalId: 'asked', text: '镜子有点花', sentAt: desk.clock.now() };
    const { id: messageId } = await db.message.create({ data: said });
    const { id: decidedById } = await db.person.findFirstOrThrow({ where: { name: '王姐' } });
    const decided = { source: 'doubt', isMatter: false, believed: 0.4, decidedAt: desk.clock.now() } as const;
    await db.judgement.create({ data: { communityId, messageId, decidedById, ...decided } });
    await tend(later(KEPT_MS - 1));
    expect(await db.judgement.findFirstOrThrow()).toMatchObject({ decidedById });
    await tend(later(KEPT_MS));
    expect(await db.judgement.findFirstOrThrow()).toMatchObject({ ...decided, decidedById: null });
  });

  it('in the night also forgets residents who are named nowhere any more, and never the office', async () => {
    const { db } = desk.database;
    await desk.say('老王', '老王', '你好');
    await db.person.updateMany({ data: { createdAt: new Date('2026-11-23T10:00:00+08:00') } });
    await tend('2029-11-25T02:30:00+08:00');
    expect(await db.person.count({ where: { name: '李阿姨' } })).toBe(1);
    const { sentAt } = await db.message.findFirstOrThrow({ where: { text: '' }, orderBy: { sentAt: 'desc' } });
    expect(sentAt.getTime()).toBeLessThan(Date.parse('2026-11-25'));
    await desk.say('小陈', 'residents', '早上好');
    await tend('2029-11-25T03:00:00+08:00');
    const names = (await db.person.findMany({ select: { name: true } })).map(({ name }) => name);
    expect(names).not.toContain('李阿姨');
    expect(names).not.toContain('老王');
    expect(names).toEqual(expect.arrayContaining(['小陈', '李工', '王姐', '周经理', '监督员']));
    expect(await db.identity.count({ where: { externalId: { in: ['李阿姨', '老王'] } } })).toBe(0);
    expect(await db.conversation.count({ where: { externalId: '老王' } })).toBe(0);
    // Whoever writes again is somebody new.
    await desk.say('李阿姨', 'residents', '3栋又停水了');
    expect(await db.person.count({ where: { name: '李阿姨' } })).toBe(1);
  });
});
