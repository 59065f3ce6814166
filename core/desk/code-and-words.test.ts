import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { enrolPerson } from '../people/enrol.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

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
    expect(last()?.text).toContain('选“承诺”或“回复”会把这句话发给居民');
    await desk.press('李工', 'staff', desk.find('staff', '没有命令'), `承诺 ${code}`);
    const promise = await desk.database.db.limit.findFirstOrThrow({ where: { kind: 'promise' } });
    expect(promise.dueAt.toISOString()).toBe('2026-11-24T07:00:00.000Z');
    await desk.say('李工', 'staff', `${code} 钢丝绳换好了`);
    expect(last()?.text).toContain('选“办结”或“回复”会把这句话发给居民');
    await desk.press('李工', 'staff', desk.find('staff', '钢丝绳'), `办结 ${code}`);
    expect(await ticket()).toMatchObject({ status: 'done' });
    expect(desk.heard('residents').join('\n')).toContain('钢丝绳换好了');
  });

  it('a code alone shows how its ticket came to be', async () => {
    await desk.say('王姐', 'staff', code.toLowerCase());
    expect(last()?.text).toContain(code);
    expect(last()?.text).toContain('3栋2单元电梯坏了');
  });

  it.each(['？', '?!', ' 。。。', '……'])('stops alone behind a code (%s) are no words', async (stops) => {
    await desk.say('王姐', 'staff', `${code}${stops}`);
    expect(last()?.text).toContain('3栋2单元电梯坏了');
    expect(last()?.text).not.toContain('没有命令');
  });

  it.each(['staff', '监督员'])(
    'a supervisor looks at a ticket by its code (in %s), and is offered nothing',
    async (where) => {
      await desk.say('监督员', where, code);
      expect(last(where)?.text).toContain('3栋2单元电梯坏了');
      const before = desk.channel.asked.length;
      await desk.say('监督员', 'staff', `${code} 已经去看了`);
      expect(desk.channel.asked).toHaveLength(before);
      expect(await ticket()).toMatchObject({ status: 'open', firstResponseAt: null });
    },
  );

  it('are not to be sent where they are only heard, or somebody can be called or found by them', async () => {
    for (const words of ['收到', '👍', '13800003316', '已经联系了王丽女士', '水泵换好了，打13800003316']) {
      await desk.say('李工', 'staff', `${code} ${words}`);
      expect(labels()).not.toContain(`回复 ${code}`);
      expect(labels()).not.toContain(`办结 ${code}`);
      expect(labels()?.at(-1)).toBe(`详情 ${code}`);
      expect(last()?.text).not.toContain('发给居民');
    }
    await desk.say('李工', 'staff', `${code} 李工已经去看了`);
    expect(labels()?.[0]).toBe(`回复 ${code}`);
  });

  describe('where there is another ticket with a card', () => {
    let card: string;
    let heard: number;
    const other = () => desk.database.db.ticket.findFirstOrThrow({ where: { building: '5' } });
    beforeEach(async () => {
      await desk.say('小陈', 'residents', '5栋1单元1202厨房水管漏水');
      card = desk.find('staff', (await other()).code);
      heard = desk.heard('residents').length;
    });

    it('are no answer to its resident in reply to the card', async () => {
      await desk.say('李工', 'staff', `${code} 已经去看了`, { replyTo: card });
      expect(desk.heard('residents')).toHaveLength(heard);
      expect(labels()).toContain(`回复 ${code}`);
    });

    it('are none where its card is quoted by its text alone, and is not found any more', async () => {
      const quote = `${(await other()).code} 好久以前的一张卡片`;
      await desk.say('李工', 'staff', `${code} 已经去看了`, { quote });
      expect(desk.heard('residents')).toHaveLength(heard);
      expect(labels()).toContain(`回复 ${code}`);
    });

    it('may name its own flat, and no other one', async () => {
      const { code: own } = await other();
      await desk.say('李工', 'staff', `${own} 5栋1202水管换好了`);
      expect(labels()).toEqual([`办结 ${own}`, `回复 ${own}`, `详情 ${own}`]);
      await desk.say('李工', 'staff', `${own} 是5栋1302的水管，换好了`);
      expect(labels()).toEqual([`详情 ${own}`]);
    });

    it('are none where they ask a colleague, or where nobody has the code', async () => {
      const quote = `${(await other()).code} 好久以前的一张卡片`;
      const before = desk.channel.asked.length;
      for (const how of [{ replyTo: card }, { quote }]) await desk.say('李工', 'staff', `${code} 要带什么工具？`, how);
      expect(desk.channel.asked).toHaveLength(before);
      for (const how of [{ replyTo: card }, { quote }]) {
        await desk.say('李工', 'staff', 'Z9Z9 已经去看了', how);
        expect(last()?.text).toContain('没有编号 Z9Z9');
      }
      expect(desk.heard('residents')).toHaveLength(heard);
      expect(await other()).toMatchObject({ firstResponseAt: null });
    });

    it('are an answer without the code where it is the card’s own, and the code alone is none', async () => {
      const { code: own } = await other();
      for (const how of [{ replyTo: card }, { quote: `${own} 好久以前的一张卡片` }]) {
        await desk.say('李工', 'staff', `${own}？`, how);
        expect(last()?.text).toContain('5栋1单元1202厨房水管漏水');
      }
      expect(desk.heard('residents')).toHaveLength(heard);
      await desk.say('李工', 'staff', `${own} 师傅十分钟后到`, { replyTo: card });
      await desk.say('李工', 'staff', `${own.toLowerCase()}，配件在路上`, { quote: `${own} 好久以前的一张卡片` });
      const told = desk
        .heard('residents')
        .slice(heard)
        .map((text) => text.replace(own, ''));
      expect(told).toEqual([expect.stringContaining('师傅十分钟后到'), expect.stringContaining('配件在路上')]);
      for (const text of told) expect(text.toUpperCase()).not.toContain(own);
    });
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
