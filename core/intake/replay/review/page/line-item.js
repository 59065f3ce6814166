// @ts-check
import { data, lineById, words } from './data.js';
import { button, choice, fill, h } from './dom.js';
import { bring, cardElement, chosen, hueOf, lightChosen, lightLine, lineElement, showSide } from './highlight.js';
import { addMissed, isEither, ticketsOf, tie, toggleEither } from './state.js';
import { openCard } from './ticket-card.js';

/** @typedef {import('./data.js').Line} Line */

/** @param {string} text */
const shortened = (text) => (text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text);

/**
 * One message of the chat.
 * @param {Line} line
 */
export function lineItem(line) {
  const quoted = line.replyTo === null ? undefined : lineById.get(line.replyTo);
  const marks = [line.photo && words.photo, line.voice && words.voice, line.forwarded && words.forwarded].filter(
    Boolean,
  );
  return h(
    'li',
    {
      id: `line-${line.id}`,
      class: `line${line.staff ? ' staff' : ''}`,
      tabindex: -1,
      draggable: 'true',
      'data-id': line.id,
    },
    h(
      'div',
      { class: 'by' },
      h('b', { dir: 'auto' }, line.name || '—'),
      line.staff && h('span', { class: 'badge' }, words.staff),
      h('time', { datetime: `${line.day}T${line.time}` }, line.time),
      h('span', { class: 'id' }, `#${line.id}`),
    ),
    quoted &&
      h(
        'p',
        { class: 'quote', dir: 'auto' },
        fill(words.repliesTo, { name: quoted.name, text: shortened(quoted.text) }),
      ),
    h(
      'p',
      { dir: 'auto' },
      marks.length > 0 && h('span', { class: 'mark' }, `${marks.join(' ')} `),
      line.text || (marks.length === 0 ? h('span', { class: 'mark' }, words.noWords) : ''),
    ),
    h('div', { class: 'ties' }),
  );
}

/**
 * Brings the marks of a line up to date.
 * @param {string} id
 */
export function refreshLine(id) {
  const ties = lineElement(id)?.querySelector('.ties');
  if (!ties) return;
  const chips = ticketsOf(id).map((ticket) => {
    const chip = button(`${ticket.key} ${words.kinds[ticket.kind]}`, () => {
      showSide('tickets');
      openCard(ticket.key);
      bring(cardElement(ticket.key));
    });
    chip.className = `chip${ticket.doubtful ? ' doubt' : ''}${ticket.verdict === 'none' ? ' none' : ''}`;
    chip.style.setProperty('--hue', String(hueOf(ticket.key)));
    return chip;
  });
  ties.replaceChildren(...chips, ...(isEither(id) ? [h('span', { class: 'chip either' }, words.isEither)] : []));
}

/** @param {string} id */
export function chooseLine(id) {
  if (chosen.tying) {
    tie(chosen.tying, id);
    focusLine(id);
    return;
  }
  const before = chosen.line;
  closeActions();
  chosen.ticket = '';
  chosen.line = before === id ? '' : id;
  if (chosen.line) lineElement(id)?.append(actionsFor(id));
  focusLine(id);
  lightChosen();
  const [ticket] = ticketsOf(id);
  if (chosen.line && ticket) bring(cardElement(ticket.key));
}

export function closeActions() {
  for (const open of document.querySelectorAll('.line > .actions')) open.remove();
}

/** @param {string} id */
function actionsFor(id) {
  const row = h('div', { class: 'actions' });
  row.append(
    button(words.missed, () => row.replaceChildren(...missedForm(id))),
    button(isEither(id) ? words.notEither : words.either, () => toggleEither(id)),
  );
  return row;
}

/** @param {string} id */
function missedForm(id) {
  /** @type {{ kind: import('./data.js').Ticket['kind'], area: import('./data.js').Ticket['area'] }} */
  const as = { kind: 'repair', area: 'facilities' };
  const kinds = data.kinds.map((kind) => /** @type {const} */ ([kind, words.kinds[kind]]));
  const areas = data.areas.map((area) => /** @type {const} */ ([area, words.areas[area]]));
  return [
    choice(words.kind, kinds, as.kind, (value) => (as.kind = data.kinds.find((kind) => kind === value) ?? as.kind)),
    choice(words.area, areas, as.area, (value) => (as.area = data.areas.find((area) => area === value) ?? as.area)),
    button(
      words.missedAdd,
      () => {
        const key = addMissed(id, as);
        closeActions();
        chosen.line = '';
        openCard(key);
        bring(cardElement(key));
      },
      { class: 'main' },
    ),
    button(words.cancel, closeActions),
  ];
}

/** Marks a line as missed from the keyboard: opens the form and goes to it.
 * @param {string} id */
export function markMissed(id) {
  if (chosen.line !== id || !lineElement(id)?.querySelector('.actions')) {
    chosen.line = '';
    chooseLine(id);
  }
  const row = lineElement(id)?.querySelector('.actions');
  row?.replaceChildren(...missedForm(id));
  row?.querySelector('select')?.focus();
}

/** Exactly one line can be reached by Tab; the arrows go on from there.
 * @param {string} id */
export function focusLine(id) {
  for (const old of document.querySelectorAll('.line[tabindex="0"]')) old.setAttribute('tabindex', '-1');
  const element = lineElement(id);
  element?.setAttribute('tabindex', '0');
  element?.focus({ preventScroll: true });
}

/** @param {string} id */
export const overLine = (id) => {
  if (!chosen.tying) lightLine(id);
};
