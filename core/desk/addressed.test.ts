import { expect, it } from 'vitest';
import { withoutMention } from './addressed.ts';

it.each([
  ['@小助手 接单 A7K2', '小助手', '接单 A7K2'],
  ['＠小助手　接单 A7K2', '小助手', '接单 A7K2'],
  ['@小助手接单', '小助手', '接单'],
  ['办结 A7K2 换了水泵 @小助手', '小助手', '办结 A7K2 换了水泵'],
  ['转 A7K2 @李工 @小助手', '小助手', '转 A7K2 @李工'],
  ['@物业 (桂园) 接单', '物业 (桂园)', '接单'],
  ['转 A7K2 @李工', '小助手', '转 A7K2 @李工'],
  ['@小助手 接单 A7K2', null, '接单 A7K2'],
  ['转 A7K2 @李工', null, '转 A7K2 @李工'],
  ['接单 A7K2', null, '接单 A7K2'],
])('%s, said to %s', (text, name, said) => {
  expect(withoutMention(text, name)).toBe(said);
});
