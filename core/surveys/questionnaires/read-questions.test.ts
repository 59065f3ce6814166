import { describe, expect, it } from 'vitest';
import { readQuestions, type QuestionsRead } from './read-questions.ts';

const read = (...lines: string[]): QuestionsRead => readQuestions(lines.join('\n'));
const only = (line: string) => {
  const found = read(line);
  return 'questions' in found ? found.questions[0] : found.mistakes;
};

describe('a question, as a manager writes it', () => {
  it.each([
    {
      line: '1. 您对保洁满意吗？(1-5)',
      is: { kind: 'scale', text: '您对保洁满意吗？', from: 1, to: 5, required: true },
    },
    { line: '1、您对保洁满意吗？（1～10 分）', is: { kind: 'scale', from: 1, to: 10 } },
    { line: '1) How clean is it? (1 to 5)', is: { kind: 'scale', text: 'How clean is it?', from: 1, to: 5 } },
    {
      line: '1. 最需要改进的是？ A 保洁 B 安保 C 维修',
      is: { kind: 'choice', text: '最需要改进的是？', options: ['保洁', '安保', '维修'], several: false },
    },
    { line: '1. 改进什么？A.保洁 B.安保', is: { kind: 'choice', options: ['保洁', '安保'] } },
    { line: '1. 改进什么？（多选）A保洁 B安保', is: { kind: 'choice', options: ['保洁', '安保'], several: true } },
    { line: '1. 要不要装充电桩？（要/不要/看情况）', is: { kind: 'choice', options: ['要', '不要', '看情况'] } },
    { line: '1. 还有什么建议？', is: { kind: 'text', text: '还有什么建议？', required: false } },
    { line: '1. 您的建议（必填）', is: { kind: 'text', text: '您的建议', required: true } },
    { line: '1. 打几分？（选填）（1-5）', is: { kind: 'scale', required: false } },
    { line: '１．您对保洁满意吗？（１－５）', is: { kind: 'scale', text: '您对保洁满意吗？', from: 1, to: 5 } },
    { line: '① 改进什么？Ａ保洁　Ｂ安保', is: { kind: 'choice', options: ['保洁', '安保'] } },
    { line: '（1）还有什么建议？', is: { kind: 'text', text: '还有什么建议？' } },
    { line: '第1题：还有什么建议？', is: { kind: 'text', text: '还有什么建议？' } },
    { line: 'Q1 还有什么建议？', is: { kind: 'text', text: '还有什么建议？' } },
    { line: '一、还有什么建议？', is: { kind: 'text', text: '还有什么建议？' } },
    { line: '1. A 栋和 B 栋的绿化怎么样？', is: { kind: 'text', text: 'A 栋和 B 栋的绿化怎么样？' } },
  ])('$line', ({ line, is }) => {
    expect(only(line)).toMatchObject(is);
  });

  it('may have its options on lines of their own, and go on over several', () => {
    expect(read('1. 最需要改进的是', '（选一项）', 'A. 保洁', 'B. 安保', '2. 建议？')).toMatchObject({
      questions: [
        { kind: 'choice', text: '最需要改进的是\n（选一项）', options: ['保洁', '安保'] },
        { kind: 'text', text: '建议？' },
      ],
    });
  });
});

describe('questions that depend on others', () => {
  const three = ['请花两分钟。', '1. 保洁？(1-5)', '2. 改进？ A 保洁 B 安保', '3. 建议？'];

  it('keeps what stands before as the introduction', () => {
    expect(read(...three)).toMatchObject({ intro: '请花两分钟。' });
  });

  it.each([
    { line: '若1<3：哪里不满意？', onlyIf: { question: '1', is: '<', value: 3 } },
    { line: '4. 如果 2=B：安保哪里不好？', onlyIf: { question: '2', is: '=', value: 1 } },
    { line: 'If 1≤2: what is wrong?', onlyIf: { question: '1', is: '<=', value: 2 } },
  ])('is asked only then: $line', ({ line, onlyIf }) => {
    expect(read(...three, line)).toMatchObject({ questions: [{}, {}, {}, { id: '4', kind: 'text', onlyIf }] });
  });

  it.each([
    { line: '2=B → 3', on: 1, jump: { when: { question: '2', is: '=', value: 1 }, to: '3' } },
    { line: '若1>=4 跳到第3题', on: 0, jump: { when: { question: '1', is: '>=', value: 4 }, to: '3' } },
    { line: '1=5 -> 结束', on: 0, jump: { when: { question: '1', is: '=', value: 5 }, to: 'end' } },
    { line: 'if 2=1 go to 3', on: 1, jump: { when: { question: '2', is: '=', value: 0 }, to: '3' } },
  ])('goes on elsewhere: $line', ({ line, on, jump }) => {
    const found = read(...three, line);
    expect('questions' in found && found.questions[on]?.jumps).toEqual([jump]);
  });

  it.each([
    { told: 'nothing is asked', lines: ['大家好'], mistakes: [{ line: 1, why: 'no_questions' }] },
    { told: 'a number is left out', lines: ['1. 一？', '3. 三？'], mistakes: [{ line: 2, why: 'number' }] },
    { told: 'a number without a question', lines: ['1. 一？', '2.'], mistakes: [{ line: 2, why: 'empty' }] },
    { told: 'a scale that goes down', lines: ['1. 保洁？(5-1)'], mistakes: [{ line: 1, why: 'scale' }] },
    {
      told: 'a choice with one option',
      lines: ['1. 选哪个？（单选）', 'A 保洁'],
      mistakes: [{ line: 1, why: 'few_options' }],
    },
    {
      told: 'the same option twice',
      lines: ['1. 选哪个？ A 保洁 B 保洁'],
      mistakes: [{ line: 1, why: 'few_options' }],
    },
    {
      told: 'a question that is not there',
      lines: [...three, '7=1 → 3'],
      mistakes: [{ line: 5, why: 'unknown_question' }],
    },
    { told: 'a way to nowhere', lines: [...three, '1=1 → 9'], mistakes: [{ line: 5, why: 'unknown_question' }] },
    { told: 'a way back', lines: [...three, '2=A → 1'], mistakes: [{ line: 5, why: 'not_after' }] },
    { told: 'a mark that the scale has not', lines: [...three, '1=9 → 3'], mistakes: [{ line: 5, why: 'value' }] },
    { told: 'an option that is not offered', lines: [...three, '2=C → 3'], mistakes: [{ line: 5, why: 'value' }] },
    { told: 'a condition on words', lines: [...three, '若3=1：为什么？'], mistakes: [{ line: 5, why: 'value' }] },
    {
      told: 'a condition on a later one',
      lines: ['若2=A：为什么？', '2. 改进？ A 保洁 B 安保'],
      mistakes: [{ line: 1, why: 'not_before' }],
    },
    {
      told: 'a condition that nobody can read',
      lines: [...three, '若1很低：为什么？'],
      mistakes: [{ line: 5, why: 'condition' }],
    },
  ])('is told where something is wrong: $told', ({ lines, mistakes }) => {
    expect(read(...lines)).toMatchObject({ mistakes });
  });
});
