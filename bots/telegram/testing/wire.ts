/** The shapes of the Bot API as far as the test server speaks it: https://core.telegram.org/bots/api#available-types */
export interface WireUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
}

export interface WireChat {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title?: string;
  first_name?: string;
}

export interface WireButton {
  text: string;
  callback_data: string;
}

export interface WireKeyboard {
  inline_keyboard: WireButton[][];
}

export interface WireFile {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  file_name?: string;
  mime_type?: string;
}

export interface WireEntity {
  type: 'bot_command' | 'mention';
  offset: number;
  length: number;
}

export interface WirePoll {
  id: string;
  question: string;
  options: { text: string; voter_count: number }[];
  is_anonymous: boolean;
  allows_multiple_answers: boolean;
}

export interface WireMessage {
  message_id: number;
  date: number;
  chat: WireChat;
  from?: WireUser;
  sender_chat?: WireChat;
  text?: string;
  entities?: WireEntity[];
  caption?: string;
  caption_entities?: WireEntity[];
  photo?: (WireFile & { width: number; height: number })[];
  document?: WireFile;
  video?: WireFile;
  voice?: WireFile;
  poll?: WirePoll;
  media_group_id?: string;
  reply_to_message?: WireMessage;
  reply_markup?: WireKeyboard;
  forward_origin?: { type: 'hidden_user'; date: number; sender_user_name: string };
  edit_date?: number;
  new_chat_members?: WireUser[];
  left_chat_member?: WireUser;
  new_chat_title?: string;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
}

/** One of the update's optional fields, without its number. */
export type WireNews = Record<string, unknown>;
export type WireUpdate = WireNews & { update_id: number };

/** What the Bot API answers instead of a result. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly code: number;
  readonly description: string;
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number } | undefined;

  constructor(code: number, description: string, parameters?: { retry_after?: number; migrate_to_chat_id?: number }) {
    super(description);
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }
}

export const badRequest = (what: string): ApiFailure => new ApiFailure(400, `Bad Request: ${what}`);
export const forbidden = (what: string): ApiFailure => new ApiFailure(403, `Forbidden: ${what}`);
