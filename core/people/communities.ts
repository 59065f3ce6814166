import { defaultPolicy, policySchema, type Policy } from '../policy/policy.ts';
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
}

/** Founds a community under the default policy, version 1. */
export async function foundCommunity(
  tx: Tx,
  community: { name: string; locale: string; timeZone: string },
  now: Date,
): Promise<{ id: string }> {
  const data = { version: 1, data: defaultPolicy, takesEffectAt: now };
  return tx.community.create({ data: { ...community, policies: { create: data } }, select: { id: true } });
}

/** The community and the newest policy that has taken effect. @throws when it has no policy, which founding prevents. */
export async function communityInForce(tx: Tx, id: string, now: Date): Promise<CommunityInForce> {
  const [row] = await tx.$queryRaw<(Omit<CommunityInForce, 'policy'> & { data: unknown })[]>`
    SELECT c.id, c.name, c.locale, c."timeZone", c."receiptMode"::text, v.id AS "policyVersionId", v.data
    FROM "Community" c JOIN "PolicyVersion" v ON v."communityId" = c.id
    WHERE c.id = ${id}::uuid AND v."takesEffectAt" <= ${now} ORDER BY v.version DESC LIMIT 1`;
  if (!row) throw new Error(`there is no community ${id} with a policy in force`);
  const { data, ...community } = row;
  return { ...community, policy: readPolicy(community.policyVersionId, data) };
}

/** Versions are never edited in place, so each is checked once. */
const policies = new Map<string, Policy>();

function readPolicy(versionId: string, data: unknown): Policy {
  const policy = policies.get(versionId) ?? policySchema.parse(data);
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
