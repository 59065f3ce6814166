import type { Role } from '../../../prisma/generated/enums.ts';
import type { Step } from '../../step.ts';
import { audit } from '../audit.ts';
import type { Change } from './set-responsibility.ts';

/** Which lines of the roster are meant; what is left out does not matter. */
export interface ShiftsMeant {
  /** ISO: 1 is Monday. A line loses these days, and ends with its last one. */
  weekdays?: readonly number[];
  startsAt?: string;
  endsAt?: string;
  role?: Role | null;
  personIds?: readonly string[];
}

/** A line of the weekly roster as a manager says it; those named first are called first. */
export interface NewShifts {
  weekdays: readonly number[];
  startsAt: string;
  endsAt: string;
  role: Role | null;
  personIds: readonly string[];
}

/**
 * Puts people on duty at these times of the week. Lines of the same times and role lose the days that are said anew, so that
 * nobody is on duty twice in one place.
 */
export async function setShifts(step: Step, change: Change, line: NewShifts): Promise<void> {
  const { personIds, ...times } = line;
  await endShifts(step, change, times);
  const { communityId, by } = change;
  for (const [position, personId] of personIds.entries()) {
    const data = { ...times, weekdays: [...times.weekdays], communityId, personId, position, createdAt: step.now };
    const { id } = await step.tx.dutyShift.create({ data, select: { id: true } });
    const { startsAt, endsAt, role } = times;
    await audit(step.tx, {
      communityId,
      actorId: by,
      action: 'set_shift',
      subject: `shift:${id}`,
      data: { personId, position, startsAt, endsAt, role, weekdays: [...times.weekdays] },
    });
  }
}

/** Takes lines, or days of them, out of the roster. Returns how many lines were changed. */
export async function endShifts(step: Step, change: Change, meant: ShiftsMeant): Promise<number> {
  const { communityId, by } = change;
  const { weekdays, startsAt, endsAt, role, personIds } = meant;
  await step.tx.$queryRaw`SELECT 1 FROM "Community" WHERE id = ${communityId}::uuid FOR NO KEY UPDATE`;
  const rows = await step.tx.dutyShift.findMany({
    where: {
      communityId,
      revokedAt: null,
      ...(startsAt === undefined ? {} : { startsAt }),
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(role === undefined ? {} : { role }),
      ...(personIds === undefined ? {} : { personId: { in: [...personIds] } }),
      ...(weekdays === undefined ? {} : { weekdays: { hasSome: [...weekdays] } }),
    },
    select: { id: true, weekdays: true },
  });
  for (const shift of rows) {
    const left = weekdays === undefined ? [] : shift.weekdays.filter((day) => !weekdays.includes(day));
    const data = left.length > 0 ? { weekdays: left } : { revokedAt: step.now };
    await step.tx.dutyShift.update({ where: { id: shift.id }, data, select: { id: true } });
    const subject = `shift:${shift.id}`;
    await audit(step.tx, { communityId, actorId: by, action: 'end_shift', subject, data: { left } });
  }
  return rows.length;
}

/** Somebody else takes a shift on one day, or nobody (null). */
export async function changeDuty(
  step: Step,
  { communityId, by }: Change,
  { shiftId, day }: { shiftId: string; day: string },
  personId: string | null,
): Promise<void> {
  const data = { personId, swapId: null, createdAt: step.now };
  await step.tx.dutyChange.upsert({
    where: { shiftId_day: { shiftId, day } },
    create: { shiftId, day, ...data },
    update: data,
    select: { id: true },
  });
  const entry = { communityId, actorId: by, subject: `shift:${shiftId}` };
  await audit(step.tx, { ...entry, action: 'change_duty', data: { day, personId } });
}

/** The weekly roster holds again on that day. Returns whether anything else did. */
export async function dropChange(
  step: Step,
  { communityId, by }: Change,
  { shiftId, day }: { shiftId: string; day: string },
): Promise<boolean> {
  const { count } = await step.tx.dutyChange.deleteMany({ where: { shiftId, day } });
  const entry = { communityId, actorId: by, subject: `shift:${shiftId}` };
  if (count > 0) await audit(step.tx, { ...entry, action: 'drop_duty_change', data: { day } });
  return count > 0;
}
