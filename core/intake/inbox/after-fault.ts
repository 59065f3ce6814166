/** Seconds to wait after the first, second, … fault; after the last one the event is given up and the staff are told. */
const pausesSeconds = [1, 3, 10, 30, 60];

/** What to do with an event whose handling failed for the `attempts`-th time (law 1: tried again). */
export function afterFault(attempts: number, now: Date): { kind: 'retry'; at: Date } | { kind: 'give_up' } {
  const pause = pausesSeconds[attempts - 1];
  if (pause === undefined) return { kind: 'give_up' };
  return { kind: 'retry', at: new Date(now.getTime() + pause * 1000) };
}
