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
const coded: GroupSetting = { buildings: ['T1', 'T2', 'T3'], groupBuildings: [], locale: 'zh-CN' };
const lane: GroupSetting = { buildings: ['21', '22', '23', '24', '29'], groupBuildings: [], locale: 'zh-CN' };
const hongKong: GroupSetting = { buildings: ['1', '2', '3', '5', '6', '12'], groupBuildings: [], locale: 'zh-HK' };
const taiwan: GroupSetting = { buildings: ['A', 'B', 'C'], groupBuildings: [], locale: 'zh-TW' };
const english: GroupSetting = { buildings: ['1', '2', '3', '4', '5', '9'], groupBuildings: [], locale: 'en' };
const wings: GroupSetting = { buildings: ['A', 'B', 'C', 'D', 'E'], groupBuildings: [], locale: 'en' };
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

describe('stairs counted by their doors', () => {
  it.each([
    ['7号楼3门的灯不亮', '7/3/'],
    ['二栋一门停电', '2/1/'],
    ['8栋2门502漏水', '8/2/502'],
    ['9楼1门门口结冰', '9/1/'],
    ['三门的感应灯坏了', '/3/'],
  ])('%s', (text, place) => expect(said(text)).toEqual([place]));
});

describe('buildings called T1, T2, T3', () => {
  it.each([
    ['T2大堂地砖翘了', 'T2//'],
    ['T3-1806 花洒漏水', 'T3//1806'],
    ['T1 908的天花板', 'T1//908'],
    ['2栋货梯停了', 'T2//'],
    ['T3：门禁刷不开', 'T3//'],
  ])('%s', (text, place) => expect(said(text, coded)).toEqual([place]));
});

describe('houses called by their numbers in the lane', () => {
  it.each([
    ['22号门口积水', '22//'],
    ['29号602漏水', '29//602'],
    ['23号二楼的灯', '23//'],
    ['24号后面那棵树', '24//'],
  ])('%s', (text, place) => expect(said(text, lane)).toEqual([place]));
  it.each(['22号开始停水', '22号到24号停水', '21号上午来修', '11月23号', '24号线'])('%s is a day or a line', (text) =>
    expect(said(text, lane)).toEqual([]),
  );
});

describe('flats by floor and letter, as in Hong Kong and Taiwan', () => {
  it.each([
    { text: '3座17樓D冷氣滴水', setting: hongKong, place: '3//17D' },
    { text: '十二座二十九樓C', setting: hongKong, place: '12//29C' },
    { text: '5座19樓6室', setting: hongKong, place: '5//1906' },
    { text: 'T6 8A kitchen tap', setting: hongKong, place: '6//8A' },
    { text: '2 zo lift', setting: hongKong, place: '2//' },
    { text: 'A棟12樓之3漏水', setting: taiwan, place: 'A//12之3' },
    { text: 'B棟電梯', setting: taiwan, place: 'B//' },
  ])('$text', ({ text, setting, place }) => expect(said(text, setting)).toEqual([place]));
});

