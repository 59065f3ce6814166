import type { Quote } from '../said.ts';
import { readQuote } from './quote.ts';

/** A quotation that breaks off without an ellipsis says something only when it is about this long. */
const TELLING = 12;
/** Of both texts, only the beginning is compared: apps show no more of what is quoted. */
const COMPARED = 4000;
/** Spaces, and marks without width that apps put in or leave out. */
const INVISIBLE = /\s|\p{Cf}|\p{Variation_Selector}/gu;
/** The quote in front of a reply, once all of it stands on one line. */
const QUOTE_IN_FRONT = /^「[^」]{0,2000}」[-‐‑‒–—―─━_]{3,200}/;

/**
 * Whether `quoted` is a quotation of the message `whole`: perhaps broken off, with or without an ellipsis, on one line, with other
 * white space. A message that answered with a quote as text itself is known with and without what it quoted.
 */
export function quotesSame(quoted: string, whole: string): boolean {
  return forms(quoted).some((part) => forms(whole).some((text) => isBeginning(part, text)));
}

/** The same of a quote with the name beside it, for a message of somebody whose name may hold a colon. */
export function quoteFits(quote: Quote, message: { senderName: string; text: string }): boolean {
  const name = bare(message.senderName);
  if (quote.name === null) return quotesSame(quote.text, message.text);
  if (isBeginning(bare(quote.name), name)) return quotesSame(quote.text, message.text);
  const whole = `${bare(quote.name)}:${bare(quote.text)}`;
  return name.includes(':') && whole.startsWith(`${name}:`) && quotesSame(whole.slice(name.length + 1), message.text);
}

function isBeginning(part: string, text: string): boolean {
  if (part === text) return part !== '';
  const told = withoutEllipsis(part);
  return told.length >= (told === part ? TELLING : 1) && text.startsWith(told);
}

/** The words without what does not count, and the same without a quote in front. */
function forms(text: string): string[] {
  const all = bare(text);
  const said = bare(readQuote(text)?.text ?? all.replace(QUOTE_IN_FRONT, ''));
  return said === all || said === '' ? [all] : [all, said];
}

/** Without white space and the marks that apps change between writing and showing. */
function bare(text: string): string {
  return text
    .slice(0, COMPARED)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replaceAll('∶', ':')
    .replaceAll('『', '「')
    .replaceAll('』', '」');
}

/** Three dots at least, of any kind; one alone ends a sentence. */
function withoutEllipsis(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charAt(end - 1) === '.' || text.charAt(end - 1) === '。')) end -= 1;
  return text.length - end >= 3 ? text.slice(0, end) : text;
}
