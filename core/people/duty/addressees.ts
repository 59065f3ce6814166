import type { Area, Kind, Role } from '../../../prisma/generated/enums.ts';
import type { Step } from '../../step.ts';
import type { CommunityInForce } from '../communities.ts';
import { isManager } from '../roles.ts';
import { isAbsent } from './absence.ts';
import { callOrder, type CallList, type Called } from './call-order.ts';
import { readAbsences, readOffice, readResponsibilities, readRoster } from './read-duty.ts';
import { carriesTickets, rolesFor } from './responsible.ts';
import { dutyBetween, isManned, onDuty } from './roster.ts';

const DAY_MS = 24 * 3_600_000;

/** What a ticket says of whom it belongs to. */
export interface DutyMatter {
  kind: Kind;
  area: Area;
  assigneeId: string | null;
}

/**
 * Whom the rungs `on_duty` and `next_on_duty` of a ladder speak to (P5e, P6a): the first two steps of {@link callOrder}. Neither
 * is empty while another can still be called; `next` is empty when nobody is left. An estate without any roster is served, while
 * the office is open, by whoever was put in charge.
 */
export async function dutyAddressees(
  step: Step,
  community: CommunityInForce,
  ticket: DutyMatter,
  now: Date,
): Promise<{ onDuty: string[]; next: string[] }> {
  const order = await callOrderOf(step, community, ticket, now);
  const ids = (called: Called[] = []): string[] => called.map(({ personId }) => personId);
  return { onDuty: ids(order[0]), next: ids(order[1]) };
}

/** Everybody who is called for a ticket, one step after the other. */
export async function callOrderOf(
  step: Step,
  community: CommunityInForce,
  ticket: DutyMatter,
  now: Date,
): Promise<Called[][]> {
  const { list, hasRoster } = await readCallList(step, community, now);
  const order = callOrder(list, rolesFor(ticket, community.policy.responsible));
  const isOpen = community.calendar.add(now, 0, 'service').getTime() === now.getTime();
  const { assigneeId } = ticket;
  if (hasRoster || !isOpen || assigneeId === null || !list.present.has(assigneeId)) return order;
  const rest = order.map((called) => called.filter(({ personId }) => personId !== assigneeId));
  return [[{ personId: assigneeId, why: 'on_duty' as const }], ...rest.filter((called) => called.length > 0)];
}

/**
 * Who hears what somebody who is away would have heard: the standing deputy for one of their roles, the one for all, whoever is
 * on duty, a manager. Null while they are there, and where there is nobody else.
 */
export async function standInFor(
  step: Step,
  community: CommunityInForce,
  personId: string,
  now: Date,
): Promise<string | null> {
  const absences = await readAbsences(step.tx, community.id, now);
  return isAbsent(absences, personId, now) ? standInOf(step, community, personId, now) : null;
}

/** Who would stand in for somebody who is away at an instant; see {@link standInFor}. */
export async function standInOf(
  step: Step,
  community: CommunityInForce,
  personId: string,
  at: Date,
): Promise<string | null> {
  const { list, roles } = await readCallList(step, community, at);
  const theirs = roles.get(personId) ?? [];
  const [suiting = [], others = []] = [true, false].map((isSuiting) =>
    list.onDuty.filter(({ role }) => (role === null || theirs.includes(role)) === isSuiting),
  );
  const inOrder = [
    ...list.deputies.filter(({ role }) => role !== null && theirs.includes(role)),
    ...list.deputies.filter(({ role }) => role === null),
    ...suiting,
    ...others,
    ...list.managers.map((id) => ({ personId: id })),
  ];
  return inOrder.find((one) => one.personId !== personId)?.personId ?? null;
}

/** Of everybody only those who carry tickets and are there now. */
async function readCallList(
  step: Step,
  community: CommunityInForce,
  now: Date,
): Promise<{ list: CallList & { present: ReadonlySet<string> }; hasRoster: boolean; roles: Map<string, Role[]> }> {
  const { tx } = step;
  const soon = new Date(now.getTime() + DAY_MS);
  const office = await readOffice(tx, community.id);
  const absences = await readAbsences(tx, community.id, now);
  const { deputies } = await readResponsibilities(tx, community.id);
  const roster = await readRoster(tx, community, now, soon);
  const there = office.filter(({ personId, roles }) => carriesTickets(roles) && !isAbsent(absences, personId, now));
  const present = new Set(there.map(({ personId }) => personId));
  const isPresent = ({ personId }: { personId: string }): boolean => present.has(personId);
  const onNow = onDuty(roster, now, community.timeZone).filter(isPresent);
  const coming = dutyBetween(roster, now, soon, community.timeZone)
    .filter(isManned)
    .filter((stretch) => stretch.from > now && isPresent(stretch));
  const managers = there.filter(({ roles }) => isManager(roles)).map(({ personId }) => personId);
  return {
    list: {
      onDuty: onNow,
      coming,
      deputies: deputies.filter(isPresent),
      managers,
      others: there.map(({ personId }) => personId),
      present,
    },
    hasRoster: roster.shifts.length > 0,
    roles: new Map(office.map(({ personId, roles }) => [personId, roles])),
  };
}
