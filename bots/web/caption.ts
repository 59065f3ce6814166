import type { RoomFlat, RoomRole } from './people.ts';

const titles: Record<RoomRole, string> = {
  resident: '居民',
  customer_service: '客服',
  maintenance: '维修',
  security: '安保',
  cleaning: '保洁',
  greening: '绿化',
  manager: '物业经理',
  supervisor: '监督',
};

/** What stands beside a persona's name: the flat as residents write it ("3栋2单元501", "A座1803"), or else the role. */
export function captionOf(role: RoomRole, flat: RoomFlat | null): string {
  if (!flat) return titles[role];
  const building = /^\d+$/.test(flat.building) ? `${flat.building}栋` : `${flat.building}座`;
  return `${building}${flat.unit ? `${flat.unit}单元` : ''}${flat.room}`;
}

/** The group rooms a role is in: staff hear the residents, managers hear everybody. */
export function groupsOf(role: RoomRole): string[] {
  if (role === 'resident') return ['residents'];
  if (role === 'manager' || role === 'supervisor') return ['residents', 'staff', 'managers'];
  return ['residents', 'staff'];
}
