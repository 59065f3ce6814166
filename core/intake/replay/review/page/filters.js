// @ts-check
import { data, lines, words } from './data.js';
import { byId, choice, h } from './dom.js';
import { cardElement, lineElement } from './highlight.js';
import { correctionsOf, isEither, tickets } from './state.js';

/** @typedef {import('./state.js').Judged} Judged */

const wanted = { show: 'all', kind: '', urgency: '', building: '', search: '' };

/** @param {Judged} ticket */
function fits(ticket) {
  if (wanted.show === 'tickets' && ticket.doubtful) return false;
  if (wanted.show === 'doubts' && !ticket.doubtful) return false;
  if (wanted.show === 'nothing') return false;
  if (wanted.show === 'corrected' && correctionsOf(ticket).size === 0) return false;
  if (wanted.kind && ticket.kind !== wanted.kind) return false;
  if (wanted.urgency && ticket.urgency !== wanted.urgency) return false;
  return !wanted.building || ticket.place.building === wanted.building;
}

/** Hides what does not fit. */
export function applyFilters() {
  const search = wanted.search.trim().toLowerCase();
  const fitting = new Set(tickets().filter(fits));
  const plain = wanted.show === 'all' && !wanted.kind && !wanted.urgency && !wanted.building;
  const found = new Set();
  /** @type {Map<string, Judged[]>} */
  const tied = new Map();
  for (const ticket of tickets()) for (const id of ticket.messages) tied.set(id, [...(tied.get(id) ?? []), ticket]);
  let shown = 0;
  let day = null;
  let daySeen = false;
  for (const line of lines) {
    const element = lineElement(line.id);
    if (!element) continue;
    const of = tied.get(line.id) ?? [];
    const matches = !search || line.text.toLowerCase().includes(search) || line.name.toLowerCase().includes(search);
    const belongs =
      plain ||
      (wanted.show === 'nothing' ? of.length === 0 && !line.staff : of.some((ticket) => fitting.has(ticket))) ||
      (wanted.show === 'corrected' && isEither(line.id));
    element.hidden = !(matches && belongs);
    if (!element.hidden) {
      shown++;
      for (const ticket of of) found.add(ticket);
    }
    const above = element.previousElementSibling;
    if (above?.classList.contains('day')) {
      if (day instanceof HTMLElement) day.hidden = !daySeen;
      day = above;
      daySeen = false;
    }
    daySeen ||= !element.hidden;
  }
  if (day instanceof HTMLElement) day.hidden = !daySeen;
  let cards = 0;
  for (const ticket of tickets()) {
    const card = cardElement(ticket.key);
    if (!card) continue;
    card.hidden = !fitting.has(ticket) || (search !== '' && !found.has(ticket));
    if (!card.hidden) cards++;
  }
  byId('no-line').hidden = shown > 0;
  byId('no-ticket').hidden = cards > 0;
}

export function filterBar() {
  /** @param {keyof typeof wanted} field */
  const set = (field) => (/** @type {string} */ value) => {
    wanted[field] = value;
    applyFilters();
  };
  const buildings = [
    ...new Set([...data.community.buildings, ...tickets().flatMap(({ place }) => place.building ?? [])]),
  ].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const search = h('input', {
    type: 'search',
    id: 'search',
    'aria-label': words.search,
    placeholder: words.search,
    oninput: () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => set('search')(search.value), 120);
    },
  });
  return h(
    'div',
    { class: 'filters', role: 'search', 'aria-label': words.filter },
    choice(
      words.show,
      [
        ['all', words.all],
        ['tickets', words.withTicket],
        ['doubts', words.withDoubt],
        ['nothing', words.withNothing],
        ['corrected', words.corrected],
      ],
      wanted.show,
      set('show'),
    ),
    choice(
      words.kind,
      [['', words.anyKind], ...data.kinds.map((kind) => /** @type {const} */ ([kind, words.kinds[kind]]))],
      '',
      set('kind'),
    ),
    choice(
      words.urgency,
      [
        ['', words.anyUrgency],
        ...data.urgencies.map((urgency) => /** @type {const} */ ([urgency, words.urgencies[urgency]])),
      ],
      '',
      set('urgency'),
    ),
    choice(
      words.building,
      [['', words.anyBuilding], ...buildings.map((label) => /** @type {const} */ ([label, label]))],
      '',
      set('building'),
    ),
    search,
  );
}
