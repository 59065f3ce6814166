import type { Role } from '../../prisma/generated/enums.ts';
import type { Database } from '../database.ts';
import { enrolPerson } from '../people/enrol.ts';
import { foundEstate } from '../people/found-estate.ts';
import { linkConversation } from '../people/link.ts';

export const account = { name: 'bench', account: 'desk' };

export interface Member {
  /** The account on the platform. */
  externalId: string;
  name: string;
  /** Null: the desk hears of this person when they first speak. */
  flat: { building: string; unit: string; room: string } | null;
}

/** A residents' group of the estate that is measured. */
export interface BenchGroup {
  externalId: string;
  title: string;
  /** Labels of the buildings it is for. */
  buildings: string[];
  members: Member[];
}

const groupCount = 8;
const membersPerGroup = 40;
const surnames = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '周', '吴'];
const calledBy = ['阿姨', '先生', '姐', '叔', '女士'];

export const staffName = '客服小林';
const staff: readonly [string, Role][] = [
  [staffName, 'customer_service'],
  ['客服小何', 'customer_service'],
  ['维修孙工', 'maintenance'],
  ['保安老马', 'security'],
  ['保洁钱姨', 'cleaning'],
  ['方经理', 'manager'],
];

/** An estate of sixteen buildings whose residents talk in eight groups; every other resident is known with a flat. */
export const groups: readonly BenchGroup[] = Array.from({ length: groupCount }, (_, index) => {
  const buildings = [String(2 * index + 1), String(2 * index + 2)];
  return {
    externalId: `residents-${index + 1}`,
    title: `${buildings.join('、')}号楼居民群`,
    buildings,
    members: Array.from({ length: membersPerGroup }, (_, member) => memberOf(buildings, index, member)),
  };
});

function memberOf(buildings: readonly string[], group: number, index: number): Member {
  const name = `${surnames[index % surnames.length]}${calledBy[index % calledBy.length]}`;
  const room = `${1 + Math.floor(index / 4)}0${1 + (index % 2)}`;
  const flat = { building: buildings[index % 2] ?? '1', unit: String(1 + (index % 2)), room };
  return { externalId: `resident-${group}-${index}`, name, flat: index % 2 === 0 ? flat : null };
}

/** Founds that estate in an empty database. */
export async function foundBenchEstate(db: Database, now: Date): Promise<void> {
  const office = [
    { externalId: 'staff', title: '客服群', audience: 'staff' as const },
    { externalId: 'managers', title: '经理群', audience: 'managers' as const },
  ];
  const residents = groups.map(({ externalId, title }) => ({ externalId, title, audience: 'residents' as const }));
  const communityId = await foundEstate(
    db,
    {
      name: '桂园小区',
      locale: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      buildings: groups.flatMap((group) => group.buildings),
      channel: account.name,
      account: account.account,
      groups: [...residents, ...office],
    },
    now,
  );
  const known = { communityId, channel: account.name };
  for (const [name, role] of staff) await enrolPerson(db, { ...known, externalId: name, name, role, flat: null }, now);
  await Promise.all(groups.map((group) => moveIn(db, known, group, now)));
}

async function moveIn(
  db: Database,
  known: { communityId: string; channel: string },
  { externalId, buildings, members }: BenchGroup,
  now: Date,
): Promise<void> {
  const where = { communityId: known.communityId, externalId };
  const { id: conversationId } = await db.conversation.findFirstOrThrow({ where, select: { id: true } });
  const { communityId } = known;
  await linkConversation(db, { conversationId, communityId, audience: 'residents', buildings, by: null }, now);
  for (const { externalId, name, flat } of members) {
    if (flat) await enrolPerson(db, { ...known, externalId, name, role: 'resident', flat }, now);
  }
}
