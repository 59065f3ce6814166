import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const minutes = 60_000;

describe('in January the managers are asked to review the policy', () => {
  let desk: DeskHarness;
  const asked = (where = 'managers') => desk.heard(where).filter((text) => text.includes('请复审服务标准'));
  const founded = (iso: string) =>
    desk.database.db.community.update({ where: { id: desk.communityId }, data: { createdAt: new Date(iso) } });
  /** Nothing is looked at meanwhile. */
  const comes = async (iso: string) => {
    const at = new Date(iso);
    await desk.database.db.deadline.updateMany({ where: { settledAt: null }, data: { dueAt: at } });
    desk.clock.set(iso);
  };

  beforeEach(async () => {
    desk = await createDeskHarness({ startIso: '2026-11-23T10:00:00+08:00' });
    await founded('2026-01-01T00:00:00+08:00');
    await desk.desk.settle();
  });
  afterEach(() => desk.close());

  it('at nine on the tenth, once, with the figures of the year, and the committee in person', async () => {
    const { db } = desk.database;
    await desk.say('老王', '老王', '你好');
    const { id: personId } = await db.person.findFirstOrThrow({ where: { name: '老王' } });
    await db.roleGrant.create({ data: { communityId: desk.communityId, personId, role: 'committee' } });
    await desk.say('李阿姨', 'residents', '3栋电梯坏了，停在一楼不动');
    const { code } = await db.ticket.findFirstOrThrow();
    await desk.say('李工', 'staff', `接单 ${code}`);
    await desk.say('李工', 'staff', `办结 ${code} 换了钢丝绳`);
    await db.deadline.deleteMany({ where: { kind: { not: 'health_check' } } });

    await comes('2027-01-10T08:51:00+08:00');
    await desk.pass(8 * minutes);
    expect(asked()).toEqual([]);
    await desk.pass(10 * minutes);
    expect(asked()).toHaveLength(1);
    expect(asked()[0]).toContain('2026 年按现行标准计算：工单 1 件');
    expect(asked()[0]).toContain('按时 100.0%');
    expect(asked()[0]).toContain('linli policy simulate 文件 --from 2026-01-01 --to 2026-12-31');
    expect(asked('老王')).toHaveLength(1);
    expect([...asked('staff'), ...asked('residents')]).toEqual([]);

    await Promise.all([desk.desk.settle(), desk.desk.settle()]);
    await comes('2027-01-11T10:00:00+08:00');
    await desk.pass(30 * minutes);
    expect(asked()).toHaveLength(1);
    await comes('2028-01-10T09:00:00+08:00');
    await desk.pass(10 * minutes);
    expect(asked()).toHaveLength(2);
    expect(asked()[1]).toContain('2027 年没有工单');
  });

  it('not in a community that is two months old', async () => {
    await founded('2026-11-10T00:00:00+08:00');
    await comes('2027-01-10T09:00:00+08:00');
    await desk.pass(30 * minutes);
    expect(asked()).toEqual([]);
  });

  it('as soon as a group of the managers can be reached', async () => {
    const { db } = desk.database;
    const state = (to: 'left' | 'active') =>
      db.conversation.updateMany({ where: { externalId: { in: ['managers', 'staff'] } }, data: { state: to } });
    await state('left');
    await comes('2027-01-10T09:00:00+08:00');
    await desk.pass(10 * minutes);
    await state('active');
    await desk.pass(10 * minutes);
    expect(asked()).toHaveLength(1);
  });
});
