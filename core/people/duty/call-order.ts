import type { Role } from '../../../prisma/generated/enums.ts';
import type { MannedStretch } from './roster.ts';

/** What the order of calls is made of. Only people who work for the office now, and are not away, may be in it. */
export interface CallList {
  /** On duty at this moment. */
  onDuty: readonly MannedStretch[];
  /** Shifts that begin later, earliest first, and of those that begin together the first position. */
  coming: readonly MannedStretch[];
  deputies: readonly { personId: string; role: Role | null }[];
  managers: readonly string[];
  /** Everybody else of the office: the last resort. */
  others: readonly string[];
}

export interface Called {
  personId: string;
  why: 'on_duty' | 'next_on_duty' | 'next_shift' | 'deputy' | 'manager' | 'anybody';
}

/**
 * Who is called one after the other for a matter that cannot wait (P5e), each once: whoever is on duty for it, first position
 * first; others who are on duty; standing deputies; managers; and only where there is none of all these, everybody. Who comes on
 * with the next shift is called after those on duty, but never instead of them.
 *
 * @param roles the roles that the matter belongs to
 * @returns one step of calls after the other; each step is called together
 */
export function callOrder(list: CallList, roles: readonly Role[]): Called[][] {
  const suits = (role: Role | null): boolean => role === null || roles.includes(role);
  const suiting = list.onDuty.filter(({ role }) => suits(role));
  const first = Math.min(...suiting.map(({ position }) => position));
  const step = (why: Called['why'], from: readonly { personId: string }[]): Called[] =>
    from.map(({ personId }) => ({ personId, why }));
  const people = (ids: readonly string[]) => ids.map((personId) => ({ personId }));
  const fitting = list.deputies.filter(({ role }) => role !== null && roles.includes(role));
  const onDuty = [
    step(
      'on_duty',
      suiting.filter(({ position }) => position === first),
    ),
    step(
      'next_on_duty',
      suiting.filter(({ position }) => position > first),
    ),
    step(
      'next_on_duty',
      list.onDuty.filter(({ role }) => !suits(role)),
    ),
  ];
  const coming = list.coming.filter(({ role }) => suits(role));
  const next = coming.filter(
    ({ from, position }) => from.getTime() === coming[0]?.from.getTime() && position === coming[0].position,
  );
  const afterDuty = list.onDuty.length > 0 ? [step('next_shift', next)] : [];
  const order = eachOnce([
    ...onDuty,
    ...afterDuty,
    step('deputy', fitting),
    step(
      'deputy',
      list.deputies.filter(({ role }) => role === null),
    ),
    step('manager', people(list.managers)),
  ]);
  return order.length > 0 ? order : eachOnce([step('anybody', people(list.others))]);
}

function eachOnce(steps: Called[][]): Called[][] {
  const seen = new Set<string>();
  const once = steps.map((step) =>
    step.filter(({ personId }) => {
      const isNew = !seen.has(personId);
      seen.add(personId);
      return isNew;
    }),
  );
  return once.filter((step) => step.length > 0);
}
