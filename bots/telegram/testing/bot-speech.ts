import { numberOf, objectOf, listOf, textOf } from './request.ts';
import type { Params, Upload } from './request.ts';
import { badRequest } from './wire.ts';
import type { WireFile, WireKeyboard, WireMessage } from './wire.ts';
import type { ChatState, MediaType, World } from './world.ts';

export function sendWords(world: World, params: Params): WireMessage {
  const state = chatToWriteIn(world, params);
  if (params.fields['parse_mode'] !== undefined) throw badRequest('unsupported parse_mode');
  const text = textOf(params.fields['text']).trim();
  if (text === '') throw badRequest('message text is empty');
  if (text.length > 4096) throw badRequest('message is too long');
  return world.post(state, { from: world.me, text, ...around(state, params) });
}

export function sendPoll(world: World, params: Params): WireMessage {
  const { fields } = params;
  const state = chatToWriteIn(world, params);
  const question = textOf(fields['question']).trim();
  const options = listOf(fields['options']).map((option) => textOf(objectOf(asObject(option))?.['text']).trim());
  if (question === '') throw badRequest('poll question must be non-empty');
  if (question.length > 300) throw badRequest('poll question length must not exceed 300');
  if (options.length < 2) throw badRequest('poll must have at least 2 option');
  if (options.length > 10) throw badRequest("poll can't have more than 10 options");
  if (options.includes('')) throw badRequest('poll options must be non-empty');
  if (options.some((option) => option.length > 100)) throw badRequest('poll options length must not exceed 100');
  const poll = {
    id: `poll-${world.serial()}`,
    question,
    options: options.map((text) => ({ text, voter_count: 0 })),
    is_anonymous: fields['is_anonymous'] !== false && fields['is_anonymous'] !== 'false',
    allows_multiple_answers: fields['allows_multiple_answers'] === true || fields['allows_multiple_answers'] === 'true',
  };
  return world.post(state, { from: world.me, poll, ...around(state, params) });
}

/** Options are objects with a text, or, as in older versions, the text alone. */
const asObject = (option: unknown): unknown => (typeof option === 'string' ? { text: option } : option);

/** Checks what is to be sent, and returns what sends it: of an album nothing is sent when one item is refused. */
export function prepareMedia(world: World, params: Params, kind: MediaType, album?: string): () => WireMessage {
  const state = chatToWriteIn(world, params);
  const caption = textOf(params.fields['caption']).trim();
  if (caption.length > 1024) throw badRequest('message caption is too long');
  const file = fileOf(world, params, kind);
  const content = {
    from: world.me,
    ...(kind === 'photo' ? { photo: sizesOf(file) } : { [kind]: file }),
    ...(caption === '' ? {} : { caption }),
    ...(album === undefined ? {} : { media_group_id: album }),
    ...around(state, params),
  };
  return () => world.post(state, content);
}

export function sizesOf(file: WireFile): NonNullable<WireMessage['photo']> {
  const { file_id, file_unique_id, file_size } = file;
  const small = {
    file_id: `${file_id}-small`,
    file_unique_id: `${file_unique_id}-small`,
    file_size: 1,
    width: 90,
    height: 60,
  };
  return [small, { file_id, file_unique_id, file_size, width: 1280, height: 853 }];
}

export function keyboardOf(value: unknown): WireKeyboard | undefined {
  if (value === undefined) return undefined;
  const rows = listOf(objectOf(value)?.['inline_keyboard']).map((row) =>
    listOf(row).map((button) => {
      const { text, callback_data } = objectOf(button) ?? {};
      if (textOf(text) === '') throw badRequest("can't parse inline keyboard button: text is empty");
      const size = Buffer.byteLength(textOf(callback_data));
      if (size < 1 || size > 64) throw badRequest('BUTTON_DATA_INVALID');
      return { text: textOf(text), callback_data: textOf(callback_data) };
    }),
  );
  return { inline_keyboard: rows };
}

/** Some of those that Telegram knows; others are refused as Telegram refuses them. */
const knownReactions = new Set([
  '👍',
  '👎',
  '❤',
  '🔥',
  '👏',
  '😢',
  '🎉',
  '🙏',
  '👌',
  '👀',
  '💯',
  '🤝',
  '✍',
  '🫡',
  '🆒',
]);

export function reactionOf(value: unknown): string {
  const emoji = textOf(objectOf(value)?.['emoji']);
  if (!knownReactions.has(emoji)) throw badRequest('REACTION_INVALID');
  return emoji;
}

function chatToWriteIn(world: World, { fields }: Params): ChatState {
  const state = world.chatForBot(numberOf(fields['chat_id']));
  if (!state.botMayWrite) throw badRequest('not enough rights to send text messages to the chat');
  return state;
}

function around(state: ChatState, { fields }: Params): Pick<WireMessage, 'reply_to_message' | 'reply_markup'> {
  const markup = keyboardOf(fields['reply_markup']);
  const repliedTo = replyOf(state, fields['reply_parameters']);
  return { ...(markup ? { reply_markup: markup } : {}), ...(repliedTo ? { reply_to_message: repliedTo } : {}) };
}

function replyOf(state: ChatState, value: unknown): WireMessage | null {
  if (value === undefined) return null;
  const reply = objectOf(value) ?? {};
  const message = state.messages.get(numberOf(reply['message_id']) ?? 0);
  if (message) return message;
  if (reply['allow_sending_without_reply'] === true) return null;
  throw badRequest('message to be replied not found');
}

function fileOf(world: World, { fields, uploads }: Params, kind: MediaType): WireFile {
  const name = textOf(fields[kind]);
  const upload: Upload | undefined = uploads.get(name.startsWith('attach://') ? name.slice('attach://'.length) : kind);
  if (upload) return world.keep(upload, kind);
  const known = world.files.get(name);
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified');
  // Whatever is no photo is a document to Telegram, and may be sent as any kind of them.
  if ((known.type === 'photo') !== (kind === 'photo')) {
    throw badRequest(`can't use file of type ${typeName[known.type]} as ${typeName[kind]}`);
  }
  return { file_id: name, file_unique_id: name, file_size: known.bytes.length, file_name: known.fileName };
}

const typeName: Record<MediaType, string> = {
  photo: 'Photo',
  document: 'Document',
  video: 'Video',
  voice: 'VoiceNote',
};
