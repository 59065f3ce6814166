import type { Kind } from '../../intake/understanding.ts';
import { causeOf, reachOf, sourceOf, type Cause } from './causes.ts';

/** What is known of a ticket, as far as it tells what caused it. */
export interface Reported {
  kind: Kind;
  summary: string;
  /** Null where nobody said it, and the flat of whoever reported is not known either. */
  building: string | null;
  unit: string | null;
  openedAt: Date;
}

/**
 * Says which cause two reports have in common; null where they are two matters. What supplies many may fail over several buildings
 * at once. A lift, or a front door, is that of one stairwell: buildings must be known and agree, and so must stairwells where both are
 * known. A smell or a noise from two sources that are named is two. Exactly `withinMs` apart still counts.
 */
export function sameCause(a: Reported, b: Reported, withinMs: number): Cause | null {
  const cause = causeOf(a);
  if (cause === null || causeOf(b) !== cause) return null;
  if (Math.abs(a.openedAt.getTime() - b.openedAt.getTime()) > withinMs) return null;
  return couldBeOne(cause, a, b) ? cause : null;
}

function couldBeOne(cause: Cause, a: Reported, b: Reported): boolean {
  if (cause === 'smell' || cause === 'noise') return agree(sourceOf(a.summary), sourceOf(b.summary));
  if (reachOf(cause) === 'estate') return true;
  return a.building !== null && a.building === b.building && agree(a.unit, b.unit);
}

/** What one of them leaves open contradicts nothing. */
const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
