import type { Clock } from '../clock.ts';

export interface FakeClock extends Clock {
  /** Lets this many milliseconds pass. */
  advance(ms: number): void;
  /** Goes to an instant, forwards or back. */
  set(iso: string): void;
}

/**
 * A clock that stands still until it is told otherwise.
 * @param startIso with its zone: `2026-11-21T09:00:00+08:00`
 */
export function createFakeClock(startIso: string): FakeClock {
  let now = instant(startIso);
  return {
    now: () => new Date(now),
    advance(ms) {
      now += ms;
    },
    set(iso) {
      now = instant(iso);
    },
  };
}

function instant(iso: string): number {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${iso}`);
  return ms;
}
