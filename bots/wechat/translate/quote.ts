import type { Quote } from '../said.ts';
import { shortened, withPlainSpaces } from './plain.ts';

/** What stands between a quote and the reply where WeChat's apps write a quote as text. */
const RULE = '- - - - - - - - - - - - - - -';
/** As much of a text as WeChat's apps show above a reply. */
const SHOWN = 40;

const CLOSING = new Map([
  ['「', '」'],
  ['“', '”'],
  ['"', '"'],
]);
/** What WeCom puts in front when its quotes are shown in WeChat. */
const HEADING = /^(?:这是一条引用\/回复消息|This is a quote\/reply)[：:]?[ \t]*\r?\n/;

/** A quote that was written as text, and what was said to it. */
export interface QuotedReply {
  quote: Quote;
  /** What was said, without the quote; empty when nothing was. */
  text: string;
}

/**
 * Reads the quote that older apps, and puppets for all of them, put in front of a reply as text: `「name：words」`, a line of
 * dashes, the reply. The words may have several lines, and hold such a quote themselves. A name that holds a colon ends at its
 * first one: `quoteFits` knows about it. Null when the text is not of that form.
 */
export function readQuote(text: string): QuotedReply | null {
  const start = (HEADING.exec(text)?.[0] ?? '').length;
  const opening = text.charAt(start);
  const closing = CLOSING.get(opening);
  if (closing === undefined) return null;
  const end = endOfQuote(text, start, opening, closing);
  if (end === null) return null;
  return { quote: { id: null, ...nameAndWords(text.slice(start + 1, end.close)) }, text: text.slice(end.reply) };
}

/**
 * Our own reply, with what it answers shown as WeChat's apps do: one line, about forty characters. `readQuote` of it gives back
 * the name and the shortened words.
 */
export function writeQuote(quoted: { name: string; text: string }, reply: string): string {
  const said = readQuote(quoted.text)?.text || quoted.text;
  // A colon in a name would end it, and a bracket would end the quote.
  const name = shortened(oneLine(quoted.name), SHOWN).replace(/[：:]/g, '∶');
  return `「${name}：${shortened(oneLine(said), SHOWN)}」\n${RULE}\n${reply}`;
}

function oneLine(text: string): string {
  const whole = withPlainSpaces(text).replace(/\s+/g, ' ').trim();
  return whole.replaceAll('「', '『').replaceAll('」', '』');
}

/** Where the quote closes and the reply begins; the first line of dashes outside of what was quoted in the quote itself. */
function endOfQuote(text: string, start: number, opening: string, closing: string) {
  let first: { close: number; reply: number } | null = null;
  let open = 0;
  let lineStart = start;
  let close = -1;
  while (lineStart <= text.length) {
    const lineEnd = indexOrEnd(text, '\n', lineStart);
    const line = text.slice(lineStart, lineEnd);
    const behind = line.lastIndexOf(closing);
    const closed = isRule(line) ? close : behind > 0 && isRule(line.slice(behind + 1)) ? lineStart + behind : -1;
    if (closed > start) {
      const found = { close: closed, reply: Math.min(lineEnd + 1, text.length) };
      if (open + depth(line.slice(0, closed + 1 - lineStart), opening, closing) <= 0) return found;
      first ??= found;
    }
    open += depth(line, opening, closing);
    const trimmed = line.trimEnd();
    const closes = trimmed.endsWith(closing) && lineStart + trimmed.length - 1 > start;
    // White space alone does not come between a quote and its line.
    if (trimmed !== '' || close === -1) close = closes ? lineStart + trimmed.length - 1 : -1;
    lineStart = lineEnd + 1;
  }
  return first;
}

/** How many quotes a line leaves open. */
function depth(line: string, opening: string, closing: string): number {
  if (opening === closing) return 0;
  let open = 0;
  for (const sign of line) {
    if (sign === opening) open += 1;
    else if (sign === closing) open -= 1;
  }
  return open;
}

function isRule(line: string): boolean {
  const dashes = line.replace(/\s/g, '');
  return dashes.length >= 3 && /^[-‐‑‒–—―─━－_]+$/.test(dashes);
}

function nameAndWords(inside: string): { name: string | null; text: string } {
  const colon = inside.search(/[：:]/);
  const line = indexOrEnd(inside, '\n', 0);
  if (colon === -1 || colon > line) return { name: null, text: withPlainSpaces(inside) };
  const name = withPlainSpaces(inside.slice(0, colon)).trim();
  return { name: name === '' ? null : name, text: withPlainSpaces(inside.slice(colon + 1)).replace(/^\s+/, '') };
}

function indexOrEnd(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 ? text.length : at;
}
