import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { createAccountWatch } from './watch.ts';

const minutes = 60_000;

describe('an account did not hear for a while', () => {
  let desk: DeskHarness;
  const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
  const noted = () =>
    desk.database.db.ticketEvent.findMany({
      where: { type: 'may_be_missing' },
      select: { ticketId: true, data: true },
    });
  const gap = async (ms: number, complete: boolean) => {
    const { name: channel, account } = desk.channel;
    const log = pino({ level: 'silent' });
    const watch = createAccountWatch({ db: desk.database.db, clock: desk.clock, bells, log }, { channel, account });
    const from = desk.clock.now();
    const until = new Date(from.getTime() + ms);
    desk.clock.set(until.toISOString());
    await watch.tell({ type: 'gap', from, until, fetched: 0, complete });
    await watch.tell({ type: 'gap', from, until, fetched: 0, complete });
    await desk.deliver();
  };

  beforeEach(async () => {
    desk = await createDeskHarness();
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了，请派人来修');
  });
  afterEach(() => desk.close());

  it('an open ticket says so, once, on its card and in its history', async () => {
    await gap(20 * minutes, false);
    expect(await noted()).toHaveLength(1);
    expect(desk.heard('staff').findLast((text) => text.includes('电梯'))).toContain(
      '今天 10:00 到 今天 10:20 的消息可能有遗漏',
    );
  });

  it.each([
    { told: 'everything was fetched', ms: 20 * minutes, complete: true, notes: 0 },
    { told: 'it was a moment', ms: minutes - 1, complete: false, notes: 0 },
    { told: 'a minute', ms: minutes, complete: false, notes: 1 },
  ])('$told: $notes', async ({ ms, complete, notes }) => {
    await gap(ms, complete);
    expect(await noted()).toHaveLength(notes);
  });

  it.each([
    { told: 'within the hour', after: 60 * minutes - 1, notes: 2 },
    { told: 'an hour later', after: 60 * minutes, notes: 1 },
  ])('a ticket that is opened $told: $notes', async ({ after, notes }) => {
    await gap(20 * minutes, false);
    desk.clock.advance(after);
    await desk.say('小陈', 'residents', '5栋1单元门禁坏了，进不去门，请来修');
    expect(await desk.database.db.ticket.count()).toBe(2);
    expect(await noted()).toHaveLength(notes);
  });
});
