import { settleDoubt } from '../intake/doubt.ts';
import { audit } from '../people/audit.ts';
import { isContractor } from '../people/roles.ts';
import { settleWhoItIs } from '../people/same-person.ts';
import { finishTicket, promiseTime } from '../tickets/answer.ts';
import { dismissTicket, reopenTicket } from '../tickets/arrange.ts';
import type { PressedChoice } from '../tickets/choice-id.ts';
import { declineTicket, type Declined } from '../tickets/pass/give-back.ts';
import { rateTicket } from '../tickets/rate-ticket.ts';
import { parseRating, type Rating } from '../tickets/rating.ts';
import { takeTicket } from '../tickets/take.ts';
import { readTicket, type Ticket } from '../tickets/ticket.ts';
import type { Carried } from '../tickets/work.ts';
import { aboutDesks } from './about.ts';
import { doAsSaid } from './as-said.ts';
import { confirmJoin } from './join.ts';
import { settleSwap } from './duty/swap.ts';
import { settlePraise } from '../tickets/praise.ts';
import { decideSuggestion } from './decide-suggestion.ts';
import { settleFollowUp } from './follow-up.ts';
import { settleVersion } from './policy.ts';
import { offerPass, passByChoice } from './pass.ts';
import { postponeByChoice } from './postpone.ts';
import { promisedAt } from './promise-menu.ts';
import { showWhole } from './restraint/whole.ts';
import { replyTo, textsOf, type Choosing } from './scene.ts';
import { confirm, offerPromise, takenByColleague } from './ticket-verbs.ts';
import type { TicketVerb } from './verb.ts';
import { isWithheld } from './withheld.ts';

/**
 * Does what a choice says, whether it was pressed or said: the one way for both. What was chosen in words is confirmed by a
 * reply that names the code. Who may not choose it is refused quietly, and it is logged.
 */
export async function choose(choosing: Choosing, choice: PressedChoice): Promise<void> {
  if (choice.kind === 'rating') {
    const rating = ratingOf(choice.score);
    if (rating && (await ticketHere(choosing, choice.ticketId))) await rateByChoice(choosing, choice.ticketId, rating);
    return;
  }
  if (choice.kind === 'join') {
    await confirmJoin(choosing, { claimerId: choice.claimerId, yes: choice.answer === 'yes' });
    return;
  }
  if (choice.kind === 'follow_up') {
    await settleFollowUp(choosing, choice);
    return;
  }
  if (choice.kind === 'about' && choice.action === 'whole') {
    await showWhole(choosing, choice);
    return;
  }
  if (choice.kind === 'about') {
    await aboutDesks[choice.subject].choose(choosing, choice.id, choice.action);
    return;
  }
  if (choice.kind === 'version') {
    await settleVersion(choosing, choice);
    return;
  }
  const { roles, staff } = choosing.speaker;
  const isOfTheOffice = choice.kind === 'doubt' || choice.kind === 'same_person' || choice.kind === 'praised';
  if (!staff || (isOfTheOffice && isContractor(roles))) {
    await audit(choosing.step.tx, {
      communityId: choosing.community.id,
      actorId: choosing.speaker.personId,
      action: 'refuse_press',
      subject: choice.kind,
    });
    return;
  }
  if (choice.kind === 'doubt') {
    const { messageId, answer } = choice;
    const { step, community, speaker } = choosing;
    await settleDoubt(step, community, { messageId, yes: answer === 'yes', by: speaker });
    return;
  }
  if (choice.kind === 'same_person') {
    const { personId, candidateId } = choice;
    await settleWhoItIs(choosing.step, choosing.community, { personId, candidateId, by: choosing.speaker });
    return;
  }
  if (choice.kind === 'swap') {
    await settleSwap(choosing, choice);
    return;
  }
  const ticket = await ticketHere(choosing, choice.ticketId);
  if (!ticket || (await isWithheld(choosing, ticket, choice.kind === 'ticket' ? choice.verb : choice.kind))) return;
  if (choice.kind === 'said') {
    await doAsSaid(choosing, ticket, choice);
    return;
  }
  const carried = await chooseForTicket(choosing, ticket, choice);
  if (carried?.kind === 'over') {
    const text = textsOf(choosing).ticketIsOver(ticket.code, carried.ticket.status);
    await replyTo(choosing, 'over', { text }, ticket.id);
  } else if (carried?.kind === 'not_offered') {
    await replyTo(choosing, 'decline', { text: textsOf(choosing).notPassedToYou(ticket.code) }, ticket.id);
  } else if (carried && choosing.inWords) await confirm(choosing, ticket, carried.verb);
}

