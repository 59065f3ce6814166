import { describe, expect, it } from 'vitest';
import { analyse } from './analysis.ts';
import { saysMended } from './staff.ts';

describe('a word of the staff that something is mended', () => {
  it.each([
    '修好了',
    '水泵换好了',
    '刚才修好了',
    '昨天晚上才修好',
    '不好意思，修好了',
    '没问题了，已经换了',
    '快递柜修好了',
    '换好了 你看看还晃不晃',
    '已修好，您看可以吗？',
    '不得不换了新泵，现在正常了',
    'changed the pump, fixed',
    'fixed half an hour ago',
    '昨天没修好，今天修好了',
    '早上还没货，现在换好了',
    'not fixed yesterday, fixed now',
    'yesterday it was not fixed, now it is working again',
    'the pump had to be replaced, working again',
  ])('“%s”', (text) => expect(saysMended(analyse(text))).toBe(true));
});

describe('a word of the staff that nothing is mended yet', () => {
  it.each([
    '没修好',
    '沒修好',
    '还没修好',
    '没换好，缺件',
    '没解决',
    '未解决',
    '问题没有得到解决',
    '没办法修好',
    '没人修好过',
    '解决不了',
    '快修好了',
    '尽快恢复',
    '换好一半',
    '部分楼层恢复',
    '还差一个零件才能修好',
    '整台都要换了',
    '修好之前请走楼梯',
    '修好后通知您',
    '换了还是漏',
    '能不能修好',
    '修好没有',
    '修好了吗',
    '现在通了吗？',
    'not fixed',
    'isn’t fixed yet',
    'cannot be fixed',
    'needs to be fixed',
    'half fixed',
    '昨天没修好，今天还没修好',
    '昨天修好了，今天又坏了',
    'fixed yesterday, not fixed today',
    'is it fixed?',
  ])('“%s”', (text) => expect(saysMended(analyse(text))).toBe(false));
});
