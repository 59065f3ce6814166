import type { Conversation } from '../../prisma/generated/client.ts';
import type { Tx } from '../database.ts';

/**
 * Follows a group to the id that its platform knows it by now. Where a conversation with that id is on record already,
 * because somebody spoke there first, it takes over what is still to be said, and the old one's place in the community
 * unless it has one of its own.
 *
 * @returns the id of the conversation in which things go on
 */
export async function upgradeConversation(
  tx: Tx,
  old: Conversation,
  newExternalId: string,
  now: Date,
): Promise<string> {
  const { channel, account } = old;
  const taken = await tx.conversation.findUnique({
    where: { channel_account_externalId: { channel, account, externalId: newExternalId } },
  });
  const formerExternalIds = [
    ...new Set([...(taken?.formerExternalIds ?? []), ...old.formerExternalIds, old.externalId]),
  ];
  if (!taken || taken.id === old.id) {
    await tx.conversation.update({ where: { id: old.id }, data: { externalId: newExternalId, formerExternalIds } });
    return old.id;
  }
  const buildings = await tx.building.findMany({
    where: { conversations: { some: { id: old.id } } },
    select: { id: true },
  });
  const place =
    taken.communityId === null && old.communityId !== null
      ? {
          communityId: old.communityId,
          audience: old.audience,
          linkedAt: old.linkedAt ?? now,
          buildings: { connect: buildings },
        }
      : {};
  await tx.conversation.update({ where: { id: taken.id }, data: { formerExternalIds, ...place } });
  await tx.conversation.update({ where: { id: old.id }, data: { state: 'left', stateReason: 'upgraded' } });
  await tx.outboxMessage.updateMany({
    where: { conversationId: old.id, state: 'pending' },
    data: { conversationId: taken.id },
  });
  return taken.id;
}
