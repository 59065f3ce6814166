import { describe, expect, it } from 'vitest';
import { incidentOf } from './incident.ts';

const now = new Date('2026-11-23T10:00:00+08:00');
const window = 30 * 60_000;
const ago = (ms: number): Date => new Date(now.getTime() - ms);

describe('an alarm, and the incident that its device reported last', () => {
  const same = { kind: 'same', reopens: false };
  const reopened = { kind: 'same', reopens: true };
  const fresh = { kind: 'new' };
  const minute = 60_000;

  it('begins one where the device never reported', () => {
    expect(incidentOf({ alarm: true, urgency: 'normal' }, null, now, window)).toEqual(fresh);
  });

  it.each([
    ['a minute ago', minute, 'open', 'normal', 'normal', same],
    ['exactly as long ago as counts', window, 'waiting', 'normal', 'normal', same],
    ['a moment longer ago', window + 1, 'open', 'normal', 'normal', fresh],
    ['it was done meanwhile', minute, 'done', 'normal', 'normal', reopened],
    ['it was closed meanwhile', minute, 'closed', 'normal', 'normal', reopened],
    ['staff said it was nothing', minute, 'dismissed', 'normal', 'normal', same],
    ['staff said a danger was none', minute, 'dismissed', 'emergency', 'emergency', reopened],
    ['it is a danger now', minute, 'open', 'normal', 'emergency', fresh],
    ['it was a danger before', minute, 'open', 'emergency', 'normal', same],
  ] as const)('%s', (_told, ms, status, urgencyThen, urgency, belonging) => {
    const last = { receivedAt: ago(ms), status, urgency: urgencyThen };
    expect(incidentOf({ alarm: true, urgency }, last, now, window)).toEqual(belonging);
  });
});

describe('a device says that all is well', () => {
  it.each([
    { told: 'there was nothing', ms: null, status: 'open', kind: 'nothing' },
    { told: 'days later, while the ticket is open', ms: 99 * window, status: 'accepted', kind: 'same' },
    { told: 'days later, the ticket is closed', ms: 99 * window, status: 'closed', kind: 'nothing' },
    { told: 'minutes later, the ticket is closed', ms: 60_000, status: 'closed', kind: 'same' },
  ] as const)('$told: $kind', ({ ms, status, kind }) => {
    const last = ms === null ? null : { receivedAt: ago(ms), status, urgency: 'normal' as const };
    expect(incidentOf({ alarm: false, urgency: 'normal' }, last, now, window)).toMatchObject({ kind });
  });
});
