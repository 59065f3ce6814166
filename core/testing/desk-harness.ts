import { pino } from 'pino';
import type { Audience, Role } from '../../prisma/generated/enums.ts';
import type { ChannelEvent, EventAttachment, EventSender } from '../channel/event.ts';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { createDesk, type Desk } from '../desk/desk.ts';
import type { LanguageModel } from '../intake/opinion/language-model.ts';
import type { Understand } from '../intake/understanding.ts';
import type { Bells } from '../outbox/bells.ts';
import { createDelivery } from '../outbox/delivery.ts';
import { enrolPerson } from '../people/enrol.ts';
import { foundEstate } from '../people/found-estate.ts';
import { reportUndelivered } from '../tickets/undelivered.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { borrowTestDatabase } from './borrowed-database.ts';
import type { TestDatabase } from './test-database.ts';

export interface Said {
  replyTo?: string;
  /** Text quoted by a platform without reply ids. */
  quote?: string;
  /** The bot was mentioned; in a direct chat always. */
  toBot?: boolean;
  photo?: boolean;
  album?: string;
  /** The platform's id; counted up when absent. */
  id?: string;
}

/**
 * A whole desk on a real database, with a fake clock and a fake channel: people speak, everything that the desk says is
 * delivered at once, and the bells of what is due later ring only when the test lets time pass.
 */
export interface DeskHarness {
  database: TestDatabase;
  clock: FakeClock;
  channel: FakeChannel;
  desk: Desk;
  communityId: string;
  /** Somebody says something in a group (`residents`, `staff`, `managers`, or a direct chat by the person's id). Returns the message's id. */
  say(who: string, where: string, text: string, said?: Said): Promise<string>;
  press(who: string, where: string, messageId: string, label: string): Promise<void>;
  event(event: ChannelEvent): Promise<void>;
  /** Delivers what waits in the outbox. */
  deliver(): Promise<void>;
  /** Lets time pass, ringing for every deadline on its way, in order, as it falls due. */
  pass(ms: number): Promise<void>;
  /** What the desk said in a group, in order. */
  heard(where: string): string[];
  /** The platform's id of the last message in a group whose text has these words. */
  find(where: string, words: string): string;
  sender(who: string): EventSender;
  close(): Promise<void>;
}

export const people: Record<string, { role: Role; flat: [string, string, string] | null }> = {
  李阿姨: { role: 'resident', flat: ['3', '2', '501'] },
  小陈: { role: 'resident', flat: ['5', '1', '1202'] },
  老王: { role: 'resident', flat: ['3', '2', '601'] },
  王姐: { role: 'customer_service', flat: null },
  李工: { role: 'maintenance', flat: null },
  周经理: { role: 'manager', flat: null },
  监督员: { role: 'supervisor', flat: null },
};

const groups: { externalId: string; title: string; audience: Audience }[] = [
  { externalId: 'residents', title: '居民群', audience: 'residents' },
  { externalId: 'staff', title: '客服群', audience: 'staff' },
  { externalId: 'managers', title: '经理群', audience: 'managers' },
];

