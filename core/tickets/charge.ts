import type { Area, Kind, Role, Urgency } from '../../prisma/generated/enums.ts';
import type { Deputy, GridCell } from '../people/duty/read-duty.ts';
import { carriesTickets, rolesFor } from '../people/duty/responsible.ts';
import type { MannedStretch } from '../people/duty/roster.ts';
import type { Policy } from '../policy/policy.ts';

/** Somebody who works for the office. A grant without a building holds for the whole community. */
export interface StaffMember {
  personId: string;
  name: string;
  grants: readonly { role: Role; building: string | null }[];
  /** How many tickets the person has in hand that still want work. */
  openTickets: number;
  /** How many they are put in charge of at most; null: no limit. */
  capacity: number | null;
  /** Away at this moment. */
  absent: boolean;
}

export interface ChargeMatter {
  kind: Kind;
  area: Area;
  urgency: Urgency;
  /** Label; null where the place is not known. */
  building: string | null;
}

/** What holds at this moment, beside the staff. */
export interface ChargeRules {
  responsible: Policy['responsible'];
  grid: readonly GridCell[];
  onDuty: readonly MannedStretch[];
  deputies: readonly Deputy[];
  /** The member of the staff whom the resident spoke to; null: nobody in particular. */
  addressedId: string | null;
}

/** Which rule chose: the word that `assigned` events carry. */
export type ChargeReason =
  | 'first_asked'
  | 'grid'
  | 'grid_building'
  | 'grid_area'
  | 'on_duty'
  | 'building'
  | 'area'
  | 'on_duty_any'
  | 'deputy_for_role'
  | 'deputy'
  | 'customer_service'
  | 'manager'
  | 'anybody';

/** Why somebody whom a rule named was not chosen. */
export type PassedOverReason = 'absent' | 'full';

export interface Charge {
  personId: string;
  name: string;
  why: ChargeReason;
  /** Those who came before by the rules, in that order, each once. */
  passedOver: { personId: string; name: string; why: PassedOverReason }[];
}

interface Rule {
  why: ChargeReason;
  names: (member: StaffMember) => boolean;
}

/**
 * Names the person in charge of a new matter (P6a, P6b). The first rule that names somebody counts: whoever was spoken to; the
 * grid; whoever is on duty with a suiting role; the role for that very building; the role; whoever is on duty for whatever
 * comes; the standing deputies; customer service; a manager; anybody. An emergency is for whoever is on duty, before the grid.
 * Among equals, the one with the fewest tickets in hand, then the smallest id.
 *
 * Who is away, or has as many tickets as they may, is passed over while another can be found: capacity gives way first (and counts
 * neither for emergencies nor for whoever was spoken to), absence last, and contractors are chosen only where there is nobody
 * else at all. Supervisors and the committee never are. Null only without any staff.
 */
export function chooseAssignee(matter: ChargeMatter, staff: readonly StaffMember[], rules: ChargeRules): Charge | null {
  const own = staff.filter(({ grants }) => carriesTickets(grants.map(({ role }) => role)));
  const inOrder = rulesOf(matter, rules);
  const isFull = (member: StaffMember, { why }: Rule): boolean =>
    member.capacity !== null &&
    member.openTickets >= member.capacity &&
    why !== 'first_asked' &&
    matter.urgency !== 'emergency';
  return (
    choose(own, inOrder, (member, rule) => (member.absent ? 'absent' : isFull(member, rule) ? 'full' : null)) ??
    choose(own, inOrder, (member) => (member.absent ? 'absent' : null)) ??
    choose(own, inOrder, () => null) ??
    choose(
      staff,
      [{ why: 'anybody', names: ({ grants }) => grants.some(({ role }) => role === 'contractor') }],
      () => null,
    )
  );
}

