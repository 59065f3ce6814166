import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FromGateway, ToGateway } from './gateway-wire.ts';
import type { About, Questions } from './puppet-talk.ts';
import { WechatWorld } from './wechat-world.ts';

/** A wechaty-puppet-service gateway in another process, with WeChat behind it. */
export interface Gateway {
  /** WeChat; it lives on when the gateway does not. */
  readonly world: WechatWorld;
  /** `host:port`. */
  readonly endpoint: string;
  readonly port: number;
  readonly token: string;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Kills it if it runs, and starts it again on the same port. */
  restart(): Promise<void>;
  /** Stops it for good. */
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('gateway-main.ts', import.meta.url));

/** Starts a gateway on a loopback port of the system's choosing; resolves when it listens. The account is not logged in. */
export async function startGateway(world: WechatWorld = new WechatWorld()): Promise<Gateway> {
  const port = await freePort();
  const token = `insecure_${randomUUID()}`;
  let running = await launch(world, port, token);
  return {
    world,
    endpoint: `127.0.0.1:${port}`,
    port,
    token,
    kill: () => running.kill(),
    restart: async () => {
      await running.kill();
      running = await launch(world, port, token);
    },
    stop: () => running.kill(),
  };
}

/** Nobody else is given it in the next moments: the system goes round. The gateway comes back on it after a kill. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function launch(world: WechatWorld, port: number, token: string): Promise<{ kill: () => Promise<void> }> {
  const child = fork(program, [String(port), token], {
    execArgv: ['--no-deprecation', '--import', './core/typescript/register.mjs'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, WECHATY_LOG: 'silent' },
  });
  const gone = once(child, 'exit');
  const told = new Map<number, () => void>();
  let puppet = '';
  let lastId = 0;
  const tell = (event: Extract<ToGateway, { type: 'tell' }>['told']): Promise<void> =>
    new Promise((resolve) => {
      lastId += 1;
      told.set(lastId, resolve);
      post(child, { type: 'tell', id: lastId, told: event });
    });
  child.once('exit', () => {
    world.disconnect(puppet);
    for (const resolve of told.values()) resolve();
  });
  await new Promise<void>((resolve, reject) => {
    void gone.then(() => reject(new Error('the gateway ended before it listened')));
    child.on('message', (message: FromGateway) => {
      if (message.type === 'ready') {
        puppet = message.puppet;
        world.connect(puppet, tell);
        resolve();
      } else if (message.type === 'failed') reject(new Error(message.message));
      else if (message.type === 'told') told.get(message.id)?.();
      else void answer(world, child, message.id, message.about, message.question);
    });
  });
  return {
    kill: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await gone;
    },
  };
}

async function answer<A extends About>(
  world: WechatWorld,
  child: ChildProcess,
  id: number,
  about: A,
  question: Questions[A],
): Promise<void> {
  try {
    post(child, { type: 'answer', id, answer: await world.ask(about, question) });
  } catch (error) {
    post(child, { type: 'refusal', id, message: error instanceof Error ? error.message : String(error) });
  }
}

function post(child: ChildProcess, message: ToGateway): void {
  if (child.connected) child.send(message, () => {});
}
