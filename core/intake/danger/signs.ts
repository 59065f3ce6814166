import { inTurn, near } from './near.ts';

/** What can threaten life or the building (P5e). */
export type Danger =
  | 'somebody shut in a lift'
  | 'gas in the air'
  | 'fire or smoke'
  | 'live electricity'
  | 'parts of the building falling'
  | 'a main pipe burst'
  | 'violence'
  | 'somebody collapsed or hurt'
  | 'a child in danger'
  | 'somebody cannot be reached';

/** People as a frightened neighbour names them. */
const person =
  '有人|人(?=在|喺|被|困|晕|倒|卡|还)|[我他她佢](?=[在喺被困卡关倒跌摔]|们|哋|也)|我妈|我爸|我老[公婆]|我女|我仔|我儿|我奶|我爷|我阿|我婆|我公|妈妈|爸爸|老妈|老爸|小孩|孩子|娃儿?|宝宝|小朋友|细路|细蚊仔|学生|老人|老太|老伯|老头|老爷|大爷|大妈|大叔|阿姨|阿伯|阿婆|阿公|阿妈|阿爸|婆婆|公公|奶奶|爷爷|外婆|街坊|邻居|住户|业主|师傅|外卖员|快递员|姑娘|孕妇|男人|女人|阿叔|伯伯|太太|先生|保安|清洁';
const personEn =
  "\\bi\\b|i'm|\\bme\\b|\\bwe\\b|we're|my (?:\\w+ )?(?:mom|mum|mother|mam|dad|father|son|daughter|wife|husband|kid|kids|child|children|baby|grandma|grandpa|grandmother|grandfather|granny|nan|friend|sister|brother|neighbou?r|aunt|uncle|helper|boy|girl|parents)|someone|somebody|some one|some people|people|peoples|person|persons|\\bman\\b|\\bmen\\b|woman|women|\\blady\\b|\\bguys?\\b|\\bkids?\\b|\\bchild(?:ren)?\\b|\\bboy\\b|\\bgirl\\b|baby|toddler|elderly|old (?:man|lady|woman|gentleman)|neighbou?rs?|residents?|tenant|\\bhe\\b|\\bshe\\b|\\bthey\\b|he's|she's|they're|grandma|grandpa|granny|delivery guy|cleaner|guard|\\bmom\\b|\\bmum\\b|\\bdad\\b|\\bnan\\b";

const lift = '电梯|升降机|货梯|客梯|轿厢|轿箱|(?<![楼扶滑])梯[里内入]|[左右]边那台|那部梯|部梯';
const liftEn = '\\blifts?\\b|elevators?\\b|elevater|elavator|\\blft\\b';
const burning =
  '着咗?火|起火|失火|火灾|自燃|火光|火苗|明火|烧(?:起来|起嚟|着了|紧|穿)|在烧(?!水|菜|饭|纸|香|烤)|燃起来|燃起了';
const smoke =
  '冒[出起着了]?(?:好[多大]|很[多大]|大[量股])?[黑白浓青]?烟|[黑浓]烟|浓浓的烟|[出起]烟(?!道)|烟[^抽]{0,3}(?:涌|飘出|滚|冲|往外|弥漫)|(?:好大|好多|很大|很多|都是|全是|满是|大股|一股股)(?:阵|嘅|的)?(?:白|黑|浓)?烟(?!味|头|灰|蒂|花|囱|酒|盒|民)|(?:走廊|楼道|楼梯间|大堂|车库|地库|屋里|家里|单元)(?:里|全|都)?(?:有|是|系)(?:好多|很多)?烟(?!味|头|灰|蒂|盒)';
const scorched =
  '烧?焦(?:糊)?(?:臭)?味|糊味|臭[燶㶶]|[燶㶶]味|烧(?:胶|塑料|塑胶|电线|橡胶|东西|嘢)[^]{0,4}(?:味|气)|(?:胶|塑料|电线|橡胶)(?:烧|烧焦)[^]{0,4}味|烧焦';
const electric =
  '电线|电缆|表箱|电箱|配电|插座|插排|插苏|插头|电表|电掣|电制|电闸|电柜|开关|充电(?:桩|器|宝|柜|棚)|线路|灯(?!泡)|电瓶|电动车|电池';
