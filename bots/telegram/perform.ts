import type {
  InlineKeyboardMarkup,
  InputMediaDocument,
  InputMediaPhoto,
  InputMediaVideo,
  ReactionTypeEmoji,
  ReplyParameters,
} from 'telegraf/types';
import type { Choice, OutgoingFile, OutgoingMessage } from '../../core/channel/outgoing.ts';
import type { TelegramApi } from './api.ts';
import { editTroubleOf, isGone } from './failure.ts';
import { messageIdOf, numberWithin } from './message-id.ts';
import type { Step } from './plan.ts';

/** A message that cannot be asked of Telegram, because what it refers to is in another chat. */
export class UnaskableError extends Error {
  override readonly name = 'UnaskableError';
}

/** The ids of the messages that came of a step, none for a reaction or what was taken back; and of the poll that it is. */
export interface Performed {
  ids: string[];
  pollId?: string;
}

/**
 * Carries one step out.
 * @throws what {@link TelegramApi.call} throws, and UnaskableError.
 */
export async function perform(
  api: TelegramApi,
  message: OutgoingMessage,
  step: Step,
  isFirst: boolean,
): Promise<Performed> {
  const chat_id = Number(message.conversationId);
  const answering = isFirst ? replyTo(message) : {};
  const idOf = (sent: { message_id: number }): string => messageIdOf(chat_id, sent.message_id);
  switch (step.kind) {
    case 'react':
      await react(api, message, step.emoji);
      return { ids: [] };
    case 'recall':
      await takeBack(api, message, step.messageId);
      return { ids: [] };
    case 'edit':
      return { ids: [await edit(api, message, step.text, step.choices)] };
    case 'text': {
      // A preview of somebody else's page is not what the desk said.
      const words = { text: step.text, link_preview_options: { is_disabled: true } };
      const sent = await api.call('sendMessage', { chat_id, ...words, ...answering, ...keyboard(step.choices) });
      return { ids: [idOf(sent)] };
    }
    case 'file': {
      const extras = { chat_id, caption: step.caption, ...answering, ...keyboard(step.choices) };
      return { ids: [idOf(await sendFile(api, step.file, extras))] };
    }
    case 'album': {
      const media = await Promise.all(
        step.files.map((file, index) => albumItem(file, index === 0 ? step.caption : '')),
      );
      const sent = await api.call('sendMediaGroup', { chat_id, media, ...answering });
      return { ids: sent.map(idOf) };
    }
    case 'poll': {
      const { question, options, several } = step.poll;
      const asked = { question, options, is_anonymous: false, allows_multiple_answers: several };
      const sent = await api.call('sendPoll', { chat_id, ...asked, ...answering });
      return { ids: [idOf(sent)], pollId: sent.poll.id };
    }
  }
}

function replyTo(message: OutgoingMessage): { reply_parameters?: ReplyParameters } {
  const number = message.replyToId === null ? null : numberWithin(message.conversationId, message.replyToId);
  // A message from before the group's upgrade is gone where we speak now.
  if (number === null) return {};
  return { reply_parameters: { message_id: number, allow_sending_without_reply: true } };
}

function keyboard(choices: Choice[][]): { reply_markup?: InlineKeyboardMarkup } {
  const rows = choices.map((row) => row.map(({ id, label }) => ({ text: label, callback_data: id })));
  return rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } };
}

async function react(api: TelegramApi, message: OutgoingMessage, said: string): Promise<void> {
  // Telegram's list of reactions is written without the sign that asks for the coloured form (U+FE0F).
  const emoji = said.replaceAll('\u{FE0F}', '') as ReactionTypeEmoji['emoji'];
  await api.call('setMessageReaction', {
    chat_id: Number(message.conversationId),
    message_id: own(message, message.replyToId),
    reaction: [{ type: 'emoji', emoji }],
  });
}

/** https://core.telegram.org/bots/api#deletemessage: for 48 hours; later it is refused. */
async function takeBack(api: TelegramApi, message: OutgoingMessage, messageId: string): Promise<void> {
  const message_id = own(message, messageId);
  try {
    await api.call('deleteMessage', { chat_id: Number(message.conversationId), message_id });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

async function edit(api: TelegramApi, message: OutgoingMessage, text: string, choices: Choice[][]): Promise<string> {
  const message_id = own(message, message.editId);
  const target = { chat_id: Number(message.conversationId), message_id, ...keyboard(choices) };
  try {
    if (text === '') await api.call('editMessageReplyMarkup', target);
    else await editWords(api, target, text);
  } catch (error) {
    if (editTroubleOf(error) !== 'not_modified') throw error;
  }
  return messageIdOf(target.chat_id, message_id);
}

async function editWords(
  api: TelegramApi,
  target: { chat_id: number; message_id: number; reply_markup?: InlineKeyboardMarkup },
  text: string,
): Promise<void> {
  try {
    await api.call('editMessageText', { ...target, text, link_preview_options: { is_disabled: true } });
  } catch (error) {
    if (editTroubleOf(error) !== 'no_text') throw error;
    await api.call('editMessageCaption', { ...target, caption: text });
  }
}

function own(message: OutgoingMessage, messageId: string | null): number {
  const number = messageId === null ? null : numberWithin(message.conversationId, messageId);
  if (number === null) throw new UnaskableError('the message is in another chat');
  return number;
}

type FileExtras = {
  chat_id: number;
  caption: string;
  reply_parameters?: ReplyParameters;
  reply_markup?: InlineKeyboardMarkup;
};

async function sendFile(api: TelegramApi, file: OutgoingFile, extras: FileExtras): Promise<{ message_id: number }> {
  const media = await mediaOf(file);
  if (file.kind === 'photo') return api.call('sendPhoto', { ...extras, photo: media });
  if (file.kind === 'video') return api.call('sendVideo', { ...extras, video: media });
  if (file.kind === 'voice') return api.call('sendVoice', { ...extras, voice: media });
  return api.call('sendDocument', { ...extras, document: media });
}

type Media = string | { source: Buffer; filename?: string };
type AlbumItem = InputMediaPhoto | InputMediaVideo | InputMediaDocument;

async function albumItem(file: OutgoingFile, caption: string): Promise<AlbumItem> {
  const media = await mediaOf(file);
  if (file.kind === 'photo') return { type: 'photo', media, caption };
  if (file.kind === 'video') return { type: 'video', media, caption };
  return { type: 'document', media, caption };
}

async function mediaOf(file: OutgoingFile): Promise<Media> {
  if (file.ref !== null) return file.ref;
  const source = Buffer.from(await file.bytes());
  return file.fileName === null ? { source } : { source, filename: file.fileName };
}
