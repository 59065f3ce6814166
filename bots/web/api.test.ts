import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { channelEventSchema, type ChannelEvent } from '../../core/channel/event.ts';
import { createTestDatabase, type TestDatabase } from '../../core/testing/test-database.ts';
import { demoPersonas } from './demo.ts';
import { seedRooms } from './seed.ts';
import { fromPage, messageForm, tryRooms } from './testing/try-rooms.ts';
import type { HistoryView, MessageView, PersonaView, RoomsView } from './wire.ts';

let database: TestDatabase;
let rooms: ReturnType<typeof tryRooms>;
const [auntie, , , clerk] = demoPersonas.map((persona) => persona.externalId) as [string, string, string, string];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.webRoom.deleteMany();
  await database.db.webPersona.deleteMany();
  await database.db.webUpdate.deleteMany();
  await database.db.webFile.deleteMany();
  await seedRooms(database.db);
  await database.db.webUpdate.deleteMany();
  rooms = tryRooms(database);
});
afterEach(() => rooms.close());

async function say(
  fields: Record<string, string>,
  files: { name: string; bytes: Uint8Array }[] = [],
  room = 'residents',
) {
  const form = messageForm({ personaId: auntie, text: '', clientKey: randomUUID(), ...fields }, files);
  const request = new Request('http://rooms', { method: 'POST', body: form });
  return rooms.server.inject({
    method: 'POST',
    url: `/api/rooms/${room}/messages`,
    headers: { ...fromPage, 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}
const post = (url: string, payload: object) => rooms.server.inject({ method: 'POST', url, headers: fromPage, payload });
const get = (url: string) => rooms.server.inject({ url, headers: fromPage });
const history = async (query = '') => (await get(`/api/rooms/residents/messages${query}`)).json<HistoryView>();
async function updates(): Promise<ChannelEvent[]> {
  const rows = await database.db.webUpdate.findMany({ orderBy: { id: 'asc' } });
  return rows.map((row) => channelEventSchema.parse(row.payload));
}

describe('the demo estate', () => {
  it('has three groups and a direct room for everybody, and the bot hears once that it was added', async () => {
    await database.db.webRoom.deleteMany();
    await seedRooms(database.db);
    await seedRooms(database.db);
    expect((await updates()).map((event) => [event.type, event.conversation.externalId])).toEqual([
      ['bot_added', 'residents'],
      ['bot_added', 'staff'],
      ['bot_added', 'managers'],
    ]);
    const view = (await get('/api/rooms')).json<RoomsView>();
    expect(view.rooms.slice(0, 3).map((room) => room.title)).toEqual([
      '桂园小区居民群',
      '桂园小区客服群',
      '桂园小区经理群',
    ]);
    expect(view.rooms.slice(3).map((room) => room.personaId)).toEqual(demoPersonas.map((one) => one.externalId));
    expect(view.personas.map((persona) => persona.name)).toEqual(demoPersonas.map((one) => one.name));
  });

  it('keeps a group name that was changed', async () => {
    await post('/api/rooms/staff/title', { personaId: clerk, title: '值班群' });
    await seedRooms(database.db);
    expect((await get('/api/rooms')).json<RoomsView>().rooms[1]?.title).toBe('值班群');
  });
});

describe('what somebody says', () => {
  it('is kept as it was written, whatever it looks like', async () => {
    const text = '<img src=x onerror=alert(1)> & "水管" \\ ${x}';
    expect((await say({ text })).json<MessageView>().text).toBe(text);
    expect((await history()).messages.map((message) => message.text)).toEqual([text]);
  });

  it('is said once when the page sends it again, because it did not hear the answer', async () => {
    const clientKey = randomUUID();
    const first = await say({ text: '停电了', clientKey });
    const second = await say({ text: '停电了', clientKey });
    expect(second.json<MessageView>().id).toBe(first.json<MessageView>().id);
    expect((await history()).messages).toHaveLength(1);
    expect(await updates()).toHaveLength(1);
  });

  it('is told to the desk in the same transaction, or not said at all', async () => {
    await database.db.$executeRaw`ALTER TABLE "WebUpdate" ADD CONSTRAINT full_disk CHECK (false) NOT VALID`;
    expect((await say({ text: '停电了' })).statusCode).toBe(500);
    expect((await history()).messages).toEqual([]);
    await database.db.$executeRaw`ALTER TABLE "WebUpdate" DROP CONSTRAINT full_disk`;
  });

  it.each([
    { told: 'nothing', fields: { text: ' \n ' }, room: 'residents', status: 400 },
    { told: 'too much', fields: { text: '长'.repeat(4001) }, room: 'residents', status: 400 },
    { told: 'as nobody', fields: { text: '好', personaId: 'nobody' }, room: 'residents', status: 400 },
    { told: 'as somebody unknown', fields: { text: '好', personaId: randomUUID() }, room: 'residents', status: 403 },
    { told: 'in a group one is not in', fields: { text: '好' }, room: 'staff', status: 403 },
    { told: "in somebody else's direct room", fields: { text: '好' }, room: clerk, status: 403 },
    { told: 'in no room at all', fields: { text: '好' }, room: 'nowhere', status: 404 },
  ])('is refused: $told', async ({ fields, room, status }) => {
    expect((await say(fields, [], room)).statusCode).toBe(status);
    expect(await updates()).toEqual([]);
  });

  it('may be a photo, which everybody can look at', async () => {
    const bytes = Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/', 'base64');
    const message = (await say({ text: '漏水' }, [{ name: '厨房.jpg', bytes }])).json<MessageView>();
    expect(message.attachments).toMatchObject([{ kind: 'photo', mimeType: 'image/jpeg', fileName: '厨房.jpg' }]);
    const file = await get(`/files/${message.attachments[0]?.id}`);
    expect(file.rawPayload.equals(bytes)).toBe(true);
    expect(file.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
  });

  it('may be a web page as a file, which nobody can be made to open here', async () => {
    const bytes = Buffer.from('<!doctype html><script>alert(1)</script>');
    const message = (await say({}, [{ name: 'a.html', bytes }])).json<MessageView>();
    const file = await get(`/files/${message.attachments[0]?.id}`);
    expect(file.headers['content-type']).toBe('application/octet-stream');
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    expect(file.headers['content-security-policy']).toContain('sandbox');
  });

  it('is refused when a file is too large', async () => {
    const bytes = new Uint8Array(15 * 1024 * 1024 + 1);
    const answer = await say({ text: '看' }, [{ name: 'a.mp4', bytes }]);
    expect([answer.statusCode, answer.json()]).toEqual([413, { error: 'too_large' }]);
    expect((await history()).messages).toEqual([]);
  });
});

describe('the history of a room', () => {
  it('comes in pages, the newest first, each from old to new', async () => {
    for (let line = 1; line <= 5; line += 1) await say({ text: `第${line}句` });
    const last = await history('?limit=2');
    expect([last.messages.map((message) => message.text), last.more]).toEqual([['第4句', '第5句'], true]);
    const middle = await history(`?limit=2&before=${last.messages[0]?.id}`);
    expect([middle.messages.map((message) => message.text), middle.more]).toEqual([['第2句', '第3句'], true]);
    const first = await history(`?limit=2&before=${middle.messages[0]?.id}`);
    expect([first.messages.map((message) => message.text), first.more]).toEqual([['第1句'], false]);
  });

  it('shows what a message replies to, as it stands now', async () => {
    const { id } = (await say({ text: '3号楼停电' })).json<MessageView>();
    await say({ text: '我也是', replyToId: id });
    await post(`/api/messages/${id}/edit`, { personaId: auntie, text: '4号楼停电' });
    expect((await history()).messages[1]?.replyTo).toMatchObject({ id, text: '4号楼停电', personaId: auntie });
    await post(`/api/messages/${id}/recall`, { personaId: auntie });
    expect((await history()).messages[1]?.replyTo).toMatchObject({ id, text: '', recalled: true });
  });
});

describe('what one may do to a message', () => {
  it("not change or take back somebody else's", async () => {
    const { id } = (await say({ text: '停电' })).json<MessageView>();
    expect((await post(`/api/messages/${id}/edit`, { personaId: clerk, text: '来电' })).statusCode).toBe(403);
    expect((await post(`/api/messages/${id}/recall`, { personaId: clerk })).statusCode).toBe(403);
    expect((await history()).messages[0]).toMatchObject({ text: '停电', recalled: false });
  });

  it('take it back, and then nothing more', async () => {
    const { id } = (await say({ text: '说错了' })).json<MessageView>();
    expect((await post(`/api/messages/${id}/recall`, { personaId: auntie })).statusCode).toBe(204);
    expect((await history()).messages[0]).toMatchObject({ text: '', recalled: true });
    expect((await post(`/api/messages/${id}/react`, { personaId: clerk, emoji: '👍' })).statusCode).toBe(404);
  });

  it('react with an emoji, and with nothing else', async () => {
    const { id } = (await say({ text: '谢谢' })).json<MessageView>();
    await post(`/api/messages/${id}/react`, { personaId: clerk, emoji: '❤️' });
    expect((await post(`/api/messages/${id}/react`, { personaId: clerk, emoji: '<b>' })).statusCode).toBe(400);
    expect((await history()).messages[0]?.reactions).toEqual({ '❤️': [clerk] });
  });

  it('press a button that is there, and none that was taken away', async () => {
    const card = {
      conversationId: 'staff',
      text: '工单',
      files: [],
      replyToId: null,
      editId: null,
      reaction: null,
      poll: null,
      recallIds: [],
    };
    const choices = [[{ id: 'take', label: '接单' }]];
    const sent = await rooms.channel.send({ ...card, sendKey: 'card', choices });
    const id = sent.kind === 'sent' ? sent.externalIds[0] : '';
    const press = (personaId: string) => post(`/api/messages/${id}/press`, { personaId, choiceId: 'take' });
    expect((await press(clerk)).statusCode).toBe(204);
    expect((await press(auntie)).statusCode).toBe(403);
    await rooms.channel.send({ ...card, sendKey: 'edit', text: '已接单', choices: [], editId: id ?? null });
    expect((await press(clerk)).statusCode).toBe(404);
    expect((await updates()).map((event) => event.type)).toEqual(['button']);
  });
});

describe('the bot', () => {
  it('hears nothing of a group from which it was removed', async () => {
    await post('/api/rooms/residents/bot', { personaId: auntie, present: false });
    await say({ text: '机器人走了' });
    await post('/api/rooms/residents/bot', { personaId: auntie, present: true });
    await say({ text: '又来了' });
    expect((await updates()).map((event) => event.type)).toEqual(['bot_removed', 'bot_added', 'message']);
  });
});

describe('somebody new', () => {
  it('is made known to the desk, joins the groups of the role, and has a direct room', async () => {
    const flat = { building: '3栋', unit: '2单元', room: '602室' };
    const answer = await post('/api/personas', { name: '新邻居', role: 'resident', flat });
    const persona = answer.json<PersonaView>();
    expect(persona).toMatchObject({ name: '新邻居', caption: '3栋2单元602', rooms: ['residents'] });
    expect(rooms.enrolled).toEqual([
      { externalId: persona.id, name: '新邻居', role: 'resident', flat: { building: '3', unit: '2', room: '602' } },
    ]);
    expect(await updates()).toMatchObject([
      { type: 'member_joined', conversation: { externalId: 'residents' }, members: [{ externalId: persona.id }] },
    ]);
    expect((await say({ personaId: persona.id, text: '私下说' }, [], persona.id)).statusCode).toBe(201);
    expect((await updates()).at(-1)).toMatchObject({ toBot: true, conversation: { kind: 'direct', title: '新邻居' } });
  });

  it.each([
    { told: 'a resident without a flat', person: { name: '某', role: 'resident', flat: null } },
    {
      told: 'staff with a flat',
      person: { name: '某', role: 'security', flat: { building: '1', unit: '', room: '1' } },
    },
    { told: 'somebody without a name', person: { name: '  ', role: 'security', flat: null } },
    { told: 'a role that is none', person: { name: '某', role: 'king', flat: null } },
  ])('is not $told', async ({ person }) => {
    expect((await post('/api/personas', person)).statusCode).toBe(400);
    expect(rooms.enrolled).toEqual([]);
  });
});
