import { describe, expect, it } from 'vitest';
import { bareMessage } from './bare-message.ts';
import { toldOf } from './told.ts';
import type { HeardMessage } from './understanding.ts';

const at = new Date('2026-03-02T09:00:00Z');
const said = (id: string, senderId: string | null, text: string, fromStaff = false): HeardMessage =>
  bareMessage({ id, at, senderId, text, fromStaff });

const recent = [
  said('1', 'li', '8楼窗户'),
  said('2', 'wang', '今天吃什么'),
  said('3', 'chen', '有点呛'),
  said('4', 'office', '马上去看', true),
  said('5', 'li', '1单元的'),
  said('6', 'chen', '味道越来越大'),
];
const matter = { messages: ['0', '1', '3', '4', '5', '6'] };
const now = said('7', 'li', '冒烟了');

describe('what was told of a matter', () => {
  it('is the first three words of residents about it, and the one of now: no chatter, nothing of the staff, nothing long past', () => {
    expect(toldOf(matter, recent, now).text).toBe('8楼窗户\n有点呛\n1单元的\n冒烟了');
  });

  it('is of one person only, where that is asked', () => {
    expect(toldOf(matter, recent, now, 'li').text).toBe('8楼窗户\n1单元的\n冒烟了');
    expect(toldOf(matter, recent, now, null).text).toBe('冒烟了');
  });

  it('leaves out what has no words: a photo between two lines is no empty line', () => {
    const photos = [said('1', 'li', ''), said('3', 'li', '漏水')];
    expect(toldOf(matter, photos, said('7', 'li', '')).text).toBe('漏水');
    expect(toldOf(matter, [], said('7', 'li', '')).text).toBe('');
  });
});
