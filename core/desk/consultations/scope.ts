import { mayApprove } from '../../policy/versions/approvers.ts';
import { audit } from '../../people/audit.ts';
import type { Choosing, Scene } from '../scene.ts';

/** Managers, and the committee, which is heard on major matters, put something before the residents. */
export const maySet = ({ speaker }: Pick<Scene, 'speaker'>): boolean => mayApprove(speaker?.roles ?? []);

/** Refused quietly, and logged. */
export function refuse({ step, community, speaker }: Pick<Scene, 'step' | 'community' | 'speaker'>): Promise<void> {
  const entry = { communityId: community.id, actorId: speaker?.personId ?? null };
  return audit(step.tx, { ...entry, action: 'refuse_command', subject: 'consultation' });
}

/** Where somebody acts on a consultation: by a message of theirs, or by a press. */
export type Voting = Pick<Choosing, 'step' | 'community' | 'conversation' | 'message' | 'speaker' | 'inWords'>;

/** Null where nobody known speaks. */
export function votingOf({ step, community, conversation, message, speaker }: Scene): Voting | null {
  return speaker && { step, community, conversation, message, speaker, inWords: true };
}
