import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createModelServer } from './model-server.ts';
import { promptFor } from './prompt.ts';
import type { OpinionQuestion } from './question.ts';
import { readAnswer } from './read-answer.ts';
import {
  answering,
  completion,
  fitting,
  saying,
  startFakeModelServer,
  status,
  type Behaviour,
} from './testing/fake-model-server.ts';

const PATIENCE_MS = 300;
const KEY = 'sk-hunter2-hunter2';

const question: OpinionQuestion = {
  ref: '0a1b2c',
  before: [{ by: 'A', minutesBefore: 4, text: '三栋的灯昨天就暗了' }],
  message: { by: 'B', minutesBefore: 0, text: '是不是又不亮了' },
  matters: [
    { number: 1, kind: 'repair', area: 'facilities', place: 'building 3', summary: '楼道灯不亮', minutesBefore: 90 },
  ],
  ticketIds: ['t1'],
  isTampered: false,
};

describe('a language model behind a server like OpenAI’s', async () => {
  const server = await startFakeModelServer();
  afterAll(() => server.close());
  const model = (more: { key?: string | null; extra?: Record<string, unknown> } = {}) =>
    createModelServer({ url: server.url, model: 'small', key: KEY, extra: {}, ...more });
  const ask = async (behaviour: Behaviour[], withinMs = PATIENCE_MS, asked = model()) => {
    server.behave(...behaviour);
    const reply = await asked.ask(promptFor(question), withinMs);
    const answer = reply.kind === 'said' ? readAnswer(reply.content, { ref: question.ref, matters: 1 }) : null;
    return { reply, answer };
  };

  it('is asked with the question alone, its key, and the form of the answer', async () => {
    const { answer } = await ask([answering()], 5_000);
    expect(answer).toEqual({
      matter: true,
      known: 0,
      kind: 'repair',
      area: 'facilities',
      urgency: 'normal',
      confidence: 0.95,
    });
    const [request] = server.requests;
    expect(request?.url).toBe('/v1/chat/completions');
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(request?.body).toMatchObject({ model: 'small', stream: false, temperature: 0 });
    expect(request?.body.response_format).toMatchObject({
      type: 'json_schema',
      json_schema: { strict: true, schema: { additionalProperties: false, properties: { known: { enum: [0, 1] } } } },
    });
    expect(request?.body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
  });

  it('is asked without a key where there is none, and with what its server wants besides', async () => {
    const extra = { thinking: { type: 'disabled' }, max_tokens: 900, model: 'another', stream: true, messages: [] };
    await ask([answering()], 5_000, model({ key: null, extra }));
    const [request] = server.requests;
    expect(request?.headers.authorization).toBeUndefined();
    expect(request?.body).toMatchObject({
      thinking: { type: 'disabled' },
      max_tokens: 900,
      model: 'small',
      stream: false,
    });
    expect(request?.body.messages).toHaveLength(2);
  });

  it('is asked without what its server does not take', async () => {
    const extra = { max_tokens: null, temperature: null, max_completion_tokens: 400 };
    await ask([answering()], 5_000, model({ extra }));
    const [request] = server.requests;
    expect(request?.body).toMatchObject({ max_completion_tokens: 400, model: 'small' });
    expect(Object.keys(request?.body ?? {})).not.toEqual(expect.arrayContaining(['max_tokens']));
    expect(Object.keys(request?.body ?? {})).not.toEqual(expect.arrayContaining(['temperature']));
  });

  describe('is understood, when it', () => {
    it.each<{ told: string; words: (fit: string) => string }>([
      { told: 'answers as it was asked to', words: (fit) => fit },
      { told: 'leaves blanks around', words: (fit) => `\n ${fit} \n` },
      { told: 'puts a fence around', words: (fit) => `\`\`\`json\n${fit}\n\`\`\`` },
    ])('$told', async ({ words }) => {
      const { answer } = await ask([saying((request) => words(JSON.stringify(fitting(request))))], 5_000);
      expect(answer).toMatchObject({ matter: true, confidence: 0.95 });
    });
  });

  describe('changes nothing, when it', () => {
    const fits = (more: object) => saying((request) => JSON.stringify(fitting(request, more)));
    it.each<{ told: string; behaviour: Behaviour }>([
      { told: 'talks around the JSON', behaviour: saying((r) => `Sure! Here it is: ${JSON.stringify(fitting(r))}`) },
      { told: 'talks after the JSON', behaviour: saying((r) => `${JSON.stringify(fitting(r))}\nAnything else?`) },
      { told: 'thinks aloud', behaviour: saying((r) => `<think>well</think>${JSON.stringify(fitting(r))}`) },
      { told: 'answers twice', behaviour: saying((r) => JSON.stringify([fitting(r), fitting(r)])) },
      { told: 'answers in another format', behaviour: saying(() => '{"category":"repair","score":1}') },
      { told: 'adds a field', behaviour: fits({ reply_to_resident: '已经派人了' }) },
      { told: 'adds what it wants done', behaviour: fits({ action: 'close_all_tickets' }) },
      { told: 'leaves a field out', behaviour: fits({ urgency: undefined }) },
      { told: 'uses a kind that there is not', behaviour: fits({ kind: 'emergency' }) },
      { told: 'uses an area that there is not', behaviour: fits({ area: 'elevator' }) },
      { told: 'is surer than sure', behaviour: fits({ confidence: 1.2 }) },
      { told: 'says how sure it is in words', behaviour: fits({ confidence: 'high' }) },
      { told: 'names a matter that it was not shown', behaviour: fits({ known: 2 }) },
      { told: 'contradicts itself', behaviour: fits({ matter: false, known: 1 }) },
      { told: 'answers another question', behaviour: fits({ ref: 'ffffff' }) },
      { told: 'says nothing', behaviour: saying(() => '') },
      { told: 'says only blanks', behaviour: saying(() => ' \n ') },
      { told: 'breaks off in the middle', behaviour: saying((r) => JSON.stringify(fitting(r)).slice(0, 60)) },
      { told: 'goes on and on', behaviour: saying((r) => `${JSON.stringify(fitting(r))}${' '.repeat(5_000)}`) },
    ])('$told', async ({ behaviour }) => {
      const { reply, answer } = await ask([behaviour], 5_000);
      expect(reply.kind).toBe('said');
      expect(answer).toBeNull();
      expect(server.requests).toHaveLength(1);
    });

    it.each<{ told: string; body: string }>([
      { told: 'is cut off by its limit', body: completion('{"ref":"0a1b2c"', { choice: { finish_reason: 'length' } }) },
      { told: 'is withheld', body: completion('{}', { choice: { finish_reason: 'content_filter' } }) },
      { told: 'declines', body: completion('{}', { message: { refusal: 'I cannot' } }) },
      {
        told: 'calls a tool instead',
        body: completion(null, {
          message: { tool_calls: [{ id: 'c', type: 'function', function: { name: 'open_ticket', arguments: '{}' } }] },
          choice: { finish_reason: 'tool_calls' },
        }),
      },
      {
        told: 'calls a tool besides',
        body: completion('{}', { message: { tool_calls: [{ id: 'c', type: 'function', function: {} }] } }),
      },
      {
        told: 'calls a function in the old way',
        body: completion('{}', { message: { function_call: { name: 'x' } } }),
      },
      { told: 'has no choices', body: '{"choices":[]}' },
      { told: 'has several', body: JSON.stringify({ choices: [1, 2].map(() => ({ message: { content: '{}' } })) }) },
      { told: 'is no JSON', body: '<html>Welcome to nginx</html>' },
      { told: 'is empty', body: '' },
      { told: 'is an error with a good status', body: '{"error":{"message":"overloaded"}}' },
    ])('sends something that $told', async ({ body }) => {
      const { reply } = await ask([status(200, {}, body)], 5_000);
      expect(reply).toEqual({ kind: 'failed', why: 'misfit', status: 200 });
    });
  });

  describe('gives no answer, when its server', () => {
    it.each([
      { told: 'does not know the key', code: 401, why: 'refused' },
      { told: 'does not allow it', code: 403, why: 'refused' },
      { told: 'does not know the address or the model', code: 404, why: 'refused' },
      { told: 'has no time for it', code: 408, why: 'refused' },
    ])('$told ($code)', async ({ code, why }) => {
      const { reply } = await ask([status(code)], 5_000);
      expect(reply).toEqual({ kind: 'failed', why, status: code });
      expect(server.requests).toHaveLength(1);
    });

    it('sends it elsewhere: neither key nor talk go there', async () => {
      const elsewhere = await startFakeModelServer();
      elsewhere.behave(answering());
      const { reply } = await ask([status(307, { location: `${elsewhere.url}/chat/completions` }), answering()], 5_000);
      expect(reply).toEqual({ kind: 'failed', why: 'refused', status: 307 });
      expect(elsewhere.requests).toEqual([]);
      await elsewhere.close();
    });

    it('does not answer at all', async () => {
      const { reply } = await ask([() => undefined]);
      expect(reply).toEqual({ kind: 'failed', why: 'late', status: null });
    });

    it('lets its answer drip', async () => {
      const drip: Behaviour = (response, request) => {
        const body = completion(JSON.stringify(fitting(request)));
        response.writeHead(200, { 'content-type': 'application/json' });
        let at = 0;
        const timer = setInterval(() => response.write(body[at++] ?? ' '), 10);
        response.on('close', () => clearInterval(timer));
      };
      const { reply } = await ask([drip]);
      expect(reply).toEqual({ kind: 'failed', why: 'late', status: null });
    });

    it('hangs up', async () => {
      const { reply } = await ask([(response) => void response.destroy()], 5_000);
      expect(reply).toEqual({ kind: 'failed', why: 'unreachable', status: null });
    });

    it('hangs up in the middle of its answer', async () => {
      const broken: Behaviour = (response, request) => {
        const body = completion(JSON.stringify(fitting(request)));
        response.writeHead(200, { 'content-length': String(body.length) });
        response.write(body.slice(0, 80), () => response.destroy());
      };
      const { reply } = await ask([broken], 5_000);
      expect(reply).toEqual({ kind: 'failed', why: 'unreachable', status: null });
    });

    it('is not there', async () => {
      const gone = await startFakeModelServer();
      await gone.close();
      const lost = createModelServer({ url: gone.url, model: 'small', key: KEY, extra: {} });
      expect(await lost.ask(promptFor(question), 5_000)).toEqual({ kind: 'failed', why: 'unreachable', status: null });
    });

    it('sends more than any answer holds', async () => {
      const { reply } = await ask([status(200, {}, completion('x'.repeat(200_000)))], 5_000);
      expect(reply).toEqual({ kind: 'failed', why: 'too_long', status: 200 });
    });

    it('sends a little that unpacks to very much', async () => {
      const packed = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
      const bomb = (response: ServerResponse): void =>
        void response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(packed);
      const before = process.memoryUsage().arrayBuffers;
      const { reply } = await ask([bomb], 5_000);
      expect(reply).toEqual({ kind: 'failed', why: 'too_long', status: 200 });
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
    });

    it('never ends what it sends', async () => {
      const endless: Behaviour = (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = (): void => {
          while (!response.destroyed && response.write(' '.repeat(8_192)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      };
      const { reply } = await ask([endless], 5_000);
      expect(reply).toEqual({ kind: 'failed', why: 'too_long', status: 200 });
    });
  });

  describe('is asked once more, when its server is busy', () => {
    it.each([
      { told: 'and says for how long', busy: status(429, { 'retry-after': '0' }) },
      { told: 'and says so with a fault', busy: status(503, { 'retry-after': '0' }) },
      { told: 'or has a fault of its own', busy: status(500) },
    ])('$told', async ({ busy }) => {
      const { answer } = await ask([busy, answering()], 5_000);
      expect(answer).not.toBeNull();
      expect(server.requests).toHaveLength(2);
    });

    it('and then not again', async () => {
      const { reply } = await ask([status(503, { 'retry-after': '0' })], 5_000);
      expect(reply).toEqual({ kind: 'failed', why: 'busy', status: 503 });
      expect(server.requests).toHaveLength(2);
    });

    it.each([
      { told: 'wants to be left alone for longer than there is time', after: '60' },
      { told: 'names a date', after: 'Sun, 22 Nov 2026 08:00:00 GMT' },
    ])('but not when it $told', async ({ after }) => {
      const { reply } = await ask([status(429, { 'retry-after': after }), answering()]);
      expect(reply).toEqual({ kind: 'failed', why: 'busy', status: 429 });
      expect(server.requests).toHaveLength(1);
    });
  });

  describe('is asked in a simpler way, where its server does not know the strict one', () => {
    const formOf = (at: number): string | undefined => server.requests[at]?.body.response_format?.type;

    it('and from then on in that way', async () => {
      const asked = model();
      const { answer } = await ask([status(400), answering()], 5_000, asked);
      expect(answer).not.toBeNull();
      expect([formOf(0), formOf(1)]).toEqual(['json_schema', 'json_object']);
      await ask([answering()], 5_000, asked);
      expect([formOf(0), server.requests.length]).toEqual(['json_object', 1]);
    });

    it('with words alone in the end', async () => {
      const { answer } = await ask([status(422), status(400), answering()], 5_000);
      expect(answer).not.toBeNull();
      expect([formOf(0), formOf(1), formOf(2)]).toEqual(['json_schema', 'json_object', undefined]);
    });

    it('but begins with the strict one again, when the simple one was refused, too', async () => {
      const asked = model();
      const { reply } = await ask([status(400)], 5_000, asked);
      expect(reply).toEqual({ kind: 'failed', why: 'refused', status: 400 });
      await ask([answering()], 5_000, asked);
      expect(formOf(0)).toBe('json_schema');
    });
  });

  it('is never told of with its key, nor with what was asked', async () => {
    const odd = createModelServer({ url: 'http://127.0.0.1:1', model: 'small', key: KEY, extra: {} });
    const told = [
      (await ask([status(401, {}, `{"error":"bad key ${KEY}"}`)], 5_000)).reply,
      (await ask([(response) => void response.destroy()], 5_000)).reply,
      await odd.ask(promptFor(question), 2_000),
    ];
    expect(JSON.stringify(told)).not.toMatch(/hunter2|三栋/);
  });
});
