import type { Purpose } from '../../prisma/generated/enums.ts';
import { aboutDesks } from './about.ts';
import { nameNearest, offerSaid, speakBarely } from './bare-verb.ts';
import { chooseByWords } from './choose-by-words.ts';
import { codeAndWords } from './code-and-words.ts';
import { codeQuoted, nearestOpen, ticketByCode } from './code-quoted.ts';
import { parseCommand, readAfterCode } from './command.ts';
import { enterByHand } from './entry.ts';
import { listOpen } from './list-open.ts';
import { mayDo } from './may-do.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';
import { handleAccountVerb } from './account-verbs.ts';
import { handleChannels } from './channels.ts';
import { handleDutyVerb } from './duty.ts';
import { handleFind } from './find.ts';
import { handleFlat } from './flat.ts';
import { handleHelp } from './help.ts';
import { staffAnswersFollowUp } from './follow-up.ts';
import { handleJoin } from './join.ts';
import { handlePolicy } from './policy.ts';
import { handleRatings } from './ratings.ts';
import { handleSetupVerb } from './setup.ts';
import { handleSource } from './source.ts';
import { handleTellingVerb } from './telling-verbs.ts';
import { promiseInWords } from './promise-in-words.ts';
import { carryOutVerb } from './ticket-verbs.ts';
import { isTellingVerb, isTicketVerb, type StaffVerb, type TicketVerb } from './verb.ts';
import { type Ticket, readTicket } from '../tickets/ticket.ts';
import { noteAct } from './note-act.ts';

/** Words of ours about a ticket, a free reply to which is an answer to the resident. */
const answerable: ReadonlySet<Purpose> = new Set(['card', 'emergency', 'note', 'question']);

/**
 * Somebody of the office speaks to the desk: a command, a choice, or free words as a reply to a card, which are an
 * answer to the resident. A code with words behind it is met with the commands that it may be meant as. What is none
 * of these is the office's own talk, and is left alone. Returns whether it was for the desk.
 */
export async function staffSpeaks(scene: Scene): Promise<boolean> {
  const { event, target, speaker } = scene;
  if (!speaker) return false;
  if (await staffAnswersFollowUp(scene)) return true;
  if (target?.about && (await aboutDesks[target.about.subject].reply(scene, target.about.id))) return true;
  const quotedCode = await codeQuoted(scene);
  // Beside a colleague's words a verb must be as plain as in any talk ("问 一下老王"), whatever code they name.
  const quotesColleague = quotedCode !== null && (await isSomebodys(scene));
  const aboutTicket = target?.ticketId != null || (quotedCode !== null && !quotesColleague);
  const command = parseCommand(event.text, { strict: !aboutTicket, bare: !aboutTicket });
  // A number or free words that quote a colleague are said to the colleague.
  if (command.kind === 'none') return quotesColleague ? false : freeWords(scene, quotedCode);
  const code = command.code ?? quotedCode;
  const { verb, rest } = command;
  if (command.kind === 'command' && isTicketVerb(verb) && code === null && target?.ticketId == null) {
    return speakBarely(scene, verb, rest);
  }
  await noteAct(scene, 'command');
  if (command.kind === 'near') {
    await nameNearest(scene, { ...command, code });
    return true;
  }
  if (!(await mayDo(scene, verb))) return true;
  if (!isTicketVerb(verb)) {
    // A code is one of the things that can be looked for.
    const said = verb === 'find' && command.code !== null ? `${command.code} ${rest}` : rest;
    await handleDeskVerb(scene, verb, said);
    return true;
  }
  const ticket = await ticketMeant(scene, code, verb);
  if (ticket) await carryOutVerb(scene, ticket, verb, rest);
  return true;
}

/**
 * A choice in words; else words about the ticket whose code stands before them; else an answer to the resident, where a
 * card is replied to.
 */
