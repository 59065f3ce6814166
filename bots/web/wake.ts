import { z } from 'zod';
import type { Tx } from '../../core/database.ts';

/** The PostgreSQL notification channel of the rooms. */
export const WAKE_CHANNEL = 'linli_rooms';

/** "Look at this row now", from one process to all. What it says is in the database; the notification has only ids. */
const wakeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), id: z.string() }),
  z.object({ type: z.literal('room'), id: z.string() }),
  z.object({ type: z.literal('persona'), id: z.string() }),
  /** There is something for the desk to take. */
  z.object({ type: z.literal('update') }),
]);
export type Wake = z.infer<typeof wakeSchema>;

/** Heard by everybody who listens once the transaction has committed, and never when it has not. */
export async function wake(tx: Tx, what: Wake): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${WAKE_CHANNEL}, ${JSON.stringify(what)})`;
}

/** Null for what is no notification of ours. */
export function parseWake(payload: string | undefined): Wake | null {
  try {
    return wakeSchema.parse(JSON.parse(payload ?? ''));
  } catch {
    return null;
  }
}
