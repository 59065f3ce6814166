import { parsePlaces } from '../../intake/place/parse-places.ts';

/** A building, or one stairwell of it. Labels as on record, in capitals. */
export interface NamedPlace {
  building: string;
  unit: string | null;
}

const everywhere =
  /全(?:小区|园区|区|苑|体|部)|整个(?:小区|园区|屋苑)|各(?:栋|楼|座|幢)|所有(?:楼|栋|住户|业主)|whole (?:estate|community|compound)|entire (?:estate|community)|all (?:buildings|blocks|towers|residents)/;
const SUFFIX = '(?:栋|幢|座|号楼|#楼?)';
const range = new RegExp(`(\\d{1,2})${SUFFIX}?\\s*(?:-|–|—|~|到|至)\\s*(\\d{1,2})${SUFFIX}`, 'g');
const list = new RegExp(`((?:(?:\\d{1,2}|[a-z])\\s*[、,，和及与&/]\\s*)+)(\\d{1,2}|[a-z])(${SUFFIX})`, 'g');
const englishRange = /\b(?:buildings?|blocks?|towers?|bldgs?)\s+(\d{1,2})\s*(?:-|–|to|through)\s*(\d{1,2})\b/g;
const englishList =
  /\b(?:buildings|blocks|towers|bldgs)\s+((?:(?:\d{1,2}|[a-z])\s*(?:,|and|&)+\s*)+)(\d{1,2}|[a-z])\b/g;

const each = (from: string, to: string): string =>
  Array.from(
    { length: Math.max(0, Math.min(60, Number(to) - Number(from) + 1)) },
    (_, step) => `${Number(from) + step}栋`,
  ).join(' ');
const apart = (said: string): string[] => said.match(/\d{1,2}|(?<![a-z])[a-z](?![a-z])/g) ?? [];

/**
 * The buildings, and stairwells of them, that a notice names: `3栋、5栋`, `1至4栋`, `1、2、5号楼`, `3栋2单元`, `blocks 3 and 5`. Empty where it names
 * none, or speaks of the whole estate besides.
 *
 * @param text normalised (core/intake/normalise.ts)
 * @param known labels of all buildings of the estate
 */
export function buildingsNamed(text: string, known: readonly string[]): NamedPlace[] {
  if (everywhere.test(text)) return [];
  const spelled = text
    .replaceAll(range, (_, from: string, to: string) => ` ${each(from, to)} `)
    .replaceAll(
      list,
      (_, some: string, last: string) => ` ${[...apart(some), last].map((one) => `${one}栋`).join(' ')} `,
    )
    .replaceAll(englishRange, (_, from: string, to: string) => ` ${each(from, to)} `)
    .replaceAll(
      englishList,
      (_, some: string, last: string) =>
        ` ${[...apart(some), last].map((one) => `building ${one.toUpperCase()}`).join(', ')} `,
    );
  const places = parsePlaces(spelled, { buildings: known, groupBuildings: [], locale: '' });
  return places.flatMap(({ building, unit }) => (building === null ? [] : [{ building, unit }]));
}
