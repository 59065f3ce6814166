import type { Prisma } from '../../prisma/generated/client.ts';
import type { TicketStatus } from '../../prisma/generated/enums.ts';
import type { Place } from '../intake/understanding.ts';
import type { Step } from '../step.ts';
import type { TicketView } from '../text/texts.ts';
import type { TicketEventData, TicketEventType } from './event.ts';

/** What is read with a ticket. */
export const ticketInclude = {
  assignee: { select: { id: true, name: true } },
  offeredTo: { select: { id: true, name: true } },
  requester: { select: { id: true, name: true, locale: true, hearsLessAt: true } },
  firstMessage: { select: { externalId: true } },
  conversation: { select: { id: true, channel: true, account: true, kind: true, state: true, hearing: true } },
} satisfies Prisma.TicketInclude;

/** A ticket with the names and the place of the conversation that sentences about it need. */
export type Ticket = Prisma.TicketGetPayload<{ include: typeof ticketInclude }>;

/** Statuses of tickets that still want something from somebody. */
export const openStatuses: TicketStatus[] = ['open', 'accepted', 'waiting', 'done'];
/** Statuses in which staff can work on it. */
export const workStatuses: TicketStatus[] = ['open', 'accepted', 'waiting'];

/** The ticket as it stands, held by this transaction: nobody else changes it until the commit. @throws when there is none. */
export async function holdTicket(step: Step, ticketId: string): Promise<Ticket> {
  await step.tx.$queryRaw`SELECT 1 FROM "Ticket" WHERE id = ${ticketId}::uuid FOR NO KEY UPDATE`;
  return readTicket(step, ticketId);
}

export function readTicket(step: Step, ticketId: string): Promise<Ticket> {
  return step.tx.ticket.findUniqueOrThrow({ where: { id: ticketId }, include: ticketInclude });
}

export function placeOf(ticket: Pick<Ticket, 'building' | 'unit' | 'room' | 'spot'>): Place {
  return { building: ticket.building, unit: ticket.unit, room: ticket.room, spot: ticket.spot };
}

export function viewOf(ticket: Ticket): TicketView {
  const { code, kind, area, urgency, status, summary, sensitive } = ticket;
  const assignee = ticket.assignee?.name ?? null;
  return { code, kind, area, urgency, status, summary, sensitive, place: placeOf(ticket), assignee };
}

/** Writes one step of the ticket's life. Steps are only ever added (P4). */
export async function writeEvent<T extends TicketEventType>(
  step: Step,
  ticketId: string,
  type: T,
  data: TicketEventData[T],
  by: { actorId?: string | null; messageId?: string | null } = {},
): Promise<void> {
  await step.tx.$executeRaw`
    INSERT INTO "TicketEvent" ("ticketId", type, data, "actorId", "messageId", at)
    VALUES (${ticketId}::uuid, ${type}, ${JSON.stringify(data)}::jsonb, ${by.actorId ?? null}::uuid,
      ${by.messageId ?? null}::uuid, ${step.now})`;
}