async function freeWords(scene: Scene, quotedCode: string | null): Promise<boolean> {
  const { event, target } = scene;
  const about = target?.ticketId ?? (quotedCode === null ? null : await ticketByCode(scene, quotedCode));
  if ((await chooseByWords(scene, about)) || (await promiseInWords(scene))) return true;
  if (await codeAndWords(scene, quotedCode)) return true;
  const isEmpty = event.text.trim() === '' && event.attachments.length === 0;
  // What cannot be told to be a word of ours is not answered to a resident.
  const isUnknown = target === null && event.replyToId !== null;
  if (isEmpty || isUnknown || (target?.ticketId == null && quotedCode === null)) return false;
  if (target && !answerable.has(target.purpose)) {
    // "Why is nobody there yet?" under a reminder is said to colleagues. Nothing goes to the resident by mistake.
    await replyTo(scene, 'which', { text: textsOf(scene).whichTicket('answer') });
    return true;
  }
  await noteAct(scene, 'command');
  if (!(await mayDo(scene, 'answer'))) return true;
  const ticket = await ticketMeant(scene, quotedCode, 'answer');
  // The code of the ticket itself is no part of what its resident is told.
  const led = readAfterCode(event.text);
  const words = led !== null && led.code === ticket?.code ? led.words : event.text.trim();
  if (ticket) await carryOutVerb(scene, ticket, 'answer', words);
  return true;
}

/** Replies to what somebody said here, and not to a word of ours. */
async function isSomebodys({ step, conversation, event, target }: Scene): Promise<boolean> {
  if (target !== null || event.replyToId === null) return false;
  const said = await step.tx.message.findUnique({
    where: { conversationId_externalId: { conversationId: conversation.id, externalId: event.replyToId } },
    select: { id: true },
  });
  return said !== null;
}

/**
 * By code where one was given, else the one whose card is replied to. An unknown code is answered with the nearest, and
 * null.
 */
async function ticketMeant(scene: Scene, code: string | null, verb: TicketVerb): Promise<Ticket | null> {
  const { step, target, message } = scene;
  if (code === null) return target?.ticketId ? readTicket(step, target.ticketId) : null;
  const found = await ticketByCode(scene, code);
  if (found) return readTicket(step, found);
  const texts = textsOf(scene);
  const meant = await nearestOpen(scene, code);
  // Free words that quote an unknown code are not offered to be sent.
  const choices = meant && verb !== 'answer' ? [offerSaid(texts, verb, message.id, meant)] : [];
  await replyTo(scene, 'unknown-code', {
    text: texts.unknownCode(code, meant?.code ?? null),
    ...(choices.length > 0 ? { choices } : {}),
  });
  return null;
}

async function handleDeskVerb(scene: Scene, verb: Exclude<StaffVerb, TicketVerb>, rest: string): Promise<void> {
  if (isTellingVerb(verb)) return handleTellingVerb(scene, verb, rest);
  switch (verb) {
    case 'help':
      await handleHelp(scene, rest);
      return;
    case 'list':
    case 'status':
      await listOpen(scene);
      return;
    case 'log':
      await enterByHand(scene, rest);
      return;
    case 'setup':
    case 'link':
    case 'role':
      await handleSetupVerb(scene, verb, rest);
      return;
    case 'flat':
      await handleFlat(scene, rest);
      return;
    case 'join':
      await handleJoin(scene, rest);
      return;
    case 'accounts':
    case 'quota':
    case 'stop':
    case 'resume':
    case 'login':
      await handleAccountVerb(scene, verb, rest);
      return;
    case 'policy':
      await handlePolicy(scene, rest);
      return;
    case 'duty':
    case 'swap':
    case 'leave':
    case 'grid':
    case 'deputy':
    case 'capacity':
      await handleDutyVerb(scene, verb, rest);
      return;
    case 'ratings':
      await handleRatings(scene);
      return;
    case 'channels':
      await handleChannels(scene, rest);
      return;
    case 'find':
      await handleFind(scene, rest);
      return;
    case 'source':
      await handleSource(scene, rest);
  }
}
