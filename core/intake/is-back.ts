import { type Analysis, analyse } from './analysis.ts';
import { dangerIn } from './danger/danger.ts';
import { sharedThings, shareGrams } from './in-common.ts';
import { elsewhere } from './lexicon/elsewhere.ts';
import type { ConceptName } from './lexicon/match.ts';
import type { Thing } from './lexicon/things.ts';
import { parsePlaces } from './place/parse-places.ts';
import type { GroupSetting, KnownMatter } from './understanding.ts';

/** As it was before. */
const asBefore =
  /又|再次|还是|还在|还没|仍|依旧|依然|照样|老样子|仲系|仲喺|仲未|仲有|\b(?:again|still)\b|\bsame (?:problem|issue|thing|story|as before)\b|\b(?:isn't|not) (?:fixed|solved)\b/;
/** Something is amiss, in words that the lexicon counts for no fault because they may be said of anything. */
const amiss =
  /老样子|又(?:不行|不灵|这样|犯|复发|这个样|系咁|滴|响|臭|吵|熄|跳|停|坏|漏|堵|塞|黑|断|烂)|(?:还是|还在|仍然?|依旧|依然|仲系|仲喺|仲)(?:不行|不灵|这样|那样|系咁|滴|响|臭|吵|停|坏|漏|堵|塞|黑|唔|不|没|未)|\b(?:gone|same|off|out|down|dripping|leaking|stuck|dead|dark|noisy|happened|happening)\b.{0,20}\bagain\b|\bstill\s+(?:not|no|the same|drip|leak|there|does|doesn't|won't|can't|isn't|out|off|down|dead|dark|stuck|happening)|\bsame (?:problem|issue|thing|story)\b|\b(?:isn't|not) (?:fixed|solved)\b/;
/** It is asked, feared or hoped rather than told. */
const notTold =
  /[吗嘛么]\s*[?]?\s*$|是不是|系咪|有没有|会不会|别又|不要又|会又|怕又|要是|如果|万一|以后|下次|希望|不用又|没有?再|不再|有人|谁|^(?:is|are|was|does|did|has|have|will|can|could|when|what|who)\b|\bif\b|\bhope\b|\bin case\b/;

/** What may stand around the words that something is back without saying what it is: pronouns, times, whoever mended it. */
const around =
  /怎么|怎样|点解|咋|唉|哎|诶|晕|天哪|天啊|无语|今天|今早|今日|昨天|昨晚|琴日|早上|上午|中午|下午|傍晚|晚上|夜里|半夜|凌晨|刚才|刚刚|啱啱|刚|现在|而家|依家|这会儿?|这么快|这|那|它|才|没过|没到|过了|不到|多久|好久|[\d一二两三四五六七八九十几半]+个?(?:多)?(?:小时|钟头|分钟|天|钟|日|晚|回|次)|一会儿?|一下|师傅|师父|你们|你哋|您|我们家|我们|我家|我屋企|他们|物业|工人|前脚|后脚|走|来过|来|去|修|换|通|弄|整|搞|用|完|好|就|家里|里面|里|的|得|了|呢|啊|呀|啦|喇|吧|哦|喔|嘛|是|在|都|也|跟|之前|以前|原来|一样|样子|样|老|没|未|唔|不|冇|行|灵|着|著|个|开始|出现|发生|问题|毛病|情况|咗|嘅|系|仲|喺|到|住|掉|死|又|还|再|仍|然|依旧|滴|响|臭|吵|停|坏|漏|堵|塞|黑|断|烂|熄|亮|动|谢|请|麻烦|看看?|\b(?:it's|its|it|is|was|has|have|had|just|oh|no|not|sorry|hi|hello|and|now|the|same|problem|issue|thing|story|works?|worked|working|fixed|solved|mended|repaired|after|before|as|you|they|left|we|i|my|our|at|home|here|there|today|tonight|morning|evening|afternoon|yet|hours?|days?|minutes?|later|only|for|a|an|one|two|few|but|still|again|been|be|isn't|doesn't|won't|hasn't|haven't|gone|off|out|down|dripping|leaking|happened|happening|stopped|to|of|all|back|already|so|guys|please|pls)\b/g;

const elsewhereNames = Object.keys(elsewhere) as (keyof typeof elsewhere)[];
const otherwise: readonly ConceptName[] = [
  ...elsewhereNames,
  'askPeers',
  'suggest',
  'praise',
  'joke',
  'wrongGroup',
  'correction',
];
const ofTheFault: readonly ConceptName[] = ['fault', 'lasting', 'settled', 'chase', 'anger', 'here', 'staffCall'];

/** Faults that are told apart by a word: what is blocked does not drip. */
const faults: readonly RegExp[] = [
  /[堵塞通溢]|返水|block|clog|drain/,
  /[漏滴渗]|leak|drip/,
  /[黑亮熄着著暗]|dark|light|bulb|lamp/,
  /[响吵闹噪]|nois|loud/,
  /[臭味]|smell|stink/,
  /[冷热暖凉]|cold|warm|heat|hot/,
];

/** Whether words may be of that sort at all: every line of talk is asked. */
export const mayBeBack = (said: string): boolean => asBefore.test(analyse(said).text);

/**
 * Whether a reporter's words say that what was done did not help, or did not last: "又堵了", "还是漏", "still not working" (P6d). They name
 * nothing else than the matter, neither another thing nor another place, or name nothing at all. A question, a fear and a danger are no
 * such words: they are for the understanding.
 */
export function isBack(
  said: string,
  matter: Pick<KnownMatter, 'summary' | 'place'>,
  setting: Pick<GroupSetting, 'buildings' | 'groupBuildings' | 'locale'>,
): boolean {
  const own = analyse(said);
  if (!asBefore.test(own.text) || notTold.test(own.text)) return false;
  if (otherwise.some((one) => own.concepts.has(one))) return false;
  if (!own.concepts.has('fault') && !amiss.test(own.text)) return false;
  if (dangerIn(own) !== null || isElsewhere(said, matter, setting)) return false;
  const about = analyse(matter.summary);
  const isOfOther = named(own).some((thing) => !about.things.has(thing));
  return !isOfOther && (isAlike(own, about) || (namesNothing(own) && isSameFault(own, about)));
}

/** How well words that something is back fit one of several matters: by a thing, a word, or the very fault. */
export function backFits(said: string, { summary }: Pick<KnownMatter, 'summary'>): number {
  const own = analyse(said);
  const about = analyse(summary);
  const sameFault = faults.some((fault) => fault.test(own.text) && fault.test(about.text)) ? 1 : 0;
  return 4 * sharedThings(own, about) + 2 * shareGrams(own, about, 2) + sameFault;
}

/** A flat that is written as a bare number: "502又堵了". */
const bareRoom = /(?<!\d)(\d{3,4})(?!\d)/;

function isElsewhere(
  said: string,
  { place }: Pick<KnownMatter, 'place'>,
  setting: Parameters<typeof parsePlaces>[1],
): boolean {
  const room = bareRoom.exec(said.normalize('NFKC'))?.[1];
  if (room && place.room !== null && room !== place.room) return true;
  const differs = (one: string | null, other: string | null): boolean => one !== null && one !== other;
  return parsePlaces(said, setting).some(
    (one) =>
      differs(one.building, place.building) ||
      (place.unit !== null && differs(one.unit, place.unit)) ||
      (place.room !== null && differs(one.room, place.room)),
  );
}

const isAlike = (own: Analysis, about: Analysis): boolean =>
  sharedThings(own, about) > 0 || shareGrams(own, about, 1) > 0;

const isSameFault = ({ text }: Analysis, about: Analysis): boolean =>
  faults.every((fault) => !fault.test(text) || fault.test(about.text));

const saysMore = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replaceAll(around, ' '));

/** The things that are called by their names, and not only meant by what is wrong with them ("黑了", "停着"). */
const named = ({ things, concepts }: Analysis): Thing[] =>
  [...things].filter((thing) => thing !== 'office' && concepts.get(thing)?.some(saysMore));

/** Nothing is left without the words for what is amiss, and those around them. */
function namesNothing({ text, concepts }: Analysis): boolean {
  const words = ofTheFault.flatMap((name) => concepts.get(name) ?? []).toSorted((a, b) => b.length - a.length);
  return !saysMore(words.reduce((rest, word) => rest.replaceAll(word, ' '), text));
}
