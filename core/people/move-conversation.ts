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
  if (newcomer) await joinConversation(tx, newcomer.id, id);
  await tx.conversation.update({
    where: { id },
    data: { externalId: newExternalId, formerExternalIds: { push: externalId }, state: 'active', stateReason: null },
    select: { id: true },
  });
}

/**
 * What belongs to a conversation belongs to another from now on, and the first is no more. Where both know the same event, one is
 * kept; a message that both know is kept twice, because tickets may hang on either.
 */
export async function joinConversation(tx: Tx, newcomerId: string, id: string): Promise<void> {
  // Whatever is being stored for it at this moment fails, and is delivered again.
  await tx.$queryRaw`SELECT 1 FROM "Conversation" WHERE id = ${newcomerId}::uuid FOR UPDATE`;
  // What was to be said to a group that nobody had linked is not for this one.
  await tx.outboxMessage.updateMany({
    where: { conversationId: newcomerId, state: 'pending' },
    data: { state: 'dropped', failure: 'moved' },
  });
  await tx.$executeRaw`
    DELETE FROM "InboundEvent" e WHERE e."conversationId" = ${newcomerId}::uuid AND EXISTS (
      SELECT 1 FROM "InboundEvent" known WHERE known."conversationId" = ${id}::uuid AND known.key = e.key)`;
  await tx.$executeRaw`
    UPDATE "Message" m SET "externalId" = m."externalId" || '#' || m.id
    WHERE m."conversationId" = ${newcomerId}::uuid AND EXISTS (
      SELECT 1 FROM "Message" known WHERE known."conversationId" = ${id}::uuid AND known."externalId" = m."externalId")`;
  await tx.$executeRaw`
    UPDATE "SentMessage" m SET "externalId" = m."externalId" || '#' || m."outboxId"
    WHERE m."conversationId" = ${newcomerId}::uuid AND EXISTS (
      SELECT 1 FROM "SentMessage" known WHERE known."conversationId" = ${id}::uuid AND known."externalId" = m."externalId")`;
  const move = { where: { conversationId: newcomerId }, data: { conversationId: id } };
  await tx.inboundEvent.updateMany(move);
  await tx.message.updateMany(move);
  await tx.ticket.updateMany(move);
  await tx.candidate.updateMany(move);
  await tx.outboxMessage.updateMany(move);
  await tx.sentMessage.updateMany(move);
  await tx.$executeRaw`
    UPDATE "BroadcastTarget" t SET "conversationId" = ${id}::uuid WHERE t."conversationId" = ${newcomerId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "BroadcastTarget" known WHERE known."broadcastId" = t."broadcastId" AND known."conversationId" = ${id}::uuid)`;
  await tx.restraint.updateMany(move);
  await tx.conversation.delete({ where: { id: newcomerId }, select: { id: true } });
}
