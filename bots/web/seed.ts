import { systemClock, type Clock } from '../../core/clock.ts';
import type { Database } from '../../core/database.ts';
import { demoPersonas, demoRooms } from './demo.ts';
import { eventBase } from './event-parts.ts';
import { wake } from './wake.ts';

/**
 * Opens the rooms of the demo estate, with the people one can speak as. What is there already stays as it is, so a room
 * that was renamed keeps its name. The bot hears of every new group room that it was added.
 */
export async function seedRooms(db: Database, clock: Clock = systemClock): Promise<void> {
  const begin = clock.now().getTime();
  await db.$transaction(async (tx) => {
    const opened = await tx.webRoom.createManyAndReturn({
      data: demoRooms.map(({ id, title }, index) => ({ id, title, createdAt: new Date(begin + index) })),
      skipDuplicates: true,
    });
    for (const room of opened) {
      const added = { ...eventBase(room, room.createdAt), type: 'bot_added', by: null };
      await tx.webUpdate.create({ data: { roomId: room.id, payload: added } });
    }
    const personas = demoPersonas.map((persona, index) => ({ ...persona, createdAt: new Date(begin + index) }));
    await tx.webPersona.createMany({
      data: personas.map(({ externalId: id, name, caption, rooms, createdAt }) => ({
        id,
        name,
        caption,
        rooms,
        createdAt,
      })),
      skipDuplicates: true,
    });
    await tx.webRoom.createMany({
      data: personas.map(({ externalId: id, name, createdAt }) => ({
        id,
        title: name,
        kind: 'direct' as const,
        personaId: id,
        createdAt,
      })),
      skipDuplicates: true,
    });
    await wake(tx, { type: 'update' });
  });
}
