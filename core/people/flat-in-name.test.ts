import { describe, expect, it } from 'vitest';
import { flatInName, readFlat } from './flat-in-name.ts';

const numbered = ['1', '2', '3', '7', '12'];
const towers = ['A', 'B'];
const shown = (flat: ReturnType<typeof flatInName>): string | null =>
  flat && [flat.building, flat.unit, flat.room].filter(Boolean).join('-');

describe('the flat that a nickname says', () => {
  it.each([
    { name: '7-2-502 李', buildings: numbered, flat: '7-2-502' },
    { name: '7－2－502李', buildings: numbered, flat: '7-2-502' },
    { name: '3栋501小王', buildings: numbered, flat: '3-501' },
    { name: '3号楼2单元501', buildings: numbered, flat: '3-2-501' },
    { name: 'B座1203 陈', buildings: towers, flat: 'B-1203' },
    { name: '402小林', buildings: ['5'], flat: '5-402' },
    { name: '3栋王姐', buildings: numbered, flat: null },
    { name: '7-2 庞', buildings: numbered, flat: null },
    { name: '9-2-502 李', buildings: numbered, flat: null },
    { name: '7-2-502/3-1-301 李', buildings: numbered, flat: null },
    { name: '打工人520', buildings: ['5'], flat: null },
    { name: '007特工', buildings: ['5'], flat: null },
    { name: '静水流深', buildings: numbered, flat: null },
    { name: '7-2-502 李', buildings: [], flat: null },
    { name: '', buildings: numbered, flat: null },
  ])('$name: $flat', ({ name, buildings, flat }) => expect(shown(flatInName(name, buildings))).toBe(flat));
});

describe('the flat that somebody says when asked', () => {
  it.each([
    { said: '7-2-502', kind: 'flat' },
    { said: '3栋2单元501室', kind: 'flat' },
    { said: '9-2-502', kind: 'no_such_building' },
    { said: '7栋', kind: 'unclear' },
    { said: '多少', kind: 'unclear' },
    { said: '7-2-502和3-1-301', kind: 'unclear' },
  ])('$said: $kind', ({ said, kind }) => expect(readFlat(said, numbered).kind).toBe(kind));
});
