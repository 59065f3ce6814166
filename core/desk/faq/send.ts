import { answerIn } from '../../faq/entries.ts';
import { useOf } from '../../faq/propose.ts';
import { audit } from '../../people/audit.ts';
import { answerTicket } from '../../tickets/answer.ts';
import { holdTicket } from '../../tickets/ticket.ts';
import { replyTo, textsOf, type Choosing } from '../scene.ts';
import { isWithheld } from '../withheld.ts';

/**
 * Staff send the answer that the card proposes, as their own: it meets the limit as any answer does, in the resident's language. Once;
 * residents, and contractors whose ticket it is not, are refused quietly, and it is logged.
 */
export async function sendProposed(choosing: Choosing, ticketId: string, number: number): Promise<void> {
  const { step, community, speaker, message, inWords } = choosing;
  const isHere = await step.tx.ticket.count({ where: { id: ticketId, communityId: community.id } });
  if (!speaker.staff || isHere === 0) {
    const entry = { action: 'refuse_press', subject: 'faq' };
    await audit(step.tx, { communityId: community.id, actorId: speaker.personId, ...entry });
    return;
  }
  const ticket = await holdTicket(step, ticketId);
  if (await isWithheld(choosing, ticket, 'answer')) return;
  const texts = textsOf(choosing);
  const reply = (text: string): Promise<void> => replyTo(choosing, 'faq-send', { text }, ticketId);
  const use = await useOf(step, ticketId);
  if (!use || use.faq.number !== number || use.automatic || use.usedAt || use.faq.revokedAt)
    return reply(texts.faqNotSent(number));
  const where = { faqId_ticketId: { faqId: use.faqId, ticketId } };
  await step.tx.faqUse.update({ where, data: { usedAt: step.now }, select: { faqId: true } });
  const text = answerIn(use.faq, ticket.requester?.locale ?? community.locale);
  const word = { step, community, ticketId, by: speaker, messageId: inWords ? message.id : null, occasion: message.id };
  const carried = await answerTicket({ ...word, text, attachmentIds: [] });
  if (carried.kind === 'over') {
    await step.tx.faqUse.update({ where, data: { usedAt: null }, select: { faqId: true } });
    return reply(texts.ticketIsOver(ticket.code, carried.ticket.status));
  }
  if (inWords) await reply(texts.carriedOut('answer', ticket.code));
}
