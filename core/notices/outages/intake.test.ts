import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';
import type { Act, HeardMatter, Understand } from '../../intake/understanding.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const minute = 60_000;

let desk: DeskHarness;
const db = () => desk.database.db;
afterEach(() => desk.close());

/** Where a test says what is understood: "来水" is taken for the end of whatever its writer told, what has 也是 or 还没好 or 大家 in it is talk, what ends in ？ a question, 投诉 a complaint. */
const understand: Understand = ({ text, flat }, { recent, matters }) => {
  const [known] = matters;
  if (known && text.includes('点来水'))
    return {
      acts: [{ kind: 'addition', matterId: known.id, part: 'settled', changes: {} }],
      explanation: { by: 'test', reasons: [] },
    };
  const [, building = flat?.building ?? null] = /(\d)栋/.exec(text) ?? [];
  const kind: HeardMatter['kind'] = text.includes('投诉') ? 'complaint' : text.endsWith('？') ? 'inquiry' : 'repair';
  const place = { building, unit: null, room: null, spot: null };
  const urgency = text.includes('着火') ? ('emergency' as const) : ('normal' as const);
  const matter = {
    kind,
    area: 'facilities' as const,
    urgency,
    place,
    summary: text,
    sensitive: false,
    confidence: 0.5,
  };
  const isTalk = /也是|还没好|大家|说好/.test(text);
  const acts: Act[] = isTalk ? [] : [{ kind: text.includes('好像') ? 'doubt' : 'report', matter }];
  const explanation = { by: 'test', reasons: [] };
  const earlier = text.startsWith('都') ? recent.at(-1) : undefined;
  if (!earlier) return { acts, explanation };
  const late = { ...matter, summary: earlier.text };
  return {
    acts: [{ kind: 'late_report', matter: late, messageId: earlier.id, part: 'me_too', settles: false }],
    explanation,
  };
};

const last = (where: string): string => desk.heard(where).at(-1) ?? '';
const tell = async (text: string): Promise<void> => {
  await desk.say('周经理', 'managers', text);
  await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
  await desk.pass(3 * minute);
};
const manage = (text: string) => desk.say('周经理', 'managers', text);
const tickets = () =>
  db().ticket.findMany({
    orderBy: { openedAt: 'asc' },
    select: { summary: true, kind: true, urgency: true, notice: { select: { number: true } } },
  });
const reports = () =>
  db().noticeReport.findMany({ orderBy: { at: 'asc' }, select: { person: { select: { name: true } } } });
const counted = async () => (await reports()).map(({ person }) => person.name);
const standing = async (): Promise<string> => {
  await manage('通知 1 状态');
  return last('managers');
};
const passTo = (wall: string): Promise<void> =>
  desk.pass(new Date(`2026-11-${wall.replace(' ', 'T')}+08:00`).getTime() - desk.clock.now().getTime());

/** Told on Monday at ten; out on Monday from 11 to 18. */
const outage = '通知 因水箱清洗，3栋今天11点到18点停水，请提前储水';

