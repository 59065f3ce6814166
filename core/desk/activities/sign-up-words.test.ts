import { describe, expect, it } from 'vitest';
import { readSignUp } from './sign-up-words.ts';

describe('words by which residents sign up', () => {
  it.each([
    { said: '报名', heads: 1 },
    { said: '我报名', heads: 1 },
    { said: '我要报名！', heads: 1 },
    { said: '報名', heads: 1 },
    { said: '报名 2人', heads: 2 },
    { said: '报名两位', heads: 2 },
    { said: '我们报名3个人', heads: 3 },
    { said: '报名+1', heads: 1 },
    { said: '报名，我和孩子两个', heads: 2 },
    { said: '报名 2大1小', heads: 3 },
    { said: '算我一个', heads: 1 },
    { said: '加我一个，带孩子', heads: 2 },
    { said: '我参加', heads: 1 },
    { said: '我来！', heads: 1 },
    { said: '我来报名，带孩子', heads: 2 },
    { said: 'count me in', heads: 1 },
    { said: 'Sign up 3 people', heads: 3 },
    { said: 'sign me up', heads: 1 },
    { said: "I'm in, plus one", heads: 2 },
  ])('$said: $heads', ({ said, heads }) => {
    expect(readSignUp(said, { replied: false })).toMatchObject({ kind: 'join', heads });
  });

  it.each([
    { said: '+1', heads: 1 },
    { said: '＋2', heads: 2 },
    { said: '两位', heads: 2 },
    { said: '我和孩子两个', heads: 2 },
    { said: '一家三口', heads: 3 },
    { said: 'party of 4', heads: 4 },
  ])('$said, as a reply: $heads', ({ said, heads }) => {
    expect(readSignUp(said, { replied: true })).toMatchObject({ kind: 'join', heads });
    expect(readSignUp(said, { replied: false })).toBeNull();
  });

  it.each([
    '取消报名',
    '来不了了',
    '不好意思，来不了了',
    '我去不了了',
    '我不去了',
    '退出',
    '取消',
    'cancel my sign-up',
    "sorry, I can't come",
    'count me out',
  ])('%s cancels', (said) => {
    expect(readSignUp(said, { replied: false })).toEqual({ kind: 'leave' });
  });

  it.each([
    '报名怎么报？',
    '报名截止了吗',
    '报名的人太多了',
    '几点开始？',
    '参加过的都说好',
    '今天群里有人捡到钥匙吗',
    '电梯坏了',
    '取消停车费吧，太贵了',
    '谢谢',
    '收到',
    '我去，电梯又坏了',
    '我来报修',
    '我来说两句',
    '报名，另外3栋电梯坏了',
    'how do I sign up?',
  ])('%s is talk', (said) => {
    expect(readSignUp(said, { replied: true })).toBeNull();
  });

  it('keeps a remark', () => {
    expect(readSignUp('报名 2人，要素馅', { replied: false })).toEqual({ kind: 'join', heads: 2, comment: '要素馅' });
  });
});
