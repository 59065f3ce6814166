/**
 * A bell says "look at this row now" and carries nothing else (law 2). Ringing twice, or for nothing, is harmless; a
 * lost ring is made good by the sweep. Ringing never fails the caller: an implementation logs and leaves it to the sweep.
 */
export interface Bells {
  /** There may be something to send in this conversation. */
  lane(conversationId: string): Promise<void>;
  /** The same for many at once. Without it they are rung for one by one. */
  lanes?(conversationIds: readonly string[], rank: LaneRank): Promise<void>;
  /**
   * These deadlines fall due. Only called for what is due within {@link BELL_HORIZON_MS}. Returns whether they will be rung: where not,
   * as when the queue is away, whoever asked leaves them marked as not rung.
   */
  deadlines(rings: readonly DeadlineRing[]): Promise<boolean>;
  /** A language model may be asked about this message; absent where none is configured. Returns at once: nobody waits for what it says. */
  opinion?(messageId: string): void;
}

/**
 * In which order lanes of one account are looked at: those in which somebody waits for an answer first, then emergencies that are told to
 * many, then everything else that is told to many.
 */
export type LaneRank = 'first' | 'emergency' | 'many';

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
  readonly #many = new Map<LaneRank, Set<string>>();
  readonly #deadlines = new Map<string, Date>();
  readonly #opinions = new Set<string>();

  lane(conversationId: string): void {
    this.#lanes.add(conversationId);
  }

  /** The lanes of many, of which none is waited for. */
  lanes(conversationIds: readonly string[], rank: LaneRank): void {
    const lanes = this.#many.get(rank) ?? new Set();
    for (const id of conversationIds) lanes.add(id);
    this.#many.set(rank, lanes);
  }

  deadline(deadlineId: string, dueAt: Date): void {
    this.#deadlines.set(deadlineId, dueAt);
  }

  opinion(messageId: string): void {
    this.#opinions.add(messageId);
  }

  /** Call after the commit. */
  async pull(bells: Bells, now: Date): Promise<void> {
    for (const id of this.#opinions) bells.opinion?.(id);
    for (const id of this.#lanes) await bells.lane(id);
    for (const [rank, lanes] of this.#many) await ringLanes(bells, [...lanes], rank);
    const soon = [...this.#deadlines]
      .map(([id, dueAt]) => ({ id, dueAt }))
      .filter(({ dueAt }) => dueAt.getTime() - now.getTime() <= BELL_HORIZON_MS);
    if (soon.length > 0) await bells.deadlines(soon);
  }
}

/** Rings for many lanes, at once where the bells can. */
export async function ringLanes(bells: Bells, conversationIds: readonly string[], rank: LaneRank): Promise<void> {
  if (conversationIds.length === 0) return;
  if (bells.lanes) await bells.lanes(conversationIds, rank);
  else for (const id of conversationIds) await bells.lane(id);
}
