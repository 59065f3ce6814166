import { eventBase } from '../event-parts.ts';
import { inRoom, isMember } from '../in-room.ts';
import { wake } from '../wake.ts';
import type { ActionParts } from './on-message.ts';
import type { ActionOutcome } from './outcome.ts';

/** A persona gives a group room another name. */
export const createRename =
  ({ db, clock }: ActionParts) =>
  async (request: { roomId: string; personaId: string; title: string }): Promise<ActionOutcome> => {
    const outcome = await inRoom<ActionOutcome>(db, request.roomId, async ({ tx, room, tell }) => {
      const persona = await tx.webPersona.findUnique({ where: { id: request.personaId } });
      if (!persona || room.kind === 'direct' || !isMember(persona, room)) return { kind: 'not_allowed' };
      if (room.title === request.title) return { kind: 'done' };
      const renamed = await tx.webRoom.update({ where: { id: room.id }, data: { title: request.title } });
      await tell({ ...eventBase(renamed, clock.now()), type: 'group_renamed', name: request.title });
      await wake(tx, { type: 'room', id: room.id });
      return { kind: 'done' };
    });
    return outcome ?? { kind: 'not_found' };
  };
