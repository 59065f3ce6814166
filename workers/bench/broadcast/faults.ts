import { createDice } from '../../../core/dice.ts';

/** What a platform does with a message instead of taking it. */
export type Fault = '429' | '5xx' | '403' | 'timeout' | 'migration';

/** Of ten thousand messages so many meet it. */
const shares: Record<Fault, number> = { '429': 50, '5xx': 50, '403': 30, migration: 30, timeout: 10 };

/** Throws the same faults for the same seed. Nobody is thrown out of a chat of two. */
export function createFaults(seed: number): (kind: 'group' | 'direct') => Fault | null {
  const random = createDice(seed);
  return (kind) => {
    let thrown = random() * 10_000;
    for (const fault of Object.keys(shares) as Fault[]) {
      thrown -= shares[fault];
      if (thrown < 0) return kind === 'direct' && (fault === '403' || fault === 'migration') ? null : fault;
    }
    return null;
  };
}
