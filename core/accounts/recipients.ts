import type { Tx } from '../database.ts';
import type { AccountKey } from './account-key.ts';

/** Where somebody of the office can be told something about an account of ours. */
export interface Recipient {
  conversationId: string;
  kind: 'managers' | 'staff' | 'manager';
  /** It is on the very account that is told about. */
  own: boolean;
}

/** A community that hears or is heard through an account, with where its office can be told so now. */
export interface AffectedCommunity {
  id: string;
  locale: string;
  timeZone: string;
  recipients: Recipient[];
}

/** Who is told while the account is down: the managers' groups on other accounts, else the staff's, else the managers in person. */
export function whileDown(recipients: readonly Recipient[]): Recipient[] {
  const others = recipients.filter(({ own }) => !own);
  for (const kind of ['managers', 'staff', 'manager'] as const) {
    const told = others.filter((one) => one.kind === kind);
    if (told.length > 0) return told;
  }
  return [];
}

/** Who is told that it is back: the same, and the managers' groups on the account itself, which could not be told before. */
export function whenBack(recipients: readonly Recipient[]): Recipient[] {
  const own = recipients.filter((one) => one.own && one.kind === 'managers');
  return [...whileDown(recipients), ...own];
}

/**
 * The communities that have conversations on the account; all of them where none has. Only conversations that can be
 * reached now are among the recipients: what is on another account that is down, or stopped, is left out.
 */
export async function affectedBy(tx: Tx, key: AccountKey): Promise<AffectedCommunity[]> {
  const { channel, account } = key;
  const used = await tx.conversation.findMany({
    where: { channel, account, state: 'active', communityId: { not: null } },
    distinct: ['communityId'],
    select: { communityId: true },
  });
  const ids = used.flatMap(({ communityId }) => communityId ?? []);
  const communities = await tx.community.findMany({
    where: ids.length > 0 ? { id: { in: ids } } : {},
    orderBy: { createdAt: 'asc' },
    select: { id: true, locale: true, timeZone: true },
  });
  const rows = await tx.$queryRaw<(Recipient & { communityId: string })[]>`
    SELECT c.id AS "conversationId", c."communityId", c.channel = ${channel} AND c.account = ${account} AS own,
      CASE WHEN c.kind = 'direct' THEN 'manager' ELSE c.audience::text END AS kind
    FROM "Conversation" c LEFT JOIN "ChannelAccount" a ON a.channel = c.channel AND a.account = c.account
    WHERE c."communityId" IS NOT NULL AND c.state = 'active' AND coalesce(a.state, 'online') = 'online' AND a."stoppedAt" IS NULL
      AND (c.kind = 'group' AND c.audience IN ('managers', 'staff') OR c.kind = 'direct' AND EXISTS (
        SELECT 1 FROM "RoleGrant" g WHERE g."personId" = c."personId" AND g.role = 'manager' AND g."revokedAt" IS NULL))
    ORDER BY c."createdAt"`;
  return communities.map((community) => ({
    ...community,
    recipients: rows
      .filter(({ communityId }) => communityId === community.id)
      .map(({ conversationId, kind, own }) => ({ conversationId, kind, own })),
  }));
}
