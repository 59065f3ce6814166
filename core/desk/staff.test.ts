import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

describe('what staff can say to the desk', () => {
  let desk: DeskHarness;
  let report: string;
  let code: string;
  beforeEach(async () => {
    desk = await createDeskHarness();
    report = await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    code = (await desk.database.db.ticket.findFirstOrThrow()).code;
  });
  afterEach(() => desk.close());

  const ticket = (which = code) =>
    desk.database.db.ticket.findFirstOrThrow({ where: { code: which }, include: { assignee: true, requester: true } });
  const last = (where: string) =>
    desk.channel.taken.findLast(({ message }) => message.conversationId === where)?.message;

  it('leaves the staff to talk among themselves', async () => {
    const before = desk.channel.asked.length;
    await desk.say('王姐', 'staff', '中午吃什么');
    await desk.say('李工', 'staff', '电梯厂家电话谁有');
    expect(desk.channel.asked).toHaveLength(before);
    expect(await desk.database.db.ticket.count()).toBe(1);
  });

  it.each([
    { told: 'in capitals and half width', words: (c: string) => `接单 ${c}` },
    { told: 'without a space, in small letters', words: (c: string) => `接单${c.toLowerCase()}` },
    { told: 'code first', words: (c: string) => `${c} 接单` },
    { told: 'with a slash', words: (c: string) => `/take ${c}` },
  ])('takes a command $told', async ({ words }) => {
    await desk.say('李工', 'staff', words(code));
    expect(await ticket()).toMatchObject({ status: 'accepted' });
  });

  it('names the nearest command for a mistyped one, and changes nothing', async () => {
    await desk.say('李工', 'staff', `接丹 ${code}`);
    expect(await ticket()).toMatchObject({ status: 'open' });
    expect(last('staff')?.text).toContain('接单');
  });

  it('says so when there is no such code', async () => {
    await desk.say('李工', 'staff', '接单 Z9Z9');
    expect(await ticket()).toMatchObject({ status: 'open' });
    expect(last('staff')?.text).toContain('Z9Z9');
  });

  it('takes a verb alone for the last card, and says which ticket that was', async () => {
    desk.clock.advance(60_000);
    await desk.say('李工', 'staff', '接单');
    expect(await ticket()).toMatchObject({ status: 'accepted' });
    expect(desk.heard('staff')).toContainEqual(`已接单，已告知居民 · ${code}`);
  });

  it('asks which ticket is meant when another card has just come, with a button for each', async () => {
    desk.clock.advance(60_000);
    await desk.say('小陈', 'residents', '5栋1单元1202厨房水管爆了，水漏了一地');
    desk.clock.advance(5_000);
    const asking = await desk.say('李工', 'staff', '接单');
    expect(await desk.database.db.ticket.count({ where: { status: 'accepted' } })).toBe(0);
    const question = last('staff');
    expect(question?.replyToId).toBe(asking);
    const labels = question?.choices.flat().map(({ label }) => label) ?? [];
    expect(labels).toHaveLength(2);
    const label = labels.find((one) => one.startsWith(code)) ?? '';
    await desk.press('李工', 'staff', desk.find('staff', question?.text ?? ''), label);
    expect(await ticket()).toMatchObject({ status: 'accepted' });
    expect(await desk.database.db.ticket.count({ where: { status: 'accepted' } })).toBe(1);
  });

  it('asks which ticket is meant when no card was shown for half a day', async () => {
    desk.clock.advance(13 * 3_600_000);
    await desk.say('李工', 'staff', '接单');
    expect(await ticket()).toMatchObject({ status: 'open' });
    expect(last('staff')?.text).toContain('哪一件');
  });

  it('carries out the right command when it is chosen instead of the mistyped one', async () => {
    await desk.say('李工', 'staff', `办节 ${code} 换了门机`);
    expect(await ticket()).toMatchObject({ status: 'open' });
    await desk.press('李工', 'staff', desk.find('staff', '办节'), `办结 ${code}`);
    expect(await ticket()).toMatchObject({ status: 'done' });
    expect(last('residents')?.text).toContain('换了门机');
  });

  it('makes who answers first the one in charge (P6b)', async () => {
    await desk.say('王姐', 'staff', '已经通知维保单位，半小时内到', { replyTo: desk.find('staff', code) });
    expect((await ticket()).assignee?.name).toBe('王姐');
    expect(last('residents')).toMatchObject({ replyToId: report });
    expect(last('residents')?.text).toContain('已经通知维保单位，半小时内到');
  });

  it('counts a direct reply in the residents group as the first response, and repeats nothing there', async () => {
    const before = desk.heard('residents').length;
    await desk.say('王姐', 'residents', '收到，师傅马上过去', { replyTo: report });
    expect(desk.heard('residents')).toHaveLength(before);
    const limit = await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'first_response' } });
    expect(limit.metAt).not.toBeNull();
    expect(await ticket()).toMatchObject({ status: 'accepted' });
  });

  it('asks the resident back, and goes on when the resident answers', async () => {
    await desk.say('李工', 'staff', `反问 ${code} 是左边还是右边那部?`);
    expect(await ticket()).toMatchObject({ status: 'waiting' });
    expect(last('residents')?.text).toContain('是左边还是右边那部?');
    await desk.say('李阿姨', 'residents', '左边的', { replyTo: desk.find('residents', '是左边还是右边那部') });
    expect(await ticket()).toMatchObject({ status: 'accepted' });
    expect(last('staff')?.text).toContain('左边的');
  });

  it.each([
    { told: 'no time in it', words: '承诺 CODE 尽快' },
    { told: 'a time that is over', words: '承诺 CODE 今天08:00' },
  ])('refuses a promise with $told', async ({ words }) => {
    await desk.say('李工', 'staff', words.replace('CODE', code));
    expect(await desk.database.db.limit.count({ where: { kind: 'promise' } })).toBe(0);
    expect(desk.heard('residents')).toHaveLength(1);
  });

  it('offers times to promise by press', async () => {
    await desk.press('李工', 'staff', desk.find('staff', code), '承诺');
    const menu = last('staff');
    expect(menu?.choices.flat().length).toBe(5);
    const sent = desk.channel.taken.findLast(({ message }) => message === menu);
    await desk.press('李工', 'staff', sent?.externalIds[0] ?? '', menu?.choices[0]?.[1]?.label ?? '');
    const promise = await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'promise' } });
    expect(promise.dueAt).toEqual(new Date('2026-11-23T11:00:00+08:00'));
  });

  it('takes a time that is typed instead of a press, and nothing else that is said then', async () => {
    await desk.press('李工', 'staff', desk.find('staff', code), '承诺');
    await desk.say('李工', 'staff', '明天上午10点开会');
    expect(await desk.database.db.limit.count({ where: { kind: 'promise' } })).toBe(0);
    await desk.say('李工', 'staff', '明天上午10点');
    const promise = await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'promise' } });
    expect(promise.dueAt).toEqual(new Date('2026-11-24T10:00:00+08:00'));
    await desk.say('李工', 'staff', '明天上午11点');
    expect(await desk.database.db.limit.count({ where: { kind: 'promise', metAt: null, cancelledAt: null } })).toBe(1);
    expect((await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'promise' } })).dueAt).toEqual(
      new Date('2026-11-24T10:00:00+08:00'),
    );
  });

  it.each([
    { told: 'a question', says: '今天怎么还没人去？' },
    { told: 'somebody who is not there then', says: '下午我不在，找王姐' },
    { told: 'a time in the middle', says: '这个我不会修，3天前就说过了' },
  ])('promises nothing by $told in reply to the question', async ({ says }) => {
    await desk.press('李工', 'staff', desk.find('staff', code), '承诺');
    await desk.say('李工', 'staff', says, { replyTo: desk.find('staff', '约在什么时候') });
    expect(await desk.database.db.limit.count({ where: { kind: 'promise' } })).toBe(0);
  });

  it('takes a time from nobody but who asked, and not once a colleague has said something', async () => {
    await desk.press('李工', 'staff', desk.find('staff', code), '承诺');
    await desk.say('王姐', 'staff', '明天上午10点');
    await desk.say('王姐', 'staff', '明天几点例会来着');
    await desk.say('李工', 'staff', '明天上午9点');
    expect(await desk.database.db.limit.count({ where: { kind: 'promise' } })).toBe(0);
  });

  it('takes a time in reply to the question, with what is said beside it', async () => {
    await desk.press('李工', 'staff', desk.find('staff', code), '承诺');
    await desk.say('李工', 'staff', '明天上午10点 带配件来', { replyTo: desk.find('staff', '约在什么时候') });
    const promise = await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'promise' } });
    expect(promise.dueAt).toEqual(new Date('2026-11-24T10:00:00+08:00'));
    expect(last('residents')?.text).toContain('带配件来');
  });

  it('passes it on, and it stays with who had it until the other takes it', async () => {
    await desk.say('李工', 'staff', `转 ${code} @王姐`);
    expect(await ticket()).toMatchObject({ status: 'open', assignee: { name: '李工' } });
    await desk.say('王姐', 'staff', `接单 ${code}`);
    expect(await ticket()).toMatchObject({ status: 'accepted', assignee: { name: '王姐' } });
  });

  it('names who there is when it should pass to nobody known', async () => {
    await desk.say('李工', 'staff', `转 ${code} 小明`);
    expect(await ticket()).toMatchObject({ assignee: { name: '李工' } });
    expect(last('staff')?.text).toContain('王姐');
  });

  it('merges two tickets, and the second requester hears under which code it goes on', async () => {
    await desk.say('小陈', 'residents', '5栋1单元楼道灯不亮');
    const other = await desk.database.db.ticket.findFirstOrThrow({ where: { building: '5' } });
    await desk.say('王姐', 'staff', `合并 ${other.code} ${code}`);
    expect(await ticket(other.code)).toMatchObject({ status: 'merged' });
    expect(last('residents')?.text).toContain(code);
    expect(await desk.database.db.ticketReporter.count({ where: { ticket: { code } } })).toBe(2);
    await desk.say('王姐', 'staff', `合并 ${code} ${code}`);
    expect(await ticket()).toMatchObject({ status: 'open' });
  });

  it('puts away what is no matter, and tells nobody in the residents group', async () => {
    const before = desk.heard('residents').length;
    await desk.press('王姐', 'staff', desk.find('staff', code), '误报');
    expect(await ticket()).toMatchObject({ status: 'dismissed' });
    expect(desk.heard('residents')).toHaveLength(before);
    await desk.say('王姐', 'staff', `接单 ${code}`);
    expect(await ticket()).toMatchObject({ status: 'dismissed' });
  });

  it('says the words of an answer once when a press is delivered twice', async () => {
    const shown = desk.channel.taken.findLast(({ message }) => message.conversationId === 'staff');
    const press = {
      type: 'button' as const,
      key: 'b:same',
      conversation: { externalId: 'staff', kind: 'group' as const, title: '客服群' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender('李工'),
      messageId: shown?.externalIds[0] ?? '',
      choiceId: shown?.message.choices.flat().find(({ label }) => label === '接单')?.id ?? '',
    };
    await desk.event(press);
    await desk.event(press);
    expect(desk.heard('residents')).toHaveLength(2);
  });

  it('enters in one line what came by phone', async () => {
    await desk.say('王姐', 'staff', '登记 电话 5-1-1202 厨房下水道堵了');
    const entered = await desk.database.db.ticket.findFirstOrThrow({ where: { origin: 'phone' } });
    expect(entered).toMatchObject({ building: '5', unit: '1', room: '1202', kind: 'repair', conversationId: null });
    expect(desk.heard('staff').join('\n')).toContain(entered.code);
    await desk.say('李工', 'staff', `回复 ${entered.code} 明早来`);
    expect(desk.heard('staff').join()).toContain('请打电话或当面告知');
    await desk.say('李工', 'staff', `办结 ${entered.code} 已疏通`);
    expect(await ticket(entered.code)).toMatchObject({ status: 'closed' });
  });

  it.each(['意见箱', '座谈会', '巡查'])('enters what came by %s', async (origin) => {
    await desk.say('王姐', 'staff', `登记 ${origin} 南门的路灯坏了`);
    expect(await desk.database.db.ticket.count({ where: { origin: { notIn: ['group', 'phone'] } } })).toBe(1);
  });

  it('sends nothing to the resident that is said to colleagues under a reminder', async () => {
    await desk.pass(31 * 60_000);
    const reminder = desk.channel.taken.findLast(({ message }) => message.conversationId === 'staff');
    await desk.say('王姐', 'staff', '怎么还没人去?', { replyTo: reminder?.externalIds[0] ?? '' });
    expect(desk.heard('residents')).toHaveLength(1);
    await desk.say('李工', 'staff', '接单', { replyTo: reminder?.externalIds[0] ?? '' });
    expect(await ticket()).toMatchObject({ status: 'accepted' });
  });

  it('leaves an emergency with whoever took it, when a colleague presses under an older alarm', async () => {
    await desk.say('小陈', 'residents', '救命，5栋1单元电梯困人了');
    await desk.pass(2 * 60_000);
    const alarm = desk.find('staff', '已经等了 2 分钟');
    const trapped = await desk.database.db.ticket.findFirstOrThrow({ where: { urgency: 'emergency' } });
    await desk.say('王姐', 'staff', `接单 ${trapped.code}`);
    await desk.press('李工', 'staff', alarm, '接单');
    expect(last('staff')?.text).toBe(
      `${trapped.code} 已由王姐接单，什么都没有改动。要接过来，请写“接单 ${trapped.code}”。`,
    );
    expect((await ticket(trapped.code)).assignee?.name).toBe('王姐');
  });

  it('lists what is open, the first due first', async () => {
    await desk.say('小陈', 'residents', '物业费什么时候交？');
    await desk.say('王姐', 'staff', '待办');
    const text = last('staff')?.text ?? '';
    const others = await desk.database.db.ticket.findFirstOrThrow({ where: { kind: 'inquiry' } });
    expect(text.indexOf(code)).toBeGreaterThanOrEqual(0);
    expect(text.indexOf(code)).toBeLessThan(text.indexOf(others.code));
  });

  it('lists as many as can be read, and says how many there are', async () => {
    for (let room = 501; room <= 520; room += 1) await desk.say('王姐', 'staff', `登记 电话 1栋1单元${room} 灯不亮`);
    await desk.say('王姐', 'staff', '待办');
    expect(last('staff')?.text).toContain('未结工单 21 件，最急的 20 件');
    expect(last('staff')?.text).toContain('另有 1 件没有列出');
  });

  it('refuses residents and supervisors quietly, and logs it', async () => {
    const before = desk.channel.asked.length;
    await desk.say('小陈', 'residents', `/take ${code}`);
    await desk.say('监督员', 'staff', `接单 ${code}`);
    await desk.press('监督员', 'staff', desk.find('staff', code), '接单');
    expect(await ticket()).toMatchObject({ status: 'open' });
    expect(desk.channel.asked).toHaveLength(before);
    expect(await desk.database.db.auditEntry.count({ where: { action: { startsWith: 'refuse' } } })).toBe(3);
    await desk.say('监督员', 'staff', `详情 ${code}`);
    expect(desk.channel.asked.length).toBeGreaterThan(before);
  });
});

