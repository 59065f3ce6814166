import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Act, HeardMatter, Understand } from '../intake/understanding.ts';
import { enrolPerson } from '../people/enrol.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';

const light: HeardMatter = {
  kind: 'repair',
  area: 'facilities',
  urgency: 'normal',
  place: { building: '3', unit: null, room: null, spot: '灯' },
  summary: '3栋楼道灯不亮',
  sensitive: false,
  confidence: 0.6,
};
const AGAIN = '还黑着';
const ASKED = '那边还黑着吧';

/** Everything is a new matter; AGAIN may be a word on the newest one; ASKED is a doubt, and may be one on the oldest. */
const understand: Understand = ({ text, fromStaff }, { matters }) => {
  const [newest] = matters;
  const like = text === AGAIN && newest ? { like: newest.id } : {};
  const oldest = matters.at(-1);
  if (text === ASKED && oldest) {
    const doubt: Act = { kind: 'doubt', matter: { ...light, summary: text }, like: oldest.id };
    return { acts: [doubt], explanation: { by: 'test', reasons: [] } };
  }
  const act: Act = { kind: 'report', matter: { ...light, summary: text }, ...like };
  return { acts: fromStaff ? [] : [act], explanation: { by: 'test', reasons: [] } };
};

let desk: DeskHarness;
const codes = async (): Promise<string[]> =>
  (await desk.database.db.ticket.findMany({ orderBy: { openedAt: 'asc' } })).map(({ code }) => code);
const card = (code: string): string =>
  desk.channel.taken.findLast(
    ({ message }) => message.conversationId === 'staff' && message.text.split('\n', 1)[0]?.includes(code),
  )?.message.text ?? '';

beforeEach(async () => {
  desk = await createDeskHarness({ understand });
  onTestFinished(() => desk.close());
  await desk.say('李阿姨', 'residents', light.summary);
  await desk.pass(60_000);
  await desk.say('小陈', 'residents', AGAIN);
});

it('a card names the open ticket that its matter may be a word on, and the command that joins them', async () => {
  const [first = '', second = ''] = await codes();
  expect(card(first)).not.toContain('一件事');
  expect(card(second)).toContain(`可能和 ${first}“${light.summary}”是一件事，是的话发“合并 ${second} ${first}”`);
  await desk.say('王姐', 'staff', `合并 ${second} ${first}`);
  const merged = await desk.database.db.ticket.findFirstOrThrow({
    where: { code: second },
    include: { mergedInto: true },
  });
  expect(merged).toMatchObject({ status: 'merged', mergedInto: { code: first } });
});

it('a card names it no more once that one, or its own, is done', async () => {
  const [first = '', second = ''] = await codes();
  await desk.say('王姐', 'staff', `办结 ${first} 灯泡换了`);
  await desk.say('王姐', 'staff', `接单 ${second}`);
  expect(card(second)).toContain('王姐');
  expect(card(second)).not.toContain('一件事');
});

it('a card names what is private by its code only, and tells contractors of nothing that is not theirs', async () => {
  const [first = '', second = ''] = await codes();
  const { communityId, channel } = desk;
  const firm = { communityId, channel: channel.name, externalId: '电工', name: '电工', flat: null };
  await enrolPerson(desk.database.db, { ...firm, role: 'contractor' }, desk.clock.now());
  await desk.say('电工', '电工', '帮助');
  await desk.database.db.ticket.updateMany({ where: { code: first }, data: { sensitive: true } });
  await desk.say('李工', 'staff', `转交 ${second} 电工`);
  expect(card(second)).toContain(`可能和 ${first} 是一件事`);
  expect(desk.heard('电工').join('\n')).toContain(second);
  expect(desk.heard('电工').join('\n')).not.toContain(first);
});

describe('a doubt that may be a word on an open ticket', () => {
  const question = (): string => desk.find('staff', '这是一件要办的事吗');
  const asked = (): string => desk.heard('staff').findLast((text) => text.startsWith('这是一件要办的事吗')) ?? '';

  it('names it under the question, and on the card of its ticket after a yes, with the command that joins them', async () => {
    const [first = ''] = await codes();
    await desk.say('老王', 'residents', ASKED);
    expect(asked()).toContain(`可能和 ${first}“${light.summary}”是一件事`);
    await desk.press('王姐', 'staff', question(), '是，开工单');
    const code = (await codes()).at(-1) ?? '';
    expect(card(code)).toContain(`可能和 ${first}“${light.summary}”是一件事，是的话发“合并 ${code} ${first}”`);
    await desk.say('王姐', 'staff', `合并 ${code} ${first}`);
    const merged = await desk.database.db.ticket.findFirstOrThrow({ where: { code }, include: { mergedInto: true } });
    expect(merged).toMatchObject({ status: 'merged', mergedInto: { code: first } });
  });

  it('names what is private by its code only, and contractors nothing of it', async () => {
    const [first = ''] = await codes();
    const { communityId, channel } = desk;
    const firm = { communityId, channel: channel.name, externalId: '电工', name: '电工', flat: null };
    await enrolPerson(desk.database.db, { ...firm, role: 'contractor' }, desk.clock.now());
    await desk.say('电工', '电工', '帮助');
    await desk.database.db.ticket.updateMany({ where: { code: first }, data: { sensitive: true } });
    await desk.say('老王', 'residents', ASKED);
    expect(asked()).toContain(`可能和 ${first} 是一件事`);
    expect(asked()).not.toContain(light.summary);
    await desk.press('王姐', 'staff', question(), '是，开工单');
    const code = (await codes()).at(-1) ?? '';
    await desk.say('李工', 'staff', `转交 ${code} 电工`);
    expect(card(code)).toContain(`可能和 ${first} 是一件事`);
    expect(desk.heard('电工').join('\n')).toContain(code);
    expect(desk.heard('电工').join('\n')).not.toContain(first);
  });

  it('names it no more once that one is done, and says nothing of it after a no', async () => {
    const [first = ''] = await codes();
    await desk.say('老王', 'residents', ASKED);
    await desk.say('王姐', 'staff', `办结 ${first} 灯泡换了`);
    await desk.press('王姐', 'staff', question(), '是，开工单');
    expect(card((await codes()).at(-1) ?? '')).not.toContain('一件事');
    const before = await codes();
    await desk.say('老王', 'residents', ASKED);
    await desk.press('王姐', 'staff', question(), '不是');
    expect(await codes()).toEqual(before);
  });
});
