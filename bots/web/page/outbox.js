// @ts-check
import { sendMessage } from './api.js';
import { h, icon } from './dom.js';
import { toastFailure } from './toast.js';
import { words } from './words.js';

/** @typedef {import('./api.js').Outgoing} Outgoing */
/** @typedef {import('../wire.ts').MessageView} MessageView */

/** What somebody has written and the server has not confirmed: shown at once, kept until it is said or discarded. */
export class Outbox {
  /** @type {Map<string, HTMLElement>} */
  #waiting = new Map();
  #show;
  #said;
  /** One after the other, so that they arrive in the order in which they were written. @type {Promise<void>} */
  #line = Promise.resolve();

  /**
   * @param {(item: HTMLElement) => void} show
   * @param {(message: MessageView) => void} said
   */
  constructor(show, said) {
    this.#show = show;
    this.#said = said;
  }

  /** @param {Omit<Outgoing, 'clientKey'>} words */
  add(words) {
    const clientKey = newKey();
    const item = waitingItem({ ...words, clientKey });
    this.#waiting.set(clientKey, item);
    this.#show(item);
    this.#send({ ...words, clientKey });
  }

  /**
   * It was said. The live stream may be faster than the answer.
   * @param {string | null} clientKey
   * @returns {boolean} whether it was written in this window
   */
  settle(clientKey) {
    if (clientKey === null) return false;
    this.#waiting.get(clientKey)?.remove();
    return this.#waiting.delete(clientKey);
  }

  /** @param {Outgoing} message */
  #send(message) {
    this.#line = this.#line.then(() => this.#deliver(message));
  }

  /** @param {Outgoing} message */
  async #deliver(message) {
    try {
      this.#said(await sendMessage(message));
      this.settle(message.clientKey);
    } catch (error) {
      // Said all the same, and only the answer was lost.
      if (!this.#waiting.has(message.clientKey)) return;
      toastFailure(error);
      this.#offerRetry(message);
    }
  }

  /** @param {Outgoing} message */
  #offerRetry(message) {
    const item = this.#waiting.get(message.clientKey);
    item?.classList.add('failed');
    item?.querySelector('.state')?.replaceChildren(
      `${words.failed} · `,
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            item.classList.remove('failed');
            item.querySelector('.state')?.replaceChildren(icon('clock'));
            this.#send(message);
          },
        },
        words.retry,
      ),
      ' · ',
      h('button', { type: 'button', onclick: () => this.settle(message.clientKey) }, words.discard),
    );
  }
}

/** Works on an address without https, too, where `crypto.randomUUID` is not there. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {Outgoing} message */
function waitingItem({ text, files }) {
  const pictures = files.filter((file) => file.type.startsWith('image/'));
  const bubble = h(
    'div',
    { class: 'bubble' },
    pictures.length > 0 &&
      h(
        'div',
        { class: `photos of-${Math.min(pictures.length, 3)}` },
        pictures.map((file) => {
          const src = URL.createObjectURL(file);
          return h(
            'span',
            { class: 'photo' },
            h('img', { src, alt: file.name, onload: () => URL.revokeObjectURL(src) }),
          );
        }),
      ),
    files
      .filter((file) => !pictures.includes(file))
      .map((file) => h('span', { class: 'file' }, icon('file'), file.name)),
    h('div', { class: 'text' }, text, h('span', { class: 'marks state', 'aria-label': words.sending }, icon('clock'))),
  );
  return h('li', { class: 'message own' }, h('div', { class: 'row' }, h('div', { class: 'stack' }, bubble)));
}
