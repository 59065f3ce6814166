import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RecordingInbox, StorageFault } from '../../core/channel/testing/recording-inbox.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { TelegramBot, TelegramBotOptions } from './bot.ts';
import { choiceIds } from '../../core/tickets/choice-id.ts';
import { readableLog } from './testing/log-lines.ts';
import { startTelegramHarness } from './testing/telegram-harness.ts';
import type { TelegramHarness } from './testing/telegram-harness.ts';

const ROW = '019ab000-0000-7000-8000-000000000001';

/** Cannot store what is said in one chat, until it is mended. */
class PickyInbox extends RecordingInbox {
  readonly #brokenChat: string;
  #isBroken = true;

  constructor(brokenChat: number) {
    super();
    this.#brokenChat = String(brokenChat);
  }

  mend(): void {
    this.#isBroken = false;
  }

  override async receive(event: ChannelEvent): Promise<void> {
    if (this.#isBroken && event.conversation.externalId === this.#brokenChat) {
      this.handedOver.push(event);
      throw new StorageFault('not now');
    }
    await super.receive(event);
  }
}

describe('asking Telegram for updates', () => {
  let harness: TelegramHarness;
  let bots: TelegramBot[];
  const inbox = () => new RecordingInbox();

  beforeEach(async () => {
    bots = [];
    harness = await startTelegramHarness('polling');
  });
  afterEach(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    await harness.close();
  });

  async function listen(into: RecordingInbox, options: Partial<TelegramBotOptions> = {}): Promise<TelegramBot> {
    const bot = await harness.bot(options);
    bots.push(bot);
    await bot.start(into);
    return bot;
  }

  it('goes on in other chats when one cannot be stored, and loses nothing of that one', async () => {
    const { server } = harness;
    const [broken, sound] = [server.group({ title: '坏' }), server.group({ title: '好' })];
    const user = server.user({ name: '老李' });
    for (const group of [broken, sound]) group.join(user);
    const picky = new PickyInbox(broken.id);
    user.say(broken, '一');
    user.say(sound, '二');
    user.say(broken, '三');
    await listen(picky);
    await picky.next('message', (event) => event.text === '二');
    expect(picky.events).toHaveLength(1);
    expect(server.unacknowledged).toBeGreaterThan(0);
    picky.mend();
    await picky.next('message', (event) => event.text === '三');
    expect(picky.events.map((event) => ('text' in event ? event.text : ''))).toEqual(['二', '一', '三']);
  });

  it('stores what is said in different chats beside each other', async () => {
    const { server } = harness;
    const user = server.user({ name: '老李' });
    const groups = ['1号楼', '2号楼', '3号楼'].map((title) => server.group({ title }));
    const stuck = inbox();
    stuck.getStuck();
    for (const group of groups) {
      group.join(user);
      user.say(group, '停电');
    }
    await listen(stuck);
    await stuck.untilHandedOver(3);
    expect(new Set(stuck.handedOver.map((event) => event.conversation.externalId)).size).toBe(3);
  });

  it('has told Telegram what it received when it is stopped', async () => {
    const { server } = harness;
    const group = server.group({ title: '居民群' });
    const user = server.user({ name: '老李' });
    group.join(user);
    const heard = inbox();
    const bot = await listen(heard);
    user.say(group, '停电');
    await heard.next('message');
    await bot.stop();
    expect(server.unacknowledged).toBe(0);
  });

  it('takes away a webhook that is still set from before', async () => {
    const { server } = harness;
    const bot = await harness.bot({ webhook: { publicUrl: harness.publicUrl, path: '/old', secretToken: 's' } });
    await bot.start(inbox());
    await bot.stop();
    expect(server.webhook?.url).toBe(`${harness.publicUrl}/old`);
    const group = server.group({ title: '居民群' });
    const user = server.user({ name: '老李' });
    group.join(user);
    user.say(group, '停电');
    const heard = inbox();
    await listen(heard);
    await heard.next('message');
    expect(server.webhook).toBeNull();
  });

  it('outlives another process that asks with the same token, and says so', async () => {
    const { server } = harness;
    const { log, untilLine } = readableLog();
    const heard = inbox();
    await listen(heard, { log });
    server.fail(
      { kind: 'refuse', code: 409, description: 'Conflict: terminated by other getUpdates request' },
      { method: /getUpdates/, times: 2 },
    );
    const group = server.group({ title: '居民群' });
    const user = server.user({ name: '老李' });
    group.join(user);
    user.say(group, '一');
    expect(await untilLine(/same bot token/)).toMatchObject({ trouble: 'conflict', level: 40 });
    await untilLine(/tells updates again/);
    user.say(group, '二');
    await heard.next('message', (event) => event.text === '二');
  });

  it.each([
    { told: 'a dead connection', fault: { kind: 'reset' } as const },
    { told: 'a fault of Telegram', fault: { kind: 'server_error' } as const },
    { told: 'the request to wait', fault: { kind: 'too_many', retryAfterSeconds: 0 } as const },
    { told: 'an answer that nobody can read', fault: { kind: 'refuse', code: 418, description: 'teapot' } as const },
  ])('outlives $told', async ({ fault }) => {
    const { server } = harness;
    server.fail(fault, { method: /getUpdates|deleteWebhook/, times: 3 });
    const { log, untilLine } = readableLog();
    const heard = inbox();
    await listen(heard, { log });
    await untilLine(/tried again|left alone/);
    const group = server.group({ title: '居民群' });
    const user = server.user({ name: '老李' });
    group.join(user);
    user.say(group, '停电');
    expect((await heard.next('message')).text).toBe('停电');
  });

  it('does not hammer when the token is not accepted any more, says what to do, and comes back', async () => {
    const { server } = harness;
    const { log, lines, untilLine } = readableLog();
    const heard = inbox();
    server.revokeToken();
    await listen(heard, { log, pauses: { firstMs: 1, maxMs: 2, loggedOutMs: 300 } });
    expect(await untilLine(/@BotFather/)).toMatchObject({ trouble: 'logged_out', level: 50, pauseMs: 300 });
    server.revokeToken(false);
    const group = server.group({ title: '居民群' });
    const user = server.user({ name: '老李' });
    group.join(user);
    user.say(group, '停电');
    await heard.next('message');
    expect(lines.filter((line) => line.level === 50)).toHaveLength(1);
  });

  it('answers a press as soon as it is stored, and not before', async () => {
    const { server } = harness;
    const group = server.group({ title: '客服群' });
    const user = server.user({ name: '小赵' });
    group.join(user);
    const heard = inbox();
    heard.failNext(2);
    await listen(heard);
    await harness.channel.send({
      conversationId: String(group.id),
      sendKey: 'a',
      text: '新工单',
      choices: [[{ id: 'take', label: '接单' }]],
      files: [],
      replyToId: null,
      editId: null,
      reaction: null,
      poll: null,
      recallIds: [],
    });
    user.press(server.said(group)[0]!.wire, '接单');
    await server.waitForCall((call) => call.method === 'answerCallbackQuery');
    expect(heard.events).toHaveLength(1);
    expect(heard.handedOver).toHaveLength(3);
  });

  it.each([
    { told: 'a vote in a group', choiceId: choiceIds.about('consultation', 'v0', ROW), shown: '收到您的点选了' },
    {
      told: 'a ticket’s card, which changes before their eyes',
      choiceId: choiceIds.ticket('take', ROW),
      shown: undefined,
    },
  ])('shows whoever presses under $told: $shown', async ({ choiceId, shown }) => {
    const { server } = harness;
    const group = server.group({ title: '居民群' });
    const user = server.user({ name: '老李' });
    group.join(user);
    await listen(inbox());
    await harness.channel.send({
      conversationId: String(group.id),
      sendKey: 'a',
      text: '更换电梯？',
      choices: [[{ id: choiceId, label: '同意' }]],
      files: [],
      replyToId: null,
      editId: null,
      reaction: null,
      poll: null,
      recallIds: [],
    });
    user.press(server.said(group)[0]!.wire, '同意');
    const answered = await server.waitForCall((call) => call.method === 'answerCallbackQuery');
    expect(answered.fields['text']).toBe(shown);
  });

  it('tells nothing of what was said in the log', async () => {
    const { server } = harness;
    const { log, lines, untilLine } = readableLog();
    const group = server.group({ title: '保密群' });
    const user = server.user({ name: '保密人' });
    group.join(user);
    const heard = inbox();
    heard.failNext(1);
    await listen(heard, { log });
    user.say(group, '保密的话');
    await heard.next('message');
    await untilLine(/could not be stored/);
    expect(JSON.stringify(lines)).not.toMatch(/保密|AAtest/);
  });
});
