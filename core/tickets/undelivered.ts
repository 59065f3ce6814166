import type { OutboxMessage } from '../../prisma/generated/client.ts';
import type { DeliveryFailed } from '../outbox/delivery-failed.ts';
import { noteFailureOnTicket } from '../outbox/delivery-failed.ts';
import { say } from '../outbox/say.ts';
import { communityInForce, type CommunityInForce } from '../people/communities.ts';
import { managersOrStaff, staffOrManagers } from '../people/groups.ts';
import { sayElsewhere } from '../people/reach.ts';
import { isManager } from '../people/roles.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import { tellStaff } from './tell.ts';

/**
 * A message that cannot be delivered is not lost in silence. What was for one person is said on another platform of theirs,
 * while there is one. Otherwise the ticket shows it, and the office is told: the staff under the card when it was for
 * residents, so that somebody rings at the door; the group of a colleague whom no platform reaches.
 */
export const reportUndelivered: DeliveryFailed = async (tx, row, failure, { now, rope }) => {
  const step = { tx, now, rope, random: Math.random };
  if (failure.kind !== 'expired' && (await sayElsewhere(step, row))) return;
  // What is told to many is not told of one by one: how the broadcast stands shows it (P8b).
  if (row.broadcastId !== null) return;
  await noteFailureOnTicket(tx, row, failure, { now, rope });
  const conversation = await tx.conversation.findUniqueOrThrow({
    where: { id: row.conversationId },
    select: { communityId: true, audience: true },
  });
  if (!conversation.communityId) return;
  const community = await communityInForce(tx, conversation.communityId, now);
  const ticket = row.ticketId
    ? await tx.ticket.findUnique({ where: { id: row.ticketId }, select: { code: true } })
    : null;
  const code = ticket?.code ?? null;
  const colleague = row.recipientId === null ? null : await readColleague(step, row.recipientId);
  if (colleague) {
    const groups = await (colleague.isManager ? managersOrStaff : staffOrManagers)(tx, community.id);
    await tellGroups(step, community, row, groups, (texts) =>
      texts.colleagueUnreached(colleague.name, code, texts.failure(failure.kind)),
    );
    return;
  }
  const text = (texts: Texts): string => texts.deliveryFailed(code, texts.failure(failure.kind));
  if (conversation.audience !== 'staff' && conversation.audience !== 'managers') {
    const occasion = `undelivered:${row.id}`;
    await tellStaff(step, community, { ticketId: row.ticketId, purpose: 'escalation', occasion, text });
  } else if (row.purpose === 'card' || row.purpose === 'emergency') {
    await tellGroups(step, community, row, await otherOffice(step, community, row), text);
  }
};

/** Somebody with a role in the office; null for residents. */
async function readColleague({ tx }: Step, personId: string): Promise<{ name: string; isManager: boolean } | null> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { name: true, roles: { where: { revokedAt: null, role: { not: 'resident' } }, select: { role: true } } },
  });
  if (!person || person.roles.length === 0) return null;
  return { name: person.name, isManager: isManager(person.roles.map(({ role }) => role)) };
}

/** A card that the staff cannot be shown is told of wherever else the office listens. */
function otherOffice({ tx }: Step, community: CommunityInForce, row: OutboxMessage): Promise<{ id: string }[]> {
  return tx.conversation.findMany({
    where: {
      communityId: community.id,
      kind: 'group',
      state: 'active',
      audience: { in: ['staff', 'managers'] },
      id: { not: row.conversationId },
    },
    select: { id: true },
  });
}

async function tellGroups(
  step: Step,
  community: CommunityInForce,
  row: OutboxMessage,
  groups: readonly { id: string }[],
  text: (texts: Texts) => string,
): Promise<void> {
  for (const { id: conversationId } of groups) {
    await say(step, {
      conversationId,
      ticketId: row.ticketId,
      purpose: 'escalation',
      content: { text: text(textsFor(community.locale)) },
      dedupeKey: `undelivered:${row.id}:${conversationId}`,
    });
    step.rope.lane(conversationId);
  }
}
