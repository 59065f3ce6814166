import type { StaffMember } from '../tickets/charge.ts';

/**
 * Who asks a resident after a closed ticket (P6e): customer service, whoever is in charge of it, a manager, anybody of the office,
 * in this order. Whoever did the work asks only where there is nobody else, because one does not judge one's own work; who is
 * away only where nobody is there; contractors never. Among equals the one with the fewest tickets in hand, then the smallest id.
 * Null without any staff.
 */
export function chooseCaller(
  ticket: { assigneeId: string | null; finishedById: string | null },
  staff: readonly StaffMember[],
): { personId: string; name: string } | null {
  const office = staff.filter(({ grants }) => grants.some(({ role }) => !notCalling.has(role)));
  const rank = (member: StaffMember): number[] => [
    member.absent ? 1 : 0,
    member.personId === (ticket.finishedById ?? ticket.assigneeId) ? 1 : 0,
    has(member, 'customer_service') ? 0 : member.personId === ticket.assigneeId ? 1 : has(member, 'manager') ? 2 : 3,
    member.openTickets,
  ];
  const [first] = office.sort((a, b) => byRank(rank(a), rank(b)) || (a.personId < b.personId ? -1 : 1));
  return first ? { personId: first.personId, name: first.name } : null;
}

const notCalling: ReadonlySet<string> = new Set(['resident', 'supervisor', 'committee', 'contractor']);

const has = ({ grants }: StaffMember, wanted: string): boolean => grants.some(({ role }) => role === wanted);

function byRank(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
