import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../policy/check/check.ts';
import { defaultPolicyDocument } from '../policy/default-policy.ts';
import { readStoredPolicy } from '../policy/document/stored-policy.ts';
import { keptData } from './kept-data.ts';
import { anywhere, readSearch } from './read-search.ts';
import { isLongLook, isRipe } from './ripe.ts';

const DAY_MS = 86_400_000;
const keepMs = 1096 * DAY_MS;
const closedAt = new Date('2024-02-29T23:59:00+08:00');
const after = (ms: number) => new Date(closedAt.getTime() + ms);

describe('a ticket is made anonymous', () => {
  it.each([
    { told: 'a millisecond too early', status: 'closed', at: closedAt, now: after(keepMs - 1), ripe: false },
    { told: 'at the very instant', status: 'closed', at: closedAt, now: after(keepMs), ripe: true },
    { told: 'when it was merged', status: 'merged', at: closedAt, now: after(keepMs), ripe: true },
    { told: 'when it was no matter at all', status: 'dismissed', at: closedAt, now: after(keepMs), ripe: true },
    { told: 'after it was opened again', status: 'open', at: null, now: after(2 * keepMs), ripe: false },
    {
      told: 'while the resident is asked whether it is done',
      status: 'done',
      at: null,
      now: after(keepMs),
      ripe: false,
    },
    { told: 'without anybody knowing when it ended', status: 'closed', at: null, now: after(keepMs), ripe: false },
  ] as const)('$told: $ripe', ({ status, at, now, ripe }) => {
    expect(isRipe({ status, closedAt: at }, keepMs, now)).toBe(ripe);
  });
});

describe('residents are looked through once in a night', () => {
  it.each([
    ['2026-11-23T02:59:59+08:00', false],
    ['2026-11-23T03:00:00+08:00', true],
    ['2026-11-23T03:04:59+08:00', true],
    ['2026-11-23T03:05:00+08:00', false],
    ['2026-11-23T15:00:00+08:00', false],
    ['2026-12-31T19:00:00Z', true],
  ])('%s: %s', (now, expected) => {
    expect(isLongLook(new Date(now), 5 * 60_000, 'Asia/Shanghai')).toBe(expected);
  });
});

describe('of a step stays what is counted, and no words, names or rooms', () => {
  it.each([
    ['opened', { kind: 'repair', area: 'facilities', urgency: 'high', origin: 'group' }, 'all'],
    [
      'assigned',
      { personId: 'p', name: '李工', why: 'grid', passedOver: [{ name: '王姐' }] },
      { personId: 'p', why: 'grid' },
    ],
    ['answered', { by: '李工', text: '师傅已出发', where: 'card' }, { where: 'card' }],
    ['promised', { by: '李工', dueAt: '2026-11-23T10:00:00Z', note: '带水泵' }, { dueAt: '2026-11-23T10:00:00Z' }],
    ['passed', { by: '李工', toName: '王姐', toId: 'p' }, { toId: 'p' }],
    ['rated', { score: 2, comment: '太慢' }, { score: 2 }],
    ['reopened', { by: 'resident', comment: '又漏了' }, { by: 'resident' }],
    [
      'escalated',
      { limit: 'l', clause: 'P5d', rung: 'passed', told: '监督员' },
      { limit: 'l', clause: 'P5d', rung: 'passed' },
    ],
    ['paused', { clauses: ['P5a', 'P5f'] }, 'all'],
    [
      'corrected',
      { changes: { kind: 'repair', room: '501', building: '3', spot: '501门口' } },
      { changes: { kind: 'repair', building: '3' } },
    ],
    ['machine_reported', { source: 'lift', device: '3栋1号', alarm: true, count: 2 }, { alarm: true, count: 2 }],
    ['closed', null, {}],
  ])('%s', (type, data, kept) => {
    expect(keptData(type, data)).toEqual(kept === 'all' ? data : kept);
  });
});

describe('what is looked for', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['电梯', [{ spellings: ['电梯'], building: null }]],
    ['電梯', [{ spellings: ['電梯', '电梯'], building: null }]],
    [
      '３栋　漏水',
      [
        { spellings: ['3栋'], building: '3' },
        { spellings: ['漏水'], building: null },
      ],
    ],
    [
      'a座，2026-10',
      [
        { spellings: ['a座'], building: 'A' },
        { spellings: ['2026-10'], building: null },
      ],
    ],
    [
      'lift building 3',
      [
        { spellings: ['lift'], building: null },
        { spellings: ['building-3'], building: '3' },
      ],
    ],
  ])('%j', (said, sought) => expect(readSearch(said)).toEqual(sought));

  it('is eight words at most', () => expect(readSearch('1 2 3 4 5 6 7 8 9')).toHaveLength(8));

  it.each([
    ['100%', String.raw`%100\%%`],
    ['a_b', String.raw`%a\_b%`],
    [String.raw`c:\x`, String.raw`%c:\\x%`],
  ])('%s stands for itself', (word, pattern) => expect(anywhere(word)).toBe(pattern));
});

describe('the policy of keeping and reviewing', () => {
  it.each([
    ['archive: { keep: 1095d }', 'archive.keep', '1096d'],
    ['archive: { keep: 3y }', 'archive.keep', '1096d'],
    ['archive: { kep: 1200d }', 'archive.kep', 'keep'],
    ["review: { on: '02-30' }", 'review.on', '01-10'],
    ["review: { on: '1-10' }", 'review.on', '01-10'],
  ])('%s is a mistake, with its mend', (text, path, mend) => {
    expect(checkPolicy(text)).toMatchObject({ ok: false, mistakes: [{ path, mend: expect.stringContaining(mend) }] });
  });

  it.each([
    'archive: { keep: 1096d }',
    'archive: { keep: 3650d }',
    "review: { on: '02-29' }",
    "review: { on: '12-31' }",
  ])('%s is right', (text) => expect(checkPolicy(text)).toMatchObject({ ok: true }));

  it('is the default in versions from before there was one', () => {
    const { archive: _archive, review: _review, ...before } = defaultPolicyDocument;
    expect(readStoredPolicy(before)).toMatchObject({
      archive: { clause: 'P4', keep: keepMs },
      review: { on: '01-10' },
    });
  });
});
