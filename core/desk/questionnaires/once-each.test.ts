import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergePersons } from '../../people/merge.ts';
import { runStep } from '../../run-step.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

let desk: DeskHarness;
beforeEach(async () => {
  desk = await createDeskHarness();
  for (const who of ['赵姐', '钱哥']) {
    await desk.say(who, 'residents', '大家好');
    await desk.say(who, who, '你好');
  }
});
afterEach(() => desk.close());

async function ask(...lines: string[]): Promise<void> {
  await desk.say(
    '周经理',
    'managers',
    ['问卷 满意度', '1. 保洁满意吗？(1-5)', '2. 还有什么建议？', ...lines].join('\n'),
  );
  await desk.press('周经理', 'managers', desk.find('managers', '居民会看到'), '确认发布');
  await desk.pass(60_000);
}

async function answer(who: string): Promise<void> {
  await desk.say(who, who, '问卷1');
  await desk.say(who, who, '4');
  await desk.say(who, who, '跳过');
}

const answered = (): Promise<number> => desk.database.db.questionnaireResponse.count();
const personId = async (name: string): Promise<string> =>
  (await desk.database.db.person.findFirstOrThrow({ where: { name, mergedIntoId: null } })).id;

describe.each([
  { told: 'a questionnaire', lines: [], again: '您已经答过' },
  { told: 'an anonymous questionnaire', lines: ['匿名: 是'], again: '交了就不能改' },
])('$told is answered once', ({ lines, again }) => {
  it('by somebody who names their flat only afterwards', async () => {
    await ask(...lines);
    await answer('赵姐');
    expect(await answered()).toBe(1);
    await desk.say('赵姐', '赵姐', '房号 4-1-302');
    await answer('赵姐');
    expect(desk.heard('赵姐').some((text) => text.includes(again))).toBe(true);
    expect(await answered()).toBe(1);
  });

  it('by somebody who turns out to be the same person as another', async () => {
    await ask(...lines);
    await answer('赵姐');
    const { db } = desk.database;
    const merge = {
      fromId: await personId('赵姐'),
      intoId: await personId('钱哥'),
      by: null,
      why: 'staff_said' as const,
    };
    const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
    await runStep({ db, clock: desk.clock, bells }, (step) => mergePersons(step, merge));
    await answer('钱哥');
    expect(desk.heard('钱哥').some((text) => text.includes(again))).toBe(true);
    expect(await answered()).toBe(1);
  });

  it('by each of two who are not of one household', async () => {
    await ask(...lines);
    await answer('赵姐');
    await answer('钱哥');
    expect(await answered()).toBe(2);
  });
});
