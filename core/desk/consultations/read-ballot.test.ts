import { describe, expect, it } from 'vitest';
import { readAmount } from './read-amount.ts';
import { readBallot, type Asking, type BallotRead, type Sureness } from './read-ballot.ts';

const vote: Asking = { kind: 'vote', options: ['同意', '反对', '弃权'], yes: 0 };
const english: Asking = { kind: 'vote', options: ['yes', 'no', 'abstain'], yes: 0 };
const plans: Asking = { kind: 'vote', options: ['A方案', 'B方案', 'B方案加长'], yes: null };
const opinions: Asking = { kind: 'consultation', options: [], yes: null };
const pledge: Asking = { kind: 'pledge', options: [], yes: null };

const shown = (read: BallotRead): string => {
  if (read.kind !== 'vote') return read.kind;
  const { choice, amount, opinion } = read.vote;
  return [choice ?? '-', amount ?? '-', opinion ?? '-'].join(' | ');
};

describe('an answer in words', () => {
  it.each<[string, Asking, Sureness, string]>([
    ['同意', vote, 'alone', '0 | - | -'],
    ['同意。', vote, 'alone', '0 | - | -'],
    ['我同意', vote, 'alone', '0 | - | -'],
    ['我家投反对票', vote, 'alone', '1 | - | -'],
    ['棄權', vote, 'alone', '2 | - | -'],
    ['反對', vote, 'alone', '1 | - | -'],
    ['不同意', vote, 'alone', '1 | - | -'],
    ['支持！', vote, 'alone', '0 | - | -'],
    ['反对，太贵了', vote, 'alone', '1 | - | 太贵了'],
    ['反对 因为去年才修过', vote, 'alone', '1 | - | 因为去年才修过'],
    ['反对因为太贵', vote, 'alone', '1 | - | 因为太贵'],
    ['反对，为什么不先修？', vote, 'reply', '1 | - | 为什么不先修？'],
    ['反對，太貴了', vote, 'reply', '1 | - | 太貴了'],
    ['1', vote, 'reply', '0 | - | -'],
    ['１', vote, 'reply', '0 | - | -'],
    ['选2', vote, 'reply', '1 | - | -'],
    ['2，太贵', vote, 'reply', '1 | - | 太贵'],
    ['1', vote, 'alone', 'none'],
    ['7', vote, 'reply', 'not_offered'],
    ['3 栋的电梯还好', vote, 'reply', 'none'],
    ['同意吗', vote, 'reply', 'none'],
    ['同意？', vote, 'reply', 'none'],
    ['同意书在哪里领', vote, 'reply', 'none'],
    ['这个电梯用了几年了', vote, 'reply', 'none'],
    ['意见：请先公布报价', vote, 'reply', '- | - | 请先公布报价'],
    ['Yes', english, 'alone', '0 | - | -'],
    ['no, too expensive', english, 'alone', '1 | - | too expensive'],
    ['I vote for yes', english, 'alone', '0 | - | -'],
    ['nobody knows', english, 'reply', 'none'],
    ['B方案', plans, 'reply', '1 | - | -'],
    ['b方案加长', plans, 'reply', '2 | - | -'],
    ['支持', plans, 'reply', 'none'],
    ['希望保留一部旧电梯', opinions, 'reply', '- | - | 希望保留一部旧电梯'],
    ['希望保留一部旧电梯', opinions, 'alone', 'none'],
    ['收到，谢谢', opinions, 'reply', 'none'],
    ['什么时候开始施工？', opinions, 'reply', 'none'],
    ['200', pledge, 'reply', '- | 20000 | -'],
    ['200元', pledge, 'alone', '- | 20000 | -'],
    ['两百', pledge, 'reply', '- | 20000 | -'],
    ['我家出两百块', pledge, 'alone', '- | 20000 | -'],
    ['认捐 500，早点装好', pledge, 'alone', '- | 50000 | 早点装好'],
    ['200', pledge, 'alone', 'none'],
    ['不认捐了', pledge, 'alone', '- | 0 | -'],
    ['退出', pledge, 'alone', 'none'],
    ['装灯要多少钱', pledge, 'reply', 'none'],
    ['很多', pledge, 'named', 'not_offered'],
    ['', vote, 'reply', 'none'],
  ])('%j of %o (%s): %s', (text, asking, sure, expected) => {
    expect(shown(readBallot(text, asking, sure))).toBe(expected);
  });
});

describe('an amount', () => {
  it.each([
    ['200', 20_000],
    ['200.5元', 20_050],
    ['¥1,200', 120_000],
    ['两百', 20_000],
    ['二百五', 25_000],
    ['一千五', 150_000],
    ['一百零五', 10_500],
    ['十块', 1_000],
    ['三万', 3_000_000],
    ['3万元', 3_000_000],
    ['0', 0],
    ['一二', null],
    ['9999999', null],
    ['二楼', null],
    ['-5', null],
    ['', null],
  ])('%s', (text, cents) => {
    expect(readAmount(text)).toBe(cents);
  });
});
