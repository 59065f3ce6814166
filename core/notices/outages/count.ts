import type { Tx } from '../../database.ts';
import type { Step } from '../../step.ts';

/** A resident told of what a notice announces, in this message. */
export interface NoticeReported {
  noticeId: string;
  personId: string;
  messageId: string;
  at: Date;
}

/** Counts a resident on a notice, once (P8a): the first message in which they told of it stays. */
export async function countReport({ tx }: Pick<Step, 'tx'>, reported: NoticeReported): Promise<void> {
  await tx.noticeReport.createMany({ data: [reported], skipDuplicates: true });
}

/** How many households have told of it; whoever has no flat on record counts for themselves. */
export async function householdsReporting(tx: Tx, noticeId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT coalesce(p."householdId", p.id))::int AS count
    FROM "NoticeReport" r JOIN "Person" p ON p.id = r."personId" WHERE r."noticeId" = ${noticeId}::uuid`;
  return row?.count ?? 0;
}
