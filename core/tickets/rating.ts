/** What a resident says when asked whether a ticket is solved (P7a). */
export type Rating =
  | { kind: 'score'; score: number; comment: string | null }
  | { kind: 'not_solved'; comment: string | null }
  | { kind: 'solved'; comment: string | null }
  /** Polite words without a verdict. */
  | { kind: 'thanks' };

const digits: Record<string, number> = { 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 满: 5, 滿: 5 };
const one = '([1-5一二三四五])';
const end = '[\\s。.!！~～]*$';

/** The whole text is a number, with or without a unit: "5", "五分", "4 stars", "5/5", "4️⃣". */
const bareScore = new RegExp(
  `^(?:${one}|([满滿])(?=分))\\uFE0F?\\u20E3?\\s*(?:/\\s*5|[分星顆颗]+(?![钟鐘])|stars?|points?)?${end}`,
  'i',
);
/** A number with its unit first, then words: "5分好评", "4 stars, quick". Minutes are no unit. */
const scoreWithUnit = new RegExp(
  `^(?:${one}|([满滿])(?=分))\\s*(?:/\\s*5|分(?![钟鐘])|星|stars?\\b|points?\\b)[\\s,，。:：;；!！.]*(.+)$`,
  'isu',
);
/** A number, a stop, then words that do not go on counting something: "5, thanks", but not "3 号楼", "1,2栋". */
const scoreThenWords = new RegExp(
  `^${one}[\\s,，。:：;；!！]+(?![\\d一二三四五六七八九十号號栋棟楼樓单單层層室户戶幢座个個点點月日天小分米车車年])(\\p{L}.*)$`,
  'isu',
);
/** "给你们打4分", "我评五星", "rate it 5". */
const scoreGiven = new RegExp(
  `(?:打|评|評|给|給|rate|score|give)[^\\d一二三四五]{0,8}${one}\\s*(?:分(?![钟鐘])|星|stars?\\b|points?\\b|${end})`,
  'iu',
);

