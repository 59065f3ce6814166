import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { defaultPolicyDocument } from '../policy/default-policy.ts';
import type { Act, HeardMatter, Understand } from '../intake/understanding.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const minute = 60_000;

let desk: DeskHarness;
const db = () => desk.database.db;
afterEach(() => desk.close());

const explanation = { by: 'test', reasons: [] };

/** 又 adds to the matter that is known, with what it raises; all else opens one. */
const understand: Understand = ({ text }, { matters: [known] }) => {
  const urgency = /困|着火|冒烟|漏气|煤气味|gas|晕倒|没呼吸/.test(text) ? ('emergency' as const) : ('normal' as const);
  if (known && text.includes('又')) {
    const changes = urgency === 'emergency' && known.urgency !== 'emergency' ? { urgency } : {};
    return { acts: [{ kind: 'addition', matterId: known.id, part: 'addition', changes }], explanation };
  }
  const matter: HeardMatter = {
    kind: 'repair',
    area: 'facilities',
    urgency,
    place: { building: '3', unit: '2', room: null, spot: null },
    summary: text,
    sensitive: false,
    confidence: 1,
  };
  const acts: Act[] = text.includes('大家') ? [] : [{ kind: 'report', matter }];
  return { acts, explanation };
};

const safetyIn = (where: string): string[] =>
  desk.heard(where).filter((text) => /请马上：|请这样做：|請立刻：|Now:/.test(text));

describe('somebody tells of a danger', () => {
  beforeEach(async () => {
    desk = await createDeskHarness({ understand });
  });

  it.each([
    ['3栋2单元电梯困人了', '有人困在电梯里', '119'],
    ['3栋2单元楼道一股煤气味，漏气了', '可能是燃气泄漏', '119'],
    ['3栋5楼着火了，冒烟', '起火或冒烟', '119'],
    ['3栋大堂有老人晕倒没呼吸', '有人倒下或受伤', '120'],
  ])('%s: is told at once what to do, with the receipt', async (said, first, number) => {
    const id = await desk.say('李阿姨', 'residents', said);
    const [words, ...others] = safetyIn('residents');
    expect(others).toEqual([]);
    expect(words).toMatch(new RegExp(`^${first}`));
    expect(words).toContain(number);
    const sent = desk.channel.taken.filter(({ message }) => message.conversationId === 'residents');
    expect(sent.map(({ message }) => message.replyToId)).toEqual([id, id]);
    expect(desk.heard('residents').at(-1)).toContain('已按紧急情况通知值班人员');
    expect(desk.heard('residents').at(-1)).not.toContain('请先保证自身安全');
  });

  it('at night, in a direct chat, in their own language', async () => {
    desk.clock.set('2026-11-24T02:00:00+08:00');
    await desk.say('李阿姨', '李阿姨', 'I smell gas in the kitchen, gas leak');
    expect(safetyIn('李阿姨')).toEqual([expect.stringMatching(/^It may be a gas leak[^]*119/)]);
  });

  it('goes past whatever else waits to be said there', async () => {
    await desk.say('李阿姨', 'residents', '3栋着火了，冒烟');
    const words = await db().outboxMessage.findFirstOrThrow({ where: { dedupeKey: { startsWith: 'safety:' } } });
    const others = await db().outboxMessage.findMany({ where: { id: { not: words.id } } });
    for (const other of others) expect(words.priority).toBeLessThanOrEqual(other.priority);
    expect(words.expiresAt).toEqual(new Date(desk.clock.now().getTime() + 60 * minute));
  });

  it('is told once a ticket and kind, whoever tells of it again, and of another kind once more', async () => {
    await desk.say('李阿姨', 'residents', '3栋着火了，冒烟');
    await desk.say('小陈', 'residents', '又看到了，3栋着火了');
    expect(safetyIn('residents')).toHaveLength(1);
    const id = await desk.say('老王', 'residents', '又有一个老人在3栋大堂晕倒没呼吸了');
    expect(safetyIn('residents')).toHaveLength(2);
    expect(safetyIn('residents')[1]).toMatch(/^有人倒下或受伤/);
    const last = desk.channel.taken.findLast(({ message }) => message.text.startsWith('有人倒下'));
    expect(last?.message.replyToId).toBe(id);
    await desk.say('小陈', 'residents', '又晕倒一个，没呼吸');
    expect(safetyIn('residents')).toHaveLength(2);
  });

  it('is told when a known matter turns out to be one', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    expect(safetyIn('residents')).toEqual([]);
    await desk.say('李阿姨', 'residents', '又停了，电梯里困人了');
    expect(safetyIn('residents')).toEqual([expect.stringMatching(/^有人困在电梯里/)]);
    expect(desk.heard('residents').at(-1)).toContain('已按紧急情况通知值班人员');
  });

  it('is told nothing in a group that is only listened to', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await db().conversation.updateMany({ where: { audience: 'residents' }, data: { hearing: 'shadow' } });
    await desk.say('李阿姨', 'residents', '又停了，电梯里困人了');
    expect(safetyIn('residents')).toEqual([]);
  });

  it('is told nothing twice when the platform repeats a message', async () => {
    await desk.say('李阿姨', 'residents', '3栋着火了，冒烟', { id: 'same' });
    await desk.say('李阿姨', 'residents', '3栋着火了，冒烟', { id: 'same' });
    expect(safetyIn('residents')).toHaveLength(1);
  });

  it('is told nothing where it is no emergency, nor in talk', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元楼道灯不亮');
    await desk.say('李阿姨', 'residents', '大家周末去爬山吗');
    expect(safetyIn('residents')).toEqual([]);
  });

  it('is told only that somebody is called where the policy wants no such words', async () => {
    const data = { ...defaultPolicyDocument, safety: { clause: 'P5e', words: false } };
    const now = desk.clock.now();
    await db().policyVersion.create({
      data: { communityId: desk.communityId, version: 2, data, takesEffectAt: now, approvedAt: now },
    });
    await desk.say('李阿姨', 'residents', '3栋着火了，冒烟');
    expect(safetyIn('residents')).toEqual([]);
    expect(desk.heard('residents').at(-1)).toContain('请先保证自身安全');
  });

  it('hears nothing in a drill, which is for the staff', async () => {
    await desk.say('周经理', 'managers', '演练 火灾');
    await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
    await desk.pass(minute);
    expect(desk.heard('residents')).toEqual([]);
  });

  it('is told nothing for what the staff enter for somebody on the telephone', async () => {
    await desk.say('王姐', 'staff', '登记 电话 3栋2单元电梯困人了 紧急');
    expect(desk.heard('residents')).toEqual([]);
  });
});

