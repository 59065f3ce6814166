import { describe, expect, it } from 'vitest';
import type { Area, Kind, Role } from '../../prisma/generated/enums.ts';
import { chooseAssignee, rolesFor, type StaffMember } from './charge.ts';

const member = (personId: string, roles: (Role | [Role, string])[], openTickets = 0): StaffMember => ({
  personId,
  name: personId.toUpperCase(),
  grants: roles.map((role) =>
    typeof role === 'string' ? { role, building: null } : { role: role[0], building: role[1] },
  ),
  openTickets,
});
const lift = { area: 'facilities', kind: 'repair', building: '3' } as const;

describe('who is put in charge of a broken lift in building 3', () => {
  it.each([
    {
      told: 'the technician of that building, however busy',
      staff: [
        member('all', ['maintenance']),
        member('three', [['maintenance', '3']], 9),
        member('four', [['maintenance', '4']]),
      ],
      chosen: 'three',
      why: 'building',
    },
    {
      told: 'a technician for the whole estate before one of another building',
      staff: [member('four', [['maintenance', '4']]), member('all', ['maintenance'], 5)],
      chosen: 'all',
      why: 'area',
    },
    {
      told: 'a technician of another building before customer service',
      staff: [member('desk', ['customer_service']), member('four', [['maintenance', '4']])],
      chosen: 'four',
      why: 'area',
    },
    {
      told: 'customer service where there is no technician',
      staff: [member('boss', ['manager']), member('desk', ['customer_service'], 7)],
      chosen: 'desk',
      why: 'customer_service',
    },
    {
      told: 'the manager where there is nobody else',
      staff: [member('boss', ['manager']), member('sweeper', ['cleaning'])],
      chosen: 'boss',
      why: 'manager',
    },
    { told: 'anybody of the staff', staff: [member('sweeper', ['cleaning'])], chosen: 'sweeper', why: 'anybody' },
    {
      told: 'the one with the fewest open tickets',
      staff: [member('a', ['maintenance'], 2), member('b', ['maintenance'], 1), member('c', ['maintenance'], 3)],
      chosen: 'b',
      why: 'area',
    },
    {
      told: 'the smaller id among equals, in whatever order they come',
      staff: [member('b', ['maintenance'], 1), member('a', ['maintenance'], 1)],
      chosen: 'a',
      why: 'area',
    },
  ])('$told', ({ staff, chosen, why }) => {
    expect(chooseAssignee(lift, staff)).toEqual({ personId: chosen, name: chosen.toUpperCase(), why });
  });

  it('is nobody where there is no staff, or only people who look on', () => {
    expect(chooseAssignee(lift, [])).toBeNull();
    const onlookers = [member('s', ['supervisor']), member('c', ['committee']), member('r', ['resident'])];
    expect(chooseAssignee(lift, onlookers)).toBeNull();
  });

  it('does not take a matter without a place for one of the building without a label', () => {
    const staff = [member('three', [['maintenance', '3']]), member('all', ['maintenance'])];
    expect(chooseAssignee({ ...lift, building: null }, staff)).toMatchObject({ personId: 'all', why: 'area' });
  });

  it('gives rubbish to the cleaners before the gardeners', () => {
    const staff = [member('gardener', ['greening']), member('sweeper', ['cleaning'], 4)];
    const matter = { area: 'environment', kind: 'complaint', building: '3' } as const;
    expect(chooseAssignee(matter, staff)).toMatchObject({ personId: 'sweeper' });
  });
});

describe('which role a matter belongs to', () => {
  it.each<[Area, Kind, Role]>([
    ['facilities', 'repair', 'maintenance'],
    ['facilities', 'inquiry', 'customer_service'],
    ['facilities', 'praise', 'customer_service'],
    ['parking', 'repair', 'maintenance'],
    ['parking', 'complaint', 'security'],
    ['security', 'complaint', 'security'],
    ['environment', 'suggestion', 'cleaning'],
    ['neighbours', 'complaint', 'customer_service'],
    ['fees', 'complaint', 'customer_service'],
    ['other', 'repair', 'customer_service'],
  ])('%s, %s: %s', (area, kind, role) => {
    expect(rolesFor({ area, kind })[0]).toBe(role);
  });
});
