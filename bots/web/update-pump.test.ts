import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { RecordingInbox } from '../../core/channel/testing/recording-inbox.ts';
import { createTestDatabase, type TestDatabase } from '../../core/testing/test-database.ts';
import { eventBase } from './event-parts.ts';
import { retryPauseMs, UpdatePump } from './update-pump.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.webUpdate.deleteMany();
});

const log = pino({ level: 'silent' });

/** Somebody takes a message back in each of these rooms, one after the other. */
async function keep(...roomIds: string[]): Promise<void> {
  for (const [index, roomId] of roomIds.entries()) {
    const room = await database.db.webRoom.upsert({
      where: { id: roomId },
      create: { id: roomId, title: roomId },
      update: {},
    });
    const payload = { ...eventBase(room, new Date()), type: 'recall', messageId: String(index + 1) };
    await database.db.webUpdate.create({ data: { roomId, payload } });
  }
}
const placesOf = (inbox: RecordingInbox) => inbox.events.map((event) => event.conversation.externalId);

it('what was not taken before the process was killed is offered to the next one, and what was taken is not', async () => {
  await keep('a', 'a');
  const stuck = new RecordingInbox();
  stuck.getStuck();
  const first = new UpdatePump({ db: database.db, inbox: stuck, log });
  first.ring();
  await stuck.untilHandedOver(1);
  await first.stop();
  expect(await database.db.webUpdate.count()).toBe(2);

  const inbox = new RecordingInbox();
  const second = new UpdatePump({ db: database.db, inbox, log });
  second.ring();
  await inbox.untilHandedOver(2);
  await second.stop();
  expect(inbox.events[0]).toEqual(stuck.handedOver[0]);
  expect(await database.db.webUpdate.count()).toBe(0);
});

it('a room whose update could not be stored holds up no other room', async () => {
  await keep('a', 'a', 'b');
  const inbox = new RecordingInbox();
  inbox.failNext(1);
  const pump = new UpdatePump({ db: database.db, inbox, log });
  pump.ring();
  await inbox.untilHandedOver(4);
  await pump.stop();
  expect(placesOf(inbox)).toEqual(['b', 'a', 'a']);
});

it('more than one batch is taken in one go, in order', async () => {
  await keep(...Array.from({ length: 150 }, () => 'a'));
  const inbox = new RecordingInbox();
  const pump = new UpdatePump({ db: database.db, inbox, log });
  pump.ring();
  await inbox.untilHandedOver(150);
  await pump.stop();
  const ids = inbox.events.map((event) => (event.type === 'recall' ? Number(event.messageId) : 0));
  expect(ids).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
});

it.each([
  [1, 200],
  [2, 400],
  [5, 3200],
  [9, 30_000],
  [1000, 30_000],
])('after %i failures in a row a room is left alone for %i ms', (failures, pause) => {
  expect(retryPauseMs(failures)).toBe(pause);
});
