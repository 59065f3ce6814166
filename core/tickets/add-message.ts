import type { Attachment, Message } from '../../prisma/generated/client.ts';
import type { TicketMessagePart } from '../../prisma/generated/enums.ts';
import { redact } from '../text/redact.ts';
import { applyChanges, makesReporter, type Changes } from '../intake/apply-changes.ts';
import type { AdditionPart } from '../intake/understanding.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Speaker } from '../people/identify.ts';
import type { Step } from '../step.ts';
import { reopenTicket } from './arrange.ts';
import { callOut } from './call-out.ts';
import { showCard } from './cards.ts';
import { lookAgain } from './incidents/look-again.ts';
import { nextLimit, startProgress } from './limits.ts';
import { resumeLimits } from './pause-limits.ts';
import { restartIfStricter } from './restart-limits.ts';
import { saySafetyLater } from './safety-later.ts';
import { tellResident, tellStaff } from './tell.ts';
import { tellAlarmed } from './tell-alarmed.ts';
import { holdTicket, placeOf, readTicket, viewOf, workStatuses, writeEvent, type Ticket } from './ticket.ts';

export interface Addition {
  step: Step;
  community: CommunityInForce;
  ticketId: string;
  message: Pick<Message, 'id' | 'externalId' | 'text'> & { attachments: Pick<Attachment, 'id'>[] };
  speaker: Speaker | null;
  part: AdditionPart;
  changes: Changes;
  occasion: string;
}

const partOnRecord: Record<AdditionPart, TicketMessagePart> = {
  addition: 'addition',
  me_too: 'me_too',
  correction: 'correction',
  chase: 'chase',
  settled: 'addition',
};

/**
 * A later message about a matter on record joins its ticket instead of making another (P1). What it changes in the
 * understanding is corrected and written down; staff see it under the card; whoever asks after it is told how it stands,
 * at most once in an hour. An answer to what staff asked puts the ball back with the office.
 */
export async function addMessage(addition: Addition): Promise<void> {
  const { step, ticketId, message, speaker, part } = addition;
  const ticket = await holdTicket(step, ticketId);
  // Merged since the group was looked at: it goes on under the other code.
  if (ticket.mergedIntoId) return addMessage({ ...addition, ticketId: ticket.mergedIntoId });
  const by = { actorId: speaker?.personId ?? null, messageId: message.id };
  await step.tx.ticketMessage.createMany({
    data: [{ ticketId, messageId: message.id, part: partOnRecord[part] }],
    skipDuplicates: true,
  });
  if (speaker && !speaker.staff && makesReporter(part)) {
    await step.tx.ticketReporter.createMany({
      data: [{ ticketId, personId: speaker.personId, joinedAt: step.now }],
      skipDuplicates: true,
    });
  }
  if (part === 'settled') await writeEvent(step, ticketId, 'settled_by_resident', {}, by);
  else await writeEvent(step, ticketId, 'message_added', { part }, by);
  const raised = await correct(addition, ticket, by);
  if (!raised) await saySafetyLater(addition, ticket);
  if (ticket.status === 'waiting' && speaker && !speaker.staff) await resume(addition, ticket, raised);
  const takesBack = speaker !== null && (part === 'settled' || part === 'correction');
  // What is over makes no incident; it may leave the one that it was taken for.
  if (makesReporter(part) || ticket.incidentId !== null)
    await lookAgain(step, addition.community, ticketId, {
      occasion: addition.occasion,
      messageId: message.id,
      corrected: part === 'correction',
      requesterTakesBack: takesBack && speaker?.personId === ticket.requesterId ? message.text : null,
    });
  await showStaff(addition, ticket, raised);
  if (part === 'chase') await tellStanding(addition);
}

