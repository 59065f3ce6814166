import { describe, expect, it } from 'vitest';
import { redact, redactHeard } from './redact.ts';

describe('what is never repeated', () => {
  it.each([
    ['a mobile number', '电话13776240518 耳朵背', '电话*** 耳朵背'],
    ['a mobile number with spaces', '联系 138 0000 3316', '联系 ***'],
    ['a mobile number with the country', '+86 13800003316', '***'],
    ['a fixed line', '请打 010-62345678', '请打 ***'],
    ['a number in Hong Kong', '致電 2345 6789 陳生', '致電 *** 陳生'],
    ['an American number', 'call 415-555-0134 please', 'call *** please'],
    ['an identity card', '身份证110101199003071234', '身份证***'],
    ['an identity card that ends in X', '11010119900307123X', '***'],
    ['a plate', '白色朗逸 京A12345 又堵着', '白色朗逸 *** 又堵着'],
    ['a green plate', '粤B·D12345', '***'],
    ['an e-mail address', 'write to li.na@example.com', 'write to ***'],
  ])('%s', (_, said, kept) => expect(redact(said)).toBe(kept));
});

describe('what stays', () => {
  it.each(['3栋2单元1203', '11月30日18:00', 'B1-217是我家买的位', '押金2000元', '2026-11-21 开会', ''])('%s', (said) =>
    expect(redact(said)).toBe(said),
  );
});

describe('what staff say in a group', () => {
  it.each([
    {
      told: 'the number of the resident is left out',
      text: '已打 138 1234 5678 联系',
      heard: ['我电话13812345678'],
      safe: '已打 *** 联系',
    },
    {
      told: 'the number of the office stays',
      text: '请拨 0755-88886666',
      heard: ['我电话13812345678'],
      safe: '请拨 0755-88886666',
    },
  ])('$told', ({ text, heard, safe }) => expect(redactHeard(text, heard)).toBe(safe));
});
