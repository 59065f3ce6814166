import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';
import { enrolPerson } from '../../people/enrol.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('a notice', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness({ startIso: '2026-11-23T10:00:00+08:00' });
  });
  afterEach(() => desk.close());

  const last = (where: string): string => desk.heard(where).at(-1) ?? '';
  const notice = (number: number) =>
    desk.database.db.notice.findFirstOrThrow({ where: { communityId: desk.communityId, number } });
  const notices = () => desk.database.db.notice.findMany({ orderBy: { number: 'asc' } });
  const ask = (text: string) => desk.say('周经理', 'managers', text);
  const confirm = (who = '周经理') => desk.press(who, 'managers', desk.find('managers', '草稿'), '确认发布');
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

  it('is shown to whoever writes it exactly as it will be told, and to nobody else', async () => {
    await ask('重要通知 明天8点到12点停水，请储水\n收到: 是');
    const shown = last('managers');
    expect(shown).toContain('通知 1 草稿');
    expect(shown).toContain('【重要通知】\n明天8点到12点停水，请储水\n看到请点“收到”');
    expect(shown).toContain('范围：全小区');
    expect(shown).toContain('1 个群（居民群） · 在册 3 户');
    expect(shown).toContain('发送：今天 10:02');
    expect(desk.heard('residents')).toEqual([]);
    expect(await notice(1)).toMatchObject({ state: 'draft', level: 'important', asksReceipt: true });
  });

  it('goes out two minutes after it is confirmed, and is not sent when it is taken back in time', async () => {
    await ask('通知 明天停水');
    await confirm();
    expect(last('managers')).toContain('通知 1 将于 今天 10:02 发出');
    await desk.pass(2 * minute - 1);
    expect(desk.heard('residents')).toEqual([]);
    await desk.press('周经理', 'managers', desk.find('managers', '将于'), '撤回');
    expect(last('managers')).toContain('没有人看到');
    await desk.pass(hour);
    expect(desk.heard('residents')).toEqual([]);
    expect(await notice(1)).toMatchObject({ state: 'discarded' });
  });

  it('is told, corrected in place, extended, ended, and withdrawn', async () => {
    await ask('通知 明天停水\n至: 今天18点');
    await confirm();
    await desk.pass(2 * minute);
    expect(desk.heard('residents')).toEqual(['【通知】\n明天停水\n预计到 11月23日 18:00']);
    const told = desk.find('residents', '明天停水');

    await desk.say('周经理', 'managers', '更正 后天停水', { replyTo: desk.find('managers', '开始发送') });
    expect(last('managers')).toContain('通知 1 已更正');
    await desk.pass(minute);
    const edits = () => desk.channel.taken.filter(({ message }) => message.editId === told);
    expect(edits().at(-1)?.message.text).toContain('【更正】11月23日 10:0');
    expect(edits().at(-1)?.message.text).toContain('后天停水');

    await ask('通知 1 延长 到20点');
    await desk.pass(minute);
    expect(desk.heard('residents').some((text) => text.includes('【延长】预计到 11月23日 20:00'))).toBe(true);

    await desk.pass(10 * hour);
    expect(last('managers')).toContain('预计的时间到了');
    await desk.press('周经理', 'managers', desk.find('managers', '预计的时间到了'), '已结束，告诉大家');
    await desk.pass(minute);
    expect(desk.heard('residents').some((text) => text.startsWith('✅ 已恢复正常'))).toBe(true);
    expect(await notice(1)).toMatchObject({ state: 'ended' });

    await ask('通知 1 撤回');
    await desk.pass(minute);
    expect(await notice(1)).toMatchObject({ state: 'withdrawn' });
    expect(await desk.database.db.noticeVersion.count()).toBe(4);
  });

  it('confirmed twice is sent once', async () => {
    await ask('通知 明天停水');
    const preview = desk.find('managers', '草稿');
    const shown = desk.channel.taken.find(({ externalIds }) => externalIds.includes(preview));
    await confirm();
    const again = shown?.message.choices.flat()[0]?.id ?? '';
    await desk.event({
      type: 'button',
      key: 'again',
      conversation: { externalId: 'managers', kind: 'group', title: '经理群' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender('周经理'),
      messageId: preview,
      choiceId: again,
    });
    expect(last('managers')).toContain('现在是“待发送”');
    await desk.pass(hour);
    expect(desk.heard('residents')).toHaveLength(1);
  });

  it('is changed by replies to its preview, and only what was seen can be confirmed', async () => {
    await ask('通知 明天停水');
    const first = desk.find('managers', '草稿');
    const stale = desk.channel.taken.find(({ externalIds }) => externalIds.includes(first))?.message.choices.flat()[0];
    await desk.say('周经理', 'managers', '时间：明天8:30', { replyTo: first });
    expect(last('managers')).toContain('发送：明天 08:30');
    await desk.say('周经理', 'managers', '改成 后天停水', { replyTo: desk.find('managers', '草稿') });
    expect(last('managers')).toContain('后天停水');
    await desk.event({
      type: 'button',
      key: 'stale',
      conversation: { externalId: 'managers', kind: 'group', title: '经理群' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender('周经理'),
      messageId: first,
      choiceId: stale?.id ?? '',
    });
    expect(last('managers')).toContain('请在最新的预览下确认');
    expect(await notice(1)).toMatchObject({ state: 'draft', text: '后天停水' });
  });

  it('takes nothing from a reply that it does not understand, and leaves talk about it alone', async () => {
    await ask('通知 明天停水\n英文: No water tomorrow.');
    const preview = desk.find('managers', '草稿');
    const before = desk.heard('managers').length;
    await desk.say('周经理', 'managers', '这样写可以吗', { replyTo: preview });
    expect(desk.heard('managers')).toHaveLength(before);
    await desk.say('周经理', 'managers', '范围: 3栋\n再客气一点', { replyTo: preview });
    expect(last('managers')).toContain('“再客气一点”不知道要放在哪里');
    expect(await notice(1)).toMatchObject({ text: '明天停水', audience: { buildings: [] } });
    await desk.say('周经理', 'managers', '改成 后天停水\n范围: 3栋', { replyTo: preview });
    expect(await notice(1)).toMatchObject({ text: '后天停水', texts: {}, audience: { buildings: ['3'] } });
  });

  it('takes along photos that were sent just before it, and the whole of an album', async () => {
    await desk.say('周经理', 'managers', '', { photo: true });
    await ask('通知 施工路线见图\n照片: 是');
    expect((await notice(1)).attachmentIds).toHaveLength(1);
    await desk.pass(11 * minute);
    await desk.say('周经理', 'managers', '通知 施工现场', { photo: true, album: 'a' });
    await desk.say('周经理', 'managers', '', { photo: true, album: 'a' });
    await confirm();
    expect((await notice(2)).attachmentIds).toHaveLength(2);
    await desk.pass(2 * minute);
    const told = desk.channel.taken.findLast(({ message }) => message.conversationId === 'residents');
    expect(told?.message.files).toHaveLength(2);
  });

  it('that waits for its time is changed by writing it anew, and wants to be confirmed again', async () => {
    await ask('通知 明天停水');
    await confirm();
    await ask('通知 1 更正 后天停水');
    expect(last('managers')).toContain('通知 1 草稿');
    await desk.pass(hour);
    expect(desk.heard('residents')).toEqual([]);
    await confirm();
    await desk.pass(2 * minute);
    expect(desk.heard('residents')).toEqual(['【通知】\n后天停水']);
  });

  it('taken back at the very moment at which it goes out is never told, or withdrawn', async () => {
    await ask('通知 明天停水');
    await confirm();
    desk.clock.set('2026-11-23T10:02:00+08:00');
    const { id } = await desk.database.db.deadline.findFirstOrThrow({ where: { kind: 'notice', rung: 'send' } });
    await Promise.all([desk.desk.due(id), desk.desk.due(id), ask('通知 1 撤回')]);
    await desk.pass(hour);
    const { state } = await notice(1);
    expect(['discarded', 'withdrawn']).toContain(state);
    const standing = desk.channel.taken.filter(({ message }) => message.conversationId === 'residents');
    expect(standing.length).toBeLessThanOrEqual(state === 'discarded' ? 0 : 2);
  });

  it('at night waits for the morning, and an emergency does not', async () => {
    desk.clock.set('2026-11-23T23:00:00+08:00');
    await ask('通知 明天停水');
    expect(last('managers')).toContain('发送：明天 08:00（今天 23:02 是安静时段');
    await confirm();
    await desk.pass(8 * hour);
    expect(desk.heard('residents')).toEqual([]);
    await ask('紧急通知 3栋燃气泄漏，请撤离');
    await confirm();
    await desk.pass(1);
    expect(desk.heard('residents')).toEqual([expect.stringContaining('【🔴 紧急通知】\n3栋燃气泄漏，请撤离')]);
    await desk.pass(2 * hour);
    expect(desk.heard('residents').some((text) => text.includes('明天停水'))).toBe(true);
  });

  it('wants a second manager where the policy says so, who is not the one who wrote it', async () => {
    await desk.say('周经理', 'managers', '服务标准 改 notices.secondPersonFor [important]');
    await desk.press('周经理', 'managers', desk.find('managers', '第 2 版'), '批准（只管新工单）');
    await anotherManager();
    await ask('重要通知 明天停水');
    expect(last('managers')).toContain('还要另一位经理同意');
    await confirm();
    const asked = desk.find('managers', '还要另一位经理同意：');
    await desk.press('周经理', 'managers', asked, '同意发布');
    expect(last('managers')).toContain('要请另一位经理同意');
    await desk.pass(hour);
    expect(desk.heard('residents')).toEqual([]);
    await desk.press('吴经理', 'managers', asked, '同意发布');
    await desk.pass(2 * minute);
    expect(desk.heard('residents')).toHaveLength(1);
    expect((await notice(1)).approvedById).not.toBeNull();
  });

  it('repeats, with the next one on record, until it is taken back; one time can be left out', async () => {
    await ask('通知 请按时缴费\n重复: 每月最后一个工作日 9:00');
    expect(last('managers')).toContain('发送：11月30日 09:00');
    await confirm();
    await desk.pass(7 * 24 * hour);
    expect(desk.heard('residents')).toHaveLength(1);
    const [, second] = await notices();
    expect(second).toMatchObject({ number: 2, state: 'scheduled', sendAt: new Date('2026-12-31T09:00:00+08:00') });
    await ask('通知 2 跳过');
    expect(last('managers')).toContain('下一次是通知 3，2027年1月29日 09:00');
    await ask('通知 3 撤回');
    expect(last('managers')).toContain('以后也不再重复');
    await desk.pass(70 * 24 * hour);
    expect(desk.heard('residents')).toHaveLength(1);
    expect(await notices()).toHaveLength(3);
  });

  it.each([
    ['通知 明天停水\n范围: 33栋', '没有“33”，是不是“3”？'],
    ['通知 明天停水\n范围: 住得远的', '“住得远的”看不懂'],
    ['通知 明天停水\n时间: 有空的时候', '时间“有空的时候”看不懂'],
    ['通知 明天停水\n时间: 今天9点', '“今天9点”已经过了'],
    ['通知 明天停水\n重复: 偶尔', '重复“偶尔”看不懂'],
    ['通知 明天停水\n收到: 也许', '“收到：也许”看不懂'],
    ['通知 明天停水\naudiense: 3', '不认识“audiense：”，是不是“audience：”？'],
    ['通知\n范围: 3栋', '没有正文'],
    ['通知 明天停水\n时间: 明天8:30\n至: 今天18点', '“至”要晚于发送时间'],
    [`通知 ${'水'.repeat(2001)}`, '正文太长'],
  ])('that is broken is answered with what is wrong, and is not put on record: %s', async (said, answer) => {
    await ask(said);
    expect(last('managers')).toContain(answer);
    expect(await notices()).toEqual([]);
  });

  it('warns of personal data and of too short a time before it takes effect', async () => {
    await ask('通知 停车费调整，咨询张师傅13812345678\n生效: 11月25日');
    expect(last('managers')).toContain('13812345678');
    expect(last('managers')).toContain('⚠️ 生效前要提前 7 天通知');
    expect(last('managers')).toContain('11月25日 00:00 起生效');
  });

  it('is not for residents, staff or contractors to write; supervisors and staff may look', async () => {
    await desk.say('李阿姨', 'residents', '通知 今晚跳舞');
    await desk.say('王姐', 'staff', '通知 明天停水');
    await desk.say('李阿姨', '李阿姨', '/notice no water');
    expect(await notices()).toEqual([]);
    await ask('通知 明天停水');
    await desk.say('王姐', 'staff', '通知 1');
    expect(last('staff')).toContain('明天停水');
    await desk.say('王姐', 'staff', '通知 1 撤回');
    await desk.say('监督员', '监督员', '通知 列表');
    expect(last('监督员')).toContain('明天停水');
    expect(await notice(1)).toMatchObject({ state: 'draft' });
    const refused = await desk.database.db.auditEntry.count({ where: { action: 'refuse_command', subject: 'notice' } });
    expect(refused).toBe(3);
  });

  it('to one building reaches its groups only, and without any group cannot be sent', async () => {
    await ask('通知 明天停水\n范围: #租户');
    expect(last('managers')).toContain('没有“#租户”');
    await desk.say('周经理', 'residents', '标签 租户');
    await ask('通知 明天停水\n范围: #租户');
    expect(last('managers')).toContain('标签 租户');
    await ask('标签 居民群 取消 租户');
    await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
    expect(last('managers')).toContain('没有一个群或住户收得到');
    expect(await notice(1)).toMatchObject({ state: 'draft' });
  });

  it('warns of buildings that have no group, and whose residents would not hear it', async () => {
    const { db } = desk.database;
    const building = await db.building.findFirstOrThrow({ where: { label: '3' } });
    await db.conversation.updateMany({ where: { externalId: 'residents' }, data: { title: '3栋群' } });
    const { id } = await db.conversation.findFirstOrThrow({ where: { externalId: 'residents' } });
    await db.conversation.update({ where: { id }, data: { buildings: { set: [{ id: building.id }] } } });
    await ask('通知 明天停水\n范围: 3栋 5栋');
    expect(last('managers')).toContain('⚠️ 5 栋没有群，群里发不到');
    await ask('通知 明天停水\n范围: 3栋');
    expect(last('managers')).not.toContain('没有群');
    await ask('通知 明天停水\n范围: 3栋 5栋 群和私聊');
    expect(last('managers')).not.toContain('没有群');
    await ask('通知 明天停水\n范围: 5栋');
    expect(last('managers')).toContain('可以写“范围: 7栋 私聊”');
  });

  it('that would be over before it goes out is not sent', async () => {
    await ask('通知 停水\n至: 今天12:00');
    desk.clock.advance(3 * hour);
    await confirm();
    expect(last('managers')).toContain('通知 1 写的“至”等不到发出就过了');
    expect(await notice(1)).toMatchObject({ state: 'draft' });
    await desk.say('周经理', 'managers', '至: 今天18点', { replyTo: desk.find('managers', '草稿') });
    await confirm();
    expect(await notice(1)).toMatchObject({ state: 'scheduled' });
    desk.clock.set('2026-11-23T23:00:00+08:00');
    await ask('通知 停水\n至: 今天23:30');
    expect(last('managers')).toContain('“至”要晚于发送时间，现在确认要到 明天 08:00 才发');
  });

  it('whose time passed while nothing ran is not sent any more, and whoever wrote it hears so', async () => {
    await ask('通知 停水\n时间: 今天11:00\n至: 今天12:00');
    await confirm();
    desk.clock.advance(3 * hour);
    await desk.pass(minute);
    expect(desk.heard('residents')).toEqual([]);
    expect(last('managers')).toContain('通知 1 没有发出');
    expect(await notice(1)).toMatchObject({ state: 'discarded' });
  });

  it('that is out has its text and its times corrected, and nothing else', async () => {
    await ask('通知 停水检修\n至: 今天12:00');
    await confirm();
    await desk.pass(3 * minute);
    await ask('通知 1 更正 停电检修\n范围: 5栋');
    expect(last('managers')).toContain('不能再改范围');
    expect(desk.heard('residents')).toEqual(['【通知】\n停水检修\n预计到 11月23日 12:00']);
    await ask('通知 1 更正 停电检修\n至: 今天15:00');
    await desk.pass(minute);
    expect(
      desk.channel.taken.findLast(({ message }) => message.conversationId === 'residents')?.message.text,
    ).toContain('停电检修\n预计到 11月23日 15:00');
    await desk.pass(3 * hour);
    expect(desk.heard('managers').some((text) => text.includes('结束了吗'))).toBe(false);
    await desk.pass(2 * hour);
    expect(last('managers')).toContain('结束了吗');
  });

  it('that waits for its time is changed by a reply with fields alone', async () => {
    await ask('通知 明天停水\n时间: 明天9:00');
    await confirm();
    await desk.say('周经理', 'managers', '时间: 明天10:00', { replyTo: desk.find('managers', '将于') });
    expect(last('managers')).toContain('发送：明天 10:00');
    expect(await notice(1)).toMatchObject({ state: 'draft' });
    await desk.pass(24 * hour);
    expect(desk.heard('residents')).toEqual([]);
  });

  it('extended at night, and withdrawn or extended again before the morning: only the last is told', async () => {
    await ask('通知 停水\n至: 明天9点');
    await confirm();
    await desk.pass(3 * minute);
    await ask('通知 电梯检修\n至: 明天9点');
    await confirm();
    await desk.pass(3 * minute);
    desk.clock.set('2026-11-23T23:00:00+08:00');
    await ask('通知 1 延长 到明天12点');
    await ask('通知 1 延长 到明天15点');
    await ask('通知 2 延长 到明天12点');
    await ask('通知 2 撤回');
    await desk.pass(10 * hour);
    const extended = desk.heard('residents').filter((text) => text.includes('给您添麻烦了'));
    expect(extended).toEqual([expect.stringContaining('11月24日 15:00')]);
  });

  describe('that wants a second manager', () => {
    beforeEach(async () => {
      await desk.say('周经理', 'managers', '服务标准 改 notices.secondPersonFor [important]');
      await desk.press('周经理', 'managers', desk.find('managers', '第 2 版'), '批准（只管新工单）');
      await anotherManager();
      await ask('重要通知 明天停水');
      await confirm();
    });
    const asked = () => desk.find('managers', '还要另一位经理同意：');
    const choicesUnder = (messageId: string) =>
      desk.channel.taken.find(({ externalIds }) => externalIds.includes(messageId))?.message.choices.flat() ?? [];
    const pressChoice = (choiceId: string, messageId: string) =>
      desk.event({
        type: 'button',
        key: choiceId,
        conversation: { externalId: 'managers', kind: 'group', title: '经理群' },
        at: desk.clock.now().toISOString(),
        sender: desk.sender('吴经理'),
        messageId,
        choiceId,
      });

    it('and gets no answer: the managers are reminded once, and the status says so', async () => {
      await desk.pass(30 * minute - 1);
      expect(desk.heard('managers').join('\n')).not.toContain('还在等另一位经理');
      await ask('通知 1 状态');
      expect(last('managers')).toContain('今天 10:00 起等另一位经理同意。');
      await desk.pass(1);
      expect(last('managers')).toContain('通知 1 还在等另一位经理同意：明天停水');
      await desk.pass(24 * hour);
      expect(desk.heard('managers').filter((text) => text.includes('还在等另一位经理'))).toHaveLength(1);
      await ask('通知 1 状态');
      expect(last('managers')).toContain('已提醒过一次');
      await desk.press('吴经理', 'managers', desk.find('managers', '还在等另一位经理'), '同意发布');
      await desk.pass(3 * minute);
      expect(desk.heard('residents')).toHaveLength(1);
    });

    it('and is changed meanwhile: it is brought before them anew, and nobody agrees to what they have not seen', async () => {
      const first = asked();
      const stale = choicesUnder(first)[0]?.id ?? '';
      await desk.say('周经理', 'managers', '改成 后天停水', { replyTo: first });
      await confirm();
      const second = asked();
      expect(second).not.toBe(first);
      await pressChoice(stale, first);
      expect(last('managers')).toContain('后来改过');
      await desk.press('吴经理', 'managers', second, '同意发布');
      await desk.pass(3 * minute);
      expect(desk.heard('residents')).toEqual([expect.stringContaining('后天停水')]);
    });

    it('and is agreed to and refused at the same moment: one of them holds, and the other is told so', async () => {
      const messageId = asked();
      await Promise.all(choicesUnder(messageId).map(({ id }) => pressChoice(id, messageId)));
      await desk.pass(hour);
      const { state } = await notice(1);
      expect(['live', 'discarded']).toContain(state);
      expect(desk.heard('residents')).toHaveLength(state === 'live' ? 1 : 0);
      expect(desk.heard('managers').filter((text) => text.includes('不能这样做'))).toHaveLength(1);
    });
  });

  it('is made from a template; what is missing is asked for by name', async () => {
    await ask('通知 模板 停水 时间=明天8点到12点');
    expect(last('managers')).toContain('还缺：原因');
    expect(last('managers')).toContain('通知 模板 停水 时间=明天8点到12点 原因=…');
    await ask('通知 模板 停水 时间=明天8点到12点 原因=管道检修\n范围: 全体');
    expect(last('managers')).toContain('因管道检修，明天8点到12点停水');
    await ask('模板 新增 停水：{时间}没有水');
    expect(last('managers')).toContain('模板“停水”已记下');
    await ask('通知 模板 停水 时间=明天');
    expect(last('managers')).toContain('【通知】\n明天没有水');
    await ask('模板 停用 停水');
    await ask('通知 模板 停电站');
    expect(last('managers')).toContain('是不是“停电”？');
    expect(await notices()).toHaveLength(2);
  });

  it('with a photo is told with it, in the language of whoever reads it', async () => {
    await desk.say('周经理', 'managers', '通知 明天停水\n英文: No water tomorrow.\n范围: 全体', { photo: true });
    expect(last('managers')).toContain('No water tomorrow.');
    expect((await notice(1)).attachmentIds).toHaveLength(1);
    expect((await notice(1)).texts).toEqual({ en: 'No water tomorrow.' });
  });
});

