import { describe, expect, it } from 'vitest';
import { bareMessage } from '../bare-message.ts';
import type { Scope } from '../lexicon/concept.ts';
import type { Area, GroupSetting, Kind } from '../understanding.ts';
import { placeOf } from './place-of.ts';

const setting: GroupSetting = {
  buildings: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  groupBuildings: [],
  locale: 'zh-CN',
};
const towers: GroupSetting = { buildings: ['A', 'B', 'C'], groupBuildings: [], locale: 'en' };

interface Said {
  text: string;
  name?: string;
  kind?: Kind;
  area?: Area;
  scope?: Scope | null;
  in?: GroupSetting;
}

function place({
  text,
  name = '',
  kind = 'repair',
  area = 'facilities',
  scope = null,
  in: group = setting,
}: Said): string {
  const message = bareMessage({ id: 'm', at: new Date(0), senderId: 'u', senderName: name, text });
  const { building, unit, room } = placeOf(text, message, group, { kind, area, scope });
  return [building ?? '', unit ?? '', room ?? ''].join('/');
}

describe('a place that is taken back', () => {
  it.each([
    { text: '9栋侧门的锁坏了\n说错了 是6栋', at: '6//' },
    { text: '5-1-604 下水堵了\n打错 605', at: '5/1/605' },
    { text: '4栋电梯异响\n手快打错，8栋', at: '8//' },
    { text: '灯坏了 7栋 不是3栋', at: '7//' },
    { text: '7栋电梯坏了，说错什么请别介意', at: '7//' },
    { text: '不是3栋，7栋的电梯坏了', at: '7//' },
    { text: '是不是3栋和5栋都停水了', at: '3//' },
  ])('$text', ({ text, at }) => expect(place({ text })).toBe(at));
});

describe('between buildings nobody lives', () => {
  it.each([
    '4栋和5栋中间的路灯不亮',
    '7栋跟8栋之间积水',
    '9栋到10栋那截路塌了',
    '从3栋到会所要绕路',
    '路灯坏了，4栋同5栋中间',
    'kids smoke between 3 and 4',
  ])('%s', (text) => expect(place({ text })).toBe('//'));
});

describe('where the matter of somebody in 3-2-501 is', () => {
  const name = '3-2-501 李';
  it.each([
    { told: 'their ceiling drips', text: '天花板滴水滴到床上', at: '3/2/501' },
    { told: 'their own room on the line', text: '501插座冒火花', at: '3/2/501' },
    { told: 'the building said, and their own bedroom', text: '3栋我家卧室窗玻璃裂了', at: '3/2/501' },
    { told: 'the building said and no more', text: '3栋外墙掉砖', at: '3//' },
    { told: 'the corridor of the building said', text: '3栋楼道灯不亮', at: '3/2/' },
    { told: 'the water is off', text: '一滴水都没有，没水了', at: '3/2/' },
    { told: 'the parcel locker', text: '快递柜打不开', at: '//' },
    { told: 'the second basement', text: '地库B2电灯坏了一排', at: '//' },
    {
      told: 'the neighbour above who drums',
      text: '楼上601半夜敲鼓',
      kind: 'complaint',
      area: 'neighbours',
      at: '3/2/601',
    },
    { told: 'the flat beside them', text: '隔壁502天天半夜剁馅', kind: 'complaint', area: 'neighbours', at: '3/2/501' },
    { told: 'their own bill', text: '我家水费多收了两百', kind: 'complaint', area: 'fees', at: '3/2/501' },
    { told: 'the accounts of the estate', text: '公共收益为什么不公示', kind: 'complaint', area: 'fees', at: '//' },
    { told: 'a question about their kitchen', text: '我家厨房的阀门归谁修？', kind: 'inquiry', at: '3/2/501' },
    { told: 'a question of all', text: '几点恢复供气？', kind: 'inquiry', at: '//' },
    {
      told: 'praise for who came to them',
      text: '师傅上门帮我换了灯，太谢谢',
      kind: 'praise',
      area: 'service',
      at: '3/2/501',
    },
    { told: 'praise at the gate', text: '门岗的小哥真热心', kind: 'praise', area: 'service', at: '//' },
    { told: 'an idea', text: '能不能在走廊装个扶手', kind: 'suggestion', at: '//' },
  ] as const)('$told', ({ at, ...said }) => expect(place({ name, ...said })).toBe(at));
});

describe('in English', () => {
  it.each([
    { text: 'My balcony drain is choking', name: 'Raj B1204', at: 'B//1204' },
    { text: 'Lift is stuck again', name: 'Raj B1204', at: 'B//' },
    { text: 'Anyone else in B with no water?', name: 'Raj B1204', at: 'B//' },
    { text: 'The car park barrier is down', name: 'Raj B1204', at: '//' },
    { text: 'Bikes at the door of C', name: 'Raj B1204', at: 'C//' },
  ])('$text', ({ at, ...said }) => expect(place({ ...said, in: towers })).toBe(at));
});
