import { afterEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

let desk: DeskHarness | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

async function praised(text: string): Promise<{ one: DeskHarness; code: string }> {
  const one = await createDeskHarness();
  desk = one;
  await one.say('李工', '李工', '在');
  await one.say('李阿姨', 'residents', text);
  const ticket = await one.database.db.ticket.findFirstOrThrow({ select: { code: true, kind: true } });
  expect(ticket.kind).toBe('praise');
  return { one, code: ticket.code };
}

const statusOf = async ({ database }: DeskHarness, code: string): Promise<string> =>
  (await database.db.ticket.findFirstOrThrow({ where: { code }, select: { status: true } })).status;

describe('praise', () => {
  it('reaches the one who is named, counts, and is not rated', async () => {
    const { one, code } = await praised('表扬李工，修水管又快又好，态度也好，谢谢！');
    expect(one.heard('李工').at(-1)).toContain('居民表扬您');
    expect(one.heard('residents')).toEqual(['谢谢您的表扬，已经转达给李工。']);
    expect(await statusOf(one, code)).toBe('closed');
    await one.say('周经理', 'managers', '评价');
    expect(one.heard('managers').at(-1)).toContain('李工 1 次');
    await one.pass(8 * 86_400_000);
    expect(one.heard('residents')).toHaveLength(1);
  });

  it.each(['给李工点赞', '表扬李工昨天冒雨帮我搬东西态度特别好'])('%s is praise, however it looks', async (text) => {
    const { one } = await praised(text);
    expect(one.heard('李工').at(-1)).toContain('居民表扬您');
    expect(one.heard('residents')).toEqual(['谢谢您的表扬，已经转达给李工。']);
  });

  it('is told in the staff’s group where there is no chat with the one who is named', async () => {
    const { one } = await praised('表扬一下王姐，帮我找回了钥匙，态度特别好');
    expect(one.heard('staff').join('\n')).toContain('居民表扬王姐');
  });

  it('is asked about where it cannot be told who is meant', async () => {
    const { one, code } = await praised('表扬一下物业，服务越来越好，态度特别好');
    expect(one.heard('staff').at(-1)).toContain('表扬的是哪位同事');
    expect(await statusOf(one, code)).toBe('open');
    await one.press('王姐', 'staff', one.find('staff', '哪位同事'), '李工');
    expect(one.heard('李工').at(-1)).toContain('居民表扬您');
    expect(one.heard('residents').at(-1)).toContain('已经转达给李工');
    expect(await statusOf(one, code)).toBe('closed');
    await one.press('王姐', 'staff', one.find('staff', '哪位同事'), '李工');
    expect(await one.database.db.ticketPraise.count()).toBe(1);
  });

  it('is closed by staff without being rated', async () => {
    const { one, code } = await praised('表扬一下物业，服务越来越好，态度特别好');
    await one.say('王姐', 'staff', `办结 ${code} 谢谢您的鼓励`);
    expect(one.heard('residents').at(-1)).toContain('谢谢您的鼓励');
    expect(await statusOf(one, code)).toBe('closed');
    expect(
      one.channel.taken
        .at(-1)
        ?.message.choices.flat()
        .map(({ label }) => label) ?? [],
    ).not.toContain('5');
  });
});
