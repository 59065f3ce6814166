import { isStaff } from '../people/roles.ts';
import { safeForGroup } from '../tickets/safe-for-group.ts';
import { readTicket, type Ticket } from '../tickets/ticket.ts';
import { offerSaid } from './bare-verb.ts';
import { nearestOpen } from './code-quoted.ts';
import { readAfterCode } from './command.ts';
import { mayDo } from './may-do.ts';
import { noteAct } from './note-act.ts';
import { parseTime } from './parse-time.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';
import { carryOutVerb } from './ticket-verbs.ts';
import { tellsResident, type TicketVerb } from './verb.ts';
import { verbsMeant } from './verbs-meant.ts';
import { onlyTheirs } from './withheld.ts';

/**
 * `J7Q3 已经去看了`: the code of a ticket, and words that are no command. Nothing is changed, and nobody else hears
 * anything: the commands that it may be meant as are offered, each done by one choice with these words. A code alone
 * shows the ticket to whoever may read it. What colleagues say to each other in reply, and what only looks like a
 * code, is left alone. Returns whether it was for the desk, or is for nobody: in reply to another ticket's card, or
 * to words that name another ticket, it is never an answer to that ticket's resident. Behind its own code, in reply
 * to its own card, words are one.
 *
 * @param quotedCode the code in a quoted text that is no word of ours that we know
 */
export async function codeAndWords(scene: Scene, quotedCode: string | null): Promise<boolean> {
  const { step, community, event, target, speaker, message } = scene;
  const said = readAfterCode(event.text);
  if (!said || !speaker) return false;
  const isReply = event.replyToId !== null || event.quotedText !== null;
  const repliesToTicket = target?.ticketId != null || quotedCode !== null;
  if (isReply && !repliesToTicket) return false;
  const found = await step.tx.ticket.findFirst({
    where: { communityId: community.id, code: said.code, ...onlyTheirs(speaker) },
    select: { id: true },
  });
  if (!found) return repliesToTicket && said.code !== quotedCode ? nameNearestCode(scene, said.code) : false;
  const isAlone = said.words === '' && message.attachments.length === 0;
  const ticket = await readTicket(step, found.id);
  if (isAlone) {
    await noteAct(scene, 'command');
    if (await mayDo(scene, 'show')) await carryOutVerb(scene, ticket, 'show', '');
    return true;
  }
  if (found.id === target?.ticketId || said.code === quotedCode) return false;
  const verbs = isStaff(speaker.roles) ? await verbsFor(scene, ticket, said.words) : [];
  if (verbs.length === 0) return repliesToTicket;
  await noteAct(scene, 'command');
  const texts = textsOf(scene);
  const tells = ticket.conversation === null ? [] : verbs.filter((verb) => tellsResident.has(verb));
  await replyTo(scene, 'code-and-words', {
    text: texts.codeAndWords(ticket.code, said.words, tells),
    choices: verbs.map((verb) => offerSaid(texts, verb, message.id, ticket)),
  });
  return true;
}

async function verbsFor({ step, community }: Scene, ticket: Ticket, words: string): Promise<TicketVerb[]> {
  const { status, requester, room } = ticket;
  const time = parseTime(words, step.now, community.timeZone);
  const { hidden } = await safeForGroup(step, community, { text: words, requester });
  return verbsMeant(words, {
    status,
    hasTime: time !== null && time.at > step.now,
    // Their own room is no news to whoever hears it.
    hasPersonalData: hidden.some((kind) => kind !== 'room' || !room || !words.includes(room)),
  });
}

/** In reply to a ticket a code that the writer knows nothing of: nothing is sent, and the nearest is named. */
async function nameNearestCode(scene: Scene, code: string): Promise<true> {
  await noteAct(scene, 'command');
  if (!(await mayDo(scene, 'show'))) return true;
  const near = await nearestOpen(scene, code);
  await replyTo(scene, 'unknown-code', { text: textsOf(scene).unknownCode(code, near?.code ?? null) });
  return true;
}
