import type { Tx } from '../database.ts';

/**
 * Gives a conversation the id under which the platform knows it now. What has already arrived under the new id, before the
 * platform's word that both are one, joins it: ids of messages and keys of events stay unique over a move, which the port
 * promises. Doing it twice changes nothing.
 */
export async function moveConversation(
  tx: Tx,
  conversation: { id: string; channel: string; account: string; externalId: string },
  newExternalId: string,
): Promise<void> {
  const { id, channel, account, externalId } = conversation;
  if (externalId === newExternalId) return;
  const newcomer = await tx.conversation.findUnique({
    where: { channel_account_externalId: { channel, account, externalId: newExternalId } },
    select: { id: true },
  });
  if (newcomer) {
    // Whatever is being stored for it at this moment fails, and is delivered again.
    await tx.$queryRaw`SELECT 1 FROM "Conversation" WHERE id = ${newcomer.id}::uuid FOR UPDATE`;
    // What was to be said to a group that nobody had linked is not for this one.
    await tx.outboxMessage.updateMany({
      where: { conversationId: newcomer.id, state: 'pending' },
      data: { state: 'dropped', failure: 'moved' },
    });
    const move = { where: { conversationId: newcomer.id }, data: { conversationId: id } };
    await tx.inboundEvent.updateMany(move);
    await tx.message.updateMany(move);
    await tx.ticket.updateMany(move);
    await tx.outboxMessage.updateMany(move);
    await tx.sentMessage.updateMany(move);
    await tx.conversation.delete({ where: { id: newcomer.id }, select: { id: true } });
  }
  await tx.conversation.update({
    where: { id },
    data: { externalId: newExternalId, formerExternalIds: { push: externalId }, state: 'active', stateReason: null },
    select: { id: true },
  });
}
