import type { Update } from 'telegraf/types';
import { describe, expect, it } from 'vitest';
import { channelEventSchema } from '../../../core/channel/event.ts';
import { laneOf, translateUpdate } from './update.ts';

const self = { id: 4711, username: 'Linli_Bot' };
const now = new Date('2026-12-31T23:59:59.500Z');
const group = { id: -55, type: 'group' as const, title: '1号楼' };
const chen = { id: 7, is_bot: false, first_name: '陈', last_name: '阿姨' };
const us = { id: 4711, is_bot: true, first_name: '邻里', username: 'Linli_Bot' };
const date = 1_798_761_599;
const at = '2026-12-31T23:59:59.000Z';

/** An update as it comes over the wire: telegraf's types do not know everything that Telegram sends. */
const wire = (content: object): Update => JSON.parse(JSON.stringify({ update_id: 9, ...content })) as Update;
const heard = (content: object) =>
  translateUpdate(wire(content), self, now).map((event) => channelEventSchema.parse(event));
const said = (message: object) => heard({ message: { message_id: 3, date, chat: group, from: chen, ...message } });

const command = (text: string) => ({
  text,
  entities: [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]!.length }],
});

describe('a message on Telegram', () => {
  it('is told with who, where and when', () => {
    expect(said({ text: '灯坏了' })).toEqual([
      {
        type: 'message',
        key: 'message:-55:3',
        conversation: { externalId: '-55', kind: 'group', title: '1号楼' },
        sender: { externalId: '7', name: '陈 阿姨', isBot: false },
        messageId: '-55:3',
        at,
        text: '灯坏了',
        attachments: [],
        replyToId: null,
        quotedText: null,
        albumKey: null,
        toBot: false,
        forwarded: false,
      },
    ]);
  });

  it.each([
    { told: 'a command', message: command('/status'), text: '/status', toBot: false },
    {
      told: 'a command with our name',
      message: command('/setup@linli_bot CODE 1'),
      text: '/setup CODE 1',
      toBot: true,
    },
    {
      told: 'our name',
      message: { text: '@linli_bot 进度', entities: [{ type: 'mention', offset: 0, length: 10 }] },
      text: '@linli_bot 进度',
      toBot: true,
    },
    {
      told: 'our account, mentioned without a name',
      message: { text: '邻里 进度', entities: [{ type: 'text_mention', offset: 0, length: 2, user: us }] },
      text: '邻里 进度',
      toBot: true,
    },
    {
      told: "somebody else's name",
      message: { text: '@linli_bot2 进度', entities: [{ type: 'mention', offset: 0, length: 11 }] },
      text: '@linli_bot2 进度',
      toBot: false,
    },
    {
      told: 'our name under a photo',
      message: {
        photo: [{ file_id: 'a' }, { file_id: 'b' }],
        caption: '看 @linli_bot',
        caption_entities: [{ type: 'mention', offset: 2, length: 10 }],
      },
      text: '看 @linli_bot',
      toBot: true,
    },
    {
      told: 'a place',
      message: { venue: { title: '南门', address: '1号' }, location: {} },
      text: '南门, 1号',
      toBot: false,
    },
  ])('with $told', ({ message, text, toBot }) => {
    expect(said(message)).toMatchObject([{ type: 'message', text, toBot }]);
  });

  it.each([
    { told: 'a command to another bot', message: command('/status@OtherBot') },
    { told: 'a pinned message', message: { pinned_message: { message_id: 1, date, chat: group } } },
    { told: 'a new photo of the group', message: { new_chat_photo: [] } },
    { told: 'the coming of the bot itself, which is told otherwise', message: { new_chat_members: [us] } },
    { told: 'the going of the bot itself', message: { left_chat_member: us } },
    {
      told: 'what is said in a channel',
      message: { text: '您好', chat: { id: -100, type: 'channel', title: '公告' } },
    },
  ])('is not for the desk when it is $told', ({ message }) => {
    expect(said(message)).toEqual([]);
  });

  it.each([
    { told: 'photo', message: { photo: [{ file_id: 'small' }, { file_id: 'large' }] }, kind: 'photo', ref: 'large' },
    {
      told: 'photo sent as a file',
      message: { document: { file_id: 'd', mime_type: 'image/png' } },
      kind: 'file',
      ref: 'd',
    },
    { told: 'document', message: { document: { file_id: 'd', mime_type: 'application/pdf' } }, kind: 'file', ref: 'd' },
    {
      told: 'animation',
      message: { animation: { file_id: 'g' }, document: { file_id: 'g' } },
      kind: 'video',
      ref: 'g',
    },
    { told: 'voice', message: { voice: { file_id: 'v' } }, kind: 'voice', ref: 'v' },
    { told: 'round video', message: { video_note: { file_id: 'n' } }, kind: 'video', ref: 'n' },
    { told: 'sticker', message: { sticker: { file_id: 's' } }, kind: 'sticker', ref: 's' },
  ])('may carry a $told', ({ message, kind, ref }) => {
    expect(said(message)).toMatchObject([{ text: '', attachments: [{ kind, ref }] }]);
  });

  it('of an anonymous administrator, or of a channel, has no account', () => {
    const anonymous = { from: { id: 1087968824, is_bot: true, first_name: 'Group' }, sender_chat: group };
    expect(said({ text: '通知', ...anonymous })).toMatchObject([
      { sender: { externalId: null, name: '1号楼', isBot: false } },
    ]);
    expect(said({ text: '通知', ...anonymous, author_signature: '经理' })).toMatchObject([
      { sender: { name: '经理' } },
    ]);
  });

  it('may be forwarded, part of an album, and a reply', () => {
    const message = {
      photo: [{ file_id: 'p' }],
      media_group_id: 'g1',
      forward_origin: { type: 'hidden_user', date, sender_user_name: 'x' },
      reply_to_message: { message_id: 2, date, chat: group, text: '?' },
    };
    expect(said(message)).toMatchObject([{ albumKey: 'g1', forwarded: true, replyToId: '-55:2' }]);
  });

  it('in a topic of a forum is no reply to the topic', () => {
    const topic = { message_id: 12, date, chat: group, forum_topic_created: { name: '维修' } };
    const inTopic = { text: '灯', message_thread_id: 12, is_topic_message: true };
    expect(said({ ...inTopic, reply_to_message: topic })).toMatchObject([{ replyToId: null }]);
    expect(said({ ...inTopic, reply_to_message: { ...topic, message_id: 13 } })).toMatchObject([
      { replyToId: '-55:13' },
    ]);
  });

  it('in a direct chat is always to the bot, and the chat is called like the person', () => {
    const chat = { id: 7, type: 'private', first_name: '陈' };
    expect(said({ text: '您好', chat })).toMatchObject([
      { toBot: true, conversation: { kind: 'direct', title: '陈', externalId: '7' } },
    ]);
  });

  it('that is edited twice within a second is edited twice', () => {
    const edited_message = { message_id: 3, date, edit_date: date, chat: group, from: chen, text: '灯' };
    const [one] = heard({ edited_message });
    const [two] = heard({ edited_message, update_id: 10 });
    expect(one).toMatchObject({ type: 'edit', messageId: '-55:3', at });
    expect(one?.key).not.toBe(two?.key);
    expect(heard({ edited_message })[0]?.key).toBe(one?.key);
  });
});

