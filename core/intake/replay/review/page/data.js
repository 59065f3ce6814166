// @ts-check
import { byId } from './dom.js';

/** @typedef {import('../review-data.ts').ReviewData} ReviewData */
/** @typedef {import('../review-data.ts').ReviewLine} Line */
/** @typedef {import('../review-data.ts').ReviewTicket} Ticket */

export const data = /** @type {ReviewData} */ (JSON.parse(byId('data').textContent ?? ''));
export const { words, lines } = data;

/** @type {ReadonlyMap<string, Line>} */
export const lineById = new Map(lines.map((line) => [line.id, line]));

/** Where a line stands in the chat. */
export const orderOf = new Map(lines.map(({ id }, at) => [id, at]));
