import { describe, expect, it } from 'vitest';
import { mentionedIn } from './spoken-to.ts';

const people = ['王姐', '李工', '李工头', 'Anna'].map((name) => ({ id: name, name }));

describe('whom a resident speaks to by @', () => {
  it.each([
    ['@王姐 楼道灯坏了', '王姐'],
    ['楼道灯坏了＠王姐', '王姐'],
    ['@王姐楼道灯坏了', '王姐'],
    ['@Anna, the light is broken', 'Anna'],
    ['@李工头 电梯停了', '李工头'],
    ['@李工 电梯停了', '李工'],
    ['@王姐 @王姐 在吗', '王姐'],
    ['王姐 楼道灯坏了', null],
    ['@王姐 @李工 电梯停了', null],
    ['@老王 电梯停了', null],
    ['发到 a@b.com', null],
    ['@', null],
  ])('%s: %s', (text, id) => {
    expect(mentionedIn(text, people)).toBe(id);
  });

  it('is nobody when two have that name', () => {
    expect(mentionedIn('@王姐 灯坏了', [...people, { id: 'another', name: '王姐' }])).toBeNull();
  });
});
