import type { Prisma } from '../../prisma/generated/client.ts';
import type { Tx } from '../database.ts';

/** Writes down who did, or was refused, what (P9b). `data` holds ids and roles, never words or names. */
export async function audit(
  tx: Tx,
  entry: {
    communityId: string | null;
    actorId: string | null;
    action: string;
    subject: string;
    data?: Prisma.InputJsonObject;
    /** When it is counted by time; the database's clock otherwise. */
    at?: Date;
  },
): Promise<void> {
  await tx.auditEntry.create({ data: { ...entry, data: entry.data ?? {} }, select: { id: true } });
}
