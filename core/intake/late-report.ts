import type { Message } from '../../prisma/generated/client.ts';
import { addMessage } from '../tickets/add-message.ts';
import { announceTickets } from '../tickets/announce.ts';
import { noteAnswerInGroup } from '../tickets/answer.ts';
import { openTicket } from '../tickets/open.ts';
import { originOf } from '../tickets/origin-of.ts';
import { isContractor } from '../people/roles.ts';
import { withdrawDoubt } from './doubt-over.ts';
import { keepSettled, openDoubt } from './kept-doubt.ts';
import type { Heard } from './heard.ts';
import type { Act, Explanation } from './understanding.ts';

type LateReport = Extract<Act, { kind: 'late_report' }>;

/**
 * Opens a ticket from what was said earlier, of which nothing was made or only a doubt, and ties this message to it: an answer of the staff,
 * "me too", or more words of the same person. Where a ticket was opened from it meanwhile, this message belongs to that. What contractors
 * say among residents opens nothing. Returns the ticket; null where there is nothing to open.
 *
 * @param more the notice that it goes against (P8a), and why it is believed
 */
export async function reportLate(
  heard: Heard,
  act: LateReport,
  more: { explanation: Explanation; noticeId: string | null },
): Promise<string | null> {
  const { step, conversation, speaker } = heard;
  if (act.part === 'answer' && (!speaker || isContractor(speaker.roles))) return null;
  await step.tx.$queryRaw`SELECT 1 FROM "Message" WHERE id = ${act.messageId}::uuid FOR NO KEY UPDATE`;
  const opener = await step.tx.message.findFirst({
    where: { id: act.messageId, conversationId: conversation.id, recalledAt: null },
    include: { attachments: { select: { id: true } }, tickets: { select: { ticketId: true } } },
  });
  if (!opener) return null;
  const ticketId = opener.tickets[0]?.ticketId ?? (await openFrom(opener, heard, act, more));
  await join(heard, act, ticketId);
  return ticketId;
}

type Opener = Message & { attachments: { id: string }[] };

async function openFrom(
  opener: Opener,
  { step, community, conversation, speaker, event }: Heard,
  { matter }: LateReport,
  more: { explanation: Explanation; noticeId: string | null },
): Promise<string> {
  // What was believed of the message that opens it, not of the one that shows it.
  const explanation = { ...more.explanation, believed: matter.confidence };
  const doubt = openDoubt(opener);
  const opened = await openTicket(step, community, {
    matter,
    origin: originOf(conversation),
    conversationId: conversation.id,
    message: opener,
    requesterId: opener.personId,
    explanation,
    noticeId: more.noticeId,
    likeId: doubt?.like ?? null,
    enteredBy: null,
  });
  if (doubt) await keepSettled(step, opener.id, doubt, { act: 'report', by: speaker?.personId ?? 'talk' });
  else
    await step.tx.message.update({
      where: { id: opener.id },
      data: { act: 'report', explanation },
      select: { id: true },
    });
  await announceTickets({ step, community, conversation, message: opener }, [opened]);
  if (doubt) await withdrawDoubt(step, community, opener.id, { name: event.sender.name, said: event.text });
  return opened.ticket.id;
}

async function join(
  { step, community, message, speaker, event }: Heard,
  act: LateReport,
  ticketId: string,
): Promise<void> {
  const occasion = message.id;
  if (act.part !== 'answer') {
    await addMessage({ step, community, ticketId, message, speaker, part: act.part, changes: {}, occasion });
    return;
  }
  if (speaker)
    await noteAnswerInGroup({
      step,
      community,
      ticketId,
      by: speaker,
      messageId: message.id,
      occasion,
      text: event.text,
    });
}
