import type { Tx } from '../database.ts';

/** So many questionnaires, votes or activities are taken at once. */
const AT_ONCE = 200;

/**
 * Takes from what many were asked up to `before` who answered, and what they wrote (P4, P9b). Marks, options, amounts, heads and
 * outcomes stay, and the log of a vote can still be counted again. Returns how many things were changed. Runs within
 * {@link whileErasing}.
 */
export async function eraseAsking(tx: Tx, communityId: string, before: Date): Promise<number> {
  const responses = await eraseResponses(tx, communityId, before);
  const votes = await eraseVoters(tx, communityId, before);
  return responses + votes + (await eraseSignUps(tx, communityId, before));
}

/** Only what was answered in words is a text. */
function eraseResponses(tx: Tx, communityId: string, before: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE "QuestionnaireResponse" r SET "personId" = NULL, answers = (
      SELECT coalesce(jsonb_object_agg(a.key, CASE jsonb_typeof(a.value) WHEN 'string' THEN '""' ELSE a.value END), '{}')
      FROM jsonb_each(r.answers) AS a(key, value))
    WHERE (r."personId" IS NOT NULL OR r.answers @? '$.* ? (@.type() == "string" && @ != "")')
      AND r."questionnaireId" IN (
        SELECT q.id FROM "Questionnaire" q WHERE q."communityId" = ${communityId}::uuid AND q."closedAt" <= ${before})`;
}

/** One that could not be counted is never closed. With the salt goes the last way from a household to its pseudonym; its hash, which is part of the log, stays. */
async function eraseVoters(tx: Tx, communityId: string, before: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Consultation" WHERE "communityId" = ${communityId}::uuid AND coalesce("closedAt", "closesAt") <= ${before} AND "saltHash" IS NULL
    LIMIT ${AT_ONCE} FOR NO KEY UPDATE`;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.$executeRaw`
    UPDATE "BallotEntry" SET "personId" = NULL, "householdId" = NULL, opinion = NULL WHERE "consultationId" = ANY(${ids}::uuid[])`;
  return tx.$executeRaw`
    UPDATE "Consultation" SET "saltHash" = encode(sha256(convert_to(salt, 'UTF8')), 'hex'), salt = '' WHERE id = ANY(${ids}::uuid[])`;
}

function eraseSignUps(tx: Tx, communityId: string, before: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE "SignUp" s SET name = '', comment = '', "personId" = NULL, "householdId" = NULL FROM "Activity" a
    WHERE a.id = s."activityId" AND a."communityId" = ${communityId}::uuid AND a."startsAt" <= ${before}
      AND (s.name <> '' OR s.comment <> '' OR s."personId" IS NOT NULL)`;
}