/** What a choice of "solved?" means: `1` to `5`, or `no`. */
export const ratingOf = (score: string): Rating | null =>
  score === 'no' ? { kind: 'not_solved', comment: null } : parseRating(score);

/** What a resident says to "solved?" by one choice. */
export async function rateByChoice(
  { step, community, speaker, message, inWords }: Choosing,
  ticketId: string,
  rating: Rating,
): Promise<void> {
  const reply = { step, community, ticketId, personId: speaker.personId, occasion: message.id };
  await rateTicket({ ...reply, message: inWords ? message : null }, rating);
}

async function ticketHere({ step, community }: Choosing, ticketId: string): Promise<Ticket | null> {
  const known = await step.tx.ticket.findFirst({
    where: { id: ticketId, communityId: community.id },
    select: { id: true },
  });
  return known && readTicket(step, known.id);
}

/** Null where nothing was to be done, or a menu was shown instead. */
async function chooseForTicket(
  choosing: Choosing,
  ticket: Ticket,
  choice: Extract<PressedChoice, { kind: 'promise' | 'pass' | 'closed' | 'praised' | 'ticket' }>,
): Promise<((Carried | Declined) & { verb: TicketVerb }) | null> {
  const { step, community, speaker, message, inWords } = choosing;
  const messageId = inWords ? message.id : null;
  const word = { step, community, ticketId: ticket.id, by: speaker, messageId, occasion: message.id };
  const reopen = { ...word, by: 'staff', actorId: speaker.personId, comment: null } as const;
  switch (choice.kind) {
    case 'promise': {
      const dueAt = promisedAt(choice.when, step.now, community.calendar);
      return dueAt && { ...(await promiseTime({ ...word, dueAt, note: null })), verb: 'promise' };
    }
    case 'pass': {
      const passed = await passByChoice(choosing, ticket, choice.personId, messageId);
      if (passed === 'asked') return null;
      if (passed.kind !== 'missing') return { ...passed, verb: 'pass' };
      await replyTo(choosing, 'pass', { text: passed.text }, ticket.id);
      return null;
    }
    case 'praised':
      return { ...(await settlePraise({ ...word, praisedId: choice.personId })), verb: 'done' };
    case 'closed':
      return choice.answer === 'reopen' ? { ...(await reopenTicket(reopen)), verb: 'reopen' } : null;
    case 'ticket':
      switch (choice.verb) {
        case 'take': {
          const taken = await takenByColleague(choosing, ticket);
          if (taken) {
            await replyTo(choosing, 'taken', { text: taken.text }, ticket.id);
            return null;
          }
          return { ...(await takeTicket(word)), verb: 'take' };
        }
        case 'adopt':
        case 'turn_down': {
          const { verb } = choice;
          const decision = { adopted: verb === 'adopt', text: '', messageId };
          const decided = await decideSuggestion(choosing, ticket, decision);
          if (decided === 'asked') return null;
          if (decided.kind !== 'missing') return { ...decided, verb };
          await replyTo(choosing, 'decide', { text: decided.text }, ticket.id);
          return null;
        }
        case 'decline':
          return { ...(await declineTicket({ ...word, reason: null })), verb: 'decline' };
        case 'done':
          return { ...(await finishTicket({ ...word, text: null, attachmentIds: [] })), verb: 'done' };
        case 'dismiss':
          return { ...(await dismissTicket(word)), verb: 'dismiss' };
        case 'reopen':
          return { ...(await reopenTicket(reopen)), verb: 'reopen' };
        case 'promise':
          await offerPromise(choosing, ticket);
          return null;
        case 'pass':
          await offerPass(choosing, ticket);
          return null;
        default:
          await postponeByChoice(choosing, ticket, choice.verb);
          return null;
      }
  }
}
