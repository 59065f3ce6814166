/** What a platform does with a message instead of taking it. */
export type Fault = '429' | '5xx' | '403' | 'timeout' | 'migration';

/** Of ten thousand messages so many meet it. */
const shares: Record<Fault, number> = { '429': 50, '5xx': 50, '403': 30, migration: 30, timeout: 10 };

/** Throws the same faults for the same seed (mulberry32). Nobody is thrown out of a chat of two. */
export function createDice(seed: number): (kind: 'group' | 'direct') => Fault | null {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return (kind) => {
    let thrown = random() * 10_000;
    for (const fault of Object.keys(shares) as Fault[]) {
      thrown -= shares[fault];
      if (thrown < 0) return kind === 'direct' && (fault === '403' || fault === 'migration') ? null : fault;
    }
    return null;
  };
}
