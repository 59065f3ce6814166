import { audit } from '../../people/audit.ts';
import type { Step } from '../../step.ts';

/** When somebody who is away now will be back; null while nobody has said that they are away. */
export async function awayUntil(step: Step, personId: string): Promise<Date | null> {
  const absence = await step.tx.absence.findFirst({
    where: { personId, revokedAt: null, fromAt: { lte: step.now }, untilAt: { gt: step.now } },
    orderBy: { untilAt: 'desc' },
    select: { untilAt: true },
  });
  return absence?.untilAt ?? null;
}

/** Who passes a ticket to somebody absent a second time within this time means it. */
const MEANT_WITHIN_MS = 30 * 60_000;

/**
 * Whether somebody was told before that a colleague is away, so that passing the ticket to them now is meant. Otherwise it is
 * noted that they are told now.
 */
export async function wasWarned(
  step: Step,
  ticket: { id: string; communityId: string },
  { actorId, awayId }: { actorId: string; awayId: string },
): Promise<boolean> {
  const warning = {
    communityId: ticket.communityId,
    actorId,
    action: 'warn_absent',
    subject: `ticket:${ticket.id}:${awayId}`,
  };
  const since = new Date(step.now.getTime() - MEANT_WITHIN_MS);
  if (await step.tx.auditEntry.findFirst({ where: { ...warning, at: { gte: since } }, select: { id: true } }))
    return true;
  await audit(step.tx, { ...warning, at: step.now });
  return false;
}
