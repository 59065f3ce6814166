import type { FlatLabels } from '../../people/flat-in-name.ts';

/** The flats of one floor behind one stairwell. `floor` is null where the room does not tell it. */
export interface WalkFloor {
  floor: number | null;
  rooms: string[];
}

/** What a guard walks in one go: a stairwell from the top to the bottom. */
export interface WalkStair {
  building: string;
  unit: string;
  floors: WalkFloor[];
}

/** Rooms are numbered by floor: 501 and 0501 are on the fifth, 1202 on the twelfth, B101 and -101 below. A room of two digits tells none. */
export function floorOf(room: string): number | null {
  const said = /^(b-?|-)?(\d{3,5})(?!\d)/i.exec(room.normalize('NFKC'));
  const digits = said?.[2];
  if (digits === undefined) return null;
  const floor = Number(digits.slice(0, -2));
  if (said?.[1]) return -floor;
  return floor === 0 ? null : floor;
}

const labels = new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' });

/**
 * Flats in the order in which somebody walks them: by building and stairwell, floors from the top to the bottom, rooms from left to
 * right. Rooms that tell no floor come last. Buildings go as people count them: 2 before 10.
 */
export function walkList(flats: readonly FlatLabels[]): WalkStair[] {
  const sorted = flats.toSorted(
    (a, b) =>
      labels.compare(a.building, b.building) ||
      labels.compare(a.unit, b.unit) ||
      (floorOf(b.room) ?? -Infinity) - (floorOf(a.room) ?? -Infinity) ||
      labels.compare(a.room, b.room),
  );
  const stairs: WalkStair[] = [];
  for (const { building, unit, room } of sorted) {
    const last = stairs.at(-1);
    const stair = last?.building === building && last.unit === unit ? last : { building, unit, floors: [] };
    if (stair !== last) stairs.push(stair);
    const floor = floorOf(room);
    const level = stair.floors.at(-1);
    if (level?.floor === floor) level.rooms.push(room);
    else stair.floors.push({ floor, rooms: [room] });
  }
  return stairs;
}

/**
 * The list over several messages, each with so many lines at most: a heading for the stairwell and a line for each floor. A
 * stairwell that does not fit goes on in the next one, under its heading again.
 */
export function walkPages(stairs: readonly WalkStair[], linesAtMost: number): WalkStair[][] {
  const pages: WalkStair[][] = [];
  let page: WalkStair[] = [];
  let left = linesAtMost;
  const turn = (): void => {
    if (page.length > 0) pages.push(page);
    page = [];
    left = linesAtMost;
  };
  for (const { floors, ...stair } of stairs) {
    let rest = floors;
    while (rest.length > 0) {
      // A heading with nothing under it tells nothing.
      if (left < 2) turn();
      const here = rest.slice(0, left - 1);
      page.push({ ...stair, floors: here });
      left -= here.length + 1;
      rest = rest.slice(here.length);
    }
  }
  turn();
  return pages;
}
