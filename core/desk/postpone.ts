import { choiceIds } from '../tickets/choice-id.ts';
import { postponeReminder } from '../tickets/postpone.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Carried } from '../tickets/work.ts';
import { parseTime } from './parse-time.ts';
import { promisedAt } from './promise-menu.ts';
import { replyTo, textsOf, type Deed } from './scene.ts';

/**
 * A reminder is put off: `延后 A7K2 2小时 等配件`. Without anything the times are offered; without a reason it is asked for, and
 * nothing is changed. Returns what is left to be said: that the ticket is over, or nothing.
 */
export async function postpone(scene: Deed, ticket: Ticket, rest: string): Promise<Carried | 'asked'> {
  const { step, community, speaker, message } = scene;
  const { code } = ticket;
  const texts = textsOf(scene);
  const say = async (text: string): Promise<'asked'> => {
    await replyTo(scene, `postpone:${code}`, { text }, ticket.id);
    return 'asked';
  };
  if (!speaker) return 'asked';
  if (rest === '') return offerPostpone(scene, ticket);
  const time = parseTime(rest, step.now, community.timeZone);
  if (!time) return say(texts.postponeHow(code));
  if (time.at <= step.now) return say(texts.timePassed());
  const when = (at: Date): string => texts.when(at, step.now, community.timeZone);
  const reason = reasonIn(time.rest);
  if (reason === '') return say(texts.needsReason(code, when(time.at)));
  const word = { step, community, ticketId: ticket.id, by: speaker, messageId: message.id, occasion: message.id };
  const outcome = await postponeReminder({ ...word, wanted: time.at, reason });
  switch (outcome.kind) {
    case 'postponed':
      return say(texts.postponedTill(code, when(outcome.at)));
    case 'postponed_before':
      return say(texts.alreadyPostponed(code));
    case 'nothing_to_postpone':
      return say(texts.nothingToPostpone(code));
    case 'over':
    case 'carried_out':
      return outcome;
  }
}

/** "because we wait for parts", "，因为等配件": the reason without the word that leads to it. */
const reasonIn = (rest: string): string =>
  rest.replace(/^(?:再|提醒|因为|因為|由于|由於|because|as|since|remind me)[\s,，:：]*/iu, '').trim();

const times = ['60', 'today', 'tomorrow'] as const;

/** Times until which it may be put off, by one press. */
export async function offerPostpone(scene: Deed, ticket: Ticket): Promise<'asked'> {
  const texts = textsOf(scene);
  const labels = [texts.postponeInAnHour(), texts.postponeToday(), texts.postponeTomorrow()];
  const choices = times.map((time, index) => [
    { id: choiceIds.ticket(`postpone-${time}`, ticket.id), label: labels[index] ?? time },
  ]);
  const text = texts.choosePostpone(ticket.code);
  await replyTo(scene, `offer-postpone:${ticket.code}`, { text, choices }, ticket.id);
  return 'asked';
}

/**
 * What a button of that menu, or the one under a reminder, does. A reason cannot be pressed: it is asked for, with the line to be
 * written. False for a verb that is none of these.
 */
export async function postponeByChoice(scene: Deed, ticket: Ticket, verb: string): Promise<boolean> {
  if (verb === 'postpone') {
    await offerPostpone(scene, ticket);
    return true;
  }
  const chosen = times.find((time) => verb === `postpone-${time}`);
  if (!chosen) return false;
  const { step, community } = scene;
  const at = chosen === 'tomorrow' ? tomorrowMorning(scene) : promisedAt(chosen, step.now, community.calendar);
  if (!at) return false;
  const texts = textsOf(scene);
  const text = texts.needsReason(ticket.code, texts.when(at, step.now, community.timeZone));
  await replyTo(scene, `postpone:${ticket.code}:${verb}`, { text }, ticket.id);
  return true;
}

const HOUR_MS = 3_600_000;

/** An hour after the office opens tomorrow, or whenever it opens next. */
function tomorrowMorning({ step, community }: Deed): Date {
  const midnight = promisedAt('tomorrow', step.now, community.calendar);
  const from = new Date((midnight ?? step.now).getTime() - 12 * HOUR_MS);
  return community.calendar.add(from, HOUR_MS, 'service');
}
