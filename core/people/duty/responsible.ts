import type { Area, Kind, Role } from '../../../prisma/generated/enums.ts';
import type { Policy } from '../../policy/policy.ts';
import { isStaff } from '../roles.ts';

/**
 * The roles that a matter belongs to, best suited first (P6a). A kind that goes to a role whatever it is about comes before what is
 * said of repairs, and that before its area.
 */
export function rolesFor(matter: { area: Area; kind: Kind }, responsible: Policy['responsible']): readonly Role[] {
  const { kinds, repairs, areas } = responsible;
  return kinds[matter.kind] ?? (matter.kind === 'repair' ? repairs[matter.area] : undefined) ?? areas[matter.area];
}

/** Works for the office itself: is put in charge by rule and called. Contractors work on what is passed to them. */
export const carriesTickets = (roles: readonly Role[]): boolean =>
  isStaff(roles.filter((role) => role !== 'contractor'));
