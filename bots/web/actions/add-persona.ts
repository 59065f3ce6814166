import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../core/clock.ts';
import type { Database } from '../../../core/database.ts';
import type { WebPersona } from '../../../prisma/generated/client.ts';
import { captionOf, groupsOf } from '../caption.ts';
import { eventBase, senderOf } from '../event-parts.ts';
import type { RoomPeople, RoomPerson } from '../people.ts';
import { wake } from '../wake.ts';

/**
 * Adds somebody one can speak as, with a direct room of their own. The desk is told first: a persona whose role the desk
 * does not know could be taken for a resident.
 */
export const createAddPersona =
  ({ db, clock, people }: { db: Database; clock: Clock; people: RoomPeople }) =>
  async (wanted: Omit<RoomPerson, 'externalId'>): Promise<WebPersona> => {
    const id = randomUUID();
    await people.enrol({ ...wanted, externalId: id });
    const now = clock.now();
    return db.$transaction(async (tx) => {
      const persona = await tx.webPersona.create({
        data: {
          id,
          name: wanted.name,
          caption: captionOf(wanted.role, wanted.flat),
          rooms: groupsOf(wanted.role),
          createdAt: now,
        },
      });
      await tx.webRoom.create({ data: { id, title: persona.name, kind: 'direct', personaId: id, createdAt: now } });
      const groups = await tx.webRoom.findMany({ where: { id: { in: persona.rooms }, botLeftAt: null } });
      for (const room of groups) {
        const joined = { ...eventBase(room, now), type: 'member_joined', members: [senderOf(persona)] };
        await tx.webUpdate.create({ data: { roomId: room.id, payload: joined } });
      }
      await wake(tx, { type: 'update' });
      await wake(tx, { type: 'persona', id });
      await wake(tx, { type: 'room', id });
      return persona;
    });
  };