describe('a doubtful message', () => {
  const matter = {
    kind: 'complaint' as const,
    area: 'environment' as const,
    urgency: 'normal' as const,
    place: { building: null, unit: null, room: null, spot: '地库' },
    summary: '地库有股味道',
    sensitive: false,
    confidence: 0.5,
  };
  let desk: DeskHarness;
  beforeEach(async () => {
    // Which words are doubtful is the understanding's affair; here all are.
    const understand = () => ({ acts: [{ kind: 'doubt' as const, matter }], explanation: { by: 'test', reasons: [] } });
    desk = await createDeskHarness({ understand });
    await desk.say('小陈', 'residents', '地库好像有股味道');
  });
  afterEach(() => desk.close());

  const question = () => desk.find('staff', '地库好像有股味道');
  const choice = (which: 0 | 1) => {
    const asked = desk.channel.taken.find(({ message }) => message.conversationId === 'staff');
    return asked?.message.choices.flat()[which]?.label ?? '';
  };

  it('is asked of the staff, not of the residents', async () => {
    expect(desk.heard('staff')).toHaveLength(1);
    expect(desk.heard('residents')).toHaveLength(0);
    expect(await desk.database.db.ticket.count()).toBe(0);
  });

  it('becomes the very ticket that was asked about on a yes, once', async () => {
    await desk.press('王姐', 'staff', question(), choice(0));
    await desk.press('李工', 'staff', question(), choice(0)).catch(() => undefined);
    expect(await desk.database.db.ticket.findMany()).toMatchObject([
      { area: 'environment', spot: '地库', kind: 'complaint' },
    ]);
    expect(desk.heard('residents')).toHaveLength(1);
  });

  it('is left alone on a no', async () => {
    await desk.press('王姐', 'staff', question(), choice(1));
    expect(await desk.database.db.ticket.count()).toBe(0);
    expect(desk.heard('residents')).toHaveLength(0);
  });
});
