import { describe, expect, it } from 'vitest';
import { parseCommand } from '../command.ts';
import { readIncidentOrder, readOrderFor } from './read-order.ts';

describe('what staff write after 事件', () => {
  it.each([
    ['', { kind: 'list' }],
    ['3', { kind: 'show', number: 3 }],
    [' ３ ', { kind: 'show', number: 3 }],
    ['3 办结 换了水泵', { kind: 'deed', deed: 'done', text: '换了水泵', number: 3 }],
    ['3 辦結', { kind: 'deed', deed: 'done', text: '', number: 3 }],
    ['3：回复：水泵坏了', { kind: 'deed', deed: 'answer', text: '水泵坏了', number: 3 }],
    ['3 承诺 明天15:00', { kind: 'deed', deed: 'promise', text: '明天15:00', number: 3 }],
    ['3 接单', { kind: 'deed', deed: 'take', text: '', number: 3 }],
    ['3 done new pump', { kind: 'deed', deed: 'done', text: 'new pump', number: 3 }],
    ['3 加 A7K2', { kind: 'in', code: 'A7K2', number: 3 }],
    ['3 移出a7k2', { kind: 'out', code: 'A7K2', number: 3 }],
    ['3 remove A7K2', { kind: 'out', code: 'A7K2', number: 3 }],
    ['3 解散', { kind: 'apart', number: 3 }],
    ['3 not one incident', { kind: 'apart', number: 3 }],
    ['三', { kind: 'how' }],
    ['3 转交 李工', { kind: 'how' }],
    ['3 移出', { kind: 'how' }],
  ])('%j', (rest, order) => {
    expect(readIncidentOrder(rest)).toEqual(order);
  });

  it.each(['师傅已经到了', 'A7K2 接单', '办结 A7K2', '约了师傅明天来', '加了两个人手'])(
    '“%s” under its card is no order about all of it',
    (text) => {
      expect(readOrderFor(text)).toBeNull();
    },
  );
});

describe('事件 at the beginning of what somebody says', () => {
  it.each([
    '事件',
    '事件3',
    '事件 3',
    '事件3 办结 换了水泵',
    '事件3 加 A7K2',
    '事件3 移出',
    'incident 3',
    'incident 3 done new pump',
  ])('“%s” is a command', (text) => {
    expect(parseCommand(text, { strict: true })).toMatchObject({ kind: 'command', verb: 'incident' });
  });

  it.each([
    '事件1发生在昨天',
    '事件3办结了吗',
    '事件经过是这样的',
    '事件 已经处理了',
    'incident last night was scary',
    'incident 3 was bad',
    '事件3 加了两个人',
  ])('“%s” is talk', (text) => {
    expect(parseCommand(text, { strict: true }).kind).toBe('none');
  });
});
