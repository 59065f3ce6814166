import { type Analysis, analyse } from './analysis.ts';
import { dangerIn } from './danger/danger.ts';
import { sharedThings, shareGrams } from './in-common.ts';
import { parsePlaces } from './place/parse-places.ts';
import type { GroupSetting, KnownMatter } from './understanding.ts';

/** One of these words, the longest first, wherever they stand. */
const oneOf = (words: readonly string[]): RegExp =>
  new RegExp(words.toSorted((a, b) => b.length - a.length).join('|'), 'g');

/** As it was before. */
const again =
  "又|再次|还是|还在|还|仍然|仍|依旧|依然|照样|老是|仲系|仲喺|仲|\\b(?:again|still|same)\\b|老样子|没修好|没弄好|没解决|\\bnot fixed|\\bisn't fixed".split(
    '|',
  );
const asBefore = new RegExp(again.join('|'));

/** What may be amiss with anything, and what is amiss with some things only. What is denied here is a fault by being denied. */
const faults = (
  '坏|烂|壞|不行|不灵|不得|老样子|那样|这样|这个样|一样|系咁|犯|复发|没修好|没弄好|没通好|没解决|没好|没通|没反应|用不了|未好|未搞掂|唔得|唔掂|' +
  '堵住|堵死|堵|塞住|塞|不通|唔通|下不去|返水|倒灌|冒水|冒|溢|漏水|漏|渗水|渗|滴水|滴|漏紧|滴紧|没水|冇水|不出水|没电|冇电|跳闸|没热水|不热|唔热|不凉|不制冷|不冷|' +
  '停住|停着|停|断|卡住|卡|死火|不动|唔郁|动不了|打不开|开不了|关不上|关不了|不亮|唔着|唔著|唔亮|黑|灭|熄|闪|响|吵|叫|臭|掉|松|' +
  "not working|isn't working|not fixed|isn't fixed|doesn't work|won't work|doesn't open|won't open|won't close|doesn't close|not draining|doesn't drain|" +
  'no water|no power|no heat|no hot water|the same|same|stuck|broken|leaking|leaks|dripping|drips|blocked|clogged|dark|stopped|stops|dead|noisy|out|off|down'
).split('|');
/** What may stand beside it and says nothing of its own: sighs, times, who mended it, and how it is told. */
const beside = (
  '怎么|怎样|点解|咋|唉|哎|诶|晕|天哪|我的天|无语|师傅|师父|你们|你哋|刚走|前脚走|刚修完|刚修好|刚弄好|刚通完|刚通|刚修|刚换|才修好|才修|才通|才换|才走|刚才|刚刚|啱啱|刚|才|' +
  '今天|今早|今日|昨天|昨晚|琴日|早上|上午|中午|下午|傍晚|晚上|夜里|半夜|现在|而家|依家|这会儿|这会|一会儿|一会|没过多久|没多久|没过|不到|过了|我家|我们家|我屋企|家里|问题|毛病|' +
  '就|了|啊|呀|啦|喇|哦|喔|呢|吧|嘛|的|着|得|咗|嘅|这|' +
  "it's|it|is|was|has|just|oh|and|now|already|the|a|an|my|our|guys|hi|hello|sorry|problem|issue|thing|story|after|you|they|left|today|this|morning|evening|afternoon|" +
  'hours?|minutes?|days?|later|only|one|two|happening|happened|gone|went|keeps?'
).split('|');
const aWhile = '[\\d一二两三四五六七八九十几半]+个?多?(?:小时|钟头|分钟|天|钟|日)';
const isLatin = (word: string): boolean => /^[a-z]/.test(word);
const wholeWord = (word: string): string => (isLatin(word) ? `\\b${word}\\b` : word);
const sayingNothing = oneOf([aWhile, ...again, ...[...faults, ...beside].map(wholeWord)]);
const aFault = oneOf(faults.map(wholeWord));
const aPlace =
  /\d+\s*(?:号楼|栋|幢|号|座|单元|室|房|户)|[一二三四五六七八九十]+(?:单元|栋|幢|座)|(?<!\d)\d{3,4}(?!\d)|[a-z]座|\b(?:building|block|unit|flat|room)\s*\d+\w?|[-#/]/g;

/** Faults that are told apart by a word: what is blocked does not drip. What was said of the one is known by the second. */
const apart: readonly (readonly [said: RegExp, known: RegExp])[] = [
  [/[堵塞溢]|不通|唔通|下不去|返水|倒灌|block|clog|drain/, /[堵塞通溢]|下不去|返水|倒灌|block|clog|drain/],
  [/[漏滴渗]|leak|drip/, /[漏滴渗]|leak|drip/],
  [/[黑亮熄灭闪]|唔[着著]|dark|light/, /[黑亮熄灭闪暗灯]|唔[着著]|停电|没电|dark|light|bulb|lamp|power/],
  [/[响吵叫]|nois/, /[响吵闹噪叫]|nois|loud/],
  [/[臭]|smell|stink/, /[臭味]|smell|stink/],
  [/[热冷凉]|heat|hot|cold/, /[热冷暖凉]|heat|hot|cold|warm/],
  [/没水|冇水|不出水|no water/, /水|water/],
  [/没电|冇电|跳闸|no power/, /电|闸|黑|power|electric/],
  [
    /[停断卡动郁]|死火|stopp?|stuck|dead|\b(?:out|off|down)\b/,
    /[停断卡坏动壞]|没|冇|不开|stop|stuck|dead|broken|not|out|off|down/,
  ],
  [/[开关]|open|clos/, /[开关门卡坏]|open|clos|stuck|broken/],
];

/** Whether words may be of that sort at all: every line of talk is asked. */
export const mayBeBack = (said: string): boolean => asBefore.test(analyse(said).text);

/**
 * Whether a reporter's words say that what was done did not help, or did not last, and nothing else: "又堵了", "电梯又坏了", "still not working"
 * (P6d). What they name is of the matter, and no word is left over. Whoever says more ("又停了，里面有人", "又不堵了", "你家又堵了"), asks, or tells of danger is
 * for the understanding.
 */
export function isBack(
  said: string,
  matter: Pick<KnownMatter, 'summary' | 'place'>,
  setting: Pick<GroupSetting, 'buildings' | 'groupBuildings' | 'locale'>,
): boolean {
  const own = analyse(said);
  const about = analyse(matter.summary);
  const { text } = own;
  if (!asBefore.test(text) || text.search(aFault) < 0 || isAsked(text)) return false;
  if (apart.some(([ofSaid, ofKnown]) => ofSaid.test(text) && !ofKnown.test(about.text))) return false;
  if (dangerIn(analyse(`${matter.summary}\n${said}`)) !== null || isElsewhere(said, matter, setting)) return false;
  return !/[\p{L}\p{N}]/u.test(leftOver(own, about));
}

/** How well words that something is back fit one of several matters: by a thing, a word, or the very fault. */
export function backFits(said: string, { summary }: Pick<KnownMatter, 'summary'>): number {
  const own = analyse(said);
  const about = analyse(summary);
  const sameFault = apart.some(([ofSaid, ofKnown]) => ofSaid.test(own.text) && ofKnown.test(about.text)) ? 1 : 0;
  return 4 * sharedThings(own, about) + 2 * shareGrams(own, about, 2) + sameFault;
}

/** "怎么又堵了?" is no question. */
const isAsked = (text: string): boolean =>
  /[?]\s*$/.test(text) ? !/怎么|咋|点解|\bwhy\b/.test(text) : /[吗么]$|^(?:is|was|has|does)\b/.test(text);

function isElsewhere(
  said: string,
  { place }: Pick<KnownMatter, 'place'>,
  setting: Parameters<typeof parsePlaces>[1],
): boolean {
  const room = /(?<!\d)(\d{3,4})(?!\d)/.exec(said.normalize('NFKC'))?.[1];
  if (room && room !== place.room) return true;
  return parsePlaces(said, setting).some(
    (one) =>
      (one.building !== null && one.building !== place.building) ||
      (one.unit !== null && one.unit !== place.unit) ||
      (one.room !== null && one.room !== place.room),
  );
}

/** What remains of the words without places, what is amiss, what says nothing of its own, and what the matter was told in, too. */
function leftOver({ text, things, concepts }: Analysis, about: Analysis): string {
  const names = [...things].filter((thing) => thing !== 'office').flatMap((thing) => concepts.get(thing) ?? []);
  const pairs = [...text.matchAll(/(?=(\p{Script=Han}{2}|\d+[楼层]))/gu)].map(([, pair = '']) => pair);
  const shared = [...names, ...pairs]
    .filter((word) => !isLatin(word) && about.text.includes(word))
    .toSorted((a, b) => b.length - a.length);
  return shared
    .reduce((rest, word) => rest.replaceAll(word, ' '), text.replaceAll(aPlace, ' '))
    .replaceAll(sayingNothing, ' ')
    .replaceAll(/[a-z']+/g, (word) => (about.text.split(/[^a-z']+/).includes(word) ? ' ' : word));
}