describe('the life of a group on Telegram', () => {
  const member = (status: string, user: object = us, more: object = {}) => ({ status, user, ...more });
  const change = (before: object, after: object) => ({
    chat: group,
    from: chen,
    date,
    old_chat_member: before,
    new_chat_member: after,
  });

  it.each([
    { told: 'added', before: member('left'), after: member('member'), type: 'bot_added' },
    { told: 'added as administrator', before: member('kicked'), after: member('administrator'), type: 'bot_added' },
    { told: 'removed', before: member('administrator'), after: member('kicked'), type: 'bot_removed' },
    { told: 'gone', before: member('member'), after: member('left'), type: 'bot_removed' },
    {
      told: 'restricted and gone',
      before: member('restricted', us, { is_member: true }),
      after: member('restricted', us, { is_member: false }),
      type: 'bot_removed',
    },
  ])('the bot is $told', ({ before, after, type }) => {
    expect(heard({ my_chat_member: change(before, after) })).toMatchObject([{ type, by: { externalId: '7' }, at }]);
  });

  it('a promotion of the bot is no coming', () => {
    expect(heard({ my_chat_member: change(member('member'), member('administrator')) })).toEqual([]);
  });

  it('a coming told twice has one key, the going another', () => {
    const others = member('member', chen);
    const [told] = said({ new_chat_members: [chen, us] });
    const [again] = heard({ chat_member: change(member('left', chen), others) });
    const [gone] = said({ left_chat_member: chen });
    expect(told).toMatchObject({ type: 'member_joined', members: [{ externalId: '7' }] });
    expect(again?.key).toBe(told?.key);
    expect(gone).toMatchObject({ type: 'member_left', member: { externalId: '7' } });
    expect(gone?.key).not.toBe(told?.key);
  });

  it('a new title and a new id are told', () => {
    expect(said({ new_chat_title: '2号楼' })).toMatchObject([{ type: 'group_renamed', name: '2号楼' }]);
    const supergroup = { id: -1009, type: 'supergroup', title: '1号楼' };
    const [before] = said({ migrate_to_chat_id: -1009 });
    const [after] = said({ chat: supergroup, migrate_from_chat_id: -55 });
    expect(before).toMatchObject({
      type: 'group_upgraded',
      conversation: { externalId: '-55' },
      newExternalId: '-1009',
    });
    expect(after).toMatchObject({
      type: 'group_upgraded',
      conversation: { externalId: '-55' },
      newExternalId: '-1009',
    });
    expect(after?.key).toBe(before?.key);
  });
});

