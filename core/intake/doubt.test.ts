import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import type { Act, HeardMatter, Understand } from './understanding.ts';

const QUESTION = '这是一件要办的事吗？';
const matterOf = (text: string): HeardMatter => ({
  kind: 'repair',
  area: 'facilities',
  urgency: text.includes('火') ? 'emergency' : 'normal',
  place: { building: null, unit: null, room: null, spot: null },
  summary: text,
  sensitive: false,
  confidence: 0.4,
});

/** What ends in … is doubtful, everything else is nothing. */
const understand: Understand = ({ text }) => {
  const acts: Act[] = text.endsWith('…') ? [{ kind: 'doubt', matter: matterOf(text) }] : [];
  return { acts, explanation: { by: 'test', believed: 0.4, reasons: [] } };
};

describe('a doubt that the staff were asked about', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness({ understand });
  });
  afterEach(() => desk.close());

  const inTheGroup = () => ({
    conversation: { externalId: 'residents', kind: 'group' as const, title: '居民群' },
    at: desk.clock.now().toISOString(),
  });
  const ask = (text: string) => desk.say('李阿姨', 'residents', text, { id: 'light' });
  let edits = 0;
  const change = async (text: string) => {
    edits += 1;
    await desk.event({
      ...inTheGroup(),
      type: 'edit',
      key: `e:${edits}`,
      sender: desk.sender('李阿姨'),
      messageId: 'light',
      text,
      attachments: [],
    });
    await desk.deliver();
  };
  const takeBack = async () => {
    await desk.event({ ...inTheGroup(), type: 'recall', key: 'r:1', messageId: 'light' });
    await desk.deliver();
  };
  const shown = (): string =>
    desk.channel.taken.findLast(({ message }) => message.conversationId === 'staff')?.message.text ?? '';
  const tickets = () => desk.database.db.ticket.findMany();

  it('shows how the words read once they are changed, and a yes opens a ticket of those', async () => {
    await ask('楼道灯是不是…');
    const question = desk.find('staff', QUESTION);
    await change('打错了，是楼下的门是不是…');
    expect(shown()).toContain('楼下的门');
    expect(shown()).not.toContain('楼道灯');
    await desk.press('王姐', 'staff', question, '是，开工单');
    expect(await tickets()).toMatchObject([{ summary: '打错了，是楼下的门是不是…' }]);
    expect(desk.heard('staff').findLast((text) => text.includes('王姐：已开工单'))).toContain('楼下的门');
  });

  it('is over once the words are changed into others without any doubt, and a press opens nothing', async () => {
    await ask('楼道灯是不是…');
    const question = desk.find('staff', QUESTION);
    await change('没事了，是我看错了');
    expect(shown()).toContain('李阿姨后来改成：“没事了，是我看错了”');
    await desk.press('王姐', 'staff', question, '是，开工单').catch(() => undefined);
    expect(await tickets()).toEqual([]);
    // Until they are changed again.
    await change('还是不亮，灯是不是…');
    expect(shown()).toContain('还是不亮');
    await desk.press('王姐', 'staff', question, '是，开工单');
    expect(await tickets()).toMatchObject([{ summary: '还是不亮，灯是不是…' }]);
  });

  it('is over once the words are taken back, and shows them no more', async () => {
    await ask('楼道灯是不是…');
    const question = desk.find('staff', QUESTION);
    await takeBack();
    expect(shown()).toBe('李阿姨撤回了那句话，不用再选了。');
    await desk.press('王姐', 'staff', question, '是，开工单').catch(() => undefined);
    expect(await tickets()).toEqual([]);
  });

  it('stays, where it may tell of danger, though the words are taken back', async () => {
    await ask('着火了是不是…');
    const question = desk.find('staff', QUESTION);
    expect(shown()).toContain('可能是：🔴 紧急');
    await takeBack();
    expect(shown()).toContain('着火了');
    await desk.press('王姐', 'staff', question, '是，开工单');
    expect(await tickets()).toMatchObject([{ urgency: 'emergency' }]);
  });

  it('opens its ticket without a word in a group that is only listened to by now', async () => {
    await ask('楼道灯是不是…');
    const question = desk.find('staff', QUESTION);
    await desk.database.db.conversation.updateMany({
      where: { externalId: 'residents' },
      data: { hearing: 'shadow', shadowSince: desk.clock.now() },
    });
    await desk.press('王姐', 'staff', question, '是，开工单');
    const [ticket] = await tickets();
    expect(desk.heard('residents')).toEqual([]);
    await desk.say('王姐', 'staff', `回复 ${ticket?.code} 灯泡已经换了`);
    expect(desk.heard('residents')).toEqual([expect.stringContaining('灯泡已经换了')]);
  });

  it('that the staff have answered stays answered, whatever is done with the words', async () => {
    await ask('楼道灯是不是…');
    await desk.press('王姐', 'staff', desk.find('staff', QUESTION), '不是');
    const before = shown();
    await takeBack();
    expect(shown()).toBe(before);
    const judged = await desk.database.db.message.findFirstOrThrow({ where: { externalId: 'light' } });
    expect(judged).toMatchObject({
      act: 'chatter',
      explanation: { settledBy: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });
});
