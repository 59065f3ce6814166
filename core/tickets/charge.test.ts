import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Area, Kind, Role, Urgency } from '../../prisma/generated/enums.ts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { rolesFor } from '../people/duty/responsible.ts';
import type { MannedStretch } from '../people/duty/roster.ts';
import { chooseAssignee, type ChargeMatter, type ChargeRules, type StaffMember } from './charge.ts';

const { responsible } = defaultPolicy;
const member = (
  personId: string,
  roles: (Role | [Role, string])[],
  more: Partial<Pick<StaffMember, 'openTickets' | 'capacity' | 'absent'>> = {},
): StaffMember => ({
  personId,
  name: personId.toUpperCase(),
  grants: roles.map((role) =>
    typeof role === 'string' ? { role, building: null } : { role: role[0], building: role[1] },
  ),
  openTickets: 0,
  capacity: null,
  absent: false,
  ...more,
});
const busy = (openTickets: number) => ({ openTickets });
const away = { absent: true };
const full = { openTickets: 3, capacity: 3 };
const shift = (personId: string, role: Role | null, position = 0): MannedStretch => ({
  shiftId: `${personId}-shift`,
  day: '2026-11-23',
  personId,
  role,
  position,
  from: new Date('2026-11-23T08:30:00+08:00'),
  until: new Date('2026-11-23T18:00:00+08:00'),
});
const nothing: ChargeRules = { responsible, grid: [], onDuty: [], deputies: [], addressedId: null };
const lift: ChargeMatter = { area: 'facilities', kind: 'repair', urgency: 'normal', building: '3' };
const trapped: ChargeMatter = { ...lift, urgency: 'emergency' };

interface Row {
  told: string;
  staff: StaffMember[];
  rules?: Partial<ChargeRules>;
  matter?: ChargeMatter;
  chosen: string;
  why: string;
  passedOver?: [string, string][];
}

