import { describe, expect, it } from 'vitest';
import { applyChanges, makesReporter } from './apply-changes.ts';

const matter = {
  kind: 'repair' as const,
  area: 'facilities' as const,
  urgency: 'high' as const,
  place: { building: '3', unit: null, room: null, spot: '电梯' },
};

describe('what an addition changes', () => {
  it('nothing when it says nothing new', () => expect(applyChanges(matter, {})).toEqual(matter));
  it('the place as a whole', () => {
    const place = { building: '5', unit: '1', room: null, spot: '电梯' };
    expect(applyChanges(matter, { place }).place).toEqual(place);
  });
  it.each([
    ['emergency', 'emergency'],
    ['normal', 'high'],
    ['high', 'high'],
  ] as const)('urgency %s leaves it at %s, because urgency only rises', (said, stands) =>
    expect(applyChanges(matter, { urgency: said }).urgency).toBe(stands),
  );
  it('leaves the matter it was given as it was', () => {
    applyChanges(matter, { kind: 'complaint' });
    expect(matter.kind).toBe('repair');
  });
});

it.each([
  ['me_too', true],
  ['chase', true],
  ['settled', false],
] as const)('who says %s counts among the reporters: %s', (part, counted) => expect(makesReporter(part)).toBe(counted));
