import { beforeEach, expect, it, onTestFinished } from 'vitest';
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

/** Everything is a new matter; AGAIN may be a word on the newest one. */
const understand: Understand = ({ text, fromStaff }, { matters }) => {
  const [newest] = matters;
  const like = text === AGAIN && newest ? { like: newest.id } : {};
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
