import { simplify } from '../../text/simplify.ts';
import type { GroupSetting } from '../understanding.ts';
import { label } from './numerals.ts';

/** A place that a text names. `at` is where in the text it begins. */
export interface SaidPlace {
  building: string | null;
  unit: string | null;
  room: string | null;
  at: number;
}

const numeral = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
const room = '(?:\\d{3,4}[a-z]?|\\d{1,2}[a-eghj-np-z])';
const dash = '\\s*[-–—]\\s*';
/** After two short numbers: then they are a span of time or an amount, and no place. */
const measure =
  '(?!\\s*(?:天|点|个|岁|人|月|号(?!楼)|日|元|块|分|斤|年|周|度|%|小时|次|张|万|层|倍|kg|am|pm|h\\b|min|day|week|month|people))';

/** `3栋2单元501室`, `A座1502`, `5#1单元`, `第3座12樓B室`, `3号楼`, `12号楼` */
const spokenBuilding = new RegExp(
  `(?:第\\s*)?(?<![\\d.])(?<b>${numeral}|(?<![a-z])[a-z])\\s*(?:(?<!一)(?:栋|幢|座(?!位|机|谈|椅|垫))|(?<=一)(?:栋|幢|座)(?!楼|大|房|位|机|城)|号楼|#\\s*(?:楼)?|(?<=(?:我们|咱们|咱|我哋)\\d{1,2})号(?!线|桩|店|群))` +
    `(?:[\\s,，]*(?<u>${numeral})\\s*(?:单元|门洞|梯(?!坏)))?` +
    `(?:[\\s,，-]*(?:(?<r>${room})(?!\\d|年|块|元|度)\\s*(?:室|房|号房|户)?|(?<f>\\d{1,2})\\s*(?:楼|/f)\\s*(?<x>[a-h])\\s*(?:室|单位|座)?))?`,
  'gi',
);
/** `3-2-501`, `5-1-902吴`, `12–1–804` */
const threeParts = new RegExp(
  `(?<![\\d.-])(?<b>\\d{1,3}|[a-z])#?${dash}(?<u>\\d{1,2})${dash}(?<r>${room})(?![\\d-])`,
  'gi',
);
/** `3-502`, `C-1916`, `2#-1101`, `B1507`; in a group of one building `1-302` is unit and room */
const buildingAndRoom = new RegExp(
  `(?<![\\d.a-z-])(?:(?<b>\\d{1,2}|[a-z])(?:#${dash}|${dash}|#)|(?<l>[a-z]))(?<r>${room})(?![\\d-]|:\\d|年|块|元)`,
  'gi',
);
/** `5-1左边那台`, `7-2 庞` */
const buildingAndUnit = new RegExp(`(?<![\\d.:a-z-])(?<b>\\d{1,2}|[a-z])${dash}(?<u>\\d)(?![\\d:.-])${measure}`, 'gi');
/** `Building 3`, `Bldg C 1203`, `Tower 2 Flat 12B`, `Blk 5 #12-04` */
const englishBuilding = new RegExp(
  `\\b(?:building|bldg\\.?|block|blk|tower|towers|house)\\s*#?\\s*(?<b>\\d{1,3}|[A-Z])(?!\\w|'(?!s\\b))(?:'s)?` +
    `(?:[\\s,-]*(?:entrance|stairwell|stair|core|entry)\\s*(?<u>\\d{1,2}|[A-D])\\b)?` +
    `(?:[\\s,/-]*(?:(?:flat|apt\\.?|apartment|unit|room|rm\\.?|no\\.?)\\s*#?|#)?\\s*(?<r>${room}|(?<=(?:flat|apt\\.?|apartment|unit|room|#)\\s?)\\d{1,4})(?![\\w:%]))?`,
  'gi',
);
/** `B block`, `C building`, `2 Tower` */
const letteredFirst = /(?<![\w-])(?<b>[A-Z]|\d{1,2})[ -](?:block|building|bldg|tower)\b(?!\s*(?:\d|[A-Z]\b))/gi;
/** `C 1203`, `C/1203`: only with a letter that is a building's. */
const letterRoom = /(?<![\w'-])(?<b>[A-Z])[ /](?<r>\d{3,4}[a-z]?)(?![\w:%-])/g;
const besides = /(?:楼上|楼下|隔壁|对门|upstairs in|above in|next door in)\s*(?<r>\d{3,4}|\d{1,2}[a-h])(?![\d:])/gi;
const englishRoom = new RegExp(
  `\\b(?:flat|apt\\.?|apartment|unit|room|rm\\.?)\\s*#?\\s*(?<r>\\d{1,4}[a-z]?|[a-z]\\d{1,3})(?![\\w:%])|(?<![\\w#])#(?<s>${room})\\b`,
  'gi',
);
const spokenUnit = new RegExp(
  `(?<u>${numeral})\\s*(?:单元|门洞|但元)|\\b(?:entrance|stairwell|entry|core)\\s+(?<v>\\d{1,2})\\b`,
  'gi',
);
const spokenRoom = /(?<![\d.-])(?<r>\d{3,4}[a-h]?)\s*(?:室|房(?!租|价|本|子)|户(?!型|口))/gi;
/** Words before a place that make it somebody else's. */
const notHere =
  /(?:隔壁小区|别的小区|别个小区|他们小区|那边小区|对面|other estate|across from|opposite)[^,，。\n]{0,6}$/i;

/** Whether a label can be a building here. Where the buildings are not known, anything short can. */
function isBuilding(building: string, setting: GroupSetting): boolean {
  return setting.buildings.length === 0 || setting.buildings.some((known) => known.toUpperCase() === building);
}

/**
 * Every place that a text names, in the order in which it names them: 3栋/3号楼/3幢/3座/3#/三栋, 3-2-501, A座1502, 2单元,
 * Bldg C 1203, Tower 2 Flat 12B. Labels come without suffix, Arabic, upper case. A building that the community does not have is
 * no place; nor are floors (3楼), dates (12号), spans (3-5天), parking spaces (B2-088).
 */
export function parsePlaces(text: string, setting: GroupSetting): SaidPlace[] {
  // Cheap way out for the many messages that cannot name a place.
  if (!/[\d一二三四五六七八九十]|座|栋|棟|\b(?:building|bldg|block|blk|tower|flat|apt|unit)\b/i.test(text)) return [];
  const heard = simplify(text.normalize('NFKC'));
  const single = setting.buildings.length === 1 ? (setting.buildings[0] ?? null) : null;
  const places: SaidPlace[] = [];
  const taken: [number, number][] = [];
  const free = (from: number, to: number): boolean => taken.every(([start, end]) => to <= start || from >= end);
  const add = (match: RegExpMatchArray, place: Omit<SaidPlace, 'at'>): void => {
    const at = match.index ?? 0;
    if (!free(at, at + match[0].length)) return;
    taken.push([at, at + match[0].length]);
    if (place.building !== null && !isBuilding(place.building, setting)) return;
    if (notHere.test(heard.slice(0, at))) return;
    places.push({ ...place, at });
  };
  const up = (said: string | undefined): string | null => (said ? said.toUpperCase() : null);

  for (const m of heard.matchAll(threeParts)) {
    add(m, { building: label(m.groups?.b ?? ''), unit: label(m.groups?.u ?? ''), room: up(m.groups?.r) });
  }
  for (const m of heard.matchAll(spokenBuilding)) {
    const { b = '', u, r, f, x } = m.groups ?? {};
    add(m, { building: label(b), unit: u ? label(u) : null, room: f && x ? up(f + x) : up(r) });
  }
  for (const m of heard.matchAll(englishBuilding)) {
    const { b = '', u, r } = m.groups ?? {};
    // "the building a week ago": a small letter is a building only where one is called so, and "a" only at the end.
    if (
      /^[a-z]$/.test(b) &&
      (setting.buildings.length === 0 || (b === 'a' && /^\s+[a-z]/.test(heard.slice((m.index ?? 0) + m[0].length))))
    )
      continue;
    add(m, { building: label(b), unit: u ? label(u) : null, room: up(r) });
  }
  for (const m of heard.matchAll(letteredFirst)) {
    const b = m.groups?.b ?? '';
    if (!/^[a-z]$/.test(b) || (b !== 'a' && setting.buildings.length > 0))
      add(m, { building: label(b), unit: null, room: null });
  }
  if (setting.buildings.length > 0) {
    for (const m of heard.matchAll(letterRoom))
      if (isBuilding(m.groups?.b ?? '', setting))
        add(m, { building: m.groups?.b ?? '', unit: null, room: up(m.groups?.r) });
  }
  for (const m of heard.matchAll(buildingAndRoom)) {
    const first = label(m.groups?.b ?? m.groups?.l ?? '');
    const asUnit = single !== null && first !== single;
    if (asUnit && !/^\d{1,2}$/.test(first)) continue;
    if (m.groups?.l && setting.buildings.length === 0) continue;
    add(m, { building: asUnit ? single : first, unit: asUnit ? first : null, room: up(m.groups?.r) });
  }
  for (const m of heard.matchAll(buildingAndUnit)) {
    add(m, { building: label(m.groups?.b ?? ''), unit: label(m.groups?.u ?? ''), room: null });
  }
  for (const m of heard.matchAll(spokenUnit))
    add(m, { building: null, unit: label(m.groups?.u ?? m.groups?.v ?? ''), room: null });
  for (const m of heard.matchAll(englishRoom))
    add(m, { building: null, unit: null, room: up(m.groups?.r ?? m.groups?.s) });
  for (const m of heard.matchAll(besides)) add(m, { building: null, unit: null, room: up(m.groups?.r) });
  for (const m of heard.matchAll(spokenRoom)) add(m, { building: null, unit: null, room: up(m.groups?.r) });
  return join(places.sort((a, b) => a.at - b.at));
}

/** "2单元 … 501室" and "Flat 12B, Tower 2" are one place each: parts that complete each other belong together. */
function join(places: SaidPlace[]): SaidPlace[] {
  const joined: SaidPlace[] = [];
  for (const place of places) {
    const last = joined.at(-1);
    const completes =
      last && !(last.building && place.building) && !(last.unit && place.unit) && !(last.room && place.room);
    if (completes) {
      last.building ??= place.building;
      last.unit ??= place.unit;
      last.room ??= place.room;
    } else joined.push({ ...place });
  }
  return joined;
}
