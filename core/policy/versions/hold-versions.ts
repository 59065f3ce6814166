import type { PolicyVersion } from '../../../prisma/generated/client.ts';
import type { Step } from '../../step.ts';

/**
 * All versions of a community, oldest first, held by this transaction: nobody else proposes, approves or takes back until the
 * commit, and two who propose at once get two numbers.
 */
export async function holdVersions(step: Step, communityId: string): Promise<PolicyVersion[]> {
  // Tickets are opened meanwhile: they hold the community less firmly.
  await step.tx.$queryRaw`SELECT 1 FROM "Community" WHERE id = ${communityId}::uuid FOR NO KEY UPDATE`;
  return step.tx.policyVersion.findMany({ where: { communityId }, orderBy: { version: 'asc' } });
}