const electricEn =
  'wir(?:e|es|ing)|cables?|sockets?|outlets?|plugs?|panels?|meters?|fuse ?box(?:es)?|breakers?|switch(?:es)?|\\blights?|chargers?|electric\\w*|power lines?|\\bbox\\b|batter(?:y|ies)|e-?bikes?|scooters?';
const outside =
  '外墙|外立面|外皮|铝板|瓷砖|磁砖|马赛克|纸皮石|玻璃(?!门)|栏杆|护栏|石屎|混凝土|批荡|幕墙|广告牌|招牌|空调外机|外机|冷气机|窗户|窗框|窗扇|成只窗|只窗|棚架|竹棚|脚手架|保温层|墙砖|砖头|石块|檐|天花板?|吊顶|雨棚|花架';
const comesDown =
  '往下砸|往下掉|掉下|掉落|跌(?:咗)?落|跌咗|跌了|就嚟跌|冧|坍|跌下|甩(?:咗)?落|甩下|砸下|砸到|砸中|随时(?:会)?[掉跌下塌甩]|快(?:要)?[掉跌塌]|就要掉|要掉|要跌|摇摇欲坠|[垮塌]|整块|成块|松[动脱]了';
const outsideEn =
  'fa[cç]ade|cladding|brick(?:s|work)?|masonry|concrete|glass|tiles?|window(?:s|pane)?|ledge|cornice|scaffold\\w*|air con\\w*|ac unit|slab|stucco|roof(?: tiles?)?|ceiling';
const comesDownEn =
  'fell|falling|fall down|falls down|fallen|coming (?:down|loose|off)|came (?:down|off|loose)|about to (?:fall|come|go|collapse)|crash(?:ed|ing)|dangling|hanging (?:off|by|over|loose)|collaps\\w+|dropping|dropped|drop(?:s)? down';

/**
 * Each sign is read in a normalised text (Simplified characters, lower case), from which figures of speech were taken out. Where a sign is
 * several expressions, all of them must be found.
 */
