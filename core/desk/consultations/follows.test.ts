import { describe, expect, it } from 'vitest';
import { parseCommand } from '../command.ts';

describe('表决, 征求意见 and 认捐 as words to the desk', () => {
  it.each([
    '表决',
    '表决1',
    '表决 12',
    '表決1',
    '征求意见2',
    '表决1 延长 12月5日',
    '表决 1 撤回 方案有误',
    'vote 1 extend 5 Dec',
    '表决 更换电梯',
    '表决：更换电梯',
    '表决 更换电梯\n三台电梯已用 18 年，经常停运。\n范围: 3栋',
    '认捐 楼道灯 目标 3000元',
    '征求意见 停车收费方案\n从明年起每月 200 元。',
    'vote: New lifts\nThe lifts are 18 years old.',
    'pledge: Stairwell lamps\ngoal: 3000',
    '/表决 更换电梯',
    '/vote 1',
  ])('%j is one', (text) => {
    expect(parseCommand(text, { strict: true, bare: true })).toMatchObject({ kind: 'command', verb: 'consultation' });
  });

  it.each([
    '表决结果什么时候出来？',
    '表决 结果还没出来',
    '表决的事下周再说',
    '表决 3 天后结束吧',
    '表决 1 延长到什么时候了吗',
    '表决，我看可以',
    '征求意见的通知发了没',
    '征求意见 你们怎么看',
    '认捐的钱到了吗',
    '认捐 大家积极一点',
    'vote for the second plan',
    'Vote tomorrow, please',
    'pledge to do better',
    'vote count is 20',
  ])('%j is talk', (text) => {
    expect(parseCommand(text, { strict: true, bare: true })).toMatchObject({ kind: 'none' });
  });
});
