import { describe, expect, it } from 'vitest';
import { nextSendAt, paceMemory } from './pace.ts';

const pace = {
  perConversation: { count: 1, windowMs: 1_000 },
  perGroup: { count: 20, windowMs: 60_000 },
  perAccount: { count: 30, windowMs: 1_000 },
};
const at = (ms: number): Date => new Date(Date.UTC(2026, 11, 31, 15, 59, 59) + ms);
/** Twenty messages, three seconds apart; the last at 57 s. */
const twenty = Array.from({ length: 20 }, (_, index) => at(index * 3_000));

describe('the pace of a conversation: one a second, and twenty a minute in a group', () => {
  it.each([
    { told: 'nothing was said yet', recent: [], kind: 'group', now: 0, next: 0 },
    { told: 'the last message is 999 ms old', recent: [at(0)], kind: 'group', now: 999, next: 1_000 },
    { told: 'the last message is exactly a second old', recent: [at(0)], kind: 'group', now: 1_000, next: 1_000 },
    { told: 'the last message is long past', recent: [at(0)], kind: 'group', now: 9_000, next: 9_000 },
    { told: 'twenty within a minute', recent: twenty, kind: 'group', now: 58_500, next: 60_000 },
    { told: 'twenty, told latest first', recent: twenty.toReversed(), kind: 'group', now: 58_500, next: 60_000 },
    {
      told: 'the first of the twenty is exactly a minute old',
      recent: twenty,
      kind: 'group',
      now: 60_000,
      next: 60_000,
    },
    { told: 'nineteen within a minute', recent: twenty.slice(1), kind: 'group', now: 58_500, next: 58_500 },
    { told: 'twenty within a minute, but in a direct chat', recent: twenty, kind: 'direct', now: 58_500, next: 58_500 },
  ] as const)('$told: next at $next ms', ({ recent, kind, now, next }) => {
    expect(nextSendAt(recent, pace, kind, at(now))).toEqual(at(next));
  });

  it('knows how far back one must look', () => {
    expect(paceMemory(pace, 'group')).toEqual({ count: 20, windowMs: 60_000 });
    expect(paceMemory(pace, 'direct')).toEqual({ count: 1, windowMs: 1_000 });
  });
});
