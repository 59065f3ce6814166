import type { Clock } from '../../../core/clock.ts';
import type { Database } from '../../../core/database.ts';
import type { WebMessage, WebPersona } from '../../../prisma/generated/client.ts';
import { inRoom, isMember, type RoomWork } from '../in-room.ts';
import type { ActionOutcome } from './outcome.ts';

export interface ActionParts {
  db: Database;
  clock: Clock;
}

/** What a persona does to a message that stands there. */
export interface OnMessage {
  messageId: string;
  personaId: string;
}

export interface MessageWork extends RoomWork {
  message: WebMessage;
  persona: WebPersona;
  now: Date;
}

/** Finds the message, holds its room, checks that the persona is in it and that the message was not recalled. */
export async function onMessage(
  { db, clock }: ActionParts,
  { messageId, personaId }: OnMessage,
  work: (found: MessageWork) => Promise<ActionOutcome>,
): Promise<ActionOutcome> {
  const id = BigInt(messageId);
  const where = await db.webMessage.findUnique({ where: { id }, select: { roomId: true } });
  if (!where) return { kind: 'not_found' };
  const outcome = await inRoom<ActionOutcome>(db, where.roomId, async (held) => {
    const message = await held.tx.webMessage.findUnique({ where: { id } });
    if (!message || message.recalledAt) return { kind: 'not_found' };
    const persona = await held.tx.webPersona.findUnique({ where: { id: personaId } });
    if (!persona || !isMember(persona, held.room)) return { kind: 'not_allowed' };
    return work({ ...held, message, persona, now: clock.now() });
  });
  return outcome ?? { kind: 'not_found' };
}
