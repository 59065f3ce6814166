import type { CommunityInForce } from '../../people/communities.ts';
import { audit } from '../../people/audit.ts';
import type { FlatLabels } from '../../people/flat-in-name.ts';
import type { Step } from '../../step.ts';
import { confirmNotice } from './confirm.ts';

/** What came of flats that were told in person. `unknown`: they are not on record. */
export interface Told {
  marked: FlatLabels[];
  already: FlatLabels[];
  unknown: FlatLabels[];
}

/**
 * A guard or a clerk has told these flats of a notice in person: they count as confirmed from now on (P8b). Each is written down
 * once, whether anybody of it is known or not; one that has confirmed stays as it was.
 */
export async function markTold(
  step: Step,
  community: CommunityInForce,
  { noticeId, flats, by }: { noticeId: string; flats: readonly FlatLabels[]; by: string },
): Promise<Told> {
  const told: Told = { marked: [], already: [], unknown: [] };
  for (const flat of flats) {
    const outcome = await markOne(step, community, noticeId, flat);
    told[outcome].push(flat);
  }
  if (told.marked.length > 0) {
    const entry = { action: 'told_in_person', subject: `notice:${noticeId}`, data: { flats: told.marked.length } };
    await audit(step.tx, { communityId: community.id, actorId: by, ...entry });
  }
  return told;
}

async function markOne(
  step: Step,
  community: CommunityInForce,
  noticeId: string,
  { building, unit, room }: FlatLabels,
): Promise<keyof Told> {
  const household = await step.tx.household.findFirst({
    where: { communityId: community.id, building: { label: building }, unit, room },
    select: {
      id: true,
      receipts: { where: { noticeId }, select: { personId: true }, take: 1 },
      persons: { where: { mergedIntoId: null }, orderBy: { createdAt: 'asc' }, select: { id: true }, take: 1 },
    },
  });
  if (!household) return 'unknown';
  if (household.receipts.length > 0) return 'already';
  const [person] = household.persons;
  if (!person) {
    const row = { noticeId, householdId: household.id, by: 'staff' as const, at: step.now };
    const { count } = await step.tx.noticeReceipt.createMany({ data: [row], skipDuplicates: true });
    return count > 0 ? 'marked' : 'already';
  }
  const receipt = { noticeId, personId: person.id, staff: false, by: 'staff' as const };
  const confirmed = await confirmNotice(step, community.id, receipt);
  return confirmed === 'confirmed' ? 'marked' : confirmed === 'already' ? 'already' : 'unknown';
}
