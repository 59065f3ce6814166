import { afterEach, describe, expect, it } from 'vitest';
import { nameAccount } from '../accounts/name-account.ts';
import { FakeChannel } from '../channel/testing/fake-channel.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

let desk: DeskHarness;
afterEach(() => desk.close());

const last = (where: string): string => desk.heard(where).at(-1) ?? '';
const codeOf = async (): Promise<string> =>
  (await desk.database.db.ticket.findFirstOrThrow({ orderBy: { openedAt: 'desc' } })).code;
const reportLeak = (): Promise<string> => desk.say('李阿姨', 'residents', '3栋2单元楼道漏水，麻烦来看一下');

describe('an answer in the residents’ group', () => {
  it('is without numbers, rooms and other people; the resident has the whole of it in the direct chat', async () => {
    desk = await createDeskHarness();
    await desk.say('李阿姨', '李阿姨', '你好');
    await reportLeak();
    const code = await codeOf();
    await desk.say('王姐', 'staff', `回复 ${code} 漏水的是3栋2单元601老王家，请联系他 13800003316`);
    expect(desk.heard('residents').at(-1)).toBe(`王姐回复（${code}）：漏水的是3栋2单元******家，请联系他 ***`);
    expect(last('李阿姨')).toBe(`王姐回复（${code}）：漏水的是3栋2单元601老王家，请联系他 13800003316`);
    expect(desk.heard('staff').join('\n')).toContain(
      `${code}：群里的答复隐去了房号、姓名、电话号码，完整内容已私聊告知居民。`,
    );
  });

  it('where there is no direct chat, the staff are told that the rest was not said', async () => {
    desk = await createDeskHarness();
    await reportLeak();
    const code = await codeOf();
    await desk.say('王姐', 'staff', `回复 ${code} 请打师傅手机 138 0000 3316`);
    expect(last('residents')).toBe(`王姐回复（${code}）：请打师傅手机 ***`);
    expect(desk.heard('staff').join('\n')).toContain('居民还没有和机器人私聊过，请用别的方式告知完整内容。');
  });

  it('names the requester, and whoever works for the office, and the office’s own number', async () => {
    desk = await createDeskHarness();
    await reportLeak();
    const code = await codeOf();
    const text = '李阿姨您好，李工马上到，有事请打物业电话 0755-88886666，火警 119';
    await desk.say('王姐', 'staff', `回复 ${code} ${text}`);
    expect(last('residents')).toBe(`王姐回复（${code}）：${text}`);
    expect(desk.heard('staff').join('\n')).not.toContain('隐去');
  });

  it('repeats a number that was published in a notice', async () => {
    desk = await createDeskHarness();
    const now = desk.clock.now();
    await desk.database.db.notice.create({
      data: {
        communityId: desk.communityId,
        number: 1,
        level: 'routine',
        text: '电梯维保师傅 13800003316',
        audience: {},
        draftedAt: now,
        liveAt: now,
      },
    });
    await reportLeak();
    const code = await codeOf();
    await desk.say('王姐', 'staff', `回复 ${code} 可以找 138-0000-3316`);
    expect(last('residents')).toBe(`王姐回复（${code}）：可以找 138-0000-3316`);
  });

  it('hides a neighbour who has the flat in their name', async () => {
    desk = await createDeskHarness();
    await desk.say('张小红3-1-402', 'residents', '大家早上好');
    await reportLeak();
    const code = await codeOf();
    await desk.say('王姐', 'staff', `回复 ${code} 已请张小红关阀门`);
    expect(last('residents')).toBe(`王姐回复（${code}）：已请***关阀门`);
  });

  it('calls the requester as they are called, without the flat in their name', async () => {
    desk = await createDeskHarness();
    await desk.say('周阿姨 4-1-103', 'residents', '4栋1单元楼道漏水，麻烦来看一下');
    const code = await codeOf();
    await desk.say('王姐', 'staff', `回复 ${code} 周阿姨，师傅下午到，孙大爷家也一起看`);
    expect(last('residents')).toBe(`王姐回复（${code}）：周阿姨，师傅下午到，***家也一起看`);
  });

  it('is whole in a direct chat', async () => {
    desk = await createDeskHarness();
    await desk.say('李阿姨', '李阿姨', '3栋2单元楼道漏水，麻烦来看一下');
    const code = await codeOf();
    await desk.say('王姐', 'staff', `回复 ${code} 请打 13800003316`);
    expect(last('李阿姨')).toBe(`王姐回复（${code}）：请打 13800003316`);
  });
});

describe('an answer to a private matter, of somebody who has never written to the bot', () => {
  const askPrivately = async (channel: FakeChannel): Promise<string> => {
    desk = await createDeskHarness({ channel });
    await nameAccount(desk.database.db, channel, 'guiyuan_bot');
    await reportLeak();
    const code = await codeOf();
    await desk.database.db.ticket.updateMany({ data: { sensitive: true } });
    await desk.say('王姐', 'staff', `回复 ${code} 您的低保材料齐了`);
    return code;
  };

  it.each([
    { name: 'telegram', way: '点这里私聊我：https://t.me/guiyuan_bot?start=status' },
    { name: 'wechat', way: '微信上加“guiyuan_bot”为好友就能私聊。' },
    { name: 'web', way: '在聊天室列表里打开与我的私聊就可以。' },
  ])('is not in the group, which shows the way to it on $name', async ({ name, way }) => {
    const code = await askPrivately(new FakeChannel({ name }));
    expect(last('residents')).toBe(`${code} 有答复了。内容涉及隐私，请私聊我发“进度”查看。\n${way}`);
    expect(desk.heard('residents').join('\n')).not.toContain('低保');
  });

  it('waits for them behind that link', async () => {
    const code = await askPrivately(new FakeChannel({ name: 'telegram' }));
    await desk.say('李阿姨', '李阿姨', '/start status');
    expect(last('李阿姨')).toBe(`王姐回复（${code}）：您的低保材料齐了`);
    await desk.say('王姐', 'staff', `进展 ${code} 已批准`);
    expect(last('李阿姨')).toContain('已批准');
    expect(last('residents')).toBe(`${code} 有答复了，内容涉及隐私，已私聊发给您。`);
  });

  it('and behind a plain start', async () => {
    const code = await askPrivately(new FakeChannel({ name: 'telegram' }));
    await desk.say('李阿姨', '李阿姨', '/start');
    expect(last('李阿姨')).toBe(`王姐回复（${code}）：您的低保材料齐了`);
  });

  it('is shown to nobody else', async () => {
    await askPrivately(new FakeChannel({ name: 'telegram' }));
    await desk.say('小陈', '小陈', '/start status');
    expect(desk.heard('小陈').join('\n')).not.toContain('低保');
  });
});
