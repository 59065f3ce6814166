import { z } from 'zod';
import { newId } from '../../new-id.ts';
import type { Step } from '../../step.ts';
import { BELL_HORIZON_MS } from '../bells.ts';
import type { Restrained } from './restrain.ts';

const setRows = z.array(z.object({ id: z.string(), dueAt: z.date() }));

/** Sets a digest for every group in which something waits for one, where none is set for that hour; in one statement. */
export async function planDigests(
  { tx, now, rope }: Step,
  communityId: string,
  allowed: ReadonlyMap<string, Restrained>,
): Promise<void> {
  const wanted: { id: string; conversationId: string; dueAt: Date; soon: boolean }[] = [];
  for (const [conversationId, one] of allowed) {
    if (one.kind !== 'merge') continue;
    const soon = one.at.getTime() - now.getTime() <= BELL_HORIZON_MS;
    wanted.push({ id: newId(), conversationId, dueAt: one.at, soon });
  }
  if (wanted.length === 0) return;
  const set = await tx.$queryRaw`
    INSERT INTO "Deadline" (id, kind, "dueAt", "conversationId", "communityId", "subjectId", "rungAt")
    SELECT w.id, 'digest', w."dueAt", w."conversationId", ${communityId}::uuid, w."conversationId",
      CASE WHEN w.soon THEN ${now}::timestamptz END
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      AS w(id uuid, "conversationId" uuid, "dueAt" timestamptz, soon boolean)
    WHERE NOT EXISTS (
      SELECT 1 FROM "Deadline" d
      WHERE d."subjectId" = w."conversationId" AND d.kind = 'digest' AND d."settledAt" IS NULL AND d."dueAt" <= w."dueAt"
        AND d."dueAt" > ${now}::timestamptz)
    RETURNING id, "dueAt"`;
  for (const { id, dueAt } of setRows.parse(set))
    if (dueAt.getTime() - now.getTime() <= BELL_HORIZON_MS) rope.deadline(id, dueAt);
}
