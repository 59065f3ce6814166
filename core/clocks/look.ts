import type { Logger } from 'pino';
import type { Deadline, Limit } from '../../prisma/generated/client.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import type { Ticket } from '../tickets/ticket.ts';

/** A deadline whose time has come, held by this transaction. */
export type Due = Deadline & { limit: Limit | null };

/** One of a ticket, which is held, too. `community` is under the policy by which the ticket was opened. */
export type DueOfTicket = Due & { ticket: Ticket; community: CommunityInForce };

/** Does what is to be done now, and returns in a few words what came of it, for `Deadline.outcome`. */
export type Look<D extends Due = Due> = (step: Step, deadline: D, log: Logger) => Promise<string>;
