import { expect, it, onTestFinished } from 'vitest';
import { enrolPerson } from '../people/enrol.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import type { Act, HeardMatter, Understand } from './understanding.ts';

const drain: HeardMatter = {
  kind: 'repair',
  area: 'facilities',
  urgency: 'normal',
  place: { building: '3', unit: '2', room: null, spot: '下水道' },
  summary: '水下不去',
  sensitive: false,
  confidence: 0.4,
};
const WORDS = '水下不去';
const ASKED = '水好像下不去…';

/** Nothing, or a doubt, of the first words; "我家也是" and "马上去" show that they were a matter. */
const understand: Understand = ({ text, fromStaff }, { recent }) => {
  const act = ((): Act | null => {
    if (text === ASKED) return { kind: 'doubt', matter: drain };
    const opener = recent.findLast((one) => [WORDS, ASKED].includes(one.text));
    if (!opener) return null;
    const late = { kind: 'late_report', matter: drain, messageId: opener.id, settles: false } as const;
    if (fromStaff && text === '马上去') return { ...late, part: 'answer' };
    return text === '我家也是' ? { ...late, part: 'me_too' } : null;
  })();
  return { acts: act ? [act] : [], explanation: { by: 'test', believed: 0.1, reasons: [] } };
};

const deskFor = async (): Promise<DeskHarness> => {
  const desk = await createDeskHarness({ understand });
  onTestFinished(() => desk.close());
  return desk;
};
const tickets = (desk: DeskHarness) =>
  desk.database.db.ticket.findMany({
    select: {
      firstResponseAt: true,
      requester: { select: { name: true } },
      messages: {
        orderBy: { message: { externalId: 'asc' } },
        select: { part: true, message: { select: { text: true } } },
      },
    },
    orderBy: { openedAt: 'asc' },
  });
const told = async (desk: DeskHarness) =>
  (await tickets(desk)).map(({ requester, messages }) => [
    requester?.name,
    ...messages.map(({ part, message }) => `${part} ${message.text}`),
  ]);

it('makes a ticket of what was passed over, once a neighbour says that it is so there too', async () => {
  const desk = await deskFor();
  await desk.say('李阿姨', 'residents', WORDS);
  expect(await tickets(desk)).toEqual([]);
  await desk.say('小陈', 'residents', '我家也是');
  await desk.say('老王', 'residents', '我家也是');
  expect(await told(desk)).toEqual([['李阿姨', `report ${WORDS}`, 'me_too 我家也是', 'me_too 我家也是']]);
});

it('takes an answer of the staff as the first response to what it answers', async () => {
  const desk = await deskFor();
  await desk.say('李阿姨', 'residents', WORDS);
  await desk.say('李工', 'residents', '马上去');
  const [ticket] = await tickets(desk);
  expect(ticket?.requester?.name).toBe('李阿姨');
  expect(ticket?.firstResponseAt).toEqual(desk.clock.now());
});

it('settles the question to the staff, so that their yes opens nothing more', async () => {
  const desk = await deskFor();
  await desk.say('李阿姨', 'residents', ASKED);
  const question = desk.find('staff', ASKED);
  await desk.say('小陈', 'residents', '我家也是');
  expect(await told(desk)).toEqual([['李阿姨', `report ${ASKED}`, 'me_too 我家也是']]);
  expect(desk.heard('staff').findLast((text) => text.includes(ASKED))).toContain('小陈说：“我家也是”，已开工单');
  await expect(desk.press('王姐', 'staff', question, '是，开工单')).rejects.toThrow('no button');
  await desk.say('王姐', 'staff', '是，开工单', { replyTo: question });
  expect(await tickets(desk)).toHaveLength(1);
});

it('adds to the ticket that the staff opened meanwhile', async () => {
  const desk = await deskFor();
  await desk.say('李阿姨', 'residents', ASKED);
  await desk.press('王姐', 'staff', desk.find('staff', ASKED), '是，开工单');
  await desk.say('小陈', 'residents', '我家也是');
  expect(await told(desk)).toEqual([['李阿姨', `report ${ASKED}`, 'me_too 我家也是']]);
});

it('opens nothing by what a contractor says among residents', async () => {
  const desk = await deskFor();
  const { communityId, channel } = desk;
  const firm = { communityId, channel: channel.name, externalId: '电梯公司', name: '电梯公司', flat: null };
  await enrolPerson(desk.database.db, { ...firm, role: 'contractor' }, desk.clock.now());
  await desk.say('李阿姨', 'residents', WORDS);
  await desk.say('电梯公司', 'residents', '马上去');
  expect(await tickets(desk)).toEqual([]);
});
