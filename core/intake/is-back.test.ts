import { describe, expect, it } from 'vitest';
import { backFits, isBack } from './is-back.ts';
import type { GroupSetting, Place } from './understanding.ts';

const setting: GroupSetting = { buildings: ['1', '2', '3', '4', '5'], groupBuildings: [], locale: 'zh-CN' };
const at = (building: string | null, unit: string | null = null, room: string | null = null): Place => ({
  building,
  unit,
  room,
  spot: null,
});
const drain = { summary: '3栋2单元501厨房下水道堵了', place: at('3', '2', '501') };
const lift = { summary: '3栋2单元电梯停了', place: at('3', '2') };
const leak = { summary: '我家厨房漏水了', place: at('3', '2', '501') };
const light = { summary: '楼道灯不亮', place: at('3') };
const gate = { summary: 'The gate in building 2 does not open', place: at('2') };

describe('after it was said to be done', () => {
  it.each([
    ...[
      '又堵了',
      '又堵住了',
      '还是堵',
      '还是不通',
      '下水道又堵了',
      '厨房又堵了',
      '师傅刚走又堵了',
      '没过两小时又不行了',
    ].map((said) => ({ said, matter: drain })),
    ...['怎么又堵了啊', '还是老样子', '刚修好又堵了', '又塞住了', '3栋2单元501又堵了', '501厨房还是堵的'].map(
      (said) => ({ said, matter: drain }),
    ),
    ...['又停了', '又坏了', '還是不動', '电梯又坏了', '又不动了', '电梯还在停着', '又壞咗'].map((said) => ({
      said,
      matter: lift,
    })),
    ...['还是漏', '还在漏', '又漏了', '还在滴水', '仲係漏水'].map((said) => ({ said, matter: leak })),
    ...['又不亮了', '又黑了', '仲係唔著', '灯又坏了'].map((said) => ({ said, matter: light })),
    ...['still not working', 'broken again', "it's still broken", 'it stopped again', 'the gate is stuck again'].map(
      (said) => ({ said, matter: gate }),
    ),
    ...['same problem again', 'still won’t open', 'not fixed, still stuck'].map((said) => ({ said, matter: gate })),
  ])('“$said” says of $matter.summary that it is back', ({ said, matter }) => {
    expect(isBack(said, matter, setting)).toBe(true);
  });

  it.each([
    // Another thing, or another place.
    ...[
      '楼道灯又坏了',
      '又停水了',
      '电梯又停了',
      '冰箱又坏了',
      '手机又坏了',
      '路上又堵车了',
      '5栋又堵了',
      '502又堵了',
    ].map((said) => ({ said, matter: drain })),
    ...['5栋电梯又停了', '1单元电梯又坏了', '又停水了', '孩子又发烧了', '又漏水了', '又漏了', '又堵了'].map((said) => ({
      said,
      matter: lift,
    })),
    ...['电梯修好了，可是楼道灯又坏了', '电梯又着火了', '网又断了'].map((said) => ({ said, matter: lift })),
    ...['the lift is broken again', 'my car is broken again', 'is it stuck again', 'the water is off again'].map(
      (said) => ({ said, matter: gate }),
    ),
    // Nothing is amiss, or it is not told.
    ...[
      '又下雨了',
      '又来了',
      '今天又加班',
      '还是你们厉害',
      '修好了，谢谢',
      '好了',
      '会不会又堵',
      '希望别又堵了',
      '又堵了吗',
    ].map((said) => ({ said, matter: drain })),
    ...['堵了', '厨房下水道堵了', '要是又堵了找谁'].map((said) => ({ said, matter: drain })),
  ])('“$said” is something else than $matter.summary', ({ said, matter }) => {
    expect(isBack(said, matter, setting)).toBe(false);
  });

  it('of several matters it is the one whose fault or thing is named', () => {
    expect(backFits('又堵了', drain)).toBeGreaterThan(backFits('又堵了', lift));
    expect(backFits('又停了', lift)).toBeGreaterThan(backFits('又停了', drain));
    expect(backFits('电梯又坏了', lift)).toBeGreaterThan(backFits('电梯又坏了', light));
  });
});
