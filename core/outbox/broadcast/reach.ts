import type { CommunityInForce } from '../../people/communities.ts';
import type { Tx } from '../../database.ts';
import type { AudienceInput } from './audience.ts';

/** Whom an audience comes to now. */
export interface Reach {
  /** Groups, with their titles, in the order of their making. */
  groups: { id: string; title: string; channel: string; buildings: string[] }[];
  /** Persons who can be told directly, and those who cannot because no chat of theirs is known. */
  direct: number;
  unreachable: number;
  /** Households on record whose building is meant. */
  households: number;
  /** What was named and is not there: labels of buildings, tags. */
  unknown: string[];
}

/** Counts whom an audience comes to, for whoever is about to tell them. */
export async function reachOf(_tx: Tx, _community: CommunityInForce, _audience: AudienceInput): Promise<Reach> {
  throw new Error('not built yet');
}
