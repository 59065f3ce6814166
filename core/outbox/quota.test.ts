import { describe, expect, it } from 'vitest';
import type { Quota, Window } from '../channel/channel.ts';
import { accountOpensAt, allowedIn, quotaStanding } from './quota.ts';

const now = new Date('2026-12-31T23:59:59+08:00');
const ago = (ms: number): Date => new Date(now.getTime() - ms);
const many = (count: number, ms: number): Date[] => Array.from({ length: count }, () => ago(ms));
const MINUTE = 60_000;
const HOUR = 3_600_000;

describe('what an account keeps back of ten messages a minute', () => {
  it.each([
    { priority: 0, told: 'an emergency', allowed: 10 },
    { priority: 10, told: 'an answer', allowed: 10 },
    { priority: 11, told: 'what matters just less than an answer', allowed: 9 },
    { priority: 20, told: 'a receipt', allowed: 9 },
    { priority: 25, told: 'a note', allowed: 9 },
    { priority: 26, told: 'what matters just less than a note', allowed: 8 },
    { priority: 60, told: 'a notice', allowed: 8 },
  ])('$told may be one of $allowed', ({ priority, allowed }) => {
    expect(allowedIn({ count: 10, windowMs: MINUTE }, priority)).toBe(allowed);
  });

  it.each([
    { priority: 0, told: 'an emergency', allowed: 40 },
    { priority: 1, told: 'what matters just less than an emergency', allowed: 38 },
    { priority: 10, told: 'an answer', allowed: 38 },
    { priority: 20, told: 'a receipt', allowed: 36 },
  ])('of forty an hour, $told may be one of $allowed', ({ priority, allowed }) => {
    expect(allowedIn({ count: 40, windowMs: HOUR }, priority)).toBe(allowed);
  });

  it('keeps nothing for emergencies of a window that they can wait for', () => {
    expect(allowedIn({ count: 40, windowMs: 5 * MINUTE }, 10)).toBe(40);
    expect(allowedIn({ count: 40, windowMs: 5 * MINUTE + 1 }, 10)).toBe(38);
  });

  it.each([0, 20, 60])('leaves one even of the smallest window to priority %i', (priority) => {
    expect(allowedIn({ count: 1, windowMs: MINUTE }, priority)).toBe(1);
  });
});

describe('when one more word may be said', () => {
  const perGroup: Window[] = [{ count: 2, windowMs: MINUTE }];
  const perAccount: Window[] = [
    { count: 10, windowMs: MINUTE },
    { count: 20, windowMs: HOUR },
  ];
  const quota: Quota = { perConversation: perGroup, perAccount };

  it.each<{
    told: string;
    conversation?: Date[];
    account?: Date[];
    priority?: number;
    messages?: number;
    inMs: number;
    binds: 'conversation' | 'account' | null;
  }>([
    { told: 'nothing was said yet', inMs: 0, binds: null },
    { told: 'one place is left in the conversation', conversation: many(1, 1), inMs: 0, binds: null },
    { told: 'the conversation is full', conversation: many(2, 1), inMs: MINUTE - 1, binds: 'conversation' },
    {
      told: 'the older of two leaves in a millisecond',
      conversation: [ago(1), ago(MINUTE - 1)],
      inMs: 1,
      binds: 'conversation',
    },
    { told: 'the older of two left at this instant', conversation: [ago(1), ago(MINUTE)], inMs: 0, binds: null },
    {
      told: 'an emergency does not wait for its conversation',
      conversation: many(2, 1),
      priority: 0,
      inMs: 0,
      binds: null,
    },
    { told: 'an answer does', conversation: many(2, 1), priority: 10, inMs: MINUTE - 1, binds: 'conversation' },
    { told: 'seven were said: room for a notice', account: many(7, 1), priority: 60, inMs: 0, binds: null },
    {
      told: 'eight were said: none for a notice',
      account: many(8, 1),
      priority: 60,
      inMs: MINUTE - 1,
      binds: 'account',
    },
    { told: 'eight were said: room for a receipt', account: many(8, 1), priority: 20, inMs: 0, binds: null },
    {
      told: 'nine were said: none for a receipt',
      account: many(9, 1),
      priority: 20,
      inMs: MINUTE - 1,
      binds: 'account',
    },
    { told: 'nine were said: room for an answer', account: many(9, 1), priority: 10, inMs: 0, binds: null },
    {
      told: 'ten were said: none even for an emergency',
      account: many(10, 1),
      priority: 0,
      inMs: MINUTE - 1,
      binds: 'account',
    },
    {
      told: 'the hour binds when the minute does not',
      account: many(20, HOUR - 5),
      priority: 0,
      inMs: 5,
      binds: 'account',
    },
    {
      told: 'the longer of two waits counts',
      conversation: many(2, MINUTE - 3),
      account: many(10, MINUTE - 7),
      priority: 10,
      inMs: 7,
      binds: 'account',
    },
    {
      told: 'three messages wait for three places',
      account: [ago(1), ago(2), ...many(6, MINUTE - 9)],
      priority: 20,
      messages: 3,
      inMs: 9,
      binds: 'account',
    },
    {
      told: 'more messages than the conversation ever allows wait until it is silent',
      conversation: [ago(MINUTE - 4)],
      messages: 9,
      inMs: 4,
      binds: 'conversation',
    },
    { told: 'and are not held for ever', messages: 9, inMs: 0, binds: null },
  ])('$told', ({ conversation = [], account = [], priority = 20, messages = 1, inMs, binds }) => {
    expect(quotaStanding(quota, { conversation, account }, { priority, messages }, now)).toEqual({
      at: new Date(now.getTime() + inMs),
      binds,
    });
  });

  it('asks nothing where no window is set', () => {
    const none: Quota = { perConversation: [], perAccount: [] };
    expect(accountOpensAt(none, many(1_000, 1), { priority: 60, messages: 5 }, now)).toEqual(now);
  });
});
