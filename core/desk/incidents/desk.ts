import { parseRating, type Rating } from '../../tickets/rating.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { takeOut } from '../../tickets/incidents/membership.ts';
import { promiseAll } from '../../tickets/incidents/work-on.ts';
import { holdTicket } from '../../tickets/ticket.ts';
import type { AboutDesk } from '../about-desk.ts';
import { parseCommand } from '../command.ts';
import { noteAct } from '../note-act.ts';
import { promisedAt } from '../promise-menu.ts';
import { replyTo, textsOf, type Choosing, type Scene } from '../scene.ts';
import { carryOutOrder, tellCarried, type Meant } from './carry-out.ts';
import { worksOnIncidents } from './command.ts';
import { rateTheirs } from './rate.ts';
import { readOrderFor } from './read-order.ts';

/**
 * What is said and pressed about an incident. Staff reply to its card, which answers everybody who reported it, or press what is done with all of
 * its tickets; residents say whether it is solved. The id is the incident's; of what takes out one ticket (`out`), the ticket's.
 */
export const incidentDesk: AboutDesk = {
  async choose(choosing, id, action) {
    if (action.startsWith('r')) {
      const rating = ratingOf(action);
      if (rating) await rateTheirs(choosing, id, rating);
      return;
    }
    if (!(await worksOnIncidents(choosing))) return;
    if (action === 'out') return takeOneOut(choosing, id);
    const incident = await readMeant(choosing, id);
    if (!incident) return;
    switch (action) {
      case 'take':
      case 'done':
      case 'promise':
        return carryOutOrder(choosing, incident, { kind: 'deed', deed: action, text: '' });
      case 'apart':
        return carryOutOrder(choosing, incident, { kind: 'apart' });
      case 'pick':
        return offerOut(choosing, incident);
      default:
        return promiseByChoice(choosing, incident, action.slice(1));
    }
  },

  async reply(scene, id) {
    const { speaker, event } = scene;
    if (!speaker || isChoice(scene)) return false;
    const choosing = { ...scene, speaker, inWords: true };
    if (!speaker.staff || scene.conversation.audience === 'residents') {
      const rating = speaker.staff ? null : parseRating(event.text, { asked: true });
      const rated = rating !== null && rating.kind !== 'thanks' && (await rateTheirs(choosing, id, rating));
      if (rated) await noteAct(scene, 'rating');
      return rated;
    }
    const incident = await readMeant(choosing, id);
    if (!incident) return false;
    const order = readOrderFor(event.text) ?? answerOf(scene);
    if (!order) return false;
    await noteAct(scene, 'command');
    if (await worksOnIncidents(choosing)) await carryOutOrder(choosing, incident, order);
    return true;
  },

  async react(choosing, id, emoji) {
    if (emoji.includes('👍')) await rateTheirs(choosing, id, { kind: 'solved', comment: null });
  },
};

/** Free words under the incident's card, or under what the desk said of it, answer everybody; a command about something else is one. */
function answerOf({ event, target }: Scene): { kind: 'deed'; deed: 'answer'; text: string } | null {
  const isCard = target?.purpose === 'card';
  const isEmpty = event.text.trim() === '' && event.attachments.length === 0;
  const isCommand = parseCommand(event.text, { strict: false }).kind !== 'none';
  return isCard && !isEmpty && !isCommand ? { kind: 'deed', deed: 'answer', text: event.text.trim() } : null;
}

/** What a choice of "solved?" means: `r1` to `r5`, or `rno`. */
const ratingOf = (action: string): Rating | null =>
  action === 'rno' ? { kind: 'not_solved', comment: null } : parseRating(action.slice(1));

function readMeant({ step, community }: Choosing, id: string): Promise<Meant | null> {
  return step.tx.incident.findFirst({
    where: { id, communityId: community.id },
    select: { id: true, number: true, thing: true, openedAt: true, overAt: true },
  });
}

async function promiseByChoice(choosing: Choosing, incident: Meant, when: string): Promise<void> {
  const { step, community, speaker, message, conversation, inWords } = choosing;
  const dueAt = promisedAt(when, step.now, community.calendar);
  if (!dueAt) return;
  const word = { step, community, by: speaker, messageId: inWords ? message.id : null, occasion: message.id };
  const { id, number, thing: cause } = incident;
  const saidIn = inWords ? conversation.id : null;
  const promised = await promiseAll({ ...word, saidIn }, { id, number, cause }, { dueAt, note: null });
  const texts = textsOf(choosing);
  const about = { subject: 'incident' as const, id };
  if (promised.kind === 'over')
    await replyTo(choosing, 'incident', { text: texts.incidentIsOver(number) }, null, about);
  else if (promised.kind === 'carried_out') await tellCarried(choosing, incident, 'promise', promised);
}

const offeredAtMost = 10;

/** Which of its tickets does not belong to it, by one press. */
async function offerOut(choosing: Choosing, { id, number }: Meant): Promise<void> {
  const texts = textsOf(choosing);
  const tickets = await choosing.step.tx.ticket.findMany({
    where: { incidentId: id, status: { notIn: ['merged', 'dismissed'] } },
    orderBy: { openedAt: 'desc' },
    take: offeredAtMost,
    select: { id: true, code: true },
  });
  const choices = tickets.map((ticket) => [{ id: choiceIds.about('incident', 'out', ticket.id), label: ticket.code }]);
  const about = { subject: 'incident' as const, id };
  await replyTo(choosing, 'incident-out', { text: texts.incidentChooseOut(number), choices }, null, about);
}

async function takeOneOut(choosing: Choosing, ticketId: string): Promise<void> {
  const { step, community, speaker, message, inWords } = choosing;
  const known = await step.tx.ticket.findFirst({
    where: { id: ticketId, communityId: community.id, incidentId: { not: null } },
    select: { incident: { select: { number: true } } },
  });
  if (!known?.incident) return;
  const ticket = await holdTicket(step, ticketId);
  const moving = { step, community, by: speaker, messageId: inWords ? message.id : null, occasion: message.id };
  await takeOut(moving, ticket, 'out');
  const text = textsOf(choosing).incidentOut(ticket.code, known.incident.number);
  await replyTo(choosing, 'incident', { text }, ticket.id);
}

/** A number or a label under the word comes to `choose`. */
const isChoice = ({ event, target }: Scene): boolean => {
  const said = event.text.trim();
  return target?.choices.some(({ say, label }) => said === say || said === label) ?? false;
};