export async function createDeskHarness(
  options: {
    startIso?: string;
    locale?: string;
    channel?: FakeChannel;
    /** Other accounts, on which groups may be linked, too. */
    besides?: FakeChannel[];
    understand?: Understand;
    /** Asked about doubtful messages; by default nobody is. */
    model?: LanguageModel;
    /** In [0, 1): for codes, and for which tickets are drawn to be asked after; by default none is drawn. */
    random?: () => number;
  } = {},
): Promise<DeskHarness> {
  const { startIso = '2026-11-23T10:00:00+08:00', locale = 'zh-CN' } = options;
  const random = options.random ?? (() => 0.2 + 0.8 * Math.random());
  const database = await borrowTestDatabase();
  const { db } = database;
  const clock = createFakeClock(startIso);
  const channel = options.channel ?? new FakeChannel();
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  // What is due at once is rung at once; for whatever is due later the test lets time pass.
  const atOnce: string[] = [];
  const bells: Bells = {
    lane: () => Promise.resolve(),
    deadlines: async (rings) => {
      atOnce.push(...rings.filter(({ dueAt }) => dueAt <= clock.now()).map(({ id }) => id));
      return true;
    },
  };
  const defaults = { locale, timeZone: 'Asia/Shanghai' };
  const desk = createDesk({
    db,
    clock,
    bells,
    log,
    defaults,
    random,
    databaseNow: () => Promise.resolve(clock.now()),
    ...(options.understand ? { understand: options.understand } : {}),
    ...(options.model ? { model: options.model } : {}),
  });
  const account = { channel: channel.name, account: channel.account };
  const estate = { name: '桂园小区', ...defaults, buildings: ['1', '2', '3', '4', '5'], ...account, groups };
  const communityId = await foundEstate(db, estate, clock.now());
  for (const [name, { role, flat }] of Object.entries(people)) {
    const [building = '', unit = '', room = ''] = flat ?? [];
    const home = flat ? { building, unit, room } : null;
    await enrolPerson(
      db,
      { communityId, channel: channel.name, externalId: name, name, role, flat: home },
      clock.now(),
    );
  }
  const delivery = createDelivery({
    db,
    clock,
    channels: new Map([channel, ...(options.besides ?? [])].map((one) => [`${one.name}:${one.account}`, one])),
    bells,
    log,
    onFailed: reportUndelivered,
  });
  const inbox = desk.inboxFor(channel);
  let lastId = 0;

  const nextId = (): string => String((lastId += 1));
  const sender = (who: string): EventSender => ({ externalId: who, name: who, isBot: false });
  const conversation = (where: string) => {
    const group = groups.find((one) => one.externalId === where);
    return { externalId: where, kind: group ? ('group' as const) : ('direct' as const), title: group?.title ?? where };
  };

  const deliver = async (): Promise<void> => {
    for (;;) {
      const due = await db.outboxMessage.findMany({
        where: { state: 'pending', OR: [{ notBefore: null }, { notBefore: { lte: clock.now() } }] },
        distinct: ['conversationId'],
        select: { conversationId: true },
      });
      const results = [];
      for (const { conversationId } of due) results.push(await delivery.runLane(conversationId));
      if (results.every(({ kind }) => kind === 'wait')) return;
    }
  };

  const ring = async (): Promise<void> => {
    for (let id = atOnce.shift(); id !== undefined; id = atOnce.shift()) await desk.due(id);
  };

  const event = async (one: ChannelEvent): Promise<void> => {
    await inbox.receive(one);
    await ring();
    await deliver();
  };

  const sentIn = (where: string) => channel.taken.filter(({ message }) => message.conversationId === where);

  return {
    database,
    clock,
    channel,
    desk,
    communityId,
    async say(who, where, text, { replyTo, quote, toBot, photo, album, id } = {}) {
      const messageId = id ?? `m${nextId()}`;
      const attachments: EventAttachment[] = photo
        ? [{ kind: 'photo', mimeType: 'image/jpeg', fileName: null, ref: `photo-${messageId}` }]
        : [];
      await event({
        type: 'message',
        key: `m:${messageId}`,
        conversation: conversation(where),
        at: clock.now().toISOString(),
        sender: sender(who),
        messageId,
        text,
        attachments,
        replyToId: replyTo ?? null,
        quotedText: quote ?? null,
        albumKey: album ?? null,
        toBot: toBot ?? conversation(where).kind === 'direct',
        forwarded: false,
      });
      return messageId;
    },
    async press(who, where, messageId, label) {
      const shown = sentIn(where).findLast(({ externalIds }) => externalIds.includes(messageId));
      const choice = shown?.message.choices.flat().find((one) => one.label === label);
      if (!choice) throw new Error(`no button ${label}; there are ${JSON.stringify(shown?.message.choices ?? null)}`);
      await event({
        type: 'button',
        key: `b:${nextId()}`,
        conversation: conversation(where),
        at: clock.now().toISOString(),
        sender: sender(who),
        messageId,
        choiceId: choice.id,
      });
    },
    event,
    deliver,
    async pass(ms) {
      const end = clock.now().getTime() + ms;
      for (;;) {
        const next = await db.deadline.findFirst({
          where: { settledAt: null, dueAt: { lte: new Date(end) } },
          orderBy: { dueAt: 'asc' },
        });
        if (!next) break;
        if (next.dueAt > clock.now()) clock.set(next.dueAt.toISOString());
        await desk.due(next.id);
        await deliver();
      }
      clock.set(new Date(end).toISOString());
      await deliver();
    },
    heard: (where) => sentIn(where).map(({ message }) => message.text),
    find(where, words) {
      const found = sentIn(where).findLast(({ message }) => message.text.includes(words));
      const [id] = found?.externalIds ?? [];
      if (id === undefined) {
        throw new Error(
          `nobody heard ${words} in ${where}; heard: ${JSON.stringify(sentIn(where).map((t) => t.message.text))}`,
        );
      }
      return id;
    },
    sender,
    close: () => database.drop(),
  };
}
