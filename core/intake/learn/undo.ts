import { audit } from '../../people/audit.ts';
import type { Step } from '../../step.ts';
import { correctionInForce } from './learn.ts';

/** What came of taking a correction out of force; nothing is changed but where it is `undone`. */
export type Undone =
  /** `kept`: how many decisions are not learned from again. `inForce`: what is in force from now on; null: nothing. */
  | { kind: 'undone'; number: number; kept: number; inForce: number | null }
  | { kind: 'undone_before'; number: number }
  | { kind: 'unknown'; number: number }
  /** There is none to undo. */
  | { kind: 'none' };

/**
 * Takes a correction out of force: the newest that is not undone, or the one with this number. The one before it is in force again, and what it
 * was the first to learn from is not learned from again unless that is asked for.
 */
export async function undoCorrection(step: Step, communityId: string, wanted: number | null): Promise<Undone> {
  const { tx, now } = step;
  await tx.$queryRaw`SELECT 1 FROM "Community" WHERE id = ${communityId}::uuid FOR NO KEY UPDATE`;
  const number = wanted ?? (await correctionInForce(tx, communityId))?.number;
  if (number === undefined) return { kind: 'none' };
  const correction = await tx.correction.findUnique({
    where: { communityId_number: { communityId, number } },
    select: { id: true, undoneAt: true, _count: { select: { judgements: true } } },
  });
  if (!correction) return { kind: 'unknown', number };
  if (correction.undoneAt) return { kind: 'undone_before', number };
  await tx.correction.update({ where: { id: correction.id }, data: { undoneAt: now }, select: { id: true } });
  const entry = {
    communityId,
    actorId: null,
    action: 'undo_correction',
    subject: `correction:${correction.id}`,
    at: now,
  };
  await audit(tx, { ...entry, data: { number } });
  const inForce = (await correctionInForce(tx, communityId))?.number ?? null;
  return { kind: 'undone', number, kept: correction._count.judgements, inForce };
}
