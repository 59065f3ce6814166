import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelEventOf } from '../channel/event.ts';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { RecordingInbox } from '../channel/testing/recording-inbox.ts';
import { createTranscriber } from './transcriber.ts';
import { createTranscribingInbox } from './transcribing-inbox.ts';

const log = pino({ enabled: false });

const voice = (more: Partial<ChannelEventOf<'message'>> = {}): ChannelEventOf<'message'> => ({
  type: 'message',
  key: 'm:1',
  conversation: { externalId: 'g1', kind: 'group', title: '居民群' },
  at: '2026-11-21T08:00:00.000Z',
  sender: { externalId: 'u1', name: '陈阿姨', isBot: false },
  messageId: '1',
  text: '',
  attachments: [{ kind: 'voice', mimeType: 'audio/silk', fileName: 'a.silk', ref: 'v1' }],
  replyToId: null,
  quotedText: null,
  albumKey: null,
  toBot: false,
  forwarded: false,
  ...more,
});

describe('voice messages with a server that transcribes', () => {
  /** What the server was asked, and what it answers next. */
  const asked: { authorization: string | undefined; body: string }[] = [];
  let answer: { status: number; body: string } = { status: 200, body: '{}' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ authorization: request.headers.authorization, body: Buffer.concat(chunks).toString('latin1') });
      response.writeHead(request.url === '/v1/audio/transcriptions' ? answer.status : 404).end(answer.body);
    });
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  let inbox: RecordingInbox;
  let channel: FakeChannel;
  const listening = (key: string | null = null) => {
    const { port } = server.address() as AddressInfo;
    const transcriber = createTranscriber({ url: `http://127.0.0.1:${port}/v1`, model: 'small', key });
    return createTranscribingInbox({ inbox, channel, transcriber, log });
  };
  beforeEach(() => {
    asked.length = 0;
    inbox = new RecordingInbox();
    channel = new FakeChannel();
    channel.files.set('v1', new Uint8Array([1, 2, 3]));
  });

  it('are stored as they came, and told again as an edit with the words', async () => {
    answer = { status: 200, body: JSON.stringify({ text: ' 三栋电梯坏了 ' }) };
    const transcribing = listening('sesame');
    await transcribing.receive(voice());
    expect(inbox.events).toEqual([voice()]);
    await transcribing.settled();
    expect(inbox.events[1]).toMatchObject({
      type: 'edit',
      key: 'm:1:transcript',
      messageId: '1',
      text: '三栋电梯坏了',
    });
    expect(asked[0]?.authorization).toBe('Bearer sesame');
    expect(asked[0]?.body).toContain('name="model"\r\n\r\nsmall');
    expect(asked[0]?.body).toContain('filename="a.silk"');
    expect(asked[0]?.body).toContain('\x01\x02\x03');
  });

  it.each([
    { told: 'the server fails', prepared: { status: 500, body: '' } },
    { told: 'it answers nonsense', prepared: { status: 200, body: '[]' } },
    { told: 'nothing was said', prepared: { status: 200, body: '{"text":" "}' } },
  ])('are kept as they are when $told', async ({ prepared }) => {
    answer = prepared;
    const transcribing = listening();
    await transcribing.receive(voice());
    await transcribing.settled();
    expect(asked).toHaveLength(1);
    expect(inbox.events).toEqual([voice()]);
  });

  it('are kept when the recording is not to be had', async () => {
    channel.files.clear();
    const transcribing = listening();
    await transcribing.receive(voice());
    await transcribing.settled();
    expect(asked).toEqual([]);
    expect(inbox.events).toHaveLength(1);
  });

  it.each([
    { told: 'with words beside it', event: voice({ text: '听一下' }) },
    { told: 'that is a photo', event: voice({ attachments: [{ ...voice().attachments[0]!, kind: 'photo' }] }) },
  ])('leave a message $told alone', async ({ event }) => {
    const transcribing = listening();
    await transcribing.receive(event);
    await transcribing.settled();
    expect(asked).toEqual([]);
  });

  it('that cannot be stored are for the platform to deliver again', async () => {
    inbox.failNext();
    const transcribing = listening();
    await expect(transcribing.receive(voice())).rejects.toThrow('cannot be stored');
    await transcribing.settled();
    expect(asked).toEqual([]);
  });

  it('are with the server two at a time, and all of them in the end', async () => {
    answer = { status: 200, body: '{"text":"好"}' };
    const transcribing = listening();
    for (let id = 1; id <= 7; id += 1) await transcribing.receive(voice({ key: `m:${id}`, messageId: String(id) }));
    await transcribing.settled();
    expect(inbox.events.filter(({ type }) => type === 'edit')).toHaveLength(7);
  });
});
