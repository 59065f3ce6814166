import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { spacingOf } from './account-pace.ts';
import { AccountPlaces } from './account-places.ts';

const clock = { now: () => new Date() };
const spacingMs = spacingOf({ count: 30, windowMs: 1_000 });

/** One line in a database that answers after a moment, as processes on one machine see it. */
function createLine(answerMs: () => number) {
  let nextAt = 0;
  const booked: { from: number; ms: number }[] = [];
  return {
    booked,
    async book(from: Date, ms: number): Promise<{ endsAt: Date }> {
      booked.push({ from: from.getTime(), ms });
      nextAt = Math.max(nextAt, from.getTime()) + ms;
      const endsAt = new Date(nextAt);
      await new Promise((resolve) => setTimeout(resolve, answerMs()));
      return { endsAt };
    },
  };
}

const placesOn = (line: ReturnType<typeof createLine>) =>
  new AccountPlaces({ clock, spacingMs, book: (from, ms) => line.book(from, ms) });

/** The most that were sent in any stretch of so long. */
const mostWithin = (sentAt: readonly number[], windowMs: number): number =>
  Math.max(...sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + windowMs).length));

describe('the places of an account', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Lanes that have something to say again and again, until the end. */
  async function busy(places: AccountPlaces, sentAt: number[], { lanes, until }: { lanes: number; until: number }) {
    const lane = async (): Promise<void> => {
      while (Date.now() < until) {
        const place = await places.take({ priority: 60, messages: 1 });
        if (place.kind === 'go') sentAt.push(Date.now());
        else await new Promise((resolve) => setTimeout(resolve, place.until.getTime() - Date.now()));
        // The platform answers.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  it.each([
    { told: 'one process', processes: 1 },
    { told: 'three processes', processes: 3 },
    { told: 'twelve processes', processes: 12 },
  ])('are nearly all used by $told, and no second has more than thirty', async ({ processes }) => {
    const line = createLine(() => 4);
    const sentAt: number[] = [];
    const until = Date.now() + 20_000;
    const all = Array.from({ length: processes }, () => busy(placesOn(line), sentAt, { lanes: 6, until }));
    await vi.advanceTimersByTimeAsync(25_000);
    await Promise.all(all);
    const within = sentAt.filter((at) => at < until);
    expect(mostWithin(within, 1_000)).toBeLessThanOrEqual(30);
    expect(within.length / 20 / 30).toBeGreaterThanOrEqual(0.95);
  });

  it('are lost, and not made up for, when the database is slow; no second has more than thirty', async () => {
    let count = 0;
    const line = createLine(() => ((count += 1) % 7 === 0 ? 120 : 4));
    const sentAt: number[] = [];
    const until = Date.now() + 20_000;
    const all = [1, 2, 3].map(() => busy(placesOn(line), sentAt, { lanes: 6, until }));
    await vi.advanceTimersByTimeAsync(25_000);
    await Promise.all(all);
    expect(mostWithin(sentAt, 1_000)).toBeLessThanOrEqual(30);
    expect(sentAt.length).toBeGreaterThan(20 * 15);
  });

  it('cost an account that was silent nothing', async () => {
    const places = placesOn(createLine(() => 0));
    const began = Date.now();
    const taken = places.take({ priority: 60, messages: 1 });
    await vi.advanceTimersByTimeAsync(2);
    expect(await taken).toEqual({ kind: 'go' });
    expect(Date.now() - began).toBeLessThan(5);
  });

  it('are found for an account that was silent although the database is always slow', async () => {
    const places = placesOn(createLine(() => 90));
    const taken = places.take({ priority: 60, messages: 1 });
    await vi.advanceTimersByTimeAsync(400);
    expect(await taken).toEqual({ kind: 'go' });
  });

  it('go to an answer first, whoever came before it', async () => {
    const places = placesOn(createLine(() => 1));
    const order: string[] = [];
    const take = async (what: string, priority: number): Promise<void> => {
      await places.take({ priority, messages: 1 });
      order.push(what);
    };
    const all = [take('notice 1', 60), take('notice 2', 60), take('notice 3', 60), take('answer', 10)];
    await vi.advanceTimersByTimeAsync(1_000);
    await Promise.all(all);
    // The first place was booked already, and goes to whoever is first when it comes.
    expect(order).toEqual(['answer', 'notice 1', 'notice 2', 'notice 3']);
  });

  it('are free before and behind a word of several messages, so that no second has more than thirty', async () => {
    const line = createLine(() => 1);
    const sentAt: number[] = [];
    const places = placesOn(line);
    const until = Date.now() + 5_000;
    const notices = busy(places, sentAt, { lanes: 6, until });
    const album = (async () => {
      await places.take({ priority: 10, messages: 8 });
      sentAt.push(...Array.from({ length: 8 }, () => Date.now()));
    })();
    await vi.advanceTimersByTimeAsync(8_000);
    await Promise.all([notices, album]);
    expect(mostWithin(sentAt, 1_000)).toBeLessThanOrEqual(30);
  });

  it('are not waited for by what nobody waits for, when very many are before it', async () => {
    const places = placesOn(createLine(() => 1));
    const waiting = Array.from({ length: 80 }, () => places.take({ priority: 10, messages: 1 }));
    const put = await places.take({ priority: 60, messages: 1 });
    expect(put).toMatchObject({ kind: 'wait' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await Promise.all(waiting)).every(({ kind }) => kind === 'go')).toBe(true);
  });

  it('are waited for elsewhere, by answers, too, while the account has to rest', async () => {
    const line = createLine(() => 1);
    await Promise.all([line.book(new Date(Date.now() + 60_000), 0), vi.advanceTimersByTimeAsync(1)]);
    const places = placesOn(line);
    const restsUntil = Date.now() + 59_000;
    const taken = [10, 60, 10].map((priority) => places.take({ priority, messages: 1 }));
    await vi.advanceTimersByTimeAsync(10);
    for (const place of await Promise.all(taken)) {
      expect(place.kind).toBe('wait');
      expect(place.kind === 'wait' && place.until.getTime()).toBeGreaterThanOrEqual(restsUntil);
    }
    // Known by now: nothing more is booked for who asks meanwhile.
    const booked = line.booked.length;
    expect(await places.take({ priority: 10, messages: 1 })).toMatchObject({ kind: 'wait' });
    expect(line.booked).toHaveLength(booked);
    await vi.advanceTimersByTimeAsync(61_000);
    const again = places.take({ priority: 10, messages: 1 });
    await vi.advanceTimersByTimeAsync(100);
    expect(await again).toEqual({ kind: 'go' });
  });

  it('that cannot be booked fail those who wait, and only those', async () => {
    let isAway = true;
    const line = createLine(() => 1);
    const places = new AccountPlaces({
      clock,
      spacingMs,
      book: (from, ms) => (isAway ? Promise.reject(new Error('no database')) : line.book(from, ms)),
    });
    await expect(places.take({ priority: 10, messages: 1 })).rejects.toThrow('no database');
    isAway = false;
    const taken = places.take({ priority: 10, messages: 1 });
    await vi.advanceTimersByTimeAsync(100);
    expect(await taken).toEqual({ kind: 'go' });
  });
});
