import type { Database } from '../../database.ts';

/** So many of the last questions tell how a model's server stands. */
const LAST = 5;

/** `well`: one of the last questions was answered. `silent`: none was. `unasked`: there were none. */
export type ModelStanding = 'well' | 'silent' | 'unasked';

/** Whether the language model has answered lately, whichever process asked it. */
export async function modelStanding(db: Database): Promise<ModelStanding> {
  // Ids are made in the order of time. Where somebody wrote to the model it was not asked, so that this tells nothing of it.
  const last = await db.opinion.findMany({
    where: { OR: [{ outcome: null }, { outcome: { not: 'tampered' } }] },
    orderBy: { id: 'desc' },
    take: LAST + 2,
    select: { outcome: true, answeredAt: true },
  });
  const over = last.filter(({ outcome, answeredAt }) => outcome !== null || answeredAt !== null).slice(0, LAST);
  if (over.length === 0) return 'unasked';
  return over.some(({ answeredAt }) => answeredAt !== null) ? 'well' : 'silent';
}
