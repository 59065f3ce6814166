import { describe, expect, it } from 'vitest';
import { readEntry } from './read-entry.ts';

const nothing = { questions: [], answer: null, answers: {} };

describe('an entry as a manager writes it', () => {
  it.each([
    ['问：物业费怎么交 答：在服务中心或公众号', { questions: ['物业费怎么交'], answer: '在服务中心或公众号' }],
    [
      '问：物业费怎么交\n问：物业费在哪里交\n答：在服务中心。\n周末也可以。',
      { questions: ['物业费怎么交', '物业费在哪里交'], answer: '在服务中心。\n周末也可以。' },
    ],
    ['問：管理費怎麼繳\n答：在服務中心', { questions: ['管理費怎麼繳'], answer: '在服務中心' }],
    [
      'Q: How do I pay?\nA: At the office.\n繁体：在服務中心',
      { questions: ['How do I pay?'], answer: 'At the office.', answers: { 'zh-TW': '在服務中心' } },
    ],
    [
      '问题: 几点开门\n答案: 8:30\nen: 8:30 am',
      { questions: ['几点开门'], answer: '8:30', answers: { en: '8:30 am' } },
    ],
    ['问：学问：怎么来 答：学来', { questions: ['学问：怎么来'], answer: '学来' }],
    ['答：只有答案', { answer: '只有答案' }],
    ['问：', {}],
    ['物业费怎么交', {}],
    ['', {}],
  ])('%j', (text, read) => {
    expect(readEntry(text)).toEqual({ ...nothing, ...read });
  });
});
