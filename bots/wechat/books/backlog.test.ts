import { describe, expect, it } from 'vitest';
import type { Happening } from '../happening.ts';
import { createBacklog } from './backlog.ts';
import { createDoubles } from './doubles.ts';
import { holderGone } from './holder-gone.ts';

const start = Date.parse('2026-11-21T09:00:00+08:00');
const after = (seconds: number): Date => new Date(start + seconds * 1_000);
const topic = (newTopic: string): Happening => ({
  type: 'room_topic',
  payload: { roomId: 'r', changerId: 'c', newTopic, oldTopic: '', timestamp: 0 },
});
const topics = (heard: Happening[]) => heard.map((one) => one.type === 'room_topic' && one.payload.newTopic);

describe('what is heard of a group of another account of ours', () => {
  it('is handed out once, in its order, from the instant asked for', () => {
    const backlog = createBacklog();
    for (const second of [0, 1, 2, 3]) backlog.keep('r', topic(`${second}`), after(second));
    backlog.keep('elsewhere', topic('x'), after(4));
    expect(topics(backlog.take('r', after(2)))).toEqual(['2', '3']);
    expect(backlog.take('r', after(0))).toEqual([]);
    expect(topics(backlog.take('elsewhere', after(0)))).toEqual(['x']);
  });

  it('is kept for ten minutes', () => {
    const backlog = createBacklog();
    backlog.keep('r', topic('too old'), after(0));
    backlog.keep('r', topic('just kept'), after(1));
    backlog.keep('r', topic('new'), after(601));
    expect(topics(backlog.take('r', after(0)))).toEqual(['just kept', 'new']);
    backlog.keep('quiet', topic('too old'), after(601));
    backlog.keep('r', topic('new'), after(1_300));
    expect(backlog.take('quiet', after(0))).toEqual([]);
  });

  it('is no more than the last 500', () => {
    const backlog = createBacklog();
    for (let index = 0; index < 501; index += 1) backlog.keep('r', topic(`${index}`), after(0));
    const kept = topics(backlog.take('r', after(0)));
    expect(kept).toHaveLength(500);
    expect(kept[0]).toBe('1');
  });
});

describe('a message that a second account heard, too', () => {
  const said = (externalId: string, senderName: string, text: string, second = 0) => ({
    externalId,
    senderName,
    text,
    at: after(second),
  });
  const known = [said('a1', '张三', '收到'), said('a2', '李四', '漏水了', 10), said('a3', '李四', '漏水了', 12)];

  it.each([
    { told: 'has the same id', heard: [said('a2', '李四', '漏水了', 10)], are: [true] },
    { told: 'has the same words, name and moment', heard: [said('b1', '张三 ', '收到', 5)], are: [true] },
    { told: 'came more than five seconds later', heard: [said('b1', '张三', '收到', 6)], are: [false] },
    { told: 'was said by another', heard: [said('b1', '李四', '收到')], are: [false] },
    { told: 'says something else', heard: [said('b1', '张三', '收到了')], are: [false] },
    {
      told: 'was said twice and put down once',
      heard: [said('b1', '张三', '收到'), said('b2', '张三', '收到', 1)],
      are: [true, false],
    },
    {
      told: 'was said twice and put down twice',
      heard: [said('b1', '李四', '漏水了', 10), said('b2', '李四', '漏水了', 12), said('b3', '李四', '漏水了', 13)],
      are: [true, true, false],
    },
    {
      told: 'is asked about again',
      heard: [said('b1', '张三', '收到'), said('b1', '张三', '收到')],
      are: [true, true],
    },
    {
      told: 'has its own id among others of the same words',
      heard: [said('a3', '李四', '漏水了', 12), said('a2', '李四', '漏水了', 10)],
      are: [true, true],
    },
  ])('$told', ({ heard, are }) => {
    const doubles = createDoubles(known);
    expect(heard.map((one) => doubles.isDouble(one))).toEqual(are);
  });
});

describe('the account that holds a group', () => {
  const online = { state: 'online' as const, stateAt: after(-3_600), aliveAt: after(0), createdAt: after(-7_200) };
  const cases: { told: string; holder: Parameters<typeof holderGone>[0]; second: number; gone: boolean }[] = [
    { told: 'hears', holder: online, second: 10, gone: false },
    { told: 'was heard of a minute ago', holder: online, second: 60, gone: false },
    { told: 'was not heard of for more than a minute', holder: online, second: 61, gone: true },
    {
      told: 'looks for its platform',
      holder: { ...online, state: 'connecting', stateAt: after(0) },
      second: 50,
      gone: false,
    },
    {
      told: 'was logged out a moment ago',
      holder: { ...online, state: 'login_needed', stateAt: after(0) },
      second: 20,
      gone: false,
    },
    {
      told: 'was logged out before',
      holder: { ...online, state: 'login_needed', stateAt: after(0) },
      second: 21,
      gone: true,
    },
    {
      told: 'lost its platform before',
      holder: { ...online, state: 'offline', stateAt: after(0) },
      second: 21,
      gone: true,
    },
    {
      told: 'has begun and was not logged in yet',
      holder: { ...online, state: 'connecting', stateAt: after(0), aliveAt: null },
      second: 60,
      gone: false,
    },
    { told: 'is not known at all', holder: null, second: 0, gone: true },
  ];
  it.each(cases)('$told: gone is $gone', ({ holder, second, gone }) => {
    expect(holderGone(holder, after(second))).toBe(gone);
  });
});
