import { newId } from '../new-id.ts';
import { isRecord } from '../policy/check/flaw.ts';
import type { Step } from '../step.ts';
import { eraseMessages } from './erase-messages.ts';
import { whileErasing } from './erasing.ts';
import { keptData } from './kept-data.ts';
import { everInTheOffice } from './office.ts';

/** How much was taken away. */
export interface Anonymised {
  messages: number;
  events: number;
  /** Words of ours. */
  said: number;
}

/**
 * Takes from a ticket whatever tells who it was about and what was said (P4): the words of residents and staff, the room, and
 * which residents brought it, wrote, or rated. What reports count stays: kind, area, urgency, building, times, limits, scores, the
 * steps with who of the office took them, and how many reported it. Once is enough; a second time changes nothing.
 *
 * A message that belongs to another ticket, too, keeps its words until that is made anonymous, and is of this one no more.
 */
export function anonymise(step: Step, ticketId: string): Promise<Anonymised> {
  return whileErasing(step.tx, async () => {
    const { communityId, explanation: before } = await step.tx.ticket.findUniqueOrThrow({
      where: { id: ticketId },
      select: { communityId: true, explanation: true },
    });
    if (isRecord(before) && 'anonymisedAt' in before) return { messages: 0, events: 0, said: 0 };
    const office = await everInTheOffice(step.tx, communityId);
    const messages = await messagesOf(step, ticketId, office);
    const loosened = messages.filter(({ shared, private: alone }) => shared || alone).map(({ id }) => id);
    const emptied = messages.filter(({ shared }) => !shared).map(({ id }) => id);
    await eraseMessages(step.tx, emptied);
    await step.tx.ticketMessage.deleteMany({ where: { ticketId, messageId: { in: loosened } } });
    const events = await emptyEvents(step, ticketId, office, loosened);
    const said = await emptyWords(step, ticketId, office);
    await freeAnswers(step, { ticketId, communityId }, office);
    await step.tx.followUp.updateMany({ where: { ticketId }, data: { note: null } });
    await step.tx.machineReport.updateMany({ where: { ticketId }, data: { text: '' } });
    await step.tx.ticketPraise.deleteMany({ where: { ticketId, personId: { notIn: office } } });
    const reporters = await step.tx.ticketReporter.deleteMany({ where: { ticketId } });
    const explanation = JSON.stringify({ anonymisedAt: step.now.toISOString(), reporters: reporters.count });
    await step.tx.$executeRaw`
      UPDATE "Ticket" t SET summary = '', room = NULL, spot = NULL, explanation = ${explanation}::jsonb,
        "requesterId" = CASE WHEN "requesterId" = ANY(${office}::uuid[]) THEN "requesterId" END,
        "firstMessageId" = CASE WHEN "firstMessageId" = ANY(${loosened}::uuid[]) THEN NULL ELSE "firstMessageId" END,
        "conversationId" = (SELECT c.id FROM "Conversation" c WHERE c.id = t."conversationId"
          AND (c.kind = 'group' OR c."personId" = ANY(${office}::uuid[])))
      WHERE id = ${ticketId}::uuid`;
    return { messages: emptied.length, events, said };
  });
}

interface OneOfIts {
  id: string;
  /** Another ticket that is not anonymous has it, too. */
  shared: boolean;
  /** It stands in a chat with a resident, which says whose it is. */
  private: boolean;
}

function messagesOf({ tx }: Step, ticketId: string, office: readonly string[]): Promise<OneOfIts[]> {
  return tx.$queryRaw<OneOfIts[]>`
    SELECT m.id,
      EXISTS (SELECT 1 FROM "TicketMessage" o JOIN "Ticket" t ON t.id = o."ticketId"
        WHERE o."messageId" = m.id AND t.id <> ${ticketId}::uuid AND NOT jsonb_exists(t.explanation, 'anonymisedAt')) AS shared,
      c.kind = 'direct' AND (c."personId" = ANY(${[...office]}::uuid[])) IS NOT TRUE AS private
    FROM "Message" m JOIN "Conversation" c ON c.id = m."conversationId"
    WHERE m.id IN (
      SELECT "messageId" FROM "TicketMessage" WHERE "ticketId" = ${ticketId}::uuid
      UNION SELECT "messageId" FROM "TicketEvent" WHERE "ticketId" = ${ticketId}::uuid
      UNION SELECT "firstMessageId" FROM "Ticket" WHERE id = ${ticketId}::uuid)`;
}

async function emptyEvents(
  { tx }: Step,
  ticketId: string,
  office: readonly string[],
  loosened: readonly string[],
): Promise<number> {
  const events = await tx.ticketEvent.findMany({ where: { ticketId }, select: { id: true, type: true, data: true } });
  const ids = events.map(({ id }) => String(id));
  const kept = events.map(({ type, data }) => JSON.stringify(keptData(type, data)));
  return tx.$executeRaw`
    UPDATE "TicketEvent" e SET data = n.data::jsonb,
      "actorId" = CASE WHEN e."actorId" = ANY(${[...office]}::uuid[]) THEN e."actorId" END,
      "messageId" = CASE WHEN e."messageId" = ANY(${[...loosened]}::uuid[]) THEN NULL ELSE e."messageId" END
    FROM unnest(${ids}::text[]::bigint[], ${kept}::text[]) AS n(id, data) WHERE e.id = n.id`;
}

/** What the desk said about it. Keys name persons, and words in a resident's own chat say whose they are. */
async function emptyWords({ tx }: Step, ticketId: string, office: readonly string[]): Promise<number> {
  await tx.$executeRaw`
    UPDATE "SentMessage" s SET choices = NULL FROM "OutboxMessage" o WHERE o.id = s."outboxId" AND o."ticketId" = ${ticketId}::uuid`;
  await tx.$executeRaw`
    UPDATE "Delivery" d SET detail = NULL FROM "OutboxMessage" o WHERE o.id = d."outboxId" AND o."ticketId" = ${ticketId}::uuid`;
  return tx.$executeRaw`
    UPDATE "OutboxMessage" o SET content = '{"text": ""}', "dedupeKey" = 'anonymised:' || o.id,
      "recipientId" = CASE WHEN o."recipientId" = ANY(${[...office]}::uuid[]) THEN o."recipientId" END,
      "ticketId" = CASE WHEN c.kind = 'group' OR c."personId" = ANY(${[...office]}::uuid[]) THEN o."ticketId" END
    FROM "Conversation" c WHERE c.id = o."conversationId" AND o."ticketId" = ${ticketId}::uuid`;
}

/** A score stays, as that of somebody without a name. */
async function freeAnswers(
  { tx, now }: Step,
  { ticketId, communityId }: { ticketId: string; communityId: string },
  office: readonly string[],
): Promise<void> {
  const answers = await tx.surveyAnswer.findMany({ where: { ticketId }, select: { id: true, personId: true } });
  for (const { id, personId } of answers) {
    if (office.includes(personId)) {
      await tx.surveyAnswer.update({ where: { id }, data: { comment: null }, select: { id: true } });
      continue;
    }
    const nobody = newId();
    await tx.person.create({ data: { id: nobody, communityId, name: '', createdAt: now }, select: { id: true } });
    await tx.surveyAnswer.update({ where: { id }, data: { comment: null, personId: nobody }, select: { id: true } });
  }
}
