import { describe, expect, it } from 'vitest';
import { isOutOfRange, parseRating } from './rating.ts';

const score = (value: number, comment: string | null = null) => ({ kind: 'score', score: value, comment });
const solved = (comment: string | null = null) => ({ kind: 'solved', comment });
const notSolved = (comment: string | null = null) => ({ kind: 'not_solved', comment });

describe('the answer to "solved? 1–5, or not solved"', () => {
  it.each([
    ['5', score(5)],
    ['1', score(1)],
    ['3', score(3)],
    [' 4 ', score(4)],
    ['５', score(5)],
    ['５分', score(5)],
    ['5分。', score(5)],
    ['5！', score(5)],
    ['五分', score(5)],
    ['五星', score(5)],
    ['满分', score(5)],
    ['滿分', score(5)],
    ['4 stars', score(4)],
    ['4/5', score(4)],
    ['5️⃣', score(5)],
    ['⭐⭐⭐⭐', score(4)],
    ['5分好评', score(5, '好评')],
    ['5星好评，师傅很专业', score(5, '好评，师傅很专业')],
    ['5 谢谢', score(5)],
    ['5，谢谢师傅', score(5)],
    ['3，来得有点慢', score(3, '来得有点慢')],
    ['4 good but slow', score(4, 'good but slow')],
    ['给你们打4分', score(4)],
    ['我给五星', score(5)],
    ['打5分，很快', score(5, '很快')],
    ['I rate it 5', score(5, 'I')],
    ['好评', score(5)],
    ['好评！', score(5)],
    ['差评', score(1)],
    ['差评，师傅态度不好', score(1, '师傅态度不好')],
    ['满意', score(4)],
    ['滿意', score(4)],
    ['满意，谢谢', score(4)],
    ['比较满意', score(4)],
    ['非常满意', score(5)],
    ['很滿意！', score(5)],
    ['不满意', score(2)],
    ['不太满意', score(2)],
    ['不满意，来得太慢', score(2, '来得太慢')],
    ['很不满意', score(1)],
    ['not satisfied', score(2)],
    ['very satisfied, thanks', score(5)],
    ['⭐⭐⭐⭐⭐', score(5)],
    ['⭐️⭐️⭐️⭐️⭐️', score(5)],
    ['给五星好评', score(5, '好评')],
    ['1分，根本没解决', notSolved('1分，根本没解决')],
    ['still not working', notSolved()],
    ['it’s still not fixed, sorry', notSolved('sorry')],
    ['2 still leaking', notSolved('2 still leaking')],
  ])('a score: %s', (text, rating) => {
    expect(parseRating(text)).toEqual(rating);
  });

  it.each([
    ['👍', solved()],
    ['👍👍', solved()],
    ['👍🏻', solved()],
    ['解决了', solved()],
    ['解決了', solved()],
    ['已解决', solved()],
    ['已经解决了！', solved()],
    ['好了', solved()],
    ['好了 谢谢', solved()],
    ['修好了，谢谢师傅', solved()],
    ['修好了👍', solved()],
    ['搞定', solved()],
    ['没问题了', solved()],
    ['可以了，辛苦了', solved()],
    ['解决了，师傅很专业', solved('师傅很专业')],
    ['fixed', solved()],
    ['Fixed, thanks!', solved()],
    ['It works now', solved()],
    ['all good', solved()],
    ['之前还在漏，现在好了', solved('之前还在漏，现在好了')],
  ])('solved: %s', (text, rating) => {
    expect(parseRating(text)).toEqual(rating);
  });

  it.each([
    ['未解决', notSolved()],
    ['“未解决”', notSolved()],
    ['未解決', notSolved()],
    ['没解决', notSolved()],
    ['还没解决', notSolved()],
    ['没解决,还在漏', notSolved('还在漏')],
    ['还没修好呢', notSolved()],
    ['没修好，谢谢', notSolved()],
    ['还在漏', notSolved('还在漏')],
    ['還在漏水', notSolved('還在漏水')],
    ['好了一点但还在漏', notSolved('好了一点但还在漏')],
    ['修好了，但是又漏了', notSolved('修好了，但是又漏了')],
    ['一直没人来', notSolved('一直没人来')],
    ['not solved', notSolved()],
    ['Not solved!', notSolved()],
    ['not fixed, water everywhere', notSolved('water everywhere')],
    ['still leaking', notSolved('still leaking')],
    ['It is still broken', notSolved('It is still broken')],
    ["it isn't fixed", notSolved("it isn't fixed")],
    ['👎', notSolved()],
  ])('not solved: %s', (text, rating) => {
    expect(parseRating(text)).toEqual(rating);
  });

  it.each([
    ['一般', score(3)],
    ['还行', score(4)],
    ['不错', score(4)],
    ['很好', score(5)],
    ['是的', solved()],
    ['对', solved()],
    ['Yes!', solved()],
    ['没有', notSolved()],
    ['否', notSolved()],
    ['no', notSolved()],
  ])('%s, only as a reply to the question itself', (text, rating) => {
    expect(parseRating(text, { asked: true })).toEqual(rating);
    expect(parseRating(text)).toBeNull();
  });

  it('refuses a long row of the same sign without delay', () => {
    expect(parseRating(`${'嗯'.repeat(200)}${' '.repeat(200)}x`)).toBeNull();
  });

  it.each([
    '谢谢',
    '谢谢师傅！',
    '辛苦了',
    '好的，谢谢',
    '收到',
    '好的',
    '多謝',
    'thanks',
    'Thank you so much!',
    'ok thanks',
    '🙏',
  ])('only thanks: %s', (text) => {
    expect(parseRating(text)).toEqual({ kind: 'thanks' });
  });

  it.each([
    '',
    '0',
    '6',
    '10',
    '0分',
    '6分',
    '10分',
    '1-5分',
    '给个五星好评返现',
    '好评返现5元',
    '打5分返现10元，截图给客服',
    '满意吗',
    '满意度调查表在哪里',
    '不满意的话可以退吗',
    '好评率高的师傅是哪位',
    '55',
    '5.5',
    '-1',
    '1栋的灯坏了',
    '3 号楼没水',
    '1,2栋都停水',
    '5点来吗',
    '5点',
    '5 点来',
    '5分钟就到',
    '5分鐘',
    '我家5楼',
    '5楼',
    '3单元',
    '2个灯不亮',
    '4-502漏水',
    '三楼漏水',
    '五一放假吗',
    '解决了吗',
    '解决了吗？',
    '修好了没？',
    '什么时候能解决',
    '好了吗',
    '电梯坏了',
    '好冷',
    '好了解一下',
    '好像没电了',
    '楼道灯不亮',
    'when will it be fixed',
    'is it fixed?',
    'the lift stopped',
    '+1',
    '哈哈',
    '师傅几点来',
    '你好',
  ])('no rating: %j', (text) => {
    expect(parseRating(text)).toBeNull();
  });
});

describe('a number that is meant as a rating, and is none', () => {
  it.each(['6', '0', '0分', '10分', '６分', '3.5', '7 stars', '10/10', '-1'])('%s', (text) => {
    expect(isOutOfRange(text)).toBe(true);
  });

  it.each(['5', '1分', '4/5', '6栋', '10点来', '13812345678', '5分钟', '好', ''])('not %j', (text) => {
    expect(isOutOfRange(text)).toBe(false);
  });
});
