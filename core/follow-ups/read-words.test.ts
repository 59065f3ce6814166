import { describe, expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';
import { readResult } from './read-result.ts';

describe('the answer to "is it still well?"', () => {
  it.each([
    '还好',
    '挺好的',
    '好着呢',
    '一直好好的',
    '现在都正常了，谢谢',
    '没问题',
    '没再漏',
    '没有再响过',
    '好了',
    '可以的',
    '嗯嗯',
    '還好',
    '沒問題',
    'all good',
    "it's fine, thanks",
    'works fine now',
    'yes',
    '👍',
  ])('well: %s', (text) => {
    expect(readAnswer(text)).toMatchObject({ kind: 'well', score: null });
  });

  it.each([
    ['5', 5],
    ['4分，就是慢了点', 4],
    ['2', 2],
  ])('a rating: %s', (text, score) => {
    expect(readAnswer(text)).toMatchObject({ kind: 'well', score });
  });

  it.each(['又漏了', '又坏了', '没解决', '还是不行', '沒好', 'still leaking', 'not solved', '没有'])(
    'not solved: %s',
    (text) => {
      expect(readAnswer(text)).toMatchObject({ kind: 'not_solved' });
    },
  );

  it.each(['请联系我', '给我打个电话吧', '找个人来看看', '請打給我', 'please call me'])(
    'wants to be called: %s',
    (text) => {
      expect(readAnswer(text)).toEqual({ kind: 'wants_contact', comment: text });
    },
  );

  it.each(['别再问了', '不用回访', '不要再打扰我', '別再問了', "don't ask me again", 'stop asking'])(
    'declines: %s',
    (text) => {
      expect(readAnswer(text)).toEqual({ kind: 'declined' });
    },
  );

  it.each([
    '',
    '谢谢',
    '还好吗？',
    '好了一点',
    '还好，就是有点响',
    '楼下的灯呢',
    '你们什么时候来',
    '可以停两辆车',
    '好人一生平安',
  ])('for somebody to read: %s', (text) => {
    expect(readAnswer(text)).toBeNull();
  });
});

describe('what somebody of the office says came of it', () => {
  it.each([
    ['满意', 'satisfied', null],
    ['满意 老人很高兴', 'satisfied', '老人很高兴'],
    ['很满意，老人很高兴', 'satisfied', '老人很高兴'],
    ['satisfied - very happy', 'satisfied', 'very happy'],
    ['不满意，说太慢', 'not_solved', '说太慢'],
    ['仍有问题：门又刷不开', 'not_solved', '门又刷不开'],
    ['没解决', 'not_solved', null],
    ['没联系上', 'unreached', null],
    ['没人接 打了两次', 'unreached', '打了两次'],
    ['沒聯絡上', 'unreached', null],
    ['Not reached', 'unreached', null],
    ['不愿回访', 'declined', null],
    ['Declined', 'declined', null],
  ])('%s', (text, result, note) => {
    expect(readResult(text)).toEqual({ result, note });
  });

  it.each(['', '满意度不高', '满意吗', '今天去', '好了吗', '有问题库'])('no result: %s', (text) => {
    expect(readResult(text)).toBeNull();
  });
});
