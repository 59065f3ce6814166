import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A line to somebody on loopback that can be disturbed. */
export interface Proxy {
  /** `host:port`. */
  readonly endpoint: string;
  /** Breaks all connections, and lets none in until {@link Proxy.restore}. */
  cut(): void;
  /** Connections stay, and nothing passes until {@link Proxy.restore}, which lets it pass then. */
  stall(): void;
  /** Every piece is late by this much. */
  slow(lateMs: number): void;
  restore(): void;
  close(): Promise<void>;
}

/** Starts a line to a port of this machine, undisturbed at first. */
export async function startProxy(port: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let open = true;
  let lateMs = 0;
  let flowing = Promise.resolve();
  let letFlow = (): void => {};

  const pump = async (from: Socket, to: Socket): Promise<void> => {
    try {
      for await (const piece of from) {
        if (lateMs > 0) await sleep(lateMs);
        await flowing;
        if (!to.write(piece as Buffer)) await once(to, 'drain');
      }
      to.end();
    } catch {
      // One side broke: so does the other.
      from.destroy();
      to.destroy();
    }
  };
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket
      .setNoDelay(true)
      .on('error', () => {})
      .on('close', () => sockets.delete(socket));
  };
  const server = createServer((inward) => {
    keep(inward);
    if (!open) {
      inward.destroy();
      return;
    }
    const outward = keep(connect(port, '127.0.0.1'));
    inward.on('close', () => outward.destroy());
    outward.on('close', () => inward.destroy());
    void pump(inward, outward);
    void pump(outward, inward);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    endpoint: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      open = false;
      breakAll();
    },
    stall: () => {
      flowing = new Promise((resolve) => {
        letFlow = resolve;
      });
    },
    slow: (ms) => {
      lateMs = ms;
    },
    restore: () => {
      open = true;
      lateMs = 0;
      letFlow();
    },
    close: async () => {
      letFlow();
      breakAll();
      server.close();
      await once(server, 'close');
    },
  };
}
