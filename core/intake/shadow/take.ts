import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { showCard } from '../../tickets/cards.ts';
import { openTicket } from '../../tickets/open.ts';
import { originOf } from '../../tickets/origin-of.ts';
import type { Candidate } from './candidates.ts';
import { holdCandidate, noteVerdict } from './judge.ts';
import { readKeptMatters } from './kept-matter.ts';
import { refreshCards } from './show-card.ts';

/** `before`: there was a ticket already, and none was opened. */
export type Taken = { kind: 'opened' | 'before'; codes: string[]; ticketIds: string[]; groupId: string };

/**
 * A manager has a candidate become a ticket: the manager's word, as if it had been entered by hand, with the lines that were tied to it. The
 * resident gets no receipt, long after; what the office answers reaches them in the group, unless that is still only listened to. Two
 * presses open it once. Null where there is no such candidate in the community.
 */
export async function takeCandidate(
  step: Step,
  community: CommunityInForce,
  { candidateId, byId, occasion }: { candidateId: string; byId: string; occasion: string },
): Promise<Taken | null> {
  const candidate = await holdCandidate(step, community, candidateId);
  if (!candidate) return null;
  const { messageId, conversationId: groupId } = candidate;
  const known = await step.tx.ticket.findMany({
    where: { firstMessageId: messageId },
    select: { id: true, code: true },
  });
  if (known.length > 0) return taken('before', known, groupId);
  if (candidate.isMatter !== true) await noteVerdict(step, community, candidate, { isMatter: true, byId });
  const opened = await openAll(step, community, candidate, byId);
  await refreshCards(step, community, candidateId, { occasion });
  return taken('opened', opened, groupId);
}

async function openAll(
  step: Step,
  community: CommunityInForce,
  candidate: Candidate,
  byId: string,
): Promise<{ id: string; code: string }[]> {
  const { tx } = step;
  const group = await tx.conversation.findUniqueOrThrow({
    where: { id: candidate.conversationId },
    select: { id: true, kind: true, channel: true, hearing: true },
  });
  const { attachments } = await tx.message.findUniqueOrThrow({
    where: { id: candidate.messageId },
    select: { attachments: { select: { id: true } } },
  });
  const opened = [];
  for (const matter of readKeptMatters(candidate.matter)) {
    const { ticket } = await openTicket(step, community, {
      matter,
      origin: originOf(group),
      conversationId: group.hearing === 'live' ? group.id : null,
      message: candidate.message,
      requesterId: candidate.message.personId,
      explanation: {
        by: 'a manager',
        believed: candidate.believed,
        reasons: [{ what: 'a manager said yes', weight: 1 }],
      },
      enteredBy: byId,
    });
    await tieLines(step, ticket.id, candidate);
    await showCard(step, community, ticket.id, { occasion: 'new', attachmentIds: attachments.map(({ id }) => id) });
    opened.push(ticket);
  }
  await tx.message.update({ where: { id: candidate.messageId }, data: { act: 'report' }, select: { id: true } });
  return opened;
}

/** The lines that would have been tied to it, and whoever of the residents said them. */
async function tieLines({ tx, now }: Step, ticketId: string, { tied }: Candidate): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "TicketMessage" ("ticketId", "messageId", part)
    SELECT ${ticketId}::uuid, m.id, 'addition' FROM "Message" m WHERE m.id = ANY(${tied}::uuid[])
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO "TicketReporter" ("ticketId", "personId", "joinedAt")
    SELECT DISTINCT ${ticketId}::uuid, m."personId", ${now}::timestamptz FROM "Message" m
    WHERE m.id = ANY(${tied}::uuid[]) AND m."personId" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "RoleGrant" g WHERE g."personId" = m."personId" AND g."revokedAt" IS NULL
        AND g.role NOT IN ('resident', 'committee', 'supervisor'))
    ON CONFLICT DO NOTHING`;
}

const taken = (kind: Taken['kind'], tickets: readonly { id: string; code: string }[], groupId: string): Taken => ({
  kind,
  codes: tickets.map(({ code }) => code),
  ticketIds: tickets.map(({ id }) => id),
  groupId,
});
