import { keyboardOf, prepareMedia, reactionOf, sendPoll, sendWords } from './bot-speech.ts';
import { numberOf, objectOf, listOf, textOf } from './request.ts';
import type { Params } from './request.ts';
import { badRequest } from './wire.ts';
import type { WireMessage } from './wire.ts';
import type { World } from './world.ts';

/** https://core.telegram.org/bots/api#deletemessage */
const DELETABLE_SECONDS = 48 * 3_600;

type Method = (world: World, params: Params, gone: AbortSignal) => unknown;

/** The methods of the Bot API, with the refusals that Telegram gives. */
export const botMethods: Readonly<Record<string, Method>> = {
  getMe: (world) => ({
    ...world.me,
    can_join_groups: true,
    can_read_all_group_messages: true,
    supports_inline_queries: false,
  }),

  getUpdates: (world, { fields }, gone) => {
    if (fields['allowed_updates'] !== undefined) world.updates.allow(listOf(fields['allowed_updates']));
    const waitMs = (numberOf(fields['timeout']) ?? 0) * 1_000;
    return world.updates.ask(numberOf(fields['offset']) ?? 0, numberOf(fields['limit']) ?? 100, waitMs, gone);
  },

  setWebhook: (world, { fields }) => {
    if (fields['allowed_updates'] !== undefined) world.updates.allow(listOf(fields['allowed_updates']));
    const url = textOf(fields['url']);
    const secret = fields['secret_token'];
    if (secret !== undefined && !/^[\w-]{1,256}$/.test(textOf(secret))) {
      throw badRequest('secret token contains unallowed characters');
    }
    world.updates.setWebhook(
      url === '' ? null : { url, secretToken: secret === undefined ? undefined : textOf(secret) },
    );
    return true;
  },

  deleteWebhook: (world) => {
    world.updates.setWebhook(null);
    return true;
  },

  sendMessage: (world, params) => sendWords(world, params),
  sendPhoto: (world, params) => prepareMedia(world, params, 'photo')(),
  sendDocument: (world, params) => prepareMedia(world, params, 'document')(),
  sendVideo: (world, params) => prepareMedia(world, params, 'video')(),
  sendPoll: (world, params) => sendPoll(world, params),
  sendVoice: (world, params) => prepareMedia(world, params, 'voice')(),

  sendMediaGroup: (world, params) => {
    const media = listOf(params.fields['media']).map((item) => objectOf(item) ?? {});
    if (media.length < 2 || media.length > 10) throw badRequest('media group must include 2-10 items');
    const kinds = new Set(media.map((item) => textOf(item['type'])));
    if (kinds.has('document') && kinds.size > 1) throw badRequest("document can't be mixed with other media types");
    const media_group_id = `album-${world.serial()}`;
    const prepared = media.map((item) => {
      const kind = textOf(item['type']);
      if (kind !== 'photo' && kind !== 'video' && kind !== 'document') throw badRequest('wrong type of the media');
      const fields = { ...params.fields, [kind]: item['media'], caption: item['caption'] };
      return prepareMedia(world, { ...params, fields }, kind, media_group_id);
    });
    return prepared.map((post) => post());
  },

  editMessageText: (world, params) => {
    const text = textOf(params.fields['text']).trim();
    if (text === '') throw badRequest('message text is empty');
    if (text.length > 4096) throw badRequest('MESSAGE_TOO_LONG');
    return edit(world, params, (message) => {
      if (message.text === undefined) throw badRequest('there is no text in the message to edit');
      return { ...message, text };
    });
  },

  editMessageCaption: (world, params) =>
    edit(world, params, (message) => {
      if (message.text !== undefined) throw badRequest('there is no caption in the message to edit');
      return { ...message, caption: textOf(params.fields['caption']).trim() };
    }),

  editMessageReplyMarkup: (world, params) => edit(world, params, (message) => message),

  setMessageReaction: (world, { fields }) => {
    const state = world.chatForBot(numberOf(fields['chat_id']));
    const number = numberOf(fields['message_id']) ?? 0;
    if (!state.messages.has(number)) throw badRequest('message to react not found');
    const emoji = listOf(fields['reaction']).map(reactionOf);
    const reactions = state.reactions.get(number) ?? new Map<number, string[]>();
    state.reactions.set(number, reactions.set(world.me.id, emoji));
    return true;
  },

  answerCallbackQuery: (world, { fields }) => {
    const known = world.openPresses.delete(textOf(fields['callback_query_id']));
    if (!known) throw badRequest('query is too old and response timeout expired or query ID is invalid');
    return true;
  },

  deleteMessage: (world, { fields }) => {
    const state = world.chatForBot(numberOf(fields['chat_id']));
    const number = numberOf(fields['message_id']) ?? 0;
    const message = state.messages.get(number);
    if (!message) throw badRequest('message to delete not found');
    if (world.seconds() - message.date > DELETABLE_SECONDS) throw badRequest("message can't be deleted for everyone");
    state.messages.delete(number);
    return true;
  },

  leaveChat: (world, { fields }) => {
    const state = world.chatForBot(numberOf(fields['chat_id']));
    if (state.chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
    world.moveBot(state, 'left', world.me);
    return true;
  },

  getChat: (world, { fields }) => world.chatForBot(numberOf(fields['chat_id'])).chat,

  getFile: (world, { fields }) => {
    const file_id = textOf(fields['file_id']);
    const file = world.files.get(file_id);
    if (!file) throw badRequest('invalid file_id');
    return { file_id, file_unique_id: file_id, file_size: file.bytes.length, file_path: `documents/${file_id}` };
  },

  setMyCommands: () => true,
};

function edit(world: World, { fields }: Params, change: (message: WireMessage) => WireMessage): WireMessage {
  const state = world.chatForBot(numberOf(fields['chat_id']));
  const message = state.messages.get(numberOf(fields['message_id']) ?? 0);
  if (!message) throw badRequest('message to edit not found');
  if (message.from?.id !== world.me.id) throw badRequest("message can't be edited");
  const { reply_markup: before, edit_date: _, ...rest } = change(message);
  const after = keyboardOf(fields['reply_markup']);
  const isSame =
    rest.text === message.text && rest.caption === message.caption && JSON.stringify(before) === JSON.stringify(after);
  if (isSame) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  const edited = { ...rest, edit_date: world.seconds(), ...(after ? { reply_markup: after } : {}) };
  state.messages.set(message.message_id, edited);
  return edited;
}
