import type { Database } from '../../core/database.ts';
import type { WebMessage, WebPersona, WebRoom } from '../../prisma/generated/client.ts';
import { partsOf } from './stored.ts';
import type { HistoryView, MessageView, PersonaView, QuoteView, RoomView } from './wire.ts';

const QUOTE_LENGTH = 80;
const groupOrder = ['residents', 'staff', 'managers'];

export const roomView = (room: WebRoom): RoomView => ({
  id: room.id,
  title: room.title,
  kind: room.kind,
  personaId: room.personaId,
  botIn: room.botLeftAt === null,
});

export const personaView = ({ id, name, caption, rooms }: WebPersona): PersonaView => ({ id, name, caption, rooms });

function quoteView(message: WebMessage): QuoteView {
  const letters = Array.from(message.text);
  return {
    id: String(message.id),
    personaId: message.personaId,
    text: letters.length > QUOTE_LENGTH ? `${letters.slice(0, QUOTE_LENGTH).join('')}…` : message.text,
    hasAttachments: partsOf(message).attachments.length > 0,
    recalled: message.recalledAt !== null,
  };
}

function messageView(message: WebMessage, replyTo: WebMessage | undefined): MessageView {
  return {
    id: String(message.id),
    roomId: message.roomId,
    personaId: message.personaId,
    text: message.text,
    at: message.createdAt.toISOString(),
    editedAt: message.editedAt?.toISOString() ?? null,
    recalled: message.recalledAt !== null,
    replyTo: replyTo ? quoteView(replyTo) : null,
    clientKey: message.personaId ? (message.sendKey?.split(':')[2] ?? null) : null,
    ...partsOf(message),
  };
}

/** Messages with what they reply to, in the order given. */
async function withQuotes(db: Database, messages: WebMessage[]): Promise<MessageView[]> {
  const ids = messages.flatMap((message) => message.replyToId ?? []);
  const quoted = ids.length > 0 ? await db.webMessage.findMany({ where: { id: { in: ids } } }) : [];
  const byId = new Map(quoted.map((message) => [message.id, message]));
  return messages.map((message) =>
    messageView(message, message.replyToId === null ? undefined : byId.get(message.replyToId)),
  );
}

export async function readMessage(db: Database, id: bigint): Promise<MessageView | null> {
  const message = await db.webMessage.findUnique({ where: { id } });
  return message ? ((await withQuotes(db, [message]))[0] ?? null) : null;
}

/** The last `limit` messages of a room, or the last ones before the message `before`. */
export async function readHistory(
  db: Database,
  roomId: string,
  { before, limit }: { before: bigint | null; limit: number },
): Promise<HistoryView> {
  const newestFirst = await db.webMessage.findMany({
    where: { roomId, ...(before === null ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const messages = newestFirst.slice(0, limit).toReversed();
  return { messages: await withQuotes(db, messages), more: newestFirst.length > limit };
}

/** All rooms, the groups in their usual order first, and everybody one can speak as. */
export async function readRooms(db: Database): Promise<{ rooms: RoomView[]; personas: PersonaView[] }> {
  const [rooms, personas] = await Promise.all([
    db.webRoom.findMany({ orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }] }),
    db.webPersona.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
  ]);
  const sorted = rooms
    .filter((room) => room.kind === 'group')
    .sort((one, other) => rank(one) - rank(other))
    .concat(rooms.filter((room) => room.kind === 'direct'));
  return { rooms: sorted.map(roomView), personas: personas.map(personaView) };
}

const rank = ({ id }: WebRoom): number => (groupOrder.includes(id) ? groupOrder.indexOf(id) : groupOrder.length);
