import { z } from 'zod';
import type { Look } from '../../clocks/look.ts';
import { communityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { allowNow } from '../restraint/allow.ts';
import { fedBroadcastSchema, leaveOutUntold, queueTargets, type FedBroadcast } from './queue-targets.ts';
import { nextLookAt, settleUnsayable, takeSlice } from './slice.ts';

/** So many targets are moved in one transaction. */
const SLICE = 500;
/** How soon a slice follows the one before it, when there was room for more. */
const NEXT_SLICE_MS = 100;
/** How soon to look whether the outbox has room again. */
const ROOM_LOOK_MS = 3_000;

const broadcastRows = z.array(fedBroadcastSchema);

/**
 * Moves the next slice of a broadcast from the plan into the outbox, as far as there is room, and looks again until nothing is planned any
 * more. However many processes look, and wherever one of them dies, every conversation is told once: what is moved is moved in the
 * transaction that holds the broadcast.
 */
export const feedBroadcast: Look = async (step, { subjectId }, log) => {
  const broadcast = subjectId ? await holdBroadcast(step, subjectId) : null;
  if (!broadcast) return 'no broadcast';
  if (broadcast.stoppedAt) return 'stopped';
  if (broadcast.doneAt) return 'done before';
  if (broadcast.startAt > step.now) return { lookAgainAt: broadcast.startAt };
  await settleUnsayable(step, broadcast);
  const slice = await takeSlice(step, broadcast.id, SLICE);
  const queued = await feedSlice(step, broadcast, slice);
  if (slice.length > 0) log.info({ broadcastId: broadcast.id, taken: slice.length, queued }, 'broadcast goes on');
  const next = await nextLookAt(step, broadcast.id);
  if (!next) {
    await step.tx.broadcast.update({ where: { id: broadcast.id }, data: { doneAt: step.now }, select: { id: true } });
    return 'done';
  }
  const soon = slice.length === SLICE ? NEXT_SLICE_MS : ROOM_LOOK_MS;
  return { lookAgainAt: new Date(Math.max(next.getTime(), step.now.getTime() + soon)) };
};

async function holdBroadcast({ tx }: Step, id: string): Promise<FedBroadcast | null> {
  const rows = await tx.$queryRaw`
    SELECT id, "communityId", purpose::text, subject::text, "subjectId", urgent, "changesId", "startAt", "expiresAt", "stoppedAt", "doneAt"
    FROM "Broadcast" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return broadcastRows.parse(rows)[0] ?? null;
}

/** Asks the door of every conversation of a slice (P9a) and does as it says. Returns how many are in the outbox now. */
async function feedSlice(step: Step, broadcast: FedBroadcast, taken: readonly string[]): Promise<number> {
  const slice = broadcast.changesId === null ? taken : await leaveOutUntold(step, broadcast, taken);
  if (slice.length === 0) return 0;
  const community = await communityInForce(step.tx, broadcast.communityId, step.now);
  const { purpose, urgent, subject, subjectId } = broadcast;
  const wish = { purpose, urgent, changes: broadcast.changesId !== null, about: { subject, id: subjectId } };
  const allowed = await allowNow(step, community, { ...wish, conversationIds: slice });
  const said: string[] = [];
  const put: { id: string; state: 'planned' | 'dropped'; reason: string; at: Date | null }[] = [];
  for (const id of slice) {
    const one = allowed.get(id) ?? { kind: 'say' };
    if (one.kind === 'say') said.push(id);
    else if (one.kind === 'drop') put.push({ id, state: 'dropped', reason: one.reason, at: null });
    else put.push({ id, state: 'planned', reason: one.reason, at: one.at });
  }
  if (put.length > 0)
    await step.tx.$executeRaw`
      UPDATE "BroadcastTarget" t SET state = p.state::"TargetState", reason = p.reason, "notBefore" = p.at,
        "settledAt" = CASE p.state WHEN 'dropped' THEN ${step.now}::timestamptz END
      FROM jsonb_to_recordset(${JSON.stringify(put)}::jsonb) AS p(id uuid, state text, reason text, at timestamptz)
      WHERE t."broadcastId" = ${broadcast.id}::uuid AND t."conversationId" = p.id`;
  return queueTargets(step, broadcast, said);
}
