import { describe, expect, it } from 'vitest';
import type { Kind } from '../../intake/understanding.ts';
import { causeOf } from './causes.ts';
import { sameCause, type Reported } from './same-cause.ts';

const hour = 3_600_000;

function report(summary: string, place = '', minutesLater = 0, kind: Kind = 'repair'): Reported {
  const [building = null, unit = null] = place === '' ? [] : place.split('-');
  const openedAt = new Date(Date.parse('2026-11-23T10:00:00Z') + minutesLater * 60_000);
  return { kind, summary, building, unit, openedAt };
}

describe('what one cause can put out for many', () => {
  it.each([
    ['3栋停电了', 'power'],
    ['家里没电了，整栋都黑了', 'power'],
    ['成座楼冇電呀', 'power'],
    ['Is anybody else without light? The power is out in block 3', 'power'],
    ['停电了，电梯也停了', 'power'],
    ['5栋停水了吗？一滴都没有', 'water'],
    ['水壓好細，沖唔到涼，水压太低', 'water'],
    ['no water in flat 5C since this morning', 'water'],
    ['没有热水', 'hot_water'],
    ['水龙头出来的水是黄的', 'dirty_water'],
    ['暖气一点都不热', 'heating'],
    ['the radiators are all cold', 'heating'],
    ['楼道里有煤气味', 'gas'],
    ['整栋楼断网了', 'network'],
    ['3栋2单元电梯坏了，停在5楼', 'lift'],
    ['The lift in block 3 is out of order again', 'lift'],
    ['單元門打不開', 'door'],
    ['单元门卡住了', 'door'],
    ['有人困在电梯里', 'lift'],
    ['小区出口的道闸抬不起来', 'barrier'],
    ['小区里一股臭味', 'smell'],
    ['工地半夜打桩吵死了', 'noise'],
    ['从昨天停水到现在', 'water'],
  ])('%s: %s', (summary, cause) => {
    expect(causeOf({ kind: 'repair', summary })).toBe(cause);
  });

  it.each([
    ['a tap that drips', '厨房水龙头漏水'],
    ['a leaking ceiling', '卫生间天花板漏水'],
    ['a tripped switch', '我家没电了，应该是跳闸'],
    ['a bill that was not paid', '家里没电，可能欠费了'],
    ['a socket', 'no power in the kitchen socket'],
    ['a blocked toilet', '马桶堵了，没水冲'],
    ['what is planned for tomorrow', '明天会停水吗'],
    ['what was yesterday', '昨天停电耽误做饭'],
    ['what is over', '终于来水了'],
    ['dirt in the lift', '电梯里有人抽烟'],
    ['a scooter beside the lift', '电动车停在电梯口挡路'],
    ['where scooters are kept', '雪都堆在我停电动车的地方'],
    ['a card for the door', '门禁卡在哪里办，要带什么'],
    ['a card that is lost', '门禁卡掉了打不开门'],
    ['a meter', '燃气表显示没电了'],
    ['the pool', 'the shower at the pool has no water'],
    ['a neighbour who is loud', '楼上半夜吵死了'],
    ['nothing of the kind', '快递柜满了'],
  ])('not %s: %s', (_told, summary) => {
    expect(causeOf({ kind: 'repair', summary })).toBeNull();
  });

  it('is never a suggestion or praise', () => {
    expect(causeOf({ kind: 'suggestion', summary: '停电时应急灯应该亮久一点' })).toBeNull();
    expect(causeOf({ kind: 'praise', summary: '停电抢修真快' })).toBeNull();
  });
});

describe('two reports have one cause', () => {
  it.each<{ told: string; a: Reported; b: Reported; cause: string | null }>([
    { told: 'water out in one building', a: report('3栋停水了', '3'), b: report('没水了', '3', 20), cause: 'water' },
    { told: 'water out in two buildings', a: report('停水了', '3'), b: report('5栋没水', '5', 20), cause: 'water' },
    { told: 'water out, nobody says where', a: report('停水了'), b: report('没水', '5'), cause: 'water' },
    { told: 'water out, and dirty water', a: report('停水了', '3'), b: report('水发黄', '3'), cause: null },
    { told: 'water out, and power out', a: report('停水了', '3'), b: report('停电了', '3'), cause: null },
    { told: 'two leaking taps', a: report('水龙头漏水', '3'), b: report('水管漏水', '3'), cause: null },
    { told: 'the lift of one stairwell', a: report('电梯坏了', '3-2'), b: report('电梯不动了', '3-2'), cause: 'lift' },
    { told: 'lifts of two stairwells', a: report('电梯坏了', '3-1'), b: report('电梯不动了', '3-2'), cause: null },
    { told: 'lifts of two buildings', a: report('电梯坏了', '3-1'), b: report('电梯坏了', '5-1'), cause: null },
    { told: 'one says only the building', a: report('电梯坏了', '3'), b: report('电梯坏了', '3-2'), cause: 'lift' },
    { told: 'a lift, nobody says which', a: report('电梯坏了'), b: report('电梯坏了', '3-2'), cause: null },
    {
      told: 'the barrier, whoever says it',
      a: report('道闸坏了', '3'),
      b: report('道闸不抬杆', '5'),
      cause: 'barrier',
    },
    { told: 'a smell over buildings', a: report('一股臭味', '1'), b: report('下水道好臭', '4'), cause: 'smell' },
    { told: 'smells of two sources', a: report('垃圾房好臭', '1'), b: report('下水道好臭', '4'), cause: null },
    { told: 'exactly two hours apart', a: report('停电了'), b: report('停电了', '', 120), cause: 'power' },
    { told: 'a minute more', a: report('停电了'), b: report('停电了', '', 121), cause: null },
  ])('$told: $cause', ({ a, b, cause }) => {
    expect(sameCause(a, b, 2 * hour)).toBe(cause);
    expect(sameCause(b, a, 2 * hour)).toBe(cause);
  });

  it('holds over midnight at the end of the year', () => {
    const late = { ...report('停电了'), openedAt: new Date('2026-12-31T23:59:00+08:00') };
    const early = { ...report('没电了'), openedAt: new Date('2027-01-01T00:01:00+08:00') };
    expect(sameCause(late, early, 2 * hour)).toBe('power');
  });
});
