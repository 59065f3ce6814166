import { simplify } from '../../text/simplify.ts';
import type { GroupSetting } from '../understanding.ts';
import { buildingMeant, type KnownBuildings, knownBuildings } from './known-buildings.ts';
import { label } from './numerals.ts';
import * as patterns from './patterns.ts';

/** A place that a text names. `at` is where in the text it begins, `to` where it ends. */
export interface SaidPlace {
  building: string | null;
  unit: string | null;
  room: string | null;
  at: number;
  to?: number;
  /** The flat of a neighbour of the writer's, over or under them or beside them. */
  nextDoor?: 'over' | 'beside';
}

type Groups = Record<string, string | undefined>;

const chineseDigits = '零一二三四五六七八九';

/** The room in what was said: 501, `22楼B` → 22B, `12楼之3` → 12之3, `19楼6室` → 1906, `08-06` → 0806. */
function roomIn({ r, s, f, x, y, z, n, c }: Groups): string | null {
  if (f && x) return label(f) + x.toUpperCase();
  if (f && y) return label(f) + y.padStart(2, '0');
  if (f && z) return `${label(f)}之${z}`;
  if (f && n) return f + n;
  if (c) return c.replace(/./gu, (one) => String(Math.max(0, chineseDigits.indexOf(one))));
  const said = r ?? s;
  return said
    ? said
        .toUpperCase()
        .replace('-', '')
        .replace(/^(\d)O(\d)$/, '$10$2')
    : null;
}

/**
 * Every place that a text names, in the order in which it names them: 3栋/3号楼/3幢/3座/3#/三栋, 3-2-501, A座1502, 2单元, 4号楼4门, 22号602,
 * 18号22楼B, 12楼之3, T3, D-08-06, Bldg C 1203, Tower 2 Flat 12B, "in E", "behind 5". Labels come without suffix, Arabic, upper case.
 * A building that the community does not have is no place; nor are floors (3楼), dates (12号), spans (3-5天), parking spaces (B2-088).
 */
export function parsePlaces(text: string, setting: GroupSetting): readonly SaidPlace[] {
  // Cheap way out for the many messages that cannot name a place.
  if (!patterns.mayName.test(text)) return [];
  const known = knownBuildings(setting);
  return known.places.get(text) ?? known.places.keep(text, parseFresh(text, known));
}

