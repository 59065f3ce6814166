import { describe, expect, it } from 'vitest';
import { spokenLocale } from './spoken-locale.ts';

describe('the language somebody writes', () => {
  it.each([
    ['3栋2单元电梯又停了', 'zh-CN'],
    ['3座升降機又壞咗', 'zh-TW'],
    ['The lift in Block 3 stopped again', 'en'],
    ['Block 3 電梯壞了，請派人來', 'zh-TW'],
    ['WiFi 又断了', null],
    ['+1', null],
    ['', null],
    ['ok thanks', null],
    ['kitchen fire', 'en'],
    ['good job', null],
    ['KFC APP', null],
    ['Zhang Wei', null],
    ['https://example.com/kitchen/fire', null],
    ['엘리베이터 lift fail', null],
    ['B座 wifi', null],
  ])('%s: %s', (text, locale) => expect(spokenLocale(text)).toBe(locale));
});
