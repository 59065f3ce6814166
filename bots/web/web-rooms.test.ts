import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createFakeClock } from '../../core/testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../core/testing/test-database.ts';
import { fromPage, tryRooms } from './testing/try-rooms.ts';
import { createWebRooms, PasswordMissing, PortTaken, type WebRoomsParts } from './web-rooms.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const partsOn = (host: string, port: number, password: string | null): WebRoomsParts => ({
  db: database.db,
  connectionString: database.url,
  http: { host, port },
  password,
  log: pino({ level: 'silent' }),
  clock: createFakeClock('2026-11-21T09:00:00+08:00'),
  people: { enrol: () => Promise.resolve(), buildings: () => Promise.resolve([]) },
});

describe('opening the rooms', () => {
  it.each(['0.0.0.0', '::', '192.168.1.5'])('to other machines (%s) takes a password', (host) => {
    expect(() => createWebRooms(partsOn(host, 0, null))).toThrow(PasswordMissing);
    expect(() => createWebRooms(partsOn(host, 0, ''))).toThrow(PasswordMissing);
    expect(() => createWebRooms(partsOn(host, 0, '桂花香'))).not.toThrow();
  });

  it('says so when somebody else has the port', async () => {
    const first = tryRooms(database);
    onTestFinished(() => first.close());
    const url = new URL(await first.listen());
    const second = createWebRooms(partsOn('127.0.0.1', Number(url.port), null));
    onTestFinished(() => second.close());
    await expect(second.listen()).rejects.toBeInstanceOf(PortTaken);
  });

  it('shows the page, whose scripts are all its own', async () => {
    const rooms = tryRooms(database);
    onTestFinished(() => rooms.close());
    const url = await rooms.listen();
    const page = await fetch(url);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1] ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect([link, (await fetch(new URL(link, url))).status]).toEqual([link, 200]);
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
  });

  it('leaves other routes on the same port to those who add them', async () => {
    const rooms = tryRooms(database, { password: '桂花香' });
    onTestFinished(() => rooms.close());
    rooms.server.post('/telegram/hook', () => 'taken');
    const answer = await rooms.server.inject({
      method: 'POST',
      url: '/telegram/hook',
      headers: { host: 'desk.example' },
    });
    expect(answer.body).toBe('taken');
  });
});

describe('a password', () => {
  const setUp = () => {
    const clock = createFakeClock('2026-11-21T09:00:00+08:00');
    const rooms = tryRooms(database, { password: '桂花香', clock });
    onTestFinished(() => rooms.close());
    const signIn = (password: string) =>
      rooms.server.inject({ method: 'POST', url: '/login', headers: fromPage, payload: { password } });
    return { clock, rooms, signIn };
  };

  it.each(['/api/rooms', '/api/live', '/files/x', '/api/rooms/residents/messages'])(
    'is asked for before %s',
    async (url) => {
      const { rooms } = setUp();
      expect((await rooms.server.inject({ url, headers: fromPage })).statusCode).toBe(401);
    },
  );

  it('leads to the page where it is given', async () => {
    const { rooms } = setUp();
    expect((await rooms.server.inject({ url: '/', headers: fromPage })).headers['location']).toBe('/login');
    expect((await rooms.server.inject({ url: '/login', headers: fromPage })).statusCode).toBe(200);
  });

  it('opens everything with a cookie that scripts cannot read and other sites cannot send', async () => {
    const { rooms, signIn } = setUp();
    const answer = await signIn('桂花香');
    const cookie = String(answer.headers['set-cookie']);
    expect([answer.statusCode, cookie]).toEqual([204, expect.stringMatching(/HttpOnly; SameSite=Lax/)]);
    const headers = { ...fromPage, cookie: cookie.split(';')[0] ?? '' };
    expect((await rooms.server.inject({ url: '/api/rooms', headers })).statusCode).toBe(200);
    expect((await rooms.server.inject({ url: '/', headers })).statusCode).toBe(200);
  });

  it('that is wrong again and again must wait, and the right one must wait with it', async () => {
    const { clock, signIn } = setUp();
    for (const guess of ['a', 'b', 'c']) expect((await signIn(guess)).statusCode).toBe(401);
    const held = await signIn('桂花香');
    expect([held.statusCode, held.headers['retry-after']]).toEqual([429, '1']);
    clock.advance(1000);
    expect((await signIn('桂花香')).statusCode).toBe(204);
  });
});

describe('another site', () => {
  it('that lets its name point here reads nothing', async () => {
    const rooms = tryRooms(database);
    onTestFinished(() => rooms.close());
    const answer = await rooms.server.inject({ url: '/api/rooms', headers: { host: 'evil.example' } });
    expect(answer.statusCode).toBe(421);
  });

  it('cannot make a browser change anything here', async () => {
    const rooms = tryRooms(database);
    onTestFinished(() => rooms.close());
    const headers = { host: '127.0.0.1', origin: 'https://evil.example' };
    const answer = await rooms.server.inject({ method: 'POST', url: '/api/personas', headers, payload: {} });
    expect(answer.statusCode).toBe(403);
  });
});
