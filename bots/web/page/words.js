// @ts-check
import { en } from './words-en.js';
import { zhCn } from './words-zh-cn.js';
import { zhTw } from './words-zh-tw.js';

/** @typedef {typeof zhCn} Words */

/**
 * The language of the page among those it has, by what the reader's browser asks for.
 * @param {readonly string[]} wanted BCP 47 tags, the dearest first
 * @returns {'zh-CN' | 'zh-TW' | 'en'}
 */
export function chooseLocale(wanted) {
  for (const tag of wanted) {
    if (/^zh\b.*(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-TW';
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

export const locale = chooseLocale(globalThis.navigator?.languages ?? []);

/** @type {Words} */
export const words = { 'zh-CN': zhCn, 'zh-TW': zhTw, en }[locale];
