import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { signatureOf } from './signature.ts';
import { codeIn, createDevice, type Device } from './testing/device.ts';

const minutes = 60_000;

/** The secret that a manager was shown in the direct chat. */
function secretIn(text: string): string {
  const secret = /密钥：(\S+)/.exec(text)?.[1];
  if (!secret) throw new Error(`no secret in ${text}`);
  return secret;
}

describe('a device that reports', () => {
  let desk: DeskHarness;
  let device: Device;

  const add = async (words: string): Promise<string> => {
    await desk.say('周经理', '周经理', words);
    return secretIn(desk.heard('周经理').at(-1) ?? '');
  };
  const report = (body: unknown, also = {}) => desk.desk.machines.receive(device.signed(body, also));
  const heard = (where: string) => desk.heard(where);
  const tickets = () => desk.database.db.ticket.findMany({ orderBy: { openedAt: 'asc' } });
  const newCards = async () =>
    await desk.database.db.outboxMessage.count({ where: { purpose: { in: ['card', 'emergency'] }, replacesId: null } });

  beforeEach(async () => {
    desk = await createDeskHarness();
    device = createDevice('门禁控制器', await add('设备 新增 门禁控制器 报修 设施 3栋'), desk.clock);
  });
  afterEach(() => desk.close());

  it('opens a ticket of its own origin, with place, person in charge, limit and card', async () => {
    const reception = await report({ device: 'door-3', alarm: true, text: '门未关好' });
    await desk.deliver();
    expect(reception).toMatchObject({ kind: 'accepted' });
    const [ticket] = await tickets();
    expect(ticket).toMatchObject({
      code: codeIn(reception),
      origin: 'machine',
      kind: 'repair',
      area: 'facilities',
      building: '3',
    });
    expect(ticket).toMatchObject({ summary: 'door-3：门未关好', requesterId: null, conversationId: null });
    expect(ticket?.assigneeId).not.toBeNull();
    expect(await desk.database.db.limit.count({ where: { ticketId: ticket?.id ?? '' } })).toBeGreaterThan(0);
    expect(heard('staff').at(-1)).toContain('door-3：门未关好');
    expect(heard('residents')).toEqual([]);
  });

  it('changes its mind seven times in half an hour: one ticket, one card, a count', async () => {
    const codes = new Set<string>();
    for (let time = 0; time < 7; time += 1) {
      codes.add(codeIn(await report({ device: 'door-3', alarm: true })));
      codes.add(codeIn(await report({ device: 'door-3', alarm: false })));
      await desk.deliver();
      await desk.pass(4 * minutes);
    }
    expect(codes.size).toBe(1);
    expect(await tickets()).toHaveLength(1);
    expect(await newCards()).toBe(1);
    expect(heard('staff').filter((text) => text.includes('报告已恢复正常'))).toHaveLength(1);
    const card = heard('staff').findLast((text) => text.startsWith('▫️')) ?? '';
    expect(card).toContain('设备报警 7 次 · 设备说已恢复正常，请核实后办结');
  });

  it.each([
    { told: 'within half an hour', after: 29 * minutes, tickets: 1 },
    { told: 'exactly half an hour later', after: 30 * minutes, tickets: 1 },
    { told: 'a moment after that', after: 30 * minutes + 1, tickets: 2 },
  ])('alarms again $told: $tickets', async ({ after, tickets: count }) => {
    await report({ device: 'door-3', alarm: true });
    desk.clock.advance(after);
    await report({ device: 'door-3', alarm: true });
    expect(await tickets()).toHaveLength(count);
  });

  it('is another device: a ticket of its own', async () => {
    await report({ device: 'door-3', alarm: true });
    await report({ device: 'door-4', alarm: true });
    expect(await tickets()).toHaveLength(2);
  });

  it('says that all is well, and nothing was wrong: on record, and no ticket', async () => {
    expect(await report({ device: 'door-3', alarm: false })).toMatchObject({ kind: 'accepted', code: null });
    expect(await tickets()).toEqual([]);
    expect(await desk.database.db.machineReport.count()).toBe(1);
  });

  it('alarms again minutes after somebody said it was done: the ticket is open again', async () => {
    const code = codeIn(await report({ device: 'door-3', alarm: true }));
    await desk.deliver();
    await desk.say('李工', 'staff', `办结 ${code} 已修好`);
    desk.clock.advance(10 * minutes);
    expect(codeIn(await report({ device: 'door-3', alarm: true }))).toBe(code);
    expect(await tickets()).toMatchObject([{ status: 'open', reopenedCount: 1 }]);
  });

  it('reports a danger beside a known fault: a ticket of its own, and the managers are alarmed', async () => {
    await desk.say('周经理', '周经理', '设备 规则 门禁控制器 smoke-* 紧急 安全');
    await desk.say('周经理', '周经理', '设备 映射 门禁控制器 {"rules":[{"event":["trapped"],"urgency":"emergency"}]}');
    await report({ device: 'lift-1', alarm: true, kind: 'door' });
    await report({ device: 'lift-1', alarm: true, kind: 'trapped' });
    await desk.pass(1);
    expect((await tickets()).map(({ urgency }) => urgency)).toEqual(['normal', 'emergency']);
    expect(heard('managers').join()).toContain('🔴');
  });

  it('is seen in the timeline', async () => {
    const code = codeIn(await report({ device: 'door-3', alarm: true }));
    await report({ device: 'door-3', alarm: false });
    await desk.deliver();
    await desk.say('王姐', 'staff', `详情 ${code}`);
    expect(heard('staff').at(-1)).toContain('设备“door-3”报警（第 1 次）');
    expect(heard('staff').at(-1)).toContain('设备“door-3”报告恢复正常');
  });

  describe('whoever cannot sign is turned away, and nothing is on record', () => {
    const onRecord = async () => (await desk.database.db.machineReport.count()) + (await tickets()).length;
    const alarm = { device: 'door-3', alarm: true };

    it.each([
      ['with another secret', { signature: `v1=${'0'.repeat(64)}` }],
      ['without a signature', { signature: '' }],
      ['with a shorter signature', { signature: 'v1=00' }],
      ['with another body', { body: Buffer.from('{"device":"door-3","alarm":false}') }],
      ['with another timestamp than it signed', { timestamp: '1795399201' }],
      ['for a source that there is not', { source: '别的设备' }],
      ['with a timestamp that is none', { timestamp: 'yesterday' }],
    ])('%s', async (_told, also) => {
      expect(await report(alarm, also)).toEqual({ kind: 'not_signed' });
      expect(await onRecord()).toBe(0);
    });

    it('with another key than it signed, as somebody who overheard it would', async () => {
      const overheard = device.signed(alarm);
      expect(await desk.desk.machines.receive({ ...overheard, key: 'another' })).toEqual({ kind: 'not_signed' });
      expect(await onRecord()).toBe(0);
    });

    it.each([
      { told: 'exactly five minutes old', seconds: -300, kind: 'unreadable' },
      { told: 'older', seconds: -301, kind: 'not_fresh' },
      { told: 'five minutes ahead', seconds: 300, kind: 'unreadable' },
      { told: 'farther ahead', seconds: 301, kind: 'not_fresh' },
    ])('$told: $kind', async ({ seconds, kind }) => {
      const body = '[]';
      const secret = await add('设备 换密钥 门禁控制器');
      const timestamp = String(desk.clock.now().getTime() / 1000 + seconds);
      const signature = signatureOf(secret, { timestamp, key: 'k1', body: Buffer.from(body) });
      expect(await report(body, { timestamp, signature, key: 'k1' })).toMatchObject({ kind });
      expect(await onRecord()).toBe(0);
    });

    it.each([
      ['no JSON', '{', 'JSON'],
      ['no object', '[1]', 'object'],
      ['no device', { alarm: true }, '$.device'],
      ['an alarm in words', { device: 'a', alarm: 'yes' }, '$.alarm must be true or false'],
      ['a time that is none', { device: 'a', alarm: true, at: 'noon' }, '$.at'],
      ['a place that is none', { device: 'a', alarm: true, place: 3 }, '$.place'],
    ])('%s is told how to mend it', async (_told, body, words) => {
      expect(await report(body)).toMatchObject({ kind: 'unreadable', mend: expect.stringContaining(words) });
      expect(await onRecord()).toBe(0);
    });

    it('without a key, or with one that is too long or has a full stop in it', async () => {
      expect(await report(alarm, { key: '' })).toEqual({ kind: 'key_missing' });
      expect(await report(alarm, { key: 'k'.repeat(129) })).toEqual({ kind: 'key_missing' });
      expect(await report(alarm, { key: 'k.1' })).toEqual({ kind: 'key_missing' });
      expect(await onRecord()).toBe(0);
    });

    it('after it was revoked', async () => {
      await desk.say('周经理', 'managers', '设备 停用 门禁控制器');
      expect(await report(alarm)).toEqual({ kind: 'revoked' });
      expect(await onRecord()).toBe(0);
    });

    it('with the secret from before it was changed', async () => {
      await add('设备 换密钥 门禁控制器');
      expect(await report(alarm)).toEqual({ kind: 'not_signed' });
      expect(await onRecord()).toBe(0);
    });
  });

  it('got no answer and sends the same again: it counts once', async () => {
    const first = await report({ device: 'door-3', alarm: true }, { key: 'k1' });
    desk.clock.advance(2 * minutes);
    const again = await report({ device: 'door-3', alarm: true }, { key: 'k1' });
    expect(again).toEqual({ ...first, kind: 'known' });
    expect(await desk.database.db.machineReport.count()).toBe(1);
  });

  it('uses a key again for something else: refused', async () => {
    await report({ device: 'door-3', alarm: true }, { key: 'k1' });
    expect(await report({ device: 'door-3', alarm: false }, { key: 'k1' })).toEqual({ kind: 'key_reused' });
  });

  it('sends the same twice at once, to two processes: one report, one ticket', async () => {
    const sent = device.signed({ device: 'door-3', alarm: true });
    const receptions = await Promise.all([1, 2, 3, 4].map(() => desk.desk.machines.receive(sent)));
    expect(receptions.map(({ kind }) => kind).toSorted()).toEqual(['accepted', 'known', 'known', 'known']);
    expect(await tickets()).toHaveLength(1);
  });

  it('alarms many times at once: one ticket', async () => {
    await Promise.all([1, 2, 3, 4].map(() => report({ device: 'door-3', alarm: true })));
    expect(await tickets()).toHaveLength(1);
    expect(await desk.database.db.machineReport.count({ where: { alarm: true } })).toBe(4);
  });

  it('reports more often than sixty times in a minute: it has to wait, and how long, and the same again is no report', async () => {
    const sent = [];
    for (let at = 0; at < 60; at += 1) {
      const one = device.signed({ device: 'door-3', alarm: at % 2 === 0 });
      expect(await desk.desk.machines.receive(one)).toMatchObject({ kind: 'accepted' });
      sent.push(one);
      desk.clock.advance(500);
    }
    expect(await report({ device: 'door-4', alarm: true })).toEqual({ kind: 'too_many', waitMs: 30_000 });
    expect(await desk.desk.machines.receive(sent[0] ?? device.signed({}))).toMatchObject({ kind: 'known' });
    desk.clock.advance(29_999);
    expect(await report({ device: 'door-4', alarm: true })).toMatchObject({ kind: 'too_many' });
    desk.clock.advance(1);
    expect(await report({ device: 'door-4', alarm: true })).toMatchObject({ kind: 'accepted' });
  });
});

