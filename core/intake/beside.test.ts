import { describe, expect, it } from 'vitest';
import { analyse } from './analysis.ts';
import { bareMessage } from './bare-message.ts';
import { besideOf, ofMatter } from './beside.ts';
import { knownMatter } from './testing/known-matter.ts';
import type { HeardMessage } from './understanding.ts';

const at = new Date('2026-03-02T09:00:00Z');
const said = (id: string, senderId: string, text: string, more: Partial<HeardMessage> = {}): HeardMessage =>
  bareMessage({ id, at, senderId, text, ...more });
const recent = [
  said('1', 'a', '电梯停了'),
  said('2', 'staff', '师傅马上到', { fromStaff: true }),
  said('3', 'b', '今晚吃什么'),
];
const beside = (message: HeardMessage) =>
  besideOf(message, { setting: { buildings: [], groupBuildings: [], locale: 'zh-CN' }, recent, matters: [] });

describe('the light in which a message is read', () => {
  it.each([
    ['just before, of another', said('4', 'a', '又停了')],
    ['just before, of the same person', said('4', 'b', '火锅')],
  ])('is what was said %s', (as, message) => {
    expect(beside(message)).toEqual([{ as, of: analyse('今晚吃什么') }]);
  });

  it.each([
    ['1', 'replied to, of the same person', '电梯停了'],
    ['2', 'replied to, of the staff', '师傅马上到'],
    ['3', 'replied to, of another', '今晚吃什么'],
  ])('is what it replies to: %s', (replyToId, as, text) => {
    expect(beside(said('4', 'a', '好', { replyToId }))).toContainEqual({ as, of: analyse(text) });
  });

  it('is nothing where nothing was said, or nobody remembers it', () => {
    const first = said('1', 'a', '好', { replyToId: '0' });
    const nowhere = { buildings: [], groupBuildings: [], locale: 'zh-CN' };
    expect(besideOf(first, { setting: nowhere, recent: [], matters: [] })).toEqual([]);
  });

  it('is what a known matter is about', () => {
    expect(ofMatter(knownMatter({ summary: '电梯停了' }))).toEqual({ as: 'of the matter', of: analyse('电梯停了') });
  });
});
