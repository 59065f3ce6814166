import type { Analysis } from './analysis.ts';
import type { Urgency } from './understanding.ts';

/** Life or the building in danger now (P5e). Each sign needs its two halves in one message, in either order. */
const dangers: readonly { what: string; sign: RegExp }[] = [
  {
    what: 'somebody shut in a lift',
    sign: /(?:困|关|卡|夹|锁)(?:在|喺|住|咗|到|紧)?[^。\n]{0,14}(?:电梯|升降机|货梯|梯里|那台)|困梯|(?:电梯|升降机|货梯|客梯|梯里|轿厢)[^。\n]{0,20}(?:困住|困咗|困了|困人|困紧|有人困|被困|卡在|关住|拍门|出不来|出唔到|出唔返|喊救|有人喊|有人叫|里面有人|里头有人|入面有人|有小孩|有老人)|(?:里面|入面|里头)[^。\n]{0,10}(?:困住|出不来|出唔到)|(?:stuck|trapped|shut|caught|locked)[^.\n]{0,30}(?:lift|elevator)(?! (?:bill|scene))|(?:lift|elevator)[^.\n]{0,40}(?:trapped|stuck inside|people inside|someone inside|somebody inside|kid inside|can'?t get out|banging|shouting|yelling|screaming|crying|with (?:someone|somebody|people|us|me|my|him|her|a (?:kid|child|man|woman|lady|guy|toddler|baby))[^.\n]{0,12}(?:in|inside))|(?:trapped|stuck)[^.\n]{0,20}between (?:the )?(?:floors?|\d)|(?:we'?re|i'?m|i am|we are|she'?s|he'?s) (?:stuck|trapped) (?:in|inside|between)/,
  },
  {
    what: 'gas in the air',
    sign: /(?:煤气|燃气|天然气|瓦斯|石油气)[^。\n]{0,6}(?:味|泄|漏|好大阵|臭|阵)|(?:闻到|闻得|嗅到)[^。\n]{0,12}(?:煤气|燃气|瓦斯|石油气)|(?:smell\w*|reek\w*|stink\w*|odou?r|whiff|scent)[^.\n]{0,30}\bgas\b(?! station)|\bgas\b[^.\n]{0,12}(?:leak|smell|odou?r|hissing)|rotten eggs/,
  },
  {
    what: 'fire or smoke',
    sign: /(?<!打不|打|点不|点|燃不)着火|起火|失火|火烛|火警(?!钟|测试)|冒(?:黑|白|浓)?烟|黑烟|浓烟|出烟|烟(?:涌|飘|滚)|(?:好大|好多|大|满走廊|一走廊)(?:阵)?烟(?!味)|有火光|烧紧|在烧(?!水|菜|饭)|烧起来|烧着|烧焦|臭燶|(?:闻到|一股)[^。\n]{0,6}(?:焦味|烧焦|糊味)|焦(?:糊)?味[^。\n]{0,8}(?:火|烟|电)|有烟(?!味)|(?:is|are|'s|caught|catching) (?:on )?fire|on fire\b|(?:smoke|flames)[^.\n]{0,14}(?:coming|pouring|billowing|from|in the|out of|everywhere|filling|inside|under)|(?:see|seeing|smell\w*|there'?s|lots of|thick|black)[^.\n]{0,10}(?:smoke|burning|fire\b)|call(?:ed|ing)? (?:911|999|the fire)|something(?:'s| is)? burning|there'?s a fire|fire in\b/,
  },
  {
    what: 'live electricity',
    sign: /(?:电线|电缆|表箱|电箱|插座|电表|配电|电掣|灯|电)[^。\n]{0,16}(?:火花|冒火|噼里啪啦|噼啪|打火|漏电|触电|电到|电亲|着火|麻手)|漏电|触电|(?:火花|噼里啪啦|噼啪)[^。\n]{0,12}(?:电|线|箱)|(?:live|bare|exposed|hanging|downed|loose|dangling) (?:electric\w* )?(?:wir\w+|cable)|(?:wir\w+|cable|socket|outlet|panel|meter|fuse ?box|breaker|box|light|charger)[^.\n]{0,28}(?:spark|arcing|shock)|spark\w*[^.\n]{0,28}(?:wir\w+|cable|socket|outlet|panel|box|meter|light)|(?:got|gave|getting)[^.\n]{0,10}(?:a shock|shocked|zapped)|electrocut/,
  },
  {
    what: 'parts of the building falling',
    sign: /(?:外墙|墙皮|外皮|铝板|瓷砖|玻璃|石屎|批荡|幕墙|广告牌|招牌|铁皮|空调外机|冷气机|窗|纸皮石|棚架|保温层|墙砖|砖)[^。\n]{0,16}(?:往下砸|往下掉|掉下来|跌落|跌咗落|跌|甩|砸下|随时下来|随时掉|随时跌|脱落|快掉|就要掉|摇摇欲坠)|(?:板|墙|牌|棚)[^。\n]{0,12}(?:哐哐响|真的在晃|要掉|要塌|要倒)|整块[^。\n]{0,6}(?:往下|掉|砸)|(?:facade|cladding|brick\w*|masonry|panel|concrete|plaster|glass|tiles?|window|ledge|cornice|scaffold\w*|stone|gutter|air con\w*|ac unit|sign|slab|railing)[^.\n]{0,30}(?:fell|falling|coming (?:down|loose|off)|came (?:down|off)|about to (?:fall|come|go)|crashed|dangling|hanging (?:off|by|over|loose))/,
  },
  {
    what: 'a main pipe burst',
    sign: /(?:主管|总管|大水管|水管|消防管|喉管|水喉|喷淋|消防栓)[^。\n]{0,6}(?:爆|炸|喷)|爆(?:大)?(?:水管|管|咸水管|喉|水喉)|(?:burst|exploded|ruptured)[^.\n]{0,14}(?:pipe|main|hydrant)|(?:pipe|water main|main|hydrant|sprinkler)[^.\n]{0,18}(?:burst|exploded|ruptured|gushing|shooting)|water[^.\n]{0,16}(?:gushing|shooting|spraying everywhere)/,
  },
  {
    what: 'violence',
    sign: /打人|打起来|打紧交|打架|打交|动手打|郁手|持刀|拿刀|揸刀|动刀|斩人|行凶|家暴|打老婆|喊救命|嗌救命|(?:attacked|assault\w*|(?:has|with|pulled) a (?:knife|gun)|being beaten|beating (?:up|her|him)|fist ?fight|fighting in|punch(?:ed|ing)|screaming for help|violent)/,
  },
  {
    what: 'somebody collapsed or hurt',
    sign: /晕倒|昏倒|晕低|晕咗|倒在地上|倒在(?:楼道|大堂|门口|电梯|路边|楼梯)|跌倒[^。\n]{0,10}(?:起不|起唔|流血|不动|唔郁)|跌低咗|倒地不起|起不来身|昏迷|心脏骤停|没呼吸|心肌梗|中风|流了?好多血|满头.?血|摔断|跌落楼|坠楼|跳楼|要跳(?!绳|舞|槽)|溺水|没反应了|(?:叫|打)(?:了|咗)?(?:120|救护车|白车|十字车)|(?:collapsed|unconscious|not breathing|heart attack|bleeding|seizure|drown\w*|passed out|unresponsive|fainted|having a stroke|can'?t get up|need an ambulance|fell down the stairs|call(?:ed|ing)? (?:an )?ambulance)/,
  },
  {
    what: 'somebody cannot be reached or saved in time',
    sign: /(?:电话不接|电话没接|不接电话|冇听电话|联系不上|敲门没(?:人)?应|冇应门|没声音)[^。\n]{0,20}(?:\d{2}岁|一个人|独居|老人)|(?:一个人在|妈|爸|老人|婆婆|爷爷|奶奶|阿婆|阿伯)[^。\n]{0,12}(?:电话不接|不接电话|联系不上|敲门没|冇应门|冇听电话)|水(?:都)?到(?:大腿|腰|胸)[^。\n]{0,16}(?:喊|人|没声音)|(?:not answering|no answer|doesn'?t answer)[^.\n]{0,50}(?:elderly|lives alone|worried|\d\d years)|(?:toddler|baby|child|kid)[^.\n]{0,24}(?:locked in|on the ledge|climbing out)|(?:小孩|孩子|细路)[^。\n]{0,8}(?:反锁在|锁在屋|挂在|爬出窗)/,
  },
];

/** Danger that is told of, not reported: the news, a drama, a joke, another place, long ago, a mere fear. */
const told =
  /韩剧|电视|电影|新闻|剧里|听说|听讲|刷到|视频|想起|梦见|演习|演练|测试|某小区|隔壁小区|博士|论文|会不会|万一|如果|要是|哪天|半夜燃起来|想当年|上次|上回|上个月|去年|火锅|地铁|救我救我|以为|吓得我|怕(?:是|会)?[^。\n]{0,6}(?:着火|起火|触电)|防火|防盗|骂|吵着|on the news|movie|episode|drill\b|reminds me|what if|would be|could (?:catch|fall|hurt)|last (?:year|month|time|week)|(?:fire|alarm|drill) test|testing the|remember when|barbecue|bbq|candle|fire (?:sale|pit|emoji|hazard|stick)|on fire (?:today|lately)|ex\b|across town|in case of|if there/;

/** The danger that a message reports, or null. */
export function dangerIn({ text, concepts }: Analysis): string | null {
  if (told.test(text) || (['settled', 'joke', 'news', 'memory', 'trade'] as const).some((sign) => concepts.has(sign)))
    return null;
  if (concepts.has('otherPlace') && !concepts.has('here') && !concepts.has('home')) return null;
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
  const service =
    things.has('water') || things.has('power') || things.has('lift') || things.has('heating') || things.has('gas');
  if (inside.test(text)) return 'high';
  if (service && whole.test(text) && !mayWait.test(text)) return 'high';
  if (
    vulnerable.test(text) &&
    (service || things.has('leak') || things.has('drain') || things.has('light') || things.has('door'))
  )
    return 'high';
  return 'normal';
}

const order: readonly Urgency[] = ['normal', 'high', 'emergency'];

/** Urgency is only ever raised by what residents add. */
export const isMoreUrgent = (one: Urgency, than: Urgency): boolean => order.indexOf(one) > order.indexOf(than);
