import type { FollowUp } from '../../prisma/generated/client.ts';
import type { DueOfTicket } from '../clocks/look.ts';
import { putOff } from '../outbox/restraint/put-off.ts';
import { sayToPerson } from '../people/reach.ts';
import type { Step } from '../step.ts';
import { spotFor } from '../text/layout.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { setDeadline } from '../tickets/deadlines.ts';
import { tellResident } from '../tickets/tell.ts';
import { placeOf } from '../tickets/ticket.ts';
import { handToPerson } from './hand-to-person.ts';
import { nextTryAt } from './next-try.ts';
import { recordOutcome } from './settle.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * The bot asks the resident whether it is still well, where they asked, and again at other hours of later days until they answer
 * or the policy has it enough. A private matter is asked about in private; where that cannot be, by its code alone. Where the
 * bot cannot ask at all any more, somebody of the office does.
 */
export async function askResident(step: Step, due: DueOfTicket, followUp: FollowUp): Promise<string> {
  const { ticket, community } = due;
  const { policy, calendar } = community;
  if (await isUntold(step, ticket.id)) {
    // Whom nobody has asked yet is not asked twice.
    const dueAt = calendar.civil(new Date(step.now.getTime() + DAY_MS));
    await setDeadline(step, { kind: 'follow_up', dueAt, ticketId: ticket.id, followUpId: followUp.id });
    return 'not asked yet';
  }
  if (followUp.attempts >= policy.followUps.attemptsAtMost) {
    await recordOutcome(step, followUp, 'no_answer', { by: null, note: null, messageId: null });
    return 'no answer';
  }
  const { conversation } = ticket;
  const where =
    conversation?.state === 'active' ? { purpose: 'follow_up' as const, conversationId: conversation.id } : null;
  const later = where && (await putOff(step, community, where));
  if (later) {
    await setDeadline(step, { kind: 'follow_up', dueAt: later.at, ticketId: ticket.id, followUpId: followUp.id });
    return later.reason === 'quiet_hours' ? 'put off to the morning' : 'put off to the next day';
  }
  if (!(await ask(step, due, followUp))) return handToPerson(step, due, followUp);
  const attempts = followUp.attempts + 1;
  const dueAt = nextTryAt(policy.followUps, calendar, attempts, step.now);
  await step.tx.followUp.update({ where: { id: followUp.id }, data: { attempts, dueAt }, select: { id: true } });
  await setDeadline(step, { kind: 'follow_up', dueAt, ticketId: ticket.id, followUpId: followUp.id });
  return 'asked';
}

async function isUntold({ tx }: Step, ticketId: string): Promise<boolean> {
  const waiting = { ticketId, purpose: 'follow_up' as const, state: 'pending' as const };
  return (await tx.outboxMessage.findFirst({ where: waiting, select: { id: true } })) !== null;
}

async function ask(step: Step, { ticket, community }: DueOfTicket, followUp: FollowUp): Promise<boolean> {
  const home = ticket.conversation;
  const isHere = home?.state === 'active';
  const occasion = `follow-up:${followUp.id}:${followUp.attempts + 1}`;
  const what = spotFor(placeOf(ticket), 'coarse');
  const choices = (texts: Texts) => [
    [
      { id: choiceIds.followUp('well', followUp.id), label: texts.followUpWell() },
      { id: choiceIds.followUp('bad', followUp.id), label: texts.followUpNotWell() },
    ],
    [{ id: choiceIds.followUp('contact', followUp.id), label: texts.followUpContact() }],
  ];
  if (ticket.requesterId && (!isHere || (ticket.sensitive && home.kind === 'group'))) {
    const texts = textsFor(ticket.requester?.locale ?? community.locale);
    const content = { text: texts.followUpQuestion(ticket.code, what), choices: choices(texts) };
    const word = { personId: ticket.requesterId, ticketId: ticket.id, purpose: 'follow_up' as const };
    if (await sayToPerson(step, { ...word, content, occasion })) return true;
  }
  if (!isHere) return false;
  const isOpen = !ticket.sensitive || home.kind === 'direct';
  const text = (texts: Texts): string => texts.followUpQuestion(ticket.code, isOpen ? what : null);
  return tellResident(step, community, ticket, { purpose: 'follow_up', text, choices, occasion });
}
