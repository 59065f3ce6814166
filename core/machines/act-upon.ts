import { communityOfTicket, type CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { redact } from '../text/redact.ts';
import { textsFor } from '../text/texts-for.ts';
import { reopenTicket } from '../tickets/arrange.ts';
import { showCard } from '../tickets/cards.ts';
import { openTicket } from '../tickets/open.ts';
import { tellStaff } from '../tickets/tell.ts';
import { holdTicket, writeEvent, type Ticket } from '../tickets/ticket.ts';
import { incidentOf } from './incident.ts';
import { matterOf, type MappedMatter, type Mapping } from './mapping.ts';
import type { MachineSaid } from './read-report.ts';

export interface Report {
  id: string;
  key: string;
  sourceId: string;
  /** Of the source. */
  name: string;
  mapping: Mapping;
  said: MachineSaid & { at: Date };
}

/**
 * Puts a report on record and does what is to be done about it: opens a ticket, adds to the one of the same incident, or nothing.
 * Returns the code of its ticket. The caller holds the source.
 */
export async function actUpon(step: Step, community: CommunityInForce, report: Report): Promise<string | null> {
  const { said, mapping } = report;
  const matter = matterOf(mapping, said);
  const last = await lastIncident(step, report);
  const known = last && { receivedAt: last.receivedAt, status: last.ticket.status, urgency: last.ticket.urgency };
  const asked = { alarm: said.alarm, urgency: matter.urgency };
  const belonging = incidentOf(asked, known, step.now, community.policy.machines.flappingWithin);
  switch (belonging.kind) {
    case 'nothing':
      await record(step, report, null);
      return null;
    case 'new':
      return beginIncident(step, community, report, matter);
    case 'same':
      if (!last) return null;
      await record(step, report, last.ticket.id);
      await goOn(step, report, last.ticket, belonging.reopens);
      return last.ticket.code;
  }
}

/** The ticket that the device reported to last; where it was merged into another, that one. It is held. */
async function lastIncident(
  step: Step,
  { sourceId, said }: Report,
): Promise<{ receivedAt: Date; ticket: Ticket } | null> {
  const report = await step.tx.machineReport.findFirst({
    where: { sourceId, device: said.device, ticketId: { not: null } },
    orderBy: { receivedAt: 'desc' },
    select: { receivedAt: true, ticketId: true },
  });
  if (!report?.ticketId) return null;
  let ticket = await holdTicket(step, report.ticketId);
  while (ticket.mergedIntoId !== null) ticket = await holdTicket(step, ticket.mergedIntoId);
  return { receivedAt: report.receivedAt, ticket };
}

async function record(step: Step, { id, key, sourceId, said }: Report, ticketId: string | null): Promise<void> {
  const { device, alarm, text, at } = said;
  await step.tx.machineReport.create({
    data: { id, key, sourceId, device, alarm, text, at, receivedAt: step.now, ticketId },
    select: { id: true },
  });
}

async function beginIncident(
  step: Step,
  community: CommunityInForce,
  report: Report,
  matter: MappedMatter,
): Promise<string> {
  const { said, name } = report;
  const summary = textsFor(community.locale).machineSummary(said.device, redact(said.text));
  const { ticket } = await openTicket(step, community, {
    matter: { ...matter, summary: Array.from(summary).slice(0, 80).join(''), sensitive: false },
    origin: 'machine',
    conversationId: null,
    message: null,
    requesterId: null,
    explanation: { by: 'machine', reasons: [{ what: `reported by ${name}`, weight: 1 }] },
    enteredBy: null,
  });
  await record(step, report, ticket.id);
  await note(step, report, ticket.id, 1);
  await showCard(step, community, ticket.id, { occasion: 'new' });
  return ticket.code;
}

/** More of a known incident: counted, shown on the card, and not told anew; that it is over for the device is told once. */
async function goOn(step: Step, report: Report, ticket: Ticket, reopens: boolean): Promise<void> {
  const community = await communityOfTicket(step.tx, ticket);
  const count = await step.tx.machineReport.count({ where: { ticketId: ticket.id, alarm: true } });
  await note(step, report, ticket.id, count);
  const occasion = `machine:${report.id}`;
  if (reopens) {
    const word = { step, community, ticketId: ticket.id, messageId: null, occasion };
    await reopenTicket({ ...word, by: 'staff', actorId: null, comment: null });
    return;
  }
  if (!report.said.alarm && ['open', 'accepted', 'waiting'].includes(ticket.status)) {
    await tellStaff(step, community, {
      ticketId: ticket.id,
      purpose: 'note',
      occasion: `machine-clear:${ticket.id}:${ticket.reopenedCount}`,
      text: (texts) => texts.machineCleared(ticket.code, report.said.device),
    });
  }
  await showCard(step, community, ticket.id, { occasion });
}

function note(step: Step, { name, said }: Report, ticketId: string, count: number): Promise<void> {
  return writeEvent(step, ticketId, 'machine_reported', {
    source: name,
    device: said.device,
    alarm: said.alarm,
    count,
  });
}
