import type { Tx } from '../database.ts';

/** So many notices, broadcasts or lists are taken at once. */
const AT_ONCE = 200;
/** So many rows that nothing else hangs on. */
const ROWS_AT_ONCE = 5_000;

/**
 * Takes from what many were told up to `before` whom it was told to and who answered (P4, P9b): receipts, reports, direct chats, what was
 * owed, who wanted to be looked after. Notices, groups and figures stay. Returns how many things were changed.
 */
export async function eraseTelling(tx: Tx, communityId: string, before: Date): Promise<number> {
  const notices = await eraseReceipts(tx, communityId, before);
  const reports = await eraseReports(tx, communityId, before);
  const questions = await eraseQuestions(tx, communityId, before);
  const broadcasts = await eraseBroadcasts(tx, communityId, before);
  const fees = await eraseFees(tx, communityId, before);
  const wishes = await eraseWishes(tx, communityId, before);
  const incidents = await eraseIncidents(tx, communityId, before);
  const rest = incidents + (await eraseRestraints(tx, communityId, before));
  return notices + reports + questions + broadcasts + fees + wishes + rest;
}

/** Of a notice that nobody has confirmed since then: how many households had stays. */
function eraseReceipts(tx: Tx, communityId: string, before: Date): Promise<number> {
  return tx.$executeRaw`
    WITH ripe AS MATERIALIZED (
      SELECT r."noticeId" AS id, count(DISTINCT coalesce(r."householdId", p."householdId", r."personId"))::int AS confirmed
      FROM "Notice" n JOIN "NoticeReceipt" r ON r."noticeId" = n.id LEFT JOIN "Person" p ON p.id = r."personId"
      WHERE n."communityId" = ${communityId}::uuid AND n."draftedAt" <= ${before}
      GROUP BY r."noticeId" HAVING max(r.at) <= ${before} LIMIT ${AT_ONCE}
    ), gone AS (
      DELETE FROM "NoticeReceipt" r USING ripe WHERE r."noticeId" = ripe.id
    )
    UPDATE "Notice" n SET "confirmedOnce" = coalesce(n."confirmedOnce", 0) + ripe.confirmed FROM ripe WHERE n.id = ripe.id`;
}

/** Who told of what a notice had announced. */
function eraseReports(tx: Tx, communityId: string, before: Date): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "NoticeReport" WHERE id IN (
      SELECT r.id FROM "NoticeReport" r JOIN "Notice" n ON n.id = r."noticeId"
      WHERE n."communityId" = ${communityId}::uuid AND r.at <= ${before} LIMIT ${ROWS_AT_ONCE})`;
}

/** In whose words an incident is remembered; its tickets are made anonymous one by one. */
function eraseIncidents(tx: Tx, communityId: string, before: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Incident" SET summary = '' WHERE "communityId" = ${communityId}::uuid AND "overAt" <= ${before} AND summary <> ''`;
}

/** The answer is the office's; the question was a resident's. */
function eraseQuestions(tx: Tx, communityId: string, before: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE "NoticeAnswer" a SET question = '' FROM "Notice" n
    WHERE n.id = a."noticeId" AND n."communityId" = ${communityId}::uuid AND a."offeredAt" <= ${before} AND a.question <> ''`;
}

/** In which groups it was said stays; who was told directly does not. */
async function eraseBroadcasts(tx: Tx, communityId: string, before: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM "Broadcast" b
    WHERE b."communityId" = ${communityId}::uuid AND b."createdAt" <= ${before} AND b."doneAt" IS NOT NULL AND b.contents <> '{}'
      AND NOT EXISTS (SELECT 1 FROM "OutboxMessage" o WHERE o."broadcastId" = b.id AND o.state = 'pending')
    LIMIT ${AT_ONCE}`;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.$executeRaw`
    DELETE FROM "BroadcastTarget" t USING "Conversation" c
    WHERE t."broadcastId" = ANY(${ids}::uuid[]) AND c.id = t."conversationId" AND c.kind = 'direct'`;
  return tx.$executeRaw`UPDATE "Broadcast" SET contents = '{}' WHERE id = ANY(${ids}::uuid[])`;
}

/** How many households a list had, and how many were reminded and paid, stays. */
async function eraseFees(tx: Tx, communityId: string, before: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE "FeeItem" i SET flat = '', amount = 0, "householdId" = NULL FROM "FeeList" l
    WHERE l.id = i."listId" AND l."communityId" = ${communityId}::uuid AND l."importedAt" <= ${before} AND i.flat <> ''
      AND NOT EXISTS (SELECT 1 FROM "Deadline" d WHERE d."subjectId" = l.id AND d."settledAt" IS NULL)`;
}

/** What somebody agreed to and took back, and how they were when they were asked. What they still want is kept. */
async function eraseWishes(tx: Tx, communityId: string, before: Date): Promise<number> {
  const checks = await tx.$executeRaw`
    DELETE FROM "CareCheck" k USING "CareContact" c
    WHERE c.id = k."contactId" AND c."communityId" = ${communityId}::uuid AND k."askedAt" <= ${before}`;
  const contacts = await tx.$executeRaw`
    DELETE FROM "CareContact" c WHERE c."communityId" = ${communityId}::uuid AND c."revokedAt" <= ${before}`;
  const consents = await tx.$executeRaw`
    DELETE FROM "Consent" c USING "Person" p
    WHERE p.id = c."personId" AND p."communityId" = ${communityId}::uuid AND c."revokedAt" <= ${before}`;
  return checks + contacts + consents;
}

function eraseRestraints(tx: Tx, communityId: string, before: Date): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Restraint" WHERE id IN (
      SELECT id FROM "Restraint" WHERE "communityId" = ${communityId}::uuid AND at <= ${before} LIMIT ${ROWS_AT_ONCE})`;
}
