import { expect, it } from 'vitest';
import { SlidingWindow } from './sliding-window.ts';

it.each([
  { told: 'evenly spaced', arrivals: [0, 500, 1_000, 1_500], room: [true, true, true, true] },
  { told: 'one at the very end of the window', arrivals: [0, 10, 1_000], room: [true, true, true] },
  { told: 'one a moment too early', arrivals: [0, 10, 999, 1_010], room: [true, true, false, true] },
  { told: 'a burst, of which all count', arrivals: [0, 0, 0, 900, 1_000], room: [true, true, false, false, true] },
])('two in a second: $told', ({ arrivals, room }) => {
  const window = new SlidingWindow(2, 1_000);
  expect(arrivals.map((at) => window.arrive(at))).toEqual(room);
});
