import { outgoingContentSchema } from '../channel/outgoing.ts';
import type { Tx } from '../database.ts';
import type { PendingRow } from './choose-next.ts';

/** After a long silence only the latest lines are worth reading. */
const LINES_AT_MOST = 10;

/**
 * Where a card cannot be changed, an update is one line of news, and the newer one does not say what the older one said: its line
 * goes into the next update of the card that is due, before the line of that, so that one message tells both.
 */
export async function handOnBrief(tx: Tx, row: PendingRow, pending: readonly PendingRow[], now: Date): Promise<void> {
  const isDue = ({ notBefore }: PendingRow): boolean => notBefore === null || notBefore <= now;
  const [heir] = pending
    .filter((other) => row.updates !== null && other.updates === row.updates && other.seq > row.seq && isDue(other))
    .sort((a, b) => (a.seq < b.seq ? -1 : 1));
  if (!heir) return;
  const [old, next] = [await contentOf(tx, row.id), await contentOf(tx, heir.id)];
  if (old?.brief === undefined || next?.brief === undefined) return;
  const lines = [...old.brief.split('\n'), ...next.brief.split('\n')].slice(-LINES_AT_MOST);
  await tx.outboxMessage.update({
    where: { id: heir.id },
    data: { content: { ...next, brief: lines.join('\n') } },
    select: { id: true },
  });
}

async function contentOf(tx: Tx, id: string) {
  const { content } = await tx.outboxMessage.findUniqueOrThrow({ where: { id }, select: { content: true } });
  return outgoingContentSchema.safeParse(content).data;
}
