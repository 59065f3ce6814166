import { parsePlaces } from '../../../core/intake/place/parse-places.ts';

/** Web WeChat writes emoji into names as markup, and some clients put invisible characters around them. */
const invisible = /<span[^>]*><\/span>|\p{Default_Ignorable_Code_Point}|[\u2028-\u202E]/gu;

/** A name as it is compared: without what nobody sees, full width as half width, spaces as one, letters small. */
export const plainName = (name: string): string =>
  name.normalize('NFKC').replaceAll(invisible, '').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** What may stand around the numbers of a flat. */
const ofTheFlat = /[\d\s#\-–—_.,，]|[栋幢座棟]|号楼|单元|室|房/g;

/**
 * What a name says of who it is. Names that say the same flat in another way and are otherwise equal say the same:
 * `7-2-502 李`, `7栋2单元502室李`. Empty for a name of nothing visible, which says nobody.
 */
export function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= REMEMBERED) keys.clear();
  const key = readKey(name);
  keys.set(name, key);
  return key;
}

/** After a login the names of a group are compared once for each of its members. */
const keys = new Map<string, string>();
const REMEMBERED = 20_000;

function readKey(name: string): string {
  const flat = flatKey(name);
  const plain = plainName(name);
  return flat === null ? plain : `${flat} ${plain.replaceAll(ofTheFlat, '')}`.toLowerCase();
}

/** The whole flat in a name, as a key; null when it says none. */
export function flatKey(name: string): string | null {
  const [place] = parsePlaces(plainName(name), { buildings: [], groupBuildings: [], locale: 'zh-CN' });
  return place?.building && place.room ? `${place.building}-${place.unit ?? ''}-${place.room}` : null;
}

/** How many of the names say the same as `key`. */
export const countKey = (names: readonly string[], key: string): number =>
  names.filter((name) => nameKey(name) === key).length;