describe('a report of what a notice announced', () => {
  beforeEach(async () => {
    desk = await createDeskHarness({ understand });
    await tell(outage);
    await passTo('23 12:00');
  });

  it('is answered with its gist, counted, and makes no ticket', async () => {
    const staff = desk.heard('staff').length;
    const id = await desk.say('李阿姨', 'residents', '没水了');
    expect(last('residents')).toBe('通知里说的停水：今天 11:00 到 18:00。已记下您这边；到时还没恢复，请再说一声。');
    expect(desk.channel.taken.at(-1)?.message.replyToId).toBe(id);
    expect(last('residents')).not.toContain('501');
    expect(await tickets()).toEqual([]);
    expect(desk.heard('staff')).toHaveLength(staff);
    expect(await counted()).toEqual(['李阿姨']);
    const message = await db().message.findFirstOrThrow({ where: { externalId: id } });
    const notice = await db().notice.findFirstOrThrow();
    expect(message).toMatchObject({ act: 'addition', explanation: { notice: notice.id } });
  });

  it('is answered once a person, however often they say it, and counted by household', async () => {
    const before = desk.heard('residents').length;
    for (const text of ['没水了', '还是没水', '一滴水都没有']) await desk.say('李阿姨', 'residents', text);
    expect(desk.heard('residents')).toHaveLength(before + 1);
    await desk.say('老王', 'residents', '停水了？');
    expect(desk.heard('residents')).toHaveLength(before + 2);
    expect(await standing()).toContain('2 户在问或在报');
    expect(await tickets()).toEqual([]);
  });

  it('is not asked of the staff where it was in doubt', async () => {
    const staff = desk.heard('staff').length;
    await desk.say('李阿姨', 'residents', '好像没水了');
    expect(desk.heard('staff')).toHaveLength(staff);
    expect(await counted()).toEqual(['李阿姨']);
  });

  it('the same message heard twice changes nothing', async () => {
    await desk.say('李阿姨', 'residents', '没水了', { id: 'same' });
    const before = desk.heard('residents').length;
    await desk.say('李阿姨', 'residents', '没水了', { id: 'same' });
    expect(desk.heard('residents')).toHaveLength(before);
    expect(await counted()).toEqual(['李阿姨']);
  });

  it('counts “me too” and who asks whether it is back, without a word', async () => {
    await desk.say('李阿姨', 'residents', '没水了');
    const before = desk.heard('residents').length;
    await desk.say('老王', 'residents', '我家也是');
    await desk.say('李阿姨', 'residents', '还没好吗');
    expect(desk.heard('residents')).toHaveLength(before);
    expect(await counted()).toEqual(['李阿姨', '老王']);
    expect(await tickets()).toEqual([]);
  });

  it('is a ticket of its own where “me too” comes from another building', async () => {
    await desk.say('李阿姨', 'residents', '没水了');
    await desk.say('小陈', 'residents', '我家也是');
    expect(await counted()).toEqual(['李阿姨']);
    expect(await tickets()).toMatchObject([{ summary: expect.stringContaining('我家也是'), notice: { number: 1 } }]);
  });

  it('counts who told of it first, where it is understood only by what others say', async () => {
    await desk.say('李阿姨', 'residents', '大家那边没水');
    await desk.say('老王', 'residents', '都没水吧');
    expect((await counted()).toSorted()).toEqual(['李阿姨', '老王'].toSorted());
    expect(await tickets()).toEqual([]);
  });

  it('leaves “me too” alone where nobody told of it', async () => {
    await desk.say('小陈', 'residents', '大家周末去爬山吗');
    await desk.say('老王', 'residents', '我家也是');
    expect(await counted()).toEqual([]);
  });

  it('is answered directly in a direct chat, for who lives there', async () => {
    await desk.say('李阿姨', '李阿姨', '没水了');
    expect(last('李阿姨')).toContain('通知里说的停水');
    await desk.say('小陈', '小陈', '没水了');
    expect(await tickets()).toMatchObject([{ summary: '没水了', notice: { number: 1 } }]);
    expect(await counted()).toEqual(['李阿姨']);
  });

  it('says nothing in a group that is set to be silent, and counts it', async () => {
    await db().community.updateMany({ data: { receiptMode: 'silent' } });
    const before = desk.heard('residents').length;
    await desk.say('李阿姨', 'residents', '没水了');
    expect(desk.heard('residents')).toHaveLength(before);
    expect(await counted()).toEqual(['李阿姨']);
  });

  it('is a ticket once it is corrected to something else', async () => {
    const messageId = await desk.say('李阿姨', 'residents', '没水了');
    await desk.event({
      type: 'edit',
      key: 'edit',
      conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender('李阿姨'),
      messageId,
      text: '没电了',
      attachments: [],
    });
    expect(await tickets()).toMatchObject([{ summary: '没电了', notice: null }]);
  });

  it('goes to the direct chat of who wants to hear less in groups', async () => {
    await desk.say('李阿姨', '李阿姨', '帮助');
    await db().person.updateMany({ where: { name: '李阿姨' }, data: { hearsLessAt: desk.clock.now() } });
    const before = desk.heard('residents').length;
    await desk.say('李阿姨', 'residents', '没水了');
    expect(desk.heard('residents')).toHaveLength(before);
    expect(last('李阿姨')).toContain('通知里说的停水');
  });

  it('leaves talk, and tickets about something else, as they are', async () => {
    await desk.say('小陈', 'residents', '大家周末去爬山吗');
    await desk.say('小陈', 'residents', '电梯坏了');
    expect(await tickets()).toMatchObject([{ summary: '电梯坏了', notice: null }]);
    expect(await counted()).toEqual([]);
  });
});