const plainNo =
  /^(?:还是|還是|还|還|根本|并|並|(?:it(?:['’]s| is) )?still )?(?:未解决|未解決|没解决|沒解決|没有解决|沒有解決|没修好|沒修好|没弄好|沒弄好|没处理好|沒處理好|没好|沒好|解决不了|not\s+(?:yet\s+)?(?:solved|fixed|resolved|done|working)|unsolved|unresolved|not yet|still not|👎)(?:\s*(?:yet|呢|啊|哦))?/iu;
const tellingNo =
  /还是?(?:没|不|未|在[漏响坏吵滴停])|還是?(?:沒|不|未|在[漏響壞吵滴停])|仍然?(?:没|沒|未|不|在|是)|依旧|依舊|又(?:漏|坏|壞|停|堵|响|響)|没人(?:来|管|修)|沒人(?:來|管|修)|一点(?:也|都)?没|\bstill\s+(?:leak|broken|no\b|not|the same|does|is|won|can|there|drip|waiting|dark|noisy)|\b(?:isn|hasn|wasn|doesn|didn)['’]?t\b|\bno better\b|\bnobody came\b|\bnot (?:really )?(?:solved|fixed|resolved)\b/iu;
const nowGood =
  /(?:现在|現在|已经|已經|终于|終於|这下|這下|\bnow\b)[^没沒不未]{0,6}(?:好了|解决了|解決了|修好了|正常|可以了|fixed|works|working|fine|solved)/iu;
const plainYes =
  /^(?:都|已经|已經|已|现在|現在|终于|終於|问题|問題|确认|確認|嗯|是的|对)*[\s,，]*(?:解决了|解決了|解决|解決|好了|修好了|弄好了|搞定了?|可以了|正常了|恢复了|恢復了|没问题了?|沒問題了?|没有问题了?|沒有問題了?|(?:it['’]?s |it is |all |is )?(?:solved|fixed|resolved|working now|all good|good now)|(?:it )?works(?: now| again)?|👍|👌|✅|💯)(?:啦|咯|哈)?(?:👍|👌|✅|\p{Emoji_Modifier}|\uFE0F)*/iu;
const polite =
  /^(?:好的?|行|嗯|收到|知道了|明白了?|谢谢|謝謝|多谢|多謝|感谢|感謝|辛苦|麻烦|麻煩|非常|你们|您们|你們|您|你|大家|师傅|師傅|物业|物業|啦|了|哈|啊|thanks?|thank you|thx|so much|very much|a lot|ok(?:ay)?|great|🙏|🌹|❤️?|😊|[\s,，。.!！~～、])+$/iu;
/** Somebody offers money for praise, or sells something: no rating of ours. */
const touting =
  /返现|返現|返利|返红包|返紅包|刷单|刷單|刷好评|刷好評|晒单|曬單|优惠券|優惠券|领红包|領紅包|截图给|截圖給|cash ?back|coupon/iu;
/** Yes and no, which mean something only right under the question. */
const barelyYes = /^(?:是|是的|对|對|对的|對的|嗯|嗯嗯|有|行|可以|yes|yep|yeah|y|ok|okay)[\s。.!！~～]*$/iu;
const barelyNo = /^(?:没|沒|没有|沒有|还没|還沒|还没有|還沒有|不|不是|否|不行|no|nope|n)[\s。.!！~～]*$/iu;
const isThanks = /谢|謝|感|辛苦|thank|thx|🙏|🌹|收到|好的|知道了|明白|ok/iu;

/**
 * Reads the answer to "solved? 1–5, or not solved". Null for everything else: a number out of range, a flat or a time
 * that begins with a number, a question, a new matter. A low score with "not solved" beside it is "not solved", so that
 * the ticket is opened again. With `asked` the text is a reply to the question itself, and a bare yes or no counts, too;
 * without, it may be anybody's talk. Comments are as written, but for full-width digits.
 */
export function parseRating(text: string, options: { asked?: boolean } = {}): Rating | null {
  const said = text
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll(/^[\s“"「『]+|[\s”"」』]+$/g, '');
  if (said === '' || said.length > 500 || touting.test(said)) return null;
  if (options.asked && barelyYes.test(said)) return { kind: 'solved', comment: null };
  if (options.asked && barelyNo.test(said)) return { kind: 'not_solved', comment: null };
  return (
    readScore(said) ??
    readSatisfaction(said, options.asked ?? false) ??
    readVerdict(said) ??
    (polite.test(said) && isThanks.test(said) ? { kind: 'thanks' } : null)
  );
}

/** A number that is meant as a rating, and is none from 1 to 5: "6", "0分", "10分", "3.5". */
export function isOutOfRange(text: string): boolean {
  const said = text.normalize('NFKC').trim();
  return (
    /^[-+]?\d{1,3}(?:\.\d+)?\s*(?:分|星|颗星|顆星|stars?|points?|\/\s*\d{1,3})?[\s。.!]*$/iu.test(said) &&
    parseRating(said) === null
  );
}

function readScore(said: string): Rating | null {
  const stars = /^(?:[⭐🌟★]\uFE0F?){1,5}$/u.exec(said.replaceAll(/\s/g, ''));
  if (stars) return { kind: 'score', score: Array.from(stars[0].replaceAll('\uFE0F', '')).length, comment: null };
  const bare = bareScore.exec(said);
  if (bare) return { kind: 'score', score: valueOf(bare[1] ?? bare[2]), comment: null };
  const united = scoreWithUnit.exec(said);
  if (united) return scoreOrNo(valueOf(united[1] ?? united[2]), united[3] ?? '', said);
  const spaced = scoreThenWords.exec(said);
  if (spaced) return scoreOrNo(valueOf(spaced[1]), spaced[2] ?? '', said);
  const given = scoreGiven.exec(said);
  if (!given) return null;
  const around = said.slice(0, given.index) + said.slice(given.index + given[0].length);
  const words = tidy(around.replace(/^\s*我(?:们)?\s*$/u, ''));
  return scoreOrNo(valueOf(given[1]), words, said);
}

/** Satisfied or not, as people say it instead of a number; `asked`: only right under the question. */
const satisfaction: readonly { score: number; words: RegExp; asked: boolean }[] = [
  {
    score: 5,
    words: /^(?:非常|十分|特别|特別|很|超级?)(?:满意|滿意)|^(?:very|really|fully) satisfied|^excellent/iu,
    asked: false,
  },
  {
    score: 1,
    words: /^(?:非常|十分|特别|特別|很|极其?|極其?)(?:不满意|不滿意)|^(?:very|really) (?:dis|un)satisfied/iu,
    asked: false,
  },
  {
    score: 2,
    words: /^(?:不(?:太|是很|怎么|怎麼)?|没|沒)(?:满意|滿意)|^(?:not (?:very |really )?|un|dis)satisfied/iu,
    asked: false,
  },
  { score: 4, words: /^(?:比较|比較|还算|還算|基本)?(?:满意|滿意)|^(?:quite )?satisfied/iu, asked: false },
  { score: 5, words: /^(?:好评|好評)/u, asked: false },
  { score: 1, words: /^(?:差评|差評)/u, asked: false },
  { score: 3, words: /^(?:中评|中評|一般般?|马马虎虎|馬馬虎虎|so-so|average)/iu, asked: true },
  { score: 4, words: /^(?:还行|還行|还可以|還可以|不错|不錯|挺好的?|good)/iu, asked: true },
  { score: 5, words: /^(?:很好|非常好|太好了|very good|great)/iu, asked: true },
];
/** The word alone, or a stop and more behind it: not 满意度, 好评返现, 不错过. */
const afterWord = /^(?:[的了啦]?(?:$|[\s,，。.!！~～;；、👍🙏🌹👌]))/u;

function readSatisfaction(said: string, asked: boolean): Rating | null {
  if (/[?？]|[吗嗎]\s*$/u.test(said)) return null;
  for (const { score, words, asked: onlyAsked } of satisfaction) {
    const found = onlyAsked && !asked ? null : words.exec(said);
    const after = found ? said.slice(found[0].length) : '';
    if (found && afterWord.test(after)) return scoreOrNo(score, after.replace(/^[的了啦]/u, ''), said);
  }
  return null;
}

const valueOf = (said: string | undefined): number => digits[said ?? ''] ?? Number(said);

function scoreOrNo(score: number, words: string, said: string): Rating {
  const comment = commentOf(words);
  if (comment !== null && (plainNo.test(comment) || tellingNo.test(comment)))
    return { kind: 'not_solved', comment: said };
  return { kind: 'score', score, comment };
}

function readVerdict(said: string): Rating | null {
  if (/[?？]|[吗嗎]\s*$|什么时候|什麼時候|^when\b/iu.test(said)) return null;
  const no = plainNo.exec(said);
  if (no) return { kind: 'not_solved', comment: commentOf(said.slice(no[0].length)) };
  const isGood = nowGood.test(said);
  if (!isGood && tellingNo.test(said)) return { kind: 'not_solved', comment: said };
  const yes = plainYes.exec(said);
  if (yes) {
    const after = said.slice(yes[0].length);
    // "好了一点", "好了没": the word goes on, and means something else.
    return after === '' || /^[\s,，。.!！~～;；、谢謝感辛多👍👌🙏🌹]/u.test(after)
      ? { kind: 'solved', comment: commentOf(after) }
      : null;
  }
  return isGood ? { kind: 'solved', comment: said } : null;
}

const tidy = (words: string): string => words.replaceAll(/^[\s,，。.:：;；!！、~～]+|[\s,，;；、]+$/gu, '');

/** What was said besides the verdict; null when that is nothing, or only thanks. */
function commentOf(words: string): string | null {
  const comment = tidy(words);
  return comment === '' || !/[\p{L}\p{N}]/u.test(comment) || polite.test(comment) ? null : comment;
}
