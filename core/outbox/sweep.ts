import type { Logger } from 'pino';
import type { Database, Tx } from '../database.ts';
import type { Bells, DeadlineRing, LaneRank } from './bells.ts';
import { BELL_HORIZON_MS, ringLanes } from './bells.ts';
import { priorityOf } from './priority.ts';

/** Younger rows are left to the ring that announced them. */
const YOUNG_MS = 5_000;
/**
 * Of what is told to many a thousand words may wait for their turn, and have all been rung for. A process that starts while others work
 * leaves them alone, too, unless they are an emergency: a second ring for each would keep the lanes busy with looking at nothing.
 */
const MANY_YOUNG_MS = 60_000;
/** A deadline that is overdue for so long has lost its ring. */
const RING_LOST_MS = 30_000;
/** How much of each kind one sweep takes on; the next goes on where it stopped. */
const BATCH = 500;
/** So many batches of deadlines at once: at the end of a night very many may fall due together. */
const DEADLINE_BATCHES = 20;

export interface SweepParts {
  db: Database;
  bells: Bells;
  /** Events were recorded in this conversation and never made anything of. */
  onUnhandled: (conversationId: string) => Promise<void>;
  log: Logger;
  /** By default {@link RING_LOST_MS}. */
  ringLostMs?: number;
}

export interface Swept {
  lanes: number;
  deadlines: number;
  unhandled: number;
}

export interface Sweep {
  /**
   * @param options.isFirst nobody has rung for a while, as after a start: what was recorded just now is looked at, too, but for what is told to many
   */
  sweep(now: Date, options?: { isFirst?: boolean }): Promise<Swept>;
}

/**
 * Makes good every ring that was lost, and rings for the deadlines that have come near (law 2): messages that are due and
 * still pending, deadlines within {@link BELL_HORIZON_MS} or overdue, recorded events that nobody handled. What it rings
 * for nothing does no harm. Rows of one kind are taken in turns, so that none is passed over when there are very many.
 */
export function createSweep({ db, bells, onUnhandled, log, ringLostMs = RING_LOST_MS }: SweepParts): Sweep {
  const laneTurn = createTurn();
  const eventTurn = createTurn();

  return {
    async sweep(now, { isFirst = false } = {}) {
      const recordedBefore = isFirst ? now : ago(now, YOUNG_MS);
      const emergencyBefore = isFirst ? now : ago(now, MANY_YOUNG_MS);
      const lanes = await laneTurn((after) => dueLanes(db, now, { recordedBefore, emergencyBefore }, after));
      for (const rank of ['first', 'emergency', 'many'] as const) {
        const some = lanes.filter((lane) => lane.rank === rank);
        await ringLanes(
          bells,
          some.map(({ id }) => id),
          rank,
        );
      }

      const deadlines = await ringDeadlines(db, bells, now, ringLostMs);

      const unhandled = await eventTurn((after) => unhandledConversations(db, now, recordedBefore, after));
      for (const { id: conversationId } of unhandled) {
        try {
          await onUnhandled(conversationId);
        } catch (error) {
          log.error({ conversationId, err: error }, 'events could not be handled');
        }
      }
      const swept = { lanes: lanes.length, deadlines, unhandled: unhandled.length };
      if (lanes.length + deadlines + unhandled.length > 0) log.debug(swept, 'swept');
      return swept;
    },
  };
}

const EMERGENCY = priorityOf('emergency');
const NIL = '00000000-0000-0000-0000-000000000000';
const ago = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

/** Remembers where the last full batch ended. */
function createTurn(): <Row extends { id: string }>(read: (after: string) => Promise<Row[]>) => Promise<Row[]> {
  let after = NIL;
  return async (read) => {
    const rows = await read(after);
    after = rows.length < BATCH ? NIL : (rows.at(-1)?.id ?? NIL);
    return rows;
  };
}

/**
 * Lanes in which something can be done now. What waits for a paused conversation or a stopped account is left alone, but for
 * what is worth nothing any more: that it is dropped is told while somebody can still do something else.
 */
