import type { Notice } from '../../prisma/generated/client.ts';
import type { Step } from '../step.ts';

/** The latest first. Nobody looks for what was thrown away. */
export async function latestNotices({ tx }: Step, communityId: string, atMost: number): Promise<Notice[]> {
  return tx.notice.findMany({
    where: { communityId, state: { not: 'discarded' } },
    orderBy: { number: 'desc' },
    take: atMost,
  });
}
