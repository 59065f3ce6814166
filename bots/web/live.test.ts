import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../core/testing/test-database.ts';
import { seedRooms } from './seed.ts';
import { tryRooms } from './testing/try-rooms.ts';
import type { LiveView } from './wire.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await seedRooms(database.db);
});
afterAll(() => database.drop());

/** An open page: `next` resolves to the first thing of the kind that the stream says from now on. */
async function openPage(url: string) {
  const response = await fetch(`${url}/api/live`);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  async function next<Type extends LiveView['type']>(type: Type): Promise<Extract<LiveView, { type: Type }>> {
    const isIt = (view: LiveView): view is Extract<LiveView, { type: Type }> => view.type === type;
    for (;;) {
      const end = unread.indexOf('\n\n');
      if (end >= 0) {
        const block = unread.slice(0, end);
        unread = unread.slice(end + 2);
        const view: LiveView | null = block.startsWith('data: ') ? JSON.parse(block.slice(6)) : null;
        if (view && isIt(view)) return view;
        continue;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream has ended');
      unread += value;
    }
  }
  return { next };
}

const words = { choices: [], files: [], replyToId: null, editId: null, reaction: null, poll: null, recallIds: [] };

it('every open page sees at once what another process says and changes', async () => {
  const rooms = tryRooms(database);
  const worker = tryRooms(database);
  onTestFinished(() => rooms.close());
  onTestFinished(() => worker.close());
  const url = await rooms.listen();
  const pages = [await openPage(url), await openPage(url)];

  const sent = await worker.channel.send({ ...words, conversationId: 'residents', sendKey: 'live-1', text: '收到' });
  const id = sent.kind === 'sent' ? (sent.externalIds[0] ?? '') : '';
  for (const page of pages) expect((await page.next('message')).message).toMatchObject({ id, text: '收到' });

  await worker.channel.send({ ...words, conversationId: 'residents', sendKey: 'live-2', text: '已修好', editId: id });
  for (const page of pages) expect((await page.next('message')).message).toMatchObject({ id, text: '已修好' });

  await worker.channel.leave('managers');
  for (const page of pages) expect((await page.next('room')).room).toMatchObject({ id: 'managers', botIn: false });
});

it('after the database was away for a moment the pages are told to read again, and hear what comes', async () => {
  const rooms = tryRooms(database);
  onTestFinished(() => rooms.close());
  const page = await openPage(await rooms.listen());
  await database.db.$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'linli rooms' AND datname = current_database()`;
  await page.next('resync');
  await rooms.channel.send({ ...words, conversationId: 'residents', sendKey: 'live-3', text: '回来了' });
  expect((await page.next('message')).message.text).toBe('回来了');
});
