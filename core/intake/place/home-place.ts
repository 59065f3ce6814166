import { simplify } from '../../text/simplify.ts';
import type { GroupSetting, Place } from '../understanding.ts';
import { buildingMeant, type KnownBuildings, knownBuildings } from './known-buildings.ts';
import { label } from './numerals.ts';
import { parsePlaces } from './parse-places.ts';

type Home = Pick<Place, 'building' | 'unit' | 'room'>;

/** Shapes that are a flat in a nickname only, most telling first. `b` building, `u` unit, `r` room, `f` floor and `n` number on it, `z` 之. */
const shapes: readonly RegExp[] = [
  // "C-05-05", "Blk C 15-08", "A-3A-06"
  /(?<![\w])(?<b>[a-z])[\s-]?(?<f>\d{2}|\dA)-(?<n>\d{2})(?!\d)/i,
  // "Hui Min (14 #03-11)", "#15-09 (16)"
  /(?<![\w#-])(?<b>\d{1,3})\s*#\s*(?<f>\d{2})-(?<n>\d{2})(?!\d)/,
  /#\s*(?<f>\d{2})-(?<n>\d{2})\s*\((?<b>\d{1,3})\)/,
  // "D2-1501", "D1-0602": stairs with a number in a building with a letter
  /(?<![\w-])(?<b>[a-z])(?<u>\d)[\s-]+(?<r>\d{4})(?!\d)/i,
  // "A5F-2", "B12F-5", "A栋11楼之6"
  /(?<![\w-])(?<b>[a-z]|\d{1,2})[栋号座]?\s*(?<f>\d{1,2})(?:楼|F)\s*[-之]\s*(?<z>\d{1,2})/i,
  // "5座17楼D", "T5 27楼E", "3座12楼B室", "22号18D"
  /(?<![\w-])(?<b>[a-z]?\d{1,2}|[一二三四五六七八九十]{1,3}|[a-z])(?:座|号|栋)\s*(?<f>\d{1,2}|[一二三四五六七八九十]{1,3})(?:楼|\/f|f)?\s*(?<x>[a-eg-h])(?![a-z])/i,
  // "7-2-502", "8#2-1702", "6#2单元1102", "1-1-1O2"
  /(?<!\d|\d-)(?<b>\d{1,3})(?:#|-|栋)(?<u>\d{1,2})(?:-|单元)(?<r>\d{3,4}|\dO\d)(?!\d)/i,
  // "4/1902", "1/18B", "3/1410", "5/310", "C/506"
  /(?<![\w/])(?<b>[a-z]?\d{1,2}|[a-z])\/(?<r>\d{3,4}[a-z]?|\d{1,2}[a-h])(?![\w/])/i,
  // "T3-16-F"
  /(?<![\w-])(?<b>[a-z]?\d{1,2})\s*-\s*(?<r>\d{1,2}-[a-h])(?![a-z])/i,
  // "B3-1502" where the buildings are numbers, "B1-42"
  /(?<![\w-])(?<b>[bth]\d{1,2})\s*[-–]\s*(?<r>\d{2,4}[a-h]?)(?!\d)/i,
  // "Yusuf Apt 40 D", "Bev U304 Bldg A", "Apt 2, Block 2"
  /\b(?:flat|apt\.?|unit|u)\s*(?<r>\d{1,4})[\s,]+(?:blk|block|bldg|building|tower)?\s*(?<b>[a-z]|\d{1,2})\b/i,
  // "Nurul 10-05-07"
  /(?<![\w-])(?<b>\d{1,2})-(?<f>\d{2})-(?<n>\d{2})(?!\d)/,
  // "Blk 3 Apt 14", "Block C 27", "Blk 2 - 27", "Blk2 Unit 311", "Bldg 2 #904"
  /\b(?:blk|block|bldg|building|tower)\s*(?<b>[a-z]|\d{1,2})(?:[\s,#-]+(?:apt|unit|flat)?\s*(?<r>\d{2,4}[a-h]?|(?<=apt |flat |unit )\d))?(?![\w]|-\d|F\b)/i,
  // "E66", "C 18", "D-9", "A27", "F 12", "B 105", "A1802"
  /(?<![\w'-])(?<b>[a-z])(?:[\s_-]?)(?<r>(?!0\d{0,2}(?!\d))\d{2,4}[a-eg-h]?|(?<=-)\d)(?![\w]|-\d|楼|层|岁|号)/i,
  // "B4楼404", "E栋夫妻房107"
  /(?<![\w-])(?<b>[a-z]|\d{1,2})(?:\d{1,2}楼|[栋座][\u4e00-\u9fff]{1,3})(?<r>\d{3,4})(?!\d)/i,
  // "Brig. Hatherley B2": in a name there are no basements
  /(?<![\w'-])(?<b>[a-z])(?<u>)(?<r>)\d$/i,
];
/** A building and no flat: `Imran Wing E`, `Suresh C wing`, `Tim (E 7th floor)`, `C29F`, `A7楼`, `B17楼 Zoe`, `B塔30层`, `C-Lvl2` */
const buildingOnly: readonly RegExp[] = [
  /\b(?:wing|blok)\s+(?<b>[a-z]|\d{1,2})\b/i,
  /(?<![\w'-])(?<b>[a-z])[\s-]*(?:wing|block|tower|栋|座|塔)/i,
  /(?<![\w'-])(?<b>[a-z])[\s-]*(?:lvl\s*)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:st|nd|rd|th|f|楼|层|\/f|$)/i,
  // "22号 董", "24号", "鲁班七号", "H21", "5号屋", "18号22楼B"
  /(?<![\d第])(?<b>\d{1,3}|[一二三四五六七八九十]{1,3})号(?!机|店|线|技师|选手|种子|公馆)/,
  /(?<![\w-])(?<b>[th]\d{1,2})(?![\w])/i,
];
/** In Taiwan, floors of old houses have one flat: `11号3楼 叶太`, `C栋8楼`, `A7楼`, `A9F` */
const floorFlat = /(?<![\w-])(?:(?<b>\d{1,2})(?:号|栋|座)|(?<c>[a-z])(?:栋|座)?-?)\s*(?<r>\d{1,2})(?:楼|F)(?![-之\d])/i;
/** Where no buildings are known, a name says only a room: `5楼A室 赖太`, `Ann (7B)`, `2705室`, `1823陈师奶`, `6/F A 钟` */
const roomOnly: readonly RegExp[] = [
  /(?<![\d-])(?<f>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:楼|\/f|f)\s*(?:flat\s*)?(?<x>[a-k])(?![a-z])/i,
  /(?<![\w-])(?<r>\d{1,2}[a-k])(?![\w-])/i,
  /(?:^|(?<=\())(?<r>[1-9]\d{2,3})(?=室|房|\s*[\p{Script=Han}]|\)|\s*$)(?!年|后)/u,
];

function placeFrom(groups: Record<string, string | undefined>, known: KnownBuildings): Home | null {
  const { b = groups.c, u, r, f, n, z, x } = groups;
  const building = b === undefined ? null : buildingIn(b, known);
  if (b !== undefined && building === null) return null;
  const room =
    f && n
      ? (f + n).toUpperCase()
      : f && x
        ? label(f) + x.toUpperCase()
        : f && z
          ? `${label(f)}之${z}`
          : r
            ? r.toUpperCase().replace('-', '').replace('O', '0')
            : null;
  return { building, unit: u ? label(u) : null, room };
}

/** Nicknames write B3 for building 3, too. */
function buildingIn(said: string, known: KnownBuildings): string | null {
  return buildingMeant(said, known) ?? (/^b\d/i.test(said) ? buildingMeant(said.slice(1), known) : null);
}

/**
 * Where a nickname says its owner lives: `7-2-502 李`, `3栋王姐`, `B1507`, `Amy 4-501`, `T2-1901 孟`, `Vikram C1105`, `22号 董`, in a group of
 * one building `402小林` and `1-302老孙`, and where no buildings are known `5楼A室` and `Ann (7B)`. Null when it says nothing.
 */
export function homeFromName(name: string, setting: GroupSetting): Home | null {
  // Most names are only a name.
  if (!/[\d一二三四五六七八九十栋座]|\b[a-z]\b|wing|block|tower/i.test(name)) return null;
  const heard = simplify(name.normalize('NFKC')).replaceAll('棟', '栋');
  const known = knownBuildings(setting);
  const read = (patterns: readonly RegExp[]): Home | null => {
    for (const pattern of patterns) {
      const groups = pattern.exec(heard)?.groups;
      const home = groups ? placeFrom(groups, known) : null;
      if (home) return home;
    }
    return null;
  };
  if (known.any) {
    const [said] = parsePlaces(name, setting);
    if (said?.building) return { building: said.building, unit: said.unit, room: said.room };
    return read(roomOnly) ?? (said ? { building: null, unit: said.unit, room: said.room } : null);
  }
  const floor = setting.locale === 'zh-TW' ? read([floorFlat]) : null;
  if (floor) return floor;
  const shaped = known.single === null ? read(shapes) : null;
  const [place] = parsePlaces(name, setting);
  if (shaped?.room && !(place?.unit && place.room)) return shaped;
  if (place?.building) return { building: place.building, unit: place.unit, room: place.room };
  if (shaped) return shaped;
  if (place) return { building: place.building ?? known.single, unit: place.unit, room: place.room };
  if (known.single !== null) {
    const bare = /(?<!\d|\d-)(\d{3,4}|\d{1,2}[a-h])(?!\d|-\d)/i.exec(heard)?.[1];
    return bare ? { building: known.single, unit: null, room: bare.toUpperCase() } : null;
  }
  return read(buildingOnly);
}
