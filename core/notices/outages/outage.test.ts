import { describe, expect, it } from 'vitest';
import { readOutage, type TellingNotice } from './outage.ts';

const at = (wall: string): Date => new Date(`2026-11-${wall.replace(' ', 'T')}:00+08:00`);
const wall = (date: Date): string =>
  new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(8, 16).replace('T', ' ');
const told = at('23 10:00');
const estate = { timeZone: 'Asia/Shanghai', buildings: ['1', '2', '3', '4', '5'] };
const notice = (text: string, more: Partial<TellingNotice> = {}): TellingNotice => ({
  text,
  audience: { to: 'groups', buildings: [] },
  isDrill: false,
  liveAt: told,
  toldAt: told,
  effectiveAt: null,
  endsAt: null,
  ...more,
});
const read = (text: string, more: Partial<TellingNotice> = {}) => readOutage(notice(text, more), estate);

describe('what a notice announces as out', () => {
  it.each([
    ['尊敬的业主：因二次供水水箱清洗，明天8点到12点停水，请提前储水。', ['water']],
    ['因市政管网改造，明天9:00-17:00暂停供水', ['water']],
    ['明天8:00-18:00停電，停電前請勿搭乘電梯', ['power']],
    ['明天9:00-17:00停水停电', ['water', 'power']],
    ['明天9:00至15:00停气，恢复后请先开窗', ['gas']],
    ['換熱站檢修，明天9:00-15:00停止供暖', ['heating']],
    ['明天9:00-15:00暫停熱水供應', ['hot_water']],
    ['3栋电梯明天9:00-11:00检修，请走楼梯', ['lift']],
    ['3座升降機明天9時至11時保養', ['lift']],
    ['明天0:00-6:00电信网络割接，宽带中断', ['network']],
    ['明天9:00-12:00单元门门禁升级，请带钥匙', ['door']],
    ['地库道闸明天9:00-11:00维修', ['barrier']],
    ['中央空调明天9:00-18:00检修', ['aircon']],
    ['食水及鹹水將於明天10:00至16:00暫停', ['water']],
    ['3栋爆管停水，正在抢修', ['water']],
    ['Dear residents: there is no water tomorrow from 8 to 12, because of works.', ['water']],
    ['Power will be off in blocks 3 and 5 on Friday 9am-5pm.', ['power']],
    ['The lift of block 3 is serviced tomorrow from 9 to 11.', ['lift']],
    ['Hot water is shut off tomorrow 9am to 1pm', ['hot_water']],
    ['The internet will be down tonight from 1am to 3am', ['network']],
  ])('%s', (text, things) => {
    expect(read(text)?.things).toEqual(things);
  });

  it.each([
    ['自12月1日起，地下车库停车费调整为每月300元'],
    ['请按时缴纳电费，逾期未缴将停电'],
    ['寒潮来袭，请做好水管保温，以免爆管停水'],
    ['原定明天的停水取消'],
    ['管道已修好，3栋已恢复供水，停水期间给您带来不便'],
    ['明天水箱清洗，不停水'],
    ['关于3栋电梯更换征求意见，11月30日前投票'],
    ['公示：电梯维修资金使用情况'],
    ['3栋电梯检修已列入明年计划'],
    ['明天18:00在大堂领取春联'],
    ['The water is back. Thank you for your patience.'],
    ['Unpaid bills: power will be cut if not settled by Friday'],
    ['Please vote on replacing the lift by Friday 6pm'],
  ])('%s announces none', (text) => {
    expect(read(text)).toBeNull();
  });

  it('is nothing before it was told, and nothing in a drill', () => {
    expect(read('明天8点到12点停水', { liveAt: null })).toBeNull();
    expect(read('明天8点到12点停水', { isDrill: true })).toBeNull();
  });
});

describe('where and when it is out', () => {
  const spells = (text: string, more: Partial<TellingNotice> = {}) =>
    read(text, more)?.spells.map(({ from, until, places }) => [
      `${wall(from)}–${wall(until)}`,
      places.map(({ building, unit }) => (unit ? `${building}-${unit}` : building)).join(' '),
    ]);
  const here = { audience: { to: 'groups', buildings: ['3'] } };
  it.each([
    ['明天8点到12点停水', {}, [['24 08:00–24 12:00', '']]],
    ['明天8点到12点停水', here, [['24 08:00–24 12:00', '3']]],
    ['1至3栋明天8点到12点停水', {}, [['24 08:00–24 12:00', '1 2 3']]],
    ['3、5栋明天8点到12点停水', {}, [['24 08:00–24 12:00', '3 5']]],
    ['3栋2单元电梯明天8点到12点检修', {}, [['24 08:00–24 12:00', '3-2']]],
    ['因3栋水泵房检修，全小区明天8点到12点停水', {}, [['24 08:00–24 12:00', '']]],
    ['No water in blocks 3 and 5 tomorrow from 8 to 12', {}, [['24 08:00–24 12:00', '3 5']]],
    [
      '停水安排：\n3栋 24日9点到12点\n5栋 25日9点到12点',
      {},
      [
        ['24 09:00–24 12:00', '3'],
        ['25 09:00–25 12:00', '5'],
      ],
    ],
    ['爆管停水，正在抢修', {}, [['23 10:00–24 10:00', '']]],
    ['爆管停水，正在抢修', { endsAt: at('23 18:00') }, [['23 10:00–23 18:00', '']]],
    ['明天8点到12点停水', { endsAt: at('24 18:00') }, [['24 08:00–24 18:00', '']]],
    ['停水', { effectiveAt: at('24 08:00'), endsAt: at('24 12:00') }, [['24 08:00–24 12:00', '']]],
    ['今晚22:00到6:00停水', {}, [['23 22:00–24 06:00', '']]],
  ] as [string, Partial<TellingNotice>, string[][]][])('%s', (text, more, expected) => {
    expect(spells(text, more)).toEqual(expected);
  });
});
