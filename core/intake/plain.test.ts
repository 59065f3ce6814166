import { describe, expect, it } from 'vitest';
import { bareMessage } from './bare-message.ts';
import { hear } from './features.ts';
import { isPlainReport } from './plain.ts';

const setting = { buildings: ['1', '2', '3'], groupBuildings: [], locale: 'zh-CN' };

function isPlain(text: string, forwarded = false): boolean {
  const message = { ...bareMessage({ id: '1', at: new Date(0), senderId: 'li', text }), forwarded };
  return isPlainReport(hear(message, { setting, recent: [], matters: [] }));
}

describe('a plain report', () => {
  it.each([
    'the barrier is broken',
    '我家厨房漏水了',
    '3栋电梯坏了',
    '楼道灯不亮',
    '我家断电了',
    'the lift is stuck again',
  ])('%s', (text) => expect(isPlain(text)).toBe(true));

  it.each([
    ['a question', '电梯坏了吗'],
    ['a joke', '电梯又坏了哈哈'],
    ['of elsewhere', '我公司电梯坏了'],
    ['a condition', '要是电梯坏了'],
    ['over', '电梯修好了'],
    ['nothing of the house', '我的心坏了'],
    ['nothing broken', '3栋电梯'],
    ['more than a few words', '3栋电梯坏了，我早上送孩子上学的时候等了二十分钟，后来走楼梯下去的'],
    ['nothing', ''],
  ])('is not what is %s: %s', (_, text) => expect(isPlain(text)).toBe(false));

  it('is not what is passed on', () => expect(isPlain('3栋电梯坏了', true)).toBe(false));
});
