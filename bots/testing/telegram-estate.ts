import type { Audience, Role } from '../../prisma/generated/enums.ts';
import type { Database } from '../../core/database.ts';
import { enrolPerson } from '../../core/people/enrol.ts';
import { foundEstate } from '../../core/people/found-estate.ts';
import { dayZone } from '../../core/testing/day-zone.ts';
import type { BotApiServer } from '../telegram/testing/bot-api-server.ts';
import type { TestGroup } from '../telegram/testing/group.ts';
import type { TestUser } from '../telegram/testing/people.ts';

/** An estate that lives in Telegram: its groups, linked long ago, and some of its people. */
export interface TelegramEstate {
  residents: TestGroup;
  /** The residents' group of building 5. */
  five: TestGroup;
  staff: TestGroup;
  managers: TestGroup;
  /** Lives in 3-2-501. */
  auntLi: TestUser;
  /** Lives in 5-1-1202, and is in both residents' groups. */
  chen: TestUser;
  /** Maintenance. */
  engineer: TestUser;
  conversationOf(group: TestGroup): Promise<string>;
}

/**
 * Founds the estate in the database, before or while the program runs.
 * @param timeZone where it lies; where it is about noon by the real clock, by default
 */
export async function foundTelegramEstate(
  server: BotApiServer,
  db: Database,
  timeZone = dayZone(),
): Promise<TelegramEstate> {
  const account = { channel: 'telegram', account: server.account };
  const locale = { locale: 'zh-CN', timeZone };
  const residents = server.group({ title: '3号楼居民群' });
  const five = server.group({ title: '5号楼居民群' });
  const staff = server.group({ title: '客服群' });
  const managers = server.group({ title: '经理群' });
  const linked = (group: TestGroup, audience: Audience) => ({
    externalId: String(group.id),
    title: group.state.chat.title ?? '',
    audience,
  });
  const groups = [
    linked(residents, 'residents'),
    linked(five, 'residents'),
    linked(staff, 'staff'),
    linked(managers, 'managers'),
  ];
  const estate = { name: '桂园小区', ...locale, buildings: ['3', '5'], ...account, groups };
  const communityId = await foundEstate(db, estate, new Date());

  const somebody = async (name: string, role: Role, flat: [string, string, string] | null): Promise<TestUser> => {
    const user = server.user({ name });
    const [building = '', unit = '', room = ''] = flat ?? [];
    const home = flat ? { building, unit, room } : null;
    const enrolment = { communityId, channel: account.channel, externalId: String(user.id), name, role, flat: home };
    await db.$transaction((tx) => enrolPerson(tx, enrolment, new Date()));
    return user;
  };
  const auntLi = await somebody('李阿姨', 'resident', ['3', '2', '501']);
  const chen = await somebody('小陈', 'resident', ['5', '1', '1202']);
  const engineer = await somebody('李工', 'maintenance', null);
  residents.join(auntLi, chen, engineer);
  five.join(chen);
  staff.join(engineer);
  return {
    residents,
    five,
    staff,
    managers,
    auntLi,
    chen,
    engineer,
    async conversationOf(group) {
      const where = { ...account, externalId: String(group.id) };
      const { id } = await db.conversation.findUniqueOrThrow({
        where: { channel_account_externalId: where },
        select: { id: true },
      });
      return id;
    },
  };
}
