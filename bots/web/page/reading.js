// @ts-check
import { recall, remember } from './state.js';

/** @typedef {import('../wire.ts').MessageView} MessageView */

/** How far a room has been read in this browser, and where the line "new messages" stands. */
export class Reading {
  #roomId;
  /** @type {number | null} null on the first visit */
  #readUpTo;
  /** @type {number | null} what this browser remembers already */
  #stored;
  /** @type {number | null} the first new message when the line was drawn */
  firstNew = null;
  unread = 0;

  /** @param {string} roomId */
  constructor(roomId) {
    this.#roomId = roomId;
    const stored = recall(`read:${roomId}`);
    this.#readUpTo = stored === null ? null : Number(stored);
    this.#stored = this.#readUpTo;
  }

  /** What was there when the room is opened. On the first visit all of it counts as read. @param {MessageView[]} messages */
  begin(messages) {
    const last = Number(messages.at(-1)?.id ?? 0);
    if (this.#readUpTo === null) return this.#store(last);
    for (const message of messages) if (Number(message.id) > this.#readUpTo) this.#count(message);
  }

  /** A message that nobody has looked at. @param {MessageView} message */
  missed(message) {
    if (Number(message.id) > (this.#readUpTo ?? 0)) this.#count(message);
  }

  /** Everything has been looked at. The line stays until the next time something is missed. @param {string | undefined} lastId */
  all(lastId) {
    this.unread = 0;
    this.#store(Math.max(Number(lastId ?? 0), this.#readUpTo ?? 0));
  }

  /** @param {MessageView} message */
  #count(message) {
    if (this.unread === 0) this.firstNew = Number(message.id);
    this.unread += 1;
    this.#readUpTo = Math.max(this.#readUpTo ?? 0, Number(message.id));
  }

  /** @param {number} id */
  #store(id) {
    this.#readUpTo = id;
    if (this.#stored === id) return;
    this.#stored = id;
    remember(`read:${this.#roomId}`, String(id));
  }
}
