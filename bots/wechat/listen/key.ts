import { createHash } from 'node:crypto';

/** A later moment than this in seconds is beyond any message; a smaller number of milliseconds is in 2001. */
const FIRST_MS = 1e12;

/** A clock may be wrong by this much; what is later still is no time. */
const DAY_MS = 86_400_000;

/**
 * The platform's time of something. Puppets give it in seconds or in milliseconds; where they give none, or one that is more
 * than a day ahead, it is when it was heard.
 */
export function timeOf(timestamp: number | undefined, heardAt: Date): Date {
  if (timestamp === undefined || !Number.isFinite(timestamp) || timestamp <= 0) return heardAt;
  const at = new Date(timestamp > FIRST_MS ? timestamp : timestamp * 1_000);
  return at.getTime() <= heardAt.getTime() + DAY_MS ? at : heardAt;
}

/** What happens in a group besides messages, in the first letter of its key. */
export type KeyKind = 'join' | 'leave' | 'topic' | 'bot_added' | 'bot_removed';

/**
 * The key of something that puppets give no id: what it is, when it was, and whom or what it concerns, in whatever order they
 * are told.
 */
export function keyOf(kind: KeyKind, timestamp: number | undefined, about: readonly string[]): string {
  const digest = createHash('sha256').update(about.toSorted().join('\n')).digest('base64url').slice(0, 16);
  return `${kind}:${timestamp ?? 0}:${digest}`;
}

/** A text that PostgreSQL can keep: without NUL and without halves of characters, which some puppets deliver. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
