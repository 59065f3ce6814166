import type { Finder, PersonalKind } from './redact-finder.ts';
import { sameLength } from './redact-fold.ts';
import { knownNames, nameFinders } from './redact-names.ts';
import { numberFinders } from './redact-numbers.ts';
import { roomFinders } from './redact-rooms.ts';

/** Stands where something was taken out. */
const REDACTED = '***';

/** Something in a text by which a person is known or found, as it is written there. */
export interface PersonalData {
  kind: PersonalKind;
  text: string;
  /** Where it stands, in UTF-16 units. */
  from: number;
  to: number;
}

export interface Looking {
  /** Names of people on record; those that are no telling names are passed over. */
  names?: readonly string[];
  /** What may be said: the names of staff, numbers that the office has published. However they are spaced. */
  keep?: readonly string[];
}

/**
 * What in a text should not be repeated into a group (P9b), in its order: telephone, identity and bank card numbers, number plates,
 * addresses of e-mail and WeChat, rooms, and people who are named. Left alone are times, dates, amounts, codes of tickets, buildings
 * without a room, short numbers (119, 12345, 95598), service lines (400…), and what is plainly the office's own number.
 */
export function personalDataIn(text: string, { names = [], keep = [] }: Looking = {}): PersonalData[] {
  return find(text, [...numberFinders, ...roomFinders, ...knownNames(names), ...nameFinders], keep);
}

/** A text as it may be repeated into a group, and what was taken out of it. */
export function forGroup(text: string, looking: Looking = {}): { text: string; hidden: PersonalData[] } {
  const hidden = personalDataIn(text, looking);
  return { text: without(text, hidden), hidden };
}

/**
 * Takes numbers and addresses out of a text that the office reads (P9b): a summary on a card. Rooms and names stay, because the work
 * needs them; who else may see those is decided where it is said ({@link forGroup}).
 */
export function redact(text: string): string {
  return without(text, find(text, numberFinders, []));
}

function find(text: string, finders: readonly Finder[], keep: readonly string[]): PersonalData[] {
  const plain = sameLength(text);
  const kept = keep.map(bare).filter((one) => one !== '');
  const found: PersonalData[] = [];
  for (const { kind, pattern, counts } of finders) {
    for (const match of plain.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (to === from || found.some((one) => from < one.to && one.from < to)) continue;
      if (counts && !counts(match[0], plain.slice(Math.max(0, from - 24), from), plain.slice(to, to + 12))) continue;
      const said = text.slice(from, to);
      if (!kept.some((one) => isSame(kind, bare(said), one))) found.push({ kind, text: said, from, to });
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** 王丽女士 is 王丽, and a number is itself however it is spaced. */
const isSame = (kind: PersonalKind, said: string, kept: string): boolean =>
  kind === 'name' ? kept.length > 1 && said.startsWith(kept) : said === kept;

function without(text: string, hidden: readonly PersonalData[]): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of hidden) {
    rest += text.slice(at, from) + REDACTED;
    at = to;
  }
  return rest + text.slice(at);
}

const bare = (text: string): string =>
  sameLength(text)
    .replaceAll(/[^0-9A-Za-z\u4e00-\u9fff]/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '')
    .toUpperCase();
