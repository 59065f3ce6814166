import { serviceCalendar, type ServiceCalendar } from '../policy/time/calendar.ts';
import { defaultPolicyDocument } from '../policy/default-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { readStoredPolicy } from '../policy/document/stored-policy.ts';
import type { Tx } from '../database.ts';

/** A community with the policy it goes by now. */
export interface CommunityInForce {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  receiptMode: 'text' | 'reaction' | 'silent';
  policyVersionId: string;
  policy: Policy;
  /** The policy's time: service hours, holidays, quiet hours. */
  calendar: ServiceCalendar;
}

/** Founds a community under the default policy, version 1. */
export async function foundCommunity(
  tx: Tx,
  community: { name: string; locale: string; timeZone: string },
  now: Date,
): Promise<{ id: string }> {
  const approved = { takesEffectAt: now, proposedAt: now, approvedAt: now };
  const data = { version: 1, data: defaultPolicyDocument, ...approved };
  return tx.community.create({ data: { ...community, policies: { create: data } }, select: { id: true } });
}

type Row = Omit<CommunityInForce, 'policy' | 'calendar'> & { data: unknown };

/** The community and the newest policy that has taken effect. @throws when it has no policy, which founding prevents. */
export async function communityInForce(tx: Tx, id: string, now: Date): Promise<CommunityInForce> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.name, c.locale, c."timeZone", c."receiptMode"::text, v.id AS "policyVersionId", v.data
    FROM "Community" c JOIN "PolicyVersion" v ON v."communityId" = c.id
    WHERE c.id = ${id}::uuid AND v."takesEffectAt" <= ${now} AND v."approvedAt" IS NOT NULL AND v."withdrawnAt" IS NULL
    ORDER BY v."takesEffectAt" DESC, v.version DESC LIMIT 1`;
  if (!row) throw new Error(`there is no community ${id} with a policy in force`);
  return withPolicy(row);
}

/** The community under the policy by which a ticket was opened: it stays with that, whatever is in force now (P5). */
export async function communityOfTicket(
  tx: Tx,
  ticket: { communityId: string; policyVersionId: string },
): Promise<CommunityInForce> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.name, c.locale, c."timeZone", c."receiptMode"::text, v.id AS "policyVersionId", v.data
    FROM "Community" c JOIN "PolicyVersion" v ON v."communityId" = c.id
    WHERE c.id = ${ticket.communityId}::uuid AND v.id = ${ticket.policyVersionId}::uuid`;
  if (!row) throw new Error(`there is no policy version ${ticket.policyVersionId}`);
  return withPolicy(row);
}

function withPolicy({ data, ...community }: Row): CommunityInForce {
  const policy = policyOf(community.policyVersionId, data);
  return { ...community, policy, calendar: serviceCalendar(policy, community.timeZone) };
}

/** Versions are never edited in place, so each is read once. */
const policies = new Map<string, Policy>();

function policyOf(versionId: string, data: unknown): Policy {
  const policy = policies.get(versionId) ?? readStoredPolicy(data);
  policies.set(versionId, policy);
  return policy;
}

/** Makes sure that the community has these buildings, and returns their ids in the order of the labels. */
export async function ensureBuildings(tx: Tx, communityId: string, labels: readonly string[]): Promise<string[]> {
  await tx.building.createMany({ data: labels.map((label) => ({ communityId, label })), skipDuplicates: true });
  const rows = await tx.building.findMany({ where: { communityId, label: { in: [...labels] } } });
  const byLabel = new Map(rows.map((row) => [row.label, row.id]));
  return labels.flatMap((label) => byLabel.get(label) ?? []);
}
