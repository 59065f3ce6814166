import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

describe('help', () => {
  let desk: DeskHarness;
  beforeEach(async () => {
    desk = await createDeskHarness();
  });
  afterEach(() => desk.close());

  const told = async (who: string, where: string, words: string): Promise<string> => {
    const before = desk.heard(where).length;
    await desk.say(who, where, words);
    return desk.heard(where).slice(before).join('\n');
  };

  it('names to managers everything that they tell and ask, in their group and in the direct chat', async () => {
    const page = await told('周经理', 'managers', '帮助');
    for (const word of ['通知', '预案', '演练', '关怀', '缴费', '公示', '问卷', '表决', '活动', '知识库', '未发'])
      expect(page).toContain(word);
    expect(await told('周经理', '周经理', '帮助')).toBe(page);
    expect(await told('王姐', 'staff', '帮助')).not.toBe(page);
  });

  it.each([
    ['帮助 通知', '启动预案 火灾 3栋'],
    ['帮助 缴费', '缴费 导入'],
    ['/help votes', '一户一票'],
    ['帮助 知识库', '知识库 新增'],
  ])('%s is a page of its own', async (words, expected) => {
    expect(await told('周经理', 'managers', words)).toContain(expected);
  });

  it('is not given to colleagues who talk of helping', async () => {
    expect(await told('周经理', 'managers', '帮助 大家把通知贴好')).toBe('');
    expect(await told('王姐', 'staff', 'help me with the lift')).toBe('');
  });

  it('a resident who asks for it is told what residents can say', async () => {
    const page = await told('李阿姨', '李阿姨', '帮助');
    for (const word of ['进度', '收到', '报名', '问卷', '少发', '关怀']) expect(page).toContain(word);
  });
});
