/** What is no mere outage: water that is brown, runs or smells, sparks, noises, somebody shut in. A person looks at it. */
const more =
  /黄(?!色预警)|浑|锈|黑水|泥沙|脏|味|臭|漏|渗|滴|爆|喷|溢|浸|淹|积水|跑水|冒|反水|返水|堵|塞|火花|打火|烧|焦|糊|烟|异响|(?<!影)响|晃|抖|震|困|夹|坠|掉落|门锁|电瓶|充电|跳闸|空开|漏保|我一家|就我家|只有我家|单单我家|\b(?:brown|yellow|rust\w*|murky|cloudy|dirty|smell\w*|stink\w*|leak\w*|drip\w*|burst\w*|flood\w*|overflow\w*|gush\w*|spray\w*|spark\w*|smok\w*|burn\w*|block\w*|clog\w*|noise\w*|noisy|shak\w*|stuck|trapped|fell|tripp\w*|breaker|only (?:my|our|me))\b/;
const saying = /一滴(?:水)?(?:都|也)?|漏(?=掉)|掉线|打不(?:着|燃)火|打唔着火|火气|烧(?=水|饭|菜)|气味相投/g;

/** Whether more is told than that a thing is out. */
export const tellsMore = (text: string): boolean => more.test(text.replaceAll(saying, ''));

/** Somebody for whom the time without it is dangerous or hardly to be borne. */
const needy =
  /制氧|吸氧|供氧|氧气|呼吸机|透析|吸痰|雾化|胰岛素|冰箱里的药|婴儿|新生儿|宝宝|奶粉|冲奶|坐月子|月子里|月子中|孕妇|怀孕|卧床|瘫痪|轮椅|残疾|病人|患者|化疗|刚做完手术|术后|老人(?:家)?(?:一个人|独居|下不|上不|走不|困)|[89]\d岁|独居|救命|\b(?:oxygen|ventilator|dialysis|insulin|nebuli[sz]er|newborn|baby|infant|formula|pregnant|bedridden|wheelchair|disabled|patient|surgery|lives alone|elderly|[89]\d[- ]year)/;

/** Whether the writer, or somebody with them, cannot simply wait until it is over. */
export const cannotWait = (text: string): boolean => needy.test(text);

/** Complains of how it is done, rather than telling that it is out. */
const complains =
  /投诉|赔|补偿|退钱|凭什么|太过分|天天|老是|总是|经常|三天两头|隔三差五|第[二三四五六七八九两\d]+次|complain|compensat|refund|unacceptable|ridiculous|every (?:week|month|time|day)|third time|second time/;
export const complainsOfIt = (text: string): boolean => complains.test(text);

/** Holds the time that was promised against what is. */
const late =
  /说好|讲好|说是|不是说|不是话|本来说|说了[^,，。]{0,6}[点时]|通知[^,，。]{0,4}(?:说|写)|早就|都[^,，。]{0,8}点了|过了[^,，。]{0,6}(?:点|时间)|超时|还(?:没|不|未|是没|要)|仲未|仲冇|仍|怎么还|点解仲|supposed|you said|notice said|promised|\bstill\b|\byet\b|should (?:be|have)/;
export const saysLate = (text: string): boolean => late.test(text);

/** Speaks of what is to come ("又停水", "明天停电啊"), and not of what is out already. */
const plan =
  /(?:又|还|老|要|得|会|将|明天|后天|今晚|下午|晚上)[^,，。]{0,4}停(?:水|电|气|暖|网)(?!了|咗|喇|啦|咯|嘞|中)|going to be (?:off|out|cut)|will be (?:off|out|cut)|tomorrow/;
const now =
  /没|冇|无|莫得|不(?:出|来|动|热)|现在|而家|宜家|已经?|刚|突然|提前|怎么就|这会|一滴|\b(?:no|now|already|just|early|out|gone)\b(?! tomorrow)/;
export const speaksOfPlan = (text: string): boolean => plan.test(text) && !now.test(text);

/** Asks only whether it is out, or when it begins and ends: what a notice with its times answers. */
const asks =
  /吗|嘛|[?]|是不是|是否|有没有|什么时候|几时|几点|多久|到几|多长|咩|\bwhen\b|how long|what time|until|is (?:it|there|anyone|anybody)|any(?:one|body) else/;
const asksMore =
  /怎么(?:办|冲|洗|做饭|煮|弄|解决)|哪里|哪儿|在哪|边度|为什么|为啥|为何|点解|原因|费|水质|能不能|可以|可唔可以|送水|打水|取水|接水|消防|怎么用|洗|谁|帮|\bwhere\b|\bwhy\b|\bwho\b|\bcan\b|\bcould\b|\bhow (?:do|can|to|much)\b|\bcost/;
export const asksWhenOnly = (text: string): boolean => asks.test(text) && !asksMore.test(text);
export const asksForMore = (text: string): boolean => asksMore.test(text);

/** Does not know what to do without it: a person answers. */
const atALoss = /怎么办|咋办|怎样办|点算|点办|怎么过|what (?:do|should|can|are) (?:i|we)\b/;
export const asksForHelp = (text: string): boolean => atALoss.test(text);

const meToo =
  /^(?:[+＋➕]1|1\+|同上|同问|同求|me too|same(?: here)?|us too|here too|ditto)|^(?:我|我们|我家|我们家|我哋|我屋企|这边|我这边|这里|楼上|\d+(?:栋|幢|座|楼|号楼)[^,，。]{0,8}?)(?:家)?(?:也是?|亦|都系|一样|同样)(?:没有?|停了|这样|咁|啊|的|了|有|哦|呢|呀)*[!。~]?$|^(?:也是|一样|都系|都是)[^,，。]{0,4}$|^(?:we|i)(?: also)? (?:have|don't have) (?:it|any|the same)/;
const chase =
  /^(?:@?[^\s,，]{0,8}\s)?(?:还没[有]?(?:好|来|修好|恢复|通|弄好)|怎么还没|好了(?:没|吗)|来了(?:没|吗)|修好了?(?:没|吗)|恢复了?(?:没|吗)|什么时候(?:好|来|恢复|能好|修好)|几[时点](?:好|来|恢复|有|得)|搞掂未|整好未|any (?:news|update)|is it (?:back|fixed)|when (?:will|is) it|still (?:not|nothing|waiting))[^,，。]{0,10}[?!。~]?$/;

/** Short words that mean nothing by themselves: the writer's is out, too; or how long it takes. Null for anything else. */
export function joinsIn(text: string): 'me_too' | 'chase' | null {
  if (text.length > 30) return null;
  return meToo.test(text) ? 'me_too' : chase.test(text) ? 'chase' : null;
}

/** Of another place, or heard of. */
const others =
  /隔壁小区|别的小区|对面小区|公司|单位(?!门|楼)|老家|学校|听说|朋友|新闻|other estate|my office|at work|my (?:friend|sister|brother|parents)|heard that/;
export const speaksOfOthers = (text: string): boolean => others.test(text);