function parseFresh(text: string, known: KnownBuildings): SaidPlace[] {
  const heard = simplify(text.normalize('NFKC')).replaceAll('棟', '栋');
  const places: SaidPlace[] = [];
  const taken: [number, number][] = [];
  const add = (match: RegExpMatchArray, place: Omit<SaidPlace, 'at'>): void => {
    const at = match.index ?? 0;
    const to = at + match[0].length;
    if (taken.some(([start, end]) => to > start && at < end)) return;
    taken.push([at, to]);
    if (patterns.notHere.test(heard.slice(0, at))) return;
    places.push({ ...place, at, to });
  };
  /** Keeps a stretch of text from being read as something else. */
  const drop = (match: RegExpMatchArray): void => {
    taken.push([match.index ?? 0, (match.index ?? 0) + match[0].length]);
  };
  /** A building the community does not have is no place, and nothing within it is one. */
  const addBuilding = (match: RegExpMatchArray, said: string, unit: string | undefined): void => {
    const building = buildingMeant(said, known);
    const groups: Groups = match.groups ?? {};
    if (building === null) drop(match);
    else add(match, { building, unit: unit ? label(unit) : null, room: roomIn(groups) });
  };
  const hasDigits = /[\d一二三四五六七八九十栋幢座塔]/.test(heard);

  if (hasDigits) {
    for (const m of heard.matchAll(patterns.floorAndFlat)) {
      const { b, f = '', n = '' } = m.groups ?? {};
      if (b === undefined) add(m, { building: null, unit: null, room: f + n });
      else if (known.letters.includes(b.toUpperCase())) addBuilding(m, b, undefined);
    }
    for (const m of heard.matchAll(patterns.threeParts)) addBuilding(m, m.groups?.b ?? '', m.groups?.u);
    for (const m of heard.matchAll(patterns.letterUnitRoom)) {
      const { b = '', u } = m.groups ?? {};
      // "B1-322" is a parking space far more often than a flat in B.
      if (known.letters.includes(b.toUpperCase()) && !known.labels.has(`${b}${u}`.toUpperCase()) && !/^b$/i.test(b))
        addBuilding(m, b, u);
    }
    for (const m of heard.matchAll(patterns.spokenBuilding)) addBuilding(m, m.groups?.b ?? '', m.groups?.u);
    if (!known.any) {
      for (const m of heard.matchAll(patterns.roomFirst))
        if (buildingMeant(m.groups?.b ?? '', known) !== null) addBuilding(m, m.groups?.b ?? '', undefined);
      for (const m of heard.matchAll(patterns.codedBuilding)) {
        const b = m.groups?.b ?? '';
        if (known.labels.has(b.toUpperCase()) || /^t/i.test(b))
          if (buildingMeant(b, known) !== null) addBuilding(m, b, undefined);
      }
      for (const m of heard.matchAll(patterns.numberAndRoom))
        if (buildingMeant(m.groups?.b ?? '', known) !== null) addBuilding(m, m.groups?.b ?? '', undefined);
      for (const m of heard.matchAll(patterns.houseNumber)) {
        const after = heard.slice((m.index ?? 0) + m[0].length);
        if (
          (known.inLane || patterns.houseAfter.test(after)) &&
          buildingMeant(label(m.groups?.b ?? ''), known) !== null
        )
          addBuilding(m, m.groups?.b ?? '', undefined);
      }
    }
  }
  for (const m of heard.matchAll(patterns.englishBuilding)) {
    const { b = '', u } = m.groups ?? {};
    // "the building a week ago": a small letter is a building only where one is called so, and "a" only at the end.
    if (/^[a-z]$/.test(b) && (known.any || (b === 'a' && /^\s+[a-z]/.test(heard.slice((m.index ?? 0) + m[0].length)))))
      continue;
    addBuilding(m, b, u);
  }
  for (const m of heard.matchAll(patterns.letteredFirst)) {
    const { b, l } = m.groups ?? {};
    const said = b ?? l ?? '';
    if (l !== undefined && !known.letters.includes(l.toUpperCase())) continue;
    if (!/^[a-z]$/.test(said) || (said !== 'a' && !known.any)) addBuilding(m, said, undefined);
  }
  if (known.letters !== '') {
    for (const pattern of [patterns.letterFloor, patterns.letterRoom, patterns.letterAlone])
      for (const m of heard.matchAll(pattern)) {
        const b = m.groups?.b ?? '';
        if (known.letters.includes(b) && /[A-Z]/.test(b))
          add(m, { building: b, unit: null, room: roomIn(m.groups ?? {}) });
      }
  }
  if (!hasDigits) return join(places.sort((a, b) => a.at - b.at));
  if (known.hasNumbers) {
    for (const m of heard.matchAll(patterns.numberAlone))
      if (known.labels.has(label(m.groups?.b ?? ''))) addBuilding(m, m.groups?.b ?? '', undefined);
  }
  for (const m of heard.matchAll(patterns.buildingAndRoom)) {
    const { b, l } = m.groups ?? {};
    const first = buildingMeant(b ?? l ?? '', known);
    const asUnit = known.single !== null && first !== known.single;
    if (asUnit && !/^\d{1,2}$/.test(b ?? l ?? '')) continue;
    if (l && known.any) continue;
    const room = roomIn(m.groups ?? {});
    if (asUnit) add(m, { building: known.single, unit: label(b ?? l ?? ''), room });
    else addBuilding(m, b ?? l ?? '', undefined);
  }
  for (const m of heard.matchAll(patterns.buildingAndUnit)) addBuilding(m, m.groups?.b ?? '', m.groups?.u);
  for (const m of heard.matchAll(patterns.spokenUnit))
    add(m, { building: null, unit: label(m.groups?.u ?? m.groups?.v ?? ''), room: null });
  for (const m of heard.matchAll(patterns.doorUnit))
    add(m, { building: null, unit: label(m.groups?.u ?? m.groups?.v ?? ''), room: null });
  for (const m of heard.matchAll(patterns.besides))
    add(m, { building: null, unit: null, room: roomIn(m.groups ?? {}), nextDoor: m.groups?.above ? 'over' : 'beside' });
  for (const pattern of [patterns.floorRoom, patterns.englishRoom, patterns.spokenRoom])
    for (const m of heard.matchAll(pattern)) add(m, { building: null, unit: null, room: roomIn(m.groups ?? {}) });
  return join(places.sort((a, b) => a.at - b.at));
}

/** "2单元 … 501室" and "Flat 12B, Tower 2" are one place each: parts that complete each other belong together. */
function join(places: SaidPlace[]): SaidPlace[] {
  const joined: SaidPlace[] = [];
  for (const place of places) {
    const last = joined.at(-1);
    const completes =
      last &&
      last.nextDoor === place.nextDoor &&
      !(last.building && place.building) &&
      !(last.unit && place.unit) &&
      !(last.room && place.room);
    if (completes) {
      last.building ??= place.building;
      last.unit ??= place.unit;
      last.room ??= place.room;
    } else joined.push({ ...place });
  }
  return joined;
}
