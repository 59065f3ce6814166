import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBotApiServer } from './bot-api-server.ts';
import type { BotApiServer } from './bot-api-server.ts';
import type { TestGroup } from './group.ts';
import type { TestUser } from './people.ts';
import type { WireMessage } from './wire.ts';

interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: unknown;
}

describe('the Bot API server for tests', () => {
  let server: BotApiServer;
  let group: TestGroup;
  let user: TestUser;

  beforeEach(async () => {
    server = await startBotApiServer();
    group = server.group({ title: '居民群' });
    user = server.user({ name: '老李' });
    group.join(user);
  });
  afterEach(() => server.close());

  async function call(method: string, fields: object = {}, token: string = server.token): Promise<Answer> {
    const response = await fetch(`${server.apiRoot}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    const answer = (await response.json()) as Answer;
    expect(response.status).toBe(answer.ok ? 200 : answer.error_code);
    return answer;
  }
  const keyboard = (callback_data: string) => ({ inline_keyboard: [[{ text: '接单', callback_data }]] });

  it.each<{ told: string; fields: object; description: string }>([
    { told: 'no words', fields: { text: ' \n' }, description: 'Bad Request: message text is empty' },
    { told: 'too many words', fields: { text: '长'.repeat(4_097) }, description: 'Bad Request: message is too long' },
    {
      told: 'a button that remembers too much',
      fields: { text: '您好', reply_markup: keyboard('字'.repeat(22)) },
      description: 'Bad Request: BUTTON_DATA_INVALID',
    },
    {
      told: 'a reply to what is not there',
      fields: { text: '您好', reply_parameters: { message_id: 99_999 } },
      description: 'Bad Request: message to be replied not found',
    },
    { told: 'an unknown chat', fields: { chat_id: 12, text: '您好' }, description: 'Bad Request: chat not found' },
  ])('refuses $told', async ({ fields, description }) => {
    expect(await call('sendMessage', { chat_id: group.id, ...fields })).toEqual({
      ok: false,
      error_code: 400,
      description,
    });
    expect(server.said(group)).toEqual([]);
  });

  it.each([
    { told: '4096 characters', fields: { text: '长'.repeat(4_096) } },
    { told: 'a button with 64 bytes', fields: { text: '您好', reply_markup: keyboard('x'.repeat(64)) } },
    {
      told: 'a reply to what is not there, if that does not matter',
      fields: { text: '您好', reply_parameters: { message_id: 99_999, allow_sending_without_reply: true } },
    },
  ])('takes $told', async ({ fields }) => {
    expect(await call('sendMessage', { chat_id: group.id, ...fields })).toMatchObject({ ok: true });
  });

  it.each([
    {
      told: 'a document as a photo',
      sent: 'pictureFile',
      method: 'sendPhoto',
      field: 'photo',
      says: 'Document as Photo',
    },
    {
      told: 'a photo as a document',
      sent: 'photo',
      method: 'sendDocument',
      field: 'document',
      says: 'Photo as Document',
    },
  ])('does not send $told, by itself or in an album', async ({ sent, method, field, says }) => {
    const fileIn = (message: WireMessage) => message.photo?.at(-1)?.file_id ?? message.document?.file_id;
    const bytes = new Uint8Array([1, 2, 3]);
    const wrong = fileIn(user.say(group, '', { [sent]: bytes }));
    const right = fileIn(user.say(group, '', { [sent === 'photo' ? 'pictureFile' : 'photo']: bytes }));
    const refused = { ok: false, error_code: 400, description: `Bad Request: can't use file of type ${says}` };
    expect(await call(method, { chat_id: group.id, [field]: wrong })).toEqual(refused);
    const media = [right, wrong].map((file) => ({ type: field, media: file }));
    expect(await call('sendMediaGroup', { chat_id: group.id, media })).toEqual(refused);
    expect(server.said(group)).toEqual([]);
    expect(await call(method, { chat_id: group.id, [field]: right })).toMatchObject({ ok: true });
  });

  it('knows its token, and its methods', async () => {
    expect(await call('getMe', {}, '4711:wrong')).toMatchObject({ error_code: 401 });
    expect(await call('getMe', {}, 'nonsense')).toMatchObject({ error_code: 404 });
    expect(await call('makeCoffee')).toMatchObject({ error_code: 404 });
  });

  it('lets one ask for updates at a time, and none while a webhook is set', async () => {
    const first = call('getUpdates', { timeout: 50 });
    await server.untilAsked();
    const second = call('getUpdates', { timeout: 50 });
    expect(await first).toMatchObject({ error_code: 409 });
    user.say(group, '停电');
    expect(await second).toMatchObject({ ok: true, result: [{ message: { text: '停电' } }] });
    await call('setWebhook', { url: 'http://127.0.0.1:9/nobody' });
    expect(await call('getUpdates')).toMatchObject({ error_code: 409 });
  });

  it('keeps an update until a later one is asked for', async () => {
    user.say(group, '一');
    user.say(group, '二');
    const updates = async (offset: number): Promise<{ update_id: number }[]> =>
      ((await call('getUpdates', { offset })).result ?? []) as { update_id: number }[];
    const [first, second] = await updates(0);
    expect(await updates(0)).toHaveLength(2);
    expect(await updates(first!.update_id + 1)).toEqual([second]);
    expect(await updates(second!.update_id + 1)).toEqual([]);
  });

  it('tells of reactions only where the bot is an administrator and has asked for them', async () => {
    const message = user.say(group, '谢谢');
    user.react(message, '👍');
    expect(server.unacknowledged).toBe(1);
    await call('getUpdates', { allowed_updates: ['message', 'message_reaction'] });
    user.react(message, '🎉');
    expect(server.unacknowledged).toBe(2);
  });

  it('names the new id of an upgraded group under the old one', async () => {
    const oldId = group.id;
    const newId = group.upgrade();
    expect(await call('sendMessage', { chat_id: oldId, text: '您好' })).toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id: newId },
    });
    expect(await call('sendMessage', { chat_id: newId, text: '您好' })).toMatchObject({ ok: true });
  });

  it('refuses to change what is not different, or not the bot’s', async () => {
    await call('sendMessage', { chat_id: group.id, text: '您好' });
    const { message_id } = server.said(group)[0]!.wire;
    const edit = (id: number, text: string) => call('editMessageText', { chat_id: group.id, message_id: id, text });
    expect((await edit(message_id, '您好')).description).toContain('message is not modified');
    expect(await edit(message_id, '再见')).toMatchObject({ ok: true });
    expect((await edit(user.say(group, '我的').message_id, '你的')).description).toContain("can't be edited");
  });

  it('brings what people do to whoever waits for what the bot says', async () => {
    const seen = server.waitFor((message) => message.text === '已接单');
    await call('sendMessage', { chat_id: group.id, text: '新工单', reply_markup: keyboard('take') });
    await call('editMessageText', {
      chat_id: group.id,
      message_id: server.said(group)[0]!.wire.message_id,
      text: '已接单',
    });
    expect((await seen).chatId).toBe(group.id);
  });
});
