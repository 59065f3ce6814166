import type { FakeClock } from '../../testing/fake-clock.ts';
import { BELL_HORIZON_MS } from '../bells.ts';
import type { Bells } from '../bells.ts';
import type { Delivery } from '../delivery.ts';

/** What happens at an instant of simulated time. */
interface Ring {
  at: number;
  order: number;
  conversationId: string | null;
  happen: () => Promise<void>;
}

export interface SimulatedBells {
  bells: Bells;
  /** Something that happens then, besides the bells. */
  at(instant: Date, happen: () => Promise<void>): void;
  /** Lets everything happen in its order, with the clock at its instant, until `end`. Returns how many lanes were run. */
  runUntil(end: Date, delivery: Delivery): Promise<number>;
}

const BUSY_PAUSE_MS = 500;

/**
 * Bells for a simulated day: one worker that takes one lane after the other, as rung, and rings again as the result of a run
 * says. A lane that is rung twice for one instant is run once. What lies beyond the bells' horizon is left to a sweep.
 */
export function createSimulatedBells(clock: FakeClock): SimulatedBells {
  const rings: Ring[] = [];
  let orders = 0;

  const put = (at: number, conversationId: string | null, happen: () => Promise<void>): void => {
    if (conversationId !== null && rings.some((ring) => ring.conversationId === conversationId && ring.at === at))
      return;
    orders += 1;
    rings.push({ at, order: orders, conversationId, happen });
    rings.sort((a, b) => a.at - b.at || a.order - b.order);
  };
  let run: (conversationId: string) => Promise<void> = () => Promise.resolve();
  const ring = (conversationId: string, at: number): void => {
    if (at - clock.now().getTime() <= BELL_HORIZON_MS) put(at, conversationId, () => run(conversationId));
  };
  const ringNow = (conversationId: string): void => ring(conversationId, clock.now().getTime());

  return {
    bells: {
      lane: (conversationId) => Promise.resolve(ringNow(conversationId)),
      deadlines: () => Promise.resolve(true),
    },
    at: (instant, happen) => put(instant.getTime(), null, happen),
    async runUntil(end, delivery) {
      let runs = 0;
      run = async (conversationId) => {
        runs += 1;
        const result = await delivery.runLane(conversationId, { atMost: 1 });
        if (result.kind === 'more') ringNow(conversationId);
        if (result.kind === 'wait') ring(conversationId, result.until.getTime());
        if (result.kind === 'busy') ring(conversationId, clock.now().getTime() + BUSY_PAUSE_MS);
      };
      for (let next = rings[0]; next && next.at <= end.getTime(); next = rings[0]) {
        rings.shift();
        // Sending takes time, so that what was set for meanwhile happens late.
        if (next.at > clock.now().getTime()) clock.set(new Date(next.at).toISOString());
        await next.happen();
      }
      return runs;
    },
  };
}
