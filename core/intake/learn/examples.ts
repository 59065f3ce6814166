import { Prisma } from '../../../prisma/generated/client.ts';
import type { Tx } from '../../database.ts';
import { heardOrigins } from './note-dismissal.ts';

/** A message of which it is known whether it is a matter, before it is heard again. */
export interface KnownMessage {
  messageId: string;
  conversationId: string;
  sentAt: Date;
  /** As it stood when that was decided. */
  text: string;
  isMatter: boolean;
  /** How much was believed then; null where nobody asked. */
  believed: number | null;
  /** The version of the understanding that did; null where that is not known. */
  by: string | null;
}

export interface JudgedMessage extends KnownMessage {
  judgementId: string;
}

/** Of more than this the newest are taken. */
const MOST = { judged: 2000, finished: 500, leftAlone: 500 };

/**
 * What staff of a community said that its messages are, the last word on each, oldest first. What has no words any more, or was taken back by
 * its writer, is left out; and, but with `again`, what an undone correction was the first to learn from.
 */
export async function judgedMessages(tx: Tx, communityId: string, again: boolean): Promise<JudgedMessage[]> {
  const rows = await tx.$queryRaw<JudgedMessage[]>`
    SELECT j.id AS "judgementId", m.id AS "messageId", m."conversationId", m."sentAt", j."isMatter", j.believed,
      m.explanation ->> 'by' AS "by",
      coalesce((SELECT v.text FROM "MessageVersion" v WHERE v."messageId" = m.id AND v."editedAt" > j."decidedAt"
        ORDER BY v.version LIMIT 1), m.text) AS text
    FROM (SELECT DISTINCT ON ("messageId") * FROM "Judgement" WHERE "communityId" = ${communityId}::uuid
        ORDER BY "messageId", "decidedAt" DESC, source DESC) j
      JOIN "Message" m ON m.id = j."messageId" LEFT JOIN "Correction" c ON c.id = j."correctionId"
    WHERE m.text <> '' AND m."recalledAt" IS NULL AND (${again} OR c."undoneAt" IS NULL)
    ORDER BY j."decidedAt" DESC, j.id DESC LIMIT ${MOST.judged}`;
  return oldestFirst(rows);
}

/**
 * What a correction must not spoil, oldest first: messages whose tickets staff brought to their end, and newest talk that the desk left alone
 * and nobody minded. What a language model, or a change of its words, took for nothing is not known to be nothing.
 */
export async function messagesBeside(tx: Tx, communityId: string): Promise<KnownMessage[]> {
  const finished = await tx.$queryRaw<KnownMessage[]>`
    SELECT m.id AS "messageId", m."conversationId", m."sentAt", m.text, true AS "isMatter",
      (t.explanation ->> 'believed')::float8 AS believed, t.explanation ->> 'by' AS "by"
    FROM "Ticket" t JOIN "Message" m ON m.id = t."firstMessageId"
    WHERE t."communityId" = ${communityId}::uuid AND t.status IN ('done', 'closed') AND t."finishedById" IS NOT NULL
      AND t.origin IN (${Prisma.join(heardOrigins.map((origin) => Prisma.sql`${origin}::"Origin"`))})
      AND jsonb_typeof(t.explanation -> 'believed') = 'number' AND ${isUnjudged}
    ORDER BY t."openedAt" DESC, t.id DESC LIMIT ${MOST.finished}`;
  const leftAlone = await tx.$queryRaw<KnownMessage[]>`
    SELECT m.id AS "messageId", m."conversationId", m."sentAt", m.text, false AS "isMatter", NULL::float8 AS believed, NULL AS "by"
    FROM "Conversation" c JOIN "Message" m ON m."conversationId" = c.id
    WHERE c."communityId" = ${communityId}::uuid AND c.kind = 'group' AND c.audience = 'residents' AND c.hearing = 'live'
      AND m.act = 'chatter' AND m."personId" IS NOT NULL AND m.explanation ->> 'settledBy' IS NULL AND ${isUnjudged}
      AND NOT EXISTS (SELECT 1 FROM "TicketMessage" x WHERE x."messageId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "Candidate" x WHERE x."messageId" = m.id)
    ORDER BY m."sentAt" DESC, m.id DESC LIMIT ${MOST.leftAlone}`;
  return oldestFirst([...finished, ...leftAlone]);
}

const isUnjudged = Prisma.sql`m.text <> '' AND m."recalledAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Judgement" j WHERE j."messageId" = m.id)`;

const oldestFirst = <Row extends KnownMessage>(rows: Row[]): Row[] =>
  rows.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime() || (a.messageId < b.messageId ? -1 : 1));
