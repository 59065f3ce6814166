import { describe, expect, it } from 'vitest';
import { codesCountFrom } from './login-code.ts';
import { supervisorsAmong, whenBack, whileDown, type Recipient } from './recipients.ts';
import { isWorthTelling, lookAt } from './watching.ts';

const at = (time: string): Date => new Date(`2026-11-23T${time}Z`);
const now = at('10:00:00');
const gap = { id: 'gap', untilAt: null, toldAt: null, endToldAt: null };

describe('a look at an account at ten o’clock', () => {
  it.each([
    { told: 'it gave a sign of life a moment ago', alive: '09:59:50', silent: false, again: '10:00:35' },
    { told: 'its last sign of life is all but too old', alive: '09:59:15.001', silent: false, again: '10:00:00.001' },
    { told: 'it has been silent for exactly 45 seconds', alive: '09:59:15', silent: true, again: null },
  ])('online, and $told', ({ alive, silent, again }) => {
    const look = lookAt({ state: 'online', stateAt: at('08:00:00'), aliveAt: at(alive) }, [], now);
    expect(look).toEqual({ silent, tellDown: null, tellBack: [], again: again === null ? null : at(again) });
  });

  it('online without any process of its own: nothing to look at', () => {
    const look = lookAt({ state: 'online', stateAt: null, aliveAt: null }, [], now);
    expect(look).toEqual({ silent: false, tellDown: null, tellBack: [], again: null });
  });

  it.each([
    { told: 'for 29 seconds', since: '09:59:31', tellDown: null, again: '10:00:01' },
    { told: 'for 30 seconds', since: '09:59:30', tellDown: 'gap', again: null },
  ])('looking for the platform $told', ({ since, tellDown, again }) => {
    const look = lookAt({ state: 'connecting', stateAt: at(since), aliveAt: at('09:59:00') }, [gap], now);
    expect(look).toEqual({ silent: false, tellDown, tellBack: [], again: again === null ? null : at(again) });
  });

  it('an outage that was told is not told again', () => {
    const told = { ...gap, toldAt: at('09:50:00') };
    const look = lookAt({ state: 'offline', stateAt: at('09:49:00'), aliveAt: at('09:48:59') }, [told], now);
    expect(look).toEqual({ silent: false, tellDown: null, tellBack: [], again: null });
  });

  it.each([
    { told: 'what was missed may still be fetched', until: '09:59:01', tellBack: [], again: '10:00:01' },
    { told: 'nobody said in a minute what was missed', until: '09:59:00', tellBack: ['gap'], again: '10:00:45' },
  ])('back, and $told', ({ until, tellBack, again }) => {
    const ended = { ...gap, untilAt: at(until) };
    const look = lookAt({ state: 'online', stateAt: at(until), aliveAt: now }, [ended], now);
    expect(look).toEqual({ silent: false, tellDown: null, tellBack, again: at(again) });
  });
});

it.each([
  { told: 'a minute', until: '09:01:00', toldAt: null, unsteady: false, worth: true },
  { told: 'less than a minute', until: '09:00:59', toldAt: null, unsteady: false, worth: false },
  { told: 'seconds, told of while it lasted', until: '09:00:20', toldAt: at('09:00:01'), unsteady: true, worth: true },
  { told: 'nearly ten minutes, one of many', until: '09:09:59', toldAt: null, unsteady: true, worth: false },
  { told: 'ten minutes, one of many', until: '09:10:00', toldAt: null, unsteady: true, worth: true },
])('an outage of $told: worth telling afterwards is $worth', ({ until, toldAt, unsteady, worth }) => {
  expect(isWorthTelling({ fromAt: at('09:00:00'), untilAt: at(until), toldAt }, { unsteady })).toBe(worth);
});

it.each([
  { told: 'never heard, never asked: a day', gapFrom: null, askedAt: null, from: new Date('2026-11-22T10:00:00Z') },
  { told: 'away since nine', gapFrom: at('09:00:00'), askedAt: null, from: at('09:00:00') },
  { told: 'asked for at half past nine', gapFrom: at('09:00:00'), askedAt: at('09:30:00'), from: at('09:30:00') },
])('login codes count from: $told', ({ gapFrom, askedAt, from }) => {
  expect(codesCountFrom({ gapFrom, askedAt }, now)).toEqual(from);
});

describe('who is told about an account', () => {
  const one = (conversationId: string, kind: Recipient['kind'], own = false): Recipient => ({
    conversationId,
    kind,
    own,
  });
  it.each([
    { told: 'the managers’ groups', all: [one('s', 'staff'), one('m', 'managers'), one('d', 'manager')], down: ['m'] },
    { told: 'the staff’s where managers have none', all: [one('d', 'manager'), one('s', 'staff')], down: ['s'] },
    { told: 'the managers in person where there is no group', all: [one('d', 'manager')], down: ['d'] },
    { told: 'never those on the account itself', all: [one('m', 'managers', true), one('s', 'staff')], down: ['s'] },
    { told: 'nobody', all: [one('m', 'managers', true)], down: [] },
  ])('while it is down: $told', ({ all, down }) => {
    expect(whileDown(all).map(({ conversationId }) => conversationId)).toEqual(down);
  });

  it('the supervisors in person, each once, and never on the account itself', () => {
    const chat = (conversationId: string, personId: string, own = false) => ({
      ...one(conversationId, 'supervisor', own),
      personId,
    });
    const all = [chat('a1', 'a', true), chat('a2', 'a'), chat('a3', 'a'), chat('b1', 'b', true), one('m', 'managers')];
    expect(supervisorsAmong(all).map(({ conversationId }) => conversationId)).toEqual(['a2']);
    expect(whileDown(all).map(({ conversationId }) => conversationId)).toEqual(['m']);
  });

  it('when it is back: the managers’ group on the account, too', () => {
    const all = [one('m', 'managers', true), one('s', 'staff')];
    expect(whenBack(all).map(({ conversationId }) => conversationId)).toEqual(['s', 'm']);
  });
});
