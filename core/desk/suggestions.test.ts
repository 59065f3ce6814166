import { afterEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { isSupport } from './hear-support.ts';

const minute = 60_000;
const wish = '建议物业在小区门口装几个快递柜，方便大家取件';

let desk: DeskHarness | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

async function suggested(options: Parameters<typeof createDeskHarness>[0] = {}): Promise<{
  one: DeskHarness;
  first: string;
  code: string;
}> {
  const one = await createDeskHarness(options);
  desk = one;
  const first = await one.say('李阿姨', 'residents', wish);
  const ticket = await one.database.db.ticket.findFirstOrThrow({ select: { code: true, kind: true } });
  expect(ticket.kind).toBe('suggestion');
  return { one, first, code: ticket.code };
}

const ticketOf = ({ database }: DeskHarness, code: string) =>
  database.db.ticket.findFirstOrThrow({
    where: { code },
    select: {
      status: true,
      firstResponseAt: true,
      reporters: true,
      limits: { select: { kind: true, metAt: true, cancelledAt: true } },
      events: { select: { type: true, data: true } },
    },
  });

describe('a suggestion', () => {
  it('says how to support it, and counts who does, each once', async () => {
    const { one, first, code } = await suggested();
    expect(one.heard('residents').at(-1)).toContain('回复“+1”');
    await one.say('老王', 'residents', '+1', { replyTo: first });
    await one.say('小陈', 'residents', '支持', { replyTo: one.find('residents', code) });
    await one.say('小陈', 'residents', `支持 ${code}`);
    expect((await ticketOf(one, code)).reporters).toHaveLength(3);
    expect(await one.database.db.ticket.count()).toBe(1);
    const card = one.channel.taken.filter(({ message }) => message.conversationId === 'staff').at(-1)?.message;
    expect(card?.text).toContain('支持 3 人');
  });

  it('is adopted by a manager: told in the group once, without names, and stays open until it is done', async () => {
    const { one, first, code } = await suggested();
    await one.say('老王', 'residents', '同意', { replyTo: first });
    await one.say('小陈', '小陈', `支持 ${code}`);
    const before = one.heard('residents').length;
    await one.say('周经理', 'managers', `采纳 ${code} 下月装三组`);
    expect(one.heard('residents')).toHaveLength(before + 1);
    expect(one.heard('residents').at(-1)).toContain(`${code} 这条建议（3 位邻居支持）采纳了：下月装三组`);
    expect(one.heard('residents').at(-1)).not.toMatch(/老王|小陈|李阿姨/);
    expect(one.heard('小陈').at(-1)).toContain('采纳了：下月装三组');
    const adopted = await ticketOf(one, code);
    expect(adopted).toMatchObject({ status: 'accepted' });
    expect(adopted.firstResponseAt).not.toBeNull();
    expect(adopted.limits.find(({ kind }) => kind === 'first_response')?.metAt).not.toBeNull();
    expect(adopted.events.find(({ type }) => type === 'decided')?.data).toEqual({
      by: '周经理',
      adopted: true,
      text: '下月装三组',
    });
    await one.say('王姐', 'staff', `办结 ${code} 装好了`);
    expect(one.heard('residents').at(-1)).toContain('装好了');
    expect(one.heard('小陈').at(-1)).toContain('已经办好：装好了');
  });

  it('is turned down only with a reason, and is over by that, without being rated', async () => {
    const { one, code } = await suggested();
    await one.say('周经理', 'managers', `不采纳 ${code}`);
    expect(one.heard('managers').at(-1)).toContain('不采纳要说明原因');
    expect((await ticketOf(one, code)).status).toBe('open');
    await one.say('周经理', 'managers', `不采纳 ${code} 门口没有地方`);
    expect(one.heard('residents').at(-1)).toContain('这次没有采纳：门口没有地方');
    const over = await ticketOf(one, code);
    expect(over.status).toBe('closed');
    expect(over.limits.every(({ metAt, cancelledAt }) => metAt !== null || cancelledAt !== null)).toBe(true);
    const said = one.heard('residents').length;
    await one.pass(14 * 24 * 60 * minute);
    expect(one.heard('residents')).toHaveLength(said);
  });

  it('is decided from its card in the managers’ group', async () => {
    const { one, code } = await suggested();
    const card = one.find('managers', code);
    await one.press('周经理', 'managers', card, '不采纳');
    expect(one.heard('managers').at(-1)).toContain('不采纳要说明原因');
    await one.press('周经理', 'managers', card, '采纳');
    expect(one.heard('residents').at(-1)).toContain('采纳了');
    expect(await ticketOf(one, code)).toMatchObject({ status: 'accepted' });
  });

  it('is not decided by customer service', async () => {
    const { one, code } = await suggested();
    await one.say('王姐', 'staff', `采纳 ${code}`);
    expect((await ticketOf(one, code)).events.some(({ type }) => type === 'decided')).toBe(false);
    expect(await one.database.db.auditEntry.count({ where: { action: 'refuse_command', subject: 'adopt' } })).toBe(1);
  });

  it('is decided by its number where there are no buttons', async () => {
    const channel = new FakeChannel({ capabilities: { buttons: false, edits: false, reactions: false } });
    const { one, code } = await suggested({ channel });
    const card = one.find('managers', code);
    const number = /(\d+) 采纳/.exec(one.heard('managers').at(-1) ?? '')?.[1] ?? '';
    await one.say('周经理', 'managers', number, { replyTo: card });
    expect(one.heard('residents').at(-1)).toContain('采纳了');
  });

  it('is no suggestion: nothing is decided', async () => {
    const one = await createDeskHarness();
    desk = one;
    await one.say('李阿姨', 'residents', '3栋2单元电梯坏了，按了没反应');
    const { code } = await one.database.db.ticket.findFirstOrThrow({ select: { code: true } });
    await one.say('周经理', 'managers', `采纳 ${code}`);
    expect(one.heard('managers').at(-1)).toContain(`${code} 不是建议`);
  });
});

describe('words of support', () => {
  it.each([
    '+1',
    '＋1',
    '支持',
    '支持！',
    '同意',
    '我也支持',
    '赞成',
    '贊成',
    '附议',
    '顶',
    '支持 A7K2',
    '👍👍',
    'I agree',
    'me too',
    'support this',
  ])('%s', (said) => {
    expect(isSupport(said)).toBe(true);
  });
  it.each(['不支持', '不同意', '支持一下我的店，今天打折', '同意个鬼', '+10', '电梯坏了', '好', 'I do not agree'])(
    'not %s',
    (said) => {
      expect(isSupport(said)).toBe(false);
    },
  );
});
