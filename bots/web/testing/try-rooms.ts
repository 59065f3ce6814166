import { pino } from 'pino';
import type { Clock } from '../../../core/clock.ts';
import { systemClock } from '../../../core/clock.ts';
import type { TestDatabase } from '../../../core/testing/test-database.ts';
import type { RoomPerson } from '../people.ts';
import { createWebRooms, type WebRooms } from '../web-rooms.ts';

/** The headers of a request that a page of the rooms makes. */
export const fromPage = { host: '127.0.0.1', origin: 'http://127.0.0.1' };

/** Rooms on any free port, with people that are only written down. */
export function tryRooms(
  database: TestDatabase,
  options: { password?: string; clock?: Clock } = {},
): WebRooms & { enrolled: RoomPerson[] } {
  const enrolled: RoomPerson[] = [];
  const rooms = createWebRooms({
    db: database.db,
    connectionString: database.url,
    http: { host: '127.0.0.1', port: 0 },
    password: options.password ?? null,
    log: pino({ level: 'silent' }),
    clock: options.clock ?? systemClock,
    people: {
      enrol: async (person) => {
        enrolled.push(person);
      },
      buildings: async () => ['3', '5', 'A'],
    },
  });
  return { ...rooms, enrolled };
}

/** A form as the page sends it with a message. */
export function messageForm(
  fields: Record<string, string>,
  files: readonly { name: string; bytes: Uint8Array }[] = [],
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { name, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), name);
  return form;
}
