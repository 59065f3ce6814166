import { decideTicket } from '../tickets/decide.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Carried } from '../tickets/work.ts';
import { managesOrRefused } from './may-do.ts';
import { textsOf, type Deed } from './scene.ts';

/**
 * A manager adopts a suggestion or turns it down, and says why (P5b): turning one down needs a reason. Others are refused quietly.
 *
 * @param decision.messageId the manager's own message; null for a press
 */
export async function decideSuggestion(
  scene: Deed,
  ticket: Ticket,
  decision: { adopted: boolean; text: string; messageId: string | null },
): Promise<Carried | { kind: 'missing'; text: string } | 'asked'> {
  const { step, community, speaker, message } = scene;
  const { adopted, text, messageId } = decision;
  if (!speaker || !(await managesOrRefused(scene, adopted ? 'adopt' : 'turn_down'))) return 'asked';
  const texts = textsOf(scene);
  if (ticket.kind !== 'suggestion') return { kind: 'missing', text: texts.suggestionNone(ticket.code) };
  const words = text.trim();
  if (!adopted && words === '') return { kind: 'missing', text: texts.suggestionNeedsReason(ticket.code) };
  const word = { step, community, ticketId: ticket.id, by: speaker, messageId, occasion: message.id };
  return decideTicket({ ...word, adopted, text: words === '' ? null : words });
}
