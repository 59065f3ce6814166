// @ts-check
import { data, lines, words } from './data.js';
import { button, byId, fill, h } from './dom.js';
import { applyFilters, filterBar } from './filters.js';
import { chosen, lightChosen, lineElement, showSide } from './highlight.js';
import { emptied, fromLabels, toLabels, undecided } from './labels.js';
import { chooseLine, closeActions, focusLine, lineItem, markMissed, overLine, refreshLine } from './line-item.js';
import {
  canUndo,
  correctionsOf,
  eitherIds,
  isUnsaved,
  nowSaved,
  onChange,
  replaceAll,
  tickets,
  tie,
  toggleEither,
  undo,
} from './state.js';
import { endTying, overCard, refreshCard, ticketCard } from './ticket-card.js';

const status = h('p', { id: 'status', role: 'status' });
const counts = h('p', { id: 'counts' });
const undoButton = button(words.undo, undo, { id: 'undo' });
const file = h('input', {
  type: 'file',
  id: 'file',
  accept: '.json,application/json',
  hidden: true,
  onchange: () => void load(),
});
const log = h('ol', { id: 'lines', 'aria-label': words.chat });
const cards = h('div', { id: 'cards' });

/** @param {'chat' | 'tickets'} side */
const tab = (side) => button(words[side], () => showSide(side), { 'data-side': side });

function build() {
  document.title = `${words.title} · ${data.chat}`;
  byId('head').append(
    h('h1', { dir: 'auto' }, `${words.title} · ${data.chat}`),
    h('p', { class: 'personal' }, words.personal),
    h(
      'div',
      { class: 'bar' },
      counts,
      undoButton,
      button(words.load, () => file.click(), { id: 'load' }),
      button(words.save, save, { id: 'save', class: 'main' }),
      file,
    ),
    filterBar(),
    status,
  );
  byId('tabs').append(tab('chat'), tab('tickets'));
  byId('chat').append(
    h('div', { id: 'tying-bar', hidden: true }),
    log,
    h('p', { id: 'no-line', hidden: true }, words.nothingFound),
    h('p', { class: 'keys' }, words.keys),
  );
  byId('tickets').append(cards, h('p', { id: 'no-ticket', hidden: true }, words.nothingFound));
  let day = '';
  const items = [];
  for (const line of lines) {
    if (line.day !== day) items.push(h('li', { class: 'day' }, line.day));
    day = line.day;
    items.push(lineItem(line));
  }
  log.append(...items);
  const [first] = lines;
  if (first) lineElement(first.id)?.setAttribute('tabindex', '0');
  showSide('chat');
  all();
}

/** Everything anew, as after loading. */
function all() {
  chosen.line = '';
  chosen.ticket = '';
  if (chosen.tying) endTying();
  closeActions();
  cards.replaceChildren(...tickets().map(ticketCard));
  for (const { id } of lines) refreshLine(id);
  some();
}

/** Lines that had marks before. @type {Set<string>} */
let marked = new Set();
/** What may have changed with one change. */
function some() {
  const tied = new Set(tickets().flatMap(({ messages }) => messages));
  for (const ticket of tickets()) {
    if (!document.getElementById(`ticket-${ticket.key}`)) cards.append(ticketCard(ticket));
  }
  if (chosen.ticket) refreshCard(chosen.ticket);
  const marks = new Set([...tied, ...eitherIds()]);
  for (const id of new Set([...marks, ...marked, chosen.line])) refreshLine(id);
  marked = marks;
  const changes = tickets().reduce((sum, ticket) => sum + correctionsOf(ticket).size, 0);
  const doubts = tickets().filter(({ doubtful }) => doubtful).length;
  counts.textContent = fill(words.counts, { lines: lines.length, tickets: tickets().length - doubts, doubts, changes });
  undoButton.disabled = !canUndo();
  applyFilters();
  lightChosen();
}

function save() {
  const labels = toLabels();
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(labels, null, 1)}\n`], { type: 'application/json' }));
  const link = h('a', { href: url, download: `${data.name}.labels.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  nowSaved();
  const open = undecided().length;
  status.textContent = [
    fill(words.saved, { tickets: labels.tickets.length }),
    open > 0 ? fill(words.unsure, { n: open }) : '',
    ...emptied().map(({ key }) => fill(words.emptyTicket, { key })),
  ]
    .filter(Boolean)
    .join(' ');
}

async function load() {
  const [picked] = file.files ?? [];
  if (!picked) return;
  const read = fromLabels(await picked.text());
  file.value = '';
  if (read.kind === 'refused') {
    status.textContent = read.said;
    return;
  }
  replaceAll({ tickets: read.tickets, either: read.either });
  status.textContent = fill(words.loaded, { tickets: read.tickets.length });
}

/**
 * @param {EventTarget | null} target
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
const within = (target, selector) => (target instanceof Element ? target.closest(selector) : null);
/** @param {EventTarget | null} target */
const isControl = (target) => within(target, 'button, select, input, a, .actions') !== null;

/** @param {HTMLElement} from @param {1 | -1} by */
function step(from, by) {
  /** @type {Element | null} */
  let next = from;
  do next = by > 0 ? next.nextElementSibling : next.previousElementSibling;
  while (next && (!(next instanceof HTMLElement) || next.hidden || !next.classList.contains('line')));
  if (!(next instanceof HTMLElement)) return;
  focusLine(next.dataset['id'] ?? '');
  next.scrollIntoView({ block: 'nearest' });
}

function listen() {
  log.addEventListener('click', (event) => {
    const line = within(event.target, '.line');
    if (line && !isControl(event.target) && !getSelection()?.toString()) chooseLine(line.dataset['id'] ?? '');
  });
  log.addEventListener('pointerover', (event) => {
    const line = within(event.target, '.line');
    if (line && event.pointerType === 'mouse') overLine(line.dataset['id'] ?? '');
  });
  cards.addEventListener('pointerover', (event) => {
    const card = within(event.target, '.card');
    if (card && event.pointerType === 'mouse') overCard(card.dataset['key'] ?? '');
  });
  for (const pane of [log, cards]) pane.addEventListener('pointerleave', lightChosen);
  log.addEventListener('keydown', (event) => {
    const line = within(event.target, '.line');
    if (!line || isControl(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const id = line.dataset['id'] ?? '';
    /** @type {Record<string, (() => void) | undefined>} */
    const deeds = {
      ArrowDown: () => step(line, 1),
      ArrowUp: () => step(line, -1),
      Enter: () => chooseLine(id),
      ' ': () => chooseLine(id),
      m: () => markMissed(id),
      e: () => toggleEither(id),
    };
    const deed = deeds[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      if (chosen.tying) endTying();
      else closeActions();
    }
    const typing = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !typing) {
      event.preventDefault();
      undo();
    }
  });
  log.addEventListener('dragstart', (event) => {
    const line = within(event.target, '.line');
    event.dataTransfer?.setData('text/plain', line?.dataset['id'] ?? '');
  });
  cards.addEventListener('dragover', (event) => {
    if (within(event.target, '.card')) event.preventDefault();
  });
  cards.addEventListener('drop', (event) => {
    const card = within(event.target, '.card');
    if (!card) return;
    event.preventDefault();
    tie(card.dataset['key'] ?? '', event.dataTransfer?.getData('text/plain') ?? '', true);
    refreshCard(card.dataset['key'] ?? '');
  });
  window.addEventListener('beforeunload', (event) => {
    if (isUnsaved()) event.preventDefault();
  });
  onChange((change) => (change === 'all' ? all() : some()));
}

build();
listen();
