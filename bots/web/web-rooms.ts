import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Bot, Channel } from '../../core/channel/channel.ts';
import type { Clock } from '../../core/clock.ts';
import type { Database } from '../../core/database.ts';
import { isLoopback } from './http/guard.ts';
import { createServer } from './http/server.ts';
import { LiveHub } from './live-hub.ts';
import type { RoomPeople } from './people.ts';
import { createWebBot } from './web-bot.ts';
import { createWebChannel } from './web-channel.ts';

export interface WebRoomsParts {
  db: Database;
  /** For the connections that listen for notifications. */
  connectionString: string;
  http: { host: string; port: number };
  /** Null: no password, and then only on loopback. */
  password: string | null;
  log: Logger;
  clock: Clock;
  people: RoomPeople;
}

export interface WebRooms {
  channel: Channel;
  bot: Bot;
  /** Other routes on the same port may be added until `listen` is called. */
  server: FastifyInstance;
  /** Opens the rooms and resolves to their address. @throws PortTaken */
  listen(): Promise<string>;
  /** Closes the page, with every open connection. The bot is stopped by itself. */
  close(): Promise<void>;
}

/** The rooms were to be open to other machines, and nobody has set a password. */
export class PasswordMissing extends Error {
  override readonly name = 'PasswordMissing';
  constructor(host: string) {
    super(`the rooms would be open to everybody who reaches ${host}: they need a password`);
  }
}

/** Somebody else listens there. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  constructor(host: string, port: number, cause: unknown) {
    super(
      `${host}:${port} is taken by another program. Choose another with LINLI_HTTP, for instance LINLI_HTTP=127.0.0.1:8788`,
      { cause },
    );
  }
}

/**
 * The rooms in a browser: a chat platform of its own whose rows are in our database.
 * @throws PasswordMissing when they would listen beyond loopback without a password.
 */
export function createWebRooms(parts: WebRoomsParts): WebRooms {
  const { db, connectionString, http, log, clock, people } = parts;
  const password = parts.password === '' ? null : parts.password;
  if (password === null && !isLoopback(http.host)) throw new PasswordMissing(http.host);

  const channel = createWebChannel({ db, clock, log });
  const bot = createWebBot({ db, connectionString, channel, log });
  const hub = new LiveHub({ db, connectionString, log });
  const server = createServer({ db, clock, people, hub, password, log });

  return {
    channel,
    bot,
    server,
    async listen() {
      try {
        await server.listen({ host: http.host, port: http.port });
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
          throw new PortTaken(http.host, http.port, error);
        }
        throw error;
      }
      await hub.open();
      const address = server.server.address();
      return `http://${nameOf(http.host)}:${typeof address === 'object' && address ? address.port : http.port}`;
    },
    async close() {
      await server.close();
      await hub.close();
    },
  };
}

/** What can be typed into a browser on this machine. */
function nameOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
