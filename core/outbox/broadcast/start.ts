import type { Purpose } from '../../../prisma/generated/enums.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import type { About } from '../say.ts';
import type { AudienceInput } from './audience.ts';
import type { Contents } from './contents.ts';

/** One content for many conversations. */
export interface BroadcastPlan {
  about: About;
  /** What of the subject is told; the same occasion is told once, however often it is asked for. */
  occasion: string;
  purpose: Purpose;
  /** At least the community's language. */
  contents: Contents;
  /** Who; left out for a change, which goes where the broadcast that it changes went. */
  audience?: AudienceInput;
  /** An earlier broadcast of this subject (its occasion) whose words are changed in place, or taken back (`recall`). */
  changes?: string;
  /** It passes quiet hours and budget (P9a). */
  urgent?: boolean;
  /** Not before; by default now. */
  startAt?: Date;
  expiresAt?: Date | null;
  createdById: string | null;
}

/**
 * Puts a broadcast on record, with everybody whom it is for, and has it begin at its time (P8a). Returns its id and how many it is for;
 * of an occasion that is on record already, what is on record.
 */
export async function startBroadcast(
  _step: Step,
  _community: CommunityInForce,
  _plan: BroadcastPlan,
): Promise<{ id: string; targets: number; isNew: boolean }> {
  throw new Error('not built yet');
}

/** Nothing more of it is put into the outbox, and what waits there is dropped. Returns how many had been told already. */
export async function stopBroadcast(_step: Step, _about: About, _occasion: string): Promise<number> {
  throw new Error('not built yet');
}
