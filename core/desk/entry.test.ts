import { describe, expect, it } from 'vitest';
import { readEntry } from './entry.ts';

describe('what staff enter in one line', () => {
  it.each([
    ['电话 3-2-501 厨房漏水', { origin: 'phone', text: '3-2-501 厨房漏水' }],
    ['熱線：3座電梯壞咗', { origin: 'phone', text: '3座電梯壞咗' }],
    ['意见箱 建议加路灯', { origin: 'suggestion_box', text: '建议加路灯' }],
    ['座谈会，南门太暗', { origin: 'meeting', text: '南门太暗' }],
    ['patrol 5栋消防门关不上', { origin: 'patrol', text: '5栋消防门关不上' }],
    ['3栋门禁坏了', { origin: 'phone', text: '3栋门禁坏了' }],
    ['电话亭的玻璃碎了', { origin: 'phone', text: '电话亭的玻璃碎了' }],
    ['电话', { origin: 'phone', text: '' }],
    ['', { origin: 'phone', text: '' }],
  ])('%s', (line, entry) => expect(readEntry(line)).toEqual(entry));
});
