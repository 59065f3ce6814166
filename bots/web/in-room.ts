import type { Database, Tx } from '../../core/database.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { WebPersona, WebRoom } from '../../prisma/generated/client.ts';
import { wake } from './wake.ts';

/** One room, held while something in it changes. */
export interface RoomWork {
  tx: Tx;
  room: WebRoom;
  /** Shows the pages that a message is new or has changed. */
  show: (messageId: bigint) => Promise<void>;
  /** Leaves an update for the desk, unless the bot is not in the room. */
  tell: (event: ChannelEvent) => Promise<void>;
}

/**
 * Does something in a room in one transaction: what is shown and what the desk is told are committed together or not at
 * all. The room is locked meanwhile, so that ids grow in the order of the commits and nobody reading "after id N" misses
 * one. Null when there is no such room.
 */
export async function inRoom<T>(db: Database, roomId: string, work: (room: RoomWork) => Promise<T>): Promise<T | null> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "WebRoom" WHERE id = ${roomId} FOR NO KEY UPDATE`;
      const room = await tx.webRoom.findUnique({ where: { id: roomId } });
      if (!room) return null;
      return work({
        tx,
        room,
        show: (messageId) => wake(tx, { type: 'message', id: String(messageId) }),
        async tell(event) {
          if (room.botLeftAt && event.type !== 'bot_removed') return;
          await tx.webUpdate.create({ data: { roomId, payload: event } });
          await wake(tx, { type: 'update' });
        },
      });
    },
    // Photos go through the transaction.
    { timeout: 20_000, maxWait: 10_000 },
  );
}

export const isMember = (persona: WebPersona, room: WebRoom): boolean =>
  room.kind === 'direct' ? room.personaId === persona.id : persona.rooms.includes(room.id);