/** Writes what is understood better now; returns whether it has become an emergency. */
async function correct(
  addition: Addition,
  ticket: Ticket,
  by: { actorId: string | null; messageId: string },
): Promise<boolean> {
  const { step, changes } = addition;
  const data = differing(ticket, changes);
  if (Object.keys(data).length === 0) return false;
  // Whoever is called out has to read of the danger, which the first words of the matter did not tell.
  const summary = data.urgency === 'emergency' ? { summary: raisedBy(addition.message.text, ticket.summary) } : {};
  await step.tx.ticket.update({ where: { id: ticket.id }, data: { ...data, ...summary }, select: { id: true } });
  await writeEvent(step, ticket.id, 'corrected', { changes: data }, by);
  if (data.urgency === 'emergency') {
    await raise(addition, ticket);
    return true;
  }
  // Of what is over nothing is owed, however it is understood now.
  if (workStatuses.includes(ticket.status) && (data.kind ?? data.area ?? data.urgency))
    await restartIfStricter(step, addition.community, await readTicket(step, ticket.id));
  return false;
}

const SUMMARY_LENGTH = 80;

/** What is known of a matter, the words that made it an emergency first. */
const raisedBy = (words: string, summary: string): string =>
  [redact(words.replace(/\s+/g, ' ').trim()), summary]
    .filter((one) => one !== '')
    .join(' · ')
    .slice(0, SUMMARY_LENGTH)
    .toWellFormed();

/**
 * Somebody must answer within minutes now, whoever answered before, and the resident hears that it is taken so. The ladder of
 * that limit calls everybody else, until somebody takes it anew (P5e). What was over is opened again.
 */
async function raise({ step, community, speaker, message, occasion }: Addition, { id, status }: Ticket): Promise<void> {
  const by = speaker?.staff ? ('staff' as const) : ('resident' as const);
  const alarm = { step, community, by, messageId: message.id, occasion };
  if (workStatuses.includes(status)) {
    await callOut(step, community, id);
    await tellAlarmed(alarm, await readTicket(step, id));
  } else {
    await reopenTicket({ ...alarm, ticketId: id, comment: message.text, actorId: speaker?.personId ?? null });
  }
}

/** The columns that change: what is understood better, and differs from what is on record. */
function differing(ticket: Ticket, changes: Changes): Partial<Pick<Ticket, (typeof understoodColumns)[number]>> {
  const { place, ...rest } = applyChanges({ ...ticket, place: placeOf(ticket) }, changes);
  const after = { ...rest, ...place };
  const changed = understoodColumns.filter((column) => after[column] !== ticket[column]);
  return Object.fromEntries(changed.map((column) => [column, after[column]]));
}

const understoodColumns = ['kind', 'area', 'urgency', 'building', 'unit', 'room', 'spot'] as const;

async function resume({ step, community, ticketId }: Addition, ticket: Ticket, raised: boolean): Promise<void> {
  // In an emergency somebody has to take it anew.
  const status = raised ? 'open' : 'accepted';
  await step.tx.ticket.update({ where: { id: ticketId }, data: { status }, select: { id: true } });
  if (await resumeLimits(step, community, ticket)) return;
  const owed = await step.tx.limit.findFirst({
    where: { ticketId, kind: { in: ['progress', 'promise'] }, metAt: null, cancelledAt: null },
    select: { id: true },
  });
  if (!owed) await startProgress(step, community, ticket);
}

async function showStaff(addition: Addition, ticket: Ticket, raised: boolean): Promise<void> {
  const { step, community, message, speaker, part, occasion } = addition;
  await showCard(step, community, ticket.id, { occasion, anew: raised });
  // "Me too" and "it works again" are seen on the card; words and pictures are shown in full.
  if (part === 'me_too' && !raised && message.attachments.length === 0) return;
  await tellStaff(step, community, {
    ticketId: ticket.id,
    purpose: 'note',
    occasion: `added:${occasion}:${ticket.id}`,
    text: (texts) => texts.addedToTicket(ticket.code, speaker?.name ?? '?', message.text),
    attachmentIds: message.attachments.map((attachment) => attachment.id),
  });
}

const standingEveryMs = 3_600_000;

async function tellStanding({ step, community, ticketId, message }: Addition): Promise<void> {
  const ticket = await readTicket(step, ticketId);
  const limit = await nextLimit(step, ticketId);
  const due = limit && limit.dueAt > step.now ? limit.dueAt : null;
  await tellResident(step, community, ticket, {
    purpose: 'receipt',
    text: (texts) => texts.standing(viewOf(ticket), due && texts.when(due, step.now, community.timeZone)),
    occasion: `standing:${Math.floor(step.now.getTime() / standingEveryMs)}`,
    replyToExternalId: message.externalId,
  });
}
