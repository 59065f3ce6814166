import type { Ticket } from '../tickets/ticket.ts';
import type { Deed } from './scene.ts';

/** A manager adopts a suggestion or turns it down, and says why (P5b). */
export function decideSuggestion(
  _scene: Deed,
  _ticket: Ticket,
  _decision: { adopted: boolean; text: string },
): Promise<'asked'> {
  return Promise.resolve('asked');
}
