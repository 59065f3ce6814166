import type { Tx } from '../database.ts';
import type { AccountKey } from './account-key.ts';

/** Where somebody of the office can be told something about an account of ours. */
export interface Recipient {
  conversationId: string;
  kind: 'managers' | 'staff' | 'manager' | 'supervisor';
  /** It is on the very account that is told about. */
  own: boolean;
  /** Of a direct chat. */
  personId?: string | null;
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

/** The supervisors in person, each once, on another account than the one that is told about. */
export function supervisorsAmong(recipients: readonly Recipient[]): Recipient[] {
  const chats = recipients.filter(({ kind, own }) => kind === 'supervisor' && !own);
  return chats.filter((one, at) => chats.findIndex(({ personId }) => personId === one.personId) === at);
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
  const affected = [];
  for (const community of communities) {
    affected.push({ ...community, recipients: await recipientsOf(tx, community.id, key) });
  }
  return affected;
}

/**
 * Where the office of a community can be told something now; what is on an account that is down, or stopped, is left out.
 * @param about the account that is told about; null: none
 */
export async function recipientsOf(tx: Tx, communityId: string, about: AccountKey | null): Promise<Recipient[]> {
  const rows = await tx.$queryRaw<{ id: string; kind: Recipient['kind']; personId: string | null; key: string }[]>`
    SELECT c.id, c."personId", c.channel || ':' || c.account AS key,
      CASE WHEN c.kind = 'group' THEN c.audience::text WHEN 'supervisor' = ANY(g.roles) THEN 'supervisor' ELSE 'manager' END AS kind
    FROM "Conversation" c LEFT JOIN "ChannelAccount" a ON a.channel = c.channel AND a.account = c.account
      LEFT JOIN LATERAL (SELECT array_agg(r.role::text) AS roles FROM "RoleGrant" r
        WHERE r."personId" = c."personId" AND r.role IN ('manager', 'supervisor') AND r."revokedAt" IS NULL) g ON true
    WHERE c."communityId" = ${communityId}::uuid AND c.state = 'active' AND coalesce(a.state, 'online') = 'online'
      AND a."stoppedAt" IS NULL
      AND (c.kind = 'group' AND c.audience IN ('managers', 'staff') OR c.kind = 'direct' AND g.roles IS NOT NULL)
    ORDER BY c."createdAt"`;
  return rows.map(({ id, kind, personId, key }) => ({
    conversationId: id,
    kind,
    personId,
    own: about !== null && key === `${about.channel}:${about.account}`,
  }));
}
