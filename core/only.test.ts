import { describe, expect, it } from 'vitest';
import { readOnly } from './only.ts';

describe('which bots a process runs', () => {
  it.each([
    ['wechat', ['wechat']],
    ['rooms,telegram', ['rooms', 'telegram']],
    [' telegram, rooms,telegram ', ['rooms', 'telegram']],
  ])('%j', (text, names) => {
    expect([...(readOnly(text) ?? [])].toSorted()).toEqual(names);
  });

  it.each(['', ',', 'weixin', 'rooms,nobody'])('is not said by %j', (text) => {
    expect(readOnly(text)).toBeNull();
  });
});
