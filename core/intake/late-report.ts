import { addMessage } from '../tickets/add-message.ts';
import { announceTickets } from '../tickets/announce.ts';
import { noteAnswerInGroup } from '../tickets/answer.ts';
import { openTicket } from '../tickets/open.ts';
import { isContractor } from '../people/roles.ts';
import { withdrawDoubt } from './doubt.ts';
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
  const { step, community, conversation, message, speaker } = heard;
  const isAnswer = act.part === 'answer';
  if (isAnswer && (!speaker || isContractor(speaker.roles))) return null;
  await step.tx.$queryRaw`SELECT 1 FROM "Message" WHERE id = ${act.messageId}::uuid FOR NO KEY UPDATE`;
  const opener = await step.tx.message.findFirst({
    where: { id: act.messageId, conversationId: conversation.id, recalledAt: null },
    include: { attachments: { select: { id: true } }, tickets: { select: { ticketId: true } } },
  });
  if (!opener) return null;
  const ticketId = opener.tickets[0]?.ticketId ?? (await open());
  await join(heard, act, ticketId);
  return ticketId;

  async function open(): Promise<string> {
    const { id, externalId, text, attachments, personId } = opener ?? { ...message, personId: null };
    const opened = await openTicket(step, community, {
      matter: act.matter,
      origin: conversation.kind === 'direct' ? 'direct' : conversation.channel === 'web' ? 'web' : 'group',
      conversationId: conversation.id,
      message: { id, personId },
      requesterId: personId,
      explanation: { ...more.explanation, believed: act.matter.confidence },
      noticeId: more.noticeId,
      enteredBy: null,
    });
    const wasDoubt = opener?.act === 'doubt';
    await step.tx.message.update({
      where: { id },
      data: { act: 'report', ...(wasDoubt ? {} : { explanation: more.explanation }) },
      select: { id: true },
    });
    await announceTickets({ step, community, conversation, message: { id, externalId, text, attachments } }, [opened]);
    if (wasDoubt) await withdrawDoubt(step, community, id, heard.event.sender.name);
    return opened.ticket.id;
  }
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