describe('a report that goes against the notice', () => {
  beforeEach(async () => {
    desk = await createDeskHarness({ understand });
    await tell(outage);
  });

  it.each([
    { told: 'before it begins', at: '23 10:30', said: '没水了', who: '李阿姨', is: { urgency: 'normal' } },
    { told: 'after the promised end', at: '23 20:00', said: '没水', who: '李阿姨', is: { kind: 'repair' } },
    {
      told: 'as a question after the promised end',
      at: '23 20:00',
      said: '还没来水？',
      who: '李阿姨',
      is: { kind: 'repair' },
    },
    {
      told: 'though the understanding made nothing of it',
      at: '23 20:00',
      said: '说好六点来水，八点了还没来水',
      who: '李阿姨',
      is: { kind: 'repair' },
    },
    { told: 'in another building', at: '23 12:00', said: '5栋没水了', who: '小陈', is: { urgency: 'normal' } },
    { told: 'because it leaks', at: '23 12:00', said: '没水了，楼道在漏水', who: '李阿姨', is: { urgency: 'normal' } },
    {
      told: 'because somebody cannot wait',
      at: '23 12:00',
      said: '没水了，家里有婴儿',
      who: '李阿姨',
      is: { urgency: 'high' },
    },
    {
      told: 'because there is danger',
      at: '23 12:00',
      said: '没水了，厨房着火',
      who: '李阿姨',
      is: { urgency: 'emergency' },
    },
  ])('makes a ticket that names it: $told', async ({ at, said, who, is }) => {
    await passTo(at);
    await desk.say(who, 'residents', said);
    expect(await tickets()).toMatchObject([{ ...is, notice: { number: 1 } }]);
    expect(desk.heard('staff').some((text) => text.includes('与通知 1“因水箱清洗'))).toBe(true);
    expect(await counted()).toEqual([]);
    const ticket = await db().ticket.findFirstOrThrow();
    expect(JSON.stringify(ticket.explanation)).toContain('against a notice');
  });

  it('makes a ticket also where it was taken for a word about something else', async () => {
    await desk.say('李阿姨', 'residents', '楼道里漏水');
    await passTo('23 20:00');
    await desk.say('李阿姨', 'residents', '说好六点来水，八点了');
    expect(await tickets()).toMatchObject([
      { summary: '楼道里漏水', notice: null },
      { summary: expect.stringContaining('八点了'), notice: { number: 1 } },
    ]);
    expect(await db().ticketEvent.count({ where: { type: 'settled_by_resident' } })).toBe(0);
  });

  it('chases the ticket that there is, and does not settle it', async () => {
    await passTo('23 19:00');
    await desk.say('李阿姨', 'residents', '没水');
    await passTo('23 20:00');
    await desk.say('李阿姨', 'residents', '说好六点来水，八点了');
    expect(await tickets()).toHaveLength(1);
    expect(await db().ticketEvent.count({ where: { type: 'settled_by_resident' } })).toBe(0);
    expect(await db().ticketMessage.count({ where: { part: 'chase' } })).toBe(1);
  });

  it('is a ticket once the notice says that it is over', async () => {
    await passTo('23 12:00');
    await desk.say('李阿姨', 'residents', '没水了');
    await manage('通知 1 结束');
    await desk.say('老王', 'residents', '我家没水');
    expect(await tickets()).toMatchObject([{ summary: '我家没水', notice: { number: 1 } }]);
  });

  it('is a ticket like any other once it was withdrawn', async () => {
    await passTo('23 12:00');
    await manage('通知 1 撤回');
    await desk.say('李阿姨', 'residents', '没水了');
    expect(await tickets()).toMatchObject([{ summary: '没水了', notice: null }]);
  });

  it('is known until the new end where it was extended', async () => {
    await passTo('23 17:00');
    await manage('通知 1 延长 到20点');
    await passTo('23 19:00');
    await desk.say('李阿姨', 'residents', '没水了');
    expect(last('residents')).toContain('到 20:00');
    await passTo('23 20:01');
    await desk.say('李阿姨', 'residents', '没水了');
    expect(await tickets()).toHaveLength(1);
  });

  it('asking whether it is back after the promised end is a ticket, of who told of it before', async () => {
    await passTo('23 17:50');
    await desk.say('李阿姨', 'residents', '没水了');
    await passTo('23 18:10');
    await desk.say('李阿姨', 'residents', '还没好吗');
    expect(await tickets()).toMatchObject([{ kind: 'repair', notice: { number: 1 } }]);
  });
});

describe('a notice that says nothing of it', () => {
  beforeEach(async () => {
    desk = await createDeskHarness({ understand });
  });

  it.each([
    { told: 'a drill', notice: '演练 停水' },
    { told: 'one about fees', notice: '通知 明天起水费调整，请知悉' },
  ])('$told leaves the report a ticket', async ({ notice }) => {
    await manage(notice);
    await desk.press('周经理', 'managers', desk.find('managers', '草稿'), '确认发布');
    await desk.pass(3 * minute);
    await desk.say('李阿姨', 'residents', '没水了');
    expect(await tickets()).toMatchObject([{ summary: '没水了', notice: null }]);
    expect(await counted()).toEqual([]);
  });

  it('in a group where it did not arrive leaves it a ticket', async () => {
    await tell(outage);
    await db().broadcastTarget.updateMany({ data: { state: 'failed' } });
    await passTo('23 12:00');
    await desk.say('李阿姨', 'residents', '没水了');
    expect(await tickets()).toMatchObject([{ summary: '没水了', notice: null }]);
  });

  it('complaints and questions beyond it stay tickets, tied as questions are', async () => {
    await tell(outage);
    await passTo('23 12:00');
    await desk.say('李阿姨', 'residents', '天天停水，我要投诉');
    await desk.say('老王', 'residents', '停水期间哪里可以打水？');
    expect(await tickets()).toMatchObject([
      { kind: 'complaint', notice: { number: 1 } },
      { kind: 'inquiry', notice: { number: 1 } },
    ]);
    expect(await counted()).toEqual([]);
  });
});

describe('on a platform without buttons and replies', () => {
  it('the gist is said all the same, in the language of who asks', async () => {
    const channel = new FakeChannel({ capabilities: { buttons: false, reactions: false, edits: false } });
    desk = await createDeskHarness({ channel, understand });
    await manage(outage);
    await desk.say('周经理', 'managers', '1', { replyTo: desk.find('managers', '草稿') });
    await passTo('23 12:00');
    await desk.say('老王', 'residents', 'no water in our flat');
    expect(last('residents')).toMatch(/^As in the notice: no water from 11:00 today until 18:00/);
  });
});
