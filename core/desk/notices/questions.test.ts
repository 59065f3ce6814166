import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';
import { enrolPerson } from '../../people/enrol.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('questions about a notice', () => {
  let desk: DeskHarness;
  afterEach(() => desk.close());

  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  const ask = (text: string) => desk.say('周经理', 'managers', text);
  const tell = async (text: string) => {
    await ask(text);
    await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
    await desk.pass(3 * minute);
  };
  const tickets = () =>
    desk.database.db.ticket.findMany({
      orderBy: { openedAt: 'asc' },
      select: { id: true, code: true, status: true, notice: { select: { number: true } } },
    });
  const offers = () => desk.heard('managers').filter((text) => text.includes('的同一件事'));
  const neighbour = (name: string, room: string) =>
    enrolPerson(
      desk.database.db,
      {
        communityId: desk.communityId,
        channel: desk.channel.name,
        externalId: name,
        name,
        role: 'resident',
        flat: { building: '3', unit: '2', room },
      },
      desk.clock.now(),
    );
  const fees = '重要通知 自12月15日起，地下车库停车费调整为每月300元\n生效: 12月15日0:00';

  describe('on a platform with buttons', () => {
    beforeEach(async () => {
      desk = await createDeskHarness();
    });

    it('are tickets tied to it, by a reply or by what they say, and the card tells', async () => {
      await tell(fees);
      await desk.say('李阿姨', 'residents', '请问为什么停车费要涨价？');
      expect(last('staff')).toContain('问的是通知 1“自12月15日起');
      await desk.say('老王', 'residents', '什么时候交？', { replyTo: desk.find('residents', '地下车库') });
      await desk.say('小陈', 'residents', '3栋电梯坏了，停在一楼不动');
      expect((await tickets()).map(({ notice }) => notice?.number ?? null)).toEqual([1, 1, null]);
      await desk.say('老王', 'residents', '请问物业费在哪里交？');
      expect((await tickets()).at(-1)?.notice).toBeNull();
    });

    it('are tied to it until two weeks after it takes effect, and not longer', async () => {
      await tell(fees);
      desk.clock.set('2026-12-29T00:00:00+08:00');
      await desk.say('李阿姨', 'residents', '请问为什么停车费要涨价？');
      desk.clock.set('2026-12-29T00:00:01+08:00');
      await desk.say('小陈', '小陈', '请问为什么停车费要涨价？');
      expect((await tickets()).map(({ notice }) => notice?.number ?? null)).toEqual([1, null]);
    });

    it('of another building’s notice are not', async () => {
      await tell('通知 3栋明天停水检修\n范围: 3栋');
      await desk.say('小陈', '小陈', '请问停水检修要多久？');
      desk.clock.advance(1_000);
      await desk.say('李阿姨', '李阿姨', '请问停水检修要多久？');
      expect((await tickets()).map(({ notice }) => notice?.number ?? null)).toEqual([null, 1]);
    });

    it('that many ask are offered once, with what staff have answered; one press tells everybody, and every asker', async () => {
      await tell(fees);
      const told = desk.find('residents', '地下车库');
      await desk.say('李阿姨', '李阿姨', '请问停车费为什么要涨价？');
      await desk.say('王姐', 'staff', '保养车库设备的费用涨了，有疑问找李阿姨 13812345678', {
        replyTo: desk.find('staff', '停车费'),
      });
      await desk.say('老王', '老王', '停车费为什么涨价？');
      expect(offers()).toEqual([]);
      await desk.say('小陈', 'residents', '请问停车费为什么要涨？', { replyTo: told });
      expect(offers()).toHaveLength(1);
      expect(offers()[0]).toContain('3 户问了通知 1');
      expect(offers()[0]).toContain('保养车库设备的费用涨了');
      expect(offers()[0]).not.toMatch(/13812345678|李阿姨/);
      await neighbour('邻居甲', '701');
      await desk.say('邻居甲', '邻居甲', '停车费为什么要涨价啊？');
      expect(offers()).toHaveLength(1);

      const before = desk.heard('residents').length;
      await desk.press('王姐', 'managers', desk.find('managers', '同一件事'), '告诉所有人');
      expect(desk.heard('residents')).toHaveLength(before);
      await desk.press('周经理', 'managers', desk.find('managers', '同一件事'), '告诉所有人');
      await desk.pass(minute);
      expect(last('managers')).toContain('正在告诉 1 个群，4 件工单已一并答复');
      const said = desk.heard('residents').filter((text) => text.includes('大家在问'));
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('答：保养车库设备的费用涨了');
      expect(said[0]).not.toContain('13812345678');
      expect(last('老王')).toContain('保养车库设备的费用涨了');
      expect(new Set((await tickets()).map(({ status }) => status))).toEqual(new Set(['done']));

      await desk.press('周经理', 'managers', desk.find('managers', '同一件事'), '告诉所有人');
      await desk.pass(minute);
      expect(last('managers')).toContain('已经统一答复过');
      expect(desk.heard('residents').filter((text) => text.includes('大家在问'))).toHaveLength(1);
      await neighbour('邻居乙', '801');
      await desk.say('邻居乙', '邻居乙', '停车费为什么涨价？');
      expect(offers()).toHaveLength(1);
    });

    it('that nobody has answered want the manager’s own words, shown before they are told, without personal data', async () => {
      await tell(fees);
      await desk.say('李阿姨', '李阿姨', '请问停车费为什么要涨价？');
      await desk.say('老王', '老王', '停车费为什么涨价？');
      await desk.say('小陈', '小陈', '停车费为什么要涨？');
      expect(offers()[0]).toContain('还没有人答复过');
      const before = desk.heard('residents').length;
      await desk.say('周经理', 'managers', '设备保养成本上涨，3-2-501的张大爷 13812345678 也问过', {
        replyTo: desk.find('managers', '同一件事'),
      });
      expect(last('managers')).toContain('将在 1 个群里这样说');
      expect(last('managers')).not.toMatch(/13812345678|3-2-501/);
      expect(desk.heard('residents')).toHaveLength(before);
      await desk.press('周经理', 'managers', desk.find('managers', '将在 1 个群'), '告诉所有人');
      await desk.pass(minute);
      expect(last('residents')).toContain('答：设备保养成本上涨');
    });

    it('can be left to their tickets', async () => {
      await tell(fees);
      for (const who of ['李阿姨', '老王', '小陈']) await desk.say(who, who, '停车费为什么涨价？');
      await desk.say('周经理', 'managers', '成本上涨', { replyTo: desk.find('managers', '同一件事') });
      await desk.press('周经理', 'managers', desk.find('managers', '将在 1 个群'), '不用');
      await desk.pass(day);
      expect(last('managers')).not.toContain('正在告诉');
      expect((await tickets()).every(({ status }) => status === 'open')).toBe(true);
    });

    it('by one household count once, and “me too” counts, too', async () => {
      await tell(fees);
      const first = await desk.say('李阿姨', 'residents', '请问停车费为什么要涨价？');
      await desk.say('李阿姨', '李阿姨', '停车费为什么涨价？');
      expect(offers()).toEqual([]);
      await desk.say('老王', 'residents', '我也想问', { replyTo: first });
      await desk.say('小陈', '小陈', '停车费为什么涨价？');
      expect(offers()).toHaveLength(1);
    });
  });

  describe('on a platform without buttons', () => {
    beforeEach(async () => {
      const channel = new FakeChannel({ capabilities: { buttons: false, reactions: false, edits: false } });
      desk = await createDeskHarness({ channel });
    });

    it('are offered and answered in words', async () => {
      await ask(fees);
      await desk.say('周经理', 'managers', '1', { replyTo: desk.find('managers', '草稿') });
      await desk.pass(3 * minute);
      for (const who of ['李阿姨', '老王', '小陈']) await desk.say(who, who, '停车费为什么涨价？');
      await desk.say('周经理', 'managers', '成本上涨', { replyTo: desk.find('managers', '同一件事') });
      await desk.say('周经理', 'managers', '1', { replyTo: desk.find('managers', '将在 1 个群') });
      await desk.pass(minute);
      expect(last('residents')).toContain('答：成本上涨');
    });
  });
});
