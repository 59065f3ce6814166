import { normalise } from '../../intake/normalise.ts';
import type { Kind } from '../../intake/understanding.ts';
import type { Thing } from '../../intake/lexicon/things.ts';

/** What can be out, or be there, for many at once. Where the understanding knows the thing, it has its name. */
export type Cause =
  | Extract<Thing, 'power' | 'water' | 'heating' | 'gas' | 'lift' | 'door' | 'barrier' | 'smell' | 'noise'>
  | 'hot_water'
  | 'dirty_water'
  | 'network';

interface CauseWords {
  cause: Cause;
  /**
   * How far one cause reaches: a supply that fails over the whole estate, a lift or a front door for one stairwell. A smell or a noise
   * reaches far, too, and only where nobody names another source.
   */
  reach: 'estate' | 'stairwell';
  /** Says so, in a text as `normalise` leaves it. */
  says: RegExp;
  /** Words by which it is the matter of one flat after all. */
  butNot?: RegExp;
}

const ownFlat =
  /跳闸|空开|表显示|断路器|插座|插孔|电池|电瓶|充电|没充值|欠费|欠缴|遥控|水龙头|马桶|花洒|洗手盆|厨房下|阀门是不是|tripped|breaker|fuse|socket|battery|faucet|toilet|unpaid/;

