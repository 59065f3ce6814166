// @ts-check
import { data, lineById, words } from './data.js';
import { button, byId, choice, fill, h } from './dom.js';
import { bring, cardElement, chosen, hueOf, lightChosen, lightTicket, lineElement, showSide } from './highlight.js';
import { changeTicket, correctionsOf, ticketBy, tie } from './state.js';

/** @typedef {import('./state.js').Judged} Judged */

/** @param {Judged['place']} place */
export function placeWords({ building, unit, room, spot }) {
  const labels = [building, unit, room].filter((part) => part !== null).join('-');
  return [labels, spot].filter((part) => part !== null && part !== '').join(' ') || words.noPlace;
}

/**
 * A ticket; with everything that can be changed while it is open.
 * @param {Judged} ticket
 */
export function ticketCard(ticket) {
  const { key, verdict, doubtful, found, urgency } = ticket;
  const open = chosen.ticket === key || chosen.tying === key;
  const card = h('article', {
    id: `ticket-${key}`,
    class: `card ${urgency}${verdict === 'none' ? ' none' : ''}${open ? ' open' : ''}${chosen.tying === key ? ' tying' : ''}`,
    'data-key': key,
  });
  card.style.setProperty('--hue', String(hueOf(key)));
  const head = button('', () => openCard(chosen.ticket === key ? '' : key), {
    class: 'what',
    'aria-expanded': String(open),
  });
  const parts = [
    h('b', {}, key),
    ` ${words.kinds[ticket.kind]} · ${words.areas[ticket.area]}`,
    urgency === 'normal' ? '' : h('strong', { class: 'urgent' }, ` ${words.urgencies[urgency]}`),
    h('span', { class: 'where' }, ` ${placeWords(ticket.place)}`),
    h('span', { class: 'count' }, ` ${fill(words.lines, { n: ticket.messages.length })}`),
    doubtful && h('span', { class: 'badge doubt' }, words.doubt),
    found && h('span', { class: 'badge' }, words.found),
    verdict === 'none' && h('span', { class: 'badge' }, words.judgedFalse),
    verdict === 'matter' && h('span', { class: 'badge' }, words.judgedTrue),
    correctionsOf(ticket).size > 0 && h('span', { class: 'badge changed' }, words.corrected),
    h('span', { class: 'summary', dir: 'auto' }, ticket.summary || words.noWords),
  ];
  head.append(...parts.filter((part) => part !== false));
  card.append(head);
  if (open) card.append(body(ticket));
  return card;
}

/** @param {Judged} ticket */
function body(ticket) {
  const { key, verdict, doubtful, made } = ticket;
  const tying = chosen.tying === key;
  return h(
    'div',
    { class: 'body' },
    h(
      'div',
      { class: 'row' },
      verdict !== 'none' && button(words.notAMatter, () => judge(key, 'none'), { class: 'verdict' }),
      doubtful && verdict !== 'matter' && button(words.isAMatter, () => judge(key, 'matter'), { class: 'verdict' }),
      verdict !== null && button(words.takeBack, () => judge(key, null)),
    ),
    h(
      'div',
      { class: 'row' },
      field(ticket, 'kind', words.kind, data.kinds, words.kinds),
      field(ticket, 'area', words.area, data.areas, words.areas),
      field(ticket, 'urgency', words.urgency, data.urgencies, words.urgencies),
      h(
        'label',
        {},
        h('input', {
          type: 'checkbox',
          checked: ticket.sensitive,
          onchange: () => changeTicket(key, (one) => void (one.sensitive = !one.sensitive)),
        }),
        words.sensitive,
      ),
    ),
    h(
      'div',
      { class: 'row place' },
      placeField(ticket, 'building', words.building),
      placeField(ticket, 'unit', words.unit),
      placeField(ticket, 'room', words.room),
      placeField(ticket, 'spot', words.spot),
      made !== null &&
        placeWords(made.place) !== placeWords(ticket.place) &&
        h('small', {}, fill(words.was, { was: placeWords(made.place) })),
    ),
    h(
      'div',
      { class: 'row' },
      button(tying ? words.endTying : words.tie, () => (tying ? endTying() : startTying(key)), {
        class: 'tie',
        'aria-pressed': String(tying),
      }),
    ),
    h(
      'ol',
      { class: 'tied' },
      ticket.messages.map((id) => {
        const line = lineById.get(id);
        return h(
          'li',
          {},
          button(`#${id} ${line?.name ?? ''}: ${line?.text.slice(0, 80).toWellFormed() ?? ''}`, () => {
            showSide('chat');
            bring(lineElement(id));
          }),
          button('×', () => tie(key, id, false), {
            'aria-label': `${words.untie} #${id}`,
            title: words.untie,
            class: 'untie',
          }),
        );
      }),
    ),
    aside(ticket),
  );
}

