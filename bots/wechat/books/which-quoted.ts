import type { KnownMessage } from '../books.ts';
import type { Quote } from '../said.ts';
import { quoteFits, quotesSame } from '../translate/quotes-same.ts';
import { plainName } from './names.ts';

/**
 * Which of the messages a quote means. Those of the name beside the quote come before others, because that name may be a
 * remark that only the one who quotes has given; those quoted whole come before those of which it is the beginning. Of several
 * that say the same under the same name it is the latest; null when several different ones are left, or none.
 *
 * @param latestFirst the newest message first
 */
export function whichQuoted(quote: Quote, latestFirst: readonly KnownMessage[]): KnownMessage | null {
  const fitting = latestFirst.filter((message) => quotesSame(quote.text, message.text) || quoteFits(quote, message));
  const named = quote.name === null ? [] : fitting.filter((message) => quoteFits(quote, message));
  const pool = named.length > 0 ? named : fitting;
  const whole = pool.filter((message) => plainName(message.text) === plainName(quote.text));
  const [best, ...others] = whole.length > 0 ? whole : pool;
  if (!best) return null;
  const saysTheSame = (other: KnownMessage): boolean =>
    plainName(other.senderName) === plainName(best.senderName) && plainName(other.text) === plainName(best.text);
  return others.every(saysTheSame) ? best : null;
}
