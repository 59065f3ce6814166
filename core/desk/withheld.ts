import { audit } from '../people/audit.ts';
import type { Speaker } from '../people/identify.ts';
import { isContractor } from '../people/roles.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Deed } from './scene.ts';
import type { TicketVerb } from './verb.ts';

/** What only the office does with a ticket. */
const forTheOffice: ReadonlySet<string> = new Set<TicketVerb>(['merge', 'dismiss', 'follow_up']);

/**
 * Whether a ticket is none of this person's business: contractors see and answer only what is in their charge or offered to them,
 * and decide nothing that is the office's to decide. That they tried is logged.
 *
 * @param what they wanted to do with it, for the log
 */
export async function isWithheld(
  { step, community, speaker }: Pick<Deed, 'step' | 'community' | 'speaker'>,
  ticket: Pick<Ticket, 'id' | 'assigneeId' | 'offeredToId'>,
  what: string,
): Promise<boolean> {
  if (!speaker || !isContractor(speaker.roles)) return false;
  const isTheirs = ticket.assigneeId === speaker.personId || ticket.offeredToId === speaker.personId;
  if (isTheirs && !forTheOffice.has(what)) return false;
  const { personId: actorId } = speaker;
  const refused = { action: 'refuse_command', subject: what, data: { ticketId: ticket.id } };
  await audit(step.tx, { communityId: community.id, actorId, ...refused });
  return true;
}

/** Narrows a search for tickets to those that a contractor may know of; to others nothing is withheld. */
export function onlyTheirs(speaker: Speaker | null): { OR?: { assigneeId?: string; offeredToId?: string }[] } {
  if (!speaker || !isContractor(speaker.roles)) return {};
  return { OR: [{ assigneeId: speaker.personId }, { offeredToId: speaker.personId }] };
}
