import { afterEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const minute = 60_000;
const hour = 60 * minute;
const draft = '活动 重阳节包饺子\n一起包饺子\n时间：11月28日10:00\n地点：活动室\n名额：3\n报名截止：11月27日18点';

let desk: DeskHarness | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

async function begin(options: Parameters<typeof createDeskHarness>[0] = {}): Promise<DeskHarness> {
  desk = await createDeskHarness(options);
  return desk;
}

/** As WeChat is: no buttons, no edits, no reactions. */
const likeWechat = (): FakeChannel =>
  new FakeChannel({
    capabilities: { buttons: false, edits: false, reactions: false, polls: false, stableMessageIds: false },
  });

async function announced(options: Parameters<typeof createDeskHarness>[0] = {}, text = draft): Promise<DeskHarness> {
  const one = await begin(options);
  await one.say('周经理', 'managers', text);
  const preview = one.find('managers', '请核对');
  if (one.channel.capabilities.buttons) await one.press('周经理', 'managers', preview, '确认发布');
  else await one.say('周经理', 'managers', '1', { replyTo: preview });
  await one.pass(minute);
  return one;
}

const signUps = async ({ database }: DeskHarness): Promise<string[]> =>
  (await database.db.signUp.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(
    ({ name, heads, state, by }) => `${name} ${heads} ${state} ${by}`,
  );

describe('an activity', () => {
  it('is written, shown, changed and announced', async () => {
    const one = await begin();
    await one.say('周经理', 'managers', draft);
    expect(one.heard('residents')).toEqual([]);
    const preview = one.find('managers', '请核对');
    expect(one.heard('managers').at(-1)).toContain('发到 1 个群（居民群）');
    await one.say('周经理', 'managers', '名额：2', { replyTo: preview });
    const anew = one.find('managers', '名额 2 人');
    await one.press('周经理', 'managers', anew, '确认发布');
    await one.pass(minute);
    expect(one.heard('residents')).toHaveLength(1);
    expect(one.heard('residents')[0]).toContain('重阳节包饺子');
    expect(one.heard('residents')[0]).toContain('还剩 2 个');
    expect(one.heard('managers').at(-1)).toContain('活动1 正在发到 1 个群');
    await one.press('周经理', 'managers', anew, '确认发布');
    await one.pass(minute);
    expect(one.heard('residents')).toHaveLength(1);
  });

  it('is sent back with what is wrong, and nothing is kept', async () => {
    const one = await begin();
    await one.say('周经理', 'managers', '活动 包饺子\n时间：改天\n名额：很多');
    expect(one.heard('managers').at(-1)).toContain('时间“改天”没看懂');
    expect(one.heard('managers').at(-1)).toContain('名额“很多”没看懂');
    expect(await one.database.db.activity.count()).toBe(0);
  });

  it('is not made by maintenance or by residents', async () => {
    const one = await begin();
    await one.say('李工', 'staff', draft);
    await one.say('李阿姨', 'residents', draft);
    expect(await one.database.db.activity.count()).toBe(0);
    // What a resident writes so is their own talk.
    expect(await one.database.db.auditEntry.count({ where: { action: 'refuse_command' } })).toBe(1);
  });

  it('takes sign-ups by button, by reply and in the direct chat, and gives free places to who waits', async () => {
    const one = await announced();
    const post = one.find('residents', '重阳节包饺子');
    await one.say('小陈', '小陈', '在吗');
    await one.press('李阿姨', 'residents', post, '报名');
    await one.say('老王', 'residents', '报名 2人', { replyTo: post });
    await one.say('小陈', '小陈', '我报名');
    expect(await signUps(one)).toEqual(['李阿姨 1 going button', '老王 2 going words', '小陈 1 waiting words']);
    expect(one.heard('小陈').at(-1)).toContain('候补第 1 位');
    await one.say('李阿姨', 'residents', '来不了了', { replyTo: post });
    expect(await signUps(one)).toEqual(['李阿姨 1 cancelled button', '老王 2 going words', '小陈 1 going words']);
    expect(one.heard('小陈').at(-1)).toContain('有空位了');
    await one.pass(2 * minute);
    // Changed where it stands; nobody is named in the group.
    expect(
      one.channel.taken.filter(({ message }) => message.conversationId === 'residents').at(-1)?.message,
    ).toMatchObject({
      editId: post,
    });
    expect(one.heard('residents').join()).not.toMatch(/李阿姨|老王|小陈/);
  });

  it('is signed up for once, however often one presses', async () => {
    const one = await announced();
    const post = one.find('residents', '重阳节包饺子');
    await one.say('老王', 'residents', '报名 2人', { replyTo: post });
    await one.press('老王', 'residents', post, '报名');
    await one.press('老王', 'residents', post, '报名');
    expect(await signUps(one)).toEqual(['老王 2 going words']);
    await one.say('老王', 'residents', '报名 9人', { replyTo: post });
    expect(await signUps(one)).toEqual(['老王 2 going words']);
    expect(one.heard('residents').at(-1)).toContain('只剩 1 个名额');
  });

  it('tells who waits in the group by a reply to their own words, where no direct chat is known', async () => {
    const one = await announced();
    const post = one.find('residents', '重阳节包饺子');
    await one.say('李阿姨', 'residents', '报名 3人', { replyTo: post });
    const own = await one.say('小陈', 'residents', '报名', { replyTo: post });
    await one.say('李阿姨', 'residents', '取消报名', { replyTo: post });
    const last = one.channel.taken.filter(({ message }) => message.text.includes('有空位了')).at(-1);
    expect(last?.message).toMatchObject({ conversationId: 'residents', replyToId: own });
  });

  it('takes a bare 报名 in its group while the announcement is fresh, and leaves talk alone', async () => {
    const one = await announced();
    await one.say('李阿姨', 'residents', '报名');
    await one.say('老王', 'residents', '我去，电梯又坏了');
    await one.say('小陈', 'residents', '报名的人多吗');
    expect(await signUps(one)).toEqual(['李阿姨 1 going words']);
    expect(await one.database.db.ticket.count()).toBe(1);
    await one.say('李阿姨', 'residents', '取消报名');
    expect(await signUps(one)).toEqual(['李阿姨 1 cancelled words']);
    await one.pass(25 * hour);
    await one.say('小陈', 'residents', '报名');
    expect(await signUps(one)).toHaveLength(1);
  });

  it('loses no report in a direct chat while an activity is open', async () => {
    const one = await announced();
    await one.say('老王', '老王', '我来报修，3栋2单元电梯坏了');
    expect(await signUps(one)).toEqual([]);
    expect(await one.database.db.ticket.count()).toBe(1);
  });

  it('never gives more places than there are, when many sign up at the same moment', async () => {
    const one = await announced();
    const post = one.find('residents', '重阳节包饺子');
    await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        one.desk.inboxFor(one.channel).receive({
          type: 'button',
          key: `many-${at}`,
          conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
          at: one.clock.now().toISOString(),
          sender: { externalId: `邻居${at}`, name: `邻居${at}`, isBot: false },
          messageId: post,
          choiceId:
            one.channel.taken.find(({ externalIds }) => externalIds.includes(post))?.message.choices[0]?.[0]?.id ?? '',
        }),
      ),
    );
    const states = (await one.database.db.signUp.findMany({ select: { state: true } })).map(({ state }) => state);
    expect(states.filter((state) => state === 'going')).toHaveLength(3);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(5);
  });

  it('reminds, ends sign-up, counts who came and says thanks, all by itself', async () => {
    const one = await announced();
    const post = one.find('residents', '重阳节包饺子');
    await one.say('小陈', '小陈', '报名');
    await one.say('老王', 'residents', '报名 2人', { replyTo: post });
    await one.pass(4.5 * 24 * hour);
    expect(one.heard('小陈').at(-1)).toContain('提醒您');
    expect(one.heard('residents').filter((text) => text.includes('到时见'))).toHaveLength(1);
    expect(one.heard('managers').at(-1)).toContain('报名截止');
    expect(one.heard('managers').at(-1)).toContain('老王 2人');
    await one.say('李阿姨', 'residents', '报名', { replyTo: post });
    expect(one.heard('residents').at(-1)).toContain('现在不能报名了');
    await one.pass(12 * hour);
    await one.say('王姐', 'staff', '活动 1 缺席 小陈');
    expect(one.heard('staff').at(-1)).toContain('签到 2 人');
    await one.pass(3 * hour);
    expect(one.heard('residents').at(-1)).toContain('共 2 位邻居参加');
  });

  it('is cancelled, and everybody who signed up hears it', async () => {
    const one = await announced();
    const post = one.find('residents', '重阳节包饺子');
    await one.say('小陈', '小陈', '报名');
    await one.say('老王', 'residents', '报名', { replyTo: post });
    await one.say('周经理', 'managers', '活动 1 取消 下雨');
    await one.pass(minute);
    expect(one.heard('小陈').at(-1)).toContain('“重阳节包饺子”取消了：下雨');
    expect(one.heard('residents').some((text) => text.includes('“重阳节包饺子”取消了：下雨'))).toBe(true);
    expect(one.heard('managers').at(-1)).toContain('请打个招呼：老王');
    const before = one.heard('residents').length;
    await one.pass(7 * 24 * hour);
    expect(one.heard('residents')).toHaveLength(before);
  });

  it('shows the office who comes, and residents only themselves', async () => {
    const one = await announced();
    const post = one.find('residents', '重阳节包饺子');
    await one.say('老王', 'residents', '报名 2人，要素馅', { replyTo: post });
    await one.say('王姐', 'staff', '活动 1 代报 赵奶奶 2人');
    await one.say('王姐', 'staff', '活动 1');
    expect(one.heard('staff').at(-1)).toContain('1. 老王 2人（要素馅）');
    expect(one.heard('staff').at(-1)).toContain('候补：\n1. 赵奶奶 2人');
    await one.say('小陈', 'residents', '活动 1');
    expect(one.heard('residents').at(-1)).toContain('您还没有报名');
    expect(one.heard('residents').at(-1)).not.toContain('老王');
    await one.say('周经理', 'managers', '活动 9');
    expect(one.heard('managers').at(-1)).toContain('没有活动9');
  });
});

