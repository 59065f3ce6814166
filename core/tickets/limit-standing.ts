/** What is needed of a limit to say how it stands. */
export interface RunningLimit {
  dueAt: Date;
  /** When a person met it; null while nobody has. */
  metAt: Date | null;
}

export type LimitStanding =
  | { kind: 'met' }
  | { kind: 'running'; leftMs: number }
  /** `lateMs` grows until the limit is met, and then stays. */
  | { kind: 'breached'; lateMs: number };

/**
 * How a limit stands at `now` (P5). The very instant it is due still counts as in time, whether for an answer given then
 * or for one still awaited. Only what a person says to the resident meets a limit; a receipt by the desk does not.
 */
export function limitStanding(limit: RunningLimit, now: Date): LimitStanding {
  const endedAt = limit.metAt ?? now;
  const leftMs = limit.dueAt.getTime() - endedAt.getTime();
  if (leftMs < 0) return { kind: 'breached', lateMs: -leftMs };
  return limit.metAt ? { kind: 'met' } : { kind: 'running', leftMs };
}
