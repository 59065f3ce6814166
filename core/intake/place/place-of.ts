import { simplify } from '../../text/simplify.ts';
import type { Scope } from '../lexicon/concept.ts';
import type { Area, GroupSetting, HeardMessage, Kind, Place } from '../understanding.ts';
import { homeFromName } from './home-place.ts';
import { corrected, isBetween } from './corrected.ts';
import { parsePlaces, type SaidPlace } from './parse-places.ts';
import { cameHome, isInOwnRooms, isOwnAccount, isSupplyOut, whereabouts } from './whereabouts.ts';

const spots =
  /(?:[东南西北]门|正门|后门|大门口|大堂|电梯厅|电梯|货梯|车库|地库|车棚|车位|泳池|会所|花园|滑梯|儿童乐园|健身房|活动室|楼梯间|楼道|走廊|天台|楼顶|外墙|垃圾房|垃圾桶|垃圾站|单元门|门禁|对讲|道闸|阳台|厨房|卫生间|厕所|客厅|卧室|lobby|lift|elevator|car ?park|garage|playground|gym|pool|roof|stairwell|stairs|hallway|corridor|courtyard|laundry room|bin (?:room|store)|gate|garden|kitchen|bathroom|balcony|ceiling)|\bb\d层?(?![-\d])|负[一二三]层?|[一二三四五六七八九十\d]{1,3}楼/;

/** The spot in a normalised text: 电梯, 南门, B2, lobby; null when it names none. */
export function spotIn(text: string): string | null {
  const spot = spots.exec(text)?.[0];
  if (spot === undefined) return null;
  // "b2" is a label, "lobby" a word.
  return /\d/.test(spot) ? spot.toUpperCase() : spot.toLowerCase();
}

/** Where a sender lives: the flat on record, else what the nickname says. */
export const homeOf = ({ flat, senderName }: HeardMessage, setting: GroupSetting): Omit<Place, 'spot'> | null =>
  flat?.building ? flat : homeFromName(senderName, setting);

const nowhere = { building: null, unit: null, room: null };
type Where = Omit<Place, 'spot'>;
/** Areas whose place is not where the writer lives, unless it is about their own flat. */
const anywhereAreas: readonly Area[] = ['fees', 'service', 'community', 'other'];

/**
 * Where a matter is. What is said counts first, as far as it is not taken back; the writer's home fills in what it leaves open: all of it when the
 * matter is in their own flat (or is what they suffer from neighbours in it), building and stairwell when it is in the stairwell or the lift,
 * nothing when it is on the estate, between two buildings, is only asked or suggested, or the building said is another one. In a group of a single
 * building a thing that is broken in the building is in that building.
 */
export function placeOf(
  text: string,
  message: HeardMessage,
  setting: GroupSetting,
  about: { kind: Kind; area: Area; scope: Scope | null },
): Where {
  const heard = simplify(text.normalize('NFKC')).replaceAll('棟', '栋');
  const named = corrected(heard, parsePlaces(heard, setting), setting);
  const home = homeOf(message, setting);
  const scope = whereabouts(heard, about.scope);
  // Over them somebody makes noise; beside them a door is told of to say where.
  const isMeant = ({ nextDoor }: SaidPlace): boolean =>
    nextDoor === undefined || (nextDoor === 'over' && about.kind === 'complaint' && about.area === 'neighbours');
  const said = home?.room ? named.filter(isMeant) : named;
  const first = said.find(({ building }) => building !== null) ?? said[0] ?? null;
  const place = isBetween(heard, named)
    ? nowhere
    : first
      ? fillIn(first, said, home, scope, heard)
      : homeFor(home, { ...about, scope }, heard);
  const single =
    setting.buildings.length === 1
      ? setting.buildings[0]
      : setting.groupBuildings.length === 1
        ? setting.groupBuildings[0]
        : undefined;
  const physical = ['repair', 'complaint'].includes(about.kind) && !anywhereAreas.includes(about.area);
  if (
    single !== undefined &&
    place.building === null &&
    (place.unit !== null || place.room !== null || (physical && scope !== 'estate'))
  ) {
    return { ...place, building: single };
  }
  return place;
}

