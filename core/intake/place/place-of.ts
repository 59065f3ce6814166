import type { Scope } from '../lexicon/concept.ts';
import type { Area, GroupSetting, HeardMessage, Kind, Place } from '../understanding.ts';
import { homeFromName } from './home-place.ts';
import { parsePlaces, type SaidPlace } from './parse-places.ts';

const spots =
  /(?:[东南西北]门|正门|后门|大门口|大堂|电梯厅|电梯|货梯|车库|地库|车棚|车位|泳池|会所|花园|滑梯|儿童乐园|健身房|活动室|楼梯间|楼道|走廊|天台|楼顶|外墙|垃圾房|垃圾桶|垃圾站|单元门|门禁|对讲|道闸|阳台|厨房|卫生间|厕所|客厅|卧室|lobby|lift|elevator|car ?park|garage|playground|gym|pool|roof|stairwell|stairs|hallway|corridor|courtyard|laundry room|bin (?:room|store)|gate|garden|kitchen|bathroom|balcony|ceiling)|\bb\d层?(?![-\d])|负[一二三]层?|[一二三四五六七八九十\d]{1,3}楼/;

/** The spot in a normalised text: 电梯, 南门, B2, lobby; null when it names none. */
export function spotIn(text: string): string | null {
  const spot = spots.exec(text)?.[0];
  if (spot === undefined) return null;
  // "b2" is a label, "lobby" a word.
  return /\d/.test(spot) ? spot.toUpperCase() : spot.toLowerCase();
}

/** Spots that belong to the whole estate: wherever the writer lives, they are not there. */
const estateSpots =
  /小区[大正]?门|大门口|[东南西北]门|道闸|车库|地库|停车场|花园|广场|泳池|会所|儿童乐园|健身房|路灯|垃圾站|快递柜|\b(?:main gate|barrier|car ?park|garage|playground|swimming pool|club ?house|garden|street ?lamps?)\b/i;

/** Where a sender lives: the flat on record, else what the nickname says. */
export const homeOf = ({ flat, senderName }: HeardMessage, setting: GroupSetting): Omit<Place, 'spot'> | null =>
  flat?.building ? flat : homeFromName(senderName, setting);

/** Words that put a matter into the writer's flat after all: "the street lamp shines into my bedroom". */
const atHome =
  /我家|家里|家裡|屋里|屋裡|厨房|廚房|卧室|臥室|卫生间|洗手间|厕所|客厅|阳台|\bmy (?:flat|apartment|home|room|kitchen|bathroom|bedroom|balcony)\b/i;

const nowhere = { building: null, unit: null, room: null };
/** Kinds and areas whose place is not where the writer lives. */
const anywhereKinds: readonly Kind[] = ['inquiry', 'suggestion', 'praise'];
const anywhereAreas: readonly Area[] = ['fees', 'service', 'community', 'other'];

/**
 * Where a matter is. What is said counts first; the writer's home fills in what it leaves open: all of it when the matter
 * is in their own flat (or is what they suffer from neighbours in it), building and stairwell when it is in the stairwell or the lift, nothing when it is
 * on the estate, is only asked or suggested, or the building said is another one. In a group of a single building a thing
 * that is broken in the building is in that building.
 */
export function placeOf(
  text: string,
  message: HeardMessage,
  setting: GroupSetting,
  about: { kind: Kind; area: Area; scope: Scope | null },
): Omit<Place, 'spot'> {
  const said = parsePlaces(text, setting);
  const named = said.find(({ building }) => building !== null) ?? said[0] ?? null;
  const home = homeOf(message, setting);
  const onEstate = estateSpots.test(text) && !atHome.test(text);
  const place = named ? fillIn(named, said, home, about.scope) : onEstate ? nowhere : homeFor(home, about);
  const single =
    setting.buildings.length === 1
      ? setting.buildings[0]
      : setting.groupBuildings.length === 1
        ? setting.groupBuildings[0]
        : undefined;
  const physical =
    !anywhereKinds.includes(about.kind) && !['fees', 'service', 'community', 'other'].includes(about.area);
  if (
    single !== undefined &&
    place.building === null &&
    (place.unit !== null || place.room !== null || (physical && about.scope !== 'estate'))
  ) {
    return { ...place, building: single };
  }
  return place;
}

function fillIn(
  named: SaidPlace,
  said: readonly SaidPlace[],
  home: Omit<Place, 'spot'> | null,
  scope: Scope | null,
): Omit<Place, 'spot'> {
  const place = { building: named.building, unit: named.unit, room: named.room };
  // "10栋 … 2单元" and "B1507 … B座" in one breath are one place.
  for (const more of said) {
    if (more === named || (more.building !== null && more.building !== place.building)) continue;
    place.unit ??= more.unit;
    place.room ??= more.room;
  }
  if (!home) return place;
  place.building ??= home.building;
  if (scope === 'home' && place.building === home.building && place.unit === null) {
    return { building: place.building, unit: home.unit, room: place.room ?? home.room };
  }
  if (place.room !== null && place.room === home.room) place.unit ??= home.unit;
  return place;
}

function homeFor(
  home: Omit<Place, 'spot'> | null,
  { kind, area, scope }: { kind: Kind; area: Area; scope: Scope | null },
): Omit<Place, 'spot'> {
  if (!home || anywhereKinds.includes(kind) || anywhereAreas.includes(area)) return nowhere;
  if (scope === 'home' || (area === 'neighbours' && scope !== 'shared' && scope !== 'estate')) {
    return { building: home.building, unit: home.unit, room: home.room };
  }
  return scope === 'shared' ? { building: home.building, unit: home.unit, room: null } : nowhere;
}
