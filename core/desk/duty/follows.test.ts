import { describe, expect, it } from 'vitest';
import { parseCommand } from '../command.ts';
import type { StaffVerb } from '../verb.ts';

describe('what is set with the words about roster and grid', () => {
  it.each<[string, StaffVerb, string]>([
    ['值班', 'duty', ''],
    ['值班？', 'duty', ''],
    ['值班 本周', 'duty', '本周'],
    ['值班表 下周', 'duty', '下周'],
    ['值班 周一至周五 08:30-18:00 维修 @李工 @王工', 'duty', '周一至周五 08:30-18:00 维修 @李工 @王工'],
    ['值班 今天', 'duty', '今天'],
    ['值班 维修 每天08:00-20:00@李工', 'duty', '维修 每天08:00-20:00@李工'],
    ['值班 維修 12月1日 08:30 @老王', 'duty', '維修 12月1日 08:30 @老王'],
    ['值班：每天 18:00-08:30 @张师傅', 'duty', '每天 18:00-08:30 @张师傅'],
    ['值班 每天18點到8點半 @张师傅', 'duty', '每天18點到8點半 @张师傅'],
    ['值班 12月1日 08:30 @老王', 'duty', '12月1日 08:30 @老王'],
    ['值班 明天 无人', 'duty', '明天 无人'],
    ['值班 取消 周一至周五 08:30-18:00', 'duty', '取消 周一至周五 08:30-18:00'],
    ['duty mon-fri 08:30-18:00 maintenance @Wang Wei', 'duty', 'mon-fri 08:30-18:00 maintenance @Wang Wei'],
    ['duty 1 Dec 08:30 @Wang', 'duty', '1 Dec 08:30 @Wang'],
    ['换班 11月30日 @老王', 'swap', '11月30日 @老王'],
    ['換班 11月30日 換 12月2日 @老王', 'swap', '11月30日 換 12月2日 @老王'],
    ['换班 @老王 周五', 'swap', '@老王 周五'],
    ['swap 30 Nov @Wang', 'swap', '30 Nov @Wang'],
    ['请假 今天', 'leave', '今天'],
    ['请假明天', 'leave', '明天'],
    ['请假 11月25日 到 27日', 'leave', '11月25日 到 27日'],
    ['请假 @李工 11月25日 到 27日', 'leave', '@李工 11月25日 到 27日'],
    ['请假 明天 下午', 'leave', '明天 下午'],
    ['请假 明天起3天', 'leave', '明天起3天'],
    ['請假 後天', 'leave', '後天'],
    ['请假 取消', 'leave', '取消'],
    ['请假 取消 @李工', 'leave', '取消 @李工'],
    ['absent tomorrow', 'leave', 'tomorrow'],
    ['absent 25 Nov to 27 Nov', 'leave', '25 Nov to 27 Nov'],
    ['网格', 'grid', ''],
    ['网格 3栋 @李工', 'grid', '3栋 @李工'],
    ['網格 3棟 設施 @李工', 'grid', '3棟 設施 @李工'],
    ['网格 取消 3栋', 'grid', '取消 3栋'],
    ['grid building 3 @Li', 'grid', 'building 3 @Li'],
    ['代理人 @老王', 'deputy', '@老王'],
    ['代理人 维修 @老王', 'deputy', '维修 @老王'],
    ['代理人 取消 维修', 'deputy', '取消 维修'],
    ['网格3栋@李工', 'grid', '3栋@李工'],
    ['接单上限 李工 8', 'capacity', '李工 8'],
    ['接单上限 @李工 8', 'capacity', '@李工 8'],
    ['接单上限 @李工 不限', 'capacity', '@李工 不限'],
    ['capacity @Li unlimited', 'capacity', '@Li unlimited'],
    ['/duty whatever it is', 'duty', 'whatever it is'],
  ])('%s', (text, verb, rest) => {
    expect(parseCommand(text, { strict: true, bare: true })).toEqual({ kind: 'command', verb, code: null, rest });
  });
});

describe('what colleagues say to each other about shifts and holidays', () => {
  it.each([
    '值班室电话多少',
    '值班的@李工 来一下',
    '值班 @李工 在吗',
    '值班 明天@李工 替我一下吧',
    '值班周五是谁？',
    '值班今天是谁',
    '值班 今天辛苦了',
    '值班 维修的@李工 来一下',
    '值班辛苦了',
    '换班了吗',
    '换班的事明天说',
    '换班 明天@老王 行吗',
    '请假的人多',
    '请假明天可以吗',
    '请假要找谁批',
    '请假 明天 行不行',
    '网格员 @李工 来一下',
    '网格员@李工',
    '网格化怎么做',
    '代理人 @老王 请签字',
    '代理人是谁',
    '接单上限是多少',
    '接单上限 大家 5 件够吗',
    'duty calls',
    'duty free shop',
    'swap seats with me',
    'absent again',
    'grid power is out',
    'deputy mayor visits',
    'capacity of the lift is 8',
  ])('%s', (text) => {
    const meant = parseCommand(text, { strict: true, bare: true });
    const verb = meant.kind === 'command' ? meant.verb : null;
    expect(['duty', 'swap', 'leave', 'grid', 'deputy', 'capacity']).not.toContain(verb);
  });
});
