import { Prisma } from '../../prisma/generated/client.ts';
import type { ChannelEventOf } from '../channel/event.ts';
import { newId } from '../new-id.ts';
import type { ConversationAtHand } from '../people/conversation.ts';
import type { Step } from '../step.ts';
import { readSaidChoices } from './offers.ts';
import type { Scene, Target } from './scene.ts';

/** Puts a message on record. Null when it was there already (a platform that repeats itself under another key). */
export async function storeMessage(
  step: Step,
  conversation: ConversationAtHand,
  event: ChannelEventOf<'message'>,
  personId: string | null,
): Promise<Scene['message'] | null> {
  const id = newId();
  // One plain statement: this is the path that every line of talk takes.
  const stored = await step.tx.$executeRaw`
    INSERT INTO "Message" (id, "conversationId", "externalId", "personId", "sentAt", "recordedAt", text, "replyToExternalId", "albumKey")
    VALUES (${id}::uuid, ${conversation.id}::uuid, ${event.messageId}, ${personId}::uuid, ${new Date(event.at)}, ${step.now},
      ${event.text}, ${event.replyToId}, ${event.albumKey})
    ON CONFLICT DO NOTHING`;
  if (stored === 0) return null;
  const attachments =
    event.attachments.length === 0
      ? []
      : await step.tx.attachment.createManyAndReturn({
          data: event.attachments.map(({ kind, mimeType, fileName, ref }) => ({
            messageId: id,
            kind,
            mimeType,
            fileName,
            channelRef: ref,
          })),
          select: { id: true },
        });
  return { id, externalId: event.messageId, text: event.text, attachments };
}

/** The word of ours that has this id on the platform. */
export async function findTarget(step: Step, conversationId: string, externalId: string): Promise<Target | null> {
  const sent = await step.tx.sentMessage.findUnique({
    where: { conversationId_externalId: { conversationId, externalId } },
    select: {
      outbox: {
        select: {
          ticketId: true,
          purpose: true,
          subject: true,
          subjectId: true,
          // Of several messages that one word became, the last carries the choices.
          sent: { where: { conversationId, choices: { not: Prisma.AnyNull } }, select: { choices: true }, take: 1 },
        },
      },
    },
  });
  if (!sent) return null;
  const { ticketId, purpose, subject, subjectId, sent: shown } = sent.outbox;
  const about = subject && subjectId ? { subject, id: subjectId } : null;
  return { ticketId, about, purpose, choices: readSaidChoices(shown[0]?.choices ?? null) };
}

/**
 * The message that something replies to, as the understanding knows it: the very one, or the first one of the ticket that it
 * points at by replying to a word of ours or by naming the code.
 */
export async function repliedMessageId(
  step: Step,
  to: {
    conversationId: string;
    communityId: string;
    externalId: string | null;
    ticketId: string | null;
    code: string | null;
  },
): Promise<string | null> {
  const { conversationId, communityId, externalId, ticketId, code } = to;
  if (ticketId !== null || code !== null) {
    const ticket = await step.tx.ticket.findFirst({
      where: ticketId === null ? { communityId, code: code ?? '', conversationId } : { id: ticketId, conversationId },
      select: { firstMessageId: true },
    });
    if (ticket?.firstMessageId) return ticket.firstMessageId;
  }
  if (externalId === null) return null;
  const message = await step.tx.message.findUnique({
    where: { conversationId_externalId: { conversationId, externalId } },
    select: { id: true },
  });
  return message?.id ?? null;
}
