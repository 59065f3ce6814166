import { pino } from 'pino';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Pace } from '../channel/channel.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import type { DeliveryFailed } from './delivery-failed.ts';
import { noteFailureOnTicket } from './delivery-failed.ts';
import { UnknownChannelError, createDelivery } from './delivery.ts';
import type { Word } from './say.ts';
import { say } from './say.ts';
import type { ScriptedChannel } from './testing/scripted-channel.ts';
import { FREE_PACE, createScriptedChannel } from './testing/scripted-channel.ts';
import { createSmallEstate } from './testing/small-estate.ts';
import type { SmallEstate } from './testing/small-estate.ts';

const telegramPace: Pace = {
  perConversation: { count: 1, windowMs: 1_000 },
  perGroup: { count: 20, windowMs: 60_000 },
  perAccount: { count: 30, windowMs: 1_000 },
};

describe('the one door out', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  afterAll(() => database.drop());
  const clock = createFakeClock('2026-11-21T09:00:00+08:00');
  const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms);
  let accounts = 0;
  let words = 0;
  let estate: SmallEstate;
  let channel: ScriptedChannel;
  let rung: string[];

  /** Every test has an estate on an account of its own. */
  async function estateOn(options: Parameters<typeof createScriptedChannel>[0] = {}): Promise<void> {
    accounts += 1;
    channel = createScriptedChannel({ ...options, account: `account-${accounts}` });
    estate = await createSmallEstate(db, channel.name, channel.account);
  }
  beforeEach(async () => {
    rung = [];
    await estateOn();
  });

  const deliveryOver = (channels: Channel[], onFailed: DeliveryFailed = noteFailureOnTicket, patienceMs = 10_000) =>
    createDelivery({
      db,
      clock,
      channels: new Map(channels.map((one) => [`${one.name}:${one.account}`, one])),
      bells: {
        lane: async (id) => void rung.push(id),
        deadlines: () => Promise.resolve(true),
      },
      log: pino({ enabled: false }),
      onFailed,
      patienceMs,
    });
  const run = (conversationId = estate.residents.id) => deliveryOver([channel]).runLane(conversationId);

  /** Puts a word into the outbox and returns its id. */
  async function put(text: string, more: Partial<Word> = {}): Promise<string> {
    words += 1;
    const word: Word = {
      conversationId: estate.residents.id,
      purpose: 'receipt',
      content: { text },
      dedupeKey: `word-${words}`,
      ...more,
    };
    return (await say({ tx: db, now: clock.now() }, word)).id;
  }
  const texts = () => channel.taken.map((message) => message.text);
  const rowOf = (id: string) => db.outboxMessage.findUniqueOrThrow({ where: { id } });
  const triesOf = async (id: string) =>
    (await db.delivery.findMany({ where: { outboxId: id }, orderBy: { attempt: 'asc' } })).map((one) => one.outcome);

  it('says what is pending in the order of recording, and says it once', async () => {
    await put('一');
    await put('二');
    const last = await put('三 a_*[b', { replyToExternalId: 'm-9', ticketId: estate.ticketId });
    expect(await run()).toEqual({ kind: 'empty' });
    expect(await run()).toEqual({ kind: 'empty' });
    expect(texts()).toEqual(['一', '二', '三 a_*[b']);
    expect(channel.taken[2]).toMatchObject({ conversationId: 'residents-1', replyToId: 'm-9', sendKey: last });
    expect(await rowOf(last)).toMatchObject({ state: 'sent', settledAt: clock.now() });
    expect(await db.sentMessage.findMany({ where: { outboxId: last } })).toEqual([
      {
        conversationId: estate.residents.id,
        externalId: '3',
        outboxId: last,
        part: 0,
        choices: null,
        pollId: null,
        sentAt: clock.now(),
      },
    ]);
  });

  it('lets an answer overtake a notice', async () => {
    await put('停水通知', { purpose: 'notice' });
    await put('师傅下午三点到', { purpose: 'answer' });
    await run();
    expect(texts()).toEqual(['师傅下午三点到', '停水通知']);
  });

  it('sends no more than was asked for', async () => {
    await put('一');
    await put('二');
    const delivery = deliveryOver([channel]);
    expect(await delivery.runLane(estate.residents.id, { atMost: 1 })).toEqual({ kind: 'more' });
    expect(await delivery.runLane(estate.residents.id, { atMost: 1 })).toEqual({ kind: 'empty' });
    expect(texts()).toEqual(['一', '二']);
  });

  it('waits for a word that is not due, and forgets one that is worthless by now', async () => {
    const stale = await put('今晚八点的活动', { expiresAt: inMs(-1) });
    await put('早上再说', { notBefore: inMs(60_000) });
    expect(await run()).toEqual({ kind: 'wait', until: inMs(60_000) });
    expect(await rowOf(stale)).toMatchObject({ state: 'dropped', failure: 'expired' });
    clock.advance(60_000);
    expect(await run()).toEqual({ kind: 'empty' });
    expect(texts()).toEqual(['早上再说']);
  });

  it('tells the staff when an answer came too late, and only the ticket when it was a receipt', async () => {
    const told: unknown[] = [];
    const onFailed: DeliveryFailed = async (_tx, row, failure) => void told.push([row.id, failure.kind]);
    const expiresAt = inMs(-1);
    const answer = await put('水阀已关', { purpose: 'answer', ticketId: estate.ticketId, expiresAt });
    const receipt = await put('收到', { ticketId: estate.ticketId, expiresAt });
    await put('请评分', { purpose: 'rating', ticketId: estate.ticketId, expiresAt });
    expect(await deliveryOver([channel], onFailed).runLane(estate.residents.id)).toEqual({ kind: 'empty' });
    expect(channel.handed).toEqual([]);
    expect(told).toEqual([[answer, 'expired']]);
    const events = await db.ticketEvent.findMany({ where: { ticketId: estate.ticketId } });
    expect(events).toMatchObject([{ type: 'delivery_failed', data: { outboxId: receipt, failure: 'expired' } }]);
  });

  it.each<{ told: string; word: Partial<Word>; days: number | null }>([
    { told: 'a survey of three days ago is not sent', word: { purpose: 'rating' }, days: 3 },
    { told: 'an answer always is', word: { purpose: 'answer' }, days: null },
    { told: 'who says it knows better', word: { purpose: 'rating', expiresAt: null }, days: null },
    {
      told: 'what must wait is worth something from then on',
      word: { purpose: 'rating', notBefore: new Date('2026-12-31T09:00:00+08:00') },
      days: 43,
    },
    {
      told: 'a farewell is always said',
      word: { purpose: 'introduction', content: { text: '再见', leave: true } },
      days: null,
    },
  ])('$told', async ({ word, days }) => {
    clock.set('2026-11-21T09:00:00+08:00');
    const { expiresAt } = await rowOf(await put('', word));
    expect(expiresAt).toEqual(days === null ? null : inMs(days * 24 * 3_600_000));
  });

  it('keeps one a second and twenty a minute in a group', async () => {
    await estateOn({ pace: telegramPace });
    for (let index = 0; index < 22; index += 1) await put(`${index}`);
    const start = clock.now().getTime();
    const takenAt: number[] = [];
    let result = await run();
    while (result.kind === 'wait') {
      while (takenAt.length < channel.taken.length) takenAt.push(clock.now().getTime() - start);
      clock.set(result.until.toISOString());
      result = await run();
    }
    takenAt.push(clock.now().getTime() - start);
    expect(takenAt).toEqual([...Array.from({ length: 20 }, (_, index) => index * 1_000), 60_000, 61_000]);
    expect(texts()).toEqual(Array.from({ length: 22 }, (_, index) => `${index}`));
  });

  it('counts every message that a long word became, and a reaction as one', async () => {
    const pace = { ...telegramPace, perGroup: { count: 4, windowMs: 60_000 } };
    await estateOn({ pace, sentAs: (message) => (message.text === '长' ? ['a', 'b', 'c'] : null) });
    await put('长');
    await put('收到', { content: { text: '收到', reaction: '👌' }, replyToExternalId: 'm-1' });
    await put('短');
    expect(await run()).toEqual({ kind: 'wait', until: inMs(1_000) });
    clock.advance(1_000);
    expect(await run()).toEqual({ kind: 'wait', until: inMs(59_000) });
    expect(channel.taken.map(({ text, reaction }) => text || reaction)).toEqual(['长', '👌']);
    clock.advance(59_000);
    expect(await run()).toEqual({ kind: 'empty' });
  });

  it('says at once how long a word that became several keeps the next one waiting', async () => {
    const pace = { ...telegramPace, perGroup: { count: 3, windowMs: 60_000 } };
    await estateOn({ pace, sentAs: (message) => (message.text === '长' ? ['a', 'b', 'c'] : null) });
    await put('长');
    await put('短');
    const result = await deliveryOver([channel]).runLane(estate.residents.id, { atMost: 1 });
    expect(result).toEqual({ kind: 'wait', until: inMs(60_000) });
  });

  describe('the farewell to a group that nobody has linked', () => {
    const unlink = () =>
      db.conversation.update({ where: { id: estate.residents.id }, data: { communityId: null, audience: null } });
    const link = () =>
      db.conversation.update({ where: { id: estate.residents.id }, data: { communityId: estate.communityId } });
    const farewell = () => put('再见', { purpose: 'introduction', content: { text: '再见', leave: true } });
    const stateOfGroup = async () =>
      (await db.conversation.findUniqueOrThrow({ where: { id: estate.residents.id } })).state;

    it('is said, and the bot goes', async () => {
      await unlink();
      await farewell();
      await run();
      expect(texts()).toEqual(['再见']);
      expect(channel.left).toEqual(['residents-1']);
      expect(await stateOfGroup()).toBe('left');
    });

    it('is not said when somebody has linked it meanwhile, and the bot stays', async () => {
      await unlink();
      const id = await farewell();
      await link();
      await put('你好');
      expect(await run()).toEqual({ kind: 'empty' });
      expect(texts()).toEqual(['你好']);
      expect(await rowOf(id)).toMatchObject({ state: 'dropped', failure: 'linked', settledAt: clock.now() });
      expect(channel.left).toEqual([]);
      expect(await stateOfGroup()).toBe('active');
    });

    it('is not followed when somebody links it while it is being said', async () => {
      await unlink();
      const id = await farewell();
      channel.answers.push(async () => {
        await link();
        return { kind: 'sent', externalIds: [] };
      });
      await run();
      expect(await rowOf(id)).toMatchObject({ state: 'sent' });
      expect(channel.left).toEqual([]);
      expect(await stateOfGroup()).toBe('active');
    });
  });

  it('obeys a platform that asks to wait, and nothing overtakes meanwhile', async () => {
    const first = await put('一');
    await put('二');
    channel.answers.push({ kind: 'must_wait', reason: '429', waitMs: 34_567 });
    const until = inMs(34_567);
    expect(await run()).toEqual({ kind: 'wait', until });
    await put('着火了，请撤离', { purpose: 'emergency' });
    clock.advance(34_566);
    expect(await run()).toEqual({ kind: 'wait', until });
    expect(channel.handed).toHaveLength(1);
    clock.advance(1);
    expect(await run()).toEqual({ kind: 'empty' });
    expect(texts()).toEqual(['着火了，请撤离', '一', '二']);
    expect(await triesOf(first)).toEqual(['must_wait', 'sent']);
  });

  it.each<{ told: string; answer: ScriptedChannel['answers'][number] }>([
    { told: 'is down', answer: { kind: 'platform_down', reason: '502' } },
    { told: 'surprises the channel', answer: () => Promise.reject(new TypeError('socket hang up')) },
    { told: 'stays silent', answer: () => new Promise(() => {}) },
  ])('tries again, in its place, when the platform $told', async ({ answer }) => {
    const first = await put('一');
    await put('二');
    channel.answers.push(answer);
    const until = inMs(2_000);
    const impatient = deliveryOver([channel], noteFailureOnTicket, 200);
    expect(await impatient.runLane(estate.residents.id)).toEqual({ kind: 'wait', until });
    clock.advance(2_000);
    expect(await run()).toEqual({ kind: 'empty' });
    expect(texts()).toEqual(['一', '二']);
    expect(channel.handed.map((message) => message.sendKey).slice(0, 2)).toEqual([first, first]);
    expect(await triesOf(first)).toEqual(['platform_down', 'sent']);
  });

  it('lets others by when one message meets a fault again and again', async () => {
    const bad = await put('坏的');
    const down = { kind: 'platform_down', reason: '500' } as const;
    channel.answers.push(down, down, down, down);
    for (const ms of [2_000, 4_000, 8_000]) {
      await run();
      clock.advance(ms);
    }
    await put('好的');
    expect(await run()).toEqual({ kind: 'wait', until: inMs(16_000) });
    expect(texts()).toEqual(['好的']);
    expect(await rowOf(bad)).toMatchObject({ state: 'pending' });
  });

  it('follows a group to its new id at once', async () => {
    await put('一');
    await put('二');
    channel.answers.push({ kind: 'upgraded', reason: '400', newExternalId: '-1002' });
    expect(await run()).toEqual({ kind: 'empty' });
    expect(channel.taken.map((message) => [message.conversationId, message.text])).toEqual([
      ['-1002', '一'],
      ['-1002', '二'],
    ]);
    const where = { id: estate.residents.id };
    expect(await db.conversation.findUniqueOrThrow({ where })).toMatchObject({
      externalId: '-1002',
      formerExternalIds: ['residents-1'],
    });
  });

  it('takes in the conversation that has the new id already, and goes on', async () => {
    const { name, account } = channel;
    const already = await db.conversation.create({
      data: { channel: name, account, externalId: '-1003', kind: 'group' },
    });
    await put('一');
    channel.answers.push({ kind: 'upgraded', reason: '400', newExternalId: '-1003' });
    await run();
    await run();
    expect(texts()).toEqual(['一']);
    expect(await db.conversation.findUnique({ where: { id: already.id } })).toBeNull();
    expect(await db.conversation.findFirstOrThrow({ where: { externalId: '-1003' } })).toMatchObject({
      communityId: estate.communityId,
      audience: 'residents',
      formerExternalIds: ['residents-1'],
    });
  });

  it.each([
    { kind: 'unreachable', state: 'unreachable' },
    { kind: 'not_a_member', state: 'left' },
    { kind: 'refused', state: 'active' },
  ] as const)('shows on the ticket that a message was $kind, and goes on', async ({ kind, state }) => {
    const id = await put('修好了', { purpose: 'answer', ticketId: estate.ticketId });
    await put('二');
    channel.answers.push({ kind, reason: '403: no' });
    const before = channel.taken.length;
    await run();
    expect(channel.taken.length).toBe(before + 1);
    expect(await rowOf(id)).toMatchObject({ state: 'failed', failure: kind });
    expect(await db.ticketEvent.findMany({ where: { ticketId: estate.ticketId } })).toMatchObject([
      { type: 'delivery_failed', data: { outboxId: id, purpose: 'answer', failure: kind }, at: clock.now() },
    ]);
    const deliveries = await db.delivery.findMany({ where: { outboxId: id } });
    expect(deliveries).toMatchObject([{ outcome: kind, detail: '403: no' }]);
    // The second message got through, so that the conversation is fine again.
    expect(await db.conversation.findUniqueOrThrow({ where: { id: estate.residents.id } })).toMatchObject({
      state: 'active',
      stateReason: null,
    });
    channel.answers.push({ kind, reason: '403: no' });
    await put('三');
    await run();
    expect(await db.conversation.findUniqueOrThrow({ where: { id: estate.residents.id } })).toMatchObject({ state });
  });

  it('lets somebody tell the staff of a failure, in the same transaction, and rings for them', async () => {
    await put('修好了', { purpose: 'answer', ticketId: estate.ticketId });
    channel.answers.push({ kind: 'unreachable', reason: '403' });
    const tellStaff: DeliveryFailed = async (tx, row, failure, { rope, now }) => {
      const content = { text: `没有送到：${failure.kind}` };
      await say(
        { tx, now },
        {
          conversationId: estate.staff.id,
          purpose: 'escalation',
          content,
          dedupeKey: `failed:${row.id}`,
        },
      );
      rope.lane(estate.staff.id);
    };
    await deliveryOver([channel], tellStaff).runLane(estate.residents.id);
    expect(rung).toEqual([estate.staff.id]);
    await run(estate.staff.id);
    expect(channel.taken.map((message) => [message.conversationId, message.text])).toEqual([
      ['staff-1', '没有送到：unreachable'],
    ]);
  });

  it('keeps everything when our account is logged out, and tries again later', async () => {
    const id = await put('一');
    channel.answers.push({ kind: 'logged_out', reason: '401' });
    expect(await run()).toEqual({ kind: 'wait', until: inMs(60_000) });
    expect(await rowOf(id)).toMatchObject({ state: 'pending' });
    clock.advance(60_000);
    await run();
    expect(texts()).toEqual(['一']);
  });

  it('says only the message in the air again when the process dies before it could note that it was sent', async () => {
    await put('一');
    const inTheAir = await put('二');
    await put('三');
    channel.answers.push(
      () => Promise.resolve({ kind: 'sent', externalIds: [] }),
      async () => {
        // The connection that holds the lane ends, as it does when the process is killed.
        await db.$executeRaw`
          SELECT pg_terminate_backend(pid) FROM pg_locks
          WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND pid <> pg_backend_pid()`;
        return { kind: 'sent', externalIds: [] };
      },
    );
    await expect(run()).rejects.toThrow(/connection/i);
    expect(await run()).toEqual({ kind: 'empty' });
    expect(texts()).toEqual(['一', '二', '二', '三']);
    expect(channel.taken[1]?.sendKey).toBe(inTheAir);
    expect(channel.taken[2]?.sendKey).toBe(inTheAir);
    expect(await triesOf(inTheAir)).toEqual(['sent']);
  });

  it('lets nobody else into the lane while a message is being sent', async () => {
    await put('一');
    let takeIt = (): void => {};
    const handedOver = new Promise<void>((handed) => {
      channel.answers.push(() => {
        handed();
        return new Promise((resolve) => {
          takeIt = () => resolve({ kind: 'sent', externalIds: [] });
        });
      });
    });
    const running = run();
    await handedOver;
    expect(await run()).toEqual({ kind: 'busy' });
    expect(await run(estate.staff.id)).toEqual({ kind: 'empty' });
    takeIt();
    expect(await running).toEqual({ kind: 'empty' });
    expect(texts()).toEqual(['一']);
  });

  it('is told when this process does not run the channel', async () => {
    await put('一');
    await expect(deliveryOver([]).runLane(estate.residents.id)).rejects.toThrow(UnknownChannelError);
  });

  describe('choices', () => {
    const choices = [
      [
        { id: 'take', label: '接单' },
        { id: 'pass', label: '转交' },
      ],
    ];
    const shownIn = async () =>
      (await db.sentMessage.findMany({ orderBy: { part: 'asc' }, where: { conversationId: estate.residents.id } })).map(
        (row) => row.choices,
      );

    it('that are said in words are remembered as they were shown, with the part that carries the words', async () => {
      await estateOn({ capabilities: { buttons: false }, sentAs: () => ['a', 'b'] });
      await put('', { content: { text: '漏水', choices } });
      await run();
      expect(channel.taken).toMatchObject([{ text: '漏水\n\n1 接单 · 2 转交', choices: [] }]);
      expect(await shownIn()).toEqual([
        null,
        [
          { say: '1', id: 'take', label: '接单' },
          { say: '2', id: 'pass', label: '转交' },
        ],
      ]);
    });

    it('that change with their card are remembered as they stand now', async () => {
      await estateOn({ capabilities: { buttons: false } });
      const card = await put('', { content: { text: '未接单', choices } });
      await run();
      await put('', { replacesId: card, content: { text: '已接单', choices: [[{ id: 'done', label: '办结' }]] } });
      await run();
      expect(await shownIn()).toEqual([[{ say: '1', id: 'done', label: '办结' }]]);
    });

    it('that are buttons are not', async () => {
      await put('', { content: { text: '漏水', choices } });
      await run();
      expect(await shownIn()).toEqual([null]);
    });
  });

  describe('a QR code', () => {
    const says = 'https://login.example/key';
    const putCode = (more: Partial<Word> = {}) => put('', { content: { text: '请扫码', qr: says }, ...more });

    it('goes out as a picture beside the words, and is kept no longer', async () => {
      const id = await putCode();
      await run();
      const [message] = channel.taken;
      expect(message).toMatchObject({ text: '请扫码', files: [{ kind: 'photo', fileName: 'qr.png', ref: null }] });
      const bytes = await message?.files[0]?.bytes();
      expect(new TextDecoder().decode(bytes?.slice(1, 4))).toBe('PNG');
      expect((await rowOf(id)).content).toEqual({ text: '请扫码' });
    });

    it('leaves the words alone where no files can be sent', async () => {
      await estateOn({ capabilities: { files: false } });
      const id = await putCode();
      await run();
      expect(channel.taken).toMatchObject([{ text: '请扫码', files: [] }]);
      expect((await rowOf(id)).content).toEqual({ text: '请扫码' });
    });

    it('is kept while it is still to be said, and not when it was given up or came too late', async () => {
      const pending = await putCode({ notBefore: inMs(60_000) });
      const late = await putCode({ expiresAt: inMs(-1) });
      const failed = await putCode();
      channel.answers.push({ kind: 'unreachable', reason: '403' });
      await run();
      expect((await rowOf(pending)).content).toEqual({ text: '请扫码', qr: says });
      expect(await rowOf(late)).toMatchObject({ failure: 'expired', content: { text: '请扫码' } });
      expect(await rowOf(failed)).toMatchObject({ failure: 'unreachable', content: { text: '请扫码' } });
      expect((await rowOf(failed)).content).not.toHaveProperty('qr');
    });
  });

  describe('a card that changes', () => {
    it('is changed in place, and only its newest form is shown', async () => {
      const card = await put('未接单');
      await run();
      const outdated = await put('已接单', { replacesId: card });
      await put('已完成', { replacesId: card });
      await run();
      expect(channel.taken.map((message) => [message.text, message.editId])).toEqual([
        ['未接单', null],
        ['已完成', '1'],
      ]);
      expect(await rowOf(outdated)).toMatchObject({ state: 'dropped', failure: 'superseded' });
      expect(await db.sentMessage.findMany({ where: { conversationId: estate.residents.id } })).toMatchObject([
        { conversationId: estate.residents.id, externalId: '1', outboxId: card, part: 0 },
      ]);
    });

    it('is found through a chain of updates', async () => {
      const card = await put('未接单');
      const second = await put('已接单', { replacesId: card });
      await run();
      await put('已完成', { replacesId: second });
      await run();
      expect(channel.taken.map((message) => message.editId)).toEqual([null, '1', '1']);
    });

    describe('where it cannot be changed', () => {
      beforeEach(() => estateOn({ capabilities: { edits: false, buttons: false } }));
      const choices = [[{ id: 'take', label: '接单' }]];
      const update = (card: string, text: string, brief?: string) =>
        put('', { replacesId: card, content: { text, choices, ...(brief === undefined ? {} : { brief }) } });

      it('is told of in one line', async () => {
        const card = await put('', { content: { text: '未接单', choices } });
        await run();
        await update(card, '已接单', 'A2B3 王师傅接单');
        await run();
        expect(texts()).toEqual(['未接单\n\n1 接单', 'A2B3 王师傅接单']);
      });

      it('is silent when there is nothing to tell that was not said already', async () => {
        const card = await put('未接单');
        await run();
        const silent = await update(card, '已接单');
        expect(await run()).toEqual({ kind: 'empty' });
        expect(texts()).toEqual(['未接单']);
        expect(await rowOf(silent)).toMatchObject({ state: 'dropped', failure: 'nothing_new', settledAt: clock.now() });
        expect(await triesOf(silent)).toEqual([]);
      });

      it('tells of several changes in one message, and what has nothing to tell takes no other place', async () => {
        const card = await put('未接单');
        await run();
        const first = await update(card, '已接单', 'A2B3 王师傅接单');
        const second = await update(card, '已转交', 'A2B3 转给李工');
        const third = await update(card, '居民补充');
        const fourth = await update(card, '已承诺', 'A2B3 承诺今天 15:00');
        await run();
        expect(texts()).toEqual(['未接单', 'A2B3 王师傅接单\nA2B3 转给李工\nA2B3 承诺今天 15:00']);
        expect(await rowOf(first)).toMatchObject({ failure: 'superseded' });
        expect(await rowOf(second)).toMatchObject({ failure: 'superseded' });
        expect(await rowOf(fourth)).toMatchObject({ state: 'sent' });
        expect(await rowOf(third)).toMatchObject({ failure: 'nothing_new' });
      });

      it('is shown whole when the card itself never was', async () => {
        const card = await put('未接单');
        channel.answers.push({ kind: 'refused', reason: 'no' });
        await run();
        await update(card, '已接单', 'A2B3 王师傅接单');
        await run();
        expect(texts()).toEqual(['已接单\n\n1 接单']);
      });
    });

    it('is said anew when the message to change is gone', async () => {
      const card = await put('未接单');
      await run();
      const update = await put('已接单', { replacesId: card });
      channel.answers.push({ kind: 'refused', reason: '400: message to edit not found' });
      expect(await run()).toEqual({ kind: 'empty' });
      expect(channel.handed.map((message) => message.editId)).toEqual([null, '1', null]);
      expect(await triesOf(update)).toEqual(['refused', 'sent']);
      expect(await rowOf(update)).toMatchObject({ state: 'sent' });
    });

    it('is said by its update when the card itself was refused', async () => {
      const card = await put('未接单');
      channel.answers.push({ kind: 'refused', reason: '400' });
      await run();
      await put('已接单', { replacesId: card });
      await put('提醒');
      await run();
      await put('已完成', { replacesId: card });
      await run();
      expect(channel.taken.map((message) => [message.text, message.editId])).toEqual([
        ['已接单', null],
        ['提醒', null],
        ['已完成', '1'],
      ]);
    });
  });

  describe('photos', () => {
    async function photoIn(conversationId: string, channelRef: string): Promise<string> {
      words += 1;
      const message = await db.message.create({
        data: { conversationId, externalId: `photo-${words}`, sentAt: clock.now(), text: '', act: 'report' },
      });
      const { id } = await db.attachment.create({ data: { messageId: message.id, kind: 'photo', channelRef } });
      return id;
    }

    it('go out again by their reference on the account that they came by', async () => {
      const photo = await photoIn(estate.residents.id, 'ref-1');
      await put('看图', { conversationId: estate.staff.id, content: { text: '看图', attachmentIds: [photo] } });
      await run(estate.staff.id);
      expect(channel.taken[0]?.files).toMatchObject([{ kind: 'photo', ref: 'ref-1' }]);
    });

    it('are left out at once when they are refused, so that the words arrive', async () => {
      const photo = await photoIn(estate.residents.id, 'ref-1');
      channel.answers.push({ kind: 'refused', reason: "400: can't use file of type Document as Photo" });
      const id = await put('看图', { ticketId: estate.ticketId, content: { text: '看图', attachmentIds: [photo] } });
      expect(await run()).toEqual({ kind: 'empty' });
      expect(channel.handed.map((message) => message.files.length)).toEqual([1, 0]);
      expect(channel.taken).toMatchObject([{ text: '看图', files: [], sendKey: id }]);
      expect(await triesOf(id)).toEqual(['refused', 'sent']);
      expect(await rowOf(id)).toMatchObject({ state: 'sent', failure: null });
      expect(await db.ticketEvent.count({ where: { ticketId: estate.ticketId, type: 'delivery_failed' } })).toBe(0);
    });

    it('are left out of a card that is said anew, when they are refused there', async () => {
      const photo = await photoIn(estate.residents.id, 'ref-1');
      const content = { text: '已接单', attachmentIds: [photo] };
      const card = await put('未接单');
      await run();
      channel.answers.push({ kind: 'refused', reason: 'too old' }, { kind: 'refused', reason: 'no photos' });
      const update = await put('', { content, replacesId: card });
      await run();
      expect(channel.handed.map(({ editId, files }) => [editId, files.length])).toEqual([
        [null, 0],
        ['1', 1],
        [null, 1],
        [null, 0],
      ]);
      expect(await triesOf(update)).toEqual(['refused', 'refused', 'sent']);
    });

    it.each([
      { told: 'there are no words', text: '', kind: 'refused' as const },
      { told: 'it is the group that takes nothing', text: '看图', kind: 'not_a_member' as const },
    ])('fail visibly when $told', async ({ text, kind }) => {
      const photo = await photoIn(estate.residents.id, 'ref-1');
      channel.answers.push({ kind, reason: '400' });
      const id = await put(text, { ticketId: estate.ticketId, content: { text, attachmentIds: [photo] } });
      await run();
      expect(await triesOf(id)).toEqual([kind]);
      expect(await rowOf(id)).toMatchObject({ state: 'failed', failure: kind });
    });

    it('go out by their bytes on another account', async () => {
      const from = channel;
      const photo = await photoIn(estate.residents.id, 'ref-2');
      await estateOn();
      await put('看图', { content: { text: '看图', attachmentIds: [photo] } });
      await deliveryOver([from, channel]).runLane(estate.residents.id);
      const [file] = channel.taken[0]?.files ?? [];
      expect(file?.ref).toBeNull();
      expect(new TextDecoder().decode(await file?.bytes())).toBe('bytes of ref-2');
    });

    it('are waited for, and left out in the end, so that the words arrive', async () => {
      const photo = await photoIn(estate.residents.id, 'ref-3');
      await estateOn();
      const id = await put('看图', { content: { text: '看图', attachmentIds: [photo] } });
      for (const ms of [2_000, 4_000, 8_000]) {
        expect(await run()).toEqual({ kind: 'wait', until: inMs(ms) });
        clock.advance(ms);
      }
      expect(await run()).toEqual({ kind: 'empty' });
      expect(channel.taken).toMatchObject([{ text: '看图', files: [] }]);
      expect(await triesOf(id)).toEqual(['platform_down', 'platform_down', 'platform_down', 'sent']);
    });
  });

  it('fails visibly when what was recorded cannot be said at all', async () => {
    const id = await put('', { ticketId: estate.ticketId });
    await run();
    expect(channel.handed).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: 'failed', failure: 'refused' });
    expect(await db.ticketEvent.count({ where: { ticketId: estate.ticketId, type: 'delivery_failed' } })).toBe(1);
  });

  it('is free to say very many things', async () => {
    await estateOn({ pace: FREE_PACE });
    for (let index = 0; index < 120; index += 1)
      await put(`${index}`, { purpose: index === 119 ? 'answer' : 'notice' });
    expect(await run()).toEqual({ kind: 'empty' });
    expect(texts()).toEqual(['119', ...Array.from({ length: 119 }, (_, index) => `${index}`)]);
  });
});
