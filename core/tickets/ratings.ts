import type { Tx } from '../database.ts';
import { isContractor } from '../people/roles.ts';
import type { RatedWork } from '../text/passing/texts.ts';

/** One rating of somebody's work. */
export interface WorkRating {
  personId: string;
  name: string;
  contractor: boolean;
  /** 1–5. */
  score: number;
}

/**
 * How residents rated work, by who did it: staff and contractors apart (P7a), the most often rated first.
 *
 * @param lowUpTo the highest score that is low
 */
export function summariseRatings(
  ratings: readonly WorkRating[],
  lowUpTo: number,
): { staff: RatedWork[]; contractors: RatedWork[] } {
  const people = new Map<string, WorkRating[]>();
  for (const rating of ratings) people.set(rating.personId, [...(people.get(rating.personId) ?? []), rating]);
  const isContractors = (theirs: WorkRating[]): boolean => theirs.some(({ contractor }) => contractor);
  const rated = (contractors: boolean): RatedWork[] =>
    [...people.values()]
      .filter((theirs) => isContractors(theirs) === contractors)
      .map((theirs) => ({
        name: theirs[0]?.name ?? '',
        count: theirs.length,
        mean: (theirs.reduce((sum, { score }) => sum + score, 0) / theirs.length).toFixed(1),
        low: theirs.filter(({ score }) => score <= lowUpTo).length,
      }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  return { staff: rated(false), contractors: rated(true) };
}

/** What residents rated in a community since `since`, where it is known who did the work. */
export async function readRatings(tx: Tx, communityId: string, since: Date): Promise<WorkRating[]> {
  const answers = await tx.surveyAnswer.findMany({
    where: { ticket: { communityId }, answeredAt: { gte: since }, workerId: { not: null } },
    orderBy: { answeredAt: 'asc' },
    select: {
      score: true,
      worker: { select: { id: true, name: true, roles: { where: { revokedAt: null }, select: { role: true } } } },
    },
  });
  return answers.flatMap(({ score, worker }) =>
    worker
      ? [
          {
            personId: worker.id,
            name: worker.name,
            contractor: isContractor(worker.roles.map(({ role }) => role)),
            score,
          },
        ]
      : [],
  );
}
