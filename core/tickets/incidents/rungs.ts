import type { Choice } from '../../channel/outgoing.ts';
import type { Limit } from '../../../prisma/generated/client.ts';
import type { Step } from '../../step.ts';
import type { Texts } from '../../text/texts.ts';
import { choiceIds } from '../choice-id.ts';
import { workStatuses, type Ticket } from '../ticket.ts';
import { holdIncident } from './keep.ts';
import { cardOfIncident } from './line.ts';
import type { Together } from './together.ts';

type Member = Pick<Ticket, 'id' | 'incidentId' | 'urgency' | 'assigneeId'>;

/**
 * The incident whose tickets are reminded of, escalated and apologised for as one (P9a), held until the commit, so that of two looks at one
 * instant the second sees what the first said. Null for a ticket that is part of none, or the only one that is worked on, and for an emergency,
 * which is called for by itself (P5e).
 */
export async function remindedWith(
  step: Step,
  { id: ticketId, incidentId, urgency }: Member,
): Promise<Together | null> {
  if (incidentId === null || urgency === 'emergency') return null;
  const { id, number, thing: cause } = await holdIncident(step, incidentId);
  const others = { incidentId, id: { not: ticketId }, status: { in: workStatuses } };
  if ((await step.tx.ticket.count({ where: others })) === 0) return null;
  return { id, number, cause };
}

/**
 * Whether the same rung was spoken of another ticket of its incident since this limit runs, and what was owed then is owed still: whoever heard
 * it has heard it of all of them. A reminder is for whoever is in charge: somebody else's is not theirs.
 */
export async function isSpokenForIncident(
  step: Step,
  ticket: Member,
  { limit, rung, toAssignee }: { limit: Limit; rung: string; toAssignee: boolean },
): Promise<boolean> {
  const together = await remindedWith(step, ticket);
  if (!together) return false;
  const [row] = await step.tx.$queryRaw<{ spoken: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Ticket" t JOIN "Limit" l ON l."ticketId" = t.id JOIN "Deadline" d ON d."limitId" = l.id
      WHERE t."incidentId" = ${together.id}::uuid AND t.id <> ${ticket.id}::uuid AND t.urgency <> 'emergency'
        AND t.status::text = ANY(${[...workStatuses]}) AND l.line = ${limit.line} AND l."metAt" IS NULL AND l."cancelledAt" IS NULL
        AND d.rung = ${rung} AND d."settledAt" >= ${limit.startedAt} AND d.outcome IN ('done', 'in a digest')
        AND (NOT ${toAssignee} OR t."assigneeId" IS NOT DISTINCT FROM ${ticket.assigneeId}::uuid)) AS spoken`;
  return row?.spoken ?? false;
}

/**
 * The date that others who reported the incident were given when the same limit of theirs had passed: it is given to everybody. Null where none
 * was since this limit runs, or it has passed.
 */
export async function dateGiven(step: Step, { id }: Together, limit: Limit): Promise<Date | null> {
  const given = await step.tx.limit.findFirst({
    where: {
      ticket: { incidentId: id, status: { in: workStatuses } },
      kind: limit.kind,
      renewsId: { not: null },
      startedAt: { gte: limit.startedAt },
      dueAt: { gt: step.now },
      metAt: null,
      cancelledAt: null,
    },
    orderBy: { startedAt: 'desc' },
    select: { dueAt: true },
  });
  return given?.dueAt ?? null;
}

/** What a word to the office about one ticket of an incident says besides, and offers in the place of taking that one. */
export interface OneOfMany {
  note: string;
  take: Choice;
  /** The platform's id of the incident's card there; null while it is on its way. */
  cardIn(conversationId: string): Promise<string | null>;
}

/** Null where it is by itself: see {@link remindedWith}. */
export async function oneOfMany(step: Step, ticket: Member, texts: Texts): Promise<OneOfMany | null> {
  const together = await remindedWith(step, ticket);
  if (!together) return null;
  const { id, number, cause } = together;
  return {
    note: texts.incidentNote(number, cause),
    take: { id: choiceIds.about('incident', 'take', id), label: texts.incidentChoice('take') },
    cardIn: (conversationId) => cardOfIncident(step, id, conversationId),
  };
}
