import type { Books, Login } from '../books.ts';
import { createContactBook } from './contact-book.ts';
import { createFileBook } from './file-book.ts';
import { createMessageBook } from './message-book.ts';
import type { BookParts } from './part.ts';
import { prune } from './prune.ts';
import { createRoomBook } from './room-book.ts';

/**
 * The books of one account of ours. Several processes may have books of one account; ids of one session are known to the
 * process that told its login.
 */
export function createBooks(parts: BookParts): Books {
  const rooms = createRoomBook(parts);
  const contacts = createContactBook(parts);
  return {
    async begin(login: Login, now: Date) {
      await rooms.begin(login, now);
      await contacts.begin(login, now);
    },
    room: (seen, now) => rooms.room(seen, now),
    knowsRoom: (puppetRoomId) => rooms.knowsRoom(puppetRoomId),
    holds: (externalId) => rooms.holds(externalId),
    standing: (externalId) => rooms.standing(externalId),
    async puppetRoomOf(externalId) {
      const standing = await rooms.standing(externalId);
      return standing.kind === 'in' ? standing.puppetRoomId : null;
    },
    leftRoom: (externalId, now) => rooms.leftRoom(externalId, now),
    contact: (seen, now) => contacts.contact(seen, now),
    puppetContactOf: (externalId) => contacts.puppetContactOf(externalId),
    ...createMessageBook(parts),
    ...createFileBook(parts),
    prune: (now) => prune(parts.db, now),
  };
}
