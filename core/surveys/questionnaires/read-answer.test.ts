import { describe, expect, it } from 'vitest';
import type { Question } from './questions.ts';
import { readAnswer } from './read-answer.ts';

const common = { id: '1', text: '？', required: true, onlyIf: null, jumps: [] };
const five: Question = { kind: 'scale', ...common, from: 1, to: 5 };
const ten: Question = { kind: 'scale', ...common, from: 0, to: 10 };
const one: Question = { kind: 'choice', ...common, options: ['保洁', '安保', '维修'], several: false };
const several: Question = { ...one, several: true };
const words: Question = { kind: 'text', ...common };

describe('an answer on a scale', () => {
  it.each([
    ...['3', '３', '三', '3️⃣', '3.', '3分', '三星', '我打3分', ' 3 '].map((said) => ({ said, is: 3 })),
    { said: '5分好评', is: 5 },
    { said: '非常满意', is: 5 },
    { said: '比较满意', is: 4 },
    { said: '比較滿意', is: 4 },
    { said: '满意', is: 4 },
    { said: '一般', is: 3 },
    { said: '不太满意', is: 2 },
    { said: '很不满意', is: 1 },
    { said: 'Very satisfied', is: 5 },
  ])('$said is $is', ({ said, is }) => {
    expect(readAnswer(five, said)).toEqual({ kind: 'answer', answer: is });
  });

  it.each(['0', '6', '十', '100分', '-1'])('%s is not on it', (said) => {
    expect(readAnswer(five, said)).toEqual({ kind: 'out_of_range' });
  });

  it.each(['3号楼的灯坏了', '三栋', '5楼漏水', '👍', '满意的话我会说', '3-5', '你好', '1号'])('%s is none', (said) => {
    expect(readAnswer(five, said)).toEqual({ kind: 'none' });
  });

  it('takes words for marks only on a scale of five', () => {
    expect(readAnswer(ten, '比较满意')).toEqual({ kind: 'none' });
    expect(readAnswer(ten, '十分')).toEqual({ kind: 'answer', answer: 10 });
    expect(readAnswer(ten, '0')).toEqual({ kind: 'answer', answer: 0 });
  });
});

describe('a choice', () => {
  it.each(['B', 'b', 'Ｂ', 'B.', '2', '二', '安保', '选B', '我选安保', '第2个', '安保。'])(
    '%s is the second',
    (said) => {
      expect(readAnswer(one, said)).toEqual({ kind: 'answer', answer: [1] });
    },
  );

  it.each(['D', '4', '0', '九'])('%s is not offered', (said) => {
    expect(readAnswer(one, said)).toEqual({ kind: 'out_of_range' });
  });

  it.each(['保安态度不好', '都不好', '2栋没水了', 'ok', '保洁阿姨真好'])('%s is none', (said) => {
    expect(readAnswer(one, said)).toEqual({ kind: 'none' });
  });

  it('is one, where one is wanted', () => {
    expect(readAnswer(one, 'AB')).toEqual({ kind: 'too_many' });
    expect(readAnswer(one, '保洁和安保')).toEqual({ kind: 'too_many' });
  });

  it.each(['AC', 'ac', 'A C', 'A、C', 'c,a', '13', '1 3', '1和3', '保洁、维修', '保洁和C'])(
    '%s is two of several',
    (said) => {
      expect(readAnswer(several, said)).toEqual({ kind: 'answer', answer: [0, 2] });
    },
  );

  it('may be all', () => {
    expect(readAnswer(several, '都选')).toEqual({ kind: 'answer', answer: [0, 1, 2] });
    expect(readAnswer(several, 'ABD')).toEqual({ kind: 'out_of_range' });
  });
});

describe('words', () => {
  it('are taken as they are', () => {
    expect(readAnswer(words, ' 电梯太慢了。\n尤其早上 ')).toEqual({ kind: 'answer', answer: '电梯太慢了。\n尤其早上' });
  });

  it.each([
    { said: '上一题', kind: 'back' },
    { said: '上一題', kind: 'back' },
    { said: '跳过', kind: 'skip' },
    { said: 'skip', kind: 'skip' },
    { said: '退出。', kind: 'quit' },
  ])('$said is no answer: $kind', ({ said, kind }) => {
    for (const question of [five, several, words]) expect(readAnswer(question, said)).toEqual({ kind });
  });
});
