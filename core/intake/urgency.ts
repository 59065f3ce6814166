import type { Analysis } from './analysis.ts';
import type { Urgency } from './understanding.ts';

/** Life or the building in danger now (P5e). Each sign needs its two halves in one message, in either order. */
const dangers: readonly { what: string; sign: RegExp }[] = [
  {
    what: 'somebody shut in a lift',
    sign: /(?:困|关|卡)(?:在|喺|住|咗|到)?[^。\n]{0,14}(?:电梯|升降机|货梯|梯里|那台)|(?:电梯|升降机|货梯|梯里|lift|elevator)[^。\n]{0,16}(?:困住|困咗|困了|困人|有人困|被困|卡在|关住|拍门|出不来|出唔到|喊救)|(?:stuck|trapped)[^.\n]{0,18}(?:lift|elevator)|(?:lift|elevator)[^.\n]{0,30}(?:trapped|with (?:someone|people|us|me|my|a (?:kid|child|man|woman)) (?:in|inside)|stuck inside|people inside)/,
  },
  {
    what: 'gas in the air',
    sign: /(?:煤气|燃气|天然气|瓦斯|石油气)[^。\n]{0,4}(?:味|泄|漏|好大阵)|(?:闻到|闻得)[^。\n]{0,10}(?:煤气|燃气|瓦斯|石油气)|(?:smell\w*|reek\w*|stink\w*)[^.\n]{0,24}\bgas\b|\bgas (?:leak|smell)/,
  },
  {
    what: 'fire or smoke',
    sign: /着火|起火|失火|火警(?!钟(?:测试|坏))|冒烟|冒黑烟|浓烟|出烟|在烧|烧起来|烧着|焦味[^。\n]{0,6}(?:火|烟)|有烟|(?:on fire|smoke (?:coming|pouring|billowing|from|in the)|flames|there'?s a fire|fire in)/,
  },
  {
    what: 'live electricity',
    sign: /(?:电线|电缆|表箱|电箱|插座|电表|配电|电)[^。\n]{0,14}(?:火花|冒火|噼里啪啦|打火|漏电|触电|电到人)|(?:火花|噼里啪啦)[^。\n]{0,10}(?:电|线|箱)|(?:live|bare|exposed|hanging|downed) (?:wire|cable)|(?:wire|cable|socket|panel|meter|fuse ?box)[^.\n]{0,24}spark|spark\w*[^.\n]{0,24}(?:wire|cable|socket|panel|box|meter)|electrocut/,
  },
  {
    what: 'parts of the building falling',
    sign: /(?:外墙|墙皮|外皮|铝板|瓷砖|玻璃|石屎|幕墙|广告牌|铁皮|空调外机|窗|纸皮石)[^。\n]{0,14}(?:往下砸|往下掉|掉下来|跌落|砸下|跌紧|随时下来|脱落|快掉|就要掉)|整块[^。\n]{0,6}(?:往下|掉|砸)|(?:facade|cladding|brick|masonry|panel|concrete|glass|tile|window|ledge|cornice|scaffold\w*)[^.\n]{0,24}(?:fell|falling|coming (?:down|loose|off)|about to (?:fall|come)|came down|crashed|hanging)/,
  },
  {
    what: 'a main pipe burst',
    sign: /(?:主管|总管|大水管|水管|消防管|喉管|喷淋)[^。\n]{0,6}(?:爆|炸)|爆(?:水管|管|咸水管|喉)|(?:burst|exploded)[^.\n]{0,14}(?:pipe|main|hydrant)|(?:pipe|water main|main|hydrant)[^.\n]{0,14}burst/,
  },
  {
    what: 'violence',
    sign: /打人|打起来|打紧交|动手打|持刀|拿刀|揸刀|动刀|行凶|家暴|打老婆|喊救命|(?:attacked|assault\w*|has a knife|with a knife|being beaten|violent|fighting in|punch\w*)/,
  },
  {
    what: 'somebody collapsed or hurt',
    sign: /晕倒|昏倒|晕低|晕咗|倒在地上|倒地不起|昏迷|心脏骤停|没呼吸|心肌梗|中风|流了好多血|流好多血|摔断|跌落楼|坠楼|跳楼|要跳|溺水|(?:collapsed (?:in|on|at|near|outside|by)|unconscious|not breathing|heart attack|bleeding|seizure|drown|passed out|unresponsive|call(?:ed)? (?:an )?ambulance)/,
  },
  {
    what: 'somebody cannot be reached or saved in time',
    sign: /(?:电话不接|联系不上|敲门没(?:人)?应|冇应门|没声音)[^。\n]{0,16}(?:\d{2}岁|一个人|独居|老人)|(?:一个人在|妈|爸|老人|婆婆|爷爷|奶奶)[^。\n]{0,10}(?:电话不接|联系不上|敲门没)|水(?:都)?到大腿|(?:not answering|no answer)[^.\n]{0,40}(?:elderly|lives alone|worried)/,
  },
];

/** Danger that is told of, not reported: the news, a drama, a joke, another place, long ago, a mere fear. */
const told =
  /韩剧|电视|电影|新闻|剧里|听说|刷到|视频|想起|梦见|演习|演练|测试|某小区|隔壁小区|博士|论文|会不会|万一|如果|要是|哪天|半夜燃起来|想当年|上次|去年|火锅|地铁|救我救我|on the news|movie|episode|drill|reminds me|what if|would be|could catch|last year|test(?:ing)? (?:the|of)|remember when|barbecue|bbq|candle|fire (?:sale|stick|emoji)/;

/** The danger that a message reports, or null. */
export function dangerIn({ text, concepts }: Analysis): string | null {
  if (told.test(text) || concepts.has('settled')) return null;
  return dangers.find(({ sign }) => sign.test(text))?.what ?? null;
}

/** Somebody for whom waiting is worse than for others. */
const vulnerable =
  /月子|坐月|新生儿|婴儿|宝宝才|二十天|孕妇|怀孕|轮椅|残疾|行动不便|做完.{0,4}手术|膝盖手术|心脏病|老太太|老人家|婆婆|[89]\d\s*(?:岁|了)|\d{2}岁一个人|一个人住|我一个人弄|独居|药要放|wheelchair|disabled|elderly|newborn|pregnant|baby|infant|oxygen|insulin|lives alone|[89]\d.year|surgery/;
const whole =
  /整(?:个|层|栋|座|单元|楼)|全(?:单元|楼|栋|层|黑|座|都没)|成(?:座|层|栋)|都没(?:水|电)|我们单元.{0,4}没|两部(?:电)?梯都|两台.{0,6}都|部(?:𨋢|升降机|lift)都|就我们\d|\d+楼没[水电]|单元停电|单元又黑|没水了|一滴都莫?没?[得]?|没电了|停电了|whole (?:building|floor|block|tower)|entire (?:building|floor|block|tower)|both (?:lifts|elevators)|all (?:the )?(?:lifts|elevators)|no (?:water|power|electricity|heat|heating|hot water)|(?:water|power|electricity)(?:'s| is| has| has been)? (?:out|off|gone)/;
const inside =
  /漫到|淌到|淌起|水帘洞|滋水|飙水|往屋里|反脏水|往外冒|顺着灯座|沙发都漂|接满了|水浸|湿到|打湿完|天花板.{0,8}(?:滴|漏|掉)|pouring (?:into|through|in|from|down)|water (?:coming|running|pouring|gushing|dripping|leaking) (?:through|into|in|from|down)|through (?:the|my|our) (?:ceiling|light)|flood(?:ing|ed)? (?:my|our|the (?:kitchen|bathroom|flat|apartment|hall))|soaked|ceiling is (?:leaking|dripping)/;
/** What can be waited for although many are without it. */
const mayWait = /灯|车位|快递|wifi|宽带|泥水|黄|brown|parking/;

/**
 * How soon a matter needs somebody. `emergency`: life or the building is in danger now. `high`: a building or a floor is
 * without water, power, lift or access, water runs into a flat, or somebody vulnerable is concerned. Told, not judged by
 * tone: "!!!" alone raises nothing.
 */
export function urgencyOf(analysis: Analysis): Urgency {
  if (dangerIn(analysis)) return 'emergency';
  const { text, things } = analysis;
  const service = things.has('water') || things.has('power') || things.has('lift') || things.has('heating') || things.has('gas');
  if (inside.test(text)) return 'high';
  if (service && whole.test(text) && !mayWait.test(text)) return 'high';
  if (vulnerable.test(text) && (service || things.has('leak') || things.has('drain') || things.has('light') || things.has('door'))) return 'high';
  return 'normal';
}

const order: readonly Urgency[] = ['normal', 'high', 'emergency'];

/** Urgency is only ever raised by what residents add. */
export const isMoreUrgent = (one: Urgency, than: Urgency): boolean => order.indexOf(one) > order.indexOf(than);
