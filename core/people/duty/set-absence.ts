import type { Step } from '../../step.ts';
import { audit } from '../audit.ts';
import type { Change } from './set-responsibility.ts';

/** Somebody is away from `fromAt` up to `untilAt`, the first instant at which they are back. */
export async function noteAbsence(
  step: Step,
  { communityId, by }: Change,
  absence: { personId: string; fromAt: Date; untilAt: Date },
): Promise<void> {
  const data = { communityId, ...absence, createdAt: step.now };
  const { id } = await step.tx.absence.create({ data, select: { id: true } });
  const [from, until] = [absence.fromAt.toISOString(), absence.untilAt.toISOString()];
  await audit(step.tx, {
    communityId,
    actorId: by,
    action: 'note_absence',
    subject: `absence:${id}`,
    data: { personId: absence.personId, from, until },
  });
}

/** Somebody is back, or does not go away after all: every absence that is not over ends. Returns how many did. */
export async function endAbsences(step: Step, { communityId, by }: Change, personId: string): Promise<number> {
  const where = { communityId, personId, revokedAt: null, untilAt: { gt: step.now } };
  const { count } = await step.tx.absence.updateMany({ where, data: { revokedAt: step.now } });
  const subject = `person:${personId}`;
  if (count > 0) await audit(step.tx, { communityId, actorId: by, action: 'end_absence', subject, data: { count } });
  return count;
}
