import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { messageIdOf } from '../message-id.ts';
import { botMessagesOf } from './bot-message.ts';
import type { BotMessage } from './bot-message.ts';
import { botMethods } from './bot-methods.ts';
import { failureOfFault, Faults, isCarriedOut, leaveUnanswered } from './faults.ts';
import type { Fault, FaultOptions } from './faults.ts';
import { TestGroup } from './group.ts';
import { TestUser } from './people.ts';
import { readParams } from './request.ts';
import { ApiFailure } from './wire.ts';
import type { WireMessage, WireUpdate } from './wire.ts';
import type { WebhookTarget } from './webhook-caller.ts';
import { World } from './world.ts';

/** One call of the bot. Long questions for updates are left out. */
export interface BotCall {
  method: string;
  fields: Record<string, unknown>;
  at: Date;
}

export interface BotApiServerOptions {
  token?: string;
  username?: string;
  now?: () => Date;
}

/**
 * A Bot API server on loopback, with people and groups that a test moves. It is strict where Telegram is strict, and
 * brings updates by long polling or by webhook, whichever the bot asks for. What people do has happened when the call
 * returns.
 */
export class BotApiServer {
  readonly token: string;
  readonly username: string;
  /** Every call that was carried out or refused, oldest first. */
  readonly calls: BotCall[] = [];
  readonly #world: World;
  readonly #faults = new Faults();
  readonly #http: Server;
  readonly #watchers = new Set<() => void>();
  readonly #now: () => Date;
  #tokenIsValid = true;
  #root = '';

