import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

describe('what managers ask and tell about accounts', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness({ channel: new FakeChannel({ name: 'wechat', account: 'desk' }) });
  });
  afterEach(() => desk.close());
  const key = { channel_account: { channel: 'wechat', account: 'desk' } };
  const account = () => desk.database.db.channelAccount.findUnique({ where: key });
  const last = (where: string): string => desk.heard(where).at(-1) ?? '';

  it('how they stand, and what they missed today', async () => {
    await desk.say('周经理', 'managers', '账号');
    expect(last('managers')).toBe('微信账号 · 在线');
    const watch = desk.desk.watchFor(desk.channel);
    await watch.tell({ type: 'logged_in', at: desk.clock.now(), name: '桂园管家' });
    const until = new Date(desk.clock.now().getTime() - 60_000);
    const from = new Date(until.getTime() - 30_000);
    await watch.tell({ type: 'gap', from, until, fetched: 0, complete: false });
    await desk.say('监督员', 'staff', '账号');
    expect(last('staff')).toBe(
      '微信账号“桂园管家” · 在线（今天 10:00 起）\n　今天 09:58 到 今天 09:59 没有收听（不到 1 分钟），可能有遗漏',
    );
  });

  it('stop everything that goes out, see that it is stopped, and let it go on', async () => {
    await desk.say('周经理', 'managers', '停发 微信');
    expect(await account()).toMatchObject({ stoppedAt: desk.clock.now() });
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    expect([...desk.heard('residents'), ...desk.heard('staff'), ...desk.heard('managers')]).toEqual([]);
    await desk.say('周经理', 'managers', '恢复 微信');
    expect(await account()).toMatchObject({ stoppedAt: null });
    expect(desk.heard('managers')).toEqual([
      expect.stringContaining('微信已停发'),
      expect.stringContaining('微信已恢复发送'),
    ]);
    expect(desk.heard('staff')).toHaveLength(1);
    await desk.say('周经理', 'managers', '额度');
    expect(last('managers')).toContain('微信账号 · 不限条数');
    const actions = await desk.database.db.auditEntry.findMany({ where: { action: { contains: 'account' } } });
    expect(actions.map(({ action }) => action)).toEqual(['stop_account', 'resume_account']);
  });

  it('are asked which platform when they name none of ours', async () => {
    await desk.say('周经理', 'managers', '停发');
    expect(last('managers')).toContain('要停哪个平台');
    await desk.say('周经理', 'managers', '停发 telegram');
    expect(last('managers')).toContain('可以写：微信');
    expect((await account())?.stoppedAt ?? null).toBeNull();
  });

  it('stop none of the accounts of another community, though it is seen to be down', async () => {
    const { db } = desk.database;
    const data = { channel: 'telegram', account: 'theirs', state: 'offline', stateAt: desk.clock.now() } as const;
    await db.channelAccount.create({ data });
    await desk.say('周经理', 'managers', '账号');
    expect(last('managers')).toContain('Telegram账号 · 已掉线');
    await desk.say('周经理', 'managers', '停发 全部');
    const stopped = await db.channelAccount.findMany({ where: { stoppedAt: { not: null } } });
    expect(stopped.map(({ account: of }) => of)).toEqual(['desk']);
  });

  it('are refused to others quietly, and that is logged', async () => {
    for (const text of ['停发 微信', '额度', '登录码']) await desk.say('李工', 'staff', text);
    await desk.say('李阿姨', 'residents', '/停发 微信');
    expect([...desk.heard('staff'), ...desk.heard('residents')]).toEqual([]);
    expect((await account())?.stoppedAt ?? null).toBeNull();
    expect(await desk.database.db.auditEntry.count({ where: { action: 'refuse_command' } })).toBe(4);
  });

  it('ask for a login code: only where one is needed', async () => {
    await desk.say('周经理', 'managers', '登录码');
    expect(last('managers')).toBe('现在没有账号在等人登录。');
    await desk.desk.watchFor(desk.channel).tell({ type: 'login_needed', at: desk.clock.now(), qr: null });
    await desk.say('周经理', 'managers', '登录码');
    expect(await account()).toMatchObject({ loginAskedAt: desk.clock.now() });
  });
});
