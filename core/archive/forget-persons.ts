import type { Tx } from '../database.ts';

const AT_ONCE = 200;

/**
 * Takes name, flat, language and accounts from residents who have been known since before `before` and are named nowhere any more:
 * no message, no ticket, no rating, no vote, no answer or confirmation, nothing that they agreed to, no role in the office or the
 * committee. Their chats with the desk lose the other side's name and address; whoever writes again is somebody new. Returns how many.
 */
export async function forgetPersons(tx: Tx, communityId: string, before: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Person" p
    WHERE p."communityId" = ${communityId}::uuid AND p."createdAt" <= ${before} AND p.name <> ''
      AND NOT EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = p.id AND g.role <> 'resident')
      AND NOT EXISTS (SELECT 1 FROM "Identity" i WHERE i."personId" = p.id AND i."createdAt" > ${before})
      AND NOT EXISTS (SELECT 1 FROM "Message" m WHERE m."personId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "Ticket" t WHERE t."requesterId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "TicketReporter" r WHERE r."personId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "SurveyAnswer" a WHERE a."personId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "NoticeReceipt" n WHERE n."personId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "BallotEntry" b WHERE b."personId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "QuestionnaireResponse" q WHERE q."personId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "QuestionnaireSession" q WHERE q."personId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "SignUp" s WHERE s."personId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "Consent" c WHERE c."personId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "CareContact" c WHERE c."personId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "Person" o WHERE o."mergedIntoId" = p.id AND o.name <> '')
    LIMIT ${AT_ONCE}`;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.identity.deleteMany({ where: { personId: { in: ids } } });
  await tx.joinCode.deleteMany({ where: { OR: [{ personId: { in: ids } }, { claimedById: { in: ids } }] } });
  await tx.$executeRaw`
    UPDATE "Conversation" SET title = '', "externalId" = 'erased:' || id, "formerExternalIds" = '{}', "personId" = NULL, state = 'left'
    WHERE "personId" = ANY(${ids}::uuid[]) AND kind = 'direct'`;
  const nothing = { name: '', locale: null, householdId: null, flatConfirmedAt: null, hearsLessAt: null };
  await tx.person.updateMany({ where: { id: { in: ids } }, data: nothing });
  return ids.length;
}