export const dangers: readonly { what: Danger; signs: readonly (RegExp | readonly RegExp[])[] }[] = [
  {
    what: 'somebody shut in a lift',
    signs: [
      inTurn('(?:困|关|卡|夹|锁)(?:住|咗|了|紧)?(?:在|喺|进|咗)', `(?:${lift})(?!口|厅|外|旁)`, 12),
      inTurn(
        lift,
        `困(?!难)|关住|关里面|受困|关了(?:个|一个)?人|卡[住咗了]?(?:个|一个)?人|拍门|砸门|出不来(?!水)|出不去|出唔[到返嚟]|走唔到|喊救|呼救|求救|救命|有人(?:在|喺)?(?:喊|叫|拍|敲|哭|里|入)|[里入]面?(?:还|仲|好像|有冇)?有(?:个|几个|两个)?(?:人|小孩|老人|孩子|细路|婆婆|阿)|(?:${person})[^]{0,6}(?:在|喺)(?:里|入|内)|人(?:还|仲)?(?:在|喺)(?:里|入|内)|按铃没人|关(?:在|喺)(?:里|入)`,
        24,
      ),
      inTurn(
        `${person}|我|[\\u4e00-\\u9fff]?个人`,
        '(?:困|关|卡|锁|夹)(?:住|咗|了)?(?:在|喺|咗)[^屋房家车厕库]{0,8}(?:里面|里头|里边|入面|梯)',
        8,
      ),
      [
        new RegExp(`${lift}|lift`),
        /停|卡|不动|唔郁|打不开|开唔[到咗]|[下急]?[坠跌]|往下掉|夹/,
        new RegExp(
          `(?:${person}|[一二三两几\\d]个人|好几个人)[^]{0,8}(?:里面|里头|里边|入面|梯里|喺度)|(?:里面|里头|里边|入面|里)[^]{0,4}(?:${person}|[一二三两几\\d]个人|好几个人)|(?:我|我们|我哋)在?[^]{0,4}(?:${lift})里`,
        ),
      ],
      new RegExp(
        `(?:${lift}|lift)[^]{0,10}(?:里|入)面?[^]{0,4}(?:按|揿|撳)[^]{0,4}警[钟铃]|(?:按|揿|撳)[^]{0,4}(?:${lift})警[钟铃]|困lift|(?:关|锁)(?:了)?(?:在)?(?:${lift})(?:里|了|$)|(?:${lift})[^]{0,6}夹[到住咗了](?:了|咗)?[^]{0,8}(?:手|脚|腿|头|人|孩)`,
      ),
      [
        new RegExp(liftEn),
        /stuck|\bstop(?:s|ped)?\b|not mov|n'?t mov|won'?t (?:open|move)|not open|jammed|dropped|shaking/,
        new RegExp(`(?:${personEn})[^.]{0,20}\\bin (?:the |this |that |a )?(?:\\w+ )?(?:${liftEn}|it\\b|there)`),
      ],
      /我(?:哋|们)?(?:而家|现在)?(?:在|喺)(?:电梯|升降机|货梯|lift)(?:度|里|入|内)[^]{0,16}(?:冇|没|无|不|唔|停|卡)|(?:电梯|升降机|货梯)[^]{0,10}听[到见]?[^]{0,6}(?:拍|敲|喊|叫)|听[到见]?[^]{0,8}(?:拍|敲)[^]{0,4}(?:电梯|升降机|货梯)/,
      new RegExp(`(?:${lift}|lift)[^]{0,14}(?:之间|中间)[^]{0,16}(?:里面|入面|里头|喺度|[我佢她他]|人|喊)`),
      /困人|困梯|受困|困咗人|困住(?:了)?人|(?:被|俾|给)困|有人困|人困[住咗在喺]/,
      /(?:里面|入面|里头|里边)[^]{0,6}(?:困住|出不来(?!水)|出唔到|有人[喊叫拍])|(?:困|卡|关)(?:住|咗|了)?(?:了)?(?:在|喺)(?:里面|里头|里边|入面)|(?:卡|停|困)在(?:半空|两层中间|中间)[^]{0,10}(?:人|我)/,
      inTurn(
        'stuck|stucked|stuk|trap(?:p?ed)?|shut|caught|locked|confined',
        `(?:in|inside|in side|into|within)[^.]{0,18}(?:${liftEn})`,
        14,
      ),
      inTurn(
        liftEn,
        `trap(?:p?ed)?\\b|(?:stuck|stucked|locked|shut) (?:inside|in there|in it|with)|can(?:'?t|not| not) (?:get|come|go) out|could ?n[o']t get out|banging|shouting|yelling|screaming|crying|calling for help|cry for help|(?:${personEn})[^.]{0,16}(?:inside|in side|in it\\b|in there|is in\\b|are in\\b|stuck|trap)|with (?:${personEn})[^.]{0,16}(?:in|inside)`,
        44,
      ),
      inTurn(
        personEn,
        `(?:stuck|stucked|trap(?:p?ed)?|caught|shut|locked)[^.]{0,12}(?:inside|between (?:the )?(?:floors?|\\d)|in (?:the |a )?(?:${liftEn}))`,
        18,
      ),
      inTurn('banging|shouting|yelling|screaming|crying|knocking', `(?:in|inside|from)[^.]{0,14}(?:${liftEn})`, 12),
      /(?:trapped|stuck)[^.]{0,20}between (?:the )?(?:floors?|\d)/,
    ],
  },
  {
    what: 'gas in the air',
    signs: [
      inTurn(
        '煤气|燃气|天然气|瓦斯|石油气|液化气',
        '味(?!道不)|泄|漏(?!水)|臭|好大阵|嘶嘶|滋滋|中毒|爆炸|(?:警报|报警|警报器|报警器)[^]{0,6}(?:响|叫)',
        8,
      ),
      inTurn(
        '闻到|闻得|闻着|闻见|闻起来|嗅到|一股|好大阵|有阵|阵阵|好浓|很浓|有股',
        '煤气|燃气|天然气|瓦斯|石油气|液化气',
        10,
      ),
      /(?:煤气|燃气|天然气|气)管道?[^]{0,6}(?:断|破|裂|爆)|(?:stove|pipe|meter|boiler|gas)[^.]{0,12}hissing|臭鸡蛋味?|一氧化碳|漏(?:煤气|燃气|天然气|瓦斯|石油气)/,
      inTurn('smel\\w*|reek\\w*|stink\\w*|odou?r|whiff|scent|stench', '\\bga[sz]\\b(?! (?:station|bill))', 30),
      /\bga[sz]\b[^.]{0,14}(?:leak\w*|leek|smel\w*|odou?r|hissing|alarm)|leak\w*[^.]{0,10}\bga[sz]\b|rotten eggs?|carbon monoxide/,
    ],
  },
  {
    what: 'fire or smoke',
    signs: [
      new RegExp(`${burning}|${smoke}|${scorched}`),
      /有火(?!气|锅|车|腿|龙|鸡|柴)(?:头|苗|[!,。\s]|$)|(?:房|室|柜|井|箱)(?:里|里面|度)?有烟|(?:东西|房子|被子|衣服|屋|垃圾)(?:都|被)?烧了|火烛(?!车)|(?:火警|警)(?:钟|铃|警报)?(?:正?在|喺度|一直|不停|狂|大|都)*响|爆炸|炸了|天然气炸/,
      inTurn('电瓶|电动车|电池|插排|充电', '炸|爆|冒火|烧了|着了', 10),
      /(?:is|are|'s|was|got|has|have|caught|catch|catching|set)(?: \w+)? (?:on )?fire\b(?! (?:door|alarm|drill|exit|lane|escape|pit|place|extinguisher|safety|hazard|sale))|\bon fire\b|in flames|there'?s (?:a )?fire\b|there is (?:a )?(?:\w+ )?fire\b|^fire\b(?! (?:hydrant|door|alarm|drill|exit|lane|escape|pit|extinguisher|safety|hazard|sale))|fire (?:in|on|at|inside) (?:the|our|a|my|block|building|tower|flat|unit|apt|floor|#?\d)|fire!/,
      /(?:smoke|flames?)\b(?! (?:detector|alarm|break|free))[^.]{0,18}(?:come|comes|coming|pour\w*|billow\w*|from|in the|out of|out|everywhere|fill\w*|inside|under|rising|on the|all over)\b/,
      /(?:see|seeing|saw|smell\w*|there'?s|there is|lots? of|thick|black|heavy|white|full of|so much|much|many)[^.]{0,10}(?:smoke\b(?! (?:detector|alarm))|burning|burnt|flames)|fire alarm(?:'s| is| are| has| just| keeps?)* (?:been )?(?:going off|ringing|went off|gone off|on\b|blaring|sounding)|fire alarms? went off/,
      /(?:something|smth|wire|wires|cable|plastic|rubber|electrical?|socket|outlet)(?:'s| is| are)? (?:is )?(?:burn(?:ing|t|ed)?|on fire|smoking|smouldering|melting)|burn(?:ing|t) (?:smell|plastic|rubber|wire|odou?r|electric\w*)|call(?:ed|ing)? (?:the )?(?:911|999|119|fire (?:brigade|dep\w*|service|men))|explosion|exploded|blew up|(?:dumpster|trash|bin|grease|kitchen|electrical|car|garbage|rubbish|brush|building) fire\b|(?:balcony|building|roof|\bcar|\bbin|trash|house|flat|apartment|kitchen|window|tree|shed|curtain)[^.]{0,10}\bburning|(?:dryer|outlet|socket|batter\w*|charger|panel|machine|\bcar|bike|scooter|oven|\bbox|\bac\b|motor|fan|heater|boiler|washer)[^.]{0,24}\bsmoking/,
    ],
  },
  {
    what: 'live electricity',
    signs: [
      near(electric, '火花|闪火|冒火|噼里啪啦|噼啪|噼噼|打火(?!机)|漏电|触电|电[到亲]|麻手|烧红|放电|炸|滋滋', 14),
      inTurn('水', '(?:到|离|近)[^]{0,4}(?:插座|插排|电箱|表箱|配电|电表|电掣|电柜|电闸)', 14),
      /wires? (?:are |is )?down\b|(?:flood|water)[^.]{0,40}(?:up to|near|reach\w*|close to)[^.]{0,10}(?:electric\w*|panel|outlet|socket|meter)|漏电|触电|电火花|(?:火花|噼里啪啦|噼啪)[^]{0,12}(?:电|线|箱)|火星|(?:电房|电箱|电表|电掣|插座)[^]{0,8}(?:吱吱|滋滋|嗞嗞|啪啪)|被电(?:到|了|咗)|俾电|电亲|(?:摸|碰)[^]{0,10}(?:被?电了|麻)|电了一下|带电(?:了|的)?[!,。\s]|手(?:都|被)?(?:电)?麻/,
      inTurn('电线|电缆|高压线', '掉(?:下|到|在|了)|甩|有电|垂下|垂落|垮|断[了咗落]|裸露|露出来|跌[咗落]|泡|拖在', 10),
      inTurn(
        '水',
        '(?:流|滴|漏|灌|浸|淌|进)(?:到|进|入|咗|了|紧)?[^]{0,4}(?:插座|插排|电箱|表箱|配电|电表|电掣|电柜|电闸)',
        12,
      ),
      /(?:live|bare|exposed|downed|naked|broken|dangling) (?:electric\w* |power )?(?:wir\w+|cables?|power lines?)|(?:electric\w*|power) (?:wires?|cables?|lines?)[^.]{0,16}(?:down|hanging|fell|fallen|exposed|on the ground|dangling|in (?:the )?water)/,
      near(
        electricEn,
        'spark(?:s|ing|ed)?\\b(?! joy)|arcing|\\bshock(?:s|ed)?\\b|electrocut\\w*|zapp?ed|buzzing and hot',
        28,
      ),
      /(?:got|gave|getting|gives|giving|get|felt|feel)[^.]{0,12}(?:electric(?:al|ity)? )?(?:a shock|shocks?|shocked|zapped)\b|electrocut|electric(?:al)? shock|water[^.]{0,24}(?:into|onto|on|in|through|over|near) (?:the |my |our )?(?:socket|outlet|electric\w*|panel|fuse|breaker|meter|light (?:fitting|fixture))/,
    ],
  },
  {
    what: 'parts of the building falling',
    signs: [
      inTurn(outside, comesDown, 12),
      inTurn('砸到|砸中|砸伤|险些砸|差点砸|差啲砸', '瓷砖|墙|玻璃|石|砖', 8),
      /(?:外墙|玻璃|幕墙|铝板|棚架?|冷气机|外机|招牌|广告牌|石屎|瓷砖)[^]{0,14}(?:在晃|晃来晃|喺度摇|摇来摇|晃动|摇晃|随时落|裂晒|翘起)|冧(?:咗|紧|落)|(?:板|墙|牌|棚|架)[^。]{0,12}(?:哐哐响|真的在晃|要塌|要倒|快倒|塌了|倒了砸)|整块[^]{0,6}(?:往下|掉|砸)|(?:楼板|阳台|露台|屋顶|顶棚|天花)[^]{0,6}(?:塌|垮)|墙皮[^]{0,6}砸|外皮[^]{0,8}砸/,
      inTurn(outsideEn, comesDownEn, 30),
      inTurn(
        `(?:chunk|piece|part|bits?|pieces|chunks) of (?:the )?(?:fa[cç]ade|wall|building|balcony|roof|ceiling|concrete|brick\\w*|cladding)`,
        `${comesDownEn}|landed|hit`,
        20,
      ),
      /(?:tile|glass|brick|concrete)s? (?:almost|nearly) hit/,
    ],
  },
  {
    what: 'a main pipe burst',
    signs: [
      inTurn(
        '主管|总管|干管|水管|消防管|喉管|水喉|消防喉|[咸鹹]水喉|喷淋|消防栓|消火栓|暖气管|管道|管子|供水管|喉咙管',
        '爆|炸|喷|断了?[^]{0,4}(?:喷|水)',
        6,
      ),
      /爆(?:了|咗)?(?:条)?(?:大|总|主)?(?:水管|管|[咸鹹]水管|喉|水喉)|水(?:柱|像喷泉)|喷[^]{0,4}(?:几米|两米|三米|老高|成个大堂)|狂[喷泻][^]{0,4}水?|水[^]{0,4}狂[喷泻涌]|水(?:不停|一直|疯狂)?(?:往外|往上)?(?:喷|涌)(?:出|上|进|入|射)/,
      /(?:burst\w*|brust|exploded?|ruptured?|broken|broke)[^.]{0,10}(?:water )?(?:pipes?\b|main\b|mains\b|hydrant|riser)(?! (?:door|entrance|gate))[^.]{0,40}(?:gush|flood|shoot|spray|everywhere|pour)?/,
      /(?:pipes?|water ?mains?|hydrant|sprinkler|riser)\b[^.]{0,18}(?:burst\w*|brust|exploded?|ruptured?|gushing|shooting|spraying)|like a waterfall|water (?:main )?line (?:broke|burst)|main (?:water )?line[^.]{0,8}(?:burst|broke)|water[^.]{0,16}(?:gush\w*|shooting|spraying everywhere|everywhere from)/,
      /(?:water|pouring|leak\w*|drip\w*)[^.]{0,24}(?:through|from|onto|over|out of) (?:the |my |our )?(?:ceiling )?(?:lights?|light (?:fixture|fitting)s?|lamp|fuse ?box|electric\w*|sockets?)|天花[^]{0,12}(?:灯|电)[^]{0,6}(?:喷|瀑|泻|狂|哗)/,
    ],
  },
  {
    what: 'violence',
    signs: [
      /[持拿揸攞抡][着住了咗]?(?:一?[根把支条个])?(?:铁)?(?:棍|锤|斧|枪)|[扔丢掉飞掟][^]{0,3}(?:菜)?刀|打(?:紧)?(?:看更|保安|管理员|物业的?人)|尾随|说要[^]{0,2}(?:杀|打死|弄死)|打人(?!工|民|家)|打起[来嚟]|打紧(?:交|架)|打架|打交|动手打|开打|郁手|动手了|[持拿揸挥提攞][着住了咗]?(?:把|一把|住把|着把)?(?:菜|水果|长|大|西瓜|利)?刀(?!切|具|片|削)|动刀|斩人|砍人|劈人|劈友|捅[了人]|行凶|家暴|打老婆|打(?:他|佢|她)?(?:老婆|小孩|孩子|老人)|喊救命|嗌救命|叫救命|打劫|抢劫|抢(?:钱|包|嘢)|被(?:打|砍|抢|刺|捅)[了伤,!]|殴打|群殴|掐(?:住)?脖|非礼|性侵|强奸|绑架|入室|(?:有|个)贼|小偷(?:还|在|进)|爆(?:紧)?格/,
      /有人(?:想|要)?(?:撬|爆|踹|砸)[^]{0,3}[门锁窗]|(?:有人|个?男[人的]|陌生人)?(?:正在|在|紧|喺度)(?:撬|爆|踹|砸|爬|翻)[^]{0,4}(?:门|锁|窗|屋)|(?:有人|陌生人|男人)[^]{0,6}(?:闯|冲|爬|撬)[进入][^]{0,4}(?:屋|家|来)|撬紧[^]{0,4}[门锁]/,
      /(?:being|got|been|was|is|are) (?:attacked|beaten|assaulted|stabbed|robbed|mugged|shot)|attack(?:ing|ed) (?:a|my|the|someone|somebody|people|him|her|me|us|residents?)|assault\w*|(?:has|have|had|with|pull(?:ed|s|ing)|hold(?:s|ing)|waving|carrying|got) (?:a |an |his )?(?:big |huge |kitchen )?(?:knife|gun|machete|weapon|axe)|beat(?:s|ing)? (?:up|her|him|his|a|my|the (?:guard|wife|kid))|fist ?fight|(?:a|big|huge|they are|they're|are|is|people|guys|men|neighbou?rs?|couple|two|in a) (?:\w+ )?(?:fight|fighting)\b(?! for| with (?:the|my) (?:app|office|management))|punch(?:ed|ing|es)\b|hitting (?:his|her|a|my|the)|scream\w*[^.]{0,10} help|stabb(?:ed|ing)|domestic (?:violence|abuse)|violent|strangl\w+|chok(?:ed|ing) (?:her|him|his)/,
      inTurn(
        "\\bman\\b|\\bmen\\b|\\bguys?\\b|woman|someone|somebody|dude|\\bhe(?:'s)?\\b|\\bshe(?:'s)?\\b|they",
        'swinging|swung|smash(?:ing|ed)|shov(?:ed|ing)|lung(?:ed|ing) at|grabbed (?:her|him|me|my|a)|pushed (?:her|him|me|my|the|an?)\\b|hit (?:her|him|me|my (?:kid|son|wife|husband|dad|mom)|the guard|an? )|throwing (?:punches|chairs|bottles)|kicking (?:at )?(?:the|my|people|him|her)',
        24,
      ),
      /gun ?shots?|shots fired|shooting (?:at|in|outside)|threaten\w*[^.]{0,16}(?:kill|hurt|knife|stab|me|my|him|her|us|people|resid\w+|guard)|(?:kill|stab|shoot) (?:me|him|her|us|someone)|jumped by|crow ?bar|baseball bat|forc(?:e|ing) (?:open|his way)|broke in(?:to)?[^.]{0,40}(?:still|right now|inside|in there)|breaking in\b|breaking into|(?:follow\w*|stalk\w*)[^.]{0,40}(?:won'?t leave|scared|help)/,
      /break(?:ing)? (?:in(?:to|side)?|down) (?:to |my|our|the|a|flat|unit|apartment|someone|right|next|his|her|#?\d)|(?:trying|tries|try|attempting) to (?:break|get|force|kick|force his way) in\b|(?:burglars?|intruders?|thief|robbers?)[^.]{0,14}(?:in (?:my|our|the)|inside|right now|now|climbing|still)|(?:someone|somebody|man|stranger|guy) (?:is |has )?(?:inside|in) my (?:flat|apartment|unit|house|home)|kick(?:ing|ed) (?:in|down) (?:my|our|the|a) door|breaking (?:the |my |a )?(?:window|lock|door)s?\b/,
    ],
  },
  {
    what: 'somebody collapsed or hurt',
    signs: [
      /(?<![累饿笑气热忙看听])晕(?:倒|低|厥|过去|咗)|昏(?:倒|迷|过去|厥)|倒在(?:地|楼道|大堂|门口|电梯|路边|楼梯|车库|走廊|草坪|花园)|倒喺|躺在(?:地上|楼道|楼梯|血|电梯)[^]{0,10}(?:不动|没反应|起不来|血|叫不)|倒地不?起|跌低|跌[倒咗亲][^]{0,12}(?:起不|起唔|流血|流咗|不动|唔郁|头|骨|楼梯|伤)|摔[倒伤了到下][^]{0,14}(?:起不|流血|不动|骨|断|晕|头破|叫|疼|昏|站不)|滚下楼|起不来身|爬不起来|起唔到身|不省人事|失去意识|没(?:有)?(?:了)?(?:意识|知觉|呼吸|心跳)|冇(?:晒)?(?:知觉|呼吸|心跳|意识)|瞓(?:咗)?(?:在|喺)地|面青(?:口唇白)?|叫(?:不|唔)醒|(?:人|妈|爸|婆|爷|奶|伯)[^]{0,6}(?:没反应|冇反应|冇晒反应|不动了)/,
      inTurn(
        person,
        '晕了|昏了|不行了|吐血|吐白沫|抽搐|抽筋倒|流(?:了)?(?:好多|很多)血|血流|头破|骨折|喘不[上过]气|呼吸困难|唔够气|透唔到气|没气了|摔(?:下|断|得)|跌落|掉下(?:去|来|楼|水|井)|坠|噎|卡喉|哽[住到亲]',
        10,
      ),
      /唔识郁|(?:被|给|俾)(?:车|电动车|汽车)撞|撞[到了咗]人|[池水坑井]里(?:面)?有(?:个)?(?:孩子|小孩|娃|老人|人)|心脏骤停|心脏病(?:发|犯|又)|心梗|心肌梗|胸口(?:好)?[痛疼]|心口(?:好)?[痛疼]|中风|脑溢血|流了?好多血|流很多血|好多血|一地(?:的)?血|满头.?血|满身.?血|摔断|坠楼|堕楼|跳楼|要跳(?!绳|舞|槽|广)|轻生|自杀|割腕|烧炭|吞药|溺水|遇溺|掉(?:进|入|到)[^]{0,4}(?:水里|池|井|坑|湖)|(?:叫|打|call|拨)(?:了|咗|个|紧|下)?(?:120|119|救护车|白车|十字车)|心肺复苏|aed|救护车(?:快|来|进)/,
      /(?:not|isn'?t|stopped|stop|no|can'?t|cannot|hard to|difficult\w* to|trouble|barely) (?:breath(?:e|ing)?\b)|unconscious|unconcious|heart attack|cardiac|\bbleed(?:ing|s)?\b(?! (?:the )?(?:radiator|valve|heat|air|hearts?))|seizure|convuls\w+|drown(?:ing|ed|s)?\b(?! in (?:work|email|debt|paper|laundry|bills))|passed out|pass out|unresponsive|not respon\w+|no respon\w+ from (?:him|her)|faint(?:ed|ing|s)?\b(?! smell)|having a stroke|had a stroke|need(?:s)? (?:an )?ambulance|call(?:ed|ing)? (?:an |the )?(?:ambulance|paramedic\w*)|overdose|\bcpr\b|defibrillator|suicid\w*|chok(?:ing|ed)\b|chest pain/,
      inTurn(
        personEn,
        "collaps\\w+|(?:fell|fallen|falls|falling|fall)\\b(?! (?:asleep|in love|behind|for|apart|out|through))|can(?:'?t| ?not) (?:get up|stand|move)|not moving|lying on the (?:floor|ground|stairs)|badly hurt|hit (?:his|her|my) head|broke (?:his|her|my) (?:leg|hip|arm)|about to jump|going to jump|wants? to jump|jumped (?:from|off)",
        20,
      ),
      /collapsed (?:in|on|at|near|by|outside)/,
    ],
  },
  {
    what: 'a child in danger',
    signs: [
      inTurn(
        '小孩|孩子|娃|宝宝|小朋友|细路|细蚊仔|小宝|baby|bb|囡|阿仔|个仔|个女|儿子|女儿|两岁|三岁|四岁|五岁',
        '反锁|锁(?:在|喺|咗喺|进|咗入)(?:屋|房|家|厕|车|里|入|卫)|关在(?:家|屋|房|车)里|一个人(?:在家)?[^]{0,6}锁|(?:爬|挂|吊|站|坐|趴|企|翻)[^]{0,5}(?:窗|冷气机|外机|阳台|露台|栏杆|天台|护栏|墙头)|半个身(?:子|体)?|头卡|卡在(?:栏杆|护栏|窗|门)|走失|不见了[^]{0,8}\\d?岁',
        16,
      ),
      inTurn(
        '有人|个人|小姑娘|女孩|男孩|姑娘|后生',
        '(?:爬|挂|吊|站|坐|趴|企|翻)[^]{0,4}(?:窗外|窗台|阳台外|露台外|栏杆外|天台边|楼顶边|楼顶上)',
        10,
      ),
      inTurn(
        'toddlers?|bab(?:y|ies)|child(?:ren)?|\\bkids?\\b|\\bboy\\b|\\bgirl\\b|\\bson\\b|daughter|\\d year old|infant',
        '(?:locked|lock|shut|stuck|trapped)[^.]{0,12}(?:in\\b|inside|alone|himself|herself)|(?:on|over|out of|outside|off|from)[^.]{0,12}(?:ledge|window ?(?:sill)?|balcony|railing|roof edge)|hanging (?:from|off|out)|climb(?:ing|ed)[^.]{0,16}(?:window|balcony|rail\\w*|ledge)|missing',
        26,
      ),
      /(?:someone|somebody|person|man|woman|guy)[^.]{0,14}(?:on|off|over) (?:the )?(?:window )?(?:ledge|roof edge|edge of the roof|railing)/,
    ],
  },
  {
    what: 'somebody cannot be reached',
    signs: [
      /(?:电话不接|电话没接|不接电话|冇听电话|联系不上|敲门没(?:人)?应|冇应门|没声音)[^]{0,20}(?:\d{2}岁|一个人|独居|老人)|(?:一个人在|妈|爸|老人|婆婆|爷爷|奶奶|阿婆|阿伯)[^]{0,12}(?:电话不接|不接电话|联系不上|敲门没|冇应门|冇听电话)|水(?:都)?到(?:大腿|腰|胸)[^]{0,16}(?:喊|人|没声音)/,
      /(?:not answering|no answer|doesn'?t answer)[^.]{0,50}(?:elderly|lives alone|worried|\d\d years)|(?:elderly|lives alone|\d\d years? old)[^.]{0,50}(?:not answering|no answer|doesn'?t answer)/,
    ],
  },
];
