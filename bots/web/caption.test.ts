import { describe, expect, it } from 'vitest';
import { captionOf, groupsOf } from './caption.ts';
import { demoPersonas } from './demo.ts';

describe('what stands beside a name', () => {
  it.each([
    [{ building: '3', unit: '2', room: '501' }, '3栋2单元501'],
    [{ building: 'A', unit: '', room: '1803' }, 'A座1803'],
  ])('a flat: %j', (flat, caption) => {
    expect(captionOf('resident', flat)).toBe(caption);
  });

  it('a role', () => {
    expect(captionOf('maintenance', null)).toBe('维修');
  });
});

describe('the rooms one is in', () => {
  it.each([
    ['resident', ['residents']],
    ['customer_service', ['residents', 'staff']],
    ['greening', ['residents', 'staff']],
    ['manager', ['residents', 'staff', 'managers']],
    ['supervisor', ['residents', 'staff', 'managers']],
  ] as const)('as %s', (role, rooms) => {
    expect(groupsOf(role)).toEqual(rooms);
  });
});

it('the people of the demo estate are all different persons', () => {
  expect(new Set(demoPersonas.map((persona) => persona.externalId)).size).toBe(demoPersonas.length);
});
