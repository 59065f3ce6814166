import type { Message } from 'telegraf/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingFile, OutgoingMessage } from '../../core/channel/outgoing.ts';
import { createTelegramChannel, TelegramAccountError } from './channel.ts';
import type { TelegramChannel } from './channel.ts';
import { startBotApiServer } from './testing/bot-api-server.ts';
import type { BotApiServer } from './testing/bot-api-server.ts';
import type { TestGroup } from './testing/group.ts';
import type { TestUser } from './testing/people.ts';
import { silent } from './testing/telegram-harness.ts';
import { attachmentsOf } from './translate/attachments.ts';

describe('speaking on Telegram', () => {
  let server: BotApiServer;
  let channel: TelegramChannel;
  let group: TestGroup;
  let user: TestUser;

  beforeEach(async () => {
    server = await startBotApiServer();
    const { token, apiRoot } = server;
    channel = await createTelegramChannel({ token, apiRoot, log: silent, fetchTimeoutMs: 1_000 });
    group = server.group({ title: '居民群' });
    user = server.user({ name: '老李' });
    group.join(user);
  });
  afterEach(() => server.close());

  /** Every message has a key of its own. */
  let keys = 0;
  const message = (some: Partial<OutgoingMessage>): OutgoingMessage => ({
    conversationId: String(group.id),
    sendKey: `key-${(keys += 1)}`,
    text: '',
    choices: [],
    files: [],
    replyToId: null,
    editId: null,
    reaction: null,
    poll: null,
    recallIds: [],
    ...some,
  });
  const photo = (): OutgoingFile => ({
    kind: 'photo',
    fileName: '图.jpg',
    mimeType: 'image/jpeg',
    ref: null,
    bytes: () => Promise.resolve(new Uint8Array([1, 2, 3])),
  });
  const parts = Array.from({ length: 3 }, (_, index) => String(index).repeat(4_000));

  it('goes by the account that the token stands for', () => {
    expect(channel).toMatchObject({ name: 'telegram', account: server.account, self: { username: server.username } });
  });

  it.each([
    { told: 'unknown', token: '4711:wrong', kind: 'logged_out' },
    { told: 'no token at all', token: 'nonsense', kind: 'logged_out' },
  ])('is impossible with a token that is $told, and says what to do', async ({ token, kind }) => {
    const opening = createTelegramChannel({ token, apiRoot: server.apiRoot, log: silent });
    const error = await opening.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TelegramAccountError);
    expect(error).toMatchObject({ failure: { kind }, message: expect.stringContaining('TELEGRAM_BOT_TOKEN') });
  });

  it('is impossible while nobody answers', async () => {
    const { token, apiRoot } = server;
    server.fail({ kind: 'reset' }, { method: /getMe/ });
    const opening = createTelegramChannel({ token, apiRoot, log: silent });
    await expect(opening).rejects.toMatchObject({ failure: { kind: 'platform_down' } });
  });

  it.each([
    { told: 'asks to wait', fault: { kind: 'too_many', retryAfterSeconds: 3 } as const, kind: 'must_wait' },
    { told: 'breaks down', fault: { kind: 'server_error' } as const, kind: 'platform_down' },
  ])('goes on where it stopped when Telegram $told in the middle of a long text', async ({ fault, kind }) => {
    const long = message({ text: parts.join('\n') });
    server.fail(fault, { after: 1 });
    expect(await channel.send(long)).toMatchObject({ kind: 'failed', failure: { kind } });
    expect(server.said(group)).toHaveLength(1);
    const outcome = await channel.send(long);
    expect(server.said(group).map((said) => said.text)).toEqual(parts);
    expect(outcome).toEqual({ kind: 'sent', externalIds: server.said(group).map((said) => said.id) });
  });

  it('does not say anew what is still being said', async () => {
    const long = message({ text: parts.join('\n') });
    server.fail({ kind: 'hang' }, { after: 1 });
    const first = channel.send(long);
    await server.waitForCall((call) => call.fields['text'] === parts[1]);
    const second = channel.send(long);
    expect(await first).toMatchObject({ failure: { kind: 'platform_down' } });
    expect(await second).toEqual(await first);
    expect(server.said(group)).toHaveLength(1);
    await channel.send(long);
    expect(server.said(group).map((said) => said.text)).toEqual(parts);
  });

  it('does not say again what got through after nobody waited for it any more', async () => {
    const long = message({ text: parts.join('\n') });
    const outcome = await channel.send(long);
    expect(await channel.send(long)).toEqual(outcome);
    expect(server.said(group).map((said) => said.text)).toEqual(parts);
  });

  it('says the words from their beginning when a file between them was refused', async () => {
    const files = [photo(), { ...photo(), kind: 'voice' as const }];
    const said = message({ text: '看图', files });
    server.fail({ kind: 'refuse', code: 400, description: 'Bad Request: VOICE_MESSAGES_FORBIDDEN' }, { after: 1 });
    expect(await channel.send(said)).toMatchObject({ failure: { kind: 'refused' } });
    expect(await channel.send({ ...said, files: [] })).toMatchObject({ kind: 'sent' });
    expect(server.said(group).map((one) => one.text)).toEqual(['', '看图']);
  });

  it.each([
    { told: 'photo', sent: { photo: new Uint8Array([1, 2, 3]) }, kind: 'photo' },
    { told: 'picture sent as a file', sent: { pictureFile: new Uint8Array([1, 2, 3]) }, kind: 'document' },
  ] as const)('passes a $told on as what it came', async ({ sent, kind }) => {
    const wire = user.say(group, '看', sent);
    const [attachment] = attachmentsOf(JSON.parse(JSON.stringify(wire)) as Message);
    expect(attachment).toBeDefined();
    const { kind: fileKind, ref } = attachment!;
    const file = { ...photo(), kind: fileKind as OutgoingFile['kind'], ref };
    expect(await channel.send(message({ text: '新工单', files: [file] }))).toMatchObject({ kind: 'sent' });
    expect(server.said(group)[0]?.wire[kind]).toBeDefined();
  });

  it.each([
    { told: 'reset before anything was done', fault: { kind: 'reset' } as const, said: 0 },
    { told: 'reset after it was done', fault: { kind: 'reset', afterwards: true } as const, said: 1 },
    { told: 'silent after it was done', fault: { kind: 'hang', afterwards: true } as const, said: 1 },
  ])('says that the platform is down when the connection is $told', async ({ fault, said }) => {
    server.fail(fault);
    expect(await channel.send(message({ text: '您好' }))).toMatchObject({ failure: { kind: 'platform_down' } });
    expect(server.said(group)).toHaveLength(said);
  });

  it('does not reach somebody who never wrote to the bot', async () => {
    const outcome = await channel.send(message({ conversationId: String(user.direct.id), text: '您好' }));
    expect(outcome).toMatchObject({ failure: { kind: 'unreachable' } });
  });

  it('is not possible where the bot may not write', async () => {
    group.letBotWrite(false);
    expect(await channel.send(message({ text: '您好' }))).toMatchObject({ failure: { kind: 'not_a_member' } });
  });

  it('says in words what Telegram does not know as a reaction', async () => {
    const replyToId = server.idOf(user.say(group, '停电'));
    const outcome = await channel.send(message({ text: '收到', reaction: '🧾', replyToId }));
    expect(outcome).toMatchObject({ kind: 'sent' });
    expect(server.said(group)).toMatchObject([{ text: '收到', replyToId }]);
  });

  it('knows reactions in their coloured form as well', async () => {
    const asked = user.say(group, '谢谢');
    await channel.send(message({ text: '', reaction: '❤️', replyToId: server.idOf(asked) }));
    expect(server.botReactions(asked)).toEqual(['❤']);
  });

  it('changes the words under a photo, and choices alone', async () => {
    const choices = [[{ id: 'take', label: '接单' }]];
    await channel.send(message({ text: '新工单', files: [photo()], choices }));
    const [card] = server.said(group);
    await channel.send(message({ text: '已接单', editId: card!.id, choices }));
    expect(server.said(group)).toMatchObject([{ text: '已接单', hasFile: true, buttons: [['接单']] }]);
    await channel.send(message({ text: '', editId: card!.id }));
    expect(server.said(group)).toMatchObject([{ text: '已接单', buttons: [] }]);
  });

  it('sends a file under its own name, and an album as one', async () => {
    await channel.send(message({ files: [{ ...photo(), kind: 'file', fileName: '公告.pdf' }] }));
    await channel.send(message({ text: '两张', files: [photo(), photo()] }));
    const [file, ...album] = server.said(group);
    expect(file?.wire.document?.file_name).toBe('公告.pdf');
    expect(new Set(album.map((said) => said.wire.media_group_id)).size).toBe(1);
    expect(album.map((said) => said.text)).toEqual(['两张', '']);
  });

  it('does not reply to, nor change, what was said before the group was upgraded', async () => {
    const before = server.idOf(user.say(group, '停电'));
    group.upgrade();
    // The same number exists in the new group, as something else.
    expect(await channel.send(message({ text: '已登记', replyToId: before }))).toMatchObject({ kind: 'sent' });
    expect(server.said(group)).toMatchObject([{ replyToId: null }]);
    expect(await channel.send(message({ text: '已登记', editId: before }))).toMatchObject({
      failure: { kind: 'refused' },
    });
  });

  it('cannot take back what is older than 48 hours, nor what was said before the group was upgraded', async () => {
    await channel.send(message({ text: '今晚停水' }));
    const [old] = server.said(group);
    const tooOld = {
      kind: 'refuse',
      code: 400,
      description: "Bad Request: message can't be deleted for everyone",
    } as const;
    server.fail(tooOld, { method: /^deleteMessage$/ });
    const recallIds = [old!.id];
    expect(await channel.send(message({ recallIds }))).toMatchObject({ failure: { kind: 'refused' } });
    expect(server.said(group)).toHaveLength(1);
    group.upgrade();
    expect(await channel.send(message({ recallIds }))).toMatchObject({ failure: { kind: 'refused' } });
  });

  it('takes back what it can reach, and waits when Telegram asks to', async () => {
    await channel.send(message({ text: '今晚停水' }));
    const recallIds = server.said(group).map(({ id }) => id);
    server.fail({ kind: 'too_many', retryAfterSeconds: 3 });
    const recall = message({ recallIds });
    expect(await channel.send(recall)).toMatchObject({ failure: { kind: 'must_wait', waitMs: 3_000 } });
    expect(await channel.send(recall)).toEqual({ kind: 'sent', externalIds: [] });
    expect(server.said(group)).toEqual([]);
  });

  it('throws when a file of ours cannot be read: that is not for the platform to answer', async () => {
    const gone = { ...photo(), bytes: () => Promise.reject(new Error('the disk is gone')) };
    await expect(channel.send(message({ files: [gone] }))).rejects.toThrow('the disk is gone');
  });

  it('does not leave a group that it is not in', async () => {
    group.removeBot(user);
    expect(await channel.leave(String(group.id))).toMatchObject({ failure: { kind: 'not_a_member' } });
  });
});
