import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RecordingInbox } from '../../core/channel/testing/recording-inbox.ts';
import type { TelegramBot } from './bot.ts';
import { readableLog } from './testing/log-lines.ts';
import { secretToken, startTelegramHarness } from './testing/telegram-harness.ts';
import type { TelegramHarness } from './testing/telegram-harness.ts';

const update = {
  update_id: 1,
  message: {
    message_id: 3,
    date: 1_798_761_599,
    chat: { id: -55, type: 'group', title: '1号楼' },
    from: { id: 7, is_bot: false, first_name: '陈' },
    text: '停电',
  },
};

describe('being called by Telegram', () => {
  let harness: TelegramHarness;
  let bot: TelegramBot;
  let inbox: RecordingInbox;

  beforeEach(async () => {
    harness = await startTelegramHarness('webhook');
    bot = await harness.bot();
    inbox = new RecordingInbox();
  });
  afterEach(async () => {
    await bot.stop();
    await harness.close();
  });

  async function call(headers: Record<string, string>, body: string = JSON.stringify(update)): Promise<number> {
    const url = `${harness.publicUrl}${bot.webhook?.path}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return response.status;
  }
  const right = { 'x-telegram-bot-api-secret-token': secretToken };

  it('tells Telegram the address, the secret, and what it wants to hear', async () => {
    await bot.start(inbox);
    expect(harness.server.webhook).toEqual({ url: `${harness.publicUrl}/telegram/4711`, secretToken });
    const { fields } = await harness.server.waitForCall((made) => made.method === 'setWebhook');
    expect(fields['allowed_updates']).toEqual(expect.arrayContaining(['message', 'message_reaction', 'chat_member']));
  });

  it.each([
    { told: 'without a secret', headers: {} },
    { told: 'with a wrong secret', headers: { 'x-telegram-bot-api-secret-token': `${secretToken}x` } },
    { told: 'with an empty secret', headers: { 'x-telegram-bot-api-secret-token': '' } },
  ])('a call $told is turned away, and nothing is stored', async ({ headers }) => {
    await bot.start(inbox);
    expect(await call(headers)).toBe(403);
    expect(await call(right)).toBe(200);
    expect(inbox.handedOver).toHaveLength(1);
  });

  it.each([
    { told: 'what is no JSON', body: '{', status: 400 },
    { told: 'what is no update', body: '{"hello":1}', status: 400 },
    { told: 'what is far too large', body: JSON.stringify({ ...update, x: 'x'.repeat(2_000_000) }), status: 413 },
  ])('$told is answered with $status', async ({ body, status }) => {
    await bot.start(inbox);
    expect(await call(right, body)).toBe(status);
    expect(inbox.handedOver).toEqual([]);
  });

  it('only listens to calls that bring something', async () => {
    await bot.start(inbox);
    const response = await fetch(`${harness.publicUrl}${bot.webhook?.path}`, { headers: right });
    expect(response.status).toBe(405);
  });

  it('is answered with a fault when it could not be stored, and with success when it could', async () => {
    await bot.start(inbox);
    inbox.failNext();
    expect(await call(right)).toBe(500);
    expect(await call(right)).toBe(200);
    expect(inbox.events).toHaveLength(1);
  });

  it('is put off before the bot is started and after it is stopped', async () => {
    expect(await call(right)).toBe(503);
    await bot.start(inbox);
    await bot.stop();
    expect(await call(right)).toBe(503);
    expect(inbox.handedOver).toEqual([]);
  });

  it('passes over what cannot be read, instead of being called with it for ever', async () => {
    await bot.start(inbox);
    expect(await call(right, JSON.stringify({ update_id: 2, message: { message_id: 4 } }))).toBe(200);
    expect(inbox.handedOver).toEqual([]);
  });

  it('does not let one chat wait for another', async () => {
    await bot.start(inbox);
    inbox.getStuck();
    const other = { ...update, message: { ...update.message, chat: { ...update.message.chat, id: -56 } } };
    const calls = [call(right), call(right, JSON.stringify(other))];
    await inbox.untilHandedOver(2);
    await bot.stop();
    expect(await Promise.all(calls)).toEqual([503, 503]);
  });

  it('keeps the address set when it is stopped, for those who stand behind it too', async () => {
    await bot.start(inbox);
    await bot.stop();
    expect(harness.server.webhook).not.toBeNull();
  });

  it('tells Telegram the address again and again while Telegram is away', async () => {
    const { log, untilLine } = readableLog();
    harness.server.fail({ kind: 'server_error' }, { method: /setWebhook/, times: 3 });
    bot = await harness.bot({ log });
    await bot.start(inbox);
    expect(harness.server.webhook).toBeNull();
    await untilLine(/calls at the public address/);
    expect(harness.server.webhook).not.toBeNull();
  });
});