function dueLanes(
  db: Database,
  now: Date,
  { recordedBefore, emergencyBefore }: { recordedBefore: Date; emergencyBefore: Date },
  after: string,
): Promise<{ id: string; rank: LaneRank }[]> {
  return db.$queryRaw`
    SELECT o."conversationId" AS id, CASE WHEN bool_or(o."broadcastId" IS NULL) THEN 'first'
      WHEN min(o."priority") = ${EMERGENCY} THEN 'emergency' ELSE 'many' END AS rank
    FROM "OutboxMessage" o JOIN "Conversation" c ON c."id" = o."conversationId"
    WHERE o."state" = 'pending' AND o."conversationId" > ${after}::uuid
      AND o."createdAt" < CASE WHEN o."broadcastId" IS NULL THEN ${recordedBefore}::timestamptz
        WHEN o."priority" = ${EMERGENCY} THEN ${emergencyBefore}::timestamptz ELSE ${ago(now, MANY_YOUNG_MS)}::timestamptz END
      AND (o."expiresAt" < ${now} OR (
        (o."notBefore" IS NULL OR o."notBefore" <= ${now}) AND (c."pausedUntil" IS NULL OR c."pausedUntil" <= ${now})
        AND NOT EXISTS (SELECT 1 FROM "ChannelAccount" a
          WHERE a."channel" = c."channel" AND a."account" = c."account" AND a."stoppedAt" IS NOT NULL)))
    GROUP BY o."conversationId" ORDER BY o."conversationId" LIMIT ${BATCH}`;
}

/**
 * Those that never rang and fall due soon, then those whose ring was lost. Each is found by an index of its own, so that what is
 * open and not yet due is never read. Several processes share the work: what one has in hand, the others pass over.
 */
async function ringDeadlines(db: Database, bells: Bells, now: Date, ringLostMs: number): Promise<number> {
  const soon = new Date(now.getTime() + BELL_HORIZON_MS);
  const lostBefore = ago(now, ringLostMs);
  const never = (tx: Tx): Promise<DeadlineRing[]> => tx.$queryRaw`
    SELECT id, "dueAt" FROM "Deadline" WHERE "settledAt" IS NULL AND "rungAt" IS NULL AND "dueAt" <= ${soon}
    ORDER BY "dueAt" LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`;
  const lost = (tx: Tx): Promise<DeadlineRing[]> => tx.$queryRaw`
    SELECT id, "dueAt" FROM "Deadline" WHERE "settledAt" IS NULL AND "rungAt" < ${lostBefore} AND "dueAt" < ${lostBefore}
    ORDER BY "rungAt" LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`;
  return (await ringAll(db, bells, now, never)) + (await ringAll(db, bells, now, lost));
}

async function ringAll(
  db: Database,
  bells: Bells,
  now: Date,
  find: (tx: Tx) => Promise<DeadlineRing[]>,
): Promise<number> {
  let rung = 0;
  for (let batch = 0; batch < DEADLINE_BATCHES; batch++) {
    const taken = await db.$transaction(async (tx) => {
      const rows = await find(tx);
      if (rows.length === 0 || !(await bells.deadlines(rows))) return 0;
      const ids = rows.map(({ id }) => id);
      await tx.$executeRaw`UPDATE "Deadline" SET "rungAt" = ${now} WHERE id = ANY(${ids}::uuid[])`;
      return rows.length;
    });
    rung += taken;
    if (taken < BATCH) break;
  }
  return rung;
}

/** A conversation waits for its oldest event: those after it are not handled before. */
function unhandledConversations(
  db: Database,
  now: Date,
  recordedBefore: Date,
  after: string,
): Promise<{ id: string }[]> {
  return db.$queryRaw`
    SELECT "conversationId" AS id FROM (
      SELECT DISTINCT ON ("conversationId") "conversationId", "recordedAt", "retryAt"
      FROM "InboundEvent" WHERE "handledAt" IS NULL AND "conversationId" > ${after}::uuid
      ORDER BY "conversationId", "id"
    ) AS oldest
    WHERE "recordedAt" < ${recordedBefore} AND ("retryAt" IS NULL OR "retryAt" <= ${now})
    ORDER BY "conversationId" LIMIT ${BATCH}`;
}
