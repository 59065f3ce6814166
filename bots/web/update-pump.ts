import type { Logger } from 'pino';
import type { Inbox } from '../../core/channel/channel.ts';
import { channelEventSchema } from '../../core/channel/event.ts';
import type { Database } from '../../core/database.ts';
import type { WebUpdate } from '../../prisma/generated/client.ts';
import { faultOf } from './fault.ts';

const BATCH = 100;
/** Looked through without being rung, in case a notification was lost. */
const SWEEP_MS = 5000;

/** After the n-th failure in a row (from 1), how long a room's updates are left alone: 200 ms, doubling, at most 30 s. */
export const retryPauseMs = (failures: number): number => Math.min(200 * 2 ** Math.min(failures - 1, 10), 30_000);

/**
 * Hands the updates of the rooms to the desk, in their order within a room, and deletes each once it is taken. What the
 * desk could not store is offered again, and holds back what came after it in the same room, but no other room.
 */
export class UpdatePump {
  readonly #db: Database;
  readonly #inbox: Inbox;
  readonly #log: Logger;
  /** Rooms whose first update was not taken. */
  readonly #held = new Map<string, { failures: number; until: number }>();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #rung = false;
  #stopped = false;

  constructor({ db, inbox, log }: { db: Database; inbox: Inbox; log: Logger }) {
    this.#db = db;
    this.#inbox = inbox;
    this.#log = log;
  }

  /** There may be something. Never more than one round at a time. */
  ring(): void {
    this.#rung = true;
    if (this.#running || this.#stopped) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#running = this.#work().finally(() => {
      this.#running = null;
      if (!this.#stopped) this.#timer = setTimeout(() => this.ring(), this.#nextLookMs());
    });
  }

  /** Resolves when the update under way has been taken or given back, at the latest after 1.5 s. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    let patience: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      patience = setTimeout(resolve, 1500);
    });
    await Promise.race([this.#running, enough]);
    clearTimeout(patience);
  }

  async #work(): Promise<void> {
    try {
      while (this.#rung && !this.#stopped) {
        this.#rung = false;
        while (await this.#round());
      }
    } catch (error) {
      this.#log.error({ fault: faultOf(error) }, 'rooms: could not read the updates');
    }
  }

  /** Returns whether there may be more at once. */
  async #round(): Promise<boolean> {
    const heldNow = [...this.#held].filter(([, hold]) => hold.until > performance.now()).map(([roomId]) => roomId);
    const updates = await this.#db.webUpdate.findMany({
      where: { roomId: { notIn: heldNow } },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    const failed = new Set<string>();
    for (const update of updates) {
      if (this.#stopped) return false;
      if (failed.has(update.roomId)) continue;
      if (!(await this.#handOver(update))) failed.add(update.roomId);
    }
    return updates.length === BATCH;
  }

  async #handOver(update: WebUpdate): Promise<boolean> {
    const { id, roomId } = update;
    try {
      await this.#inbox.receive(channelEventSchema.parse(update.payload));
      await this.#db.webUpdate.deleteMany({ where: { id } });
      this.#held.delete(roomId);
      return true;
    } catch (error) {
      const failures = (this.#held.get(roomId)?.failures ?? 0) + 1;
      this.#held.set(roomId, { failures, until: performance.now() + retryPauseMs(failures) });
      this.#log.warn(
        { fault: faultOf(error), updateId: String(id), failures },
        'rooms: the desk did not take an update, offered again later',
      );
      return false;
    }
  }

  #nextLookMs(): number {
    if (this.#rung) return 0;
    const waits = [...this.#held.values()].map((hold) => hold.until - performance.now());
    return Math.max(0, Math.min(SWEEP_MS, ...waits));
  }
}
