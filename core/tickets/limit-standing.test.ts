import { describe, expect, it } from 'vitest';
import { limitStanding } from './limit-standing.ts';

const at = (clock: string): Date => new Date(`2026-12-31T${clock}Z`);

describe('a limit that is due at nine', () => {
  it.each([
    {
      told: 'nobody has answered, a minute is left',
      metAt: null,
      now: '08:59:00',
      is: { kind: 'running', leftMs: 60_000 },
    },
    { told: 'nobody has answered, and it is nine', metAt: null, now: '09:00:00', is: { kind: 'running', leftMs: 0 } },
    { told: 'nobody has answered in time', metAt: null, now: '09:00:01', is: { kind: 'breached', lateMs: 1000 } },
    { told: 'answered early', metAt: '08:00:00', now: '08:30:00', is: { kind: 'met' } },
    { told: 'answered at nine sharp, looked at later', metAt: '09:00:00', now: '12:00:00', is: { kind: 'met' } },
    {
      told: 'answered late: the delay stays',
      metAt: '09:01:00',
      now: '23:59:59',
      is: { kind: 'breached', lateMs: 60_000 },
    },
  ])('$told: $is.kind', ({ metAt, now, is }) => {
    const limit = { dueAt: at('09:00:00'), metAt: metAt === null ? null : at(metAt) };
    expect(limitStanding(limit, at(now))).toEqual(is);
  });
});
