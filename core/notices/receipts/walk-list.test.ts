import { describe, expect, it } from 'vitest';
import { floorOf, walkList, walkPages } from './walk-list.ts';

const flat = (said: string) => {
  const [building = '', unit = '', room = ''] = said.split('-');
  return { building, unit, room };
};

describe('the floor of a room', () => {
  it.each([
    ['501', 5],
    ['0501', 5],
    ['1202', 12],
    ['10203', 102],
    ['501A', 5],
    ['５０１', 5],
    ['B101', -1],
    ['-101', -1],
    ['01', null],
    ['12', null],
    ['A', null],
    ['阁楼', null],
    ['', null],
  ])('%s: %s', (room, floor) => {
    expect(floorOf(room)).toBe(floor);
  });
});

describe('the list for a guard', () => {
  it('goes building by building, from the top floor down', () => {
    const list = walkList(['10-1-101', '2-2-501', '2-1-301', '2-1-1201', '2-1-302', '2-1-B101', '2-1-阁楼'].map(flat));
    expect(list).toEqual([
      {
        building: '2',
        unit: '1',
        floors: [
          { floor: 12, rooms: ['1201'] },
          { floor: 3, rooms: ['301', '302'] },
          { floor: -1, rooms: ['B101'] },
          { floor: null, rooms: ['阁楼'] },
        ],
      },
      { building: '2', unit: '2', floors: [{ floor: 5, rooms: ['501'] }] },
      { building: '10', unit: '1', floors: [{ floor: 1, rooms: ['101'] }] },
    ]);
  });

  it('is empty when everybody has confirmed', () => {
    expect(walkList([])).toEqual([]);
    expect(walkPages([], 10)).toEqual([]);
  });
});

describe('a long list', () => {
  const stairs = walkList(['1-1-101', '1-1-201', '1-1-301', '1-2-101', '2-1-101'].map(flat));
  const rooms = (pages: ReturnType<typeof walkPages>) =>
    pages.map((page) => page.flatMap(({ floors }) => floors.flatMap((floor) => floor.rooms)));

  it('stays in one message where it fits exactly', () => {
    expect(walkPages(stairs, 8)).toHaveLength(1);
    expect(walkPages(stairs, 7)).toHaveLength(2);
  });

  it('goes on in the next message under its heading, and leaves nobody out', () => {
    const pages = walkPages(stairs, 3);
    expect(rooms(pages)).toEqual([['301', '201'], ['101'], ['101'], ['101']]);
    expect(pages[1]?.[0]).toMatchObject({ building: '1', unit: '1' });
  });

  it('never ends a message with a heading alone', () => {
    for (const lines of [2, 3, 4, 5, 6]) {
      for (const page of walkPages(stairs, lines)) {
        expect(page.every(({ floors }) => floors.length > 0)).toBe(true);
        expect(page.reduce((sum, { floors }) => sum + floors.length + 1, 0)).toBeLessThanOrEqual(lines);
      }
      expect(rooms(walkPages(stairs, lines)).flat()).toHaveLength(5);
    }
  });
});
