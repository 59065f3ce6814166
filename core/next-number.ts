import type { Step } from './step.ts';

/** What is counted up in each community, so that people can name it: 通知3. */
export type Numbered = 'notice' | 'questionnaire' | 'consultation' | 'activity' | 'faq' | 'correction' | 'incident';

/**
 * The next number of its kind in a community, from 1. The community is held until the transaction ends, so that two who count at the
 * same time never get the same number; the row that takes it must be written in the same transaction.
 */
export async function nextNumber({ tx }: Step, communityId: string, of: Numbered): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM "Community" WHERE id = ${communityId}::uuid FOR NO KEY UPDATE`;
  const ofCommunity = { where: { communityId }, _max: { number: true } } as const;
  const counted = {
    notice: () => tx.notice.aggregate(ofCommunity),
    questionnaire: () => tx.questionnaire.aggregate(ofCommunity),
    consultation: () => tx.consultation.aggregate(ofCommunity),
    activity: () => tx.activity.aggregate(ofCommunity),
    faq: () => tx.faqEntry.aggregate(ofCommunity),
    correction: () => tx.correction.aggregate(ofCommunity),
    incident: () => tx.incident.aggregate(ofCommunity),
  };
  const { _max: last } = await counted[of]();
  return (last.number ?? 0) + 1;
}
