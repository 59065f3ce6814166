import { communityOfTicket } from '../../people/communities.ts';
import { sayToPerson } from '../../people/reach.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { StaffWord } from '../answer.ts';
import { offerChoices, showCard } from '../cards.ts';
import { setDeadline } from '../deadlines.ts';
import { holdTicket, viewOf, writeEvent, type Ticket } from '../ticket.ts';
import { onOpenTicket, putInCharge, type Carried, type Work } from '../work.ts';
import { awayUntil, wasWarned } from './away.ts';
import { endOffer } from './offer.ts';

/**
 * `needless`: it is theirs already. `away`: they are absent until then; nothing was changed, and the same word again within half
 * an hour passes it on all the same.
 */
export type Passed = Carried | { kind: 'needless'; ticket: Ticket } | { kind: 'away'; ticket: Ticket; backAt: Date };

/** A colleague who is asked to take a ticket over. */
export interface Colleague {
  personId: string;
  name: string;
}

/**
 * Asks a colleague to take the ticket over. Until they accept it, by taking, answering or promising, whoever is in charge stays
 * so: a ticket is never dropped between two (P6b). Who does not accept within the policy's time has returned it. Passing it to
 * somebody else meanwhile takes the place of the first offer.
 */
export async function passTicket(word: StaffWord & { to: Colleague }): Promise<Passed> {
  const { step, to, by } = word;
  const ticket = await holdTicket(step, word.ticketId);
  if (ticket.assigneeId === to.personId || (ticket.assigneeId === null && to.personId === by.personId))
    return { kind: 'needless', ticket };
  const backAt = await awayUntil(step, to.personId);
  if (backAt && !(await wasWarned(step, ticket, { actorId: by.personId, awayId: to.personId })))
    return { kind: 'away', ticket, backAt };
  return onOpenTicket(word, (work) => offer(work, to));
}

async function offer(work: Work, to: Colleague): Promise<void> {
  const { step, community, ticket, by } = work;
  if (ticket.offeredToId === to.personId) return;
  // Whoever passes on what nobody is in charge of is in charge until somebody has accepted it.
  if (ticket.assigneeId === null) {
    await putInCharge(step, ticket.id, by.personId);
    await writeEvent(step, ticket.id, 'assigned', { personId: by.personId, name: by.name, why: 'first_asked' });
  }
  await endOffer(step, community, ticket, { by, occasion: work.occasion });
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: { offeredToId: to.personId, offeredAt: step.now },
    select: { id: true },
  });
  const passed = { by: by.name, toId: to.personId, toName: to.name };
  await writeEvent(step, ticket.id, 'passed', passed, { actorId: by.personId, messageId: work.messageId });
  const acceptBy = await startWaiting(work);
  const texts = textsFor(community.locale);
  const when = texts.when(acceptBy, step.now, community.timeZone);
  await sayToPerson(step, {
    personId: to.personId,
    purpose: 'question',
    ticketId: ticket.id,
    content: { text: texts.offeredToYou(viewOf(ticket), by.name, when), choices: offerChoices(texts, ticket.id) },
    occasion: `offered:${ticket.id}:${work.occasion}`,
    urgent: ticket.urgency === 'emergency',
  });
  await showCard(step, community, ticket.id, { occasion: work.occasion, anew: true });
}

/** By the policy under which the ticket was opened. */
async function startWaiting({ step, ticket }: Work): Promise<Date> {
  const { policy, calendar } = await communityOfTicket(step.tx, ticket);
  const { acceptWithin, counts } = policy.passing;
  const dueAt = calendar.add(step.now, acceptWithin, counts);
  await setDeadline(step, { kind: 'pass_unaccepted', dueAt, ticketId: ticket.id });
  return dueAt;
}
