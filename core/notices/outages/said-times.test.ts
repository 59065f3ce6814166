import { describe, expect, it } from 'vitest';
import { normalise } from '../../intake/normalise.ts';
import { readSpells } from './said-times.ts';

const zone = 'Asia/Shanghai';
const wall = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');

/** Monday, ten in the morning. Each spell as its beginning and end on the wall; what was not said is left out. */
const read = (text: string, told = '2026-11-23T10:00+08:00'): string[] =>
  readSpells(normalise(text), new Date(told), zone).map(
    ({ from, until, saysFrom, saysUntil }) => `${saysFrom ? wall(from) : ''}–${saysUntil ? wall(until) : ''}`,
  );

describe('when a notice says that something is out', () => {
  it.each([
    ['明天8点到12点停水', ['11-24 08:00–11-24 12:00']],
    ['明天上午8:00-12:00停水', ['11-24 08:00–11-24 12:00']],
    ['今晚22:00 到 6:00 停水检修', ['11-23 22:00–11-24 06:00']],
    ['22:00 到 6:00', ['11-23 22:00–11-24 06:00']],
    ['11月24日晚上10点至次日凌晨5点停水', ['11-24 22:00–11-25 05:00']],
    ['11月24日22:00至11月25日6:00停电', ['11-24 22:00–11-25 06:00']],
    ['11月24日22:00至25日6:00停电', ['11-24 22:00–11-25 06:00']],
    ['明天下午2点到5点电梯检修', ['11-24 14:00–11-24 17:00']],
    ['明天2点到5点电梯检修', ['11-24 14:00–11-24 17:00']],
    ['明天凌晨2点到5点停水', ['11-24 02:00–11-24 05:00']],
    ['明天9点到3点停气', ['11-24 09:00–11-24 15:00']],
    ['明天8-12点停水', ['11-24 08:00–11-24 12:00']],
    ['明天上午八点半至十一点半停水', ['11-24 08:30–11-24 11:30']],
    ['11月25日（周三）9:00-17:00 停电', ['11-25 09:00–11-25 17:00']],
    ['停水通知\n時間：11/25(三) 上午9時至下午5時', ['11-25 09:00–11-25 17:00']],
    ['本周五9:00至17:30，3栋停电', ['11-27 09:00–11-27 17:30']],
    [
      '11月24日至26日每天9:00-11:00停水',
      ['11-24 09:00–11-24 11:00', '11-25 09:00–11-25 11:00', '11-26 09:00–11-26 11:00'],
    ],
    ['12月25日至27日电梯停用', ['12-25 00:00–']],
    ['明天停水，上午8:00-11:00，下午14:00-17:00', ['11-24 08:00–11-24 11:00', '11-24 14:00–11-24 17:00']],
    ['3栋爆管停水，正在抢修，预计今天18点恢复', ['–11-23 18:00']],
    ['3栋停电，抢修至18:00', ['–11-23 18:00']],
    ['自明天9点起停水4小时', ['11-24 09:00–11-24 13:00']],
    ['明天9点起停水', ['11-24 09:00–']],
    ['明天停水', ['11-24 00:00–']],
    ['3栋停水，正在抢修', []],
    ['明天8点到12点停水。有疑问请在8:30-17:30致电前台', ['11-24 08:00–11-24 12:00']],
    ['no water tomorrow from 8 to 12', ['11-24 08:00–11-24 12:00']],
    ['The lift in block 3 is out of service on Friday from 9am to 5pm.', ['11-27 09:00–11-27 17:00']],
    ['Power will be off between 10pm tonight and 6am', ['11-23 22:00–11-24 06:00']],
    ['No water 22:00-06:00', ['11-23 22:00–11-24 06:00']],
    ['No water on Tuesday, 2 to 5', ['11-24 14:00–11-24 17:00']],
    ['water will be off from 10:00 pm on 24 Nov to 6:00 am on 25 Nov', ['11-24 22:00–11-25 06:00']],
    ['No water in block 3, expected back by 6pm', ['–11-23 18:00']],
    ['Gas is off from 1pm for 4 hours', ['11-23 13:00–11-23 17:00']],
    ['No water. Questions? Call us 8:30 to 17:30.', []],
  ])('%s', (text, spells) => {
    expect(read(text)).toEqual(spells);
  });

  it('means tomorrow where today’s hours have passed when it is told', () => {
    expect(read('8点到12点停水', '2026-11-23T20:00+08:00')).toEqual(['11-24 08:00–11-24 12:00']);
    expect(read('no water from 8am to 12pm', '2026-11-23T20:00+08:00')).toEqual(['11-24 08:00–11-24 12:00']);
  });

  it('knows the turn of the year', () => {
    expect(read('12月31日22:00至1月1日6:00停水', '2026-12-30T10:00+08:00')).toEqual(['12-31 22:00–01-01 06:00']);
  });
});
