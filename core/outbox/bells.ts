/**
 * A bell says "look at this row now" and carries nothing else (law 2). Ringing twice, or for nothing, is harmless; a
 * lost ring is made good by the sweep. Ringing never fails the caller: an implementation logs and leaves it to the sweep.
 */
export interface Bells {
  /** There may be something to send in this conversation. */
  lane(conversationId: string): Promise<void>;
  /** This deadline falls due at `dueAt`. Only called for what is due within {@link BELL_HORIZON_MS}. */
  deadline(deadlineId: string, dueAt: Date): Promise<void>;
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
    for (const [id, dueAt] of this.#deadlines) {
      if (dueAt.getTime() - now.getTime() <= BELL_HORIZON_MS) await bells.deadline(id, dueAt);
    }
  }
}
