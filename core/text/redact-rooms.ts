import type { Finder } from './redact-finder.ts';

const building = '(?:栋|棟|幢|座|号楼|號樓|单元|單元|楼|樓|阁|閣|苑)';
/** Figures after a building that count something else than rooms. */
const unitAfter =
  /^\s*(?:年|月|日|点|點|时|時|分|人|户|戶|家|元|块|塊|万|萬|平|㎡|米|度|部|个|個|台|盏|盞|次|辆|輛|多|余|餘|左右|%|:|\/|层|層)/;
const room: Pick<Finder, 'kind' | 'counts'> = {
  kind: 'room',
  counts: (text, before, after) => !unitAfter.test(after) && !isEmergencyCall(text, before),
};

/** "保安已上楼 119已报". */
const isEmergencyCall = (text: string, before: string): boolean =>
  /^(?:11[0-9]|12[02]|999)$/.test(text) && /\s$/.test(before);

const isBasement = (before: string): boolean => /(?:^|[^A-Za-z])[BP]\d\s*[-#]\s*$/i.test(before);

/** `11-21-2026`: a month and a day before it, and a year. */
const isYearOfDate = (text: string, before: string): boolean =>
  /^(?:199\d|20[0-3]\d)$/.test(text) && /(?<!\d)(?:0?[1-9]|1[0-2])\s*-\s*[12]\d\s*-\s*$/.test(before);

/**
 * Rooms, of which building and stairwell may be said in a group (P9b): `3-2-501`, `3栋2单元501`, `B座1203`, `12樓B室`, `Flat 5C`. Not
 * `3栋` alone, nor what lies in a basement or is a parking bay: `B2-301`, `P2-118`.
 */
export const roomFinders: readonly Finder[] = [
  {
    kind: 'room',
    pattern:
      /(?<=(?<![\dA-Za-z-])(?:\d{1,2}[A-Za-z]?|[A-Za-z]\d?)\s*[-#]\s*\d{1,2}\s*-\s*)\d{3,4}[A-Za-z]?(?![\dA-Za-z]|\s*-\s*\d)/g,
    counts: (text, before) => !isYearOfDate(text, before),
  },
  {
    kind: 'room',
    pattern:
      /(?<=(?<![\dA-Za-z-]|\.\d?)(?:\d{1,2}[A-Za-z]?|[A-Za-z]\d?)\s*[-#]\s*)\d{3,4}[A-Za-z]?(?![\dA-Za-z.]|\s*-\s*\d)/g,
    counts: (_, before, after) => !unitAfter.test(after) && !isBasement(before) && !/[¥￥$]\s*\d+\s*-\s*$/.test(before),
  },
  // Singapore: #12-345.
  { kind: 'room', pattern: /(?<=#)\d{1,2}-\d{2,4}(?!\d)/g },
  { ...room, pattern: new RegExp(`(?<=${building}\\s*)\\d{3,4}[A-Za-z]?(?![\\dA-Za-z.])`, 'g') },
  {
    ...room,
    pattern: new RegExp(`(?<=${building}\\s*)[〇零一二三四五六七八九]{3,4}(?![〇零一二三四五六七八九十百])`, 'g'),
  },
  { kind: 'room', pattern: /(?<![\dA-Za-z])\d{3,4}[A-Za-z]?(?=\s*(?:室|号房|號房|号室|號室|房间|房間))/g },
  { kind: 'room', pattern: /(?<![\dA-Za-z])\d{3,4}(?=房(?![价價租产產贷貸款东東屋子间間]))/g },
  { kind: 'room', pattern: /[〇零一二三四五六七八九]{3,4}(?=室)/g },
  { kind: 'room', pattern: /(?<=(?:楼|樓|\/F)\s*,?\s*)[A-Za-z](?=\s*(?:室|座|房|单位|單位))/g },
  // English: Flat 5C, Room 1203, apt. 12, unit 5C; `unit 2` is a stairwell.
  {
    kind: 'room',
    pattern:
      /(?<=\b(?:flat|apt\.?|apartment|room|rm\.?)\s*(?:no\.?\s*)?#?)\d{1,4}[A-Za-z]?(?![\dA-Za-z]|\s*(?:%|percent|years|min|hours|am\b|pm\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gi,
  },
  {
    kind: 'room',
    pattern: /(?<=\b(?:[Ff]lat|FLAT|[Aa]pt\.?|[Aa]partment|[Rr]oom|ROOM)\s+)[A-Z](?:\d{1,4})?(?![A-Za-z\d'’])/g,
  },
  { kind: 'room', pattern: /(?<=\b(?:unit|suite)\s*#?)(?:\d{1,4}[A-Z]|\d{3,4})(?![\dA-Za-z])/gi },
];