function choose(
  staff: readonly StaffMember[],
  rules: readonly Rule[],
  hindrance: (member: StaffMember, rule: Rule) => PassedOverReason | null,
): Charge | null {
  const passedOver = new Map<string, Charge['passedOver'][number]>();
  const byLoad = [...staff].sort((a, b) => a.openTickets - b.openTickets || (a.personId < b.personId ? -1 : 1));
  for (const rule of rules) {
    for (const member of byLoad.filter(rule.names)) {
      const { personId, name } = member;
      const why = hindrance(member, rule);
      if (why === null) return { personId, name, why: rule.why, passedOver: [...passedOver.values()] };
      if (!passedOver.has(personId)) passedOver.set(personId, { personId, name, why });
    }
  }
  return null;
}

function rulesOf(matter: ChargeMatter, { responsible, grid, onDuty, deputies, addressedId }: ChargeRules): Rule[] {
  const roles = rolesFor(matter, responsible);
  const { building, area } = matter;
  const suits = ({ grants }: StaffMember): boolean => grants.some(({ role }) => roles.includes(role));
  const named =
    (list: readonly { personId: string }[]) =>
    ({ personId }: StaffMember): boolean =>
      list.some((one) => one.personId === personId);
  const cells = (why: ChargeReason, holds: (cell: GridCell) => boolean): { suiting: Rule; others: Rule } => {
    const isNamed = named(grid.filter(holds));
    return { suiting: { why, names: (member) => isNamed(member) && suits(member) }, others: { why, names: isNamed } };
  };
  const isHere = (cell: GridCell): boolean => cell.building !== null && cell.building === building;
  const exact = cells('grid', (cell) => isHere(cell) && cell.area === area);
  const byBuilding = cells('grid_building', (cell) => isHere(cell) && cell.area === null);
  const byArea = cells('grid_area', (cell) => cell.building === null && cell.area === area);
  const byGrid = [exact.suiting, exact.others, byBuilding.suiting, byArea.suiting, byBuilding.others, byArea.others];
  const forAll = onDuty.filter(({ role }) => role === null);
  const isForAll = named(forAll);
  const suiting = onDuty.filter(({ role }) => role !== null && roles.includes(role));
  const alsoSuiting: Rule = { why: 'on_duty', names: (member) => isForAll(member) && suits(member) };
  const duty = [...byPosition('on_duty', suiting), alsoSuiting];
  const dutyForAll = byPosition('on_duty_any', forAll);
  const fitting = deputies.filter(({ role }) => role !== null && roles.includes(role));
  const first: Rule = { why: 'first_asked', names: ({ personId }) => personId === addressedId };
  const now = matter.urgency === 'emergency' ? [...duty, ...dutyForAll, ...byGrid] : [...byGrid, ...duty];
  return [
    first,
    ...now,
    ...roles.map((role): Rule => ({
      why: 'building',
      names: holds(role, (label) => label !== null && label === building),
    })),
    ...rungsOf(roles, 'area'),
    ...dutyForAll,
    { why: 'deputy_for_role', names: named(fitting) },
    { why: 'deputy', names: named(deputies.filter(({ role }) => role === null)) },
    ...rungsOf(['customer_service'], 'customer_service'),
    ...rungsOf(['manager'], 'manager'),
    { why: 'anybody', names: () => true },
  ];
}

const holds =
  (role: Role, where: (building: string | null) => boolean) =>
  ({ grants }: StaffMember): boolean =>
    grants.some((grant) => grant.role === role && where(grant.building));

/** The role for the whole community first, then those who have it for some other building only. */
function rungsOf(roles: readonly Role[], why: ChargeReason): Rule[] {
  return [true, false].flatMap((isForAll) =>
    roles.map((role): Rule => ({ why, names: holds(role, (building) => (building === null) === isForAll) })),
  );
}

/** Whoever is called first is chosen first, however busy. */
function byPosition(why: ChargeReason, shifts: readonly MannedStretch[]): Rule[] {
  const positions = [...new Set(shifts.map(({ position }) => position))].sort((a, b) => a - b);
  return positions.map((at): Rule => {
    const ids = new Set(shifts.filter(({ position }) => position === at).map(({ personId }) => personId));
    return { why, names: ({ personId }) => ids.has(personId) };
  });
}
