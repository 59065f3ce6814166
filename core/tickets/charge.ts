import type { Area, Kind, Role } from '../../prisma/generated/enums.ts';

/** Somebody who works for the office. A grant without a building holds for the whole community. */
export interface StaffMember {
  personId: string;
  name: string;
  grants: readonly { role: Role; building: string | null }[];
  /** How many open tickets the person is in charge of. */
  openTickets: number;
}

/** Which rule chose: the word that `assigned` events carry. */
export type ChargeReason = 'building' | 'area' | 'customer_service' | 'manager' | 'anybody';

export interface Charge {
  personId: string;
  name: string;
  why: ChargeReason;
}

/** Roles that look on or are represented, but do not carry tickets. */
const onlookers: readonly Role[] = ['resident', 'supervisor', 'committee'];

/** Who knows about what, best suited first (P6a). */
const rolesByArea: Record<Area, readonly Role[]> = {
  facilities: ['maintenance'],
  environment: ['cleaning', 'greening'],
  security: ['security'],
  parking: ['security'],
  neighbours: ['customer_service'],
  fees: ['customer_service'],
  service: ['customer_service'],
  community: ['customer_service'],
  other: ['customer_service'],
};

/** The roles that a matter belongs to. A question or thanks is for customer service, whatever it is about. */
export function rolesFor(matter: { area: Area; kind: Kind }): readonly Role[] {
  if (matter.kind === 'inquiry' || matter.kind === 'praise') return ['customer_service'];
  // A barrier that does not open is a repair; a car in the wrong place is a matter of order.
  if (matter.area === 'parking' && matter.kind === 'repair') return ['maintenance'];
  return rolesByArea[matter.area];
}

/**
 * Names the person in charge of a new matter (P6a, P6b): the one whose role it is for that very building, then whoever
 * has the role, then customer service, then a manager, then anybody of the staff. Among equals, the one with the fewest
 * open tickets, then the smallest id. Supervisors and the committee are never put in charge. Null without any staff.
 */
export function chooseAssignee(
  matter: { area: Area; kind: Kind; building: string | null },
  staff: readonly StaffMember[],
): Charge | null {
  const roles = rolesFor(matter);
  const rungs: { why: ChargeReason; suits: (grant: StaffMember['grants'][number]) => boolean }[] = [
    ...roles.map((role) => ({
      why: 'building' as const,
      suits: (grant: StaffMember['grants'][number]) =>
        grant.role === role && grant.building !== null && grant.building === matter.building,
    })),
    ...rungsOf(roles, 'area'),
    ...rungsOf(['customer_service'], 'customer_service'),
    ...rungsOf(['manager'], 'manager'),
    { why: 'anybody', suits: (grant) => !onlookers.includes(grant.role) },
  ];
  for (const { why, suits } of rungs) {
    const chosen = staff.filter((member) => member.grants.some(suits)).sort(byLoad)[0];
    if (chosen) return { personId: chosen.personId, name: chosen.name, why };
  }
  return null;
}

/** The role for the whole community first, then those who have it for some other building only. */
function rungsOf(roles: readonly Role[], why: ChargeReason) {
  return [true, false].flatMap((isForAll) =>
    roles.map((role) => ({
      why,
      suits: (grant: StaffMember['grants'][number]) => grant.role === role && (grant.building === null) === isForAll,
    })),
  );
}

function byLoad(a: StaffMember, b: StaffMember): number {
  return a.openTickets - b.openTickets || (a.personId < b.personId ? -1 : 1);
}
