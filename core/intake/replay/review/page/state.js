// @ts-check
import { data, lineById, orderOf } from './data.js';

/** @typedef {import('./data.js').Ticket} Ticket */
/**
 * A ticket as it stands after what the reader changed. `made` is what linli made of it: null for one that the reader added, or that was
 * loaded. `verdict` is the reader's.
 * @typedef {Ticket & { made: Ticket | null, found: boolean, verdict: 'matter' | 'none' | null }} Judged
 */
/** @typedef {{ tickets: Judged[], either: string[] }} State */

/** @type {State} */
let state = { tickets: data.tickets.map((ticket) => judged(ticket, structuredClone(ticket))), either: [] };
/** @type {State[]} */
const past = [];
/** Whether there is anything that was not saved. */
let unsaved = false;
/** @type {((change: 'all' | 'some') => void)[]} */
const listeners = [];

/**
 * @param {Ticket} ticket
 * @param {Ticket | null} made
 * @returns {Judged}
 */
export function judged(ticket, made) {
  return { ...structuredClone(ticket), made, found: false, verdict: null };
}

/** @param {(change: 'all' | 'some') => void} listener told after every change */
export const onChange = (listener) => void listeners.push(listener);
export const tickets = () => state.tickets;
/** @param {string} key */
export const ticketBy = (key) => state.tickets.find((ticket) => ticket.key === key) ?? null;
/** @param {string} id */
export const ticketsOf = (id) => state.tickets.filter(({ messages }) => messages.includes(id));
/** @param {string} id */
export const isEither = (id) => state.either.includes(id);
export const eitherIds = () => state.either;
export const canUndo = () => past.length > 0;
export const isUnsaved = () => unsaved;
export const nowSaved = () => void (unsaved = false);

/**
 * Changes what stands, so that it can be undone.
 * @param {(next: State) => void} how
 */
export function change(how) {
  past.push(structuredClone(state));
  if (past.length > 200) past.shift();
  how(state);
  unsaved = true;
  for (const listener of listeners) listener('some');
}

/** @param {State} next */
export function replaceAll(next) {
  past.push(state);
  state = next;
  unsaved = false;
  for (const listener of listeners) listener('all');
}

export function undo() {
  const before = past.pop();
  if (!before) return;
  state = before;
  unsaved = true;
  for (const listener of listeners) listener('all');
}

/**
 * Ties a line to a ticket, or unties it. Lines are kept in the order of the chat.
 * @param {string} key
 * @param {string} id
 * @param {boolean} [tied] left out: the other way round than it is
 */
export function tie(key, id, tied) {
  const ticket = ticketBy(key);
  if (!ticket || !lineById.has(id)) return;
  const is = ticket.messages.includes(id);
  if (is === tied) return;
  change((next) => {
    const changed = next.tickets.find((one) => one.key === key);
    if (!changed) return;
    changed.messages = is
      ? changed.messages.filter((one) => one !== id)
      : [...changed.messages, id].sort((a, b) => (orderOf.get(a) ?? 0) - (orderOf.get(b) ?? 0));
    next.either = next.either.filter((one) => one !== id);
  });
}

/** @param {string} id */
export function toggleEither(id) {
  change((next) => {
    next.either = next.either.includes(id) ? next.either.filter((one) => one !== id) : [...next.either, id];
  });
}

/**
 * A matter that linli missed: a ticket of its own, which begins with that line.
 * @param {string} id
 * @param {Pick<Ticket, 'kind' | 'area'>} as
 * @returns {string} its key
 */
export function addMissed(id, as) {
  const numbers = state.tickets.map(({ key }) => Number(/^t(\d+)$/.exec(key)?.[1] ?? 0));
  const key = `t${Math.max(0, ...numbers) + 1}`;
  change((next) => {
    next.either = next.either.filter((one) => one !== id);
    next.tickets.push({
      key,
      messages: [id],
      ...as,
      urgency: 'normal',
      place: { building: null, unit: null, room: null, spot: null },
      sensitive: false,
      answeredBy: null,
      solvedBy: null,
      summary: lineById.get(id)?.text ?? '',
      doubtful: false,
      why: [],
      made: null,
      found: true,
      verdict: null,
    });
  });
  return key;
}

/**
 * @param {string} key
 * @param {(ticket: Judged) => void} how
 */
export function changeTicket(key, how) {
  change((next) => {
    const ticket = next.tickets.find((one) => one.key === key);
    if (ticket) how(ticket);
  });
}

/**
 * What the reader changed of a ticket, by field.
 * @param {Judged} ticket
 * @returns {Set<string>}
 */
export function correctionsOf(ticket) {
  const found = new Set(ticket.found ? ['found'] : []);
  const { made } = ticket;
  if (ticket.verdict !== null) found.add('verdict');
  if (!made) return found;
  for (const field of /** @type {const} */ (['kind', 'area', 'urgency', 'sensitive']))
    if (made[field] !== ticket[field]) found.add(field);
  for (const part of /** @type {const} */ (['building', 'unit', 'room', 'spot']))
    if (made.place[part] !== ticket.place[part]) found.add('place');
  if (made.messages.join('\n') !== ticket.messages.join('\n')) found.add('messages');
  return found;
}
