// @ts-check
import { avatar } from './avatar.js';
import { h, icon } from './dom.js';
import { Room } from './room.js';
import { recall, remember } from './state.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').RoomView} RoomView */
/** @typedef {import('../wire.ts').MessageView} MessageView */
/** @typedef {import('../wire.ts').PersonaView} PersonaView */

const narrow = matchMedia('(max-width: 820px)');

/** All open rooms: side by side where there is width, one at a time with tabs on a phone. */
export class Rooms {
  /** @type {Map<string, Room>} */
  #open = new Map();
  #state;
  #active = recall('active') ?? '';
  columns = h('main', { class: 'columns' });
  tabs = h('nav', { class: 'tabs', 'aria-label': words.rooms });

  /** @param {import('./state.js').State} state */
  constructor(state) {
    this.#state = state;
    document.addEventListener('visibilitychange', () => this.#lookAtAll());
    narrow.addEventListener('change', () => this.#lookAtAll());
  }

  /** Opens what is to be open and reads it (again). */
  async load() {
    const wanted = [...this.#state.rooms.values()].filter(
      (room) => room.kind === 'group' || this.#directs().includes(room.id),
    );
    for (const room of wanted) this.#add(room);
    if (!this.#open.has(this.#active)) this.#activate([...this.#open.keys()][0] ?? '');
    this.#activate(this.#active);
    await Promise.all([...this.#open.values()].map((room) => room.load()));
  }

  /** @param {MessageView} message */
  hear(message) {
    const room = this.#open.get(message.roomId);
    if (room) return room.hear(message);
    // The bot has something to say to one person alone: it must not go unseen.
    const view = this.#state.rooms.get(message.roomId);
    if (view && message.personaId === null) void this.#openDirect(view.id, false);
  }

  /** Names, members or the bot's presence have changed. */
  repaint() {
    for (const room of this.#open.values()) {
      room.paint();
      room.list.repaint();
    }
    this.#paintTabs();
  }

  /** @param {RoomView} view */
  #add(view) {
    if (this.#open.has(view.id)) return;
    const room = new Room(view, {
      state: this.#state,
      openDirect: (persona) => void this.#openDirect(persona.id, true),
      close: view.kind === 'direct' ? (id) => this.#close(id) : null,
      isLookedAt: (one) =>
        document.visibilityState === 'visible' && (!narrow.matches || this.#open.get(this.#active) === one),
      unreadChanged: () => this.#paintTabs(),
    });
    this.#open.set(view.id, room);
    this.columns.append(room.element);
  }

  /** @param {string} id @param {boolean} go */
  async #openDirect(id, go) {
    const view = this.#state.rooms.get(id);
    if (!view) return;
    remember('directs', [...new Set([...this.#directs(), id])].join(','));
    const isNew = !this.#open.has(id);
    this.#add(view);
    if (go) this.#activate(id);
    if (isNew) await this.#open.get(id)?.load();
    this.#open.get(id)?.element.scrollIntoView({ inline: 'end', block: 'nearest', behavior: 'smooth' });
    this.#paintTabs();
  }

  /** @param {string} id */
  #close(id) {
    remember(
      'directs',
      this.#directs()
        .filter((one) => one !== id)
        .join(','),
    );
    this.#open.get(id)?.element.remove();
    this.#open.delete(id);
    this.#activate([...this.#open.keys()][0] ?? '');
  }

  #directs() {
    return (recall('directs') ?? '').split(',').filter(Boolean);
  }

  /** @param {string} id */
  #activate(id) {
    this.#active = id;
    remember('active', id);
    for (const [one, room] of this.#open) room.element.classList.toggle('active', one === id);
    this.#paintTabs();
    const room = this.#open.get(id);
    if (!room) return;
    if (narrow.matches) room.list.toEnd();
    room.look();
  }

  #lookAtAll() {
    for (const room of this.#open.values()) room.look();
  }

  #paintTabs() {
    let unread = 0;
    const tabs = [...this.#open].map(([id, room]) => {
      unread += room.reading.unread;
      return this.#tab(id, room);
    });
    this.tabs.replaceChildren(...tabs);
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${words.botName}`;
  }

  /** @param {string} id @param {Room} room */
  #tab(id, { view, reading }) {
    const face =
      view.kind === 'direct'
        ? avatar({ id: view.personaId ?? '', name: view.title }, 'small')
        : h('span', { class: `avatar small group room-${id}` }, icon('people'));
    // "桂园小区居民群" is 居民群 on a tab: what the titles share says nothing there.
    const label = view.kind === 'direct' ? view.title : view.title.slice(this.#sharedLength());
    return h(
      'button',
      {
        type: 'button',
        class: 'tab',
        'aria-current': id === this.#active ? 'page' : null,
        onclick: () => this.#activate(id),
      },
      face,
      h('span', { class: 'tab-label' }, label),
      reading.unread > 0 &&
        h('span', { class: 'unread', 'aria-label': words.unread(reading.unread) }, String(reading.unread)),
    );
  }

  /** How much of their beginning the group titles share. */
  #sharedLength() {
    const titles = [...this.#open.values()].filter(({ view }) => view.kind === 'group').map(({ view }) => view.title);
    const [first = '', ...others] = titles;
    let length = 0;
    while (length < first.length - 1 && others.every((title) => title[length] === first[length])) length += 1;
    return others.length > 0 ? length : 0;
  }
}
