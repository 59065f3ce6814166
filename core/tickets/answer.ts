import { planFollowUp } from '../follow-ups/plan.ts';
import { choiceIds } from './choice-id.ts';
import { showCard } from './cards.ts';
import { dropDeadlines, setDeadline } from './deadlines.ts';
import { marked, nameIn, ratingOfAll, shown } from './incidents/together.ts';
import { endAllLimits, meetByAnswer, startPromise } from './limits.ts';
import { pauseLimits } from './pause-limits.ts';
import { closePraise } from './praise.ts';
import { tellResident } from './tell.ts';
import { supportersOf, tellSupporters } from './tell-supporters.ts';
import { writeEvent } from './ticket.ts';
import type { Texts } from '../text/texts.ts';
import { accept, onOpenTicket, type Carried, type Work } from './work.ts';

export type StaffWord = Omit<Work, 'ticket'> & { ticketId: string };

/**
 * Staff answer the resident. The answer goes where the resident asked, as a reply to their message. Before the first
 * answer it meets the first response (P5a–P5e), later it is the progress that was owed (P5f).
 */
export function answerTicket(word: StaffWord & { text: string; attachmentIds: string[] }): Promise<Carried> {
  return onOpenTicket(word, async (work) => {
    const { step, community, ticket, by } = work;
    const actor = { actorId: by.personId, messageId: work.messageId };
    const said = { by: by.name, text: word.text, ...marked(work) };
    if (ticket.firstResponseAt) await writeEvent(step, ticket.id, 'progressed', said, actor);
    else await writeEvent(step, ticket.id, 'answered', { ...said, where: 'card' }, actor);
    await accept(work);
    await meetByAnswer(step, community, ticket);
    await tellResident(step, community, ticket, {
      purpose: 'answer',
      text: (texts) => texts.answer(nameIn(texts, work), by.name, word.text),
      attachmentIds: word.attachmentIds,
      occasion: `answer:${work.occasion}`,
      together: work.together,
    });
    await showCard(step, community, ticket.id, shown(work));
  });
}

/** Staff answered by themselves in the residents' group: it counts as the first response, and nothing is repeated there. */
export function noteAnswerInGroup(word: StaffWord & { text: string }): Promise<Carried> {
  return onOpenTicket(word, async (work) => {
    const { step, community, ticket, by } = work;
    const data = { by: by.name, text: word.text, where: 'group' as const, ...marked(work) };
    await step.tx.ticketMessage.createMany({
      data: work.messageId ? [{ ticketId: ticket.id, messageId: work.messageId, part: 'answer' }] : [],
      skipDuplicates: true,
    });
    await writeEvent(step, ticket.id, 'answered', data, { actorId: by.personId, messageId: work.messageId });
    await accept(work);
    await meetByAnswer(step, community, ticket);
    await showCard(step, community, ticket.id, shown(work));
  });
}

/** Staff ask the resident something; the ball is with the resident, and no progress is owed until they answer. */
export function askBack(word: StaffWord & { question: string }): Promise<Carried> {
  return onOpenTicket(word, async (work) => {
    const { step, community, ticket, by } = work;
    await writeEvent(
      step,
      ticket.id,
      'asked_back',
      { by: by.name, question: word.question },
      { actorId: by.personId, messageId: work.messageId },
    );
    await accept(work, { status: 'waiting' });
    await meetByAnswer(step, community, ticket);
    await pauseLimits(step, ticket.id);
    await tellResident(step, community, ticket, {
      purpose: 'answer',
      text: (texts) => texts.askedBack(ticket.code, by.name, word.question),
      occasion: `asked:${work.occasion}`,
    });
    await showCard(step, community, ticket.id, { occasion: work.occasion });
  });
}

/** Staff promise a time; the promise is itself a limit (P5g). `dueAt` lies ahead, which the desk checks. */
export function promiseTime(word: StaffWord & { dueAt: Date; note: string | null }): Promise<Carried> {
  return onOpenTicket(word, async (work) => {
    const { step, community, ticket, by } = work;
    await writeEvent(
      step,
      ticket.id,
      'promised',
      { by: by.name, dueAt: word.dueAt.toISOString(), note: word.note, ...marked(work) },
      { actorId: by.personId, messageId: work.messageId },
    );
    await accept(work);
    await meetByAnswer(step, community, ticket, 'promise');
    await startPromise(step, community, ticket, word.dueAt);
    const promised = (texts: Texts, note: string | null): string =>
      texts.promised(nameIn(texts, work), by.name, texts.when(word.dueAt, step.now, community.timeZone), note);
    await tellResident(step, community, ticket, {
      purpose: 'answer',
      text: (texts) => promised(texts, word.note),
      inPublic: (texts) => promised(texts, null),
      occasion: `promised:${work.occasion}`,
      together: work.together,
    });
    await showCard(step, community, ticket.id, shown(work));
  });
}

