import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { enrolPerson } from '../people/enrol.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { verbsMeant } from './code-and-words.ts';

describe('what words behind a code may be meant as', () => {
  it.each([
    { words: '已经去看了', status: 'open', meant: ['answer', 'take', 'show'] },
    { words: '已经去看了', status: 'accepted', meant: ['answer', 'show'] },
    { words: '水泵换好了', status: 'open', meant: ['done', 'answer', 'show'] },
    { words: 'changed the pump, fixed', status: 'waiting', meant: ['done', 'answer', 'show'] },
    { words: '怎么样了', status: 'accepted', meant: ['show'] },
    { words: '修好了吗', status: 'accepted', meant: ['show'] },
    { words: 'is it fixed?', status: 'open', meant: ['show'] },
    { words: '那个谁在跟', status: 'accepted', meant: ['show'] },
    { words: '要带几个灯泡？', status: 'accepted', meant: [] },
    { words: '又漏了', status: 'done', meant: ['reopen', 'show'] },
    { words: '又漏了', status: 'closed', meant: ['reopen', 'show'] },
    { words: '其实要去看看', status: 'dismissed', meant: ['reopen', 'show'] },
    { words: '已经去看了', status: 'merged', meant: ['show'] },
  ] as const)('“$words” of one that is $status: $meant', ({ words, status, meant }) => {
    expect(verbsMeant(words, status, false)).toEqual(meant);
  });

  it('a time to come is a promise first', () => {
    expect(verbsMeant('明天下午三点去', 'accepted', true)).toEqual(['promise', 'answer', 'show']);
  });
});

describe('a code and words without a command, in the office’s room', () => {
  let desk: DeskHarness;
  let code: string;
  beforeEach(async () => {
    desk = await createDeskHarness();
    onTestFinished(() => desk.close());
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    code = (await ticket()).code;
    desk.clock.advance(60_000);
  });
  const ticket = () => desk.database.db.ticket.findFirstOrThrow({ orderBy: { openedAt: 'asc' } });
  const last = (where = 'staff') =>
    desk.channel.taken.findLast(({ message }) => message.conversationId === where)?.message;
  const labels = () =>
    last()
      ?.choices.flat()
      .map(({ label }) => label);

  it('are met with the commands that may be meant, and nobody else hears them', async () => {
    const heard = desk.heard('residents').length;
    const said = await desk.say('李工', 'staff', `${code} 已经去看了`);
    expect(last()?.text).toBe(
      `“${code} 已经去看了”里没有命令，什么都没有改动，居民也没有收到。要怎么办？选“回复”会把这句话发给居民。`,
    );
    expect(last()?.replyToId).toBe(said);
    expect(labels()).toEqual([`回复 ${code}`, `接单 ${code}`, `详情 ${code}`]);
    expect(desk.heard('residents')).toHaveLength(heard);
    expect(await ticket()).toMatchObject({ status: 'open', firstResponseAt: null });
  });

  it('reach the resident once “answer” is chosen, without the code', async () => {
    await desk.say('李工', 'staff', `${code}，已经去看了`);
    await desk.press('李工', 'staff', desk.find('staff', '没有命令'), `回复 ${code}`);
    expect(last('residents')?.text).toContain('已经去看了');
    expect((await ticket()).firstResponseAt).not.toBeNull();
    expect(desk.heard('residents').filter((text) => text.includes('已经去看了'))).toHaveLength(1);
  });

  it('promise the time that they name, or end the work, by one choice', async () => {
    await desk.say('李工', 'staff', `${code} 明天下午三点去换`);
    await desk.press('李工', 'staff', desk.find('staff', '没有命令'), `承诺 ${code}`);
    const promise = await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'promise' } });
    expect(promise.dueAt.toISOString()).toBe('2026-11-24T07:00:00.000Z');
    await desk.say('李工', 'staff', `${code} 钢丝绳换好了`);
    await desk.press('李工', 'staff', desk.find('staff', '钢丝绳'), `办结 ${code}`);
    expect(await ticket()).toMatchObject({ status: 'done' });
    expect(desk.heard('residents').join('\n')).toContain('钢丝绳换好了');
  });

  it('a code alone shows how its ticket came to be', async () => {
    await desk.say('王姐', 'staff', code.toLowerCase());
    expect(last()?.text).toContain(code);
    expect(last()?.text).toContain('3栋2单元电梯坏了');
  });

  it('are no answer to the resident of another card that is replied to', async () => {
    await desk.say('小陈', 'residents', '5栋1单元1202厨房水管漏水');
    const other = await desk.database.db.ticket.findFirstOrThrow({ where: { building: '5' } });
    const heard = desk.heard('residents').length;
    await desk.say('李工', 'staff', `${code} 已经去看了`, { replyTo: desk.find('staff', other.code) });
    expect(desk.heard('residents')).toHaveLength(heard);
    expect(labels()).toContain(`回复 ${code}`);
  });

  it('are left alone where they are said to a colleague, or the code is nobody’s', async () => {
    const asked = await desk.say('王姐', 'staff', '今天谁跑3栋');
    const before = desk.channel.asked.length;
    await desk.say('李工', 'staff', `${code} 我去过了`, { replyTo: asked });
    await desk.say('李工', 'staff', 'Z9Z9 已经去看了');
    await desk.say('李工', 'staff', `${code} 要带什么工具？`);
    expect(desk.channel.asked).toHaveLength(before);
  });

  it('show a contractor nothing that is not theirs', async () => {
    const { communityId, channel } = desk;
    const firm = { communityId, channel: channel.name, externalId: '电工', name: '电工', flat: null };
    await enrolPerson(desk.database.db, { ...firm, role: 'contractor' }, desk.clock.now());
    await desk.say('电工', '电工', `${code} 已经去看了`);
    await desk.say('电工', '电工', code);
    expect(desk.heard('电工').join('\n')).not.toContain(code);
  });

  it.each(['接d', '接丹', 'jiedan'])('%s alone names what was probably meant, and changes nothing', async (words) => {
    await desk.say('李工', 'staff', words);
    expect(last()?.text).toContain(`“接单 ${code}”`);
    expect(await ticket()).toMatchObject({ status: 'open' });
    await desk.press('李工', 'staff', desk.find('staff', '您是不是指'), `接单 ${code}`);
    expect(await ticket()).toMatchObject({ status: 'accepted' });
  });
});
