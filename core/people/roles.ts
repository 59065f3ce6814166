import type { Audience, Role } from '../../prisma/generated/enums.ts';

const workRoles: ReadonlySet<Role> = new Set([
  'customer_service',
  'maintenance',
  'security',
  'cleaning',
  'greening',
  'manager',
  'contractor',
]);

/** Works on tickets. A supervisor sees everything and changes nothing, and so is not among them. */
export const isStaff = (roles: readonly Role[]): boolean => roles.some((role) => workRoles.has(role));

/**
 * Works on tickets from outside of the office, as a contractor and as nothing else: sees and answers only what is in their
 * charge, or is offered to them.
 */
export const isContractor = (roles: readonly Role[]): boolean =>
  roles.includes('contractor') && !roles.some((role) => role !== 'contractor' && workRoles.has(role));

export const isManager = (roles: readonly Role[]): boolean => roles.includes('manager');

export const mayRead = (roles: readonly Role[]): boolean => isStaff(roles) || roles.includes('supervisor');

/**
 * Who speaks in a group of the office without a role yet is given this one: a group that a manager has tied to the staff is
 * kept by the office, so being let in is the office's word. Null where a group gives no role.
 */
export function roleByAudience(audience: Audience | null): Role | null {
  if (audience === 'staff') return 'customer_service';
  if (audience === 'managers') return 'manager';
  return null;
}
