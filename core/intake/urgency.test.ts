import { describe, expect, it } from 'vitest';
import { analyse } from './analysis.ts';
import { isMoreUrgent, urgencyOf } from './urgency.ts';

const urgency = (said: string) => urgencyOf(analyse(said));

describe('life or the building is in danger', () => {
  it.each([
    '救命 我卡在9幢1单元电梯里',
    '货梯里有人拍门喊',
    'there is someone trapped in the elevator',
    'kids are stuck between floors 3 and 4',
    '18楼电梯口一股煤气味',
    '聞到好大陣煤氣味',
    'strong smell of gas in the hallway',
    'B座8楼窗户在冒烟',
    'smoke coming out of the electrical room',
    '电线垮下来了 在冒火花',
    'the outlet by the mailboxes is sparking',
    '外墙的瓷砖整块往下砸',
    'a piece of the facade just fell onto the path',
    '消防管爆了',
    '门口打起来了 有人拿刀',
    '大堂有个老人晕倒了',
  ])('%s', (said) => expect(urgency(said)).toBe('emergency'));
});

describe('many without water, power or lift, water in a flat, somebody vulnerable', () => {
  it.each([
    '4单元停电了',
    '整层都没水了',
    '漏水了 天花板跟水帘洞一样',
    '厕所反脏水 都淌到客厅了',
    '暖气不热 屋里有个月子娃',
    'no water in the whole building',
  ])('%s', (said) => expect(urgency(said)).toBe('high'));
});

describe('what sounds like danger and is none', () => {
  it.each([
    ['a drama', '昨天看那个韩剧 电梯里困了俩人'],
    ['a hotpot', '昨晚那家火锅 辣得嘴里着火'],
    ['a stove that does not light', '热水器打不着火'],
    ['a fear', '哪天着火了谁负责'],
    ['a joke', 'my mixtape is on fire lol'],
    ['the news', 'saw on the news that smoke was coming from the tower'],
    ['shouting', '楼道灯坏了!!!'],
  ])('%s: %s', (_, said) => expect(urgency(said)).toBe('normal'));
});

it('is raised step by step', () => {
  expect(isMoreUrgent('emergency', 'high')).toBe(true);
  expect(isMoreUrgent('high', 'high')).toBe(false);
  expect(isMoreUrgent('normal', 'high')).toBe(false);
});