describe('who is put in charge of a broken lift in building 3', () => {
  it.each<Row>([
    {
      told: 'whoever the resident spoke to, before the grid, however busy',
      staff: [member('desk', ['customer_service'], full), member('li', ['maintenance'])],
      rules: { addressedId: 'desk', grid: [{ personId: 'li', building: '3', area: 'facilities' }] },
      chosen: 'desk',
      why: 'first_asked',
    },
    {
      told: 'nobody who was spoken to while away',
      staff: [member('desk', ['customer_service'], away), member('li', ['maintenance'])],
      rules: { addressedId: 'desk' },
      chosen: 'li',
      why: 'area',
      passedOver: [['desk', 'absent']],
    },
    {
      told: 'the one named for this building and this topic, before those named for one of them',
      staff: [
        member('both', ['cleaning'], busy(9)),
        member('three', ['maintenance']),
        member('lifts', ['maintenance']),
      ],
      rules: {
        grid: [
          { personId: 'three', building: '3', area: null },
          { personId: 'lifts', building: null, area: 'facilities' },
          { personId: 'both', building: '3', area: 'facilities' },
        ],
      },
      chosen: 'both',
      why: 'grid',
    },
    {
      told: 'of those named for the building, the one whose role suits, however busy',
      staff: [member('guard', ['security']), member('li', ['maintenance'], busy(5))],
      rules: {
        grid: [
          { personId: 'guard', building: '3', area: null },
          { personId: 'li', building: '3', area: null },
        ],
      },
      chosen: 'li',
      why: 'grid_building',
    },
    {
      told: 'the one named for the topic with a suiting role, before one named for the building without it',
      staff: [member('guard', ['security']), member('li', ['maintenance'])],
      rules: {
        grid: [
          { personId: 'guard', building: '3', area: null },
          { personId: 'li', building: null, area: 'facilities' },
        ],
      },
      chosen: 'li',
      why: 'grid_area',
    },
    {
      told: 'the one named for the building, whatever their role, before whoever is on duty',
      staff: [member('guard', ['security']), member('li', ['maintenance'])],
      rules: { grid: [{ personId: 'guard', building: '3', area: null }], onDuty: [shift('li', 'maintenance')] },
      chosen: 'guard',
      why: 'grid_building',
    },
    {
      told: 'nobody who is named for another building or another topic',
      staff: [member('li', ['maintenance']), member('four', ['security']), member('green', ['greening'])],
      rules: {
        grid: [
          { personId: 'four', building: '4', area: null },
          { personId: 'green', building: '3', area: 'environment' },
        ],
      },
      chosen: 'li',
      why: 'area',
    },
    {
      told: 'the technician on duty, first position first, before the technician of that building',
      staff: [
        member('three', [['maintenance', '3']]),
        member('first', ['maintenance'], busy(7)),
        member('second', ['maintenance']),
      ],
      rules: { onDuty: [shift('second', 'maintenance', 1), shift('first', 'maintenance', 0)] },
      chosen: 'first',
      why: 'on_duty',
    },
    {
      told: 'a technician who is on duty for whatever comes',
      staff: [member('a', ['maintenance']), member('b', ['maintenance'], busy(2)), member('c', ['security'])],
      rules: { onDuty: [shift('c', null), shift('b', null)] },
      chosen: 'b',
      why: 'on_duty',
    },
    {
      told: 'the technician of that building, however busy',
      staff: [
        member('all', ['maintenance']),
        member('three', [['maintenance', '3']], busy(9)),
        member('four', [['maintenance', '4']]),
      ],
      chosen: 'three',
      why: 'building',
    },
    {
      told: 'a technician for the whole estate before one of another building',
      staff: [member('four', [['maintenance', '4']]), member('all', ['maintenance'], busy(5))],
      chosen: 'all',
      why: 'area',
    },
    {
      told: 'a technician of another building before whoever is on duty for whatever comes',
      staff: [member('guard', ['security']), member('four', [['maintenance', '4']])],
      rules: { onDuty: [shift('guard', null)] },
      chosen: 'four',
      why: 'area',
    },
    {
      told: 'whoever is on duty for whatever comes, where there is no technician',
      staff: [member('guard', ['security']), member('desk', ['customer_service'])],
      rules: { onDuty: [shift('guard', null)], deputies: [{ personId: 'desk', role: 'maintenance' }] },
      chosen: 'guard',
      why: 'on_duty_any',
    },
    {
      told: 'nobody who is on duty for something else',
      staff: [member('guard', ['security']), member('desk', ['customer_service'])],
      rules: { onDuty: [shift('guard', 'security')] },
      chosen: 'desk',
      why: 'customer_service',
    },
    {
      told: 'the standing deputy for the role before the one for all',
      staff: [member('green', ['greening']), member('clean', ['cleaning'])],
      rules: {
        deputies: [
          { personId: 'clean', role: null },
          { personId: 'green', role: 'maintenance' },
        ],
      },
      chosen: 'green',
      why: 'deputy_for_role',
    },
    {
      told: 'the standing deputy for all before customer service, and no deputy for another role',
      staff: [member('desk', ['customer_service']), member('clean', ['cleaning']), member('green', ['greening'])],
      rules: {
        deputies: [
          { personId: 'green', role: 'security' },
          { personId: 'clean', role: null },
        ],
      },
      chosen: 'clean',
      why: 'deputy',
    },
    {
      told: 'customer service where there is no technician',
      staff: [member('boss', ['manager']), member('desk', ['customer_service'], busy(7))],
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
      staff: [
        member('a', ['maintenance'], busy(2)),
        member('b', ['maintenance'], busy(1)),
        member('c', ['maintenance'], busy(3)),
      ],
      chosen: 'b',
      why: 'area',
    },
    {
      told: 'the smaller id among equals, in whatever order they come',
      staff: [member('b', ['maintenance'], busy(1)), member('a', ['maintenance'], busy(1))],
      chosen: 'a',
      why: 'area',
    },
    {
      told: 'a technician who is there, while another is away and a third has all they can take',
      staff: [
        member('a', ['maintenance'], away),
        member('b', ['maintenance'], full),
        member('c', ['maintenance'], busy(8)),
      ],
      chosen: 'c',
      why: 'area',
      passedOver: [
        ['a', 'absent'],
        ['b', 'full'],
      ],
    },
    {
      told: 'one below the limit',
      staff: [member('a', ['maintenance'], { openTickets: 2, capacity: 3 }), member('b', ['maintenance'], busy(9))],
      chosen: 'a',
      why: 'area',
    },
    {
      told: 'somebody else on duty, when the one named for the building is away',
      staff: [member('three', ['maintenance'], away), member('li', ['maintenance'])],
      rules: { grid: [{ personId: 'three', building: '3', area: null }], onDuty: [shift('li', 'maintenance')] },
      chosen: 'li',
      why: 'on_duty',
      passedOver: [['three', 'absent']],
    },
    {
      told: 'somebody who has all they can take, before somebody who is away',
      staff: [member('a', ['maintenance'], away), member('boss', ['manager'], full)],
      chosen: 'boss',
      why: 'manager',
      passedOver: [['a', 'absent']],
    },
    {
      told: 'somebody who is away, where there is nobody else',
      staff: [member('a', ['maintenance'], { ...full, absent: true })],
      chosen: 'a',
      why: 'area',
    },
    {
      told: 'no contractor, though the role is theirs, too',
      staff: [member('firm', ['contractor']), member('sweeper', ['cleaning'], full)],
      rules: { onDuty: [shift('firm', 'maintenance')], addressedId: 'firm' },
      chosen: 'sweeper',
      why: 'anybody',
    },
    {
      told: 'a contractor, where the office has nobody',
      staff: [member('firm', ['contractor'])],
      chosen: 'firm',
      why: 'anybody',
    },
    {
      told: 'in an emergency: whoever is on duty, however many tickets they have, before the one named for the building',
      staff: [member('three', ['maintenance']), member('li', ['maintenance'], full)],
      rules: { grid: [{ personId: 'three', building: '3', area: null }], onDuty: [shift('li', 'maintenance')] },
      matter: trapped,
      chosen: 'li',
      why: 'on_duty',
    },
    {
      told: 'in an emergency: whoever is on duty for whatever comes, before the grid',
      staff: [member('three', ['maintenance']), member('guard', ['security'])],
      rules: { grid: [{ personId: 'three', building: '3', area: null }], onDuty: [shift('guard', null)] },
      matter: trapped,
      chosen: 'guard',
      why: 'on_duty_any',
    },
    {
      told: 'in an emergency with nobody on duty: the grid',
      staff: [member('three', ['maintenance']), member('li', ['maintenance'])],
      rules: { grid: [{ personId: 'three', building: '3', area: null }] },
      matter: trapped,
      chosen: 'three',
      why: 'grid_building',
    },
  ])('$told', ({ staff, rules, matter = lift, chosen, why, passedOver = [] }) => {
    const others = passedOver.map(([personId, reason]) => ({ personId, name: personId.toUpperCase(), why: reason }));
    const charge = chooseAssignee(matter, staff, { ...nothing, ...rules });
    expect(charge).toEqual({ personId: chosen, name: chosen.toUpperCase(), why, passedOver: others });
  });

  it('is nobody where there is no staff, or only people who look on', () => {
    expect(chooseAssignee(lift, [], nothing)).toBeNull();
    const onlookers = [member('s', ['supervisor']), member('c', ['committee']), member('r', ['resident'])];
    expect(chooseAssignee(lift, onlookers, nothing)).toBeNull();
  });

  it('does not take a matter without a place for one of the building without a label', () => {
    const staff = [member('three', [['maintenance', '3']]), member('all', ['maintenance'])];
    const grid = [{ personId: 'three', building: '3', area: null }];
    const charge = chooseAssignee({ ...lift, building: null }, staff, { ...nothing, grid });
    expect(charge).toMatchObject({ personId: 'all', why: 'area' });
  });

  it('gives rubbish to the cleaners before the gardeners', () => {
    const staff = [member('gardener', ['greening']), member('sweeper', ['cleaning'], busy(4))];
    const matter = { ...lift, area: 'environment', kind: 'complaint' } as const;
    expect(chooseAssignee(matter, staff, nothing)).toMatchObject({ personId: 'sweeper' });
  });

  it('goes by the roles of the estate’s own policy', () => {
    const staff = [member('guard', ['security']), member('li', ['maintenance'])];
    const own = { ...responsible, areas: { ...responsible.areas, facilities: ['security' as const] } };
    expect(chooseAssignee(lift, staff, { ...nothing, responsible: own })).toMatchObject({ personId: 'guard' });
  });
});

