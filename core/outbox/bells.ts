/**
 * A bell says "look at this row now" and carries nothing else (law 2). Ringing twice, or for nothing, is harmless; a
 * lost ring is made good by the sweep. Ringing never fails the caller: an implementation logs and leaves it to the sweep.
 */
export interface Bells {
  /** There may be something to send in this conversation. */
  lane(conversationId: string): Promise<void>;
  /**
   * These deadlines fall due. Only called for what is due within {@link BELL_HORIZON_MS}. Returns whether they will be rung: where not,
   * as when the queue is away, whoever asked leaves them marked as not rung.
   */
  deadlines(rings: readonly DeadlineRing[]): Promise<boolean>;
}

/** A deadline to look at when its time has come. */
export interface DeadlineRing {
  id: string;
  dueAt: Date;
}

/** Farther deadlines are rows only, until the sweep rings for them. */
export const BELL_HORIZON_MS = 60 * 60 * 1000;

/** What a transaction wants rung once it has committed. */
export class BellRope {
  readonly #lanes = new Set<string>();
  readonly #deadlines = new Map<string, Date>();

  lane(conversationId: string): void {
    this.#lanes.add(conversationId);
  }

  deadline(deadlineId: string, dueAt: Date): void {
    this.#deadlines.set(deadlineId, dueAt);
  }

  /** Call after the commit. */
  async pull(bells: Bells, now: Date): Promise<void> {
    for (const id of this.#lanes) await bells.lane(id);
    const soon = [...this.#deadlines]
      .map(([id, dueAt]) => ({ id, dueAt }))
      .filter(({ dueAt }) => dueAt.getTime() - now.getTime() <= BELL_HORIZON_MS);
    if (soon.length > 0) await bells.deadlines(soon);
  }
}