  constructor(options: BotApiServerOptions) {
    this.token = options.token ?? '4711:AAtest-token_of-nobody';
    this.username = options.username ?? 'linli_test_bot';
    this.#now = options.now ?? (() => new Date());
    const me = { id: Number.parseInt(this.token, 10), is_bot: true, first_name: '邻里', username: this.username };
    this.#world = new World(me, this.#now, () => this.#look());
    this.#world.updates.onAsked = () => this.#look();
    this.#http = createServer((request, response) => void this.#serve(request, response));
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    const address = this.#http.address();
    this.#root = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  }

  async close(): Promise<void> {
    this.#world.updates.close();
    const closed = new Promise<void>((resolve) => {
      this.#http.close(() => resolve());
    });
    this.#http.closeAllConnections();
    await closed;
  }

  get apiRoot(): string {
    return this.#root;
  }

  /** The bot's own id. */
  get account(): string {
    return String(this.#world.me.id);
  }

  get webhook(): WebhookTarget | null {
    return this.#world.updates.webhook;
  }

  /** Stands for the name service and the proxy in front of the bot: where the address that it told is found from here. */
  set reach(find: (url: string) => string) {
    this.#world.updates.reach = find;
  }

  /** How many updates the bot has not acknowledged. */
  get unacknowledged(): number {
    return this.#world.updates.pendingCount;
  }

  /** Resolves when the bot waits for updates, now or later. */
  async untilAsked(): Promise<void> {
    await this.#await(() => this.#world.updates.isAsked || undefined);
  }

  /** Presses that the bot has not answered. */
  get openPresses(): number {
    return this.#world.openPresses.size;
  }

  /**
   * With the bot in it as an administrator, unless `botIsIn` is false. A basic group, unless it is to be a supergroup.
   */
  group({
    title,
    type = 'group',
    botIsIn = true,
  }: {
    title: string;
    type?: 'group' | 'supergroup';
    botIsIn?: boolean;
  }): TestGroup {
    return new TestGroup(this.#world, title, type, botIsIn);
  }

  /** Two users may have one name. */
  user({ name }: { name: string }): TestUser {
    return new TestUser(this.#world, name);
  }

  /**
   * All that the bot has said and that is to be seen, chat by chat, oldest first; in one chat only when it is given.
   */
  said(chat?: { id: number }): BotMessage[] {
    return botMessagesOf(this.#world).filter((message) => chat === undefined || message.chatId === chat.id);
  }

  /** Resolves to the first message of the bot of which it holds, now or later; edits count. */
  waitFor(predicate: (message: BotMessage) => boolean): Promise<BotMessage> {
    return this.#await(() => this.said().find(predicate));
  }

  /** Resolves to the first call of which it holds, made already or later. */
  waitForCall(predicate: (call: BotCall) => boolean): Promise<BotCall> {
    return this.#await(() => this.calls.find(predicate));
  }

  /** The bot's reactions on a message. */
  botReactions(message: WireMessage): string[] {
    return this.#world.stateOf(message.chat).reactions.get(message.message_id)?.get(this.#world.me.id) ?? [];
  }

  /** A message that is still to be seen, by whomever. */
  messageIn(chat: { id: number }, number: number): WireMessage | undefined {
    return this.#world.stateOf(chat).messages.get(number);
  }

  /** The id under which core knows a message. */
  idOf(message: WireMessage): string {
    return messageIdOf(message.chat.id, message.message_id);
  }

  /**
   * The next calls of a matching method meet the fault, after some that go well; what the bot says, unless a method is
   * given.
   */
  fail(fault: Fault, options: FaultOptions = {}): void {
    this.#faults.plan(fault, options);
  }

  /** From now on, or not any more, the token is not accepted. */
  revokeToken(isRevoked = true): void {
    this.#tokenIsValid = !isRevoked;
  }

  get lastUpdate(): WireUpdate | null {
    return this.#world.updates.last;
  }

  /** Delivers an update once more: the last one, unless another is given. */
  redeliver(update: WireUpdate | null = this.lastUpdate): void {
    if (update) this.#world.updates.again(update);
  }

  /** Delivers news of a kind that nobody here brings about. */
  tell(kind: string, news: unknown): WireUpdate {
    return this.#world.updates.add(kind, news);
  }

  #await<Found>(look: () => Found | undefined): Promise<Found> {
    return new Promise((resolve) => {
      const watcher = (): void => {
        const found = look();
        if (found === undefined) return;
        this.#watchers.delete(watcher);
        resolve(found);
      };
      this.#watchers.add(watcher);
      watcher();
    });
  }

  #look(): void {
    for (const watcher of this.#watchers) watcher();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', this.#root);
      const [, kind, token, method] = /^\/(bot|file\/bot)([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
      this.#checkToken(token);
      if (kind === 'file/bot') this.#giveFile(method ?? '', response);
      else await this.#call(method ?? '', request, url.searchParams, response);
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(500, 'Internal Server Error');
      const { code, description, parameters } = failure;
      answer(response, code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) });
    }
  }

  #checkToken(token: string | undefined): void {
    if (token === undefined || !/^\d+:[\w-]+$/.test(token)) throw new ApiFailure(404, 'Not Found');
    if (token !== this.token || !this.#tokenIsValid) throw new ApiFailure(401, 'Unauthorized');
  }

  async #call(name: string, request: IncomingMessage, query: URLSearchParams, response: ServerResponse): Promise<void> {
    const method = botMethods[name];
    if (!method) throw new ApiFailure(404, 'Not Found: method not found');
    const params = await readParams(request, query);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    if (name !== 'getUpdates') this.calls.push({ method: name, fields: params.fields, at: this.#now() });
    try {
      const fault = this.#faults.next(name);
      const failure = fault && failureOfFault(fault);
      if (failure) throw failure;
      if (!isCarriedOut(fault) && leaveUnanswered(fault, response)) return;
      const result = await method(this.#world, params, gone.signal);
      if (!leaveUnanswered(fault, response)) answer(response, 200, { ok: true, result });
    } finally {
      this.#world.changed();
    }
  }

  #giveFile(path: string, response: ServerResponse): void {
    const file = this.#world.files.get(path.replace(/^documents\//, ''));
    if (!file) throw new ApiFailure(404, 'Not Found');
    response.writeHead(200, { 'content-type': file.mimeType }).end(file.bytes);
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Starts the server on a free port. */
export async function startBotApiServer(options: BotApiServerOptions = {}): Promise<BotApiServer> {
  const server = new BotApiServer(options);
  await server.listen();
  return server;
}
