import type { Origin } from '../../prisma/generated/enums.ts';
import type { Explanation, HeardMatter } from '../intake/understanding.ts';
import { noteMissingBefore } from '../accounts/missing-on-tickets.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { isStaff } from '../people/roles.ts';
import type { Step } from '../step.ts';
import type { SetLimit } from '../policy/limits.ts';
import { isAbsent } from '../people/duty/absence.ts';
import { readAbsences, readResponsibilities, readRoster } from '../people/duty/read-duty.ts';
import { onDuty } from '../people/duty/roster.ts';
import { chooseAssignee, type Charge, type ChargeMatter, type StaffMember } from './charge.ts';
import { newCode } from './code.ts';
import { tieToIncident } from './incidents/tie.ts';
import { openLimits } from './limits.ts';
import { readTicket, ticketInclude, workStatuses, writeEvent, type Ticket } from './ticket.ts';

export interface NewTicket {
  matter: Omit<HeardMatter, 'confidence'>;
  origin: Origin;
  /** The chat it came by, and the message that opened it. */
  conversationId: string | null;
  message: { id: string; personId: string | null } | null;
  requesterId: string | null;
  explanation: Explanation;
  /** The member of the staff whom the resident spoke to; null or left out: nobody in particular. */
  addressedId?: string | null;
  /** By when somebody must have taken it, where that is not the limit of every matter of this kind. */
  firstLimit?: SetLimit;
  /** The notice that it asks about (P8c). */
  noticeId?: string | null;
  /** The ticket that it may be a word on after all. */
  likeId?: string | null;
  /** The member of staff who entered it; null when the desk understood it by itself. */
  enteredBy: string | null;
}

export interface OpenedTicket {
  ticket: Ticket;
  /** When the first response is due; null for kinds without a limit. */
  dueAt: Date | null;
}

/**
 * Puts a matter on record: code, person in charge (P6), limit (P5), first events; where it is one of many reports of one cause, as a part
 * of that incident. Says nothing of the ticket yet: receipt and card are the caller's, because one message may open several tickets and is
 * receipted once.
 */
export async function openTicket(step: Step, community: CommunityInForce, wanted: NewTicket): Promise<OpenedTicket> {
  const { matter } = wanted;
  const place = { ...matter, building: matter.place.building };
  const choice = await chooseFor(step, community, place, wanted.addressedId ?? null);
  const ticket = await step.tx.ticket.create({
    data: {
      communityId: community.id,
      code: await freeCode(step, community.id),
      kind: matter.kind,
      area: matter.area,
      urgency: matter.urgency,
      origin: wanted.origin,
      summary: matter.summary,
      ...matter.place,
      sensitive: matter.sensitive,
      requesterId: wanted.requesterId,
      assigneeId: choice?.personId ?? null,
      conversationId: wanted.conversationId,
      firstMessageId: wanted.message?.id ?? null,
      policyVersionId: community.policyVersionId,
      noticeId: wanted.noticeId ?? null,
      openedAt: step.now,
      explanation: wanted.explanation,
      ...(wanted.message ? { messages: { create: { messageId: wanted.message.id, part: 'report' as const } } } : {}),
      ...(wanted.requesterId ? { reporters: { create: { personId: wanted.requesterId, joinedAt: step.now } } } : {}),
    },
    include: ticketInclude,
  });
  const { kind, area, urgency } = matter;
  const actor = { actorId: wanted.enteredBy ?? wanted.requesterId, messageId: wanted.message?.id ?? null };
  await writeEvent(step, ticket.id, 'opened', { kind, area, urgency, origin: wanted.origin }, actor);
  const { personId = null, why = 'nobody', passedOver = [] } = choice ?? {};
  await writeEvent(step, ticket.id, 'assigned', { personId, name: ticket.assignee?.name ?? null, why, passedOver });
  await noteLike(step, ticket.id, wanted.likeId ?? null);
  await noteMissingBefore(step, ticket);
  const dueAt = await openLimits(step, community, ticket, 'first_response', wanted.firstLimit ?? null);
  const tied = await tieToIncident(step, community, ticket.id, ticket);
  return { ticket: tied ? await readTicket(step, ticket.id) : ticket, dueAt };
}

async function noteLike(step: Step, ticketId: string, likeId: string | null): Promise<void> {
  const like = likeId && (await step.tx.ticket.findUnique({ where: { id: likeId }, select: { id: true, code: true } }));
  if (like) await writeEvent(step, ticketId, 'seems_like', { ticketId: like.id, code: like.code });
}

/** Who the rules put in charge of a matter as things stand now; see {@link chooseAssignee}. */
export async function chooseFor(
  step: Step,
  community: CommunityInForce,
  matter: ChargeMatter,
  addressedId: string | null = null,
): Promise<Charge | null> {
  const { tx, now } = step;
  const { grid, deputies } = await readResponsibilities(tx, community.id);
  const roster = await readRoster(tx, community, now, now);
  return chooseAssignee(matter, await staffOf(step, community.id), {
    responsible: community.policy.responsible,
    grid,
    onDuty: onDuty(roster, now, community.timeZone),
    deputies,
    addressedId,
  });
}

/** Everybody who could be put in charge, with what they have to do already. */
export async function staffOf(step: Step, communityId: string): Promise<StaffMember[]> {
  const persons = await step.tx.person.findMany({
    where: { communityId, roles: { some: { revokedAt: null, role: { not: 'resident' } } } },
    select: {
      id: true,
      name: true,
      capacity: true,
      roles: { where: { revokedAt: null }, select: { role: true, building: { select: { label: true } } } },
      _count: { select: { assigned: { where: { status: { in: workStatuses } } } } },
    },
  });
  const absences = await readAbsences(step.tx, communityId, step.now);
  return persons
    .filter((person) => isStaff(person.roles.map((grant) => grant.role)))
    .map((person) => ({
      personId: person.id,
      name: person.name,
      grants: person.roles.map((grant) => ({ role: grant.role, building: grant.building?.label ?? null })),
      openTickets: person._count.assigned,
      capacity: person.capacity,
      absent: isAbsent(absences, person.id, step.now),
    }));
}

/** A code that no ticket of the community has; longer ones once the short ones grow scarce. */
async function freeCode(step: Step, communityId: string): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const code = newCode(step.random, attempt < 8 ? 4 : 6);
    const taken = await step.tx.ticket.findUnique({
      where: { communityId_code: { communityId, code } },
      select: { id: true },
    });
    if (!taken) return code;
  }
}
