import type { Logger } from 'pino';
import type { Conversation, OutboxMessage } from '../../prisma/generated/client.ts';
import type { Channel } from '../channel/channel.ts';
import { outgoingContentSchema } from '../channel/outgoing.ts';
import type { Tx } from '../database.ts';
import { withPatience } from './with-patience.ts';

/** Whether the bot means to leave the group with this word. */
export function saysFarewell(row: Pick<OutboxMessage, 'content'>): boolean {
  const content = outgoingContentSchema.safeParse(row.content);
  return content.success && content.data.leave === true;
}

/** The bot goes once it has said why, or could not. A platform that keeps it there is asked again by nobody: it was told. */
export async function leaveIfMeant(
  tx: Tx,
  row: OutboxMessage,
  {
    conversation,
    channel,
    log,
    patienceMs,
  }: { conversation: Conversation; channel: Channel; log: Logger; patienceMs: number },
): Promise<void> {
  if (!saysFarewell(row)) return;
  // Somebody may have linked the group while it was told.
  const { communityId } = await tx.conversation.findUniqueOrThrow({ where: { id: conversation.id } });
  if (communityId !== null) return;
  const outcome = await withPatience(() => channel.leave(conversation.externalId), patienceMs);
  log.info({ conversationId: conversation.id, outcome: outcome.kind }, 'group left');
  const data = { state: 'left' as const, stateReason: 'nobody linked it' };
  await tx.conversation.update({ where: { id: conversation.id }, data });
}
