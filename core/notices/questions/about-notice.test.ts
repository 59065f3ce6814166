import { describe, expect, it } from 'vitest';
import { askedUntil, isAbout } from './about-notice.ts';

const water =
  '尊敬的各位业主：\n因二次供水水箱清洗，3栋、5栋明天上午8点到12点停水，请提前储水。给您带来不便，敬请谅解。物业服务中心';
const parking = '关于调整停车费的公告：自12月1日起，地下车库停车费调整为每月300元，临时停车前30分钟免费。';
const english =
  'Dear residents, the lift in block 3 will be out of service for its annual inspection on Friday morning.';

describe('a question about a notice', () => {
  it.each([
    ['停水停到几点', water],
    ['水箱多久清洗一次', water],
    ['我家停水了怎么回事', water],
    ['3栋为什么又停水？', water],
    ['停水要停多久', water],
    ['停車費為什麼漲', parking],
    ['停车费怎么算，半个月也要300吗', parking],
    ['临时停车还免费吗', parking],
    ['地下车库停车费什么时候调整', parking],
    ['How long is the lift out of service?', english],
    ['When is the inspection of the lift?', english],
  ])('%s', (question, notice) => {
    expect(isAbout(question, notice)).toBe(true);
  });

  it.each([
    ['电梯什么时候修好', water],
    ['物业电话多少', water],
    ['物业明天上午上班吗', water],
    ['各位业主谁家有梯子借一下', water],
    ['物业费怎么交', parking],
    ['游泳池几点开门', parking],
    ['有人丢了钥匙吗', parking],
    ['Where can I pay the fee?', english],
    ['Thank you', english],
    ['', water],
    ['？', water],
  ])('%s is about something else', (question, notice) => {
    expect(isAbout(question, notice)).toBe(false);
  });
});

describe('how long questions are expected', () => {
  const day = (text: string | null) => (text === null ? null : new Date(`${text}T00:00:00Z`));
  const notice = (
    state: 'live' | 'ended' | 'withdrawn' | 'draft',
    live: string | null,
    effective: string | null,
    ends: string | null,
  ) => ({
    state,
    text: 'x',
    isDrill: false,
    liveAt: day(live),
    effectiveAt: day(effective),
    endsAt: day(ends),
  });
  it.each([
    { told: 'two weeks after it was told', of: notice('live', '2026-11-01', null, null), until: '2026-11-15' },
    {
      told: 'two weeks after it takes effect',
      of: notice('live', '2026-11-01', '2026-12-01', null),
      until: '2026-12-15',
    },
    { told: 'two weeks after its end', of: notice('live', '2026-11-01', null, '2026-11-20'), until: '2026-12-04' },
    {
      told: 'of an ended one, two weeks after it took effect',
      of: notice('ended', '2026-11-01', '2026-11-10', null),
      until: '2026-11-24',
    },
    { told: 'of an ended outage not at all', of: notice('ended', '2026-11-01', null, '2026-11-02'), until: null },
    { told: 'not of one that was withdrawn', of: notice('withdrawn', '2026-11-01', '2026-11-10', null), until: null },
    { told: 'not of a draft', of: notice('draft', null, '2026-11-10', null), until: null },
    { told: 'not of a drill', of: { ...notice('live', '2026-11-01', null, null), isDrill: true }, until: null },
  ])('$told', ({ of, until }) => {
    expect(askedUntil(of)).toEqual(day(until));
  });
});
