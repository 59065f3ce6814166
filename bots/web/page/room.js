// @ts-check
import { act } from './act.js';
import { get } from './api.js';
import { Composer } from './composer.js';
import { h } from './dom.js';
import { acceptDrops } from './drop-files.js';
import { MessageList } from './message-list.js';
import { Outbox } from './outbox.js';
import { Reading } from './reading.js';
import { roomHeader } from './room-header.js';
import { speakerMenu } from './speaker-menu.js';
import { remember } from './state.js';
import { tips } from './tips.js';
import { toast, toastFailure } from './toast.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').RoomView} RoomView */
/** @typedef {import('../wire.ts').MessageView} MessageView */
/** @typedef {import('../wire.ts').HistoryView} HistoryView */
/** @typedef {import('../wire.ts').PersonaView} PersonaView */

/**
 * @typedef {object} RoomParts
 * @property {import('./state.js').State} state
 * @property {(persona: PersonaView) => void} openDirect
 * @property {((roomId: string) => void) | null} close for rooms that can be put away
 * @property {(room: Room) => boolean} isLookedAt
 * @property {() => void} unreadChanged
 */

/** One room: its column on a wide screen, its page on a phone. */
export class Room {
  #parts;
  #id;
  #more = false;
  #shownUnread = 0;
  #begun = false;
  /** What is heard while the room is being read, told once it has been. @type {MessageView[] | null} */
  #meanwhile = null;
  #loadingOlder = false;
  /** @type {HTMLElement | null} */
  #tips = null;

