import { z } from 'zod';
import type { Tx } from '../../database.ts';

const stored = z.record(z.string(), z.number());

export type CorrectionWeights = Readonly<Record<string, number>>;

/** A correction is never changed, so that each is read once; of each community only the one that was asked for last is kept in memory. */
const known = new Map<string, { id: string; weights: CorrectionWeights }>();

/** The weights of a correction, by the name of a feature. @throws when there is no such correction */
export async function correctionWeights(tx: Tx, communityId: string, id: string): Promise<CorrectionWeights> {
  const kept = known.get(communityId);
  if (kept?.id === id) return kept.weights;
  const { weights } = await tx.correction.findUniqueOrThrow({ where: { id }, select: { weights: true } });
  const read = stored.parse(weights);
  known.set(communityId, { id, weights: read });
  return read;
}
