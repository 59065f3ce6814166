import { fastify, type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMachineReceiver } from '../../core/machines/receive.ts';
import { mappingSchema } from '../../core/machines/mapping.ts';
import { addSource } from '../../core/machines/sources.ts';
import { createDevice, type Device } from '../../core/machines/testing/device.ts';
import { runStep } from '../../core/run-step.ts';
import { createDeskHarness, type DeskHarness } from '../../core/testing/desk-harness.ts';
import { tryRooms } from '../web/testing/try-rooms.ts';
import { addMachines } from './route.ts';

const lines: string[] = [];
const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };

/** Two processes on one database, each with a server that listens. */
describe('POST /in/NAME', () => {
  let desk: DeskHarness;
  let device: Device;
  const servers: FastifyInstance[] = [];
  const addresses: string[] = [];
  const text = '烟雾浓度超标';

  const post = async (body: unknown, headers: Record<string, string | undefined> = {}, at = 0, path = '/in/smoke') => {
    const { 'idempotency-key': key } = headers;
    const sent = device.signed(body, key === undefined ? {} : { key });
    const all = {
      'content-type': 'application/json',
      'x-linli-timestamp': sent.timestamp,
      'x-linli-signature': sent.signature,
      'idempotency-key': sent.key,
      ...headers,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const answer = await fetch(`${addresses[at]}${path}`, { method: 'POST', headers: given, body: sent.body });
    return { status: answer.status, body: await answer.json(), headers: answer.headers };
  };

  beforeAll(async () => {
    desk = await createDeskHarness();
    const { db } = desk.database;
    const tools = { db, clock: desk.clock, bells, log };
    for (let at = 0; at < 2; at += 1) {
      const server = fastify();
      addMachines(server, createMachineReceiver(tools), log);
      servers.push(server);
      addresses.push(await server.listen({ host: '127.0.0.1', port: 0 }));
    }
    const mapping = mappingSchema.parse({ urgency: 'emergency', area: 'security' });
    const word = { communityId: desk.communityId, personId: null, name: 'smoke', mapping };
    const added = await runStep(tools, (step) => addSource(step, word));
    device = createDevice('smoke', added.kind === 'added' ? added.secret : '', desk.clock);
  });
  beforeEach(() => desk.clock.advance(3_600_000));
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await desk.close();
  });

  it('is accepted with an id and the code of the ticket, and the same again says the same', async () => {
    const body = { device: 'smoke-3F', alarm: true, text };
    const first = await post(body, { 'idempotency-key': 'a1' });
    expect(first).toMatchObject({ status: 202, body: { id: expect.any(String), ticket: expect.any(String) } });
    expect(await post(body, { 'idempotency-key': 'a1' }, 1)).toMatchObject({ status: 200, body: first.body });
  });

  it.each([
    ['a wrong signature', { 'x-linli-signature': `v1=${'a'.repeat(64)}` }, 401, 'not_signed'],
    ['no signature', { 'x-linli-signature': undefined }, 401, 'not_signed'],
    ['no timestamp', { 'x-linli-timestamp': undefined }, 401, 'not_signed'],
    ['an old timestamp', { 'x-linli-timestamp': '1700000000' }, 401, 'not_fresh'],
    ['no key', { 'idempotency-key': undefined }, 400, 'key_missing'],
    ['another kind of content', { 'content-type': 'text/plain' }, 415, 'not_json'],
  ])('%s', async (_told, headers, status, error) => {
    const answer = await post({ device: 'smoke-3F', alarm: true }, headers);
    expect(answer).toMatchObject({ status, body: { error, mend: expect.any(String) } });
  });

  it('says nothing about whether a source is there to who cannot sign', async () => {
    const wrong = { 'x-linli-signature': `v1=${'a'.repeat(64)}` };
    const known = await post({ device: 'a', alarm: true }, wrong);
    const unknown = await post({ device: 'a', alarm: true }, wrong, 0, '/in/nobody');
    expect(unknown).toMatchObject({ status: 401, body: known.body });
  });

  it.each([
    ['a body that is no report', { alarm: true }, 400, 'unreadable'],
    ['a body that is too large', { device: 'a', alarm: true, text: 'x'.repeat(16 * 1024) }, 413, 'too_large'],
  ])('%s', async (_told, body, status, error) => {
    expect(await post(body)).toMatchObject({ status, body: { error, mend: expect.any(String) } });
  });

  it('a key that was used for something else', async () => {
    await post({ device: 'smoke-4F', alarm: true }, { 'idempotency-key': 'b1' });
    const answer = await post({ device: 'smoke-5F', alarm: true }, { 'idempotency-key': 'b1' });
    expect(answer).toMatchObject({ status: 409, body: { error: 'key_reused' } });
  });

  it('nothing is there but reports', async () => {
    const answer = await fetch(`${addresses[0]}/in/smoke/more`, { method: 'POST' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: 'not_found', mend: expect.any(String) });
  });

  it('sixty a minute through both processes together, then the sender must wait', async () => {
    for (let at = 0; at < 60; at += 1) {
      expect((await post({ device: 'smoke-6F', alarm: true }, {}, at % 2)).status).toBe(202);
    }
    for (const at of [0, 1]) {
      const answer = await post({ device: 'smoke-6F', alarm: true }, {}, at);
      expect(answer).toMatchObject({ status: 429, body: { error: 'too_many' } });
      expect(answer.headers.get('retry-after')).toBe('60');
    }
  });

  it('logs ids, and never a secret, a device or what it said', () => {
    const all = lines.join('\n');
    expect(all).toContain('machine reported');
    for (const word of [text, 'smoke-3F', 'smoke-6F']) expect(all).not.toContain(word);
    expect(all).not.toMatch(/v1=|secret/);
  });

  it('needs neither the password of the rooms nor one of their pages', async () => {
    const rooms = tryRooms(desk.database, { password: 'a long password' });
    addMachines(rooms.server, createMachineReceiver({ db: desk.database.db, clock: desk.clock, bells, log }), log);
    addresses.push(await rooms.listen());
    try {
      expect(await post({ device: 'smoke-7F', alarm: true }, {}, 2)).toMatchObject({ status: 202 });
      expect((await fetch(`${addresses[2]}/api/rooms`)).status).toBe(401);
    } finally {
      await rooms.close();
    }
  });
});
