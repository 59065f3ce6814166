import type { HealthKind } from '../../prisma/generated/enums.ts';

/** `unknown`: it cannot be told now, so that nothing begins and nothing ends. */
export type Verdict = 'ill' | 'well' | 'unknown';

/** What is known of a group's talk. */
export interface Talk {
  /** Somebody said something in the stretch that is looked at, which ends now. */
  spoke: boolean;
  /** How many messages came in the same hours of each of the weeks before; empty when that was not looked up. */
  before: readonly number[];
  /** We may not have heard what was said: our account was away for a part of it. */
  wasAway: boolean;
  isNight: boolean;
}

/**
 * Whether a group is silent that never was (P10b): in the same hours of each of the past weeks somebody spoke, on average at
 * least `silentFrom` messages came, and now none. Nights, groups that are new or speak now and then, and times in which our own
 * account was away tell nothing. One message ends it.
 */
export function silence({ spoke, before, wasAway, isNight }: Talk, silentFrom: number): Verdict {
  if (spoke) return 'well';
  if (isNight || wasAway || before.length === 0 || before.includes(0)) return 'unknown';
  return usualTalk(before) >= silentFrom ? 'ill' : 'unknown';
}

/** How many messages are usual, on average. */
export const usualTalk = (before: readonly number[]): number =>
  before.length === 0 ? 0 : before.reduce((sum, count) => sum + count, 0) / before.length;

/** So few messages tell nothing about a clock. */
const ENOUGH_MESSAGES = 5;

/**
 * By how much a platform's clock is ahead of ours, in milliseconds: the median of when messages were sent by its clock less when
 * they were recorded by ours. Null with too few messages. That it is behind cannot be told apart from messages that come late.
 */
export function aheadMs(offsetsMs: readonly number[]): number | null {
  if (offsetsMs.length < ENOUGH_MESSAGES) return null;
  const sorted = offsetsMs.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Exactly as much as is allowed is well. */
export function isBeyond(ms: number | null, allowedMs: number): Verdict {
  if (ms === null) return 'unknown';
  return ms > allowedMs ? 'ill' : 'well';
}

/** So many deliveries that failed one after the other are no accident. */
export const FAILING_FROM = 3;

/** Why a group cannot be reached; null when it can. */
export function unreachableWhy(group: {
  state: 'active' | 'left' | 'unreachable';
  /** Deliveries that failed lately, and since when nothing was delivered. */
  failed: number;
}): 'left' | 'refused' | 'failing' | null {
  if (group.state === 'left') return 'left';
  if (group.state === 'unreachable') return 'refused';
  return group.failed >= FAILING_FROM ? 'failing' : null;
}

/** What is often over in a moment is told only when it is still so at the next look. */
const flaps: ReadonlySet<HealthKind> = new Set(['clock_skew', 'queue_lag']);
/** What holds up emergencies, too, is told at any hour. */
const wakes: ReadonlySet<HealthKind> = new Set(['queue_lag']);
/** What somebody else tells: an outage of an account is told by core/accounts, as soon as it is known. */
const toldElsewhere: ReadonlySet<HealthKind> = new Set(['account_down']);

/** A finding as it stands on record. */
export interface KnownFinding {
  untilAt: Date | null;
  toldAt: Date | null;
  endToldAt: Date | null;
}

/** What is to be done about a finding; several may be. */
export interface Change {
  begins: boolean;
  tells: boolean;
  ends: boolean;
  tellsEnd: boolean;
}

/**
 * What becomes of a finding at a look: it begins, is told once, ends, and its end is told once, to those who heard of it. What is
 * not urgent waits until the night is over; what is over by then was never told.
 * @param known the one on record that is open, or whose end is yet to be told; null: none
 */
export function changeOf(kind: HealthKind, known: KnownFinding | null, verdict: Verdict, isNight: boolean): Change {
  const isOpen = known !== null && known.untilAt === null;
  const maySay = !toldElsewhere.has(kind) && (!isNight || wakes.has(kind));
  const begins = !isOpen && verdict === 'ill';
  const isDue = begins ? !flaps.has(kind) : isOpen && known.toldAt === null && verdict === 'ill';
  const ends = isOpen && verdict === 'well';
  const isOver = ends || (known !== null && known.untilAt !== null);
  const owesEnd = known !== null && known.toldAt !== null && known.endToldAt === null;
  return { begins, tells: isDue && maySay, ends, tellsEnd: !begins && isOver && owesEnd && maySay };
}
