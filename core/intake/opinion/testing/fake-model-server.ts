import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface TakenRequest {
  url: string;
  headers: IncomingHttpHeaders;
  /** The whole body, as it was sent. */
  raw: string;
  body: {
    model: string;
    messages: { role: string; content: string }[];
    response_format?: { type: string; json_schema?: { schema: object } };
  } & Record<string, unknown>;
}

/** What the server does with a request. */
export type Behaviour = (response: ServerResponse, request: TakenRequest) => void | Promise<void>;

/** A real HTTP server on loopback that speaks as OpenAI's does, or misbehaves as it is told. */
export interface FakeModelServer {
  url: string;
  requests: TakenRequest[];
  /** Done with the next requests, in this order; the last one stays. */
  behave(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
}

export async function startFakeModelServer(): Promise<FakeModelServer> {
  const requests: TakenRequest[] = [];
  let next: Behaviour[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      const taken: TakenRequest = {
        url: request.url ?? '',
        headers: request.headers,
        raw,
        body: JSON.parse(raw) as TakenRequest['body'],
      };
      requests.push(taken);
      const behaviour = next.length > 1 ? next.shift() : next[0];
      void behaviour?.(response, taken);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    behave(...behaviours) {
      requests.length = 0;
      next = behaviours;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The question that was asked. */
export function questionIn({ body }: TakenRequest): {
  ref: string;
  before: { by: string; text: string }[];
  message: { by: string; text: string };
  matters: { number: number; place: string; summary: string }[];
} {
  const content = body.messages.find(({ role }) => role === 'user')?.content ?? '{}';
  return JSON.parse(content) as ReturnType<typeof questionIn>;
}

/** An answer that fits the question, but for what is said otherwise. */
export const fitting = (request: TakenRequest, more: object = {}): object => ({
  ref: questionIn(request).ref,
  matter: true,
  known: 0,
  kind: 'repair',
  area: 'facilities',
  urgency: 'normal',
  confidence: 0.95,
  ...more,
});

/** The envelope in which a model's words come. */
export const completion = (content: string | null, more: { message?: object; choice?: object } = {}): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: 'small',
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        ...more.choice,
        message: { role: 'assistant', content, ...more.message },
      },
    ],
    usage: { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 },
  });

/** Answers every question with these words. */
export const saying =
  (words: (request: TakenRequest) => string): Behaviour =>
  (response, request) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(completion(words(request)));
  };

/** Answers every question as it should be answered. */
export const answering = (more: object = {}): Behaviour => saying((request) => JSON.stringify(fitting(request, more)));

export const status =
  (code: number, headers: Record<string, string> = {}, body = '{"error":{"message":"no"}}'): Behaviour =>
  (response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(body);
  };
