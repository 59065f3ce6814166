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
    ...['堵了', '厨房下水道堵了', '要是又堵了找谁', '又堵了？', '又堵了没'].map((said) => ({ said, matter: drain })),
    ...['is it stuck again', 'still broken?', 'still nobody here', 'still no answer', 'still there?'].map((said) => ({
      said,
      matter: gate,
    })),
    // It is over, or was never so.
    ...['又不堵了', '堵了又通了', '还没堵', '仍然没堵', '昨天又堵了，不过今天师傅来过已经通了，谢谢'].map((said) => ({
      said,
      matter: drain,
    })),
    ...['还没漏，挺好', '师傅修得好，到现在还没漏', '还是没漏', '仍然不漏了', '还是不漏了，谢谢', '还是没问题'].map(
      (said) => ({
        said,
        matter: leak,
      }),
    ),
    ...['坏了又好了', '电梯停了又好了', '刚才又停了，现在好了', '又停了，已经恢复了'].map((said) => ({
      said,
      matter: lift,
    })),
    ...['黑了又亮了'].map((said) => ({ said, matter: light })),
    ...['still not stuck, great job', 'it was stuck, now it works again', 'not stuck, works again'].map((said) => ({
      said,
      matter: gate,
    })),
    // Somebody may be in need.
    ...['又停了，里面有老人', '又停了我在里面', '又停了，出不去', '又停了，我妈坐轮椅下不来'].map((said) => ({
      said,
      matter: lift,
    })),
    ...['又黑了，我妈吸氧机停了'].map((said) => ({ said, matter: light })),
    // Another fault, another flat, another thing, and what only sounds alike.
    ...['又停了', '又断了', '又停气了', '又没气了', '又打不开了', '主卧又漏水了', '大堂又漏水了', '6楼又漏水了'].map(
      (said) => ({
        said,
        matter: leak,
      }),
    ),
    ...[
      '你家又堵了',
      '他们家又堵了',
      '我妈家又堵了',
      '马桶又堵了',
      '阳台地漏又堵了',
      '厨房烟道又堵了',
      '北门又堵了',
    ].map((said) => ({
      said,
      matter: drain,
    })),
    ...['环路又堵死了', '门口又被车堵了', '下班又堵了', '孩子鼻子又堵了', '又堵了快一小时才到家', '厨房又臭了'].map(
      (said) => ({
        said,
        matter: drain,
      }),
    ),
    ...['货梯又坏了', '另一部电梯又坏了', '雨又停了', '又停在门口了', '电梯里还是臭', '电梯广告屏又坏了'].map(
      (said) => ({
        said,
        matter: lift,
      }),
    ),
  ])('“$said” is something else than $matter.summary', ({ said, matter }) => {
    expect(isBack(said, matter, setting)).toBe(false);
  });

  it('of several matters it is the one whose fault or thing is named', () => {
    expect(backFits('又堵了', drain)).toBeGreaterThan(backFits('又堵了', lift));
    expect(backFits('又停了', lift)).toBeGreaterThan(backFits('又停了', drain));
    expect(backFits('电梯又坏了', lift)).toBeGreaterThan(backFits('电梯又坏了', light));
  });
});
