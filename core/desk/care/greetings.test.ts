import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** The Spring Festival of 2027 is on 6 February. */
describe('greetings on a festival', () => {
  let desk: DeskHarness;
  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  const offers = (): number => desk.heard('managers').filter((text) => text.includes('祝福已经备好')).length;
  beforeEach(async () => {
    desk = await createDeskHarness({ startIso: '2027-01-29T10:00:00+08:00' });
    await desk.say('李阿姨', '李阿姨', '关怀 祝福 开');
    await desk.say('小陈', '小陈', '帮助');
  });
  afterEach(() => desk.close());
  /** One of the looks that the desk takes at a community again and again. */
  const look = async (): Promise<void> => {
    const { db } = desk.database;
    const { communityId } = desk;
    const data = { kind: 'health_check' as const, communityId, dueAt: desk.clock.now() };
    const { id } = await db.deadline.create({ data });
    await desk.desk.due(id);
    await db.deadline.update({ where: { id }, data: { settledAt: desk.clock.now() } });
    await desk.deliver();
  };
  const untilOffered = async (): Promise<void> => {
    await desk.pass(day);
    await look();
  };

  it('are offered to the managers a week before, once', async () => {
    await look();
    expect(offers()).toBe(0);
    await untilOffered();
    expect(offers()).toBe(1);
    await look();
    expect(last('managers')).toContain('有 1 位居民愿意收到私聊祝福');
    await desk.pass(5 * day);
    await look();
    expect(offers()).toBe(1);
    expect(desk.heard('residents')).toEqual([]);
  });

  it('directly go to those who want them, and to nobody else, on the morning of the day', async () => {
    await untilOffered();
    await desk.press('周经理', 'managers', desk.find('managers', '祝福已经备好'), '只发给愿意收的人');
    expect(last('managers')).toContain('春节祝福将在2月6日 09:00私聊发给 1 位居民');
    await desk.pass(6 * day + 21 * hour);
    expect(desk.heard('李阿姨').join()).not.toContain('给您拜年');
    await desk.pass(2 * hour);
    expect(last('李阿姨')).toContain('给您拜年');
    expect(desk.heard('小陈').join()).not.toContain('拜年');
    expect(desk.heard('residents')).toEqual([]);
  });

  it('to the groups are a notice that a manager sees first', async () => {
    await untilOffered();
    await desk.press('周经理', 'managers', desk.find('managers', '祝福已经备好'), '发到群里（先看预览）');
    expect(last('managers')).toContain('给您拜年');
    expect(await desk.database.db.notice.findFirst()).toMatchObject({ state: 'draft', level: 'routine' });
    await desk.press('周经理', 'managers', desk.find('managers', '给您拜年'), '确认发布');
    await desk.pass(8 * day);
    expect(desk.heard('residents').filter((text) => text.includes('给您拜年'))).toHaveLength(1);
  });

  it('are not sent by staff who are no managers, nor twice', async () => {
    await untilOffered();
    const offer = desk.find('managers', '祝福已经备好');
    await desk.press('周经理', 'managers', offer, '只发给愿意收的人');
    await desk.press('周经理', 'managers', offer, '只发给愿意收的人');
    expect(await desk.database.db.broadcast.count()).toBe(1);
  });

  it('are not wanted this time', async () => {
    await untilOffered();
    await desk.press('周经理', 'managers', desk.find('managers', '祝福已经备好'), '这次不发');
    expect(last('managers')).toContain('这次不发春节祝福');
    await desk.pass(9 * day);
    expect(desk.heard('李阿姨').join()).not.toContain('拜年');
  });
});
