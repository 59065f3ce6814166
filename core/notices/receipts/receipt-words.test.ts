import { describe, expect, it } from 'vitest';
import { beginsWithReceipt, isConfirming, isReceipt } from './receipt-words.ts';

describe('收到, said to nobody in particular', () => {
  it.each([
    '收到',
    '收到！',
    '收到了',
    '已收到',
    '收到收到',
    '收到，谢谢',
    '收到，谢谢物业',
    '收到 辛苦了',
    '3-2-501收到',
    '3栋501 收到',
    '５０１收到👍',
    '我家收到了',
    '已阅',
    '知悉',
    '已知悉，谢谢提醒',
    '收悉',
    '收到🙏',
    'Received',
    'Received, thank you!',
    'Noted.',
    'noted with thanks',
    'Acknowledged',
  ])('%s confirms', (text) => {
    expect(isReceipt(text, { asked: false })).toBe(true);
    expect(isReceipt(text, { asked: true })).toBe(true);
  });

  it.each(['收到，謝謝', '已收到，謝謝管家', '3棟501收到'])('%s confirms in Traditional characters', (text) => {
    expect(isReceipt(text, { asked: false })).toBe(true);
  });

  it.each([
    '收到了吗？',
    '没收到',
    '我没收到通知',
    '收到快递了',
    '谁收到501的快递了',
    '收到请回复',
    '大家收到没有',
    '收到押金没',
    '今天收到一封信',
    '还没收到水费单',
    'I received a parcel',
    'Has anybody received it?',
    'not received',
    '501',
    '',
    '👍',
    'ok',
    '好的',
    '知道了',
    'got it',
    'thanks',
  ])('%s does not', (text) => {
    expect(isReceipt(text, { asked: false })).toBe(false);
  });
});

describe('as a reply to the notice', () => {
  it.each([
    '知道了',
    '知道了，谢谢',
    '好的',
    '好的，收到',
    '好滴',
    '嗯嗯',
    '了解',
    '明白了',
    'OK',
    'okay, thanks',
    'got it',
    'Got it, thank you!',
    'Roger that',
    'understood',
    '👍',
    '👍🏻',
    '❤️',
    '🙏🙏',
    '謝謝通知',
    '谢谢，知道了',
  ])('%s confirms, too', (text) => {
    expect(isReceipt(text, { asked: true })).toBe(true);
  });

  it.each([
    '几点恢复？',
    '好的吗',
    '知道了，可是老人怎么办',
    '不知道',
    '知道什么时候来水吗',
    '不行',
    'ok?',
    'understood nothing',
    '又停水',
    '收到，几点恢复？',
    '好烦',
    '行不行啊',
    'sure?',
  ])('%s does not, or says more', (text) => {
    expect(isReceipt(text, { asked: true })).toBe(false);
  });

  it.each([
    ['收到，几点恢复？', true],
    ['3-501收到。另外电梯停吗', true],
    ['Received. How long will it take?', true],
    ['收到了吗', false],
    ['没收到，什么通知', false],
    ['几点恢复？收到', false],
  ])('%s begins with it: %s', (text, begins) => {
    expect(beginsWithReceipt(text)).toBe(begins);
  });
});

describe('a reaction under the notice', () => {
  it.each([
    [['👍'], true],
    [['👍🏽'], true],
    [['❤'], true],
    [['❤️'], true],
    [['✅'], true],
    [['👎'], false],
    [['😢', '👌'], true],
    [['😂'], false],
    [[], false],
  ])('%j: %s', (emoji, confirms) => {
    expect(isConfirming(emoji)).toBe(confirms);
  });
});
