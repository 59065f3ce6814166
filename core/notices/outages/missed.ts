import { outageThings, type OutageThing } from './things.ts';

const none = '(?:没有?|冇|无|莫得|未有?|唔)';
const ever = '(?:还|仲|又|也|都|一直|到现在|怎么|咋|点解|突然|全)*';
const back = '(?:几时|几点|什么时候|多久|还没|还不|仲未|怎么还没|没|不|未|冇)[^,，。\\n]{0,4}';
/** Not the water of a river, nor the electricity of a toy. */
const notWater = '(?!果|泥|平|准|池|费|表|印)';
const notPower = '(?!梯|视|影|瓶|动|话|池|工|费|脑|单|子|锤|钻|线|表|箱)';
const enOut =
  "(?:'s|s)? (?:is |are |be |has |have |was |went |been |still |not |all |completely |just |gone |isn't |hasn't |aren't |come |coming )*(?:off|out|gone|cut|down|stopped|dead|back|working|running|on yet|available|broken)\\b";

/** How residents say that a thing is out, or ask whether it is and when it comes back; in normalised text. */
const said: Record<OutageThing, RegExp> = {
  water: new RegExp(
    `停[了咗]?(?:自来|食|咸)?水${notWater}|断[了咗]?水${notWater}|${none}${ever}(?:来|得|有|自来|食|咸|出)?水${notWater}|${back}[来有到嚟]水|(?<!热|漏|积|污|废|雨)水${ever}(?:停|断|没|冇|未来|未到|还没|几点来|什么时候来|唔来)|水龙头[^,，。]{0,8}(?:没|不出|冇|无)|来水(?:吗|没|了没|咩|未)|[点时]来水|` +
      `no (?:running |cold )?water\\b|without (?:any )?water|(?<!hot )water${enOut}|taps? (?:is|are|ran|run|has run) dry|water (?:outage|cut)|nothing (?:comes|coming) out of the tap`,
  ),
  hot_water:
    /(?:没有?|冇|无|停|断|莫得)[^,，。]{0,3}热水|热水[^,，。]{0,6}(?:没|停|冇|不热|不来|出不来|唔热|断)|no hot water|without hot water|hot water[^.,]{0,16}(?:off|out|gone|not|isn't|cold|stopped|back)/,
  power: new RegExp(
    `停[了咗]?电${notPower}|断[了咗]?电${notPower}|${none}${ever}(?:来|得|有)?电${notPower}|${back}[来有到嚟]电${notPower}|(?<![充手闪])电${ever}(?:停了|断了|没来|没了|冇咗|未来|还没|几点来|什么时候来)|来电(?:吗|没|了没|咩|未)|[点时]来电|` +
      `no (?:power|electricity)\\b|without (?:power|electricity)|(?:power|electricity)${enOut}|power (?:outage|cut)|blackout|lost power`,
  ),
  gas: new RegExp(
    `停[了咗]?(?:燃|煤|天然|石油)?气(?!温)|${none}${ever}(?:燃|煤|天然)?气(?!味|温|色|氛|了吧|质|象)|打不(?:着|燃)火|打唔着火|(?:燃|煤|天然)气[^,，。]{0,4}(?:停|没|断|打不)|${back}[来有通]气|no gas\\b|without gas|\\bgas${enOut}`,
  ),
  heating:
    /停暖|(?:没有?|冇|无|不|停)[^,，。]{0,2}(?:暖气|供暖|供热)|(?:暖气|地暖)[^,，。]{0,8}(?:不热|没|停|冰|凉|不暖|冷)|no heat(?:ing)?\b|heating[^.,]{0,14}(?:off|out|not|isn't|down|stopped|back|cold)|radiators? (?:is|are)[^.,]{0,8}cold/,
  lift: /(?:电梯|升降机|客梯|货梯)[^,，。]{0,10}(?:坏|停(?!车)|不动|不走|不开|用不了|用唔到|没法用|不能用|唔郁|不运行|故障|开不了|罢工|搭唔到|没反应|什么时候|几点|几时|多久|在修|检修|维修|没了)|(?:停|没|冇)(?:了|有|咗)?电梯|no (?:lifts?|elevators?)|(?:lifts?|elevators?)[^.,]{0,14}(?:out of|not|isn't|aren't|broken|down|stopped|off|dead|back)/,
  network:
    /断网|(?:没有?|冇|无)(?:网|信号|wifi|宽带)|(?:网络?|宽带|wifi|无线|光纤)[^,，。]{0,8}(?:断|没|不通|连不上|上不了|上唔到|掉线|中断|用不了|坏)|上不了网|上唔到网|no (?:internet|network|wi-?fi|broadband)|(?:internet|wi-?fi|network|broadband)[^.,]{0,14}(?:down|out|off|not|isn't|dead|gone|back)/,
  door: /(?:门禁|单元门|大门|对讲|自动门|人行门|刷脸)[^,，。]{0,10}(?:坏|不开|打不开|开唔到|用不了|没反应|冇反应|失灵|刷不|不灵|关不|刷唔到|停用|没电)|(?:entrance|front|lobby) door[^.,]{0,16}(?:not|won't|broken|stuck|doesn't|isn't)|intercom[^.,]{0,14}(?:not|down|broken|dead|isn't|doesn't)|(?:door access|entry system)[^.,]{0,14}(?:not|down|broken|isn't)/,
  barrier:
    /(?:道闸|车闸|闸机|抬杆|栏杆|车牌识别|车库门|停车杆)[^,，。]{0,10}(?:坏|不开|打不开|不抬|不起|抬不|用不了|没反应|失灵|识别不|识别唔|停用)|(?:barrier|boom gate|garage (?:door|gate))[^.,]{0,16}(?:not|won't|broken|stuck|down|doesn't|isn't)/,
  aircon:
    /(?:中央空调|空调|冷气)[^,，。]{0,8}(?:不冷|没|停|不制冷|坏|冇|唔冻|不凉|用不了)|(?:没有?|冇|停)(?:了|咗)?(?:空调|冷气)|no air[- ]?con|air[- ]?con\w*[^.,]{0,14}(?:off|out|not|isn't|down|broken|stopped)/,
};

/** The things of which a resident says that they are out, or asks when they come back. */
export function missedIn(text: string): OutageThing[] {
  const without = (name: OutageThing): string =>
    name === 'water' ? text.replaceAll(/(?:没有?|冇|无|停)[^,，。]{0,3}热水|热水|hot water/g, '') : text;
  return outageThings.filter((name) => said[name].test(without(name)));
}
