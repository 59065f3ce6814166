import type { Choice } from '../channel/outgoing.ts';
import { staffOf } from '../tickets/open.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { readTicket } from '../tickets/ticket.ts';
import { quoted } from '../text/layout.ts';
import type { Texts } from '../text/texts.ts';
import { ticketByCode } from './code-quoted.ts';
import { fold } from './fold.ts';
import { lastMeant, type Meant } from './last-meant.ts';
import { mayDo } from './may-do.ts';
import { wordsAbout } from './offers.ts';
import { parseTime } from './parse-time.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';
import { namedAmong } from './pass.ts';
import { carryOutVerb } from './ticket-verbs.ts';
import { firmWords } from './verb-words.ts';
import { isTicketVerb, type StaffVerb, type TicketVerb } from './verb.ts';
import { noteAct } from './note-act.ts';

/**
 * A verb without a code and without a card that is replied to: `接单`, `办结 换了水泵`, `转 李工`. It means the ticket of our last
 * word here, or is asked about ({@link lastMeant}). Everyday words followed by others are left alone where the writer has
 * nothing in hand. Returns whether it was for the desk.
 */
export async function speakBarely(scene: Scene, verb: TicketVerb, rest: string): Promise<boolean> {
  const { step, event, message, target } = scene;
  const how = plainnessOf(scene, verb, rest);
  if (how !== 'explicit' && rest !== '' && !(await isWhatFollows(scene, verb, rest))) return false;
  // Who quotes something that is about no ticket, or about several, means none that we could know.
  const quotes = event.replyToId !== null || event.quotedText !== null || target !== null;
  const firm = how !== 'everyday' && !quotes;
  const words = await wordsAbout(scene);
  if (how === 'everyday' && rest !== '' && !quotes && !words.some(({ inHand }) => inHand)) return false;
  await noteAct({ step, message }, 'command');
  if (!(await mayDo(scene, verb))) return true;
  const meant = lastMeant(verb, firm, words, new Date(event.at));
  if (meant.kind === 'one') {
    await carryOutVerb({ ...scene, unnamed: true }, await readTicket(step, meant.word.ticketId), verb, rest);
  } else await askWhich(scene, verb, meant);
  return true;
}

/** `explicit`: with a slash or a colon. `everyday`: what colleagues say to each other as well ("完成", "误报 太多了", "约 周五聚餐"). */
function plainnessOf(
  { step, community, event }: Scene,
  verb: TicketVerb,
  rest: string,
): 'explicit' | 'firm' | 'everyday' {
  const said = fold(event.text).trim();
  if (said.startsWith('/') || /^(?:\p{Script=Han}+|[a-z ]+):/u.test(said)) return 'explicit';
  if (verb === 'dismiss' && rest !== '') return 'everyday';
  if (/^[约約]\s/u.test(said) && parseTime(rest, step.now, community.timeZone)?.rest !== '') return 'everyday';
  const word = /^(?:\p{Script=Han}+|[a-z ]+)/u.exec(said)?.[0].trim() ?? '';
  return firmWords.has(word) ? 'firm' : 'everyday';
}

/** "约 厂家来看" and "转 一下消息" are talk: a time, or a colleague's name, must follow words as short as these. */
async function isWhatFollows({ step, community, event }: Scene, verb: TicketVerb, rest: string): Promise<boolean> {
  if (!/^[约約转轉]\s/u.test(fold(event.text).trim())) return true;
  if (verb === 'promise') return parseTime(rest, step.now, community.timeZone) !== null;
  return namedAmong(await staffOf(step, community.id), rest).length > 0;
}

async function askWhich(scene: Scene, verb: TicketVerb, meant: Exclude<Meant, { kind: 'one' }>): Promise<void> {
  const texts = textsOf(scene);
  const tickets = meant.kind === 'which' ? meant.words : [];
  const choices = tickets.map(({ ticketId, code, summary }) => [
    { id: choiceIds.said(verb, scene.message.id, ticketId), label: `${code} ${quoted(summary, 12)}`.trim() },
  ]);
  const text = texts.whichTicket(verb);
  await replyTo(scene, 'which', choices.length > 0 ? { text, choices } : { text });
}

/** The command that was probably meant, as one choice that carries it out. */
export function offerSaid(
  texts: Texts,
  verb: TicketVerb,
  messageId: string,
  ticket: { id: string; code: string },
): Choice[] {
  return [{ id: choiceIds.said(verb, messageId, ticket.id), label: `${texts.verb(verb)} ${ticket.code}` }];
}

/**
 * A mistyped command: the nearest is named with the code that it would be about, ready to be copied or chosen. Nothing is changed.
 */
export async function nameNearest(
  scene: Scene,
  near: { said: string; verb: StaffVerb; code: string | null },
): Promise<void> {
  const texts = textsOf(scene);
  const { said, verb, code } = near;
  const ticket = isTicketVerb(verb) ? await ticketAbout(scene, verb, code) : null;
  const text = texts.nearestVerb(said, verb, ticket?.code ?? code);
  const choices = ticket && isTicketVerb(verb) ? [offerSaid(texts, verb, scene.message.id, ticket)] : [];
  await replyTo(scene, 'near', choices.length > 0 ? { text, choices } : { text });
}

async function ticketAbout(
  scene: Scene,
  verb: TicketVerb,
  code: string | null,
): Promise<{ id: string; code: string } | null> {
  const { step, target, event } = scene;
  const quotes = event.replyToId !== null || event.quotedText !== null;
  const id = code === null ? (target?.ticketId ?? null) : await ticketByCode(scene, code);
  if (id !== null) return { id, code: (await readTicket(step, id)).code };
  if (code !== null || quotes) return null;
  const meant = lastMeant(verb, true, await wordsAbout(scene), new Date(event.at));
  return meant.kind === 'one' ? { id: meant.word.ticketId, code: meant.word.code } : null;
}
