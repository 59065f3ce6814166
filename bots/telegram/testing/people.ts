import { sizesOf } from './bot-speech.ts';
import type { WireEntity, WireMessage, WireUpdate, WireUser } from './wire.ts';
import type { ChatState, Place, World } from './world.ts';

export interface SayOptions {
  replyTo?: WireMessage;
  photo?: Uint8Array;
  /** A picture sent "as a file". */
  pictureFile?: Uint8Array;
  forwarded?: boolean;
  /** As the group itself, the way anonymous administrators speak. */
  anonymous?: boolean;
}

/** Somebody with an account. */
export class TestUser {
  readonly wire: WireUser;
  /** The direct chat with the bot. */
  readonly direct: Place;
  readonly #world: World;

  constructor(world: World, name: string) {
    const id = 40_000 + world.serial();
    this.#world = world;
    this.wire = { id, is_bot: false, first_name: name };
    this.direct = { id };
    // Until the person writes, the bot may not.
    world.open({ id, type: 'private', first_name: name }, 'left').members.set(id, this.wire);
  }

  get id(): number {
    return this.wire.id;
  }

  say(place: Place, text: string, options: SayOptions = {}): WireMessage {
    const { photo, pictureFile, ...rest } = options;
    const file = photo ? this.#photo(photo) : pictureFile && this.#pictureFile(pictureFile);
    return this.#post(place, file ? { ...file, ...captioned(text) } : worded(text), rest);
  }

  /** One message for each photo, the text under the first. */
  sayAlbum(place: Place, photos: readonly Uint8Array[], text: string, options: SayOptions = {}): WireMessage[] {
    const media_group_id = `album-${this.#world.serial()}`;
    return photos.map((photo, index) =>
      this.#post(place, { ...this.#photo(photo), ...captioned(index === 0 ? text : ''), media_group_id }, options),
    );
  }

  edit(message: WireMessage, text: string): WireMessage {
    const state = this.#world.stateOf(message.chat);
    const words = message.text === undefined ? captioned(text) : worded(text);
    const edited: WireMessage = { ...message, ...words, edit_date: this.#world.seconds() };
    state.messages.set(message.message_id, edited);
    this.#world.updates.add('edited_message', edited);
    return edited;
  }

  /** Presses the button with this label. */
  press(message: WireMessage, label: string): void {
    const shown = this.#world.stateOf(message.chat).messages.get(message.message_id);
    const button = shown?.reply_markup?.inline_keyboard.flat().find((one) => one.text === label);
    if (!button) throw new Error(`no button ${label} under message ${message.message_id}`);
    const id = `press-${this.#world.serial()}`;
    this.#world.openPresses.add(id);
    const query = { id, from: this.wire, message: shown, chat_instance: '1', data: button.callback_data };
    this.#world.updates.add('callback_query', query);
  }

  /** Leaves exactly these reactions on the message. */
  react(message: WireMessage, ...emoji: string[]): void {
    const state = this.#world.stateOf(message.chat);
    const all = state.reactions.get(message.message_id) ?? new Map<number, string[]>();
    const before = all.get(this.id) ?? [];
    state.reactions.set(message.message_id, all.set(this.id, emoji));
    const types = (some: readonly string[]) => some.map((one) => ({ type: 'emoji', emoji: one }));
    const told = { chat: state.chat, message_id: message.message_id, user: this.wire, date: this.#world.seconds() };
    if (state.bot === 'administrator' || state.chat.type === 'private') {
      this.#world.updates.add('message_reaction', { ...told, old_reaction: types(before), new_reaction: types(emoji) });
    }
  }

  /** Answers a poll of the bot; without options the answer is taken back. Nobody tells the bot of answers to an anonymous one. */
  vote(pollId: string, ...options: number[]): WireUpdate {
    return this.#world.updates.add('poll_answer', { poll_id: pollId, user: this.wire, option_ids: options });
  }

  block(): void {
    this.#world.moveBot(this.#world.stateOf(this.direct), 'kicked', this.wire);
  }

  unblock(): void {
    this.#world.moveBot(this.#world.stateOf(this.direct), 'member', this.wire);
  }

  #photo(bytes: Uint8Array): Pick<WireMessage, 'photo'> {
    return { photo: sizesOf(this.#world.keep({ bytes, fileName: 'photo.jpg', mimeType: 'image/jpeg' }, 'photo')) };
  }

  #pictureFile(bytes: Uint8Array): Pick<WireMessage, 'document'> {
    return { document: this.#world.keep({ bytes, fileName: 'photo.png', mimeType: 'image/png' }, 'document') };
  }

  #post(place: Place, content: Partial<WireMessage>, { replyTo, forwarded, anonymous }: SayOptions): WireMessage {
    const state = this.#world.stateOf(place);
    if (!state.members.has(this.id)) throw new Error(`${this.id} is not in chat ${place.id}`);
    if (state.chat.type === 'private' && state.bot === 'left') state.bot = 'member';
    const message = this.#world.post(state, {
      ...(anonymous ? { from: anonymousAdmin, sender_chat: state.chat } : { from: this.wire }),
      ...content,
      ...(replyTo ? { reply_to_message: withoutReply(replyTo) } : {}),
      ...(forwarded ? { forward_origin: hiddenOrigin(this.#world.seconds()) } : {}),
    });
    if (hears(state)) this.#world.updates.add('message', message);
    return message;
  }
}

/** Whom Telegram names with what a group says itself: https://core.telegram.org/bots/api#message */
const anonymousAdmin: WireUser = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

const hears = (state: ChatState): boolean => state.bot === 'administrator' || state.bot === 'member';

const hiddenOrigin = (date: number) => ({ type: 'hidden_user' as const, date, sender_user_name: '路人' });

/** A message that is replied to is shown without what it replied to itself. */
function withoutReply(message: WireMessage): WireMessage {
  const copy = { ...message };
  delete copy.reply_to_message;
  return copy;
}

function worded(text: string): Partial<WireMessage> {
  const entities = entitiesOf(text);
  return { text, ...(entities.length > 0 ? { entities } : {}) };
}

function captioned(text: string): Partial<WireMessage> {
  const caption_entities = entitiesOf(text);
  if (text === '') return {};
  return { caption: text, ...(caption_entities.length > 0 ? { caption_entities } : {}) };
}

function entitiesOf(text: string): WireEntity[] {
  const found = (type: WireEntity['type'], pattern: RegExp): WireEntity[] =>
    Array.from(text.matchAll(pattern), (match) => ({ type, offset: match.index, length: match[0].length }));
  return [...found('bot_command', /(?<!\S)\/\w{1,32}(?:@\w{3,32})?/g), ...found('mention', /(?<!\S)@\w{5,32}/g)];
}
