import type { Clock } from '../../clock.ts';

/** After so many failures on end a server is left alone for so long; after that one try decides. */
const FAILURES = 3;
const REST_MS = 5 * 60_000;

/** Keeps a server that is down from costing everybody the time that it takes to find that out. */
export interface Circuit {
  isResting(): boolean;
  note(answered: boolean): void;
}

export function createCircuit(clock: Clock): Circuit {
  let failures = 0;
  let restsUntil = 0;
  return {
    isResting: () => clock.now().getTime() < restsUntil,
    note(answered) {
      failures = answered ? 0 : failures + 1;
      if (failures >= FAILURES) restsUntil = clock.now().getTime() + REST_MS;
    },
  };
}
