import { pino } from 'pino';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Capabilities } from '../channel/channel.ts';
import type { OutgoingContent } from '../channel/outgoing.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { noteFailureOnTicket } from './delivery-failed.ts';
import { createDelivery } from './delivery.ts';
import { say } from './say.ts';
import { createScriptedChannel, type ScriptedChannel } from './testing/scripted-channel.ts';
import { createSmallEstate, type SmallEstate } from './testing/small-estate.ts';

describe('words that are taken back, and polls', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  afterAll(() => database.drop());
  const clock = createFakeClock('2026-11-21T09:00:00+08:00');
  let accounts = 0;
  let words = 0;
  let estate: SmallEstate;
  let channel: ScriptedChannel;

  async function estateOn(capabilities: Partial<Capabilities>, parts = 1): Promise<void> {
    accounts += 1;
    const sentAs = () => Array.from({ length: parts }, (_, part) => `${channel.taken.length}.${part}`);
    channel = createScriptedChannel({ account: `account-${accounts}`, capabilities, sentAs });
    estate = await createSmallEstate(db, channel.name, channel.account);
  }
  beforeEach(() => estateOn({ recall: true, polls: true }));

  async function put(content: OutgoingContent, replacesId: string | null = null): Promise<string> {
    words += 1;
    const word = { conversationId: estate.residents.id, purpose: 'notice' as const, content, replacesId };
    return (await say({ tx: db, now: clock.now() }, { ...word, dedupeKey: `word-${words}` })).id;
  }
  const run = () =>
    createDelivery({
      db,
      clock,
      log: pino({ enabled: false }),
      onFailed: noteFailureOnTicket,
      channels: new Map([[`${channel.name}:${channel.account}`, channel]]),
      bells: { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) },
    }).runLane(estate.residents.id);
  const stateOf = async (id: string) => {
    const { state, failure } = await db.outboxMessage.findUniqueOrThrow({ where: { id } });
    return failure === null ? state : `${state}: ${failure}`;
  };
  const done = () => channel.taken.map(({ text, recallIds }) => (recallIds.length > 0 ? recallIds.join() : text));

  it('are gone, every message that they became, and nothing is said instead', async () => {
    await estateOn({ recall: true }, 3);
    const notice = await put({ text: '今晚停水' });
    await run();
    const recall = await put({ text: '停水通知已撤回', recall: true }, notice);
    await run();
    expect(done()).toEqual(['今晚停水', '1.2,1.1,1.0']);
    expect(await stateOf(recall)).toBe('sent');
  });

  it('are gone with what was said anew in their place', async () => {
    await estateOn({ recall: true, edits: false });
    const notice = await put({ text: '今晚停水' });
    await run();
    await put({ text: '改为明晚停水', brief: '改为明晚停水' }, notice);
    await run();
    await put({ text: '', recall: true }, notice);
    await run();
    expect(done()).toEqual(['今晚停水', '改为明晚停水', '1.0,2.0']);
  });

  it.each([
    { told: 'is said to hold no more where nothing can be taken back', can: false, text: '停水通知已撤回', said: true },
    { told: 'is left as it is there, when there is nothing to say', can: false, text: '', said: false },
  ])('what was said $told', async ({ can, text, said }) => {
    await estateOn({ recall: can });
    const notice = await put({ text: '今晚停水' });
    await run();
    const recall = await put({ text, recall: true }, notice);
    await run();
    expect(channel.handed.every(({ recallIds }) => recallIds.length === 0)).toBe(true);
    expect(done()).toEqual(said ? ['今晚停水', text] : ['今晚停水']);
    expect(await stateOf(recall)).toBe(said ? 'sent' : 'dropped: nothing_new');
  });

  it('are said to hold no more when it is too late to take them back', async () => {
    const notice = await put({ text: '今晚停水' });
    await run();
    channel.answers.push({ kind: 'refused', reason: 'too late' });
    const recall = await put({ text: '停水通知已撤回', recall: true }, notice);
    await run();
    expect(done()).toEqual(['今晚停水', '停水通知已撤回']);
    expect(await stateOf(recall)).toBe('sent');
  });

  it('are reported when it is too late, and nothing can be said instead', async () => {
    const notice = await put({ text: '今晚停水' });
    await run();
    channel.answers.push({ kind: 'refused', reason: 'too late' });
    const recall = await put({ text: '', recall: true }, notice);
    await run();
    expect(await stateOf(recall)).toBe('failed: refused');
  });

  it('are not taken back where they were never said', async () => {
    channel.answers.push({ kind: 'refused', reason: 'no' });
    const notice = await put({ text: '今晚停水' });
    await run();
    const recall = await put({ text: '停水通知已撤回', recall: true }, notice);
    await run();
    expect(done()).toEqual([]);
    expect(await stateOf(recall)).toBe('dropped: nothing_new');
  });

  const poll = { question: '办哪个？', options: ['粽子', '电影'], several: false };
  const choices = [[{ id: 'x', label: '粽子' }], [{ id: 'y', label: '电影' }]];

  it('are asked as a poll, with the choices for a platform that turns it away', async () => {
    const asked = await put({ text: '活动。\n\n办哪个？', choices, poll });
    await run();
    expect(channel.taken).toMatchObject([{ poll, choices }]);
    expect(await stateOf(asked)).toBe('sent');
  });

  it('are asked in words where the platform turns the poll away, or has none', async () => {
    channel.answers.push({ kind: 'refused', reason: 'not enough rights to send polls to the chat' });
    await put({ text: '活动。\n\n办哪个？', choices, poll });
    await run();
    expect(channel.handed.map((message) => message.poll)).toEqual([poll, null]);
    expect(channel.taken).toMatchObject([{ text: '活动。\n\n办哪个？', choices }]);
    await estateOn({ polls: false, buttons: false });
    await put({ text: '活动。\n\n办哪个？', choices, poll });
    await run();
    expect(channel.handed).toMatchObject([{ poll: null, text: '活动。\n\n办哪个？\n\n1 粽子\n2 电影' }]);
  });
});
