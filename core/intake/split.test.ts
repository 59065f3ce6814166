import { describe, expect, it } from 'vitest';
import { splitMatters } from './split.ts';

describe('two matters in one breath', () => {
  it.each([
    ['门口那堆砖没人拉。另外请问下办出入证要带什么', 2],
    ['单元门还那样啊 顺便二楼声控灯都不亮了', 2],
    ['the lift is stuck again, also the lobby lights are out', 2],
    ['3栋电梯又停了', 1],
    ['还有水吗', 1],
    ['灯坏了 另外门', 1],
  ])('%s: %i', (said, pieces) => expect(splitMatters(said)).toHaveLength(pieces));
});