/** In the order in which they are asked: with the power, the lift and the pump are out, too. */
const table: readonly CauseWords[] = [
  {
    cause: 'power',
    reach: 'estate',
    says: /停电(?!动|瓶)|断电|拉闸|(?:没|冇|无|莫得)(?:有)?晒?电(?!梯|视|话|池|动|的)|停咗电|电(?:又|也|怎么|突然|全|都)*(?:停|断|没)(?:了|咗)|整?(?:栋|幢|座|楼|层|单元)都?(?:一片)?(?:漆黑|全黑|黑了)|power (?:is |has |went |just )*(?:out|off|cut|gone|failure)|no (?:power|electricity)|(?:power|electricity) (?:\w+ ){0,3}(?:out|off|gone|down)\b|lost power|\boutage|blackout/,
    butNot: ownFlat,
  },
  {
    cause: 'hot_water',
    reach: 'estate',
    says: /(?:没|冇|无|莫得|不出|不来|停)(?:有)?热水|热水(?:\S{0,4})(?:没|停|断|不热|冰)|no hot water|hot water (?:\w+ ){0,3}(?:out|off|gone|cold|not working)/,
    butNot: /热水器|壁挂炉|heater|boiler/,
  },
  {
    cause: 'dirty_water',
    reach: 'estate',
    says: /黄水|锈水|黑水|黄汤|(?<![下污脏积])水(?:\S{0,6})(?:发黄|是黄|黄的|发黑|浑|铁锈|漂白)|(?:brown|yellow|rusty|cloudy|dirty|discolou?red) (?:tap )?water|water (?:\w+ ){0,3}(?:brown|yellow|rusty|cloudy|discolou?red)/,
    butNot: /鱼缸|水池|积水|楼上|花洒|鱼塘|喷泉|pool|fountain/,
  },
  {
    cause: 'water',
    reach: 'estate',
    says: /停水|断水|(?:没|冇|无|莫得)(?:有)?水(?!泥|平|准|果|印|电表|管|箱|表|壶|杯)|停咗水|一滴(?:水)?都|水压(?:\S{0,6})(?:低|小|不足|不够|没)|水(?:又|也|怎么|突然|全|都)*(?:停|断|没)(?:了|咗)|水(?:太|好|很|变|越来越)小|(?:爆|破)(?:了)?(?:主)?水?管|(?:加压|水)泵(?:\S{0,6})(?:停|故障|坏|不转|跳)|(?:no|lost) (?:running )?water|water (?:\w+ ){0,3}(?:out|off|gone|cut)\b|(?:low|no) water pressure|water pressure (?:\w+ ){0,3}(?:low|gone|weak)|burst (?:water )?main/,
    butNot: new RegExp(`${ownFlat.source}|泳池|喷泉|鱼池|水卡|饮水机|pool|fountain`),
  },
  {
    cause: 'gas',
    reach: 'estate',
    says: /停气|断气了?(?!味)|(?:没|冇|无|莫得)(?:有)?(?:燃|煤|天然)?气(?!味|压|球)|(?:燃|煤|天然)气(?:\S{0,4})(?:停|断|没|泄漏|泄露|漏)|(?:打不着|点不着|打唔着)火?|(?:燃|煤|天然)气(?:\S{0,3})(?:味|臭)|no gas|gas (?:\w+ ){0,3}(?:out|off|cut)\b|(?:smell(?:s|ing)?|reek\w*) (?:of |like )?gas|gas (?:smell|leak)/,
    butNot: /打火机|电子打火|气表|没气了?电池|gas station|欠费|没充值|车|car\b/,
  },
  {
    cause: 'heating',
    reach: 'estate',
    says: /(?:暖气|地暖|片子|供暖|供热)(?:\S{0,8})(?:不热|冰|凉|停|没|不暖|冷|不来)|(?:停|没|冇|不)(?:有)?(?:暖气|供暖|供热|地暖)|no heat(?:ing)?\b|(?:heat|heating|radiators?) (?:\w+ ){0,4}(?:out|off|cold|not working|down|stopped)/,
    butNot: /漏|滴|渗|只有一(?:组|片)|那一?片|leak|drip/,
  },
  {
    cause: 'network',
    reach: 'estate',
    says: /断网|(?:没|冇|无)(?:有)?网(?!格|点|购)|网(?:络)?(?:\S{0,4})(?:断|掉线|上不了|不通|挂了|瘫)|宽带(?:\S{0,6})(?:断|不通|不行|掉|坏)|没(?:有)?(?:手机)?信号|no (?:internet|wi-?fi|signal|broadband)|(?:internet|wi-?fi|broadband) (?:\w+ ){0,3}(?:out|off|down|dead)\b/,
    butNot: /纱窗|路由器坏|我(?:的)?路由|密码|my router/,
  },
  {
    cause: 'lift',
    reach: 'stairwell',
    says: /(?:电梯|升降机|𨋢|客梯|货梯|部梯|号梯)(?:\S{0,12})(?:坏|停|不动|不走|不下|不上|故障|卡|困|没反应|不开|失灵|唔郁|关不|开不|死机|罢工|不行|按不|唔识|维修)|(?:坏|停|卡|困)(?:\S{0,8})(?:(?:电梯|升降机|𨋢)(?![口厅间门旁])|梯里)|(?:lifts?|elevators?) (?:\w+ ){0,5}(?:broken|out|down|stuck|dead|stopped|not working|not moving|trapped|jammed|isn't|won't)|(?:stuck|trapped) in (?:the |a )?(?:lift|elevator)/,
    butNot: /电瓶车|抽烟|广告|贴|推进电梯|尿|屎|吐|垃圾|扔|保护板|smok|advert|cigarette|e-?bike|poster/,
  },
  {
    cause: 'door',
    reach: 'stairwell',
    says: /(?:单元门|大门|楼下门|楼栋门|铁门|铁闸|大闸|门禁)(?:\S{0,10})(?:坏|打不开|开不|关不|锁不|刷不|失灵|没反应|故障|唔开|卡(?:住|死|了))|(?:front|main|lobby|entrance) door (?:\w+ ){0,4}(?:broken|stuck|jammed|open|lock|not|won't)/,
    butNot: /我家(?:的)?(?:大门|铁门|门)|入户|防盗门|门禁?卡(?:丢|掉|坏|不见)|补卡|my (?:front|own) door/,
  },
  {
    cause: 'barrier',
    reach: 'estate',
    says: /(?:道闸|闸杆|抬杆|升降杆|栏杆机|车闸|停车场闸|出口闸|入口闸|车牌识别)(?:\S{0,10})(?:坏|抬不|不抬|不动|失灵|卡|故障|识别不|砸|停|唔郁)|(?:barrier|boom gate|car gate|parking gate|garage door|gate arm) (?:\w+ ){0,4}(?:broken|stuck|down|jammed|not|won't|dead)/,
  },
  {
    cause: 'smell',
    reach: 'estate',
    says: /臭|异味|怪味|刺鼻|恶臭|一股\S{0,4}味|难闻|smell|stink|stench|reek|odou?r/,
    butNot: /邻居|楼上|隔壁|对门|炒菜|抽烟|香烟|狗|猫|upstairs|neighbou?r|next door|smok/,
  },
  {
    cause: 'noise',
    reach: 'estate',
    says: /(?:工地|广场舞|喇叭|大喇叭|警报|报警器|警铃|发电机|风机|水泵房|泵房|空调外机|冷却塔|马路|施工队|打桩)(?:\S{0,12})(?:吵|响|噪|嗡|轰|震|睡)|(?:construction site|alarm|generator|siren|loudspeaker|jackhammer|pile driv\w+)(?: \w+){0,6} (?:noise|noisy|loud|going off|blaring|all night|buzzing)/,
    butNot: /邻居|楼上|隔壁|对门|upstairs|neighbou?r|next door/,
  },
];

const reaches: ReadonlyMap<Cause, CauseWords['reach']> = new Map(table.map(({ cause, reach }) => [cause, reach]));

/** How far it reaches; see {@link Cause}. */
export const reachOf = (cause: Cause): CauseWords['reach'] => reaches.get(cause) ?? 'stairwell';

/** What is kept with an incident as its thing, if it is a cause that is known today. */
export const isCause = (thing: string): thing is Cause => table.some(({ cause }) => cause === thing);

/** It is said of another day, or that it is over: nothing is out now. "从昨天停到现在" is now. */
const otherTime =
  /明天|后天|下周|下星期|下个?月|要停|会停|计划停|几时停|tomorrow|next (?:week|month)|scheduled|planned|(?:又|已经?|终于)?(?:来|恢复供|恢复了?|通)(?:电|水|气|暖)(?:了|啦|咗)|(?:power|water|gas|heat\w*|lift|elevator)(?:'s| is| are)? back\b|修好了(?!吗|没|嘛|\?)/;
const before = /昨天|昨晚|前天|上次|上周|上个?月|去年|yesterday|last (?:night|week|month|time|year)/;
const untilNow = /到现在|至今|从昨|一直|还(?:是)?(?:没|停|不)|仍|又|since|still|again/;
const reportingKinds: ReadonlySet<Kind> = new Set<Kind>(['repair', 'complaint', 'inquiry']);

/**
 * What of a matter one cause could put out for many: from the words of its report. Null for everything that is one flat's own (a tap,
 * a tripped switch), that is a suggestion or praise, or of another day.
 */
export function causeOf(matter: { kind: Kind; summary: string }): Cause | null {
  if (!reportingKinds.has(matter.kind)) return null;
  const said = normalise(matter.summary);
  if (otherTime.test(said) || (before.test(said) && !untilNow.test(said))) return null;
  return table.find(({ says, butNot }) => says.test(said) && !butNot?.test(said))?.cause ?? null;
}

/** Where a smell or a noise comes from, as far as the words name it. */
const sources: readonly [string, RegExp][] = [
  ['sewage', /下水|污水|粪|化粪|地漏|厕|返味|sew|drain|toilet/],
  ['rubbish', /垃圾|泔水|厨余|馊|trash|rubbish|garbage|bin\b|bins\b/],
  ['burning', /焦|糊|烧|塑料|burn|smoke/],
  ['chemical', /油漆|化工|药水|消毒|甲醛|沥青|paint|chemical|asphalt/],
  ['gas', /煤气|燃气|天然气|臭鸡蛋|gas|rotten egg/],
  ['works', /工地|施工|打桩|construction|pile|jackhammer/],
  ['music', /广场舞|喇叭|音乐|loudspeaker|music/],
  ['alarm', /警报|报警|警铃|alarm|siren/],
  ['machine', /风机|发电机|泵|外机|冷却塔|generator|fan\b|pump/],
];

/** The source of a smell or a noise that the words name; null where they name none. */
export function sourceOf(summary: string): string | null {
  const said = normalise(summary);
  return sources.find(([, words]) => words.test(said))?.[0] ?? null;
}
