import { describe, expect, it } from 'vitest';
import { nameKey } from './names.ts';
import type { Company, NewFace, OldFace } from './same-contact.ts';
import { sameContact } from './same-contact.ts';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const old = (externalId: string, roomName: string | null, more: Partial<OldFace> = {}): OldFace => ({
  externalId,
  name: roomName ?? externalId,
  alias: '',
  roomName,
  seenAt: at(1),
  ...more,
});
const seen = (roomName: string | null, more: Partial<NewFace> = {}): NewFace => ({
  name: roomName ?? '',
  alias: '',
  roomName,
  ...more,
});
const members = (now: string[], ...before: string[][]): Company => ({
  now,
  before: before.map((memberNames) => ({ memberNames, sinceAt: at(1) })),
});
const plain = members(['王芳', '张三'], ['王芳', '张三']);
const certain = (externalId: string) => ({ kind: 'certain', externalId });
const doubtful = (...mayBe: string[]) => ({ kind: 'doubtful', mayBe });

describe('somebody under an id never seen', () => {
  it.each<{ told: string; face: NewFace; known: OldFace[]; company?: Company; is: object }>([
    { told: 'is new when nobody is called so', face: seen('王芳'), known: [old('a', '张三')], is: { kind: 'new' } },
    {
      told: 'is the only one of that name in the group',
      face: seen('王芳'),
      known: [old('a', '王芳'), old('b', '张三')],
      is: certain('a'),
    },
    {
      told: 'is the one of the same flat, written otherwise',
      face: seen('7栋2单元502室 李'),
      known: [old('a', '7-2-502 李')],
      is: certain('a'),
    },
    {
      told: 'is doubtful when two have the name now',
      face: seen('王芳'),
      known: [old('a', '王芳')],
      company: members(['王芳', '王芳'], ['王芳']),
      is: doubtful('a'),
    },
    {
      told: 'is doubtful when two had the name before',
      face: seen('王芳'),
      known: [old('a', '王芳')],
      company: members(['王芳'], ['王芳', '王芳']),
      is: doubtful('a'),
    },
    {
      told: 'is doubtful when nobody looked who is there now',
      face: seen('王芳'),
      known: [old('a', '王芳')],
      company: members([], ['王芳']),
      is: doubtful('a'),
    },
    {
      told: 'is doubtful when nobody looked who was there',
      face: seen('王芳'),
      known: [old('a', '王芳')],
      company: members(['王芳'], []),
      is: doubtful('a'),
    },
    {
      told: 'is doubtful outside of a common group',
      face: seen('王芳'),
      known: [old('a', null, { name: '王芳' })],
      is: doubtful('a'),
    },
    {
      told: 'is doubtful in a direct chat',
      face: seen(null, { name: '王芳' }),
      known: [old('a', null, { name: '王芳' })],
      is: doubtful('a'),
    },
    {
      told: 'is doubtful by the flat alone',
      face: seen('7-2-502 李太'),
      known: [old('a', '7-2-502 李')],
      is: doubtful('a'),
    },
    {
      told: 'is new by the flat of somebody never seen there',
      face: seen('7-2-502 李太'),
      known: [old('a', null, { name: '7-2-502 李' })],
      is: { kind: 'new' },
    },
    {
      told: 'is certain of two by another name that is theirs alone',
      face: seen('王芳', { name: '芳芳' }),
      known: [old('a', '王芳', { name: '芳芳' }), old('b', '王芳')],
      company: members(['王芳', '王芳'], ['王芳', '王芳']),
      is: certain('a'),
    },
    {
      told: 'is doubtful of two whose other name is the same',
      face: seen('王芳'),
      known: [old('a', '王芳'), old('b', '王芳', { seenAt: at(2) })],
      company: members(['王芳', '王芳'], ['王芳', '王芳']),
      is: doubtful('b', 'a'),
    },
    {
      told: 'is the one who was there lately, when an earlier one had the name too',
      face: seen('王芳'),
      known: [old('a', '王芳'), old('b', '王芳', { seenAt: at(5) })],
      company: {
        now: ['王芳'],
        before: [
          { memberNames: ['王芳'], sinceAt: at(4) },
          { memberNames: ['王芳'], sinceAt: at(1) },
        ],
      },
      is: certain('b'),
    },
    {
      told: 'is doubtful when neither of two was there lately',
      face: seen('王芳'),
      known: [old('a', '王芳'), old('b', '王芳')],
      company: { now: ['王芳'], before: [{ memberNames: ['王芳'], sinceAt: at(4) }] },
      is: doubtful('a', 'b'),
    },
    {
      told: 'is certain by our own remark and their name',
      face: seen(null, { name: 'Lily', alias: '李姐' }),
      known: [old('a', null, { name: 'Lily', alias: '李姐' })],
      is: certain('a'),
    },
    {
      told: 'is doubtful by our remark alone',
      face: seen(null, { name: 'Lily', alias: '李姐' }),
      known: [old('a', null, { name: 'Rose', alias: '李姐' })],
      is: doubtful('a'),
    },
    {
      told: 'is doubtful when two have our remark',
      face: seen(null, { name: 'Lily', alias: '李姐' }),
      known: [old('a', null, { name: 'Lily', alias: '李姐' }), old('b', null, { name: 'Lily', alias: '李姐' })],
      is: doubtful('a', 'b'),
    },
    {
      told: 'is nobody in particular without a visible name',
      face: seen('\u200B'),
      known: [old('a', '\u200B')],
      is: { kind: 'new' },
    },
    {
      told: 'may be three at most, the latest first',
      face: seen(null, { name: '王芳' }),
      known: [1, 2, 3, 4].map((day) => old(`${day}`, null, { name: '王芳', seenAt: at(day) })),
      is: doubtful('4', '3', '2'),
    },
  ])('$told', ({ face, known, company = plain, is }) => {
    expect(sameContact(face, known, company)).toEqual(is);
  });
});

describe('two names say the same', () => {
  it.each([
    ['7-2-502 李', '7栋2单元502室李', true],
    ['７-２-５０２ 李', '7-2-502李', true],
    ['7-2-502 李', '7-2-503 李', false],
    ['7-2-502 李', '7-2-502 李太', false],
    ['王 芳 ', '王  芳', true],
    ['王芳\u200B', '王芳', true],
    ['小花<span class="emoji emoji1f338"></span>', '小花', true],
    ['Amy', 'AMY', true],
    ['王芳', '王方', false],
  ])('%s, %s: %s', (one, other, same) => {
    expect(nameKey(one) === nameKey(other)).toBe(same);
  });
});
