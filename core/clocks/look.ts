import type { Logger } from 'pino';
import type { Deadline, Limit } from '../../prisma/generated/client.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import type { Ticket } from '../tickets/ticket.ts';

/** A deadline whose time has come, held by this transaction. */
export type Due = Deadline & { limit: Limit | null };

/** One of a ticket, which is held, too. `community` is under the policy by which the ticket was opened. */
export type DueOfTicket = Due & { ticket: Ticket; community: CommunityInForce };

/** It is not the time for it, after all: the same deadline is looked at again then, which lies ahead. */
interface Later {
  lookAgainAt: Date;
}

/**
 * What came of a look: in a few words, for `Deadline.outcome`, or that it is put off.
 */
export type Looked = string | Later;

/** Does what is to be done now, and returns what came of it. */
export type Look<D extends Due = Due> = (step: Step, deadline: D, log: Logger) => Promise<Looked>;
