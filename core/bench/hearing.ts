import { setTimeout as pause } from 'node:timers/promises';
import type { Inbox } from '../channel/channel.ts';
import type { FakeClock } from '../testing/fake-clock.ts';
import type { Said, Talk } from './talk.ts';

/** How far apart messages of the estate are for the desk, however fast they are pushed: what is due depends on it. */
const betweenMessagesMs = 5_000;

export interface Hearing {
  inbox: Inbox;
  clock: FakeClock;
  talks: readonly Talk[];
}

/** Groups at the same time, the messages of one group after each other. Returns the milliseconds it took. */
export async function hearAtFullSpeed({ inbox, clock, talks }: Hearing, perGroup: number): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(
    talks.map(async (talk) => {
      for (let said = 0; said < perGroup; said += 1) {
        clock.advance(betweenMessagesMs);
        await inbox.receive(talk.next(clock.now()));
      }
    }),
  );
  return performance.now() - startedAt;
}

/**
 * Messages come at a fixed pace, from one group after the other. Returns for each the milliseconds from when it was due to
 * its commit: a message that had to wait for the one before it has waited.
 */
export async function hearAtPace(
  { inbox, clock, talks }: Hearing,
  count: number,
  perSecond: number,
): Promise<number[]> {
  const startedAt = performance.now();
  const lanes = talks.map(() => Promise.resolve());
  const latencies: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const dueAt = startedAt + (index * 1000) / perSecond;
    const waitMs = dueAt - performance.now();
    if (waitMs > 0) await pause(waitMs);
    const lane = index % talks.length;
    const talk = talks[lane];
    if (!talk) break;
    clock.advance(betweenMessagesMs);
    const said = talk.next(clock.now());
    lanes[lane] = hearAfter(lanes[lane] ?? Promise.resolve(), said, dueAt);
  }
  await Promise.all(lanes);
  return latencies;

  async function hearAfter(before: Promise<void>, said: Said, dueAt: number): Promise<void> {
    await before;
    await inbox.receive(said);
    latencies.push(performance.now() - dueAt);
  }
}

/** How many messages that are nothing for the office are heard, one after the other. */
export async function hearChatter({ inbox, clock, talks }: Hearing, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const talk = talks[index % talks.length];
    clock.advance(betweenMessagesMs);
    if (talk) await inbox.receive(talk.chatter(clock.now()));
  }
}
