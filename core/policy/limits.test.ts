import { describe, expect, it } from 'vitest';
import type { Area, Kind, Urgency } from '../../prisma/generated/enums.ts';
import { serviceCalendar } from './time/calendar.ts';
import { defaultPolicy } from './default-policy.ts';
import { limitFor, lineFor, promiseLimit, type Matter } from './limits.ts';
import type { LimitLine, Policy } from './policy.ts';

const calendar = serviceCalendar(defaultPolicy, 'Asia/Shanghai');
/** A wall time in Shanghai. */
const at = (wall: string): Date => new Date(`${wall}:00+08:00`);
const repair: Matter = { kind: 'repair', area: 'facilities', urgency: 'normal' };

describe('the limit for the first answer, opened on Friday at 17:45', () => {
  it.each<[Kind, Urgency, string, string]>([
    ['complaint', 'normal', 'P5a', '2026-11-22T17:45'],
    ['suggestion', 'normal', 'P5b', '2026-11-27T17:45'],
    ['inquiry', 'normal', 'P5c', '2026-11-21T17:45'],
    ['repair', 'normal', 'P5d', '2026-11-21T09:15'],
    ['repair', 'high', 'P5d', '2026-11-21T08:45'],
    ['complaint', 'high', 'P5a', '2026-11-22T17:45'],
    ['repair', 'emergency', 'P5e', '2026-11-20T17:50'],
    ['complaint', 'emergency', 'P5e', '2026-11-20T17:50'],
    ['praise', 'normal', 'P5b', '2026-11-27T17:45'],
  ])('%s, %s: %s, by %s', (kind, urgency, clause, dueAt) => {
    const matter: Matter = { kind, urgency, area: 'facilities' };
    const limit = limitFor(defaultPolicy, 'first_response', matter, at('2026-11-20T17:45'), calendar);
    expect(limit).toMatchObject({ clause, dueAt: at(dueAt) });
  });

  it('is five minutes in an emergency at night, too, over the end of the year', () => {
    const emergency: Matter = { ...repair, urgency: 'emergency' };
    expect(limitFor(defaultPolicy, 'first_response', emergency, at('2026-12-31T23:57'), calendar)).toEqual({
      line: 'emergency-answer',
      clause: 'P5e',
      counts: 'calendar',
      ladder: 'alarm',
      dueAt: at('2027-01-01T00:02'),
    });
  });

  it('is none where the policy asks for none, or says nothing', () => {
    const within = (value: null | undefined): Policy => ({
      ...defaultPolicy,
      limits: { 'praise-answer': { ...line({ kind: ['praise'] }), within: value } },
    });
    const praise: Matter = { ...repair, kind: 'praise' };
    for (const policy of [within(null), within(undefined)])
      expect(limitFor(policy, 'first_response', praise, at('2026-11-20T12:00'), calendar)).toBeNull();
    expect(limitFor(within(null), 'first_response', repair, at('2026-11-20T12:00'), calendar)).toBeNull();
  });

  it('is followed by a word every 48 hours, and by what was promised', () => {
    const from = at('2026-12-30T12:00');
    expect(limitFor(defaultPolicy, 'progress', repair, from, calendar)).toMatchObject({
      clause: 'P5f',
      dueAt: at('2027-01-01T12:00'),
    });
    expect(promiseLimit(defaultPolicy, repair, from)).toMatchObject({ clause: 'P5g', ladder: 'office', dueAt: from });
    const without: Policy = { ...defaultPolicy, limits: {} };
    expect(promiseLimit(without, repair, from)).toMatchObject({ clause: 'P5g', ladder: null, dueAt: from });
  });
});

const line = (names: Partial<LimitLine>): LimitLine => ({
  clause: 'P5d',
  for: 'first_response',
  within: 1,
  counts: 'calendar',
  ladder: null,
  ...names,
});

describe('of several lines that fit', () => {
  const policy: Policy = {
    ...defaultPolicy,
    limits: {
      any: line({}),
      area: line({ area: ['facilities', 'parking'] }),
      kind: line({ kind: ['repair'] }),
      'kind-area': line({ kind: ['repair'], area: ['parking'] }),
      urgency: line({ urgency: ['high', 'emergency'] }),
      'urgency-area': line({ urgency: ['emergency'], area: ['parking'] }),
      progress: line({ for: 'progress', kind: ['repair'], area: ['parking'], urgency: ['high'] }),
    },
  };
  it.each<[Kind, Area, Urgency, string]>([
    ['inquiry', 'fees', 'normal', 'any'],
    ['inquiry', 'facilities', 'normal', 'area'],
    ['repair', 'facilities', 'normal', 'kind'],
    ['repair', 'parking', 'normal', 'kind-area'],
    ['repair', 'parking', 'high', 'urgency'],
    ['inquiry', 'fees', 'emergency', 'urgency'],
    ['repair', 'parking', 'emergency', 'urgency-area'],
  ])('%s, %s, %s: the one that names most, urgency before kind before area: %s', (kind, area, urgency, name) => {
    expect(lineFor(policy, 'first_response', { kind, area, urgency })?.name).toBe(name);
  });

  it('none fits where none is for that', () => {
    expect(lineFor(policy, 'resolution', repair)).toBeNull();
  });
});
