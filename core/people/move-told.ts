import type { Step } from '../step.ts';
import { dropSubjectDeadlines } from '../tickets/deadlines.ts';

/**
 * Two rows were one person: what they confirmed, were told and agreed to goes over. A notice that both confirmed, or told of, counts
 * once, at the earlier time; of what they wanted and did not want, what was said last holds, once.
 */
export async function moveTold(step: Step, fromId: string, intoId: string): Promise<void> {
  const { tx } = step;
  const move = { where: { personId: fromId }, data: { personId: intoId } };
  await tx.$executeRaw`
    INSERT INTO "NoticeReceipt" ("noticeId", "personId", "householdId", "by", "at")
    SELECT "noticeId", ${intoId}::uuid, "householdId", "by", "at" FROM "NoticeReceipt" WHERE "personId" = ${fromId}::uuid
    ON CONFLICT ("noticeId", "personId") DO UPDATE SET "at" = least("NoticeReceipt"."at", EXCLUDED."at"),
      "householdId" = coalesce("NoticeReceipt"."householdId", EXCLUDED."householdId")`;
  await tx.noticeReceipt.deleteMany({ where: { personId: fromId } });
  await tx.$executeRaw`
    INSERT INTO "NoticeReport" (id, "noticeId", "personId", "messageId", "at")
    SELECT gen_random_uuid(), "noticeId", ${intoId}::uuid, "messageId", "at" FROM "NoticeReport" WHERE "personId" = ${fromId}::uuid
    ON CONFLICT ("noticeId", "personId") DO UPDATE SET "at" = least("NoticeReport"."at", EXCLUDED."at"),
      "messageId" = CASE WHEN EXCLUDED."at" < "NoticeReport"."at" THEN EXCLUDED."messageId" ELSE "NoticeReport"."messageId" END`;
  await tx.noticeReport.deleteMany({ where: { personId: fromId } });
  await tx.broadcastTarget.updateMany(move);
  await tx.consent.updateMany(move);
  await tx.careContact.updateMany(move);
  await endWhatIsOver(step, intoId);
}

async function endWhatIsOver(step: Step, personId: string): Promise<void> {
  const { tx, now } = step;
  // Each ends when the word was said that ended it: what is joined later is judged by that.
  await tx.$executeRaw`
    UPDATE "Consent" c SET "revokedAt" = no.at FROM (
      SELECT kind, max("revokedAt") AS at FROM "Consent" WHERE "personId" = ${personId}::uuid GROUP BY kind) AS no
    WHERE c."personId" = ${personId}::uuid AND c.kind = no.kind AND c."revokedAt" IS NULL AND no.at > c."givenAt"`;
  await tx.$executeRaw`
    UPDATE "Consent" c SET "revokedAt" = o."givenAt" FROM "Consent" o
    WHERE c."personId" = ${personId}::uuid AND c."revokedAt" IS NULL AND o."personId" = c."personId" AND o.kind = c.kind
      AND o."revokedAt" IS NULL AND (o."givenAt", o.id) > (c."givenAt", c.id)`;
  const ended = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "CareContact" c SET "revokedAt" = ${now} WHERE c."personId" = ${personId}::uuid AND c."revokedAt" IS NULL AND (
      EXISTS (SELECT 1 FROM "CareContact" o WHERE o."personId" = c."personId" AND o."revokedAt" IS NULL
        AND (o."createdAt", o.id) > (c."createdAt", c.id))
      OR NOT EXISTS (SELECT 1 FROM "Consent" y WHERE y."personId" = c."personId" AND y.kind = 'care' AND y."revokedAt" IS NULL))
    RETURNING c.id`;
  const contactId = { in: ended.map(({ id }) => id) };
  const checks = await tx.careCheck.findMany({
    where: { contactId, answeredAt: null, ticketId: null },
    select: { id: true },
  });
  for (const { id: subjectId } of [...ended, ...checks])
    await dropSubjectDeadlines(step, { kind: 'care', subjectId }, 'replaced');
}
