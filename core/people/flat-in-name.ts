import { homeFromName } from '../intake/place/home-place.ts';
import { parsePlaces } from '../intake/place/parse-places.ts';

/** A flat by labels, without suffix; `unit` is empty where none is said. */
export interface FlatLabels {
  building: string;
  unit: string;
  room: string;
}

/**
 * The flat that a nickname says: `7-2-502 李`, `3栋501小王`, `B座1203 陈`, and in a community of one building `402小林`. Null
 * when it does not say all of it, says more than one, or names a building that the community does not have. Where no buildings
 * are known, nothing is made of nicknames.
 */
export function flatInName(name: string, buildings: readonly string[]): FlatLabels | null {
  if (buildings.length === 0 || !/\d/.test(name.normalize('NFKC'))) return null;
  const setting = { buildings: [...buildings], groupBuildings: [], locale: 'zh-CN' };
  const said = parsePlaces(name, setting);
  if (said.length > 1) return null;
  // A bare number is only a room where the name begins with it: 007特工 and 打工人520 live nowhere.
  if (said.length === 0 && !/^\s*[1-9]\d{2,3}(?!\d)/.test(name.normalize('NFKC'))) return null;
  return whole(homeFromName(name, setting));
}

/** What somebody says of a flat when asked for it: exactly one, with building and room. */
export type SaidFlat = { kind: 'flat'; flat: FlatLabels } | { kind: 'no_such_building' } | { kind: 'unclear' };

export function readFlat(text: string, buildings: readonly string[]): SaidFlat {
  const flatIn = (known: readonly string[]): FlatLabels | null => {
    const said = parsePlaces(text, { buildings: [...known], groupBuildings: [], locale: 'zh-CN' });
    return said.length === 1 && said[0] ? whole(said[0]) : null;
  };
  const flat = buildings.length === 0 ? null : flatIn(buildings);
  if (flat) return { kind: 'flat', flat };
  return flatIn([]) ? { kind: 'no_such_building' } : { kind: 'unclear' };
}

function whole(place: { building: string | null; unit: string | null; room: string | null } | null): FlatLabels | null {
  if (!place?.building || !place.room) return null;
  return { building: place.building, unit: place.unit ?? '', room: place.room };
}