describe('a notice on platforms without buttons or edits', () => {
  it('is confirmed by a number, corrected by a word of its own, and said to be void', async () => {
    const channel = new FakeChannel({
      capabilities: { buttons: false, edits: false, recall: false, reactions: false },
    });
    const desk = await createDeskHarness({ startIso: '2026-11-23T10:00:00+08:00', channel });
    try {
      await desk.say('周经理', 'managers', '通知 明天停水');
      await desk.say('周经理', 'managers', '1');
      await desk.pass(2 * minute);
      expect(desk.heard('residents')).toEqual(['【通知】\n明天停水']);
      await desk.say('周经理', 'managers', '通知 1 更正 后天停水');
      await desk.pass(minute);
      expect(desk.heard('residents').at(-1)).toMatch(/^【更正】.*\n【通知】\n后天停水$/);
      await desk.say('周经理', 'managers', '通知 1 撤回');
      await desk.pass(minute);
      expect(desk.heard('residents').at(-1)).toContain('此通知作废');
    } finally {
      await desk.close();
    }
  });
});

describe('a notice in English', () => {
  it('is written, confirmed and ended in English', async () => {
    const desk = await createDeskHarness({ startIso: '2026-11-23T10:00:00+08:00', locale: 'en' });
    try {
      await desk.say(
        '周经理',
        'managers',
        'Important notice: no water tomorrow\naudience: building 3\nat: tomorrow 9:00',
      );
      const shown = desk.heard('managers').at(-1) ?? '';
      expect(shown).toContain('Important notice\nno water tomorrow');
      expect(shown).toContain('Audience: building 3');
      await desk.press('周经理', 'managers', desk.find('managers', 'Draft of notice 1'), 'Confirm and publish');
      await desk.pass(24 * hour);
      expect(desk.heard('residents')).toEqual(['Important notice\nno water tomorrow']);
      await desk.say('周经理', 'managers', 'notice 1 end');
      await desk.pass(minute);
      expect(desk.heard('residents').some((text) => text.startsWith('✅ Everything is back to normal'))).toBe(true);
    } finally {
      await desk.close();
    }
  });
});

describe('a notice in Traditional characters', () => {
  it('is written, changed, confirmed and extended in them', async () => {
    const desk = await createDeskHarness({ startIso: '2026-11-23T10:00:00+08:00', locale: 'zh-TW' });
    try {
      await desk.say('周经理', 'managers', '緊急通知 5棟瓦斯外洩\n範圍: 3棟 5棟\n至: 今天18點');
      expect(desk.heard('managers').at(-1)).toContain('【🔴 緊急通知】\n5棟瓦斯外洩');
      await desk.say('周经理', 'managers', '範圍：全體\n級別：重要', { replyTo: desk.find('managers', '草稿') });
      expect(desk.heard('managers').at(-1)).toContain('範圍：全社區');
      await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '確認發布');
      await desk.pass(2 * minute);
      expect(desk.heard('residents')).toEqual([
        expect.stringContaining('【重要通知】\n5棟瓦斯外洩\n預計到 11月23日 18:00'),
      ]);
      await desk.say('周经理', 'managers', '通知 1 延長 到20點');
      await desk.pass(minute);
      expect(desk.heard('residents').some((text) => text.includes('【延長】預計到 11月23日 20:00'))).toBe(true);
    } finally {
      await desk.close();
    }
  });
});
