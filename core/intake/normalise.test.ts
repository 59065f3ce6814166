import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

describe('many ways of writing become one', () => {
  it.each([
    ['full width', '３栋２单元　１０１！', '3栋2单元 101!'],
    ['Traditional characters', '電梯又壞咗', '电梯又坏咗'],
    ['the Hong Kong character for a lift', '𨋢門關唔到', '电梯门关唔到'],
    ['capitals', 'The LIFT is stuck', 'the lift is stuck'],
    ['repeated marks', '救命!!! 在哪里???', '救命! 在哪里?'],
    ['the full width mark', '快来！！！', '快来!'],
    ['typographic apostrophes', 'it’s dark', "it's dark"],
    ['several spaces', '水  管 \t 爆', '水 管 爆'],
    ['two lines stay two', '一楼\n\n二楼', '一楼\n二楼'],
    ['what cannot be seen', '电\u200b梯', '电梯'],
    ['nothing at all', '   ', ''],
  ])('%s', (_, said, heard) => expect(normalise(said)).toBe(heard));
});
