import type { Purpose, Subject } from '../../prisma/generated/enums.ts';
import type { OutgoingContent } from '../channel/outgoing.ts';
import type { Tx } from '../database.ts';
import { newId } from '../new-id.ts';
import { expiryOf } from './expiry.ts';
import { priorityOf } from './priority.ts';

/** What a word tells of, where that is no ticket: a reply to it, or a press, is about that. */
export interface About {
  subject: Subject;
  id: string;
}

/** One word to one conversation. */
export interface Word {
  conversationId: string;
  ticketId?: string | null;
  about?: About | null;
  /** Said to this person alone, in a chat of theirs: what cannot be delivered is said on another platform (core/people/reach.ts). */
  recipientId?: string | null;
  purpose: Purpose;
  content: OutgoingContent;
  /** The platform's id of the message this is a reply to. */
  replyToExternalId?: string | null;
  /** The outbox id of the earlier message that this takes the place of, where the channel can edit. */
  replacesId?: string | null;
  /**
   * The same word has the same key, however often the step that says it is run.
   * Convention: what:subject:occasion, e.g. `receipt:TICKET-ID`.
   */
  dedupeKey: string;
  notBefore?: Date | null;
  /** It tells of an emergency: it goes before everything else, whatever its purpose (P5e). */
  urgent?: boolean;
  /** The last instant at which it is worth saying; null: always. What its purpose says by default ({@link expiryOf}). */
  expiresAt?: Date | null;
}

/** A transaction, and what its clock says: what is perishable is so from then on. */
export interface SayingStep {
  tx: Tx;
  now: Date;
}

/**
 * Puts a word into the outbox, in the same transaction as the change it tells of (law 3). Said once per `dedupeKey`.
 * Returns the row's id and whether it is new. The caller rings `bells.lane(conversationId)` after the commit.
 */
export async function say({ tx, now }: SayingStep, word: Word): Promise<{ id: string; isNew: boolean }> {
  const { conversationId, ticketId = null, purpose, replyToExternalId = null, replacesId = null, dedupeKey } = word;
  const { recipientId = null, about = null, notBefore = null, expiresAt = defaultExpiry(word, now) } = word;
  // Several of these are written for every ticket: one plain statement each.
  const priority = priorityOf(word.urgent ? 'emergency' : purpose);
  const created = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "OutboxMessage" (id, "conversationId", "ticketId", "recipientId", purpose, priority, content, "replyToExternalId",
      "replacesId", "dedupeKey", "notBefore", "expiresAt", subject, "subjectId")
    VALUES (${newId()}::uuid, ${conversationId}::uuid, ${ticketId}::uuid, ${recipientId}::uuid, ${purpose}::"Purpose", ${priority},
      ${JSON.stringify(word.content)}::jsonb, ${replyToExternalId}, ${replacesId}::uuid, ${dedupeKey},
      ${notBefore}::timestamptz, ${expiresAt}::timestamptz, ${about?.subject ?? null}::"Subject", ${about?.id ?? null}::uuid)
    ON CONFLICT ("dedupeKey") DO NOTHING RETURNING id`;
  if (created[0]) return { id: created[0].id, isNew: true };
  const known = await tx.outboxMessage.findUniqueOrThrow({ where: { dedupeKey }, select: { id: true } });
  return { id: known.id, isNew: false };
}

/** The bot leaves a group in the end, however late. */
const defaultExpiry = ({ purpose, content, notBefore }: Word, now: Date): Date | null =>
  content.leave ? null : expiryOf(purpose, notBefore ?? now);