/**
 * Staff say that it is done. The resident is told, and asked whether it is solved (P6d, P7a); silence closes it after the
 * policy's time. When there is nobody to ask in a chat, it is closed at once, and its history says so.
 */
export function finishTicket(word: StaffWord & { text: string | null; attachmentIds: string[] }): Promise<Carried> {
  return onOpenTicket(word, async (work) => {
    const { step, community, ticket, by } = work;
    await writeEvent(
      step,
      ticket.id,
      'done',
      { by: by.name, text: word.text, ...marked(work) },
      { actorId: by.personId, messageId: work.messageId },
    );
    const firstResponseAt = ticket.firstResponseAt ?? step.now;
    await accept(work, { status: 'done', doneAt: step.now, firstResponseAt, finishedById: by.personId });
    await endAllLimits(step, community, ticket, 'metAt');
    if (ticket.kind === 'praise') return finishPraise(work, word.text);
    // What was done is told at once, whatever the hour; whether it is solved is asked in the morning (P7a).
    const isNight = community.calendar.civil(step.now) > step.now;
    const told = (texts: Texts, text: string | null): string =>
      isNight ? texts.doneAtNight(nameIn(texts, work), by.name, text) : texts.done(nameIn(texts, work), by.name, text);
    const asked = await tellResident(step, community, ticket, {
      purpose: isNight ? 'answer' : 'rating',
      text: (texts) => told(texts, word.text),
      inPublic: (texts) => told(texts, null),
      ...(isNight ? {} : { choices: (texts: Texts) => ratingAsked(work, texts.notSolved()) }),
      attachmentIds: word.attachmentIds,
      occasion: `done:${work.occasion}`,
      // It tells what was done: never too late, other than the reminder (P6d).
      expiresAt: null,
      together: work.together,
    });
    await dropDeadlines(step, ticket.id, ['rating_reminder', 'close_unanswered'], 'asked anew');
    if (ticket.kind === 'suggestion') await tellCarriedOut(work, word.text);
    if (asked) await awaitRating(work);
    else await closeWithoutAsking(work);
    await showCard(step, community, ticket.id, shown(work));
  });
}

/** Praise is not rated: whoever said it hears an answer where there is one, and it is over. */
async function finishPraise({ step, community, ticket, by, occasion }: Work, text: string | null): Promise<void> {
  await closePraise(step, community, ticket);
  if (text !== null) {
    await tellResident(step, community, ticket, {
      purpose: 'answer',
      text: (texts) => texts.answer(ticket.code, by.name, text),
      occasion: `done:${occasion}`,
    });
  }
  await showCard(step, community, ticket.id, { occasion });
}

/** Whoever supported a suggestion elsewhere hears that it is carried out, too. */
async function tellCarriedOut({ step, community, ticket, occasion }: Work, text: string | null): Promise<void> {
  const supporters = await supportersOf(step, ticket.id);
  await tellSupporters(step, community, ticket, {
    occasion: `carried-out:${occasion}`,
    text: (texts) => texts.suggestionCarriedOut(ticket.code, text, supporters),
  });
}

async function awaitRating({ step, community, ticket }: Work): Promise<void> {
  const { remindToRateAfter, closeUnansweredAfter } = community.policy.closing;
  const askedAt = community.calendar.civil(step.now);
  const after = (ms: number): Date => new Date(askedAt.getTime() + ms);
  // Of what was done at night, the reminder in the morning is the question.
  const remindAt = askedAt > step.now ? askedAt : after(remindToRateAfter);
  await setDeadline(step, { kind: 'rating_reminder', dueAt: remindAt, ticketId: ticket.id });
  await setDeadline(step, { kind: 'close_unanswered', dueAt: after(closeUnansweredAfter), ticketId: ticket.id });
}

async function closeWithoutAsking({ step, ticket }: Work): Promise<void> {
  await step.tx.ticket.update({
    where: { id: ticket.id },
    data: { status: 'closed', closedAt: step.now },
    select: { id: true },
  });
  await writeEvent(step, ticket.id, 'closed', { why: 'nobody_to_ask' });
  await planFollowUp(step, ticket.id);
}

const ratingAsked = ({ ticket, together }: Pick<Work, 'ticket' | 'together'>, notSolved: string) =>
  together ? ratingOfAll(together.id, notSolved) : ratingChoices(ticket.id, notSolved);

/** One press from 1 to 5, or "not solved". */
export const ratingChoices = (ticketId: string, notSolved: string): { id: string; label: string }[][] => [
  [1, 2, 3, 4, 5].map((score) => ({ id: choiceIds.rating(String(score), ticketId), label: String(score) })),
  [{ id: choiceIds.rating('no', ticketId), label: notSolved }],
];
