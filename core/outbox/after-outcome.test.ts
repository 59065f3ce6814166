import { describe, expect, it } from 'vitest';
import type { DeliveryFailure } from '../channel/outgoing.ts';
import type { Before, Decision } from './after-outcome.ts';
import { LOGGED_OUT_PAUSE_MS, MOST_FAULTS, afterOutcome } from './after-outcome.ts';

const now = new Date('2026-12-31T23:59:59Z');
const inMs = (ms: number): Date => new Date(now.getTime() + ms);
const down: DeliveryFailure = { kind: 'platform_down', reason: 'no answer' };

describe('what follows from the answer of a platform', () => {
  it('sent is sent', () => {
    expect(afterOutcome({ kind: 'sent', externalIds: ['7'] }, { faults: 5, upgrades: 0 }, now)).toEqual({
      kind: 'sent',
      externalIds: ['7'],
    });
  });

  it.each<{ told: string; failure: DeliveryFailure; before?: Partial<Before>; decision: Partial<Decision> }>([
    {
      told: 'asked to wait: obeyed to the millisecond',
      failure: { kind: 'must_wait', reason: '429', waitMs: 34_567 },
      decision: { kind: 'pause', until: inMs(34_567), operatorMustAct: false },
    },
    {
      told: 'logged out: an operator must act',
      failure: { kind: 'logged_out', reason: '401' },
      decision: { kind: 'pause', until: inMs(LOGGED_OUT_PAUSE_MS), operatorMustAct: true },
    },
    { told: 'down for the first time: 2 s', failure: down, decision: { kind: 'retry', at: inMs(2_000) } },
    {
      told: 'down for the second time: 4 s',
      failure: down,
      before: { faults: 1 },
      decision: { kind: 'retry', at: inMs(4_000) },
    },
    {
      told: 'down for long: never longer than 5 min',
      failure: down,
      before: { faults: 200 },
      decision: { kind: 'retry', at: inMs(300_000) },
    },
    {
      told: 'down for more than a day: given up',
      failure: down,
      before: { faults: MOST_FAULTS - 1 },
      decision: { kind: 'failed', conversationState: null },
    },
    {
      told: 'upgraded: at once under the new id',
      failure: { kind: 'upgraded', reason: '400', newExternalId: '-100' },
      decision: { kind: 'upgraded', newExternalId: '-100' },
    },
    {
      told: 'sent in circles: not at once any more',
      failure: { kind: 'upgraded', reason: '400', newExternalId: '-100' },
      before: { upgrades: 3 },
      decision: { kind: 'retry', at: inMs(300_000) },
    },
    {
      told: 'blocked by the recipient: final',
      failure: { kind: 'unreachable', reason: '403' },
      decision: { kind: 'failed', conversationState: 'unreachable' },
    },
    {
      told: 'removed from the group: final',
      failure: { kind: 'not_a_member', reason: '403' },
      decision: { kind: 'failed', conversationState: 'left' },
    },
    {
      told: 'this message is not taken: final, the conversation is fine',
      failure: { kind: 'refused', reason: '400' },
      decision: { kind: 'failed', conversationState: null },
    },
  ])('$told', ({ failure, before, decision }) => {
    expect(afterOutcome({ kind: 'failed', failure }, { faults: 0, upgrades: 0, ...before }, now)).toMatchObject(
      decision,
    );
  });
});
