import { type Analysis, analyse } from './analysis.ts';
import { namesAlike } from './apart.ts';
import { isReporter } from './reporters.ts';
import type { AdditionPart, HeardMessage, KnownMatter } from './understanding.ts';

/** A word that the thing is not mended, or not yet. */
const notSettled =
  /没(?:好|修|来|恢复|通)|还没|又|吗|没有?$|[?]|不|什么时候|好久来|到底|昨[天晚日]?还|刚才还亮|not|n't|when|yet|still|is it|(?:nobody|no one)\b(?!.*\b(?:fixed|back|working))/;
const over =
  /^(?:嗯|哦|好的?)?\s*(?:我家|我们|这边)?\s*(?:来了来了|来电|来水|来气|热了|亮了|通了|好了|修好|搞掂|搞定|出来了|恢复|正常了|挪了|清了|拉走|装上|有火|有电|有水|it'?s (?:back|fixed|working)|back on|fixed|sorted|working (?:again|now)|all (?:good|sorted))/;

/** The same anywhere in what is said. */
const overAtAll =
  /(?:已经?|都|终于|終於)\s*(?:来电|来水|来气|好|修好|恢复|通|搞掂|搞定|解决)|it'?s? (?:is )?(?:fixed|back|working)/;

/** Asks how it stands, in so many words: a chase even right after the report. */
const howItStands =
  /(?:修|好|来|处理|解决|弄|搞|整|恢复)[了好掂]*(?:没有?|吗|未|咩)(?:[?]|啊|呀|呢|$)|还没(?:人)?(?:来|修|好)|未(?:有人)?(?:嚟|整|修)|几时(?:整|修|有人)|什么时候(?:修|来|能好|好)|催|\byet\b|any (?:update|news|progress)|(?:is|are|was|has)[^.]{0,30}(?:fixed|repaired|back|working)[^.]{0,8}[?]|still (?:not|no|broken|waiting)/;

/**
 * A neighbour's word that it is over: in so many words, of the very thing, or in reply to it. Others' "picked up" and "finally" may be of
 * anything.
 */
function knows({ replyToId }: HeardMessage, { messages, summary }: KnownMatter, own: Analysis): boolean {
  if (replyToId !== null && messages.includes(replyToId)) return true;
  return over.test(own.text) || overAtAll.test(own.text) || namesAlike(own, [analyse(summary)]);
}

/** In which way a message adds to a matter. */
export function partOf(own: Analysis, matter: KnownMatter, message: HeardMessage): AdditionPart {
  const { concepts, text } = own;
  const reporter = isReporter(message, matter);
  if (concepts.has('correction') && reporter) return 'correction';
  if (
    (over.test(text) || concepts.has('settled')) &&
    (reporter || knows(message, matter, own)) &&
    !notSettled.test(text.replace(/来了没水|不好意思|不错|不响了/g, ''))
  )
    return 'settled';
  if (!reporter && (concepts.has('meToo') || concepts.has('agree'))) return 'me_too';
  if (
    reporter &&
    (howItStands.test(text) ||
      ((concepts.has('chase') || concepts.has('anger')) &&
        message.at.getTime() - matter.openedAt.getTime() > 10 * 60_000))
  )
    return 'chase';
  // Whoever says that something is over does not have it.
  return reporter || concepts.has('settled') ? 'addition' : 'me_too';
}
