import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const minute = 60_000;
const draft = '活动 重阳节包饺子\n一起包饺子\n时间：11月28日10:00\n地点：活动室\n名额：4\n报名截止：11月27日18点';

let desk: DeskHarness;
beforeEach(async () => {
  desk = await createDeskHarness();
  await desk.say('周经理', 'managers', draft);
  await desk.press('周经理', 'managers', desk.find('managers', '请核对'), '确认发布');
  await desk.pass(minute);
});
afterEach(() => desk.close());

const chain = (...lines: string[]): string => ['#接龙', '重阳节包饺子', '', ...lines].join('\n');

let edits = 0;
const edit = (who: string, messageId: string, text: string): Promise<void> =>
  desk.event({
    type: 'edit',
    key: `e${(edits += 1)}`,
    messageId,
    text,
    attachments: [],
    conversation: { externalId: 'residents', kind: 'group', title: '居民群' },
    at: desk.clock.now().toISOString(),
    sender: desk.sender(who),
  });

const signUps = async (): Promise<string[]> =>
  (await desk.database.db.signUp.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(
    ({ name, heads, state }) => `${name} ${heads} ${state}`,
  );

describe('a message by which somebody signed up, changed afterwards', () => {
  it('a list counts as it reads now: with more, and without who was struck out', async () => {
    const list = await desk.say('李阿姨', 'residents', chain('1. 李阿姨'));
    await desk.say('老王', 'residents', chain('1. 李阿姨', '2. 老王'));
    await edit('李阿姨', list, chain('1. 李阿姨 2人'));
    expect(await signUps()).toEqual(['李阿姨 2 going', '老王 1 going']);
    await edit('李阿姨', list, chain('1. 李阿姨 2人', '2. 赵奶奶'));
    expect(await signUps()).toEqual(['李阿姨 2 going', '老王 1 going', '赵奶奶 1 going']);
    await edit('李阿姨', list, chain('1. 李阿姨 2人'));
    expect(await signUps()).toEqual(['李阿姨 2 going', '老王 1 going', '赵奶奶 1 cancelled']);
  });

  it('a list that lacked its name, and was nothing, is one once it has it', async () => {
    const said = await desk.say('李阿姨', 'residents', '周六一起去吗');
    await edit('李阿姨', said, chain('1. 李阿姨'));
    expect(await signUps()).toEqual(['李阿姨 1 going']);
  });

  it('a reply counts as it reads now, and what does not fit is told', async () => {
    const post = desk.find('residents', '重阳节包饺子');
    const said = await desk.say('老王', 'residents', '报名 2人', { replyTo: post });
    await edit('老王', said, '报名 3人');
    expect(await signUps()).toEqual(['老王 3 going']);
    await edit('老王', said, '报名 9人');
    expect(desk.heard('residents').at(-1)).toContain('您原来的报名（3 人）不变');
    await edit('老王', said, '来不了了');
    expect(await signUps()).toEqual(['老王 3 cancelled']);
  });
});

describe('a list that is pasted', () => {
  it('by staff counts for those who told them so, and not for the staff', async () => {
    await desk.say('李阿姨', 'residents', chain('1. 李阿姨'));
    await desk.say('王姐', 'residents', chain('1. 李阿姨', '2. 赵奶奶'));
    expect(await signUps()).toEqual(['李阿姨 1 going', '赵奶奶 1 going']);
    const rows = await desk.database.db.signUp.findMany({ where: { name: '赵奶奶' } });
    expect(rows).toMatchObject([{ personId: null }]);
  });

  it('keeps the name by which lists know somebody, whatever they say later', async () => {
    const post = desk.find('residents', '重阳节包饺子');
    await desk.say('老王', 'residents', chain('1. 隔壁王哥'));
    await desk.say('老王', 'residents', '报名 2人', { replyTo: post });
    await desk.say('李阿姨', 'residents', chain('1. 隔壁王哥', '2. 李阿姨'));
    expect(await signUps()).toEqual(['隔壁王哥 2 going', '李阿姨 1 going']);
  });

  it('too late is told so', async () => {
    await desk.pass(4.5 * 24 * 60 * minute);
    await desk.say('李阿姨', 'residents', chain('1. 李阿姨'));
    expect(desk.heard('residents').at(-1)).toContain('现在不能报名了');
    expect(await signUps()).toEqual([]);
  });
});
