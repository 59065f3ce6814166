import type { Limit } from '../../prisma/generated/client.ts';
import { newDateAfterBreach } from '../policy/ladder.ts';
import { ladderNameOf } from '../policy/ladder-of.ts';
import type { Step } from '../step.ts';
import type { Texts } from '../text/texts.ts';
import { showCard } from '../tickets/cards.ts';
import { dateGiven, remindedWith } from '../tickets/incidents/rungs.ts';
import { justAfter, startLimit } from '../tickets/limits.ts';
import { tellResident } from '../tickets/tell.ts';
import { writeEvent } from '../tickets/ticket.ts';
import { recordBreach } from './breach.ts';
import type { DueOfTicket, Looked } from './look.ts';
import type { RungAtHand } from './rungs.ts';

/** After so many broken dates another one would mean nothing: then it is the manager's. */
const APOLOGIES_AT_MOST = 2;

/**
 * The resident hears that the office is late, before they chase: a plain apology, the new date, the person in charge (P6c). The
 * new date is itself a limit, with the ladder of the one that passed. Only where the matter came by chat; an emergency is given
 * no other date, because it is still being called for. Whoever reported an incident is given the date that the others were given, and a
 * group hears it once.
 */
export async function apologise(step: Step, deadline: DueOfTicket, { limit }: RungAtHand): Promise<Looked> {
  const { ticket, community } = deadline;
  if (ticket.conversation === null) return 'did not come by chat';
  if (step.now <= limit.dueAt) return { lookAgainAt: justAfter(limit.dueAt) };
  await recordBreach(step, ticket.id, limit);
  const isEmergency = ticket.urgency === 'emergency' && limit.kind === 'first_response';
  if (!isEmergency && (await apologiesBefore(step, limit)) >= APOLOGIES_AT_MOST) return 'apologised often enough';
  const together = isEmergency ? null : await remindedWith(step, ticket);
  const given = together && (await dateGiven(step, together, limit));
  const dueAt = isEmergency ? null : (given ?? newDateAfterBreach(community.policy, step.now, community.calendar));
  if (dueAt) await renew(step, deadline, limit, dueAt);
  const assignee = ticket.assignee?.name ?? null;
  const text = (texts: Texts): string =>
    dueAt
      ? texts.apology(
          together ? texts.incidentSubject(together.number, together.cause) : ticket.code,
          limit.kind,
          assignee,
          texts.when(dueAt, step.now, community.timeZone),
        )
      : texts.emergencyApology(ticket.code);
  await tellResident(step, community, ticket, {
    purpose: isEmergency ? 'emergency' : 'answer',
    text,
    // A code, a name of the office and a date: nothing private.
    inPublic: text,
    occasion: together && dueAt ? `sorry:${limit.kind}:${dueAt.toISOString()}` : `sorry:${limit.id}`,
    together: together ?? undefined,
  });
  await writeEvent(step, ticket.id, 'apologised', { limit: limit.id, dueAt: dueAt?.toISOString() ?? null });
  await showCard(step, community, ticket.id, { occasion: `sorry:${limit.id}` });
  return 'done';
}

/** How many dates in a row were broken before this one. */
async function apologiesBefore({ tx }: Step, limit: Limit): Promise<number> {
  let count = 0;
  for (let id = limit.renewsId; id !== null && count < APOLOGIES_AT_MOST; count++) {
    id = (await tx.limit.findUniqueOrThrow({ where: { id }, select: { renewsId: true } })).renewsId;
  }
  return count;
}

async function renew(step: Step, { community, ticket }: DueOfTicket, passed: Limit, dueAt: Date): Promise<void> {
  const { id: renewsId, kind, line, clause, counts } = passed;
  const ladder = ladderNameOf(community.policy, line);
  await startLimit(step, community, ticket.id, { kind, line, clause, counts, ladder, dueAt, renewsId });
}
