import type { Tx } from '../../../core/database.ts';
import type { SeenContact } from '../books.ts';
import { surelyApart } from './ids.ts';
import type { Company, OldFace, Recognition } from './same-contact.ts';
import { sameContact } from './same-contact.ts';

interface FaceRow {
  account: string;
  puppetId: string;
  contactId: string;
  roomName: string | null;
  seenAt: Date;
  name: string;
  alias: string;
}

/** Whether somebody with an id never seen is a user known before, under another. */
export async function recogniseContact(
  tx: Tx,
  session: { account: string; began: Date },
  seen: SeenContact,
): Promise<Recognition> {
  const rows = await facesLike(tx, seen);
  // Whom this session shows under an id of their own, and whom the ids tell apart, is somebody else.
  const others = new Set(
    rows
      .filter(
        (row) =>
          (row.account === session.account && row.seenAt >= session.began) || surelyApart(row.puppetId, seen.puppetId),
      )
      .map((row) => row.contactId),
  );
  const old = new Map<string, OldFace>();
  for (const row of rows) {
    if (others.has(row.contactId)) continue;
    const { contactId, name, alias, roomName, seenAt } = row;
    const before = old.get(contactId);
    if (!before) old.set(contactId, { externalId: contactId, name, alias, roomName, seenAt });
    else before.roomName ??= roomName;
  }
  if (old.size === 0) return { kind: 'new' };
  const roomName = seen.room?.name ?? null;
  const company = await companyOf(tx, session, seen.room?.externalId ?? null);
  return sameContact({ name: seen.name, alias: seen.alias, roomName }, [...old.values()], company);
}

/**
 * All faces, latest first, of users who were seen in that group or are called so anywhere. An account of ours counts as seen
 * where it has a seat: it may never have said a word there.
 */
function facesLike(tx: Tx, seen: SeenContact): Promise<FaceRow[]> {
  const room = seen.room?.externalId ?? '';
  const names = [seen.room?.name ?? '', seen.alias, seen.name].filter((name) => name !== '');
  return tx.$queryRaw<FaceRow[]>`
    SELECT f."account", f."puppetId", c."externalId" AS "contactId", f."seenAt", c."name", c."alias",
      coalesce(f."rooms" ->> ${room}, CASE WHEN s."at" THEN c."name" END) AS "roomName"
    FROM "WechatContact" c JOIN "WechatFace" f ON f."contactExternalId" = c."externalId"
    LEFT JOIN LATERAL (
      SELECT true AS "at" FROM "WechatSeat" s
      WHERE s."account" = c."ourAccount" AND s."roomExternalId" = ${room} AND s."leftAt" IS NULL LIMIT 1
    ) s ON true
    WHERE c."externalId" IN (
      SELECT "contactExternalId" FROM "WechatFace" WHERE "rooms" ? ${room}
      UNION SELECT "externalId" FROM "WechatContact" WHERE "name" = ANY(${names}) OR "alias" = ANY(${names})
      UNION SELECT "contactExternalId" FROM "WechatFace", jsonb_each_text("rooms") AS r("room", "called")
        WHERE r."called" = ANY(${names})
      UNION SELECT "externalId" FROM "WechatContact" WHERE "ourAccount" IS NOT NULL
    )
    ORDER BY f."seenAt" DESC`;
}

async function companyOf(
  tx: Tx,
  { account, began }: { account: string; began: Date },
  room: string | null,
): Promise<Company> {
  if (room === null) return { now: [], before: [] };
  const seats = await tx.wechatSeat.findMany({
    where: { roomId: room },
    orderBy: { seenAt: 'desc' },
    take: 8,
    select: { account: true, memberNames: true, sinceAt: true, seenAt: true },
  });
  const current = seats.find((seat) => seat.account === account && seat.seenAt >= began);
  return { now: current?.memberNames ?? [], before: seats.filter((seat) => seat !== current) };
}
