import { describe, expect, it } from 'vitest';
import type { PendingRow } from './choose-next.ts';
import { TRIES_IN_PLACE, chooseNext } from './choose-next.ts';

const now = new Date('2026-11-21T09:00:00Z');
const inMs = (ms: number): Date => new Date(now.getTime() + ms);
const row = (id: string, seq: number, more: Partial<PendingRow> = {}): PendingRow => ({
  id,
  seq: BigInt(seq),
  priority: 20,
  notBefore: null,
  expiresAt: null,
  updates: null,
  faults: 0,
  ...more,
});

describe('what is said next in a conversation', () => {
  it.each<{ told: string; rows: PendingRow[]; next: string | null; dropped?: string[]; wakeIn?: number }>([
    { told: 'nothing is pending', rows: [], next: null },
    { told: 'the first recorded goes first', rows: [row('b', 2), row('a', 1)], next: 'a' },
    {
      told: 'an answer overtakes a notice',
      rows: [row('notice', 1, { priority: 60 }), row('answer', 2, { priority: 10 })],
      next: 'answer',
    },
    { told: 'due at this very instant', rows: [row('a', 1, { notBefore: now })], next: 'a' },
    { told: 'due in a millisecond', rows: [row('a', 1, { notBefore: inMs(1) })], next: null, wakeIn: 1 },
    {
      told: 'the nearest of those that wait',
      rows: [row('a', 1, { notBefore: inMs(9) }), row('b', 2, { notBefore: inMs(5) })],
      next: null,
      wakeIn: 5,
    },
    { told: 'one in quiet hours lets others by', rows: [row('a', 1, { notBefore: inMs(9) }), row('b', 2)], next: 'b' },
    { told: 'expiring at this very instant', rows: [row('a', 1, { expiresAt: now })], next: 'a' },
    {
      told: 'expired a millisecond ago',
      rows: [row('a', 1, { expiresAt: inMs(-1) }), row('b', 2)],
      next: 'b',
      dropped: ['a expired'],
    },
    {
      told: 'one that met a fault keeps its place',
      rows: [row('a', 1, { faults: 1, notBefore: inMs(7) }), row('b', 2)],
      next: null,
      wakeIn: 7,
    },
    {
      told: 'an emergency does not wait behind it',
      rows: [row('a', 1, { faults: 1, notBefore: inMs(7) }), row('b', 2, { priority: 0 })],
      next: 'b',
    },
    {
      told: 'one that met many faults steps aside',
      rows: [row('a', 1, { faults: TRIES_IN_PLACE + 1, notBefore: inMs(7) }), row('b', 2)],
      next: 'b',
    },
    {
      told: 'of three updates to a card only the newest is said',
      rows: [row('a', 1, { updates: 'card' }), row('b', 2, { updates: 'card' }), row('c', 3, { updates: 'card' })],
      next: 'c',
      dropped: ['a superseded', 'b superseded'],
    },
    {
      told: 'updates to different cards are all said',
      rows: [row('a', 1, { updates: 'card' }), row('b', 2, { updates: 'other' })],
      next: 'a',
    },
    {
      told: 'an update does not do away with the card itself',
      rows: [row('card', 1), row('a', 2, { updates: 'card' })],
      next: 'card',
    },
    {
      told: 'a newer update that is not due yet does not silence the older',
      rows: [row('a', 1, { updates: 'card' }), row('b', 2, { updates: 'card', notBefore: inMs(9) })],
      next: 'a',
    },
  ])('$told', ({ rows, next, dropped = [], wakeIn }) => {
    const choice = chooseNext(rows, now);
    expect(choice.next?.id ?? null).toBe(next);
    expect(choice.dropped.map(({ row, reason }) => `${row.id} ${reason}`)).toEqual(dropped);
    expect(choice.wakeAt).toEqual(wakeIn === undefined ? null : inMs(wakeIn));
  });
});
