import type { CommunityInForce } from '../../people/communities.ts';
import { wallClock } from '../../policy/time/wall-clock.ts';
import type { Step } from '../../step.ts';

/**
 * Takes one question from what a language model may be asked in a day of the community (`understanding.opinionsPerDay`). Returns false when
 * there is none left. Two at the same instant never take the same one.
 */
export async function takeFromBudget(
  { tx, now }: Step,
  { id, timeZone, policy }: Pick<CommunityInForce, 'id' | 'timeZone' | 'policy'>,
): Promise<boolean> {
  const perDay = policy.understanding.opinionsPerDay;
  if (perDay === 0) return false;
  const day = wallClock(now, timeZone).toPlainDate().toString();
  const taken = await tx.$queryRaw<unknown[]>`
    INSERT INTO "ModelUse" ("communityId", day, asked) VALUES (${id}::uuid, ${day}::date, 1)
    ON CONFLICT ("communityId", day) DO UPDATE SET asked = "ModelUse".asked + 1 WHERE "ModelUse".asked < ${perDay}
    RETURNING asked`;
  return taken.length > 0;
}
