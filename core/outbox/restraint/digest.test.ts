import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { changeAll, speakOften, tellAll } from './testing/tell.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let desk: DeskHarness;
/** A Monday, 10:00. */
beforeEach(async () => void (desk = await createDeskHarness()));
afterEach(() => desk.close());

const notices = (): string[] => desk.heard('residents').filter((text) => !text.startsWith('answer'));
const targetStates = async (): Promise<[string, string | null][]> =>
  (await desk.database.db.broadcastTarget.findMany({ orderBy: { broadcast: { createdAt: 'asc' } } })).map(
    ({ state, reason }) => [state, reason],
  );
const restraints = async (): Promise<[string, string][]> =>
  (await desk.database.db.restraint.findMany({ orderBy: { at: 'asc' } })).map(({ deed, reason }) => [deed, reason]);

async function fillBudget(): Promise<void> {
  await speakOften(desk, 8);
  await desk.deliver();
}

describe('a group that has heard enough of us today', () => {
  it('hears two routine notices as one digest at noon, and nothing before', async () => {
    await fillBudget();
    await tellAll(desk, '停水通知\n明天 8:00 停水。请储水。', { number: 1 });
    await tellAll(desk, '绿化修剪\n本周修剪三号楼前的树。', { number: 2 });
    await desk.pass(2 * HOUR - MINUTE);
    expect(notices()).toEqual([]);
    await desk.pass(MINUTE);
    expect(notices()).toEqual([
      '物业今天还有 2 件事告诉大家：\n1. 停水通知：明天 8:00 停水。\n2. 绿化修剪：本周修剪三号楼前的树。\n想看全文，引用本条回复序号，如“1”。',
    ]);
    expect(await targetStates()).toEqual([
      ['merged', null],
      ['merged', null],
    ]);
    expect(await restraints()).toEqual([
      ['merged', 'budget'],
      ['merged', 'budget'],
    ]);
    await desk.pass(24 * HOUR);
    expect(notices()).toHaveLength(1);
  });

  it('hears a notice that was corrected before the digest at its hour, in its newest words', async () => {
    await fillBudget();
    const id = await tellAll(desk, '停水通知\n明天 8:00 停水。');
    await desk.pass(MINUTE);
    await changeAll(desk, id, { text: '停水通知\n明天 9:00 停水。', brief: '更正：9:00' });
    await desk.pass(HOUR);
    expect(notices()).toEqual([]);
    await desk.pass(HOUR);
    expect(notices()).toEqual(['停水通知\n明天 9:00 停水。']);
  });

  it('hears nothing of a notice that was taken back before the digest', async () => {
    await fillBudget();
    const id = await tellAll(desk, '停水通知\n明天 8:00 停水。');
    await desk.pass(MINUTE);
    await changeAll(desk, id, { text: '停水通知已撤回', recall: true });
    await desk.pass(24 * HOUR);
    expect(notices()).toEqual([]);
  });

  it.each([
    { told: 'corrected', change: { text: '停水通知\n明天 9:00 停水。' }, whole: '停水通知\n明天 9:00 停水。' },
    { told: 'taken back', change: { text: '停水通知已撤回', recall: true }, whole: '停水通知已撤回' },
  ])('is shown the whole of a line as it stands now: $told', async ({ change, whole }) => {
    await fillBudget();
    const id = await tellAll(desk, '停水通知\n明天 8:00 停水。请储水。', { number: 1 });
    await tellAll(desk, '绿化修剪\n本周修剪三号楼前的树。', { number: 2 });
    await desk.pass(2 * HOUR);
    await changeAll(desk, id, change);
    await desk.pass(MINUTE);
    expect(notices()).toHaveLength(2);
    await desk.press('李阿姨', 'residents', desk.find('residents', '想看全文'), '1');
    expect(notices().at(-1)).toBe(whole);
    expect(notices()).toHaveLength(3);
  });

  it('hears one alone as it is', async () => {
    await fillBudget();
    await tellAll(desk, '停水通知\n明天 8:00 停水。请储水。');
    await desk.pass(2 * HOUR);
    expect(notices()).toEqual(['停水通知\n明天 8:00 停水。请储水。']);
    expect(await targetStates()).toEqual([['sent', null]]);
  });

  it('hears an important notice at once, and an emergency', async () => {
    await fillBudget();
    await tellAll(desk, '重要', { level: 'important', number: 1 });
    await tellAll(desk, '紧急', { level: 'emergency', number: 2 });
    await desk.pass(MINUTE);
    expect(notices()).toEqual(['重要', '紧急']);
    expect(await restraints()).toEqual([]);
  });

  it('is not told what is worth nothing by then, and that is on record', async () => {
    await fillBudget();
    await tellAll(desk, '十一点的讲座', { number: 1, expiresAt: new Date(desk.clock.now().getTime() + HOUR) });
    await tellAll(desk, '修剪', { number: 2 });
    await desk.pass(2 * HOUR + MINUTE);
    expect(notices()).toEqual(['修剪']);
    expect(await targetStates()).toContainEqual(['dropped', 'expired']);
  });

  it('shows the whole of a line to whoever replies its number, once, and takes the receipt of its line', async () => {
    await fillBudget();
    await tellAll(desk, '停水通知\n明天停水。请储水。', { number: 1, asksReceipt: true });
    await tellAll(desk, '绿化修剪\n本周修剪。全文在此。', { number: 2 });
    await desk.pass(2 * HOUR);
    const digest = desk.find('residents', '2 件事');
    await desk.press('李阿姨', 'residents', digest, '2');
    await desk.press('小陈', 'residents', digest, '2');
    expect(notices().slice(1)).toEqual(['绿化修剪\n本周修剪。全文在此。']);
    const choices = desk.channel.taken.find(({ externalIds }) => externalIds.includes(digest))?.message.choices;
    expect(choices?.flat().map(({ label }) => label)).toEqual(['1', '2', '收到1']);
  });

  it('counts 收到 under the digest for the one line that wants to be confirmed', async () => {
    await fillBudget();
    const id = await tellAll(desk, '停水通知\n明天停水。', { number: 1, asksReceipt: true });
    await tellAll(desk, '绿化修剪', { number: 2 });
    await desk.pass(2 * HOUR);
    const digest = desk.find('residents', '2 件事');
    await desk.say('李阿姨', 'residents', '收到', { replyTo: digest });
    await desk.press('小陈', 'residents', digest, '收到1');
    const receipts = await desk.database.db.noticeReceipt.findMany({ where: { noticeId: id } });
    expect(receipts).toHaveLength(2);
  });

  it('has a new budget on the next day', async () => {
    await desk.pass(11 * HOUR);
    await fillBudget();
    await desk.pass(12 * HOUR);
    await tellAll(desk, '早上好');
    await desk.pass(MINUTE);
    expect(notices()).toEqual(['早上好']);
  });
});

