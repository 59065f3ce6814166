import type { Role } from '../../../prisma/generated/enums.ts';
import type { Database } from '../../database.ts';
import { callOrder } from '../../people/duty/call-order.ts';
import { readOffice, readResponsibilities, readRoster, type Deputy } from '../../people/duty/read-duty.ts';
import { carriesTickets, rolesFor } from '../../people/duty/responsible.ts';
import { onDuty, type Roster } from '../../people/duty/roster.ts';
import { isManager } from '../../people/roles.ts';
import type { Policy } from '../policy.ts';
import type { Call } from './replay-ticket.ts';
import type { TicketStory } from './story.ts';

/** Who works for the office: as it is now, because who did in the past is not asked. By their ids. */
export interface Office {
  staff: readonly string[];
  managers: readonly string[];
  supervisors: readonly string[];
  deputies: readonly Deputy[];
  roster: Roster;
  timeZone: string;
}

export async function readTheOffice(
  db: Database,
  community: { id: string; timeZone: string },
  from: Date,
  to: Date,
): Promise<Office> {
  const people = await readOffice(db, community.id);
  const idsOf = (suits: (roles: readonly Role[]) => boolean): string[] =>
    people.filter(({ roles }) => suits(roles)).map(({ personId }) => personId);
  return {
    staff: idsOf(carriesTickets),
    managers: idsOf(isManager),
    supervisors: idsOf((roles) => roles.includes('supervisor')),
    deputies: (await readResponsibilities(db, community.id)).deputies,
    roster: await readRoster(db, community, from, to),
    timeZone: community.timeZone,
  };
}

/** The persons to whom a rung speaks by name. A word to a group alone names nobody, nor does one to the requester. */
export function calledBy(office: Office, policy: Policy, story: TicketStory, call: Call): readonly string[] {
  const { tell, by } = call.rung;
  const inCharge = call.inChargeId === null ? [] : [call.inChargeId];
  if (tell === 'assignee') return inCharge;
  if (by === 'group') return [];
  switch (tell) {
    case 'requester':
      return [];
    case 'staff':
      return office.staff;
    case 'manager':
      return office.managers;
    case 'supervisor':
      return office.supervisors;
    case 'on_duty':
    case 'next_on_duty': {
      // Without any roster whoever is in charge is called, and then the managers.
      if (office.roster.shifts.length === 0) return tell === 'on_duty' ? inCharge : office.managers;
      const { deputies, managers, staff: others, roster, timeZone } = office;
      const list = { onDuty: onDuty(roster, call.at, timeZone), coming: [], deputies, managers, others };
      const order = callOrder(list, rolesFor(story, policy.responsible));
      return (order[tell === 'on_duty' ? 0 : 1] ?? []).map(({ personId }) => personId);
    }
  }
}
