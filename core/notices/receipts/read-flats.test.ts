import { describe, expect, it } from 'vitest';
import { readFlats } from './read-flats.ts';

const buildings = ['1', '2', '3', '12', 'B'];
const short = ({ building, unit, room }: { building: string; unit: string; room: string }) =>
  `${building}/${unit}/${room}`;

describe('flats that a guard writes down', () => {
  it.each([
    ['3-2-501 3-2-502', ['3/2/501', '3/2/502']],
    ['3-2-501、502，601', ['3/2/501', '3/2/502', '3/2/601']],
    ['3栋2单元501 502室', ['3/2/501', '3/2/502']],
    ['3棟2單元501', ['3/2/501']],
    ['3-2-501 3-2-501', ['3/2/501']],
    ['3-2-501 12-1-1203 1204', ['3/2/501', '12/1/1203', '12/1/1204']],
    ['３-２-５０１', ['3/2/501']],
  ])('%s', (text, flats) => {
    const read = readFlats(text, buildings);
    expect(read.flats.map(short)).toEqual(flats);
    expect(read.unread).toEqual([]);
  });

  it.each([
    ['501', ['501']],
    ['9-1-101', ['9-1-101']],
    ['老王家', ['老王家']],
    ['', []],
  ])('%j: what is no flat of the estate is handed back', (text, unread) => {
    expect(readFlats(text, buildings)).toEqual({ flats: [], unread });
  });

  it('takes those that it can read beside those that it cannot', () => {
    expect(readFlats('3-2-501 9-1-101 3-2-502', buildings)).toEqual({
      flats: [
        { building: '3', unit: '2', room: '501' },
        { building: '3', unit: '2', room: '502' },
      ],
      unread: ['9-1-101'],
    });
  });
});
