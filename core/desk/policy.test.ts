import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enrolPerson } from '../people/enrol.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

describe('the service standards in a chat', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness({ startIso: '2026-11-23T10:00:00+08:00' });
  });
  afterEach(() => desk.close());

  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  const versions = () => desk.database.db.policyVersion.findMany({ orderBy: { version: 'asc' } });
  const anotherManager = () =>
    enrolPerson(
      desk.database.db,
      {
        communityId: desk.communityId,
        channel: desk.channel.name,
        externalId: '吴经理',
        name: '吴经理',
        role: 'manager',
        flat: null,
      },
      desk.clock.now(),
    );

  it('are shown to the staff, and to managers with how they are changed', async () => {
    await desk.say('王姐', 'staff', '服务标准');
    expect(last('staff')).toContain('咨询');
    expect(last('staff')).not.toContain('服务标准 撤回');
    await desk.say('周经理', 'managers', '服务标准');
    expect(last('managers')).toContain('服务标准 撤回');
  });

  it('tell managers in December when the holidays of the next year are not known', async () => {
    desk.clock.set('2050-11-30T23:59:00+08:00');
    await desk.say('王姐', 'staff', '服务标准');
    expect(last('staff')).not.toContain('法定节假日，那一年');
    desk.clock.set('2050-12-01T10:00:00+08:00');
    await desk.say('周经理', 'managers', '服务标准');
    expect(last('managers')).toContain('还没有收录 2050 年的法定节假日');
  });

  it('name what is wrong with a change in the language of the office, and change nothing', async () => {
    await desk.say('周经理', 'managers', '服务标准 改 limits.inquiry-answer.ladder ofice');
    expect(last('managers')).toContain('· limits.inquiry-answer.ladder：没有“ofice”这个升级阶梯；是不是想写 office？');
    expect(await versions()).toHaveLength(1);
  });

  it('are changed by a manager in one line, with what would change and the choices', async () => {
    await desk.say('周经理', 'managers', '服务标准 咨询 12小时 12月1日起 因为人手增加');
    const said = last('managers');
    expect(said).toContain('第 2 版');
    expect(said).toContain('周经理');
    expect(said).toContain('12月1日');
    expect(said).toContain('人手增加');
    expect(said).toMatch(/24 小时.*12 小时/);
    expect(desk.heard('managers')).toHaveLength(1);
    expect((await versions()).at(-1)).toMatchObject({ version: 2, approvedAt: null, reason: '人手增加' });

    await desk.press('周经理', 'managers', desk.find('managers', '第 2 版'), '批准（只管新工单）');
    expect((await versions()).at(-1)).toMatchObject({ approvedByName: '周经理', movesRunning: false });
    expect(last('managers')).toContain('已批准');
    expect(last('staff')).toContain('周经理');
    expect(last('staff')).toMatch(/24 小时.*12 小时/);
    expect(desk.heard('residents')).toEqual([]);
  });

  it('hold for tickets opened from then on, and for open ones where that was chosen', async () => {
    await desk.say('小陈', 'residents', '请问物业费可以用微信交吗？');
    await desk.say('周经理', 'managers', '服务标准 咨询 12小时');
    await desk.press('周经理', 'managers', desk.find('managers', '第 2 版'), '批准（连同进行中的）');
    expect(last('managers')).toContain('已重新计时 1 件');
    const limit = await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'first_response' } });
    expect(limit.dueAt).toEqual(new Date('2026-11-23T22:00:00+08:00'));
  });

  it('are refused by a press; a second press says how it stands', async () => {
    await desk.say('周经理', 'managers', '服务标准 咨询 12小时');
    const card = desk.find('managers', '第 2 版');
    await desk.press('周经理', 'managers', card, '不同意');
    expect(last('managers')).toContain('已由周经理撤回');
    await desk.press('周经理', 'managers', card, '批准（只管新工单）');
    expect(last('managers')).toContain('没有改动');
    expect((await versions()).at(-1)).toMatchObject({ approvedAt: null, withdrawnAt: desk.clock.now() });
  });

  it('are not approved by who proposed them, where there is another manager', async () => {
    await anotherManager();
    await desk.say('周经理', 'managers', '服务标准 咨询 12小时');
    const card = desk.find('managers', '第 2 版');
    await desk.press('周经理', 'managers', card, '批准（只管新工单）');
    expect(last('managers')).toContain('另一位经理');
    await desk.press('吴经理', 'managers', card, '批准（只管新工单）');
    expect((await versions()).at(-1)).toMatchObject({ approvedByName: '吴经理' });
  });

  it('are proposed from the staff group, too, and go before the managers', async () => {
    await desk.say(
      '周经理',
      'staff',
      'policy set limits.inquiry-answer.within 12h from 2026-12-01 because we are more',
    );
    expect(last('staff')).toContain('已提交经理群');
    expect(last('managers')).toContain('we are more');
  });

  it.each([
    { who: '王姐', where: 'staff' },
    { who: '李工', where: 'staff' },
    { who: '监督员', where: 'staff' },
  ])('are not changed by $who, which is logged and not answered', async ({ who, where }) => {
    await desk.say(who, where, '服务标准 咨询 12小时');
    expect(await versions()).toHaveLength(1);
    expect(desk.heard(where).join()).not.toContain('第 2 版');
    expect(await desk.database.db.auditEntry.count({ where: { action: 'refuse_command' } })).toBe(1);
  });

  it('are not decided by a press of somebody who may not', async () => {
    await desk.say('周经理', 'managers', '服务标准 咨询 12小时');
    const before = desk.heard('managers').length;
    await desk.database.db.roleGrant.updateMany({ where: { role: 'manager' }, data: { revokedAt: desk.clock.now() } });
    await desk.database.db.roleGrant.create({
      data: {
        communityId: desk.communityId,
        role: 'customer_service',
        personId: (await desk.database.db.person.findFirstOrThrow({ where: { name: '周经理' } })).id,
      },
    });
    await desk.press('周经理', 'managers', desk.find('managers', '第 2 版'), '批准（只管新工单）');
    expect((await versions()).at(-1)).toMatchObject({ approvedAt: null });
    expect(desk.heard('managers')).toHaveLength(before);
    expect(await desk.database.db.auditEntry.count({ where: { action: 'refuse_press' } })).toBe(1);
  });

  it('are approved by the committee in a direct chat', async () => {
    const { id: personId } = await desk.database.db.person.findFirstOrThrow({ where: { name: '老王' } });
    await desk.database.db.roleGrant.create({
      data: { communityId: desk.communityId, personId, role: 'committee' },
    });
    await desk.say('周经理', 'managers', '服务标准 咨询 12小时');
    await desk.say('老王', '老王', '服务标准 版本');
    expect(last('老王')).toContain('第 2 版 · 待批准');
    await desk.say('老王', '老王', '服务标准 批准 2');
    expect(last('老王')).toContain('已批准');
    expect((await versions()).at(-1)).toMatchObject({ approvedByName: '老王' });
    await desk.say('老王', '老王', '服务标准 咨询 6小时');
    expect(await versions()).toHaveLength(2);
  });

  it.each([
    { said: '服务标准 改 inquiry-answr 12h', answer: 'inquiry-answer' },
    { said: '服务标准 改 limits.inquiry-answer.ladder ofice', answer: 'office' },
    { said: '服务标准 咨询 24小时', answer: '不用改' },
    { said: '服务标准 咨询 12小时 2026-11-01起', answer: '已经过了' },
    { said: '服务标准 咨询 12小时 2月30日起', answer: '2月30日' },
    { said: '服务标准 撤回 9', answer: '没有第 9 版' },
    { said: '服务标准 撤回 1', answer: '现行' },
  ])('change nothing by “$said”, and it is said why', async ({ said, answer }) => {
    await desk.say('周经理', 'managers', said);
    expect(last('managers')).toContain(answer);
    expect(await versions()).toHaveLength(1);
  });

  it('are listed with dates and names', async () => {
    await desk.say('周经理', 'managers', '服务标准 咨询 12小时 12月1日起 因为人手增加');
    await desk.say('周经理', 'managers', '服务标准 批准 2');
    await desk.say('周经理', 'managers', '服务标准 版本');
    const [newest, oldest] = last('managers').split('\n');
    expect(newest).toContain('第 2 版 · 已批准，未到生效日 · 12月1日 00:00 起 · 周经理提出 · 周经理批准');
    expect(newest).toContain('人手增加');
    expect(oldest).toContain('第 1 版 · 现行');
  });

  it('are taken back by words before their date', async () => {
    await desk.say('周经理', 'managers', '服务标准 咨询 12小时 12月1日起');
    await desk.say('周经理', 'managers', '服务标准 批准 2');
    await desk.say('周经理', 'managers', '服务标准 撤回 2');
    expect(last('managers')).toContain('已由周经理撤回');
    expect(last('staff')).toContain('已由周经理撤回');
    expect((await versions()).at(-1)?.withdrawnAt).toEqual(desk.clock.now());
  });
});
