import { describe, expect, it } from 'vitest';
import { defaultPolicyDocument as base } from '../default-policy.ts';
import { valueAt } from '../check/flaw.ts';
import { mergePolicy } from './merge.ts';

const office = base.ladders['office'];

describe('a community’s differences', () => {
  it.each([
    { told: 'no difference', change: {}, at: ['limits'], is: base.limits },
    {
      told: 'one field of a line leaves its other fields',
      change: { limits: { 'inquiry-answer': { within: '12h' } } },
      at: ['limits', 'inquiry-answer'],
      is: { ...base.limits['inquiry-answer'], within: '12h' },
    },
    {
      told: 'a list is replaced as a whole',
      change: { calendar: { week: { mon: ['09:00-12:00'] } } },
      at: ['calendar', 'week', 'mon'],
      is: ['09:00-12:00'],
    },
    {
      told: 'null takes a line away',
      change: { limits: { 'repair-done': null } },
      at: ['limits', 'repair-done'],
      is: undefined,
    },
    {
      told: 'null takes a rung away, and no other',
      change: { ladders: { office: { half: null } } },
      at: ['ladders', 'office'],
      is: Object.fromEntries(Object.entries(office ?? {}).filter(([name]) => name !== 'half')),
    },
    {
      told: 'null closes the office on a weekday',
      change: { calendar: { week: { sun: null } } },
      at: ['calendar', 'week', 'sun'],
      is: undefined,
    },
    {
      told: 'null for a time means no limit, and stays',
      change: { limits: { 'repair-done': { within: null, ladder: null } } },
      at: ['limits', 'repair-done'],
      is: { ...base.limits['repair-done'], within: null, ladder: null },
    },
    {
      told: 'null for holidays means none, and stays',
      change: { calendar: { holidays: null } },
      at: ['calendar', 'holidays'],
      is: null,
    },
    {
      told: 'nulls in a line that is new are not kept',
      change: { limits: { lift: { kind: null, within: '2h' } } },
      at: ['limits', 'lift'],
      is: { within: '2h' },
    },
  ])('$told', ({ change, at, is }) => {
    expect(valueAt(mergePolicy(base, change), at)).toEqual(is);
  });

  it('leaves the base as it is', () => {
    const before = structuredClone(base);
    mergePolicy(base, { limits: { 'repair-done': null }, passing: { acceptWithin: '1h' } });
    expect(base).toEqual(before);
  });

  it('cannot reach what every object has', () => {
    const change: unknown = JSON.parse(
      '{ "__proto__": { "stained": true }, "passing": { "__proto__": { "stained": true } } }',
    );
    mergePolicy(base, change);
    expect('stained' in {}).toBe(false);
  });
});
