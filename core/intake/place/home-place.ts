import type { GroupSetting, Place } from '../understanding.ts';
import { label } from './numerals.ts';
import { parsePlaces } from './parse-places.ts';

type Home = Pick<Place, 'building' | 'unit' | 'room'>;

/**
 * Where a nickname says its owner lives: `7-2-502 李`, `3栋王姐`, `B1507`, `Amy 4-501`, and, in a group of one building,
 * `402小林` and `1-302老孙`. Null when it says nothing.
 */
export function homeFromName(name: string, setting: GroupSetting): Home | null {
  const [place] = parsePlaces(name, setting);
  const single = setting.buildings.length === 1 ? (setting.buildings[0] ?? null) : null;
  if (place) return { building: place.building ?? single, unit: place.unit, room: place.room };
  const bare = /(?<![\d-])(\d{3,4}|\d{1,2}[a-h])(?![\d-])/i.exec(name.normalize('NFKC'))?.[1];
  if (bare && single !== null) return { building: single, unit: null, room: bare.toUpperCase() };
  // "B座22F", "Tom (Block C)" are read above; a lone letter and floor, "C29F", is left.
  const floor = /(?<![a-z\d])([a-z])[\s-]?\d{1,2}(?:f|楼|\/f)(?![a-z])/i.exec(name)?.[1];
  if (floor && setting.buildings.includes(floor.toUpperCase()))
    return { building: label(floor), unit: null, room: null };
  return null;
}
