import type { Role } from '../../../prisma/generated/enums.ts';
import type { Tx } from '../../database.ts';

/** Somebody who proposes, approves or takes back; named as they were said, because not every name is known to a platform. */
export interface Named {
  personId: string | null;
  name: string;
}

export interface Approver extends Named {
  personId: string;
  roles: Role[];
}

const approving: Role[] = ['manager', 'committee'];

/** Whether these roles may decide about the policy: managers, and the committee of residents. */
export const mayApprove = (roles: readonly Role[]): boolean => roles.some((role) => approving.includes(role));

/** Everybody of the community who may decide about its policy. */
export async function approversOf(tx: Tx, communityId: string): Promise<Approver[]> {
  const persons = await tx.person.findMany({
    where: {
      communityId,
      mergedIntoId: null,
      roles: { some: { communityId, role: { in: approving }, revokedAt: null } },
    },
    select: { id: true, name: true, roles: { where: { revokedAt: null }, select: { role: true } } },
    orderBy: { createdAt: 'asc' },
  });
  return persons.map(({ id, name, roles }) => ({ personId: id, name, roles: roles.map(({ role }) => role) }));
}

/** The same person: by who they are where both are known, otherwise by how they are called. */
export const isSame = (a: Named, b: Named): boolean =>
  a.personId !== null && b.personId !== null ? a.personId === b.personId : folded(a.name) === folded(b.name);

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
