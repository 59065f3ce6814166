import { describe, expect, it } from 'vitest';
import { sameRoom } from './same-room.ts';

const people = (...names: string[]) => names;
const ten = Array.from({ length: 10 }, (_, index) => `住户${index}`);
const others = Array.from({ length: 10 }, (_, index) => `邻居${index}`);
const group = (externalId: string, topic: string, memberNames: readonly string[]) => ({
  externalId,
  topic,
  memberNames,
});

describe('a group under an id never seen', () => {
  it.each([
    {
      told: 'is the one of its topic and members',
      topic: '1 群',
      members: ten,
      known: [group('a', '1 群', ten)],
      is: 'a',
    },
    {
      told: 'is it although some came and some went',
      topic: '1 群',
      members: [...ten.slice(4), '新来'],
      known: [group('a', '1 群', ten)],
      is: 'a',
    },
    {
      told: 'is it with exactly six of ten',
      topic: '1 群',
      members: [...ten.slice(4), ...others.slice(6)],
      known: [group('a', '1 群', ten)],
      is: 'a',
    },
    {
      told: 'is new with five of ten',
      topic: '1 群',
      members: [...ten.slice(5), ...others.slice(5)],
      known: [group('a', '1 群', ten)],
      is: null,
    },
    {
      told: 'is it when only some of many members were seen',
      topic: '1 群',
      members: ten.slice(0, 3),
      known: [group('a', '1 群', ten)],
      is: 'a',
    },
    {
      told: 'is new when only two of many were seen',
      topic: '1 群',
      members: ten.slice(0, 2),
      known: [group('a', '1 群', ten)],
      is: null,
    },
    {
      told: 'is it when it has two members, and both are there',
      topic: '维修',
      members: people('王', '李'),
      known: [group('a', '维修', people('李', '王'))],
      is: 'a',
    },
    {
      told: 'is new when it is called otherwise',
      topic: '2 群',
      members: ten,
      known: [group('a', '1 群', ten)],
      is: null,
    },
    {
      told: 'is it when the topic differs by what nobody sees',
      topic: '１ 群\u200B',
      members: ten,
      known: [group('a', '1 群', ten)],
      is: 'a',
    },
    {
      told: 'is the nearer of two, when the other is far',
      topic: '1 群',
      members: ten,
      known: [group('a', '1 群', [...ten.slice(0, 3), ...others]), group('b', '1 群', ten)],
      is: 'b',
    },
    {
      told: 'is new when two are alike',
      topic: '1 群',
      members: ten,
      known: [group('a', '1 群', ten), group('b', '1 群', ten.slice(0, 9))],
      is: null,
    },
    {
      told: 'is new when nobody looked who is in it',
      topic: '1 群',
      members: [],
      known: [group('a', '1 群', ten)],
      is: null,
    },
    {
      told: 'is new when nobody looked before',
      topic: '1 群',
      members: ten,
      known: [group('a', '1 群', [])],
      is: null,
    },
    {
      told: 'without a topic is it by most of all members',
      topic: '',
      members: ten.slice(0, 6),
      known: [group('a', '', ten)],
      is: 'a',
    },
    {
      told: 'without a topic is new when it is a part only',
      topic: '',
      members: ten.slice(0, 5),
      known: [group('a', '', ten)],
      is: null,
    },
    {
      told: 'counts a name as often as it is there',
      topic: '1 群',
      members: people('王芳', '王芳', '王芳', '赵'),
      known: [group('a', '1 群', people('王芳', '钱', '孙', '李'))],
      is: null,
    },
  ])('$told', ({ topic, members, known, is }) => {
    expect(sameRoom({ topic, memberNames: members }, known)?.externalId ?? null).toBe(is);
  });
});
