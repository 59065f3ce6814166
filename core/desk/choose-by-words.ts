import { isStaff } from '../people/roles.ts';
import type { SaidChoice } from '../outbox/numbered.ts';
import { staffOf } from '../tickets/open.ts';
import { readChoiceId } from '../tickets/choice-id.ts';
import type { Rating } from '../tickets/rating.ts';
import { readTicket } from '../tickets/ticket.ts';
import { quoted } from '../text/layout.ts';
import { bareChoice } from './bare-choice.ts';
import { choose, ratingOf } from './choose.ts';
import { choicesAbout, lastTalk, latestOffers, type ShownOffer } from './offers.ts';
import { parseTime } from './parse-time.ts';
import { readChoice, type ChoiceRead } from './read-choice.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';
import { namedAmong } from './pass.ts';
import { carryOutVerb } from './ticket-verbs.ts';
import { noteAct } from './note-act.ts';

/** Longer texts are never a number or a label. */
const longestChoice = 40;

/**
 * Somebody answers choices that were shown in words: by a number or a label, as a reply to the word that showed them, or alone.
 * Returns false when it is no such answer, and then nothing has been done: what residents answer to "solved?" is a rating, and is
 * left to {@link ratingChosen}.
 *
 * @param ticketId the ticket that is quoted, where the quoted word showed no choices itself
 */
export async function chooseByWords(scene: Scene, ticketId: string | null): Promise<boolean> {
  const { event, target } = scene;
  if (event.replyToId === null && event.quotedText === null) return chooseBare(scene);
  if (event.text.trim() === '') return false;
  const shown = target?.choices.length ? target.choices : ticketId === null ? [] : await choicesAbout(scene, ticketId);
  const read = readChoice(event.text, shown);
  if (read.kind === 'chosen') return carryOutChoice(scene, read);
  if (read.kind === 'none' || shown.length === 0) return false;
  const offered = shown.map(({ say, label }) => (say === label ? label : `${say} ${label}`)).join(' · ');
  await noteAct(scene, 'command');
  await replyTo(scene, 'not-offered', { text: textsOf(scene).notOffered(event.text.trim(), offered) }, ticketId);
  return true;
}

/** What a resident chose in words as a reply to "solved?". */
export function ratingChosen({ event, target }: Scene): Rating | null {
  const read = readChoice(event.text, target?.choices ?? []);
  const pressed = read.kind === 'chosen' && read.rest === '' ? readChoiceId(read.choice.id) : null;
  return pressed?.kind === 'rating' ? ratingOf(pressed.score) : null;
}

async function chooseBare(scene: Scene): Promise<boolean> {
  const { event } = scene;
  const text = event.text.trim();
  if (text === '' || text.length > longestChoice || text.includes('\n')) return false;
  const offers = await latestOffers(scene);
  if (!scene.speaker?.staff && offers[0]?.choices.some(({ id }) => readChoiceId(id)?.kind === 'rating')) return false;
  const [oldest] = offers.slice(-1);
  if (!oldest) return false;
  const talkedAt = await lastTalk(scene, oldest.sentAt);
  const meant = bareChoice(text, offers, new Date(event.at), talkedAt);
  if (meant.kind === 'none') return false;
  if (meant.kind === 'one') return carryOutChoice(scene, { kind: 'chosen', choice: meant.choice, rest: '' });
  await noteAct(scene, 'command');
  const choices = meant.offers.map(({ offer, choice }) => [{ id: choice.id, label: labelIn(offer, choice) }]);
  await replyTo(scene, 'which-choice', { text: textsOf(scene).whichChoice(text), choices });
  return true;
}

const labelIn = ({ code, text }: ShownOffer, { label }: SaidChoice): string =>
  `${label} ${code ?? `“${quoted(text, 24)}”`}`;

async function carryOutChoice(
  scene: Scene,
  { choice, rest }: Extract<ChoiceRead, { kind: 'chosen' }>,
): Promise<boolean> {
  const { step, community, conversation, message, speaker } = scene;
  const pressed = readChoiceId(choice.id);
  if (!speaker || !pressed || (pressed.kind === 'rating' && !speaker.staff)) return false;
  if (rest !== '') {
    if (pressed.kind !== 'ticket' || !isStaff(speaker.roles) || !(await takesWords(scene, pressed.verb, rest)))
      return false;
    const ticket = await readTicket(step, pressed.ticketId);
    const verb = pressed.verb === 'done' ? 'done' : pressed.verb === 'promise' ? 'promise' : 'pass';
    await noteAct(scene, 'command');
    await carryOutVerb(scene, ticket, verb, rest);
    return true;
  }
  await noteAct(scene, 'command');
  await choose({ step, community, conversation, message, speaker, inWords: true }, pressed);
  return true;
}

/** "4 换了水泵", "2 明天15:00", "3 李工" are the choice with its words; anything else that begins with a number is said to somebody. */
async function takesWords({ step, community }: Scene, verb: string, rest: string): Promise<boolean> {
  if (verb === 'done') return true;
  if (verb === 'promise') return parseTime(rest, step.now, community.timeZone) !== null;
  return verb === 'pass' && namedAmong(await staffOf(step, community.id), rest).length > 0;
}
