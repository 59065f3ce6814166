// @ts-check
import { byId } from './dom.js';
import { ticketBy, ticketsOf } from './state.js';

/** What is chosen: a line, a ticket, and the ticket that lines are being tied to. */
export const chosen = { line: '', ticket: '', tying: '' };

/** @param {string} id */
export const lineElement = (id) => document.getElementById(`line-${id}`);
/** @param {string} key */
export const cardElement = (key) => document.getElementById(`ticket-${key}`);

/**
 * Marks lines and tickets that belong together. Without any, takes the marks away.
 * @param {readonly string[]} ids
 * @param {readonly string[]} keys
 */
export function light(ids, keys) {
  for (const element of document.querySelectorAll('.lit')) element.classList.remove('lit');
  for (const id of ids) lineElement(id)?.classList.add('lit');
  for (const key of keys) cardElement(key)?.classList.add('lit');
}

/** @param {string} id */
export function lightLine(id) {
  light(
    [id],
    ticketsOf(id).map(({ key }) => key),
  );
}

/** @param {string} key */
export function lightTicket(key) {
  light(ticketBy(key)?.messages ?? [], [key]);
}

/** What is chosen stays marked when the pointer is elsewhere. */
export function lightChosen() {
  if (chosen.tying || chosen.ticket) lightTicket(chosen.tying || chosen.ticket);
  else if (chosen.line) lightLine(chosen.line);
  else light([], []);
}

/** On a narrow screen only one of the two is seen.
 * @param {'chat' | 'tickets'} side */
export function showSide(side) {
  document.body.dataset['side'] = side;
  for (const tab of byId('tabs').querySelectorAll('button'))
    tab.setAttribute('aria-pressed', String(tab.dataset['side'] === side));
}

/** @param {HTMLElement | null} element */
export function bring(element) {
  element?.scrollIntoView({ block: 'center', behavior: 'auto' });
}

/**
 * Names of tickets may be anything in labels that somebody wrote; a colour follows from the name.
 * @param {string} key
 */
export function hueOf(key) {
  let sum = 0;
  for (const sign of key) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 360;
  return (sum * 137) % 360;
}
