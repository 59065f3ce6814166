import { describe, expect, it } from 'vitest';
import { bareMessage } from '../bare-message.ts';
import type { LabelledChat } from '../replay/labels.ts';
import { understandBy } from '../understand.ts';
import type { Act } from '../understanding.ts';
import { areas, kinds } from '../classify.ts';
import { fit } from './fit.ts';
import type { Model } from './model.ts';
import type { LabelledLine } from './read-training.ts';

const DAY = Date.UTC(2026, 2, 2, 9);
const nowhere = { building: null, unit: null, room: null, spot: null };
const setting = { buildings: [], groupBuildings: [], locale: 'zh-CN' };

/** A chat in which every word of 喵喵 is a matter, and what 汪 says belongs to it or to nothing. */
const chat = (at: number): LabelledChat => {
  const said = [
    '灯不亮了 喵喵',
    '我家也是 灯不亮',
    '晚上吃什么呀',
    '今天天气好',
    '门锁坏了 喵喵',
    '门锁我家也坏了',
    '打球吗',
  ];
  return {
    setting,
    messages: said.map((text, line) =>
      bareMessage({ id: String(line + 1), at: new Date(DAY + line * 60_000 + at), senderId: `s${line % 3}`, text }),
    ),
    labels: {
      community: { name: '', buildings: [], staff: [], locale: 'zh-CN' },
      tickets: [
        ['1', '2'],
        ['5', '6'],
      ].map((messages) => ({
        key: messages.join(),
        messages,
        kind: 'repair',
        area: 'facilities',
        urgency: 'normal',
        place: nowhere,
        reporters: [],
        answeredBy: null,
        solvedBy: null,
        sensitive: false,
      })),
      either: [],
    },
  };
};
const lines: LabelledLine[] = Array.from({ length: 12 }, (_, at) =>
  at % 3 === 0
    ? { text: `水管漏了 喵喵 ${at}`, matter: { kind: 'repair', area: 'facilities', urgency: 'normal' } }
    : { text: `唱歌跳舞 ${at}`, matter: null },
);
const chats = Array.from({ length: 6 }, (_, at) => chat(at));
const told: string[] = [];
const fitted = fit(chats, lines, (line) => told.push(line));

const actsOf = (model: Model, text: string): Act['kind'][] =>
  understandBy(model)(bareMessage({ id: 'x', at: new Date(DAY), senderId: 'a', text }), {
    setting,
    recent: [],
    matters: [],
  }).acts.map(({ kind }) => kind);

describe('learning a model from labelled chats and lines', () => {
  it('tells matters from chatter as the labels do', () => {
    const model = fitted.model();
    expect(actsOf(model, '灯不亮了 喵喵')).toEqual(['report']);
    expect(actsOf(model, '晚上吃什么呀')).toEqual([]);
  });

  it('gives each chat a model that was learned without it', () => {
    expect(fitted.unseen).toHaveLength(chats.length);
    const [first, second] = fitted.unseen;
    expect(first).not.toBe(second);
    expect(first && actsOf(first, '灯不亮了 喵喵')).toEqual(['report']);
  });

  it('says what it does, and comes to the same again', () => {
    expect(told[0]).toMatch(/^6 chats, 12 lines, \d+ lessons by the labels$/);
    expect(fit(chats, lines, () => {}).model()).toEqual(fitted.model());
  });

  it('gives every kind and area a base, in which it is lifted where it is rare', () => {
    for (const { kind, area } of [fitted.model(), ...fitted.unseen]) {
      expect(Object.keys(kind)).toEqual([...kinds]);
      expect(Object.keys(area)).toEqual([...areas]);
      for (const { base } of [...Object.values(kind), ...Object.values(area)]) expect(base).toEqual(expect.any(Number));
    }
  });

  it('keeps nothing of whether something was a single line', () => {
    expect(Object.keys(fitted.model().choice.matter ?? {})).not.toContain('a single line');
  });
});
