import { describe, expect, it } from 'vitest';
import { bareMessage } from './bare-message.ts';
import { changesFrom } from './changes.ts';
import { hear } from './features.ts';
import type { Model } from './model/model.ts';
import { knownMatter } from './testing/known-matter.ts';
import type { AdditionPart, GroupContext, HeardMessage, KnownMatter } from './understanding.ts';

const OPENED = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
const setting = { buildings: ['1', '2', '3', '4', '5', '6'], groupBuildings: [], locale: 'zh-CN' };

/** Believes what these words say, and nothing else. */
const model: Pick<Model, 'kind' | 'area' | 'urgency'> = {
  kind: { repair: { base: 1 }, inquiry: { '“请问': 9 } },
  area: { facilities: { base: 1 }, parking: { '“车位': 9 } },
  urgency: { emergency: { base: -2, '“嗡嗡': 9 }, high: { base: -2, '“爬楼': 9 } },
};

const opener = bareMessage({ id: '1', at: new Date(OPENED), senderId: 'li', text: '电梯停了' });

function changes(
  text: string,
  more: { by?: string; minute?: number; part?: AdditionPart; matter?: KnownMatter; recent?: HeardMessage[] } = {},
) {
  const { by = 'li', minute = 1, part = 'addition', matter = knownMatter(), recent = [opener] } = more;
  const context: GroupContext = { setting, recent, matters: [matter] };
  const message = bareMessage({ id: '9', at: new Date(OPENED + minute * MINUTE), senderId: by, text });
  return changesFrom(hear(message, context), matter, part, context, model);
}

describe('how urgent a matter turns out to be', () => {
  it.each([
    { told: 'danger in so many words, by whomever', text: '着火了 快来人', by: 'chen', urgency: 'emergency' },
    { told: 'danger, an hour later', text: '着火了 快来人', minute: 60, urgency: 'emergency' },
    { told: 'danger that only the model knows', text: '嗡嗡响', urgency: 'emergency' },
    { told: 'the same at the last minute of being told', text: '嗡嗡响', minute: 15, urgency: 'emergency' },
    { told: 'haste that only the model knows', text: '天天爬楼', by: 'chen', urgency: 'high' },
    { told: 'an old mother, by a neighbour, soon', text: '我妈坐轮椅', by: 'chen', urgency: 'high' },
    { told: 'many without it, by its reporter, later', text: '整栋都没电了', minute: 60, urgency: 'high' },
  ])('$told: $urgency', (row) => expect(changes(row.text, row).urgency).toBe(row.urgency));

  it.each([
    { told: 'what only the model knows, when it is no longer being told', text: '嗡嗡响', minute: 16 },
    { told: 'an old mother, by a neighbour, later', text: '我妈坐轮椅 电梯没得坐', by: 'chen', minute: 16 },
    { told: 'nothing said', text: '' },
    { told: 'haste in a question', text: '天天爬楼', matter: knownMatter({ kind: 'inquiry' }) },
    { told: 'haste where there is danger already', text: '天天爬楼', matter: knownMatter({ urgency: 'emergency' }) },
    { told: 'that it is over', text: '着火了 快来人', part: 'settled' },
  ] as const)('$told raises nothing', (row) => expect(changes(row.text, row)).not.toHaveProperty('urgency'));

  it('a question about danger is danger', () => {
    expect(changes('着火了 快来人', { matter: knownMatter({ kind: 'inquiry' }) }).urgency).toBe('emergency');
  });

  it('is told in two breaths, by two people: neither says it alone', () => {
    expect(changes('里面有人被困了', { by: 'chen' }).urgency).toBe('emergency');
    expect(changes('里面有人被困了', { by: 'chen', recent: [] })).not.toHaveProperty('urgency');
  });
});

describe('what the reporter says right after', () => {
  it('shows the kind and the area better', () => {
    expect(changes('请问车位怎么租')).toMatchObject({ kind: 'inquiry', area: 'parking' });
  });

  it.each([
    { told: 'after ten minutes', minute: 11 },
    { told: 'where somebody else says it', by: 'chen' },
    { told: 'in a chase', part: 'chase' },
    { told: 'in an emergency', matter: knownMatter({ urgency: 'emergency' }) },
  ] as const)('does not $told', (row) => {
    const changed = changes('请问车位怎么租', row);
    expect(changed).not.toHaveProperty('kind');
    expect(changed).not.toHaveProperty('area');
  });
});

describe('where a matter turns out to be', () => {
  it.each([
    { told: 'a corrected building', text: '打错了是5栋', part: 'correction', place: { building: '5' } },
    { told: 'a corrected floor', text: '说错了，是7楼', part: 'correction', place: { building: '3', spot: '7楼' } },
    {
      told: 'a corrected building beside a spot',
      text: '打错了 是5 电梯那边',
      part: 'correction',
      place: { building: '5' },
    },
    { told: 'a stairwell that its reporter adds', text: '2单元', place: { building: '3', unit: '2' } },
    { told: 'a stairwell that a neighbour of the house adds', text: '3栋2单元', by: 'chen', place: { unit: '2' } },
  ] as const)('$told', (row) => expect(changes(row.text, row).place).toMatchObject(row.place));

  it.each([
    { told: 'another building of a neighbour', text: '5栋也是', by: 'chen' },
    { told: 'another building of the reporter, without a word of correction', text: '5栋也是' },
    { told: 'no place', text: '还是不行' },
  ])('not by $told', (row) => expect(changes(row.text, row)).not.toHaveProperty('place'));
});
