// @ts-check
import { h, icon } from './dom.js';
import { messageItem } from './message-item.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').MessageView} MessageView */
/** @typedef {import('./message-item.js').ItemContext} ItemContext */

const NEAR_END = 80;
const NEAR_TOP = 120;

/** The messages of a room, in the order of their ids, and where in them one looks. */
export class MessageList {
  /** @type {MessageView[]} */
  messages = [];
  /** @type {Map<string, HTMLElement>} */
  #items = new Map();
  #context;
  #firstNew;
  #list = h('ol', { class: 'messages' });
  #waiting = h('ol', { class: 'messages waiting' });
  #count = h('span');
  #jump = h(
    'button',
    { type: 'button', class: 'to-bottom', hidden: true, onclick: () => this.toEnd() },
    this.#count,
    icon('down'),
  );

  /**
   * @param {object} parts
   * @param {() => ItemContext} parts.context
   * @param {() => number | null} parts.firstNew
   * @param {() => void} parts.onScroll
   * @param {() => void} parts.onTop older messages are wanted
   * @param {(event: KeyboardEvent, message: MessageView) => void} parts.onKey
   */
  constructor({ context, firstNew, onScroll, onTop, onKey }) {
    this.#context = context;
    this.#firstNew = firstNew;
    this.log = h(
      'div',
      {
        class: 'log',
        role: 'log',
        'aria-label': words.messages,
        tabindex: '0',
        onscroll: () => {
          if (this.log.scrollTop < NEAR_TOP) onTop();
          onScroll();
        },
        onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event, onKey),
      },
      this.#list,
      this.#waiting,
    );
    this.element = h('div', { class: 'log-wrap' }, this.log, this.#jump);
    // Photos, fonts and the keyboard of a phone change heights: who was at the end stays there.
    let wasAtEnd = true;
    this.log.addEventListener('scroll', () => (wasAtEnd = this.isAtEnd()));
    new ResizeObserver(() => wasAtEnd && this.toEnd()).observe(this.log);
  }

  isAtEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_END;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** @param {number} unread */
  showUnread(unread) {
    this.#jump.hidden = this.isAtEnd();
    this.#count.textContent = unread > 0 ? words.unread(unread) : '';
    this.#jump.setAttribute('aria-label', unread > 0 ? words.unread(unread) : words.toBottom);
  }

  /** @param {MessageView[]} messages */
  reset(messages) {
    this.messages = [...messages];
    this.repaint();
  }

  /** Draws everything again: names or the speaker have changed. */
  repaint() {
    const end = this.isAtEnd();
    const top = this.log.scrollTop;
    this.#items.clear();
    this.#list.replaceChildren(...this.messages.map((_, index) => this.#draw(index)));
    if (end) this.toEnd();
    else this.log.scrollTop = top;
  }

  /** Older messages, oldest first; what is looked at stays where it is. @param {MessageView[]} older */
  prepend(older) {
    const fromEnd = this.log.scrollHeight - this.log.scrollTop;
    this.messages = [...older, ...this.messages];
    this.repaint();
    this.log.scrollTop = this.log.scrollHeight - fromEnd;
  }

  /** A new message, or one that has changed. Returns whether it is new. @param {MessageView} message */
  upsert(message) {
    const known = this.messages.findIndex((one) => one.id === message.id);
    if (known >= 0) {
      this.messages[known] = message;
      this.#redraw(known);
      return false;
    }
    const after = this.messages.findLastIndex((one) => Number(one.id) < Number(message.id));
    this.messages.splice(after + 1, 0, message);
    this.#redraw(after + 1);
    this.#redraw(after + 2);
    return true;
  }

  /** @param {string} id @returns {boolean} whether it is there */
  flash(id) {
    const item = this.#items.get(id);
    if (!item) return false;
    item.scrollIntoView({ block: 'center', behavior: 'smooth' });
    item.classList.add('flash');
    setTimeout(() => item.classList.remove('flash'), 1600);
    return true;
  }

  /** Draws one message again. @param {string} id */
  refresh(id) {
    this.#redraw(this.messages.findIndex((message) => message.id === id));
  }

  /** Shows what is on its way below everything else. @param {HTMLElement} item */
  addWaiting(item) {
    this.#waiting.append(item);
    this.toEnd();
  }

  /** @param {number} index */
  #draw(index) {
    const message = /** @type {MessageView} */ (this.messages[index]);
    const place = { before: this.messages[index - 1], isFirstNew: Number(message.id) === this.#firstNew() };
    const item = messageItem(message, place, this.#context());
    this.#items.set(message.id, item);
    return item;
  }

  /** @param {number} index */
  #redraw(index) {
    const message = this.messages[index];
    if (!message) return;
    const old = this.#items.get(message.id);
    const item = this.#draw(index);
    if (old) old.replaceWith(item);
    else this.#list.insertBefore(item, this.#list.children[index] ?? null);
  }

  /** @param {KeyboardEvent} event @param {(event: KeyboardEvent, message: MessageView) => void} onKey */
  #key(event, onKey) {
    const at = this.messages.findIndex((message) => this.#items.get(message.id) === document.activeElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const message = this.messages[at];
    if (step !== 0 && (event.target === this.log || message)) {
      event.preventDefault();
      const next = this.messages[at < 0 ? this.messages.length - 1 : at + step];
      if (next) this.#items.get(next.id)?.focus();
    } else if (message) {
      onKey(event, message);
    }
  }
}