describe('an emergency that was said to be done is opened again', () => {
  const called = () => desk.heard('residents').filter((text) => text.includes('已按紧急情况通知值班人员'));
  let messageId: string;
  beforeEach(async () => {
    desk = await createDeskHarness({ understand });
    messageId = await desk.say('李阿姨', 'residents', '3栋2单元电梯困人了');
    await desk.say('李工', 'staff', `办结 ${(await db().ticket.findFirstOrThrow()).code} 人出来了`);
  });

  it('by the words of the resident: who hears what to do, and that somebody is called, as at first', async () => {
    expect(await db().ticket.findFirstOrThrow()).toMatchObject({ status: 'done', urgency: 'emergency' });
    expect([safetyIn('residents').length, called().length]).toEqual([1, 1]);
    const id = await desk.say('李阿姨', 'residents', '未解决');
    expect(await db().ticket.findFirstOrThrow()).toMatchObject({ status: 'open', reopenedCount: 1 });
    expect(safetyIn('residents')).toHaveLength(2);
    expect(called()).toHaveLength(2);
    expect(called()[1]).not.toContain('请先保证自身安全');
    const last = desk.channel.taken.findLast(({ message }) => message.text.startsWith('有人困在电梯里'));
    expect(last?.message.replyToId).toBe(id);
    // And not twice for what they add.
    await desk.say('李阿姨', 'residents', '又没动静，还困着人');
    expect(safetyIn('residents')).toHaveLength(2);
  });

  it('by a press: it is told where they told of it', async () => {
    await desk.press('李阿姨', 'residents', desk.find('residents', '人出来了'), '未解决');
    expect(await db().ticket.findFirstOrThrow()).toMatchObject({ status: 'open' });
    expect(safetyIn('residents')).toHaveLength(2);
    expect(called()).toHaveLength(2);
    const last = desk.channel.taken.findLast(({ message }) => message.text.startsWith('有人困在电梯里'));
    expect(last?.message.replyToId).toBe(messageId);
  });

  it('by staff: the resident hears that somebody is called', async () => {
    await desk.say('李工', 'staff', `重开 ${(await db().ticket.findFirstOrThrow()).code}`);
    expect(await db().ticket.findFirstOrThrow()).toMatchObject({ status: 'open' });
    expect(safetyIn('residents')).toHaveLength(1);
    expect(called()).toHaveLength(2);
    expect(called()[1]).toContain('请先保证自身安全');
  });

  it('because a word of theirs makes it one anew: it is said once', async () => {
    await db().ticket.updateMany({ data: { urgency: 'normal' } });
    await desk.say('李阿姨', 'residents', '又停了，电梯里困人了');
    expect(await db().ticket.findFirstOrThrow()).toMatchObject({ status: 'open', urgency: 'emergency' });
    expect([safetyIn('residents').length, called().length]).toEqual([2, 2]);
  });
});