describe('on a platform without buttons', () => {
  it.each([
    { told: 'no line wants to be confirmed', asksReceipt: false },
    { told: 'one line wants to be confirmed', asksReceipt: true },
  ])('a number in reply shows the whole of its line, where $told', async ({ asksReceipt }) => {
    await desk.close();
    desk = await createDeskHarness({ channel: new FakeChannel({ capabilities: { buttons: false } }) });
    await fillBudget();
    const id = await tellAll(desk, '停水通知\n明天停水。', { number: 1, asksReceipt });
    await tellAll(desk, '绿化修剪\n本周修剪。全文在此。', { number: 2 });
    await desk.pass(2 * HOUR);
    const digest = desk.find('residents', '2 件事');
    await desk.say('李阿姨', 'residents', '2', { replyTo: digest });
    expect(notices().slice(1)).toEqual(['绿化修剪\n本周修剪。全文在此。']);
    await desk.say('小陈', 'residents', asksReceipt ? '收到1' : '收到', { replyTo: digest });
    const receipts = await desk.database.db.noticeReceipt.count({ where: { noticeId: id } });
    expect(receipts).toBe(asksReceipt ? 1 : 0);
    expect(notices()).toHaveLength(2);
  });
});

describe('after a silence of ours', () => {
  it('one digest tells what waited, and not in the night', async () => {
    await fillBudget();
    await tellAll(desk, '一', { number: 1 });
    await tellAll(desk, '二', { number: 2 });
    await desk.pass(MINUTE);
    // Nobody rang until eleven in the evening.
    desk.clock.advance(13 * HOUR);
    await desk.pass(0);
    expect(notices()).toEqual([]);
    await desk.pass(9 * HOUR);
    expect(notices().join('\n')).toContain('一');
    expect(notices().join('\n')).toContain('二');
    expect(notices().join('\n').split('一')).toHaveLength(2);
  });
});

it('a digest that cannot be delivered leaves its lines as failed', async () => {
  await fillBudget();
  await tellAll(desk, '一', { number: 1 });
  await tellAll(desk, '二', { number: 2 });
  await desk.pass(MINUTE);
  desk.channel.refuseIn('residents', { kind: 'not_a_member', reason: 'kicked' });
  await desk.pass(2 * HOUR);
  expect(await targetStates()).toEqual([
    ['failed', 'not_a_member'],
    ['failed', 'not_a_member'],
  ]);
});

it('a group in which a notice waits for the morning hears it at eight', async () => {
  await desk.pass(12.5 * HOUR);
  await tellAll(desk, '夜里写的');
  await desk.pass(9 * HOUR);
  expect(notices()).toEqual([]);
  await desk.pass(HOUR);
  expect(notices()).toEqual(['夜里写的']);
  expect(await restraints()).toEqual([['postponed', 'quiet_hours']]);
});
