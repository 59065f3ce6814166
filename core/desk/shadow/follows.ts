import { plain } from '../duty/days.ts';

const on = '开|開|打开|打開|on';
const off = '关|關|关闭|關閉|off';
const report = '汇总|彙總|匯總|汇整|彙整|报告|報告|report|summary';
const deed = `(?:${on}|${off}|${report})`;

/**
 * What follows 旁听, in folded text: what is to be done, or a group and what is to be done with it, and nothing else. Apart from the rest by a
 * space, a group is called whatever it is called. What asks, or goes on, is talk.
 */
export const shadowFollows = new RegExp(
  `^(?:[\\s:,]*${deed}|[\\s:,]*(?:列表|list)|[\\s:]+(?!一下|了)[^\\n?,。]{1,128}?(?<=群[组組]?)${deed}|[\\s:]+(?!(?:一下|了)\\s)[^\\n]{1,128}?\\s${deed})[\\s.。!~]*$`,
  'u',
);

/** `group`: as it was named, or empty. */
export type ShadowOrder = { deed: 'standing' } | { deed: 'on' | 'off' | 'report'; group: string };

const order = new RegExp(
  `^(?:(?<group>.*?)(?:\\s+|(?<=群组?)))?(?:(?<on>${on})|(?<off>${off})|(?<report>${report}))$`,
  'u',
);

/** What is to be done, from the words after 旁听; null for what cannot be read. */
export function readShadowOrder(rest: string): ShadowOrder | null {
  const said = plain(rest).replace(/[\s.。!~]+$/u, '');
  if (said === '' || said === '列表' || said === 'list') return { deed: 'standing' };
  const read = order.exec(said)?.groups;
  if (!read) return null;
  return { deed: read['on'] ? 'on' : read['off'] ? 'off' : 'report', group: (read['group'] ?? '').trim() };
}