describe('buildings in English', () => {
  it.each([
    { text: 'no hot water in E.', setting: wings, place: 'E//' },
    { text: 'bins behind D are full', setting: wings, place: 'D//' },
    { text: 'C wing terrace is open', setting: wings, place: 'C//' },
    { text: 'the B lobby floods', setting: wings, place: 'B//' },
    { text: 'E block 3rd floor smells', setting: wings, place: 'E//' },
    { text: 'D 6th, the corridor light', setting: wings, place: 'D//' },
    { text: 'somebody in 504 in C shouts', setting: wings, place: 'C//504' },
    { text: 'D-08-06 leaks', setting: wings, place: 'D//0806' },
    { text: 'the lane behind 3', setting: english, place: '3//' },
    { text: 'the front door of 4 is open again', setting: english, place: '4//' },
    { text: 'T5 lift number 2 is stuck', setting: english, place: '5//' },
    { text: 'blk 9 #03-11 ceiling', setting: english, place: '9//0311' },
    { text: 'T2/14C', setting: english, place: '2//14C' },
  ])('$text', ({ text, setting, place }) => expect(said(text, setting)).toEqual([place]));
  it.each([
    ['the level of a car park', 'B2 is under water', wings],
    ['a lift by its number', 'lift 2 is stuck at floor 7', english],
    ['days', 'fixed in 3 days', english],
    ['an age', 'a boy of 5 fell', english],
    ['the article', 'A lift should not smell', wings],
    ['a level of learning', 'my son sits for A level', wings],
    ['a gate', 'gate 3 will not open', english],
  ] as const)('not %s: %s', (_, text, setting) => expect(said(text, setting)).toEqual([]));
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
    ['a charger', '3号枪充不进'],
    ['how many there are', '小区共3栋90户'],
    ['a score', '昨晚5-2赢了'],
    ['a hotline', '打12315投诉'],
    ['opening hours', '9:30-11:00开放'],
    ['a telephone number', '电话13812345678'],
    ['a two-door fridge', '两门冰箱坏了'],
    ['a course', '报了3门课'],
    ['a gate', '3号门刷不开'],
    ['a bus stop', '8号线地铁口'],
    ['a way of speaking', '他一门心思打牌'],
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
    { name: '402-安安妈', setting: house, home: '5//402' },
    { name: '4号楼3门 吴', setting: estate, home: '4/3/' },
    { name: '8#2-1702寒', setting: estate, home: '8/2/1702' },
    { name: '6#2单元1102韩', setting: estate, home: '6/2/1102' },
    { name: '梁-9-1-101', setting: estate, home: '9/1/101' },
    { name: '豆豆1-1-1O2', setting: estate, home: '1/1/102' },
    { name: '栗子 12号', setting: estate, home: '12//' },
    { name: '十号许', setting: estate, home: '10//' },
    { name: 'D2-1501但', setting: towers, home: 'D/2/1501' },
    { name: 'A412-小鱼', setting: towers, home: 'A//412' },
    { name: 'C九楼小透明', setting: towers, home: 'C//' },
    { name: 'T2-1901 孟', setting: coded, home: 'T2//1901' },
    { name: 'T3 17楼阿强', setting: coded, home: 'T3//' },
    { name: '22号 董', setting: lane, home: '22//' },
    { name: '29号602倪', setting: lane, home: '29//602' },
    { name: '何生 T5 27樓E', setting: hongKong, home: '5//27E' },
    { name: 'Edward (T2 8D)', setting: hongKong, home: '2//8D' },
    { name: 'T3-16-F', setting: hongKong, home: '3//16F' },
    { name: 'Wendy H12', setting: hongKong, home: '12//' },
    { name: 'A5F-2 Nini', setting: taiwan, home: 'A//5之2' },
    { name: 'B棟17樓之2 許', setting: taiwan, home: 'B//17之2' },
    { name: 'C棟8樓 陳伯', setting: taiwan, home: 'C//8' },
    { name: 'Vikram C1105', setting: wings, home: 'C//1105' },
    { name: 'Ada E66', setting: wings, home: 'E//66' },
    { name: 'Pau C 18', setting: wings, home: 'C//18' },
    { name: 'Vicky/C-05-05', setting: wings, home: 'C//0505' },
    { name: 'Suresh C wing', setting: wings, home: 'C//' },
    { name: 'Imran Wing E', setting: wings, home: 'E//' },
    { name: 'Brig. Hughes B2', setting: wings, home: 'B//' },
    { name: 'Yusuf Apt 40 D', setting: wings, home: 'D//40' },
    { name: 'varun 4/1902', setting: english, home: '4//1902' },
    { name: 'Layla T3 3102', setting: english, home: '3//3102' },
    { name: 'Hank (B3-1502)', setting: english, home: '3//1502' },
    { name: 'Hui Min (4 #03-11)', setting: english, home: '4//0311' },
    { name: 'Ann (7B)', setting: unknown, home: '//7B' },
    { name: '5樓A室 賴太', setting: unknown, home: '//5A' },
    { name: '2705室', setting: unknown, home: '//2705' },
  ])('$name', ({ name, setting, home }) => {
    const { building, unit, room } = homeFromName(name, setting) ?? {};
    expect([building ?? '', unit ?? '', room ?? ''].join('/')).toBe(home);
  });

  it.each(['静水流深', '打工人007', 'Kevin💤', '请叫我靓仔'])('%s says nothing', (name) =>
    expect(homeFromName(name, estate)).toBeNull(),
  );
});
