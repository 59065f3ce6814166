import { analyse } from '../intake/analysis.ts';
import { saysMended } from '../intake/staff.ts';
import { isStaff } from '../people/roles.ts';
import type { TicketStatus } from '../../prisma/generated/enums.ts';
import { readTicket } from '../tickets/ticket.ts';
import { offerSaid } from './bare-verb.ts';
import { readAfterCode } from './command.ts';
import { noteAct } from './note-act.ts';
import { parseTime } from './parse-time.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';
import { carryOutVerb } from './ticket-verbs.ts';
import type { TicketVerb } from './verb.ts';
import { onlyTheirs } from './withheld.ts';

const isQuestion = (words: string): boolean =>
  /[?？]|[吗嗎呢么麼]\s*[。.!！]*$|怎[么麼样樣]|谁|誰|什么|什麼|哪|几点|幾點|多久|^(?:who|what|when|where|why|how|is|are|was|has|did|does|can)\b/iu.test(
    words,
  );

/** It is asked how the matter stands, or who is at it: its history tells. */
const howItStands =
  /怎么样|怎樣|怎么回事|咋样|点样|點樣|[修办辦弄搞处處]好|处理|處理|解决|解決|进展|進展|到哪|谁|誰|状态|狀態|什么情况|什麼情況|\b(?:how|who|status|fixed|done|solved|update)\b/iu;

/**
 * What a member of staff may mean by words behind a ticket's code, the likeliest first; none where a colleague is asked something that its
 * history does not tell. Of what is over nothing is told any more.
 *
 * @param hasTime the words name a time that is still to come
 */
export function verbsMeant(words: string, status: TicketStatus, hasTime: boolean): TicketVerb[] {
  if (isQuestion(words) && !howItStands.test(words)) return [];
  if (status === 'merged' || isQuestion(words)) return ['show'];
  if (status === 'done' || status === 'closed' || status === 'dismissed') return ['reopen', 'show'];
  const isMended = saysMended(analyse(words));
  return [
    ...(isMended ? (['done'] as const) : hasTime ? (['promise'] as const) : []),
    'answer',
    ...(status === 'open' && !isMended ? (['take'] as const) : []),
    'show',
  ];
}

/**
 * `J7Q3 已经去看了`: the code of a ticket, and words that are no command. Nothing is changed, and nobody else hears anything: the commands that
 * it may be meant as are offered, each done by one choice with these words. A code alone shows the ticket. What colleagues say to each other
 * in reply, and what only looks like a code, is left alone. Returns whether it was for the desk.
 */
export async function codeAndWords(scene: Scene): Promise<boolean> {
  const { step, community, event, target, speaker, message } = scene;
  const said = readAfterCode(event.text);
  if (!said || !speaker || !isStaff(speaker.roles)) return false;
  const isReply = event.replyToId !== null || event.quotedText !== null;
  // Under the card of one ticket, words about another one are no answer to the resident of the first.
  if (isReply && target?.ticketId == null) return false;
  const found = await step.tx.ticket.findFirst({
    where: { communityId: community.id, code: said.code, ...onlyTheirs(speaker) },
    select: { id: true },
  });
  if (!found || found.id === target?.ticketId) return false;
  const ticket = await readTicket(step, found.id);
  if (said.words === '' && message.attachments.length === 0) {
    await noteAct(scene, 'command');
    await carryOutVerb(scene, ticket, 'show', '');
    return true;
  }
  const time = parseTime(said.words, step.now, community.timeZone);
  const verbs = verbsMeant(said.words, ticket.status, time !== null && time.at > step.now);
  if (verbs.length === 0) return false;
  await noteAct(scene, 'command');
  const texts = textsOf(scene);
  const tells = verbs.includes('answer') && ticket.conversation !== null;
  await replyTo(scene, 'code-and-words', {
    text: texts.codeAndWords(ticket.code, said.words, tells),
    choices: verbs.map((verb) => offerSaid(texts, verb, message.id, ticket)),
  });
  return true;
}