describe('managers look after what may report', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness();
  });
  afterEach(() => desk.close());

  it('in a group no secret is shown', async () => {
    await desk.say('周经理', 'managers', '设备 新增 门禁控制器');
    expect(desk.heard('managers').at(-1)).toContain('私聊');
    expect(await desk.database.db.machineSource.count()).toBe(0);
  });

  it('nobody else may', async () => {
    await desk.say('王姐', '王姐', '设备 新增 门禁控制器');
    expect(desk.heard('王姐')).toEqual([]);
    expect(await desk.database.db.machineSource.count()).toBe(0);
    expect(await desk.database.db.auditEntry.count({ where: { action: 'refuse_command', subject: 'source' } })).toBe(1);
  });

  it('shows address, secret and an example once, and lists without it', async () => {
    await desk.say('周经理', '周经理', 'source add lift-monitor repair facilities emergency building 5');
    const shown = desk.heard('周经理').at(-1) ?? '';
    expect(shown).toContain('/in/lift-monitor');
    expect(shown).toContain('openssl');
    const { secret, mapping } = await desk.database.db.machineSource.findUniqueOrThrow({
      where: { name: 'lift-monitor' },
    });
    expect(shown).toContain(secret);
    expect(mapping).toMatchObject({ kind: 'repair', urgency: 'emergency', place: { building: '5' } });
    await desk.say('周经理', '周经理', '设备');
    expect(desk.heard('周经理').at(-1)).toContain('lift-monitor');
    expect(desk.heard('周经理').at(-1)).not.toContain(secret);
  });

  it('a name that is taken, a word that means nothing, a mapping that is wrong: nothing is changed', async () => {
    await desk.say('周经理', '周经理', '设备 新增 门禁');
    await desk.say('周经理', '周经理', '设备 新增 门禁');
    expect(desk.heard('周经理').at(-1)).toContain('已经有了');
    await desk.say('周经理', '周经理', '设备 新增 水泵 报休');
    expect(desk.heard('周经理').at(-1)).toContain('请写成下面一种');
    await desk.say('周经理', '周经理', '设备 映射 门禁 {"kind":"smoke"}');
    expect(desk.heard('周经理').at(-1)).toContain('kind');
    await desk.say('周经理', '周经理', '设备 停用 水泵');
    expect(desk.heard('周经理').at(-1)).toContain('没有叫“水泵”的设备');
    expect(await desk.database.db.machineSource.count()).toBe(1);
  });
});
