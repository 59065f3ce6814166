import { badRequest, forbidden, ApiFailure } from './wire.ts';
import type { WireChat, WireFile, WireMessage, WireUser } from './wire.ts';
import type { Upload } from './request.ts';
import { UpdateQueue } from './update-queue.ts';

export type Standing = 'administrator' | 'member' | 'left' | 'kicked';

/** One chat as the platform keeps it. */
export interface ChatState {
  chat: WireChat;
  members: Map<number, WireUser>;
  /** How the bot stands in it. */
  bot: Standing;
  botMayWrite: boolean;
  /** By number; a deleted message is gone. */
  messages: Map<number, WireMessage>;
  /** Emoji by message and account. */
  reactions: Map<number, Map<number, string[]>>;
  migratedTo: number | null;
  /** How many messages there ever were. */
  count: number;
}

export type MediaType = 'photo' | 'document' | 'video' | 'voice';

/** A file knows for ever as what it was sent. */
export interface KeptFile extends Upload {
  type: MediaType;
}

/** What is the same for a group and a direct chat: somewhere one can speak. */
export interface Place {
  readonly id: number;
}

/** The platform's memory: who is where, and what was said. */
export class World {
  readonly me: WireUser;
  readonly updates = new UpdateQueue();
  readonly chats = new Map<number, ChatState>();
  readonly files = new Map<string, KeptFile>();
  /** Presses that the bot has not answered yet. */
  readonly openPresses = new Set<string>();
  readonly #now: () => Date;
  readonly #changed: () => void;
  #serial = 500;

  constructor(me: WireUser, now: () => Date, changed: () => void) {
    this.me = me;
    this.#now = now;
    this.#changed = changed;
  }

  seconds(): number {
    return Math.floor(this.#now().getTime() / 1_000);
  }

  serial(): number {
    this.#serial += 1;
    return this.#serial;
  }

  /** To be called after whatever the bot did. */
  changed(): void {
    this.#changed();
  }

  open(chat: WireChat, bot: Standing): ChatState {
    const state: ChatState = {
      chat,
      members: new Map(),
      bot,
      botMayWrite: true,
      messages: new Map(),
      reactions: new Map(),
      migratedTo: null,
      count: 0,
    };
    this.chats.set(chat.id, state);
    return state;
  }

  stateOf(place: Place): ChatState {
    const state = this.chats.get(place.id);
    if (!state) throw new Error(`no chat ${place.id}`);
    return state;
  }

  /** Supergroups count their messages from 1; all other chats of an account share one count. */
  post(state: ChatState, content: Omit<WireMessage, 'message_id' | 'date' | 'chat'>): WireMessage {
    state.count += 1;
    const message_id = state.chat.type === 'supergroup' ? state.count : this.serial();
    const message: WireMessage = { message_id, date: this.seconds(), chat: { ...state.chat }, ...content };
    state.messages.set(message_id, message);
    return message;
  }

  keep(upload: Upload, type: MediaType): WireFile {
    const number = this.serial();
    const file_id = `file-${number}`;
    this.files.set(file_id, { ...upload, type });
    return {
      file_id,
      file_unique_id: `unique-${number}`,
      file_size: upload.bytes.length,
      file_name: upload.fileName,
      mime_type: upload.mimeType,
    };
  }

  /** The chat in which the bot wants to do something. @throws ApiFailure as Telegram would. */
  chatForBot(id: number | null): ChatState {
    const state = id === null ? undefined : this.chats.get(id);
    if (!state) throw badRequest('chat not found');
    const { type } = state.chat;
    if (state.migratedTo !== null) {
      throw new ApiFailure(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: state.migratedTo,
      });
    }
    if (state.bot === 'kicked' && type === 'private') throw forbidden('bot was blocked by the user');
    if (state.bot === 'left' && type === 'private') throw forbidden("bot can't initiate conversation with a user");
    if (state.bot === 'kicked') throw forbidden(`bot was kicked from the ${type} chat`);
    if (state.bot === 'left') throw forbidden(`bot is not a member of the ${type} chat`);
    return state;
  }

  /** Changes how the bot stands in a chat, and tells it. */
  moveBot(state: ChatState, bot: Standing, by: WireUser): void {
    const member = (status: Standing) => ({ status, user: this.me, ...(status === 'kicked' ? { until_date: 0 } : {}) });
    const old = state.bot;
    state.bot = bot;
    this.updates.add('my_chat_member', {
      chat: state.chat,
      from: by,
      date: this.seconds(),
      old_chat_member: member(old),
      new_chat_member: member(bot),
    });
  }
}
