import { describe, expect, it } from 'vitest';
import { matchQuote } from './match-quote.ts';

const card = '▫️ A7K2 报修 · 设施设备\n3栋2单元 · 电梯\n“电梯坏了”\n引用本卡片回复，即可答复居民';
const said = [
  { externalId: '5', texts: ['2'], grows: false },
  { externalId: '4', texts: ['', 'A7K2 李工接单'], grows: true },
  { externalId: '3', texts: ['电梯坏了'], grows: false },
  { externalId: '2', texts: [card], grows: true },
  { externalId: '1', texts: ['电梯坏了'], grows: false },
  { externalId: '0', texts: ['[照片]'], grows: false },
];

describe('which message was quoted, by its text', () => {
  it.each([
    ['the very text', card, '2'],
    ['spaces for line breaks', card.replaceAll('\n', ' '), '2'],
    ['shortened', `${card.slice(0, 20)}…`, '2'],
    ['shortened with dots', `${card.slice(0, 20)}...`, '2'],
    ['with the lines that were added when it was sent', `${card}\n\n1 接单 · 2 承诺`, '2'],
    ['the writer’s name before it', `邻里小助手：${card}`, '2'],
    ['in corner brackets', `「李阿姨：电梯坏了」`, '3'],
    ['the newest of two', '电梯坏了', '3'],
    ['another form of what was said', 'A7K2 李工接单', '4'],
    ['a single letter, exactly', '2', '5'],
  ])('%s', (_, quoted, id) => {
    expect(matchQuote(quoted, said)?.externalId).toBe(id);
  });

  it('a longer message is not one that only begins like it', () => {
    const talk = [{ externalId: '1', texts: ['三号楼的电梯又坏了'], grows: false }];
    expect(matchQuote('三号楼的电梯又坏了吗？我没看到', talk)).toBeNull();
  });

  it.each(['', '…', '[图片]', '电梯', '电梯什么时候修好', '李阿姨：', '👍'])('%s is nobody’s', (quoted) => {
    expect(matchQuote(quoted, said)).toBeNull();
  });
});
