import { resultChoices } from '../follow-ups/hand-to-person.ts';
import type { Answer } from '../follow-ups/read-answer.ts';
import { readResult, type Result } from '../follow-ups/read-result.ts';
import { answerFollowUp, noteResult, type FollowUpWord, type Taken } from '../follow-ups/settle.ts';
import { audit } from '../people/audit.ts';
import { isContractor } from '../people/roles.ts';
import type { PressedChoice } from '../tickets/choice-id.ts';
import { holdTicket, type Ticket } from '../tickets/ticket.ts';
import { replyTo, textsOf, type Choosing, type Deed, type Scene } from './scene.ts';
import { noteAct } from './note-act.ts';

const answers: Partial<Record<string, Answer>> = {
  well: { kind: 'well', score: null, comment: null },
  bad: { kind: 'not_solved', comment: null },
  contact: { kind: 'wants_contact', comment: null },
};
const results: readonly Result[] = ['satisfied', 'not_solved', 'unreached', 'declined'];

/** A resident, or whoever asked them, says by one choice what came of a follow-up (P6e). */
export async function settleFollowUp(
  choosing: Choosing,
  choice: Extract<PressedChoice, { kind: 'follow_up' }>,
): Promise<void> {
  const word = await followUpMeant(choosing, { id: choice.followUpId }, choosing.inWords);
  const answer = answers[choice.answer];
  const result = results.find((one) => one === choice.answer);
  if (word && answer) await takeAnswer(choosing, word, answer);
  else if (word && result && (await mayNote(choosing))) await note(choosing, word, result, null);
}

/** A thumb up under the bot's question says that all is well. */
export async function thumbUpOnFollowUp(choosing: Choosing, ticketId: string): Promise<void> {
  const word = await followUpMeant(choosing, { ticketId, by: 'bot' }, false);
  if (word && answers['well']) await takeAnswer(choosing, word, answers['well']);
}

/**
 * The follow-up that is spoken of, with its ticket held; of several, the latest. Null when there is none in this community.
 *
 * @param inWords by a message of the speaker's own, which is on record
 */
export async function followUpMeant(
  { step, community, speaker, message }: Deed,
  where: { id?: string; ticketId?: string; by?: 'bot' | 'person'; settledAt?: null },
  inWords: boolean,
): Promise<FollowUpWord | null> {
  const found = await step.tx.followUp.findFirst({
    where: { ...where, ticket: { communityId: community.id } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, ticketId: true },
  });
  if (!found || !speaker) return null;
  const ticket = await holdTicket(step, found.ticketId);
  const followUp = await step.tx.followUp.findUniqueOrThrow({ where: { id: found.id } });
  const said = { message: inWords ? message : null, occasion: message.id };
  return { step, community, ticket, followUp, by: speaker, ...said };
}

/** Only who reported it may say how it is. `foreign`: somebody else spoke, and nothing was changed. */
export async function takeAnswer(scene: Deed, word: FollowUpWord, answer: Answer): Promise<Taken | 'foreign'> {
  const { step, ticket, by, message } = word;
  const report = { ticketId: ticket.id, personId: by.personId };
  if ((await step.tx.ticketReporter.count({ where: report })) === 0) return 'foreign';
  const taken = await answerFollowUp(word, answer);
  const texts = textsOf(scene);
  if (taken === 'satisfied') {
    const content = { text: texts.followUpThanks(), ...(message ? { reaction: '👌' } : {}) };
    await replyTo(scene, 'follow-up', content, ticket.id);
  } else if (taken === 'wants_contact') {
    await replyTo(scene, 'follow-up', { text: texts.followUpContactComes() }, ticket.id);
  } else if (taken === 'declined') {
    await replyTo(scene, 'follow-up', { text: texts.followUpNoMore() }, ticket.id);
  }
  return taken;
}

/** `回访 A7K2 满意 老人很高兴`: what came of asking. Without a result, or with one that is not understood, the desk says how. */
export async function followUpByWords(scene: Deed, ticket: Ticket, rest: string): Promise<void> {
  if (!(await mayNote(scene))) return;
  const texts = textsOf(scene);
  const word = await followUpMeant(scene, { ticketId: ticket.id, settledAt: null }, true);
  const read = readResult(rest);
  if (word && read && (await note(scene, word, read.result, read.note))) return;
  const content =
    word && !read
      ? { text: texts.followUpHow(ticket.code), choices: resultChoices(texts, word.followUp.id) }
      : { text: texts.followUpNone(ticket.code) };
  await replyTo(scene, `follow-up:${ticket.code}`, content, ticket.id);
}

/** "满意，老人很高兴" as a reply to the card that asked somebody to call. False for words that say no result. */
export async function staffAnswersFollowUp(scene: Scene): Promise<boolean> {
  const { event, target, step, message } = scene;
  if (target?.purpose !== 'follow_up' || !target.ticketId || readResult(event.text) === null) return false;
  await noteAct({ step, message }, 'command');
  await followUpByWords(scene, await holdTicket(step, target.ticketId), event.text);
  return true;
}

/** The office asks after its own work: neither residents nor contractors write down what came of it. */
async function mayNote({ step, community, speaker }: Deed): Promise<boolean> {
  if (speaker?.staff && !isContractor(speaker.roles)) return true;
  await audit(step.tx, {
    communityId: community.id,
    actorId: speaker?.personId ?? null,
    action: 'refuse_press',
    subject: 'follow_up',
  });
  return false;
}

async function note(scene: Deed, word: FollowUpWord, result: Result, remark: string | null): Promise<boolean> {
  const noted = await noteResult(word, result, remark);
  if (!noted) return false;
  const texts = textsOf(scene);
  const { step, community, ticket, by } = word;
  const nextAt = noted.nextAt && texts.when(noted.nextAt, step.now, community.timeZone);
  const text = texts.followUpNoted(ticket.code, by.name, noted.result, nextAt);
  await replyTo(scene, `follow-up:${ticket.code}`, { text }, ticket.id);
  return true;
}
