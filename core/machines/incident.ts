import type { TicketStatus, Urgency } from '../../prisma/generated/enums.ts';

/** The last report of a device that came to a ticket, with how that ticket stands. */
export interface LastIncident {
  receivedAt: Date;
  status: TicketStatus;
  urgency: Urgency;
}

/** What a report is: the beginning of an incident, more of the one that is known, or nothing to act upon. */
export type Belonging = { kind: 'new' } | { kind: 'same'; reopens: boolean } | { kind: 'nothing' };

const rank: Record<Urgency, number> = { normal: 0, high: 1, emergency: 2 };
const openOnes: readonly TicketStatus[] = ['open', 'accepted', 'waiting'];

/**
 * Says whether an alarm belongs to the incident that its device reported last (P10h): when it comes within the policy's time of
 * the last report of it, exactly that long included. What is more urgent than its ticket is an incident of its own, so that a
 * fault that is known hides no danger. An alarm on a ticket that is done reopens it; on one that was dismissed only an emergency
 * does. That all is well again belongs to a ticket that is still open, however old, and opens none.
 */
export function incidentOf(
  report: { alarm: boolean; urgency: Urgency },
  last: LastIncident | null,
  now: Date,
  flappingWithinMs: number,
): Belonging {
  const isRecent = last !== null && now.getTime() - last.receivedAt.getTime() <= flappingWithinMs;
  if (!report.alarm) {
    const isKnown = last !== null && (isRecent || openOnes.includes(last.status) || last.status === 'done');
    return isKnown ? { kind: 'same', reopens: false } : { kind: 'nothing' };
  }
  if (!isRecent || rank[report.urgency] > rank[last.urgency]) return { kind: 'new' };
  const isOver = last.status === 'done' || last.status === 'closed';
  const isDanger = last.status === 'dismissed' && report.urgency === 'emergency';
  return { kind: 'same', reopens: isOver || isDanger };
}
