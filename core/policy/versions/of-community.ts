import type { PolicyVersion } from '../../../prisma/generated/client.ts';
import type { Tx } from '../../database.ts';
import { UsageError } from '../../usage-error.ts';
import type { Policy } from '../policy.ts';
import { readStoredPolicy } from '../document/stored-policy.ts';
import { versionInForce } from './standing.ts';

export interface NamedCommunity {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
}

/**
 * The community that somebody at the command line means; without a name the only one there is.
 * @throws {UsageError} that names those there are, when none is called so, or several are
 */
export async function communityNamed(db: Tx, name: string | undefined): Promise<NamedCommunity> {
  const all = await db.community.findMany({
    select: { id: true, name: true, locale: true, timeZone: true },
    orderBy: { createdAt: 'asc' },
  });
  const meant = name === undefined ? all : all.filter((one) => one.name === name || one.id === name);
  const [only] = meant;
  if (only && meant.length === 1) return only;
  if (all.length === 0) throw new UsageError('There is no community yet: /setup in a chat founds one.');
  // Two may be called the same: then the id tells.
  const listed = all.map((one) => `  ${one.name} (${one.id})`).join('\n');
  throw new UsageError(`Name one of these communities with --community:\n${listed}`);
}

/**
 * The policy of a community at an instant, by what is approved today.
 * @throws {UsageError} when there is no such community, or it had no policy then
 */
export async function policyOfCommunity(
  db: Tx,
  name: string | undefined,
  at: Date,
): Promise<{ community: NamedCommunity; version: PolicyVersion; policy: Policy }> {
  const community = await communityNamed(db, name);
  const all = await db.policyVersion.findMany({ where: { communityId: community.id } });
  const version = versionInForce(all, at);
  if (!version) throw new UsageError(`${community.name} had no policy at ${at.toISOString()}: it was founded later.`);
  return { community, version, policy: readStoredPolicy(version.data) };
}
