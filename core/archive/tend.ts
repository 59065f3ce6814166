import type { Logger } from 'pino';
import type { TicketStatus } from '../../prisma/generated/enums.ts';
import { audit } from '../people/audit.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { anonymise } from './anonymise.ts';
import { eraseAsking } from './erase-asking.ts';
import { eraseGivenUp, eraseLooseMessages, eraseLooseWords } from './erase-loose.ts';
import { eraseTelling } from './erase-telling.ts';
import { whileErasing } from './erasing.ts';
import { forgetPersons } from './forget-persons.ts';
import { isLongLook, isRipe, keptUpTo } from './ripe.ts';

/** So many tickets are made anonymous in one look: a first look after years must not hold up the others. */
const TICKETS_AT_ONCE = 20;

/**
 * Makes anonymous, a little at a time, what a community has kept for as long as its policy says (P4): tickets, then what was said
 * beside them, and once in a night what many were told and asked, and residents who are named nowhere any more. What was done is on
 * record in numbers.
 */
export async function tendArchive(step: Step, community: CommunityInForce, log: Logger): Promise<void> {
  const { tx, now } = step;
  const { id: communityId, policy, timeZone } = community;
  const before = keptUpTo(policy.archive.keep, now);
  const done = { tickets: 0, messages: 0, words: 0, faults: 0, told: 0, asked: 0, persons: 0 };
  for (const ticket of await heldRipe(step, communityId, before)) {
    if (!isRipe(ticket, policy.archive.keep, now)) continue;
    const { messages, said } = await anonymise(step, ticket.id);
    done.tickets += 1;
    done.messages += messages;
    done.words += said;
  }
  done.messages += await eraseLooseMessages(tx, communityId, before);
  done.words += await eraseLooseWords(tx, communityId, before);
  if (isLongLook(now, policy.health.every, timeZone)) {
    done.faults = await eraseGivenUp(tx, communityId, before);
    done.told = await eraseTelling(tx, communityId, before);
    done.asked = await whileErasing(tx, () => eraseAsking(tx, communityId, before));
    done.persons = await forgetPersons(tx, communityId, before);
  }
  if (Object.values(done).every((count) => count === 0)) return;
  const entry = { communityId, actorId: null, action: 'anonymise', subject: policy.archive.clause };
  await audit(tx, { ...entry, data: done, at: now });
  log.info({ communityId, ...done }, 'archive: made anonymous');
}

interface Candidate {
  id: string;
  status: TicketStatus;
  closedAt: Date | null;
}

/** Those that ended longest ago and about which nothing is to be done; who is worked on at this moment waits for another look. */
function heldRipe({ tx }: Step, communityId: string, before: Date): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`
    SELECT id, status::text, "closedAt" FROM "Ticket" t
    WHERE "communityId" = ${communityId}::uuid AND "closedAt" <= ${before} AND NOT jsonb_exists(explanation, 'anonymisedAt')
      AND status IN ('closed', 'merged', 'dismissed')
      AND NOT EXISTS (SELECT 1 FROM "Deadline" d WHERE d."ticketId" = t.id AND d."settledAt" IS NULL)
      AND NOT EXISTS (SELECT 1 FROM "FollowUp" f WHERE f."ticketId" = t.id AND f."settledAt" IS NULL)
      AND NOT EXISTS (SELECT 1 FROM "OutboxMessage" o WHERE o."ticketId" = t.id AND o.state = 'pending')
    ORDER BY "closedAt" LIMIT ${TICKETS_AT_ONCE} FOR UPDATE OF t SKIP LOCKED`;
}