/** @param {Judged} ticket */
function aside({ answeredBy, solvedBy, why }) {
  const answered = answeredBy === null ? undefined : lineById.get(answeredBy);
  return h(
    'div',
    { class: 'aside' },
    answered &&
      h(
        'p',
        { dir: 'auto' },
        `${words.answered}: #${answered.id} ${answered.name}: ${answered.text.slice(0, 80).toWellFormed()}`,
      ),
    solvedBy !== null && h('p', {}, `${words.solved}: #${solvedBy}`),
    why.length > 0 && h('p', {}, `${words.why}: ${why.join(' · ')}`),
  );
}

/**
 * @template {'kind' | 'area' | 'urgency'} F
 * @param {Judged} ticket
 * @param {F} name
 * @param {string} label
 * @param {readonly Judged[F][]} values
 * @param {Readonly<Record<string, string>>} named
 */
function field(ticket, name, label, values, named) {
  const was = ticket.made?.[name];
  return h(
    'label',
    {},
    label,
    choice(
      label,
      values.map((value) => [value, named[value] ?? value]),
      ticket[name],
      (value) => {
        const picked = values.find((one) => one === value);
        if (picked) changeTicket(ticket.key, (one) => void (one[name] = picked));
      },
    ),
    was !== undefined && was !== ticket[name] && h('small', {}, fill(words.was, { was: named[was] ?? was })),
  );
}

/**
 * @param {Judged} ticket
 * @param {'building' | 'unit' | 'room' | 'spot'} part
 * @param {string} label
 */
function placeField(ticket, part, label) {
  const input = h('input', {
    value: ticket.place[part] ?? '',
    'aria-label': label,
    size: part === 'spot' ? 10 : 4,
    onchange: () =>
      changeTicket(ticket.key, (one) => {
        // As the labels have them: without suffix, letters upper case.
        const said = input.value.trim();
        one.place[part] = (part === 'spot' ? said : said.toUpperCase()) || null;
      }),
  });
  return h('label', {}, label, input);
}

/**
 * @param {string} key
 * @param {Judged['verdict']} verdict
 */
const judge = (key, verdict) => changeTicket(key, (one) => void (one.verdict = verdict));

/** @param {string} key none: closes the one that is open */
export function openCard(key) {
  if (chosen.tying && chosen.tying !== key) endTying();
  const before = [chosen.ticket, chosen.tying];
  chosen.ticket = key;
  chosen.line = '';
  for (const one of new Set([...before, key])) refreshCard(one);
  lightChosen();
  const first = key ? ticketBy(key)?.messages[0] : undefined;
  if (first !== undefined) bring(lineElement(first));
}

/** @param {string} key */
function startTying(key) {
  chosen.tying = key;
  chosen.ticket = key;
  document.body.classList.add('tying');
  byId('tying-bar').replaceChildren(
    h('span', { role: 'status' }, fill(words.tying, { key })),
    button(words.endTying, endTying, { class: 'main' }),
  );
  byId('tying-bar').hidden = false;
  showSide('chat');
  refreshCard(key);
  lightChosen();
}

export function endTying() {
  const key = chosen.tying;
  chosen.tying = '';
  document.body.classList.remove('tying');
  byId('tying-bar').hidden = true;
  refreshCard(key);
  lightChosen();
}

/**
 * Puts a card anew, and the reader back to where they were in it.
 * @param {string} key
 */
export function refreshCard(key) {
  const old = cardElement(key);
  const ticket = ticketBy(key);
  if (!old || !ticket) return;
  const at = [...old.querySelectorAll('button, select, input')].indexOf(
    /** @type {Element} */ (document.activeElement),
  );
  const card = ticketCard(ticket);
  card.hidden = old.hidden;
  card.classList.toggle('lit', old.classList.contains('lit'));
  old.replaceWith(card);
  const again = at < 0 ? undefined : [...card.querySelectorAll('button, select, input')][at];
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/** @param {string} key */
export const overCard = (key) => {
  if (!chosen.tying) lightTicket(key);
};
