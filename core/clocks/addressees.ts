import type { Role } from '../../prisma/generated/enums.ts';
import { dutyAddressees } from '../people/duty/addressees.ts';
import { managersOrStaff, staffOrManagers } from '../people/groups.ts';
import type { Addressee } from '../policy/policy.ts';
import type { Step } from '../step.ts';
import { staffOf } from '../tickets/open.ts';
import type { DueOfTicket } from './look.ts';

/** Somebody a rung speaks to. */
export interface Called {
  id: string;
  name: string;
}

/** Who a rung speaks to: in these groups, and to these persons directly. */
export interface Addressees {
  groups: { id: string; title: string }[];
  persons: Called[];
}

/**
 * Who is meant by an addressee of the policy, as things stand now. Where nobody has the role of a supervisor, and where managers
 * have no group of their own, it is the managers' or the staff's group: an escalation is never said to nobody.
 */
export async function addresseesOf(
  step: Step,
  { community, ticket }: DueOfTicket,
  tell: Exclude<Addressee, 'requester'>,
): Promise<Addressees> {
  const { tx, now } = step;
  const staffGroups = async () => titled(step, await staffOrManagers(tx, community.id));
  const managerGroups = async () => titled(step, await managersOrStaff(tx, community.id));
  switch (tell) {
    case 'assignee':
      return { groups: await staffGroups(), persons: ticket.assignee ? [ticket.assignee] : [] };
    case 'on_duty':
    case 'next_on_duty': {
      const { onDuty, next } = await dutyAddressees(step, community, ticket, now);
      return { groups: await staffGroups(), persons: await named(step, tell === 'on_duty' ? onDuty : next) };
    }
    case 'staff': {
      const staff = (await staffOf(step, community.id)).filter(({ grants }) =>
        grants.some(({ role }) => role !== 'contractor' && role !== 'resident'),
      );
      return { groups: await staffGroups(), persons: staff.map(({ personId, name }) => ({ id: personId, name })) };
    }
    case 'supervisor':
      return { groups: await managerGroups(), persons: await withRole(step, community.id, 'supervisor') };
    case 'manager':
      return { groups: await managerGroups(), persons: await withRole(step, community.id, 'manager') };
  }
}

async function titled({ tx }: Step, groups: { id: string }[]): Promise<{ id: string; title: string }[]> {
  const ids = groups.map(({ id }) => id);
  return tx.conversation.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } });
}

/** In the order given. */
async function named({ tx }: Step, ids: string[]): Promise<Called[]> {
  const rows = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

function withRole({ tx }: Step, communityId: string, role: Role): Promise<Called[]> {
  return tx.person.findMany({
    where: { communityId, mergedIntoId: null, roles: { some: { role, revokedAt: null } } },
    select: { id: true, name: true },
    orderBy: { createdAt: 'asc' },
  });
}
