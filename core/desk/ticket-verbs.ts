import { choiceIds } from '../tickets/choice-id.ts';
import { followUpByWords } from './follow-up.ts';
import { parseTime } from './parse-time.ts';
import { passByName } from './pass.ts';
import { postpone } from './postpone.ts';
import { replyTo, textsOf, type Deed } from './scene.ts';
import { decideSuggestion } from './decide-suggestion.ts';
import { showTimeline } from './timeline.ts';
import { tellsResident, type TicketVerb } from './verb.ts';
import { isWithheld } from './withheld.ts';
import { answerTicket, askBack, finishTicket, promiseTime } from '../tickets/answer.ts';
import { dismissTicket, mergeTicket, reopenTicket, type Merged } from '../tickets/arrange.ts';
import { readCode } from '../tickets/code.ts';
import { declineTicket, type Declined } from '../tickets/pass/give-back.ts';
import { takeTicket } from '../tickets/take.ts';
import { holdTicket, type Ticket } from '../tickets/ticket.ts';

/** What is missing in a command: said to the writer, and nothing is changed. */
type Missing = { kind: 'missing'; text: string };

/**
 * Carries out what a member of staff told the desk to do with a ticket, and confirms it. Where words are missing, the desk
 * says which; where the ticket is over, how it stands.
 */
export async function carryOutVerb(scene: Deed, ticket: Ticket, verb: TicketVerb, rest: string): Promise<void> {
  const texts = textsOf(scene);
  if (await isWithheld(scene, ticket, verb)) {
    await replyTo(scene, 'unknown-code', { text: texts.unknownCode(ticket.code, null) });
    return;
  }
  if (verb === 'show') {
    await showTimeline(scene, ticket);
    return;
  }
  const outcome = await tryVerb(scene, ticket, verb, rest);
  if (outcome === 'asked') return;
  if (outcome.kind === 'missing') await replyTo(scene, `missing:${ticket.code}`, { text: outcome.text }, ticket.id);
  else if (outcome.kind === 'over') {
    const text = texts.ticketIsOver(ticket.code, outcome.ticket.status);
    await replyTo(scene, `over:${ticket.code}`, { text }, ticket.id);
  } else if (outcome.kind === 'cannot_merge') {
    await replyTo(scene, `merge:${ticket.code}`, { text: texts.cannotMerge(outcome.ticket.code) }, ticket.id);
  } else if (outcome.kind === 'not_offered') {
    await replyTo(scene, `decline:${ticket.code}`, { text: texts.notPassedToYou(ticket.code) }, ticket.id);
  } else await confirm(scene, ticket, verb);
}

/** Says that it was carried out; where the resident cannot see it, that somebody has to tell them. */
export async function confirm(scene: Deed, ticket: Ticket, verb: TicketVerb): Promise<void> {
  const texts = textsOf(scene);
  const content =
    ticket.conversation === null && tellsResident.has(verb)
      ? { text: texts.notByChat(ticket.code) }
      : { text: texts.carriedOut(verb, ticket.code), ...(scene.unnamed ? {} : { reaction: '👌' }) };
  await replyTo(scene, `done:${ticket.code}`, content, ticket.id);
}

async function tryVerb(
  scene: Deed,
  ticket: Ticket,
  verb: Exclude<TicketVerb, 'show'>,
  rest: string,
): Promise<Merged | Declined | Missing | 'asked'> {
  const { step, community, speaker, message } = scene;
  const texts = textsOf(scene);
  if (!speaker) return 'asked';
  const word = { step, community, ticketId: ticket.id, by: speaker, messageId: message.id, occasion: message.id };
  const attachmentIds = message.attachments.map(({ id }) => id);
  const needsText: Missing = { kind: 'missing', text: texts.needsText(verb) };
  switch (verb) {
    case 'take':
      return (scene.unnamed && (await takenByColleague(scene, ticket))) || takeTicket(word);
    case 'answer':
    case 'progress':
      return rest === '' && attachmentIds.length === 0
        ? needsText
        : answerTicket({ ...word, text: rest, attachmentIds });
    case 'ask':
      return rest === '' ? needsText : askBack({ ...word, question: rest });
    case 'promise': {
      if (rest === '') return offerPromise(scene, ticket);
      const time = parseTime(rest, step.now, community.timeZone);
      if (!time) return { kind: 'missing', text: texts.needsTime() };
      if (time.at <= step.now) return { kind: 'missing', text: texts.timePassed() };
      return promiseTime({ ...word, dueAt: time.at, note: time.rest === '' ? null : time.rest });
    }
    case 'pass':
      return passByName(scene, ticket, rest);
    case 'merge': {
      const into = await ticketByCode(scene, readCode(rest));
      return into ? mergeTicket({ ...word, intoId: into }) : { kind: 'missing', text: texts.needsText('merge') };
    }
    case 'dismiss':
      return dismissTicket(word);
    case 'done':
      return finishTicket({ ...word, text: rest === '' ? null : rest, attachmentIds });
    case 'reopen':
      return reopenTicket({ ...word, by: 'staff', actorId: speaker.personId, comment: rest === '' ? null : rest });
    case 'decline':
      return declineTicket({ ...word, reason: rest === '' ? null : rest });
    case 'postpone':
      return postpone(scene, ticket, rest);
    case 'adopt':
    case 'turn_down':
      return decideSuggestion(scene, ticket, {
        adopted: verb === 'adopt',
        text: rest,
        messageId: message.id,
      });
    case 'follow_up':
      await followUpByWords(scene, ticket, rest);
      return 'asked';
  }
}

/**
 * Two say at the same time that they take it, or the number or button stands under an older word: what a colleague has taken is only taken
 * from them by its code. What to say then; null where it may be taken.
 */
export async function takenByColleague(scene: Deed, ticket: Ticket): Promise<Missing | null> {
  const { status, assigneeId, assignee, offeredToId } = await holdTicket(scene.step, ticket.id);
  if ((status !== 'accepted' && status !== 'waiting') || assigneeId === null) return null;
  const by = scene.speaker?.personId;
  if (assigneeId === by || (offeredToId !== null && offeredToId === by)) return null;
  return { kind: 'missing', text: textsOf(scene).alreadyTaken(ticket.code, assignee?.name ?? '') };
}

async function ticketByCode({ step, community }: Deed, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const where = { communityId_code: { communityId: community.id, code } };
  return (await step.tx.ticket.findUnique({ where, select: { id: true } }))?.id ?? null;
}

/** How the key of "when will it be seen to?" begins; who asked to promise stands in it. By it the question is found again. */
export const OFFERS_PROMISE = 'offer-promise:';

/** Times to promise, by one press. */
export async function offerPromise(scene: Deed, ticket: Ticket): Promise<'asked'> {
  const texts = textsOf(scene);
  const choice = (when: string, label: string) => ({ id: choiceIds.promise(when, ticket.id), label });
  const choices = [
    ([30, 60, 120] as const).map((minutes) => choice(String(minutes), texts.promiseIn(minutes))),
    [choice('today', texts.promiseToday()), choice('tomorrow', texts.promiseTomorrow())],
  ];
  await replyTo(
    scene,
    `${OFFERS_PROMISE}${ticket.code}:${scene.speaker?.personId ?? ''}`,
    { text: texts.choosePromise(ticket.code), choices },
    ticket.id,
  );
  return 'asked';
}
