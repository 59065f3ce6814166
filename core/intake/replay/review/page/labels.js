// @ts-check
import { data, lineById, words } from './data.js';
import { fill } from './dom.js';
import { eitherIds, judged, tickets } from './state.js';

/** @typedef {import('./state.js').Judged} Judged */

/**
 * Ids are numbers where the export has them so.
 * @param {string} id
 */
const asId = (id) => (String(Number(id)) === id && Number.isSafeInteger(Number(id)) ? Number(id) : id);

/** Tickets that count: what the reader called no matter, and questions that nobody decided, do not. */
const counting = () =>
  tickets().filter(
    ({ verdict, doubtful, messages }) =>
      verdict !== 'none' && (!doubtful || verdict === 'matter') && messages.length > 0,
  );

/** Questions that the reader left open. */
export const undecided = () => tickets().filter(({ verdict, doubtful }) => doubtful && verdict === null);
export const emptied = () => tickets().filter(({ verdict, messages }) => verdict !== 'none' && messages.length === 0);

/** What stands on the page, as labels in the format of the corpus. */
export function toLabels() {
  const kept = counting();
  const tied = new Set(kept.flatMap(({ messages }) => messages));
  const either = new Set([...eitherIds(), ...undecided().flatMap(({ messages }) => messages)]);
  return {
    community: data.community,
    tickets: kept.map(({ key, messages, kind, area, urgency, place, sensitive, answeredBy, solvedBy }) => ({
      key,
      messages: messages.map(asId),
      kind,
      area,
      urgency,
      place: { building: place.building, unit: place.unit, room: place.room, spot: place.spot },
      reporters: [...new Set(messages.flatMap((id) => lineById.get(id)?.senderId ?? []))],
      answered_by: answeredBy === null ? null : asId(answeredBy),
      solved_by: solvedBy === null ? null : asId(solvedBy),
      sensitive,
    })),
    either: [...either].filter((id) => !tied.has(id)).map(asId),
  };
}

/**
 * Reads labels that were saved before. Either all of them are taken, or nothing.
 * @param {string} text
 * @returns {{ kind: 'labels', tickets: Judged[], either: string[] } | { kind: 'refused', said: string }}
 */
export function fromLabels(text) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { kind: 'refused', said: words.unreadable };
  }
  /** @param {string} what @returns {{ kind: 'refused', said: string }} */
  const refused = (what) => ({ kind: 'refused', said: fill(words.notLabels, { what }) });
  if (!isRecord(value) || !Array.isArray(value['tickets'])) return refused('tickets');
  /** @type {Judged[]} */
  const read = [];
  for (const [at, entry] of value['tickets'].entries()) {
    const ticket = ticketFrom(entry, at);
    if (typeof ticket === 'string') return refused(ticket);
    read.push(ticket);
  }
  if (new Set(read.map(({ key }) => key)).size !== read.length) return refused('key');
  const either = idsIn(value['either'] ?? []);
  if (!either) return refused('either');
  const strange = [...read.flatMap(({ messages }) => messages), ...either].find((id) => !lineById.has(id));
  if (strange !== undefined) return { kind: 'refused', said: fill(words.notOfThisChat, { id: strange }) };
  return { kind: 'labels', tickets: read, either };
}

/**
 * A ticket of the labels, or the name of the field that is wrong.
 * @param {unknown} entry
 * @param {number} at
 * @returns {Judged | string}
 */
function ticketFrom(entry, at) {
  const where = `tickets[${at}]`;
  if (!isRecord(entry)) return where;
  const messages = idsIn(entry['messages']);
  const kind = data.kinds.find((one) => one === entry['kind']);
  const area = data.areas.find((one) => one === entry['area']);
  const urgency = data.urgencies.find((one) => one === entry['urgency']);
  if (!messages) return `${where}.messages`;
  if (!kind) return `${where}.kind`;
  if (!area) return `${where}.area`;
  if (!urgency) return `${where}.urgency`;
  const place = isRecord(entry['place']) ? entry['place'] : {};
  const first = messages[0] === undefined ? undefined : lineById.get(messages[0]);
  return {
    ...judged(
      {
        key: typeof entry['key'] === 'string' && entry['key'] !== '' ? entry['key'] : `t${at + 1}`,
        messages,
        kind,
        area,
        urgency,
        place: {
          building: label(place['building']),
          unit: label(place['unit']),
          room: label(place['room']),
          spot: label(place['spot']),
        },
        sensitive: entry['sensitive'] === true,
        answeredBy: label(entry['answered_by']),
        solvedBy: label(entry['solved_by']),
        summary: first?.text ?? '',
        doubtful: false,
        why: [],
      },
      null,
    ),
  };
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** @param {unknown} value */
const label = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '') || null;
/** @param {unknown} value @returns {string[] | null} */
function idsIn(value) {
  if (!Array.isArray(value)) return null;
  const ids = value.map(label);
  return ids.every((id) => id !== null) ? ids : null;
}
