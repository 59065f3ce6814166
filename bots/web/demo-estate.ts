import type { Channel } from '../../core/channel/channel.ts';
import type { Clock } from '../../core/clock.ts';
import type { Database } from '../../core/database.ts';
import { enrolPerson } from '../../core/people/enrol.ts';
import { foundEstate } from '../../core/people/found-estate.ts';
import { demoPersonas, demoRooms } from './demo.ts';
import type { RoomPeople, RoomPerson } from './people.ts';
import { seedRooms } from './seed.ts';

/** Of 桂园小区, before anybody adds a flat in another one. */
const BUILDINGS = ['1', '2', '3', '4', '5', 'A'];

export interface DemoEstateParts {
  db: Database;
  clock: Clock;
  /** The rooms' account. */
  account: Pick<Channel, 'name' | 'account'>;
  locale: string;
  timeZone: string;
}

/**
 * Founds the estate that the rooms show, with its people, unless it is there already; what is there stays as it is.
 * @returns what the rooms may ask of the estate's people
 */
export async function openDemoEstate(parts: DemoEstateParts): Promise<RoomPeople> {
  const { db, clock, account, locale, timeZone } = parts;
  const communityId = await foundEstate(
    db,
    {
      name: '桂园小区',
      locale,
      timeZone,
      buildings: BUILDINGS,
      channel: account.name,
      account: account.account,
      groups: demoRooms.map(({ id, title, audience }) => ({ externalId: id, title, audience })),
    },
    clock.now(),
  );
  const enrol = async (person: RoomPerson): Promise<void> => {
    const { externalId, name, role, flat } = person;
    const enrolment = { communityId, channel: account.name, externalId, name, role, flat };
    const personId = await db.$transaction((tx) => enrolPerson(tx, enrolment, clock.now()));
    if (personId !== null && role !== 'resident')
      await openDirectChat(parts, communityId, { personId, externalId, name });
  };
  for (const persona of demoPersonas) await enrol(persona);
  await seedRooms(db);
  return {
    enrol,
    async buildings() {
      const rows = await db.building.findMany({ where: { communityId }, select: { label: true } });
      const labels = rows.map(({ label }) => label);
      return labels.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
    },
  };
}

/** Whoever works here can be called directly from the start (P6c): the rooms, unlike other platforms, let the desk speak first. */
async function openDirectChat(
  { db, clock, account }: DemoEstateParts,
  communityId: string,
  { personId, externalId, name }: { personId: string; externalId: string; name: string },
): Promise<void> {
  const where = { channel: account.name, account: account.account, externalId };
  await db.conversation.upsert({
    where: { channel_account_externalId: where },
    create: { ...where, kind: 'direct', title: name, communityId, personId, linkedAt: clock.now() },
    update: {},
    select: { id: true },
  });
}
