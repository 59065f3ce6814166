import type { FeeList } from '../../../prisma/generated/client.ts';
import { audit } from '../../people/audit.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { setDeadline } from '../../tickets/deadlines.ts';
import type { FeeLine } from './read-list.ts';

export interface NewFeeList {
  title: string;
  paysFor: string;
  how: string;
  /** Null: when it is confirmed. */
  remindAt: Date | null;
  lines: readonly FeeLine[];
  importedById: string | null;
}

/** Puts a list on record, unconfirmed: nobody hears of it. */
export async function importFees(step: Step, communityId: string, { lines, ...list }: NewFeeList): Promise<FeeList> {
  const { tx, now } = step;
  const households = await tx.household.findMany({
    where: { communityId },
    select: { id: true, unit: true, room: true, building: { select: { label: true } } },
  });
  const key = (building: string, unit: string, room: string): string => [building, unit, room].join('/').toUpperCase();
  const byFlat = new Map(households.map(({ id, unit, room, building }) => [key(building.label, unit, room), id]));
  const items = lines.map(({ flat, amount, dueOn }) => ({
    flat: [flat.building, flat.unit, flat.room].filter(Boolean).join('-'),
    householdId: byFlat.get(key(flat.building, flat.unit, flat.room)) ?? null,
    amount,
    dueOn,
  }));
  const made = await tx.feeList.create({ data: { communityId, ...list, importedAt: now, items: { create: items } } });
  await audit(tx, { communityId, actorId: list.importedById, action: 'import_fees', subject: `fees:${made.id}` });
  return made;
}

/** What a manager sees of a list: counts and a total, and no household. */
export interface FeeCounts {
  households: number;
  /** In cents. */
  total: number;
  /** Flats of which nobody is on record. */
  unknown: number;
  /** Households of whom at least one can be told directly. */
  reachable: number;
  reminded: number;
  paid: number;
}

export async function countFees({ tx }: Pick<Step, 'tx'>, listId: string): Promise<FeeCounts> {
  const items = await tx.feeItem.findMany({
    where: { listId },
    select: { amount: true, remindedAt: true, paidAt: true, household: { select: { persons: reachablePersons } } },
  });
  return {
    households: items.length,
    total: items.reduce((sum, { amount }) => sum + amount, 0),
    unknown: items.filter(({ household }) => household === null).length,
    reachable: items.filter(({ household }) => (household?.persons.length ?? 0) > 0).length,
    reminded: items.filter(({ remindedAt }) => remindedAt !== null).length,
    paid: items.filter(({ paidAt }) => paidAt !== null).length,
  };
}

/**
 * Who of a household may be told what it owes: whose flat was confirmed, by themselves or the staff, and who has a direct chat. Anybody can write a
 * number into a nickname.
 */
export const reachablePersons = {
  where: {
    flatConfirmedAt: { not: null },
    mergedIntoId: null,
    direct: { some: { kind: 'direct', state: 'active' } },
  },
  orderBy: { id: 'asc' },
  select: { id: true, locale: true },
} as const;

/** The list, held until the transaction ends; null when this community has none such. */
export async function holdFees({ tx }: Step, communityId: string, id: string): Promise<FeeList | null> {
  await tx.$queryRaw`SELECT 1 FROM "FeeList" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.feeList.findFirst({ where: { id, communityId } });
}

/** A manager confirms what they were shown, once: the households are reminded at the time that was said, in civil hours. */
export async function confirmFees(
  step: Step,
  community: CommunityInForce,
  { id, byId }: { id: string; byId: string },
): Promise<{ kind: 'confirmed'; at: Date } | { kind: 'over' }> {
  const list = await holdFees(step, community.id, id);
  if (!list || list.confirmedAt !== null || list.revokedAt !== null) return { kind: 'over' };
  const wanted = list.remindAt && list.remindAt > step.now ? list.remindAt : step.now;
  const at = community.calendar.civil(wanted);
  const data = { confirmedAt: step.now, remindAt: at };
  await step.tx.feeList.update({ where: { id }, data, select: { id: true } });
  await setDeadline(step, { kind: 'fees', communityId: community.id, subjectId: id, rung: 'remind', dueAt: at });
  await audit(step.tx, { communityId: community.id, actorId: byId, action: 'confirm_fees', subject: `fees:${id}` });
  return { kind: 'confirmed', at };
}

/** Nobody is reminded by it any more, not even by a word that waits to be said. Returns false when it is not there, or was over. */
export async function revokeFees(
  step: Step,
  community: CommunityInForce,
  { id, byId }: { id: string; byId: string },
): Promise<boolean> {
  const list = await holdFees(step, community.id, id);
  if (!list || list.revokedAt !== null) return false;
  await step.tx.feeList.update({ where: { id }, data: { revokedAt: step.now }, select: { id: true } });
  const items = await step.tx.feeItem.findMany({ where: { listId: id }, select: { id: true } });
  await dropReminders(
    step,
    items.map((item) => item.id),
  );
  await audit(step.tx, { communityId: community.id, actorId: byId, action: 'revoke_fees', subject: `fees:${id}` });
  return true;
}

/** What waits to remind somebody of these is not said any more. */
export async function dropReminders({ tx, now }: Step, itemIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxMessage" SET state = 'dropped', failure = 'stopped', "settledAt" = ${now}
    WHERE state = 'pending' AND subject = 'fees' AND purpose = 'notice' AND "subjectId" = ANY(${[...itemIds]}::uuid[])`;
}

/** The lists of a community in the order of their import: managers name them by their place in it, from 1. */
export const feeLists = ({ tx }: Pick<Step, 'tx'>, communityId: string): Promise<FeeList[]> =>
  tx.feeList.findMany({ where: { communityId }, orderBy: [{ importedAt: 'asc' }, { id: 'asc' }] });