describe('a list that is pasted in the group', () => {
  const chain = (...lines: string[]): string => ['#接龙', '重阳节包饺子', '', ...lines].join('\n');

  it('signs up who writes themselves, whoever copied which list', async () => {
    const one = await announced({ channel: likeWechat() });
    await one.say('李阿姨', 'residents', chain('1. 李阿姨'));
    await one.say('老王', 'residents', chain('1. 李阿姨', '2. 老王'));
    await one.say('小陈', 'residents', chain('1. 李阿姨', '2. 小陈'));
    expect(await signUps(one)).toEqual(['李阿姨 1 going chain', '老王 1 going chain', '小陈 1 going chain']);
    expect(one.heard('residents').at(-1)).toContain('一共 3 人，不用重新接');
    await one.say('小陈', 'residents', chain('1. 李阿姨', '2. 老王', '3. 小陈'));
    await one.say('老王', 'residents', chain('1. 李阿姨', '2. 小陈'));
    expect(await signUps(one)).toEqual(['李阿姨 1 going chain', '老王 1 cancelled chain', '小陈 1 going chain']);
    expect(one.heard('staff')).toEqual([]);
  });

  it('keeps plus-ones and remarks, and puts in line who does not fit', async () => {
    const one = await announced({ channel: likeWechat() });
    await one.say('李阿姨', 'residents', chain('1. 李阿姨 3-2-501 +1（要素馅）'));
    await one.say('老王', 'residents', chain('1. 李阿姨 3-2-501 +1（要素馅）', '2. 老王 2人'));
    expect(one.heard('residents').at(-1)).toContain('候补第 1 位');
    await one.say('王姐', 'staff', '活动 1');
    expect(one.heard('staff').at(-1)).toContain('1. 李阿姨 2人（3-2-501 要素馅）');
  });

  it('replaces the name under which somebody pressed, and counts them once', async () => {
    const one = await announced();
    await one.press('老王', 'residents', one.find('residents', '重阳节包饺子'), '报名');
    await one.say('老王', 'residents', chain('1. 隔壁王哥 +1'));
    expect(await signUps(one)).toEqual(['隔壁王哥 2 going button']);
  });

  it('is left alone where it is the residents’ own, and is no matter for the office', async () => {
    const one = await announced({ channel: likeWechat() });
    const before = one.heard('residents').length;
    await one.say('李阿姨', 'residents', '#接龙\n草莓团购 30元一盒\n\n1. 李阿姨 2盒\n2. 老王 1盒');
    expect(await signUps(one)).toEqual([]);
    expect(await one.database.db.ticket.count()).toBe(0);
    expect(one.heard('residents')).toHaveLength(before);
    expect(one.heard('staff')).toEqual([]);
  });

  it('is heard by the office where it asks something of it', async () => {
    const one = await begin();
    await one.say('李阿姨', 'residents', '#接龙\n3栋电梯又坏了，要求物业马上修\n\n1. 李阿姨\n2. 老王');
    expect(await one.database.db.ticket.count()).toBe(1);
  });

  it('reads the same list twice as once', async () => {
    const one = await announced();
    await one.say('李阿姨', 'residents', chain('1. 李阿姨'));
    await one.say('李阿姨', 'residents', chain('1. 李阿姨'));
    expect(await signUps(one)).toEqual(['李阿姨 1 going chain']);
  });
});
