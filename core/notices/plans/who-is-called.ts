import type { Role } from '../../../prisma/generated/enums.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { isAbsent } from '../../people/duty/absence.ts';
import { readAbsences, readOffice, readRoster } from '../../people/duty/read-duty.ts';
import { onDuty } from '../../people/duty/roster.ts';
import type { Step } from '../../step.ts';

/** Somebody who is called, for which of the roles. */
export interface CalledPerson {
  personId: string;
  name: string;
  role: Role;
}

/** What is known of the office at an instant. */
export interface OfficeNow {
  /** Everybody with a role. */
  office: readonly { personId: string; name: string; roles: readonly Role[] }[];
  absent: ReadonlySet<string>;
  /** Who is on duty, called first first; `role` null: for whatever comes. */
  onDuty: readonly { personId: string; role: Role | null }[];
}

/**
 * Who is called for each role of a plan, in turn (P6a, P8f): who is on duty for it; where nobody is, everybody there who has it. Nobody is
 * called twice, nor whoever is away.
 */
export function whoIsCalled(roles: readonly Role[], { office, absent, onDuty: duty }: OfficeNow): CalledPerson[] {
  const called: CalledPerson[] = [];
  for (const role of roles) {
    const there = office.filter(({ personId, roles: has }) => has.includes(role) && !absent.has(personId));
    const onNow = there.filter(({ personId }) =>
      duty.some((one) => one.personId === personId && (one.role === null || one.role === role)),
    );
    for (const { personId, name } of onNow.length > 0 ? onNow : there)
      if (!called.some((one) => one.personId === personId)) called.push({ personId, name, role });
  }
  return called;
}

export async function officeNow({ tx, now }: Step, community: CommunityInForce): Promise<OfficeNow> {
  const office = await readOffice(tx, community.id);
  const absences = await readAbsences(tx, community.id, now);
  const roster = await readRoster(tx, community, now, now);
  return {
    office,
    absent: new Set(office.map(({ personId }) => personId).filter((id) => isAbsent(absences, id, now))),
    onDuty: onDuty(roster, now, community.timeZone),
  };
}
