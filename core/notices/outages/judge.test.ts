import { describe, expect, it } from 'vitest';
import { normalise } from '../../intake/normalise.ts';
import { judge, type Told } from './judge.ts';
import { readOutage } from './outage.ts';

const at = (wall: string): Date => new Date(`2026-11-${wall.replace(' ', 'T')}+08:00`);
const outageOf = (text: string) => {
  const outage = readOutage(
    {
      text,
      audience: { to: 'groups', buildings: [] },
      isDrill: false,
      liveAt: at('23 10:00'),
      toldAt: at('23 10:00'),
      effectiveAt: null,
      endsAt: null,
    },
    { timeZone: 'Asia/Shanghai', buildings: ['1', '2', '3', '4', '5'] },
  );
  if (!outage) throw new Error(`no outage in ${text}`);
  return outage;
};
const water = '因水箱清洗，3栋明天8点到18点停水';
const judged = (said: string, more: Partial<Told> & { notice?: string; isOver?: boolean } = {}): string => {
  const { notice = water, isOver = false, ...rest } = more;
  const told: Told = {
    text: normalise(said),
    at: at('24 10:00'),
    kind: 'repair',
    urgency: 'normal',
    place: { building: '3', unit: '2' },
    ...rest,
  };
  const verdict = judge(told, outageOf(notice), { isOver });
  return verdict.kind === 'against' ? verdict.why : verdict.kind;
};

describe('what the notice announced', () => {
  it.each([
    ['没水了', water],
    ['又停水了', water],
    ['怎么一滴水都没有', water],
    ['水龙头没水了', water],
    ['3栋整栋没水', water],
    ['我家水停咗', water],
    ['屋企冇水呀', water],
    ['家裡沒水了', water],
    ['還沒來水', water],
    ['no water here', water],
    ['The water is off again', water],
    ['停电了', '3栋明天8点到18点停电'],
    ['屋企冇電', '3栋明天8点到18点停电'],
    ['power is out', '3栋明天8点到18点停电'],
    ['打不着火', '3栋明天8点到18点停气'],
    ['电梯不动了', '3栋电梯明天8点到18点检修'],
    ['電梯壞了嗎', '3栋电梯明天8点到18点检修'],
    ['the lift is not working', '3栋电梯明天8点到18点检修'],
    ['没热水', '3栋明天8点到18点停热水'],
    ['暖气不热', '3栋明天8点到18点停止供暖'],
    ['断网了', '3栋明天8点到18点网络割接'],
    ['单元门刷不开', '3栋明天8点到18点单元门门禁升级'],
  ])('%s', (said, notice) => {
    expect(judged(said, { notice })).toBe('known');
  });

  it.each([
    { told: 'a moment before it begins', when: '24 07:59:59', is: 'before its beginning' },
    { told: 'at the very instant of its beginning', when: '24 08:00:00', is: 'known' },
    { told: 'at the very instant of its end', when: '24 18:00:00', is: 'known' },
    { told: 'a second after its end', when: '24 18:00:01', is: 'after its end' },
  ])('$told: $is', ({ when, is }) => {
    expect(judged('没水了', { at: at(when) })).toBe(is);
  });

  it.each([
    { place: { building: '3', unit: null }, is: 'known' },
    { place: { building: '5', unit: null }, is: 'elsewhere' },
    { place: { building: null, unit: null }, is: 'elsewhere' },
  ])('where somebody is: $place.building', ({ place, is }) => {
    expect(judged('没水了', { place })).toBe(is);
  });

  it('holds for one stairwell where it names that', () => {
    const notice = '3栋2单元明天8点到18点停水';
    expect(judged('没水了', { notice })).toBe('known');
    expect(judged('没水了', { notice, place: { building: '3', unit: '1' } })).toBe('elsewhere');
  });
});

describe('who does not know what to do', () => {
  it.each([
    ['家里有老人要吃药，没水怎么办', 'about'],
    ['冇水點算好', 'about'],
    ['no water, what should we do', 'about'],
    ['没水了怎么回事', 'known'],
  ])('%s: %s', (said, is) => {
    expect(judged(said)).toBe(is);
  });
});

describe('the day before', () => {
  it.each([
    ['又停水，烦死了', 'known'],
    ['明天还要停水啊', 'known'],
    ['又要停水', 'known'],
    ['又停水了', 'before its beginning'],
    ['又没水', 'before its beginning'],
    ['怎么现在就停水', 'before its beginning'],
    ['no water', 'before its beginning'],
  ])('%s: %s', (said, is) => {
    expect(judged(said, { at: at('23 10:05') })).toBe(is);
  });
});

describe('what goes against it', () => {
  it.each([
    ['没水了，楼道里还在漏水'],
    ['停水了，刚放出来的水是黄的'],
    ['停水前水管爆了'],
    ['停水停电了'],
    ['只有我家没水'],
    ['no water and the pipe is leaking'],
    ['the water is off, what came out was brown'],
  ])('%s: more than that', (said) => {
    expect(judged(said)).toBe('more than that');
  });

  it.each([
    ['没水了，家里有婴儿要冲奶粉'],
    ['沒水，我媽在家透析'],
    ['没水，老人92岁一个人在家'],
    ['no water and we have a newborn'],
    ['停水了，我爸卧床，怎么办？'],
  ])('%s: cannot wait', (said) => {
    expect(judged(said)).toBe('cannot wait');
  });

  it('is danger, whatever it says', () => {
    expect(judged('没水了', { urgency: 'emergency' })).toBe('more than that');
  });

  it('is long past, and no matter of that notice any more', () => {
    expect(judged('没水了', { at: at('25 18:00:00') })).toBe('after its end');
    expect(judged('没水了', { at: at('25 18:00:01') })).toBe('other');
  });

  it('is a promise that was not kept', () => {
    expect(judged('说好六点来水，八点了', { at: at('24 20:00:00') })).toBe('after its end');
    expect(judged('还没来水？', { at: at('24 20:00:00'), kind: 'inquiry' })).toBe('after its end');
    expect(judged('怎么还是没水', { isOver: true })).toBe('over');
  });
});

describe('what the notice says nothing about', () => {
  it.each([
    ['停电了', {}],
    ['电梯坏了', {}],
    ['门口的水果摊占道', {}],
    ['手机没电了', {}],
    ['建议停水提前三天通知', { kind: 'suggestion' }],
  ] as [string, Partial<Told>][])('%s', (said, more) => {
    expect(judged(said, more)).toBe('other');
  });

  it.each([
    ['天天停水，我要投诉', { kind: 'complaint' }],
    ['停水期间哪里可以打水？', { kind: 'inquiry' }],
    ['为什么又停水？', { kind: 'inquiry' }],
  ] as [string, Partial<Told>][])('%s is about it, and wants an answer of its own', (said, more) => {
    expect(judged(said, more)).toBe('about');
  });

  it.each([
    ['停水停到几点？', '24 10:00', 'known'],
    ['是不是停水了？', '24 10:00', 'known'],
    ['when will the water be back?', '24 10:00', 'known'],
    ['明天停水到几点？', '23 20:00', 'known'],
    ['停水要停多久', '24 20:00', 'about'],
    ['停水停到几点？', '26 10:00', 'other'],
  ])('asking %s at %s is %s', (said, when, is) => {
    expect(judged(said, { at: at(`${when}:00`), kind: 'inquiry' })).toBe(is);
  });
});