describe('whatever the roles, absences, limits and rosters', () => {
  const people = ['a', 'b', 'c', 'd'];
  const id = fc.constantFrom(...people);
  const role = fc.constantFrom(...Object.values(Role));
  const building = fc.option(fc.constantFrom('3', '4'));
  const area = fc.option(fc.constantFrom(...Object.values(Area)));
  const staffOf = fc.uniqueArray(
    fc.record({
      personId: id,
      name: fc.constant('x'),
      grants: fc.array(fc.record({ role, building }), { minLength: 1, maxLength: 3 }),
      openTickets: fc.nat(5),
      capacity: fc.option(fc.nat(5)),
      absent: fc.boolean(),
    }),
    { selector: ({ personId }) => personId, maxLength: 4 },
  );
  const rules = fc.record({
    responsible: fc.constant(responsible),
    grid: fc.array(fc.record({ personId: id, building, area }), { maxLength: 4 }),
    onDuty: fc.array(
      fc.tuple(id, fc.option(role), fc.nat(2)).map(([personId, for_, at]) => shift(personId, for_, at)),
      { maxLength: 4 },
    ),
    deputies: fc.array(fc.record({ personId: id, role: fc.option(role) }), { maxLength: 3 }),
    addressedId: fc.option(id),
  });
  const matter = fc.record({
    kind: fc.constantFrom(...Object.values(Kind)),
    area: fc.constantFrom(...Object.values(Area)),
    urgency: fc.constantFrom(...Object.values(Urgency)),
    building,
  });
  const works = ({ grants }: StaffMember): boolean =>
    grants.some((grant) => !['resident', 'supervisor', 'committee'].includes(grant.role));

  it('somebody is in charge where anybody works, and nobody who is away where somebody is there', () => {
    fc.assert(
      fc.property(matter, staffOf, rules, (one, staff, now) => {
        const charge = chooseAssignee(one, staff, now);
        expect(charge !== null).toBe(staff.some(works));
        const chosen = staff.find(({ personId }) => personId === charge?.personId);
        if (!charge || !chosen) return;
        expect(works(chosen)).toBe(true);
        const own = staff.filter(({ grants }) =>
          grants.some((grant) => !['resident', 'supervisor', 'committee', 'contractor'].includes(grant.role)),
        );
        expect(own.length === 0 || own.includes(chosen)).toBe(true);
        expect(chosen.absent && own.some(({ absent }) => !absent)).toBe(false);
        expect(charge.passedOver.map(({ personId }) => personId)).not.toContain(chosen.personId);
        expect(chooseAssignee(one, staff.toReversed(), now)).toEqual(charge);
      }),
    );
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
    expect(rolesFor({ area, kind }, responsible)[0]).toBe(role);
  });
});
