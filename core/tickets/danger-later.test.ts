import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HeardMatter, Understand } from '../intake/understanding.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { brokenPromises } from './testing/broken-promises.ts';

const minute = 60_000;

let desk: DeskHarness;
const db = () => desk.database.db;
const ticket = () => db().ticket.findFirstOrThrow({ orderBy: { openedAt: 'asc' } });

const matter = (summary: string, urgency: HeardMatter['urgency']): HeardMatter => ({
  kind: 'repair',
  area: 'facilities',
  urgency,
  place: { building: '3', unit: '2', room: null, spot: null },
  summary,
  sensitive: false,
  confidence: 1,
});
const explanation = { by: 'test', reasons: [] };

/** What is urgent by words adds to the matter that is known; all else opens one. */
const understand: Understand = ({ text }, { matters: [known] }) => {
  if (known && text.includes('很急')) {
    const changes = { urgency: 'high' as const };
    return { acts: [{ kind: 'addition', matterId: known.id, part: 'addition', changes }], explanation };
  }
  if (known && text.includes('孩子')) {
    const changes = { urgency: 'emergency' as const };
    return { acts: [{ kind: 'addition', matterId: known.id, part: 'me_too', changes }], explanation };
  }
  return {
    acts: [{ kind: 'report', matter: matter(text, text.includes('困') ? 'emergency' : 'normal') }],
    explanation,
  };
};

/** The resident corrects the message that opened the ticket: it is an emergency. */
async function corrects(messageId: string, text: string): Promise<void> {
  await desk.event({
    type: 'edit',
    key: `e:${messageId}`,
    conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
    at: desk.clock.now().toISOString(),
    sender: desk.sender('李阿姨'),
    messageId,
    text,
    attachments: [],
  });
}

beforeEach(async () => {
  desk = await createDeskHarness({ understand });
  await desk.say('李工', '李工', '帮助');
});
/** Whatever became of the ticket, all else that must hold holds. */
async function allElseHolds(): Promise<void> {
  expect(await brokenPromises(db(), null)).toEqual([]);
}

afterEach(async () => {
  await allElseHolds();
  await desk.close();
});

describe('a matter that turns out to be an emergency', () => {
  it('is called out until somebody takes it, and whoever has it already can', async () => {
    const messageId = await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const { code } = await ticket();
    await desk.say('李工', 'staff', `接单 ${code}`);
    await corrects(messageId, '3栋2单元电梯困人了，快来人！');
    expect(await ticket()).toMatchObject({ urgency: 'emergency', status: 'open' });
    await desk.pass(minute);
    await desk.say('李工', 'staff', `接单 ${code}`);
    expect(await ticket()).toMatchObject({ status: 'accepted' });
    const before = desk.heard('managers').length;
    await desk.pass(30 * minute);
    expect(desk.heard('managers').slice(before)).toEqual([]);
    expect(await db().limit.count({ where: { kind: 'first_response', metAt: null, cancelledAt: null } })).toBe(0);
  });

  it('is called out with the words of the neighbour who told of the danger', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    await desk.say('老王', 'residents', '孩子说他困在里面了');
    expect(await ticket()).toMatchObject({ urgency: 'emergency', summary: '孩子说他困在里面了 · 3栋2单元电梯坏了' });
    expect(desk.heard('staff').filter((text) => text.includes('孩子说他困在里面了'))).not.toEqual([]);
    await desk.pass(5 * minute);
    expect(desk.heard('managers').join()).toContain('孩子说他困在里面了');
    await desk.say('李工', 'staff', `接单 ${(await ticket()).code}`);
  });

  it('is called out also while the office waits for the resident', async () => {
    const messageId = await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const { code } = await ticket();
    await desk.say('李工', 'staff', `追问 ${code} 哪一部电梯？`);
    expect(await ticket()).toMatchObject({ status: 'waiting' });
    await corrects(messageId, '3栋2单元电梯困人了，快来人！');
    expect(await ticket()).toMatchObject({ status: 'open' });
    await desk.say('李工', 'staff', `接单 ${code}`);
    expect(await ticket()).toMatchObject({ status: 'accepted' });
    expect(await db().limit.count({ where: { pausedAt: { not: null } } })).toBe(0);
  });

  it.each([
    { was: 'done', said: (code: string) => `完成 ${code} 修好了` },
    { was: 'dismissed', said: (code: string) => `误报 ${code}` },
  ])('is opened again where it was $was, and called out', async ({ was, said }) => {
    const messageId = await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const { code } = await ticket();
    await desk.say('李工', 'staff', said(code));
    expect(await ticket()).toMatchObject({ status: was });
    await corrects(messageId, '3栋2单元电梯困人了，快来人！');
    expect(await ticket()).toMatchObject({ status: 'open', urgency: 'emergency', reopenedCount: 1 });
    const called = await db().ticketEvent.count({ where: { type: 'escalated' } });
    expect(called).toBeGreaterThan(0);
  });

  it('goes on calling under the code that it was merged into, where nobody has answered it', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const { id, code } = await ticket();
    await desk.say('李工', 'staff', `接单 ${code}`);
    await desk.pass(minute);
    await desk.say('小陈', 'residents', '3栋2单元电梯困人了');
    const alarm = await db().ticket.findFirstOrThrow({ where: { id: { not: id } } });
    await desk.say('王姐', 'staff', `合并 ${alarm.code} ${code}`);
    expect(await ticket()).toMatchObject({ urgency: 'emergency', status: 'open' });
    const before = desk.heard('managers').length;
    await desk.pass(6 * minute);
    expect(desk.heard('managers').slice(before).join()).toContain(code);
    await desk.say('李工', 'staff', `接单 ${code}`);
    expect(await ticket()).toMatchObject({ status: 'accepted' });
  });

  it('stays done where it is only more urgent than it was, and nothing is owed', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元楼道灯不亮');
    const { code } = await ticket();
    await desk.say('李工', 'staff', `完成 ${code} 修好了`);
    await desk.say('李阿姨', 'residents', '很急');
    expect(await ticket()).toMatchObject({ status: 'done', urgency: 'high' });
    expect(await db().limit.count({ where: { metAt: null, cancelledAt: null } })).toBe(0);
  });
});
