// @ts-check
import { h } from './dom.js';

const address = /https?:\/\/[^\s<>"'\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/g;

/** Text as it was written, with web addresses to click. @param {string} text @returns {(Node | string)[]} */
export function withLinks(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(address)) {
    const href = found[0].replace(/[.,;:!?)]+$/, '');
    parts.push(text.slice(from, found.index));
    parts.push(h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, href));
    from = found.index + href.length;
  }
  parts.push(text.slice(from));
  return parts;
}
