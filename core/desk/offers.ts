import { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import type { TicketStatus } from '../../prisma/generated/enums.ts';
import type { SaidChoice } from '../outbox/numbered.ts';
import { isContractor } from '../people/roles.ts';
import type { Offer } from './bare-choice.ts';
import { MEANT_FOR_MS, type WordAbout } from './last-meant.ts';
import type { Scene } from './scene.ts';

const saidChoices = z.array(z.object({ say: z.string(), id: z.string(), label: z.string() }));

/** The choices of a word as it was shown in words; none where buttons carried them. */
export const readSaidChoices = (json: Prisma.JsonValue): SaidChoice[] => saidChoices.safeParse(json).data ?? [];

/** A word with choices, as it stands in the conversation. */
export interface ShownOffer extends Offer {
  code: string | null;
  text: string;
}

const offersAtMost = 6;
const wordsAtMost = 60;

const since = ({ event }: Scene): Date => new Date(new Date(event.at).getTime() - MEANT_FOR_MS);

/** Our latest words with choices in words in the conversation, newest first. */
export async function latestOffers(scene: Scene): Promise<ShownOffer[]> {
  const { step, conversation, speaker } = scene;
  const rows = await step.tx.sentMessage.findMany({
    where: {
      conversationId: conversation.id,
      sentAt: { gte: since(scene) },
      choices: { not: Prisma.AnyNull },
    },
    orderBy: [{ sentAt: 'desc' }, { outbox: { seq: 'desc' } }],
    take: offersAtMost,
    select: {
      sentAt: true,
      choices: true,
      outbox: {
        select: {
          ticketId: true,
          subjectId: true,
          purpose: true,
          content: true,
          replyToExternalId: true,
          ticket: { select: { code: true } },
        },
      },
    },
  });
  const answers = rows.flatMap(({ outbox }) =>
    outbox.purpose === 'answer' && outbox.replyToExternalId !== null ? [outbox.replyToExternalId] : [],
  );
  const asked = await step.tx.message.findMany({
    where: { conversationId: conversation.id, externalId: { in: answers } },
    select: { externalId: true, personId: true },
  });
  const asker = new Map(asked.map(({ externalId, personId }) => [externalId, personId]));
  return rows.map(({ sentAt, choices, outbox }) => {
    const personId = outbox.purpose === 'answer' ? asker.get(outbox.replyToExternalId ?? '') : undefined;
    return {
      ticketId: outbox.ticketId,
      subjectId: outbox.subjectId,
      code: outbox.ticket?.code ?? null,
      text: z.object({ text: z.string() }).safeParse(outbox.content).data?.text ?? '',
      choices: readSaidChoices(choices),
      sentAt,
      to: personId === undefined ? null : personId === speaker?.personId ? 'writer' : 'somebody_else',
    };
  });
}

/** The choices that our latest word about a ticket showed in the conversation. */
export async function choicesAbout({ step, conversation }: Scene, ticketId: string): Promise<SaidChoice[]> {
  const shown = await step.tx.sentMessage.findFirst({
    where: {
      conversationId: conversation.id,
      choices: { not: Prisma.AnyNull },
      outbox: { ticketId, purpose: { in: ['card', 'emergency'] } },
    },
    orderBy: [{ sentAt: 'desc' }, { outbox: { seq: 'desc' } }],
    select: { choices: true },
  });
  return shown ? readSaidChoices(shown.choices) : [];
}

/** When somebody else last said something in the conversation that was not for the desk; null when not since `from`. */
export async function lastTalk({ step, conversation, event, speaker }: Scene, from: Date): Promise<Date | null> {
  const at = new Date(event.at);
  const talk = await step.tx.message.findFirst({
    where: {
      conversationId: conversation.id,
      sentAt: { gte: from, lte: at },
      act: 'chatter',
      OR: [{ personId: null }, { personId: { not: speaker?.personId ?? null } }],
    },
    orderBy: { sentAt: 'desc' },
    select: { sentAt: true },
  });
  return talk?.sentAt ?? null;
}

const latelyMs = 30 * 60_000;

/** What others said in the conversation in the last half hour that was no rating. */
export async function saidByOthers({ step, conversation, event, speaker }: Scene): Promise<string[]> {
  const at = new Date(event.at);
  const said = await step.tx.message.findMany({
    where: {
      conversationId: conversation.id,
      sentAt: { gte: new Date(at.getTime() - latelyMs), lte: at },
      act: { not: 'rating' },
      OR: [{ personId: null }, { personId: { not: speaker?.personId ?? null } }],
    },
    orderBy: { sentAt: 'desc' },
    take: 50,
    select: { text: true },
  });
  return said.map(({ text }) => text);
}

interface Row {
  ticketId: string;
  code: string;
  summary: string;
  status: TicketStatus;
  assigneeId: string | null;
  offeredToId: string | null;
  sentAt: Date;
}

/** Our latest words about tickets in the conversation, newest first; for contractors only about theirs. */
export async function wordsAbout(scene: Scene): Promise<WordAbout[]> {
  const { step, community, conversation, speaker } = scene;
  const rows = await step.tx.$queryRaw<Row[]>`
    SELECT t.id AS "ticketId", t.code, t.summary, t.status::text AS status, t."assigneeId", t."offeredToId", s."sentAt"
    FROM "SentMessage" s JOIN "OutboxMessage" o ON o.id = s."outboxId" JOIN "Ticket" t ON t.id = o."ticketId"
    WHERE s."conversationId" = ${conversation.id}::uuid AND s."sentAt" >= ${since(scene)}
      AND t."communityId" = ${community.id}::uuid
      AND o.purpose IN ('card', 'emergency', 'question', 'note', 'reminder', 'escalation')
    ORDER BY s."sentAt" DESC, o.seq DESC LIMIT ${wordsAtMost}`;
  const isTheirs = ({ assigneeId, offeredToId }: Row): boolean =>
    speaker !== null && (assigneeId === speaker.personId || offeredToId === speaker.personId);
  const shown = speaker && isContractor(speaker.roles) ? rows.filter(isTheirs) : rows;
  return shown.map(({ assigneeId, offeredToId, ...row }) => ({
    ...row,
    offered: offeredToId !== null && offeredToId === speaker?.personId,
    inHand:
      assigneeId !== null &&
      assigneeId === speaker?.personId &&
      (row.status === 'accepted' || row.status === 'waiting'),
  }));
}