  /** @param {RoomView} view @param {RoomParts} parts */
  constructor(view, parts) {
    this.#parts = parts;
    this.#id = view.id;
    this.reading = new Reading(view.id);
    this.list = new MessageList({
      context: () => this.#context(),
      firstNew: () => this.reading.firstNew,
      onScroll: () => this.look(),
      onTop: () => void this.#loadOlder(),
      onKey: (event, message) => {
        if (event.key !== 'Enter' && event.key !== 'r') return;
        event.preventDefault();
        this.#composer.replyTo(message);
      },
    });
    this.outbox = new Outbox(
      (item) => this.list.addWaiting(item),
      (message) => this.hear(message),
    );
    this.#speaker = speakerMenu({
      room: view,
      members: () => parts.state.membersOf(this.view),
      speaker: () => this.speaker,
      choose: (persona) => this.speakAs(persona),
      openDirect: parts.openDirect,
    });
    this.#composer = new Composer({
      speaker: this.#speaker.element,
      nameOf: (id) => parts.state.nameOf(id),
      send: (words) => this.#send(words),
      saveEdit: ({ id }, text) => void this.#act(`/api/messages/${id}/edit`, { text }),
      lastOwn: () =>
        this.list.messages.findLast((one) => one.personaId === this.speaker?.id && !one.recalled && one.text !== ''),
    });
    this.#header = h('header', { class: 'room-header' });
    this.element = h(
      'section',
      { class: 'room', 'data-room': view.id, 'aria-label': view.title },
      this.#header,
      this.list.element,
      this.#composer.element,
    );
    acceptDrops(this.element, (files) => this.#composer.addFiles(files));
    this.paint();
  }

  #speaker;
  #composer;
  #header;

  get view() {
    return /** @type {RoomView} */ (this.#parts.state.rooms.get(this.#id));
  }

  get speaker() {
    return this.#parts.state.speakerIn(this.view);
  }

  /** Header, speaker and names again. */
  paint() {
    const { state, close } = this.#parts;
    roomHeader(this.#header, {
      room: this.view,
      members: state.membersOf(this.view).length,
      close: close && (() => close(this.#id)),
      setBot: (present) => void this.#act(`/api/rooms/${this.#id}/bot`, { present }),
      rename: (title) => void this.#act(`/api/rooms/${this.#id}/title`, { title }),
    });
    this.#speaker.paint();
    this.#composer.setPlaceholder(words.placeholder(this.speaker?.name ?? ''));
  }

  /** Reads the last messages, at first and whenever something may have been missed. */
  async load() {
    this.#meanwhile = [];
    try {
      /** @type {HistoryView} */
      const view = await get(`/api/rooms/${this.#id}/messages`);
      this.#take(view);
    } finally {
      const heard = this.#meanwhile;
      this.#meanwhile = null;
      for (const message of heard) this.hear(message);
    }
  }

  /** @param {HistoryView} view */
  #take({ messages, more }) {
    const known = this.list.messages.at(-1);
    const touches = known ? messages.some((message) => message.id === known.id) : this.#begun;
    if (touches) {
      for (const message of messages) this.#apply(message);
      return;
    }
    this.#begun = true;
    this.#more = more;
    this.reading.begin(messages);
    this.list.reset(messages);
    if (!known) this.list.toEnd();
    this.#showTips();
    this.look();
  }

  /** Something new, or something that has changed. @param {MessageView} message */
  hear(message) {
    if (this.#meanwhile) this.#meanwhile.push(message);
    else this.#apply(message);
  }

  /** @param {MessageView} message */
  #apply(message) {
    const wasAtEnd = this.list.isAtEnd();
    const isNew = !this.list.messages.some((one) => one.id === message.id);
    const writtenHere = this.outbox.settle(message.clientKey);
    const seen = writtenHere || (wasAtEnd && this.#parts.isLookedAt(this));
    if (isNew) this.#moveLine(message, { writtenHere, seen });
    this.list.upsert(message);
    if (isNew && message.personaId !== null) this.#tips?.remove();
    if (writtenHere || wasAtEnd) this.list.toEnd();
    this.look(seen);
  }

  /** @param {MessageView} message @param {{ writtenHere: boolean, seen: boolean }} how */
  #moveLine(message, { writtenHere, seen }) {
    const before = this.reading.firstNew;
    if (writtenHere) this.reading.firstNew = null;
    else if (!seen) this.reading.missed(message);
    if (before !== null && before !== this.reading.firstNew) this.list.refresh(String(before));
  }

  /** Takes note of what is before somebody's eyes. @param {boolean} [seen] */
  look(seen = this.list.isAtEnd() && this.#parts.isLookedAt(this)) {
    if (seen) this.reading.all(this.list.messages.at(-1)?.id);
    const { unread } = this.reading;
    this.list.showUnread(unread);
    if (this.#shownUnread === unread) return;
    this.#shownUnread = unread;
    this.#parts.unreadChanged();
  }

  /** @param {PersonaView} persona */
  speakAs(persona) {
    const { state } = this.#parts;
    if (!state.personas.has(persona.id)) state.personas.set(persona.id, persona);
    remember(`speaker:${this.#id}`, persona.id);
    this.paint();
    this.list.repaint();
    this.#composer.focus();
  }

  #context() {
    const { state } = this.#parts;
    return {
      speaker: this.speaker,
      nameOf: (/** @type {string | null} */ id) => state.nameOf(id),
      personaOf: (/** @type {string} */ id) => state.personas.get(id),
      jumpTo: (/** @type {string} */ id) => void this.#jumpTo(id),
      reply: (/** @type {MessageView} */ message) => this.#composer.replyTo(message),
      react: (/** @type {string} */ id, /** @type {string} */ emoji) =>
        void this.#act(`/api/messages/${id}/react`, { emoji }),
      edit: (/** @type {MessageView} */ message) => this.#composer.edit(message),
      recall: (/** @type {MessageView} */ { id }) => void this.#act(`/api/messages/${id}/recall`, {}),
      press: (/** @type {string} */ id, /** @type {string} */ choiceId) =>
        this.#act(`/api/messages/${id}/press`, { choiceId }),
      mentionBot: () => this.#composer.insert(`@${words.botName} `),
    };
  }

  /** @param {string} path @param {object} body */
  #act(path, body) {
    return act(path, { ...body, personaId: this.speaker?.id });
  }

  /** @param {{ text: string, files: File[], replyTo: MessageView | null }} said */
  #send({ text, files, replyTo }) {
    const { speaker } = this;
    if (!speaker) return;
    this.#tips?.remove();
    this.outbox.add({ roomId: this.#id, personaId: speaker.id, text, files, replyToId: replyTo?.id ?? null });
  }

  async #loadOlder() {
    const oldest = this.list.messages[0];
    if (!oldest || !this.#more || this.#loadingOlder) return;
    this.#loadingOlder = true;
    try {
      /** @type {HistoryView} */
      const { messages, more } = await get(`/api/rooms/${this.#id}/messages?before=${oldest.id}`);
      this.#more = more;
      this.list.prepend(messages);
    } catch (error) {
      toastFailure(error);
    } finally {
      this.#loadingOlder = false;
    }
  }

  /** @param {string} id */
  async #jumpTo(id) {
    while (!this.list.messages.some((message) => message.id === id)) {
      const before = this.list.messages.length;
      await this.#loadOlder();
      if (this.list.messages.length === before) return toast(words.gone);
    }
    this.list.flash(id);
  }

  #showTips() {
    this.#tips?.remove();
    this.#tips = null;
    if (this.list.messages.some((message) => message.personaId !== null)) return;
    this.#tips = tips(this.view, (text, files) => {
      this.#composer.fill(text);
      if (files) this.#composer.pickFiles();
    });
    if (this.#tips) this.#composer.element.before(this.#tips);
  }
}
