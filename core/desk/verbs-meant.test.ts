import { describe, expect, it } from 'vitest';
import { verbsMeant } from './verbs-meant.ts';

describe('what words behind a code may be meant as', () => {
  it.each([
    { words: '已经去看了', status: 'open', meant: ['answer', 'take', 'show'] },
    { words: '已经去看了', status: 'accepted', meant: ['answer', 'show'] },
    { words: '水泵换好了', status: 'open', meant: ['done', 'answer', 'show'] },
    { words: 'changed the pump, fixed', status: 'waiting', meant: ['done', 'answer', 'show'] },
    { words: '怎么样了', status: 'accepted', meant: ['show'] },
    { words: '修好了吗', status: 'accepted', meant: ['show'] },
    { words: 'is it fixed?', status: 'open', meant: ['show'] },
    { words: '那个谁在跟', status: 'accepted', meant: ['show'] },
    { words: '要带几个灯泡？', status: 'accepted', meant: [] },
    { words: '又漏了', status: 'done', meant: ['reopen', 'show'] },
    { words: '又漏了', status: 'closed', meant: ['reopen', 'show'] },
    { words: '其实要去看看', status: 'dismissed', meant: ['reopen', 'show'] },
    { words: '已经去看了', status: 'merged', meant: ['show'] },
    { words: '没修好', status: 'accepted', meant: ['answer', 'show'] },
    { words: '没换好，缺件', status: 'open', meant: ['answer', 'take', 'show'] },
    { words: '问题没解决', status: 'accepted', meant: ['answer', 'show'] },
    { words: '快修好了', status: 'accepted', meant: ['answer', 'show'] },
    { words: '换好一半', status: 'accepted', meant: ['answer', 'show'] },
    { words: '還差一個零件才能修好', status: 'accepted', meant: ['answer', 'show'] },
    { words: 'not fixed', status: 'accepted', meant: ['answer', 'show'] },
    { words: 'cannot be fixed', status: 'accepted', meant: ['answer', 'show'] },
    { words: 'needs to be fixed', status: 'accepted', meant: ['answer', 'show'] },
    { words: '能不能修好', status: 'accepted', meant: ['show'] },
    { words: '修好没有', status: 'accepted', meant: ['show'] },
    { words: '去不去', status: 'open', meant: [] },
    { words: '要不要去', status: 'open', meant: [] },
    { words: '换好了 你看看还晃不晃', status: 'accepted', meant: ['done', 'answer', 'show'] },
    { words: '配件没有', status: 'accepted', meant: ['answer', 'show'] },
    { words: '您稍等', status: 'open', meant: ['answer', 'take', 'show'] },
    { words: 'on my way', status: 'open', meant: ['answer', 'take', 'show'] },
  ] as const)('“$words” of one that is $status: $meant', ({ words, status, meant }) => {
    expect(verbsMeant(words, { status })).toEqual(meant);
  });

  it('a time to come is a promise first', () => {
    const meant = verbsMeant('明天下午三点去', { status: 'accepted', hasTime: true });
    expect(meant).toEqual(['promise', 'answer', 'show']);
  });

  it.each(['收到', '收到，谢谢', '好的', '好，了解了', '没问题', '👍', '👌🏻', 'OK!', 'got it', '辛苦了'])(
    'who has only heard (“%s”) answers nobody',
    (words) => {
      expect(verbsMeant(words, { status: 'open' })).toEqual(['take', 'show']);
      expect(verbsMeant(words, { status: 'accepted' })).toEqual(['show']);
      expect(verbsMeant(words, { status: 'closed' })).toEqual(['show']);
    },
  );

  it.each([
    '这户很难缠，别理他',
    '这户不用去',
    '业主不在家',
    '她又来闹',
    '你先去',
    '随便',
    'ignore him',
    'the owner is out',
  ])('what is not for the resident’s ears (“%s”) is not first to be sent', (words) => {
    expect(verbsMeant(words, { status: 'open' })).toEqual(['take', 'show', 'answer']);
  });

  it('a remark with a time is no promise first', () => {
    const meant = verbsMeant('这户明天又要来闹', { status: 'accepted', hasTime: true });
    expect(meant).toEqual(['show', 'promise', 'answer']);
  });

  it('where somebody’s data stand in them, the resident is sent nothing', () => {
    const found = { status: 'open', hasPersonalData: true } as const;
    expect(verbsMeant('13800003316', found)).toEqual(['take', 'show']);
    expect(verbsMeant('修好了，打13800003316', found)).toEqual(['show']);
    expect(verbsMeant('明天来，打13800003316', { ...found, hasTime: true })).toEqual(['take', 'show']);
  });
});
