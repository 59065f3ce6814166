import { describe, expect, it } from 'vitest';
import { parseCommand } from '../command.ts';

const verbOf = (text: string, how: { strict: boolean; bare?: boolean } = { strict: true }): string | null => {
  const command = parseCommand(text, how);
  return command.kind === 'command' ? `${command.verb}:${command.rest.split('\n')[0] ?? ''}` : null;
};

describe('the word 活动', () => {
  it.each([
    { said: '活动', is: 'activity:' },
    { said: '活动？', is: 'activity:' },
    { said: '活动 1', is: 'activity:1' },
    { said: '活动1', is: 'activity:1' },
    { said: '活動 12', is: 'activity:12' },
    { said: 'activity 1', is: 'activity:1' },
    { said: '活动 1 取消 下雨', is: 'activity:1 取消 下雨' },
    { said: '活动1取消', is: 'activity:1取消' },
    { said: '活动 1 签到 老王 李阿姨', is: 'activity:1 签到 老王 李阿姨' },
    { said: '活动 1 缺席 小陈', is: 'activity:1 缺席 小陈' },
    { said: '活动 1 报名 2人', is: 'activity:1 报名 2人' },
    { said: '活动 重阳节包饺子\n时间：周六10点', is: 'activity:重阳节包饺子' },
    { said: '活动：重阳节包饺子\n一起来\n名额：20', is: 'activity:重阳节包饺子' },
    { said: 'activity Dumplings\ntime: Saturday 10:00', is: 'activity:Dumplings' },
    { said: '活动 重阳节包饺子\n时间 周六10点', is: 'activity:重阳节包饺子' },
    { said: '/活动 重阳节包饺子', is: 'activity:重阳节包饺子' },
  ])('$said is a command', ({ said, is }) => {
    expect(verbOf(said)).toBe(is);
    expect(verbOf(said, { strict: true, bare: true })).toBe(is);
  });

  it.each([
    '活动室的灯坏了',
    '活动什么时候开始？',
    '活动 周末再说',
    '活动安排好了',
    '活动：周六上午有',
    '活动1点开始吗',
    '活动 3点开始',
    '活动 20人够了',
    '活动 1 取消了吗',
    'activity is fine',
    'activity 5 minutes ago',
    '活动真热闹\n谢谢大家',
  ])('%s is talk', (said) => {
    expect(verbOf(said)).toBeNull();
    expect(verbOf(said, { strict: true, bare: true })).toBeNull();
  });
});
