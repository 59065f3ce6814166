import { describe, expect, it } from 'vitest';
import { asksForPerson, readVerdict } from './read-verdict.ts';

describe('what a resident says of an automatic answer', () => {
  it.each([
    ['有帮助', 'helped'],
    ['有用，谢谢', 'helped'],
    ['解决了', 'helped'],
    ['知道了，谢谢', 'helped'],
    ['好的', 'helped'],
    ['謝謝', 'helped'],
    ['👍', 'helped'],
    ['Thanks!', 'helped'],
    ['That helps, thank you', 'helped'],
    ['没用', 'not_helped'],
    ['沒有幫到我', 'not_helped'],
    ['不是这个', 'not_helped'],
    ['答非所问', 'not_helped'],
    ['转人工', 'not_helped'],
    ['找人工客服', 'not_helped'],
    ['还是不知道在哪', 'not_helped'],
    ['That did not help', 'not_helped'],
    ["It doesn't answer my question", 'not_helped'],
    ['I want to talk to a person', 'not_helped'],
    ['👎', 'not_helped'],
    ['那周末呢？', null],
    ['周末也可以交吗', null],
    ['好的吗', null],
    ['我是3栋的', null],
    ['', null],
  ])('%s: %s', (text, verdict) => {
    expect(readVerdict(text)).toBe(verdict);
  });

  it.each([
    ['转人工', true],
    ['找真人', true],
    ['請轉人工客服', true],
    ['human please', true],
    ['人工湖什么时候清理', false],
    ['人工费多少', false],
    ['转一下这个通知', false],
    ['客服在吗', false],
  ])('%s asks for a person: %s', (text, asks) => {
    expect(asksForPerson(text)).toBe(asks);
  });
});
