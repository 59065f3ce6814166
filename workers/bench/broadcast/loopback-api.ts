import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { z } from 'zod';
import { createFaults, type Fault } from './faults.ts';
import type { Accepted, LoopbackReport } from './loopback.ts';
import { SlidingWindow } from './sliding-window.ts';

/** The account that is measured. */
const self = {
  id: 777,
  is_bot: true,
  first_name: 'linli',
  username: 'linli_bench_bot',
  can_read_all_group_messages: true,
};

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const overall = new SlidingWindow(30, 1_000);
const chats = new Map<number, SlidingWindow[]>();

const report: LoopbackReport = { arrivals: [], accepted: [], limitsBroken: 0, faults: {}, thrownOut: [] };
const thrownOut = new Set<number>();
const migrated = new Map<number, number>();
const faultFor = createFaults(Number(process.argv[2] ?? 1));
let lastMessageId = 0;

const words = z.object({ chat_id: z.coerce.number(), text: z.string() });

/** As long as the network to a platform nearby takes. */
const ANSWER_MS = 20;

const windowsOf = (chat: number): SlidingWindow[] => {
  const known = chats.get(chat);
  if (known) return known;
  // One a second anywhere, twenty a minute in a group.
  const windows =
    chat < 0 ? [new SlidingWindow(1, 1_000), new SlidingWindow(20, 60_000)] : [new SlidingWindow(1, 1_000)];
  chats.set(chat, windows);
  return windows;
};

interface Answer {
  status: number;
  body: object;
}
const refused = (status: number, description: string, parameters?: object): Answer => ({
  status,
  body: { ok: false, error_code: status, description, ...(parameters ? { parameters } : {}) },
});

/** Takes a message, or does what was thrown; null: never answers. What is not taken is never shown to anybody. */
function take({ chat_id: chat, text }: z.output<typeof words>): Answer | null {
  const at = performance.now();
  report.arrivals.push(Math.round(performance.timeOrigin + at));
  // Every window counts, whichever is broken first.
  const hasRoom = [overall, ...windowsOf(chat)].map((window) => window.arrive(at));
  if (hasRoom.includes(false)) {
    report.limitsBroken += 1;
    return refused(429, 'Too Many Requests: retry after 1', { retry_after: 1 });
  }
  if (thrownOut.has(chat)) return refused(403, 'Forbidden: bot was kicked from the supergroup chat');
  const movedTo = migrated.get(chat);
  const fault = movedTo === undefined ? faultFor(chat < 0 ? 'group' : 'direct') : 'migration';
  if (fault && movedTo === undefined) report.faults[fault] = (report.faults[fault] ?? 0) + 1;
  return fault ? faulty(fault, chat) : accept(chat, text, Math.round(performance.timeOrigin + at));
}

function faulty(fault: Fault, chat: number): Answer | null {
  if (fault === 'timeout') return null;
  if (fault === '429') return refused(429, 'Too Many Requests: retry after 1', { retry_after: 1 });
  if (fault === '5xx') return refused(502, 'Bad Gateway');
  if (fault === '403') {
    thrownOut.add(chat);
    report.thrownOut.push(chat);
    return refused(403, 'Forbidden: bot was kicked from the supergroup chat');
  }
  const to = migrated.get(chat) ?? -1_000_000_000_000 + chat;
  migrated.set(chat, to);
  return refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: to });
}

function accept(chat: number, text: string, at: number): Answer {
  lastMessageId += 1;
  const accepted: Accepted = { chat, text, at };
  report.accepted.push(accepted);
  const message = {
    message_id: lastMessageId,
    date: Math.round(at / 1_000),
    chat: { id: chat, type: 'supergroup' },
    text,
  };
  return { status: 200, body: { ok: true, result: message } };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}');
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.url?.split('/').at(-1) ?? '';
  const body = await bodyOf(request);
  const end = ({ status, body: said }: Answer): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(said));
  };
  if (method === 'bare') return end({ status: 200, body: { ok: true, result: true } });
  if (method === 'getMe') return end({ status: 200, body: { ok: true, result: self } });
  if (method !== 'sendMessage') return end(refused(404, `Not Found: ${method}`));
  const taken = take(words.parse(body));
  if (taken) setTimeout(() => end(taken), ANSWER_MS);
}

const server = createServer((request, response) => void answer(request, response));
// A client that keeps a connection must not find it closed when it has a message.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.on('message', () => process.send?.(report));
process.on('disconnect', () => process.exit(0));
process.send?.(server.address());