/** The writer's own room as a number of its own: "602", "902的插座". */
function saysOwnRoom(text: string, home: Where | null): boolean {
  const room = home?.room;
  if (!room || room.length < 3) return false;
  const at = text.toUpperCase().indexOf(room);
  return (
    at >= 0 &&
    !/[\d.-]/.test(text[at - 1] ?? '') &&
    !/[\d:.]\d|^\d/.test(text.slice(at + room.length, at + room.length + 2))
  );
}

/** A room on a line of its own, or after 我家 and the like: for somebody of whom only the building is known. */
const bareRoom =
  /(?:^|[\n.])\s*(?<r>[1-9]\d{2,3})(?:\.\s|\s*(?:\n|$)|\s+门)|(?:我家?(?:就在|在|是|系|住)?|我妈|我婆|房号|铺)\s*(?<s>[1-9]\d{2,3})(?!\d|[年元块次个人天多米斤分号栋座])/;

function fillIn(
  named: SaidPlace,
  said: readonly SaidPlace[],
  home: Where | null,
  scope: Scope | null,
  text: string,
): Where {
  const place: Where = { building: named.building, unit: named.unit, room: named.room };
  // "10栋 … 2单元" and "B1507 … B座" in one breath are one place.
  for (const more of said) {
    if (more === named || (more.building !== null && more.building !== place.building)) continue;
    place.unit ??= more.unit;
    place.room ??= more.room;
  }
  const bare = bareRoom.exec(text)?.groups;
  place.room ??= bare?.r ?? bare?.s ?? null;
  if (!home) return place;
  place.building ??= home.building;
  if (place.building !== home.building) return place;
  if (named.nextDoor !== undefined) place.unit ??= home.unit;
  if (
    place.room === null &&
    ((saysOwnRoom(text, home) && (scope !== 'shared' || /\d[门的家]/.test(text))) ||
      (scope === 'home' && isInOwnRooms(text)))
  ) {
    if (place.unit === null || place.unit === home.unit) return { ...place, unit: home.unit, room: home.room };
  }
  // "3栋楼道" of somebody in 3-2: their stairwell.
  if (place.unit === null && place.room === null && scope === 'shared' && /楼道|单元门|门轴/.test(text))
    return { ...place, unit: home.unit };
  if (place.room !== null && place.room === home.room) place.unit ??= home.unit;
  return place;
}

function homeFor(home: Where | null, about: { kind: Kind; area: Area; scope: Scope | null }, text: string): Where {
  if (!home) return nowhere;
  const { kind, area, scope } = about;
  const whole = { building: home.building, unit: home.unit, room: home.room ?? bareRoom.exec(text)?.groups?.r ?? null };
  const stairwell = { building: home.building, unit: home.unit, room: null };
  if (kind === 'suggestion' || (area === 'parking' && !/楼下|单元门|车库门/.test(text))) return nowhere;
  if (saysOwnRoom(text, home) && (scope !== 'shared' || /\d(?:门|的|家|隔壁)/.test(text))) return whole;
  if (kind === 'complaint' && area === 'fees') return scope !== 'shared' && isOwnAccount(text) ? whole : nowhere;
  if (kind === 'inquiry' || kind === 'praise' || anywhereAreas.includes(area)) {
    if (kind === 'praise' ? scope !== 'estate' && cameHome(text) : scope === 'home' && isInOwnRooms(text)) return whole;
    const ofStairs =
      kind === 'inquiry' ? area === 'facilities' : kind === 'complaint' && area === 'service' && /电梯|楼道/.test(text);
    return ofStairs && scope === 'shared' ? stairwell : nowhere;
  }
  // "又吐": the same thing as before, at the one who told of it.
  if (scope === null && kind === 'repair' && area === 'facilities' && home.room !== null && /又/.test(text))
    return whole;
  if (kind === 'repair' && isSupplyOut(text)) return stairwell;
  if (scope === 'home' || (area === 'neighbours' && scope !== 'shared' && scope !== 'estate')) return whole;
  return scope === 'shared' ? stairwell : nowhere;
}
