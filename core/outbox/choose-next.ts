/** What the choice needs to know of an outbox row that is still pending. */
export interface PendingRow {
  id: string;
  /** Lower goes first. */
  priority: number;
  seq: bigint;
  notBefore: Date | null;
  expiresAt: Date | null;
  /** The first message of the card that this row updates; null when it is no update. */
  updates: string | null;
  /** How often the platform gave no answer to it. */
  faults: number;
}

/**
 * `linked`: it was the farewell to a group that somebody has linked after all. `nothing_new`: it was an update of a card
 * that cannot be changed there, and told nothing that is not said already.
 */
export type DropReason = 'expired' | 'superseded' | 'linked' | 'nothing_new';

export interface Choice<Row extends PendingRow> {
  /** To be settled as dropped. */
  dropped: { row: Row; reason: DropReason }[];
  /** To be sent now; null when nothing is due. */
  next: Row | null;
  /** When nothing is due: when something will be. Null when nothing waits. */
  wakeAt: Date | null;
}

/**
 * A message that met a fault keeps its place for so many tries, because those after it would meet the same fault, and
 * order matters. After that it steps aside: the fault may be its own.
 */
export const TRIES_IN_PLACE = 3;

/**
 * Says what to send next in a conversation: the lowest priority number, then the order of recording. A row is not sent
 * before `notBefore`, and not after `expiresAt`; both instants themselves count as in time. Of several updates to one
 * card that are due, only the newest is sent.
 */
export function chooseNext<Row extends PendingRow>(pending: readonly Row[], now: Date): Choice<Row> {
  const dropped: Choice<Row>['dropped'] = [];
  const left: Row[] = [];
  for (const row of pending) {
    const reason = whyDropped(row, pending, now);
    if (reason) dropped.push({ row, reason });
    else left.push(row);
  }
  left.sort((a, b) => a.priority - b.priority || (a.seq < b.seq ? -1 : 1));

  let wakeAt: Date | null = null;
  for (const row of left) {
    if (isDue(row, now)) return { dropped, next: row, wakeAt: null };
    if (row.notBefore && (!wakeAt || row.notBefore < wakeAt)) wakeAt = row.notBefore;
    if (row.faults > 0 && row.faults <= TRIES_IN_PLACE) break;
  }
  return { dropped, next: null, wakeAt };
}

const isDue = (row: PendingRow, now: Date): boolean => row.notBefore === null || row.notBefore <= now;

function whyDropped(row: PendingRow, pending: readonly PendingRow[], now: Date): DropReason | null {
  if (row.expiresAt && row.expiresAt < now) return 'expired';
  const isOutdated = pending.some(
    (other) => row.updates !== null && other.updates === row.updates && other.seq > row.seq && isDue(other, now),
  );
  return isOutdated ? 'superseded' : null;
}
