import { handleCapacity, handleDeputy, handleGrid } from './duty/grid.ts';
import { handleLeave } from './duty/leave.ts';
import { handleDuty } from './duty/roster.ts';
import { handleSwap } from './duty/swap.ts';
import type { Scene } from './scene.ts';
import type { DeskVerb } from './verb.ts';

export type DutyVerb = Extract<DeskVerb, 'duty' | 'swap' | 'leave' | 'grid' | 'deputy' | 'capacity'>;

const handlers: Record<DutyVerb, (scene: Scene, rest: string) => Promise<void>> = {
  duty: handleDuty,
  swap: handleSwap,
  leave: handleLeave,
  grid: handleGrid,
  deputy: handleDeputy,
  capacity: handleCapacity,
};

/** Who is on duty, in charge of what, and away. */
export const handleDutyVerb = (scene: Scene, verb: DutyVerb, rest: string): Promise<void> =>
  handlers[verb](scene, rest);