describe('what people press and choose on Telegram', () => {
  const message = { message_id: 8, date: 0, chat: group };

  it('a press is told, also under a message that is too old to be shown', () => {
    expect(
      heard({ callback_query: { id: 'q1', from: chen, chat_instance: 'c', data: 'take', message } }),
    ).toMatchObject([{ type: 'button', key: 'press:q1', messageId: '-55:8', choiceId: 'take', at: now.toISOString() }]);
  });

  it('a press elsewhere is not for the desk', () => {
    expect(
      heard({ callback_query: { id: 'q1', from: chen, chat_instance: 'c', data: 'take', inline_message_id: 'x' } }),
    ).toEqual([]);
  });

  it('a reaction is told as what is left of it, emoji only', () => {
    const new_reaction = [
      { type: 'emoji', emoji: '👍' },
      { type: 'custom_emoji', custom_emoji_id: '5' },
    ];
    const message_reaction = { chat: group, message_id: 8, user: chen, date, old_reaction: [], new_reaction };
    expect(heard({ message_reaction })).toMatchObject([
      { type: 'reaction', messageId: '-55:8', emoji: ['👍'], sender: { externalId: '7' } },
    ]);
    const anonymous = { ...message_reaction, user: undefined, actor_chat: group };
    expect(heard({ message_reaction: anonymous })).toMatchObject([{ sender: { externalId: null, name: '1号楼' } }]);
  });

  it("a vote is told in the voter's direct chat", () => {
    expect(heard({ poll_answer: { poll_id: 'p', user: chen, option_ids: [0, 2] } })).toMatchObject([
      { type: 'poll_answer', conversation: { externalId: '7', kind: 'direct' }, options: [0, 2] },
    ]);
  });

  it('what Telegram invents tomorrow is passed over', () => {
    expect(heard({ purchased_paid_media: { from: chen } })).toEqual([]);
    expect(laneOf(wire({ purchased_paid_media: {} }))).toBe('');
  });
});
