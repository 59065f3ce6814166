import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findGateway, GatewayNotFound } from './find-gateway.ts';

const answers: Record<string, { status: number; body: string }> = {
  known_token: { status: 200, body: '{"host":"203.0.113.7","port":8788}' },
  as_text: { status: 200, body: '{"host":"203.0.113.7","port":"8788"}' },
  not_running: { status: 200, body: '{"host":"0.0.0.0","port":0}' },
  unknown_token: { status: 404, body: '{}' },
  no_json: { status: 200, body: '<html>' },
};
let server: Server;
let directory: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { status, body } = answers[request.url?.replace('/v0/hosties/', '') ?? ''] ?? { status: 500, body: '' };
    response.writeHead(status).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  directory = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => void server.close());

describe('the directory of gateways', () => {
  it.each(['known_token', 'as_text'])('says where the gateway of %s listens', async (token) => {
    expect(await findGateway(token, directory)).toBe('203.0.113.7:8788');
  });

  it.each(['not_running', 'unknown_token', 'no_json', 'whatever'])('does not know of %s', async (token) => {
    await expect(findGateway(token, directory)).rejects.toThrow(GatewayNotFound);
  });

  it('cannot be asked when it is not there', async () => {
    await expect(findGateway('known_token', 'http://127.0.0.1:1')).rejects.toThrow(GatewayNotFound);
  });
});
