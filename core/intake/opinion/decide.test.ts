import { describe, expect, it } from 'vitest';
import { decide, type Verdict } from './decide.ts';
import type { Answer } from './opinion.ts';

const answer = (more: Partial<Answer>): Answer => ({
  matter: true,
  known: 0,
  kind: 'repair',
  area: 'facilities',
  urgency: 'normal',
  confidence: 0.95,
  ...more,
});
const known = { known: 2 };
const nothing = { matter: false };
const urgent = { urgency: 'emergency' as const };

describe('what is made of what a language model says of a doubtful message', () => {
  it.each<{ told: string; says: Partial<Answer>; verdict: Verdict['kind'] }>([
    { told: 'a matter, surely', says: {}, verdict: 'open' },
    { told: 'a matter, just surely enough', says: { confidence: 0.75 }, verdict: 'open' },
    { told: 'a matter, perhaps', says: { confidence: 0.74 }, verdict: 'ask' },
    { told: 'an urgent matter', says: { urgency: 'high' }, verdict: 'open' },
    { told: 'an emergency, however sure', says: { ...urgent, confidence: 1 }, verdict: 'ask' },
    { told: 'part of a matter', says: known, verdict: 'tie' },
    { told: 'part of a matter, just surely enough', says: { ...known, confidence: 0.8 }, verdict: 'tie' },
    { told: 'part of a matter, perhaps', says: { ...known, confidence: 0.79 }, verdict: 'ask' },
    { told: 'part of a matter that is an emergency now', says: { ...known, ...urgent }, verdict: 'ask' },
    { told: 'nothing, surely', says: nothing, verdict: 'drop' },
    { told: 'nothing, just surely enough', says: { ...nothing, confidence: 0.85 }, verdict: 'drop' },
    { told: 'nothing, perhaps', says: { ...nothing, confidence: 0.84 }, verdict: 'ask' },
    { told: 'nothing, and knows nothing', says: { ...nothing, confidence: 0 }, verdict: 'ask' },
  ])('$told: $verdict', ({ says, verdict }) => {
    expect(decide(answer(says), { inDanger: false, ticketIds: ['t1', 't2'] }).kind).toBe(verdict);
  });

  it.each([
    { told: 'nothing', says: nothing },
    { told: 'a matter', says: {} },
    { told: 'part of another', says: known },
  ])('where there is danger, people decide, though the model says $told', ({ says }) => {
    expect(decide(answer({ ...says, confidence: 1 }), { inDanger: true, ticketIds: ['t1', 't2'] }).kind).toBe('ask');
  });

  it('takes over what the model calls it, and ties to the matter of its number', () => {
    const none = { inDanger: false, ticketIds: ['t1', 't2'] };
    expect(decide(answer({ kind: 'inquiry', area: 'fees' }), none)).toEqual({
      kind: 'open',
      as: { kind: 'inquiry', area: 'fees', urgency: 'normal' },
    });
    expect(decide(answer(known), none)).toEqual({ kind: 'tie', ticketId: 't2' });
  });

  it('tells the staff what the model thought', () => {
    const none = { inDanger: false, ticketIds: ['t1', 't2'] };
    const thought = (says: Partial<Answer>) => {
      const verdict = decide(answer({ confidence: 0.5, ...says }), none);
      return verdict.kind === 'ask' ? verdict.thought : null;
    };
    expect(thought({})).toEqual({ kind: 'matter', matter: 'repair', confidence: 0.5 });
    expect(thought(nothing)).toEqual({ kind: 'nothing', confidence: 0.5 });
    expect(thought(known)).toEqual({ kind: 'known', ticketId: 't2', confidence: 0.5 });
    expect(thought(urgent)).toEqual({ kind: 'urgent' });
  });
});
