import type { Purpose } from '../../../prisma/generated/enums.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { allowNow } from './allow.ts';

/**
 * Until when one word that nobody waits for is put off where it would be said, and why; null when it may be said now. Nobody is asked at
 * night, nor in a group that has heard enough of us today (P9a).
 */
export async function putOff(
  step: Step,
  community: CommunityInForce,
  { purpose, conversationId }: { purpose: Purpose; conversationId: string },
): Promise<{ at: Date; reason: 'quiet_hours' | 'budget' } | null> {
  const wish = { purpose, about: null, conversationIds: [conversationId] };
  const allowed = (await allowNow(step, community, wish)).get(conversationId);
  return allowed?.kind === 'later' ? { at: allowed.at, reason: allowed.reason } : null;
}
