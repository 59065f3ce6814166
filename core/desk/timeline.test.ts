import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeardMessage, Understanding } from '../intake/understanding.ts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { createDeskHarness, type DeskHarness } from '../testing/desk-harness.ts';
import { whyTicket } from './why-ticket.ts';

const nowhere = { building: null, unit: null, room: null, spot: null };

/** Whatever is said by a resident is a repair, for these reasons. */
function understood({ fromStaff, text }: HeardMessage): Understanding {
  const reasons = [
    { what: 'says fault', weight: 1.2 },
    { what: '“又停', weight: 0.8 },
    { what: 'a question mark', weight: -0.4 },
  ];
  if (fromStaff) return { acts: [], explanation: { by: 'test', reasons: [] } };
  const matter = {
    kind: 'repair' as const,
    area: 'facilities' as const,
    urgency: 'normal' as const,
    place: { ...nowhere, building: '3' },
    summary: text,
    sensitive: false,
    confidence: 0.91,
  };
  return { acts: [{ kind: 'report', matter }], explanation: { by: 'test', believed: 0.91, reasons } };
}

describe('the history of a ticket', () => {
  let desk: DeskHarness;
  beforeAll(async () => {
    desk = await createDeskHarness({ understand: understood });
  });
  afterAll(() => desk.close());

  it('says at its end why there is a ticket: how sure, which words, what spoke against', async () => {
    await desk.say('李阿姨', 'residents', '电梯又坏了?');
    const { code, id } = await desk.database.db.ticket.findFirstOrThrow();
    await desk.say('王姐', 'staff', `详情 ${code}`);
    expect(desk.heard('staff').at(-1)?.split('\n').slice(-3)).toEqual([
      `把握 91%（够 ${Math.round(defaultPolicy.understanding.actFrom * 100)}% 就立单）`,
      '立单依据：说东西坏了或用不了（又坏、坏了）；“又停”',
      '不像的地方：有问号',
    ]);

    await desk.database.db.ticket.update({ where: { id }, data: { explanation: { anonymisedAt: '2030-01-01' } } });
    await desk.say('王姐', 'staff', `详情 ${code}`);
    expect(desk.heard('staff').at(-1)).not.toContain('立单依据');
    expect(desk.heard('staff').at(-1)).toContain(code);
  });
});

describe('what residents added', () => {
  let desk: DeskHarness;
  beforeAll(async () => {
    desk = await createDeskHarness();
  });
  afterAll(() => desk.close());

  it('stands in the history in their words, until they take it back', async () => {
    await desk.say('李阿姨', 'residents', '3栋2单元电梯坏了');
    const { code } = await desk.database.db.ticket.findFirstOrThrow();
    await desk.say('李阿姨', 'residents', '门一直开着关不上', { replyTo: desk.find('residents', code) });
    await desk.say('王姐', 'staff', `详情 ${code}`);
    expect(desk.heard('staff').at(-1)).toContain('居民补充：门一直开着关不上');
    await desk.database.db.message.updateMany({
      where: { text: '门一直开着关不上' },
      data: { recalledAt: new Date() },
    });
    await desk.say('王姐', 'staff', `详情 ${code}`);
    expect(desk.heard('staff').at(-1)).toContain('居民补充');
    expect(desk.heard('staff').at(-1)).not.toContain('门一直开着关不上');
  });
});

describe('why a ticket exists', () => {
  it.each([[null], [{}], [{ reasons: 'none' }], [{ believed: 7, reasons: [] }], ['x']])(
    'knows nothing from %j',
    (kept) => expect(whyTicket(kept, '', 0.4)).toBeNull(),
  );

  it('takes the four strongest for it and the two strongest against it, and has no belief where none was kept', () => {
    const reasons = [5, 4, -4, 3, 2, -2, 1, -1].map((weight) => ({ what: `a ${weight}`, weight }));
    const why = whyTicket({ by: 'x', reasons }, '', 0.4);
    expect(why?.believed).toBeNull();
    expect(why?.speaksFor.map(({ weight }) => weight)).toEqual([5, 4, 3, 2]);
    expect(why?.speaksAgainst.map(({ weight }) => weight)).toEqual([-4, -2]);
  });
});
