import { eventBase, senderOf } from '../event-parts.ts';
import { inRoom, isMember } from '../in-room.ts';
import { wake } from '../wake.ts';
import type { ActionParts } from './on-message.ts';
import type { ActionOutcome } from './outcome.ts';

/** A persona takes the bot out of a group room, or brings it back. */
export const createSetBotPresence =
  ({ db, clock }: ActionParts) =>
  async (request: { roomId: string; personaId: string; present: boolean }): Promise<ActionOutcome> => {
    const outcome = await inRoom<ActionOutcome>(db, request.roomId, async ({ tx, room, tell }) => {
      const persona = await tx.webPersona.findUnique({ where: { id: request.personaId } });
      if (!persona || room.kind === 'direct' || !isMember(persona, room)) return { kind: 'not_allowed' };
      if (request.present === !room.botLeftAt) return { kind: 'done' };
      const now = clock.now();
      const by = senderOf(persona);
      room.botLeftAt = request.present ? null : now;
      await tx.webRoom.update({ where: { id: room.id }, data: { botLeftAt: room.botLeftAt } });
      await tell({ ...eventBase(room, now), type: request.present ? 'bot_added' : 'bot_removed', by });
      await wake(tx, { type: 'room', id: room.id });
      return { kind: 'done' };
    });
    return outcome ?? { kind: 'not_found' };
  };
