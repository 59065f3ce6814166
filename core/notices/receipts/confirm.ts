import type { NoticeState, ReceiptBy } from '../../../prisma/generated/enums.ts';
import type { Step } from '../../step.ts';

/**
 * What came of a confirmation. `already`: this person has confirmed before. `over`: the notice does not hold any more, or not yet.
 * `foreign`: it is not for them: of another estate, or they work here and do not live here.
 */
export type Confirmed = 'confirmed' | 'already' | 'asks_none' | 'over' | 'foreign';

/** What a notice says of confirming it. */
export interface Confirmable {
  communityId: string;
  state: NoticeState;
  asksReceipt: boolean;
  isDrill: boolean;
}

/** Who confirms. */
export interface Confirmer {
  communityId: string;
  staff: boolean;
  /** A flat of theirs is on record. */
  hasFlat: boolean;
}

/** Whether somebody's confirmation counts (P8b). In a drill it is the staff's that does. */
export function mayConfirm(notice: Confirmable, who: Confirmer): Exclude<Confirmed, 'already'> {
  if (notice.communityId !== who.communityId) return 'foreign';
  if (!notice.asksReceipt) return 'asks_none';
  if (notice.state !== 'live') return 'over';
  if (who.staff && !notice.isDrill && !who.hasFlat) return 'foreign';
  return 'confirmed';
}

/**
 * Puts on record that somebody has confirmed a notice, for their household as it is on record now. Once for each person; what is
 * late, doubled or foreign changes nothing.
 */
export async function confirmNotice(
  step: Step,
  communityId: string,
  receipt: { noticeId: string; personId: string; staff: boolean; by: ReceiptBy },
): Promise<Confirmed> {
  const { noticeId, personId, staff, by } = receipt;
  const notice = await step.tx.notice.findUnique({
    where: { id: noticeId },
    select: { communityId: true, state: true, asksReceipt: true, isDrill: true },
  });
  if (!notice) return 'foreign';
  const { householdId } = await step.tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { householdId: true },
  });
  const may = mayConfirm(notice, { communityId, staff, hasFlat: householdId !== null });
  if (may !== 'confirmed') return may;
  const row = { noticeId, personId, householdId, by, at: step.now };
  const made = await step.tx.noticeReceipt.createMany({ data: [row], skipDuplicates: true });
  return made.count > 0 ? 'confirmed' : 'already';
}
