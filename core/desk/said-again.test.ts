import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const HOUR = 3_600_000;

describe('what was done did not last (P6d)', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness();
    onTestFinished(() => desk.close());
  });

  const tickets = () => desk.database.db.ticket.findMany({ orderBy: { openedAt: 'asc' } });
  const first = async () => {
    const [ticket] = await tickets();
    if (!ticket) throw new Error('no ticket');
    return ticket;
  };
  const last = (where: string) =>
    desk.channel.taken.findLast(({ message }) => message.conversationId === where)?.message.text ?? '';
  const done = async (words: string) => {
    await desk.say('李阿姨', 'residents', words);
    await desk.pass(HOUR / 2);
    await desk.say('李工', 'staff', `办结 ${(await first()).code} 处理好了`);
    await desk.pass(HOUR / 3);
  };

  it.each([
    { report: '3栋2单元501厨房下水道堵了', words: '又堵了' },
    { report: '3栋2单元501厨房下水道堵了', words: '师傅刚走又堵了' },
    { report: '3栋2单元501厨房下水道堵了', words: '还是堵' },
    { report: '3栋2单元电梯停了', words: '又坏了' },
    { report: '3栋2单元电梯停了', words: '电梯又停了' },
    { report: '3栋2单元501厨房漏水', words: '还是漏' },
    { report: 'The lift in building 3 is not working', words: 'it stopped again' },
  ])('“$words” after “$report” was done opens the same ticket again, with its history', async ({ report, words }) => {
    await done(report);
    await desk.say('李阿姨', 'residents', words);
    const all = await tickets();
    expect(all).toMatchObject([{ status: 'open', reopenedCount: 1 }]);
    const code = all[0]?.code ?? '';
    expect(last('residents')).toContain(code);
    expect(last('staff')).toContain(code);
    expect(desk.heard('staff').join('\n')).toContain(words);
    const reopened = await desk.database.db.ticketEvent.findFirstOrThrow({ where: { type: 'reopened' } });
    expect(reopened.data).toEqual({ by: 'resident', comment: words });
    const limits = await desk.database.db.limit.findMany({ where: { metAt: null, cancelledAt: null } });
    expect(limits.map(({ clause }) => clause)).toContain('P6d');
  });

  it('opens it again also in reply to the very report, and shows the staff the picture of it', async () => {
    const report = await desk.say('李阿姨', 'residents', '3栋2单元501厨房下水道堵了');
    await desk.say('李工', 'staff', `办结 ${(await first()).code} 通了`);
    await desk.say('李阿姨', 'residents', '还是堵', { replyTo: report, photo: true });
    expect(await tickets()).toMatchObject([{ status: 'open', reopenedCount: 1 }]);
    const shown = desk.channel.taken.filter(({ message }) => message.conversationId === 'staff');
    expect(shown.some(({ message }) => message.files.length > 0 && message.text.includes('还是堵'))).toBe(true);
  });

  it('opens it again also where it was rated meanwhile, as long as silence would not have closed it', async () => {
    await done('3栋2单元电梯停了');
    await desk.say('李阿姨', 'residents', '5');
    expect(await first()).toMatchObject({ status: 'closed' });
    await desk.pass(24 * HOUR);
    await desk.say('李阿姨', 'residents', '又停了');
    expect(await tickets()).toMatchObject([{ status: 'open', reopenedCount: 1 }]);
  });

  it('makes a new ticket of it once silence has closed the first one', async () => {
    await done('3栋2单元电梯停了');
    await desk.pass(73 * HOUR);
    expect(await first()).toMatchObject({ status: 'closed' });
    await desk.say('李阿姨', 'residents', '3栋2单元电梯又停了');
    expect(await tickets()).toMatchObject([{ status: 'closed', reopenedCount: 0 }, { status: 'open' }]);
  });

  it.each(['3栋2单元楼道灯又坏了', '又停水了', '5栋电梯又停了'])(
    'leaves it done by another matter: %s',
    async (words) => {
      await done('3栋2单元电梯停了');
      await desk.say('李阿姨', 'residents', words);
      expect(await tickets()).toMatchObject([{ status: 'done', reopenedCount: 0 }, { status: 'open' }]);
    },
  );

  it('leaves it done by small talk, by what neighbours say, and by what is said to a neighbour', async () => {
    await done('3栋2单元电梯停了');
    const asked = await desk.say('小陈', 'residents', '明天还下雨吗');
    await desk.say('李阿姨', 'residents', '又下雨了', { replyTo: asked });
    await desk.say('李阿姨', 'residents', '还是不停', { replyTo: asked });
    await desk.say('李阿姨', 'residents', '今天又加班');
    await desk.say('小陈', 'residents', '又坏了');
    expect(await first()).toMatchObject({ status: 'done', reopenedCount: 0 });
  });

  it('of two that are done opens the one that the words fit, and none where an open one fits as well', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元501厨房下水道堵了');
    await desk.pass(HOUR);
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了，停在5楼');
    const [drain, lift] = await tickets();
    await desk.say('李工', 'staff', `办结 ${drain?.code} 通了`);
    await desk.say('李工', 'staff', `办结 ${lift?.code} 修好了`);
    await desk.say('李阿姨', 'residents', '又堵了');
    expect(await tickets()).toMatchObject([{ status: 'open' }, { status: 'done' }]);
    await desk.say('李阿姨', 'residents', '又堵了');
    expect(await tickets()).toMatchObject([{ reopenedCount: 1 }, { status: 'done', reopenedCount: 0 }]);
  });

  it('hears words of need like the first time', async () => {
    await done('3栋2单元电梯停了');
    await desk.say('李阿姨', 'residents', '电梯又停了，里面困着人');
    expect((await tickets()).map(({ urgency }) => urgency)).toContain('emergency');
  });

  it('heard twice opens it once', async () => {
    await done('3栋2单元电梯停了');
    await desk.say('李阿姨', 'residents', '又停了', { id: 'again' });
    await desk.say('李阿姨', 'residents', '又停了', { id: 'again' });
    expect(await tickets()).toMatchObject([{ status: 'open', reopenedCount: 1 }]);
  });
});
