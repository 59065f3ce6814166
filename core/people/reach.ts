import { z } from 'zod';
import type { OutboxMessage } from '../../prisma/generated/client.ts';
import type { Purpose } from '../../prisma/generated/enums.ts';
import { outgoingContentSchema, type OutgoingContent } from '../channel/outgoing.ts';
import { priorityOf } from '../outbox/priority.ts';
import { say, type About } from '../outbox/say.ts';
import { settleWord } from '../outbox/settle-word.ts';
import { tryLane } from '../outbox/lane.ts';
import type { Step } from '../step.ts';

/** One word to one person, wherever they can be reached. */
export interface PersonalWord {
  personId: string;
  purpose: Purpose;
  content: OutgoingContent;
  ticketId?: string | null;
  about?: About | null;
  /** Tells the occasion apart: a person hears of it once, on whichever platform. Has no `>` in it. */
  occasion: string;
  /** It tells of an emergency: where an account of ours is down, it does not wait for that (P5e). */
  urgent?: boolean;
  notBefore?: Date | null;
  expiresAt?: Date | null;
}

type Reaching = Pick<Step, 'tx' | 'now' | 'rope'>;

/**
 * Says something to a person in a direct chat: in that of an account that is online and not stopped before others, and of
 * those in the one where they spoke last. What cannot be delivered there is said on their next platform
 * ({@link sayElsewhere}). Returns false, and says nothing, when no chat of theirs can be written to.
 */
export async function sayToPerson(step: Reaching, word: PersonalWord): Promise<boolean> {
  const { personId, occasion, ...rest } = word;
  const recipientId = await presentRow(step, personId);
  const [chat] = await chatsOf(step, recipientId);
  if (!chat) return false;
  await say(step, { ...rest, conversationId: chat.id, recipientId, dedupeKey: `${occasion}:${personId}` });
  step.rope.lane(chat.id);
  return true;
}

/** So many platforms of a person are tried for one word. */
const TRIED_AT_MOST = 9;

/**
 * A word to a person could not be delivered: it is said on the next platform of theirs that was not tried for it. Returns false
 * when there is none.
 *
 * @param options.onlyOnline only where an account of ours is online and not stopped
 */
export async function sayElsewhere(
  step: Reaching,
  row: OutboxMessage,
  options: { onlyOnline?: boolean } = {},
): Promise<boolean> {
  if (row.recipientId === null) return false;
  const recipientId = await presentRow(step, row.recipientId);
  const [first = row.dedupeKey] = row.dedupeKey.split('>');
  const keys = Array.from({ length: TRIED_AT_MOST }, (_, at) => (at === 0 ? first : `${first}>${at + 1}`));
  const tried = await step.tx.outboxMessage.findMany({
    where: { dedupeKey: { in: keys } },
    select: { conversationId: true },
  });
  const dedupeKey = keys[tried.length];
  const next = (await chatsOf(step, recipientId)).find(
    ({ id, online }) =>
      !tried.some(({ conversationId }) => conversationId === id) && (online || options.onlyOnline !== true),
  );
  if (!next || dedupeKey === undefined) return false;
  const { id } = await say(step, {
    conversationId: next.id,
    ticketId: row.ticketId,
    about: row.subject && row.subjectId ? { subject: row.subject, id: row.subjectId } : null,
    recipientId,
    purpose: row.purpose,
    urgent: isUrgent(row),
    content: outgoingContentSchema.parse(row.content),
    expiresAt: row.expiresAt,
    dedupeKey,
  });
  if (row.broadcastId !== null) await followWord(step, row.id, id);
  step.rope.lane(next.id);
  return true;
}

/** The plan of a broadcast holds on to the word that is said instead. */
async function followWord({ tx }: Reaching, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutboxMessage" o SET "broadcastId" = was."broadcastId" FROM "OutboxMessage" was
    WHERE o.id = ${to}::uuid AND was.id = ${from}::uuid`;
  await tx.$executeRaw`
    UPDATE "BroadcastTarget" SET "outboxId" = ${to}::uuid, state = 'queued', reason = NULL, "settledAt" = NULL
    WHERE "outboxId" = ${from}::uuid`;
}

const isUrgent = ({ priority }: OutboxMessage): boolean => priority === priorityOf('emergency');

/**
 * An account of ours is down: urgent words to persons that wait there are said on another platform instead, and not once more
 * when it is back. Where somebody is sending at this moment, nothing is done. Returns how many went elsewhere.
 */
export async function moveUrgentWords(
  step: Reaching,
  { channel, account }: { channel: string; account: string },
): Promise<number> {
  const waiting = await step.tx.outboxMessage.findMany({
    where: {
      state: 'pending',
      priority: priorityOf('emergency'),
      recipientId: { not: null },
      conversation: { channel, account },
      // What is put off on purpose waits; a pause after a fault is no such thing.
      OR: [{ notBefore: null }, { notBefore: { lte: step.now } }, { deliveries: { some: {} } }],
    },
    orderBy: { seq: 'asc' },
  });
  let moved = 0;
  for (const row of waiting) {
    if (!(await tryLane(step.tx, row.conversationId))) continue;
    if (!(await sayElsewhere(step, row, { onlyOnline: true }))) continue;
    await settleWord(step.tx, row.id, { state: 'dropped', failure: 'said_elsewhere', at: step.now });
    moved += 1;
  }
  return moved;
}

/** The row that stands for somebody now: two may have turned out to be one person. */
async function presentRow({ tx }: Reaching, personId: string): Promise<string> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { mergedIntoId: true } });
  return person?.mergedIntoId ?? personId;
}

const chatRows = z.array(z.object({ id: z.string(), online: z.boolean() }));

/** The direct chats of a person that can be written to, best first. */
async function chatsOf({ tx }: Reaching, personId: string): Promise<z.infer<typeof chatRows>> {
  const rows = await tx.$queryRaw`
    SELECT c.id, coalesce(a.state, 'online') = 'online' AND a."stoppedAt" IS NULL AS online
    FROM "Conversation" c LEFT JOIN "ChannelAccount" a ON a.channel = c.channel AND a.account = c.account
    WHERE c."personId" = ${personId}::uuid AND c.kind = 'direct' AND c.state = 'active'
    ORDER BY online DESC, (SELECT max(m."sentAt") FROM "Message" m WHERE m."conversationId" = c.id) DESC NULLS LAST,
      c."createdAt" DESC, c.id`;
  return chatRows.parse(rows);
}
