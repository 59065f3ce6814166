import { describe, expect, it } from 'vitest';
import type { GroupSetting } from '../understanding.ts';
import { homeFromName } from './home-place.ts';
import { parsePlaces } from './parse-places.ts';

const estate: GroupSetting = {
  buildings: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
  groupBuildings: [],
  locale: 'zh-CN',
};
const towers: GroupSetting = { buildings: ['A', 'B', 'C', 'D'], groupBuildings: [], locale: 'zh-CN' };
const house: GroupSetting = { buildings: ['5'], groupBuildings: [], locale: 'zh-CN' };
const unknown: GroupSetting = { buildings: [], groupBuildings: [], locale: 'en' };

const said = (text: string, setting = estate): string[] =>
  parsePlaces(text, setting).map(({ building, unit, room }) => [building ?? '', unit ?? '', room ?? ''].join('/'));

describe('places in numbered buildings', () => {
  it.each([
    ['3栋电梯又停了', '3//'],
    ['3号楼的灯', '3//'],
    ['3幢', '3//'],
    ['３座大堂', '3//'],
    ['第3座', '3//'],
    ['3#楼下', '3//'],
    ['三栋没水', '3//'],
    ['十二栋对讲', '12//'],
    ['3-2-501 漏水', '3/2/501'],
    ['3栋2单元501室', '3/2/501'],
    ['3栋二单元', '3/2/'],
    ['3號樓2單元', '3/2/'],
    ['5#1单元两部梯都坏了', '5/1/'],
    ['2#-1101', '2//1101'],
    ['二单元的灯', '/2/'],
    ['7栋 2单元 5楼', '7/2/'],
    ['5-1左边那台', '5/1/'],
    ['8-1-604 主卫下水堵', '8/1/604'],
    ['3座12樓B室漏水', '3//12B'],
    ['我住1203室', '//1203'],
    ['二期8幢', '8//'],
    ['Tower 2 Flat 12B', '2//12B'],
    ['Block 3, flat 402', '3//402'],
    ['Flat 12B, Tower 2', '2//12B'],
    ['Bldg 4 #1203', '4//1203'],
  ])('%s', (text, place) => expect(said(text)).toEqual([place]));
});

describe('places in lettered buildings', () => {
  it.each([
    ['A座1502', 'A//1502'],
    ['B1507 没水', 'B//1507'],
    ['C-1916', 'C//1916'],
    ['Bldg C 1203', 'C//1203'],
    ['d座闸机', 'D//'],
  ])('%s', (text, place) => expect(said(text, towers)).toEqual([place]));
});

describe('what looks like a place and is none', () => {
  it.each([
    ['a floor', '我家在3楼'],
    ['a day', '12号停水吗'],
    ['a day and a month', '11月3号'],
    ['a span of days', '3-5天就好'],
    ['a span of hours', '9-11点'],
    ['a building of another estate', '隔壁小区3栋塌了'],
    ['a building we do not have', '28栋'],
    ['a time', '7:55东门走'],
    ['a price', '498/㎡'],
    ['the telephone on the desk', '前台那个座机'],
    ['a seat', '三座位'],
    ['a line of the underground', '8号线'],
    ['the article after a building', 'in the building a week ago'],
  ])('%s: %s', (_, text) => expect(said(text)).toEqual([]));

  it('a parking space on the second basement', () => expect(said('B2-088我的位', towers)).toEqual([]));
  it('a parking level', () => expect(said('B2车库滴水', towers)).toEqual([]));
});

it('hears two places in one sentence, in order', () => {
  expect(said('9栋侧边电线垮了 说错了 是6栋')).toEqual(['9//', '6//']);
});

it('takes any short label where the buildings are not known', () => {
  expect(said('Building 27, apt 5C', unknown)).toEqual(['27//5C']);
});

describe('where a nickname says that somebody lives', () => {
  it.each([
    { name: '7-2-502 李', setting: estate, home: '7/2/502' },
    { name: '3栋王姐', setting: estate, home: '3//' },
    { name: '6号楼二单元 郝', setting: estate, home: '6/2/' },
    { name: '7-2 庞', setting: estate, home: '7/2/' },
    { name: '孟10-2-2201', setting: estate, home: '10/2/2201' },
    { name: 'B座22F', setting: towers, home: 'B//' },
    { name: 'A-1703', setting: towers, home: 'A//1703' },
    { name: '402小林', setting: house, home: '5//402' },
    { name: '1-302老孙', setting: house, home: '5/1/302' },
    { name: '阿亮4-501', setting: house, home: '5/4/501' },
    { name: '2单元周师母', setting: house, home: '5/2/' },
  ])('$name', ({ name, setting, home }) => {
    const { building, unit, room } = homeFromName(name, setting) ?? {};
    expect([building ?? '', unit ?? '', room ?? ''].join('/')).toBe(home);
  });

  it.each(['静水流深', '打工人007', 'Kevin💤', '请叫我靓仔'])('%s says nothing', (name) =>
    expect(homeFromName(name, estate)).toBeNull(),
  );
});
