import type { Scene } from '../scene.ts';
import { replyTo, textsOf } from '../scene.ts';
import { parseTime } from '../parse-time.ts';
import { ticketByCode } from '../code-quoted.ts';
import type { Speaker } from '../../people/identify.ts';
import type { Texts } from '../../text/texts.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { say as sayWord } from '../../outbox/say.ts';
import { cardOf } from '../../tickets/incidents/keep.ts';
import { viewOfIncident } from '../../tickets/incidents/view.ts';
import { putIn, takeApart, takeOut } from '../../tickets/incidents/membership.ts';
import { answerAll, finishAll, promiseAll, takeAll, type AllCarried } from '../../tickets/incidents/work-on.ts';
import type { IncidentDeed } from '../../text/incidents/texts.ts';
import { holdTicket } from '../../tickets/ticket.ts';
import type { OrderFor } from './read-order.ts';

/** Where it is said: a message, or a press. */
export type Saying = Pick<Scene, 'step' | 'community' | 'conversation' | 'message'> & {
  speaker: Speaker;
  /** By a message of their own, which is on record. */
  inWords: boolean;
};

/** An incident that is spoken of. */
export interface Meant {
  id: string;
  number: number;
  thing: string;
  openedAt: Date;
  overAt: Date | null;
}

/** Does with an incident what was said or pressed, and says what came of it where nobody would see it otherwise. */
export async function carryOutOrder(saying: Saying, incident: Meant, order: OrderFor): Promise<void> {
  const texts = textsOf(saying);
  switch (order.kind) {
    case 'show':
      return showAnew(saying, incident, texts);
    case 'in':
    case 'out':
      return say(saying, incident, await move(saying, incident, order, texts));
    case 'apart': {
      if (incident.overAt) return say(saying, incident, texts.incidentIsOver(incident.number));
      const tickets = await takeApart(by(saying), incident.id);
      return saying.inWords ? say(saying, incident, texts.incidentApart(incident.number, tickets)) : undefined;
    }
    case 'deed':
      return doWithAll(saying, incident, order, texts);
  }
}

/** As a card that stands here from now on: a reply to it answers everybody, as a reply to the first one does. */
async function showAnew(saying: Saying, incident: Meant, texts: Texts): Promise<void> {
  const { step, community, conversation, message, speaker } = saying;
  const { choices, text } = cardOf(await viewOfIncident(step, community, incident, texts), texts, incident.id);
  await sayWord(step, {
    conversationId: conversation.id,
    about: { subject: 'incident', id: incident.id },
    purpose: 'card',
    // Who only looks on is shown nothing to press.
    content: choices && speaker.staff ? { text, choices } : { text },
    replyToExternalId: message.externalId,
    dedupeKey: `incident-shown:${message.id}`,
  });
  step.rope.lane(conversation.id);
}

async function doWithAll(
  saying: Saying,
  incident: Meant,
  { deed, text }: { deed: IncidentDeed; text: string },
  texts: Texts,
): Promise<void> {
  const { number } = incident;
  const outcome = await tryDeed(saying, incident, deed, text, texts);
  if (typeof outcome === 'string') return say(saying, incident, outcome);
  switch (outcome.kind) {
    case 'menu':
      return;
    case 'over':
      return say(saying, incident, texts.incidentIsOver(number));
    case 'colleague':
      return say(saying, incident, texts.alreadyTaken(texts.incidentName(number, incident.thing), outcome.name));
    case 'carried_out':
      return tellCarried(saying, incident, deed, outcome);
  }
}

/** What was said in words is confirmed in words; of a press, what was left is told. */
export async function tellCarried(
  saying: Saying,
  incident: Meant,
  deed: IncidentDeed,
  { tickets, left }: Extract<AllCarried, { kind: 'carried_out' }>,
): Promise<void> {
  if (!saying.inWords && left.length === 0) return;
  await say(saying, incident, textsOf(saying).incidentDone(deed, incident.number, tickets, left));
}

/** A text where something is missing: nothing was changed then. */
function tryDeed(
  saying: Saying,
  incident: Meant,
  deed: IncidentDeed,
  text: string,
  texts: Texts,
): Promise<AllCarried | { kind: 'menu' }> | string {
  const { step, community, message, conversation, inWords } = saying;
  const word = { ...by(saying), messageId: inWords ? message.id : null, saidIn: inWords ? conversation.id : null };
  const together = { id: incident.id, number: incident.number, cause: incident.thing };
  const attachmentIds = message.attachments.map(({ id }) => id);
  switch (deed) {
    case 'take':
      return takeAll(word, together);
    case 'answer':
      return text === '' && attachmentIds.length === 0
        ? texts.needsText('answer')
        : answerAll(word, together, { text, attachmentIds });
    case 'done':
      return finishAll(word, together, { text: text === '' ? null : text, attachmentIds });
    case 'promise': {
      if (text === '') return offerPromise(saying, incident, texts);
      const time = parseTime(text, step.now, community.timeZone);
      if (!time) return texts.needsTime();
      if (time.at <= step.now) return texts.timePassed();
      return promiseAll(word, together, { dueAt: time.at, note: time.rest === '' ? null : time.rest });
    }
  }
}

/** Times to promise, by one press. */
async function offerPromise(
  saying: Saying,
  { id, number, overAt }: Meant,
  texts: Texts,
): Promise<{ kind: 'menu' } | { kind: 'over' }> {
  if (overAt) return { kind: 'over' };
  const choice = (when: string, label: string) => ({ id: choiceIds.about('incident', `p${when}`, id), label });
  const choices = [
    ([30, 60, 120] as const).map((minutes) => choice(String(minutes), texts.promiseIn(minutes))),
    [choice('today', texts.promiseToday()), choice('tomorrow', texts.promiseTomorrow())],
  ];
  const about = { subject: 'incident' as const, id };
  await replyTo(saying, 'offer-promise', { text: texts.incidentChoosePromise(number), choices }, null, about);
  return { kind: 'menu' };
}

/** Puts one ticket in or takes it out; returns what to say. */
async function move(
  saying: Saying,
  incident: Meant,
  { kind, code }: Extract<OrderFor, { kind: 'in' | 'out' }>,
  texts: Texts,
): Promise<string> {
  const { number, id } = incident;
  const ticketId = await ticketByCode(saying, code);
  if (ticketId === null) return texts.unknownCode(code, null);
  if (kind === 'in') {
    const why = await putIn(by(saying), ticketId, id);
    return why ? texts.incidentCannotJoin(code, why) : texts.incidentIn(code, number);
  }
  const ticket = await holdTicket(saying.step, ticketId);
  if (ticket.incidentId !== id) return texts.incidentNotIn(code, number);
  await takeOut(by(saying), ticket, 'out');
  return texts.incidentOut(code, number);
}

const by = ({ step, community, speaker, message, inWords }: Saying) => ({
  step,
  community,
  by: speaker,
  messageId: inWords ? message.id : null,
  occasion: message.id,
});

/** Under the word that was said; a reply to it is about the same incident. */
const say = (saying: Saying, { id }: Meant, text: string): Promise<void> =>
  replyTo(saying, 'incident', { text }, null, { subject: 'incident', id });