it('what is no emergency is opened again without an alarm', async () => {
  desk = await createDeskHarness({ understand });
  await desk.say('李阿姨', 'residents', '3栋2单元楼道灯不亮');
  await desk.say('李工', 'staff', `办结 ${(await db().ticket.findFirstOrThrow()).code} 换了灯`);
  await desk.say('李阿姨', 'residents', '未解决');
  expect(await db().ticket.findFirstOrThrow()).toMatchObject({ status: 'open' });
  expect(desk.heard('residents').join('\n')).not.toContain('紧急');
});

describe('where the estate lies', () => {
  it.each([
    { timeZone: 'Asia/Hong_Kong', number: '999' },
    { timeZone: 'Asia/Taipei', number: '119' },
    // Though the holidays of its policy are those of mainland China.
    { timeZone: 'Europe/Berlin', number: '112' },
  ])('decides the numbers: $timeZone', async ({ timeZone, number }) => {
    desk = await createDeskHarness({ understand });
    await db().community.updateMany({ data: { timeZone } });
    await desk.say('李阿姨', 'residents', '3栋着火了，冒烟');
    expect(safetyIn('residents')[0]).toContain(`拨 ${number}，`);
  });
});

describe('whoever is on duty is called until somebody takes it', () => {
  const said = '3栋2单元电梯困人了';
  const escalations = () => db().ticketEvent.count({ where: { type: 'escalated' } });
  const code = async () => (await db().ticket.findFirstOrThrow()).code;

  it('by the button, in a direct chat, on a platform that has some', async () => {
    desk = await createDeskHarness({ understand });
    await desk.say('周经理', '周经理', '帮助');
    await desk.say('李阿姨', 'residents', said);
    await desk.pass(4 * minute);
    await desk.press('周经理', '周经理', desk.find('周经理', '🔴 紧急'), '接单');
    expect(await db().ticket.findFirstOrThrow()).toMatchObject({ status: 'accepted' });
    const before = await escalations();
    await desk.pass(60 * minute);
    expect(await escalations()).toBe(before);
  });

  it.each([
    { by: 'a number in reply to the call', words: async () => '1', inReply: true },
    { by: 'the word in reply to the call', words: async () => '接单', inReply: true },
    { by: 'the word and the code', words: async () => `接单 ${await code()}`, inReply: false },
  ])('by $by, on a platform without buttons', async ({ words, inReply }) => {
    const channel = new FakeChannel({ capabilities: { buttons: false, reactions: false, edits: false } });
    desk = await createDeskHarness({ channel, understand });
    await desk.say('周经理', '周经理', '帮助');
    await desk.say('李阿姨', 'residents', said);
    await desk.pass(4 * minute);
    const call = desk.find('周经理', '🔴 紧急');
    await desk.say('周经理', '周经理', await words(), inReply ? { replyTo: call } : {});
    expect(await db().ticket.findFirstOrThrow()).toMatchObject({ status: 'accepted' });
    const before = await escalations();
    await desk.pass(60 * minute);
    expect(await escalations()).toBe(before);
  });

  it('also by quoting the call, where a platform quotes words and not ids', async () => {
    const channel = new FakeChannel({ capabilities: { buttons: false, reactions: false, edits: false } });
    desk = await createDeskHarness({ channel, understand });
    await desk.say('周经理', '周经理', '帮助');
    await desk.say('李阿姨', 'residents', said);
    await desk.pass(4 * minute);
    const call = desk.heard('周经理').findLast((text) => text.includes('🔴 紧急')) ?? '';
    await desk.say('周经理', '周经理', '接单', { quote: call });
    expect(await db().ticket.findFirstOrThrow()).toMatchObject({ status: 'accepted' });
    const before = await escalations();
    await desk.pass(60 * minute);
    expect(await escalations()).toBe(before);
  });

  it.each([
    { group: 'staff', buttons: true },
    { group: 'managers', buttons: true },
    { group: 'staff', buttons: false },
    { group: 'managers', buttons: false },
  ])('in the $group group, with buttons $buttons', async ({ group, buttons }) => {
    const channel = new FakeChannel({ capabilities: { buttons, reactions: buttons, edits: buttons } });
    desk = await createDeskHarness({ channel, understand });
    await desk.say('李阿姨', 'residents', said);
    const who = group === 'staff' ? '李工' : '周经理';
    const call = desk.find(group, '紧急');
    if (buttons) await desk.press(who, group, call, '接单');
    else await desk.say(who, group, '接单', { replyTo: call });
    expect(await db().ticket.findFirstOrThrow()).toMatchObject({ status: 'accepted' });
    const before = await escalations();
    await desk.pass(60 * minute);
    expect(await escalations()).toBe(before);
  });
});
