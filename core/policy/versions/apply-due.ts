import { communityOfTicket } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { moveLimits } from '../../tickets/move-limits.ts';
import { openStatuses, readTicket } from '../../tickets/ticket.ts';

/** So many tickets in one transaction at most; the rest at the next look. */
const AT_ONCE = 100;

interface DueVersion {
  id: string;
  version: number;
  takesEffectAt: Date;
}

/**
 * Counts open tickets anew by versions that have taken effect and were approved for running tickets, too: those that were opened
 * under an earlier one, each once. Does nothing when nothing is due, and goes on where it stopped, so it may be called as often as
 * one likes. A ticket that somebody works on at this moment waits for the next call. Returns how many tickets were moved.
 */
export async function applyDueVersions(step: Step, communityId: string): Promise<number> {
  const due = await step.tx.policyVersion.findMany({
    where: {
      communityId,
      movesRunning: true,
      movedAt: null,
      withdrawnAt: null,
      approvedAt: { not: null },
      takesEffectAt: { lte: step.now },
    },
    select: { id: true, version: true, takesEffectAt: true },
    orderBy: [{ takesEffectAt: 'asc' }, { version: 'asc' }],
  });
  let moved = 0;
  for (const version of due) {
    if (moved >= AT_ONCE) break;
    moved += await moveTickets(step, communityId, version, AT_ONCE - moved);
  }
  return moved;
}

async function moveTickets(step: Step, communityId: string, version: DueVersion, atMost: number): Promise<number> {
  const { id, takesEffectAt } = version;
  const rows = await step.tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM "Ticket" t JOIN "PolicyVersion" v ON v.id = t."policyVersionId"
    WHERE t."communityId" = ${communityId}::uuid AND t.status::text = ANY (${openStatuses})
      AND (v."takesEffectAt", v.version) < (${takesEffectAt}, ${version.version})
    ORDER BY t.id LIMIT ${atMost} FOR NO KEY UPDATE OF t SKIP LOCKED`;
  const to = await communityOfTicket(step.tx, { communityId, policyVersionId: id });
  for (const row of rows) await moveLimits(step, await readTicket(step, row.id), to, version.version);
  const left = await step.tx.ticket.findFirst({
    where: {
      communityId,
      status: { in: openStatuses },
      policyVersion: {
        OR: [{ takesEffectAt: { lt: takesEffectAt } }, { takesEffectAt, version: { lt: version.version } }],
      },
    },
    select: { id: true },
  });
  if (!left) {
    await step.tx.policyVersion.update({ where: { id }, data: { movedAt: step.now }, select: { id: true } });
  }
  return rows.length;
}
