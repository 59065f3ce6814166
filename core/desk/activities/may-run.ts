import { audit } from '../../people/audit.ts';
import { isManager } from '../../people/roles.ts';
import type { Scene } from '../scene.ts';

type Who = Pick<Scene, 'step' | 'community' | 'speaker'>;

/** Activities are made by managers and by customer service. */
export const runsActivities = ({ speaker }: Pick<Scene, 'speaker'>): boolean =>
  isManager(speaker?.roles ?? []) || (speaker?.roles.includes('customer_service') ?? false);

/** Whether they may; others are refused quietly, and it is logged. */
export async function runsOrRefused(who: Who): Promise<boolean> {
  if (runsActivities(who)) return true;
  const { step, community, speaker } = who;
  const entry = { communityId: community.id, actorId: speaker?.personId ?? null };
  await audit(step.tx, { ...entry, action: 'refuse_command', subject: 'activity' });
  return false;
}
