import { choiceIds } from '../tickets/choice-id.ts';
import { aboutDesks } from './about.ts';
import { chooseByWords, ratingChosen } from './choose-by-words.ts';
import { parseCommand } from './command.ts';
import { isCountingOff } from './counting-off.ts';
import { handleFlat } from './flat.ts';
import { isForResidents } from './for-residents.ts';
import { residentAnswersFollowUp } from './follow-up-in-words.ts';
import { isSupport } from './hear-support.ts';
import { handleJoin } from './join.ts';
import { heardAsAnswer } from './listeners.ts';
import { handleTellingVerb } from './telling-verbs.ts';
import { saidByOthers } from './offers.ts';
import { tellOwnTickets, tellPrivateAnswers } from './own-tickets.ts';
import { saidAgain } from './said-again.ts';
import { saidOfRating } from './low-rating.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';
import { handlePolicy } from './policy.ts';
import { mayApprove } from '../policy/versions/approvers.ts';
import { audit } from '../people/audit.ts';
import { WHAT_WAITS } from '../people/way-to-bot.ts';
import { addMessage } from '../tickets/add-message.ts';
import { readCode } from '../tickets/code.ts';
import { parseRating, type Rating } from '../tickets/rating.ts';
import { rateTicket, type Rated } from '../tickets/rate-ticket.ts';
import { tellStaff } from '../tickets/tell.ts';
import { openStatuses, readTicket, writeEvent, type Ticket } from '../tickets/ticket.ts';
import { noteAct } from './note-act.ts';

/** How long after "solved? 1–5" a bare "5" is still the answer to it. */
const ratingOpenDays = 7;

/**
 * A resident speaks: asks how their matters stand, answers a question of ours, writes on a ticket that is over, or just
 * talks, which `hearIt` makes something of. In a direct chat nobody is left without a word.
 */
export async function residentSpeaks(scene: Scene, hearIt: () => Promise<number>): Promise<void> {
  // Where the desk only listens, it is asked for nothing.
  const isOnlyHeard = scene.conversation.hearing === 'shadow';
  if (!isOnlyHeard && (await askedTheDesk(scene))) return noteAct(scene, 'command');
  const { target } = scene;
  if (target?.about && (await aboutDesks[target.about.subject].reply(scene, target.about.id))) return;
  const ticket = await ticketMeant(scene);
  if (await chose(scene)) return;
  // "+1" under a notice or a pledge is no "me too" to whatever was reported last.
  if (target?.about && !ticket && isSupport(scene.event.text)) return noteAct(scene, 'command');
  if (await heardAsAnswer(scene)) return;
  if (await residentAnswersFollowUp(scene)) return;
  const said = scene.speaker && parseRating(scene.event.text, { asked: ticket !== null });
  const rating = (scene.speaker && ratingChosen(scene)) ?? said;
  if (ticket && rating && scene.speaker && (await rate(scene, ticket, rating))) return;
  // "2", said to a neighbour who asked how many boxes, is said to the neighbour.
  const toSomebody = scene.target === null && quotesSomebody(scene);
  if (!ticket && !toSomebody && rating && isPlain(rating, scene.event.text) && (await rateLatest(scene, rating)))
    return;
  const back = await saidAgain(scene, ticket);
  if (back && (await rate(scene, back, { kind: 'not_solved', comment: scene.event.text.trim() }))) return;
  if (await saidOfRating(scene, ticket)) return;
  if (ticket?.status === 'closed') {
    await noteOnClosed(scene, ticket);
    return;
  }
  // In the direct chat, about what was asked in a group: the group's talk does not tell what it belongs to.
  if (ticket && ticket.conversationId !== scene.conversation.id) return join(scene, ticket);
  if ((await hearIt()) > 0) return;
  if (ticket && ticket.status === 'waiting') await join(scene, ticket);
  else if (scene.conversation.kind === 'direct') await neverSilent(scene);
}

/** `进度`, `/status`, `服务标准`, `/help`. Other commands are not for residents: refused quietly, and logged. */
async function askedTheDesk(scene: Scene): Promise<boolean> {
  const { event, speaker, community, step, conversation } = scene;
  const command = parseCommand(event.text, { strict: true });
  if (command.kind !== 'command') return false;
  if (command.verb === 'status') {
    await tellOwnTickets(scene);
    return true;
  }
  const slash = event.text.trimStart().startsWith('/');
  if (command.verb === 'join') {
    await handleJoin(scene, command.rest);
    return true;
  }
  // "房号？" among neighbours is none of ours.
  const toUs = slash || event.toBot || scene.conversation.kind === 'direct';
  if (command.verb === 'flat' && (toUs || command.rest !== '')) {
    await handleFlat(scene, command.rest);
    return true;
  }
  if (isForResidents(scene, command)) {
    await handleTellingVerb(scene, command.verb, command.rest);
    return true;
  }
  const decides = scene.conversation.kind === 'direct' && mayApprove(speaker?.roles ?? []);
  if (command.verb === 'policy' && (command.rest === '' || decides)) {
    await handlePolicy(scene, command.rest);
    return true;
  }
  const alone = conversation.kind === 'direct';
  // By the link in a group's "there is a private answer".
  if (command.verb === 'help' && command.rest === WHAT_WAITS && alone) {
    await tellOwnTickets(scene);
    return true;
  }
  if (command.verb === 'help' && command.rest === '') {
    await replyTo(scene, 'help', { text: textsOf(scene).helpForResidents() });
    if (alone && speaker) await tellPrivateAnswers(scene, speaker.personId);
    return true;
  }
  if (!slash && command.code === null) return false;
  await audit(step.tx, {
    communityId: community.id,
    actorId: speaker?.personId ?? null,
    action: 'refuse_command',
    subject: command.verb,
  });
  return slash;
}

