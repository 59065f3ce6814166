import type { RoomFlat, RoomPerson } from './people.ts';
import { groupsOf, captionOf } from './caption.ts';

/** The group rooms, in the order in which the page shows them. */
export const demoRooms = [
  { id: 'residents', title: '桂园小区居民群', audience: 'residents' },
  { id: 'staff', title: '桂园小区客服群', audience: 'staff' },
  { id: 'managers', title: '桂园小区经理群', audience: 'managers' },
] as const;

export interface DemoPersona extends RoomPerson {
  caption: string;
  /** The ids of the group rooms. */
  rooms: string[];
}

const flat = (building: string, unit: string, room: string): RoomFlat => ({ building, unit, room });

const people: [name: string, role: RoomPerson['role'], flat: RoomFlat | null][] = [
  ['李阿姨', 'resident', flat('3', '2', '501')],
  ['小陈', 'resident', flat('5', '1', '1202')],
  ['Mrs Wong', 'resident', flat('A', '', '1803')],
  ['王姐', 'customer_service', null],
  ['李工', 'maintenance', null],
  ['老赵', 'security', null],
  ['周经理', 'manager', null],
];

/** The people of the demo estate 桂园小区. Their ids never change, so that the desk and the rooms mean the same persons. */
export const demoPersonas: readonly DemoPersona[] = people.map(([name, role, flat], index) => ({
  externalId: `00000000-0000-7000-8000-00000000000${index + 1}`,
  name,
  role,
  flat,
  caption: captionOf(role, flat),
  rooms: groupsOf(role),
}));
