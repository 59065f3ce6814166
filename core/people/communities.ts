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
  const row = await tx.policyVersion.findFirstOrThrow({
    where: { communityId: id, takesEffectAt: { lte: now } },
    orderBy: { version: 'desc' },
    include: { community: true },
  });
  const { name, locale, timeZone, receiptMode } = row.community;
  return { id, name, locale, timeZone, receiptMode, policyVersionId: row.id, policy: policySchema.parse(row.data) };
}

/** Makes sure that the community has these buildings, and returns their ids in the order of the labels. */
export async function ensureBuildings(tx: Tx, communityId: string, labels: readonly string[]): Promise<string[]> {
  await tx.building.createMany({ data: labels.map((label) => ({ communityId, label })), skipDuplicates: true });
  const rows = await tx.building.findMany({ where: { communityId, label: { in: [...labels] } } });
  const byLabel = new Map(rows.map((row) => [row.label, row.id]));
  return labels.flatMap((label) => byLabel.get(label) ?? []);
}
