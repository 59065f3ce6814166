import { describe, expect, it } from 'vitest';
import { parseCommand } from '../command.ts';
import { readOrder } from './read-order.ts';

describe('问卷, as a command', () => {
  it.each([
    { said: '问卷', rest: '' },
    { said: '問卷', rest: '' },
    { said: '问卷 1', rest: '1' },
    { said: '问卷1', rest: '1' },
    { said: '问卷1 结束', rest: '1 结束' },
    { said: '问卷 2 延长 3天', rest: '2 延长 3天' },
    { said: '问卷 2 撤回', rest: '2 撤回' },
    { said: 'questionnaire 3 results', rest: '3 results' },
    { said: '问卷 满意度\n1. 保洁？(1-5)', rest: '满意度\n1. 保洁？(1-5)' },
    { said: '问卷：满意度\n说明：两分钟\n1、保洁？(1-5)', rest: '满意度\n说明：两分钟\n1、保洁？(1-5)' },
    { said: '问卷 满意度\n①保洁？', rest: '满意度\n①保洁？' },
    { said: '问卷 满意度\n保洁怎么样？（1-5）', rest: '满意度\n保洁怎么样？（1-5）' },
    { said: '问卷 满意度\n保洁怎么样？\n截止：7天', rest: '满意度\n保洁怎么样？\n截止：7天' },
    { said: '/问卷 满意度', rest: '满意度' },
  ])('$said', ({ said, rest }) => {
    expect(parseCommand(said, { strict: true })).toEqual({ kind: 'command', verb: 'questionnaire', code: null, rest });
  });

  it.each([
    '问卷 大家都填一下',
    '问卷填了吗',
    '问卷什么时候发？',
    '问卷 已经发了\n谢谢大家',
    '问卷1结束了吗',
    '问卷 3个人没填',
    'questionnaire is out',
  ])('%s is talk', (said) => {
    expect(parseCommand(said, { strict: true }).kind).not.toBe('command');
  });

  it.each([
    { rest: '', is: { kind: 'list' } },
    { rest: '2', is: { kind: 'show', number: 2 } },
    { rest: '2 结果', is: { kind: 'show', number: 2 } },
    { rest: '2号 参加', is: { kind: 'join', number: 2 } },
    { rest: '2 end', is: { kind: 'end', number: 2 } },
    { rest: '2 取消。', is: { kind: 'withdraw', number: 2 } },
    { rest: '2 延长到 周日18:00', is: { kind: 'extend', number: 2, until: '到 周日18:00' } },
    { rest: '满意度\n1. 一？', is: { kind: 'draft', text: '满意度\n1. 一？' } },
  ])('"$rest" wants $is.kind', ({ rest, is }) => {
    expect(readOrder(rest)).toEqual(is);
  });
});
