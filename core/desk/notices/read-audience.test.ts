import { describe, expect, it } from 'vitest';
import { readAudience } from './read-audience.ts';

describe('whom something is for', () => {
  it.each([
    ['', {}],
    ['全体', {}],
    ['全體', {}],
    ['Everyone', {}],
    ['3栋 5栋', { buildings: ['3', '5'] }],
    ['3、5栋', { buildings: ['3', '5'] }],
    ['３栋和５栋', { buildings: ['3', '5'] }],
    ['3棟 5棟', { buildings: ['3', '5'] }],
    ['3栋5栋', { buildings: ['3', '5'] }],
    ['3号楼业主，5栋的全体居民', { buildings: ['3', '5'] }],
    ['3棟住戶', { buildings: ['3'] }],
    ['3棟和5號樓', { buildings: ['3', '5'] }],
    ['私訊', { to: 'direct' }],
    ['群組和私訊', { to: 'both' }],
    ['1棟到3棟', { buildings: ['1', '2', '3'] }],
    ['1到4栋', { buildings: ['1', '2', '3', '4'] }],
    ['2-3号楼，a座', { buildings: ['2', '3', 'A'] }],
    ['building 3, 5', { buildings: ['3', '5'] }],
    ['buildings 3 and 5', { buildings: ['3', '5'] }],
    ['#租户', { tags: ['租户'] }],
    ['标签：租戶', { tags: ['租户'] }],
    ['3栋 #租户 私聊', { to: 'direct', buildings: ['3'], tags: ['租户'] }],
    ['群和私聊', { to: 'both' }],
    ['a7k2', { reportersOf: ['A7K2'] }],
    ['3栋 3栋', { buildings: ['3'] }],
  ])('%s', (said, audience) => expect(readAudience(said)).toEqual({ audience }));

  it.each([
    ['住得远的', '住得远的'],
    ['3栋 老年人', '老年人'],
    ['5到3栋', '5-3栋'],
    ['1-300栋', '1-300栋'],
  ])('%s: what %s means nobody knows', (said, mistake) => expect(readAudience(said)).toEqual({ mistake }));
});