/** Quotes something that is no word of ours; a quoted text with a code in it probably is one. */
function quotesSomebody({ event }: Scene): boolean {
  return event.replyToId !== null || (event.quotedText !== null && readCode(event.quotedText) === null);
}

/** A choice that was shown to them in words. In a group a number alone is only ever a rating. */
async function chose(scene: Scene): Promise<boolean> {
  const { event, target, conversation } = scene;
  const quotes = event.replyToId !== null || event.quotedText !== null;
  if (quotes) return target !== null && target.choices.length > 0 && chooseByWords(scene, null);
  return conversation.kind === 'direct' && chooseByWords(scene, null);
}

/** The ticket that a reply to a word of ours is about. */
async function ticketMeant({ step, target, community }: Scene): Promise<Ticket | null> {
  if (!target?.ticketId) return null;
  const ticket = await readTicket(step, target.ticketId);
  return ticket.communityId === community.id ? ticket : null;
}

/** Answers the question by its own words, and not only by what it tells: "未解决，还在漏", but not "又漏了". */
function isPlain(rating: Rating, text: string): boolean {
  if (rating.kind === 'thanks') return false;
  return rating.kind === 'score' || rating.comment !== text.trim();
}

async function rate(scene: Scene, ticket: Ticket, rating: Rating): Promise<boolean> {
  const { step, community, message, speaker } = scene;
  if (!speaker || rating.kind === 'thanks') return false;
  const reply = { step, community, ticketId: ticket.id, personId: speaker.personId, message, occasion: message.id };
  const rated: Rated = await rateTicket(reply, rating);
  if (rated === 'foreign' || rated === 'too_early') return false;
  await noteAct({ step, message }, 'rating');
  await step.tx.ticketMessage.createMany({
    data: [{ ticketId: ticket.id, messageId: message.id, part: 'addition' }],
    skipDuplicates: true,
  });
  // The words stand on the card; a picture of what is not mended is shown under it.
  if (rated === 'reopened' && message.attachments.length > 0)
    await tellStaff(step, community, {
      ticketId: ticket.id,
      purpose: 'note',
      occasion: `added:${message.id}:${ticket.id}`,
      text: (texts) => texts.addedToTicket(ticket.code, speaker.name, message.text),
      attachmentIds: message.attachments.map(({ id }) => id),
    });
  return true;
}

/** "5", or "未解决，还在漏", answers the question that this person was asked last in this conversation. */
async function rateLatest(scene: Scene, rating: Rating): Promise<boolean> {
  const { step, conversation, event, speaker } = scene;
  if (!speaker) return false;
  const asked = await step.tx.ticket.findFirst({
    where: {
      conversationId: conversation.id,
      status: 'done',
      reporters: { some: { personId: speaker.personId } },
      doneAt: { gte: new Date(step.now.getTime() - ratingOpenDays * 86_400_000) },
    },
    orderBy: { doneAt: 'desc' },
    select: { id: true },
  });
  if (!asked) return false;
  const isBare = conversation.kind === 'group' && rating.kind === 'score' && /^\P{L}+$/u.test(event.text);
  if (isBare && isCountingOff(await saidByOthers(scene))) return false;
  return rate(scene, await readTicket(step, asked.id), rating);
}

/** Nothing is reopened behind the staff's back: they see the words and choose. Plain thanks need no choice. */
async function noteOnClosed(scene: Scene, ticket: Ticket): Promise<void> {
  const { step, community, message, event, speaker } = scene;
  if (parseRating(event.text)?.kind === 'thanks') return;
  await step.tx.ticketMessage.createMany({
    data: [{ ticketId: ticket.id, messageId: message.id, part: 'addition' }],
    skipDuplicates: true,
  });
  await noteAct({ step, message }, 'addition');
  const by = { actorId: speaker?.personId ?? null, messageId: message.id };
  await writeEvent(step, ticket.id, 'message_added', { part: 'addition' }, by);
  await tellStaff(step, community, {
    ticketId: ticket.id,
    purpose: 'question',
    occasion: `on-closed:${message.id}`,
    text: (texts) => texts.wroteOnClosed(ticket.code, event.sender.name, message.text),
    choices: (texts) => [
      [
        { id: choiceIds.closed('reopen', ticket.id), label: texts.reopenChoice() },
        { id: choiceIds.closed('leave', ticket.id), label: texts.leaveChoice() },
      ],
    ],
    attachmentIds: message.attachments.map(({ id }) => id),
  });
}

async function join(scene: Scene, ticket: Ticket): Promise<void> {
  const { step, community, message, speaker } = scene;
  const addition = { step, community, ticketId: ticket.id, message, speaker, changes: {}, occasion: message.id };
  await addMessage({ ...addition, part: 'addition' });
  await noteAct({ step, message }, 'addition');
}

/** In a direct chat: what was not understood belongs to the matter under way there, or gets a hint, once in an hour. */
async function neverSilent(scene: Scene): Promise<void> {
  const { step, conversation, speaker } = scene;
  const open = speaker
    ? await step.tx.ticket.findFirst({
        where: { conversationId: conversation.id, status: { in: openStatuses } },
        orderBy: { openedAt: 'desc' },
        select: { id: true },
      })
    : null;
  if (open) {
    await join(scene, await readTicket(step, open.id));
    return;
  }
  const hour = Math.floor(step.now.getTime() / 3_600_000);
  const once = { ...scene, message: { ...scene.message, id: `${conversation.id}:${hour}` } };
  await replyTo(once, 'direct-hint', { text: textsOf(scene).directHint() });
}
