/** Figures of speech and names of things that hold a dangerous word and no danger: taken out before anything is looked for. */
export const figures = new RegExp(
  [
    '火锅|烧烤|火腿|火车|火龙果|火鸡|火气|火爆|着火点|防火(?:墙|门)?|火灾(?:险|保险|隐患|自动报警|报警系统|演练|演习)|(?:打|点|燃)(?:不|唔)?着咗?火|(?:打|点)唔着火?|打火机?|灭火器|消防演[习练]|火遍|走火入魔|着火(?:的|嘅)(?:心情|味蕾|青春|爱)|(?:心|嘴|嘴里|嘴巴|喉咙|嗓子|屁股|眉毛|后院|钱包|胃|辣得[^，,。]{0,3}|热得|气得|急得|忙得|渴得|头上|头顶|七窍|祖坟)[^，,。]{0,3}(?:冒青?烟|着火|起火|冒火|喷火|生烟)|冒烟(?:了)?(?:的)?(?:热搜|排名)|(?:饭|菜|粥|锅巴|红烧肉|蛋糕|蛋挞|锅|肉|排骨|面包|牛奶|饼|鱼|煲|汤|餐|地瓜|红薯|玉米)[^，,。]{0,5}(?:烧焦|焦|糊|㶶|燶)|焦糖|焦虑|烟花|烟火气|炊烟|油烟(?:机)?',
    '(?:困|热|冷|累|忙|饿|笑|烦|吵|气|臭|吓|急|羞|晒|闷|辣)(?:死|晕|昏|懵)(?:了|我|人|个人|咗|喇|啦)*|困(?:了|得|觉|啊|成狗)(?!人|[一两几]?[个位]|小孩|孩子|老人|娃|大人|阿)|好困|很困|太困|犯困|困意|春困|头晕(?:目眩)?|晕(?:车|船|机|针|死)|晕(?:了)?(?:我|了我)|跳楼(?:价|机|货|大甩卖)|炸(?:鸡|酱|串|薯|裂的心|锅|毛|街|群|了?锅)|群[^，,。]{0,3}炸了|爆炸(?:头|性|式|新闻|好吃)|信息爆炸|爆(?:款|料|满|单|发|米花|笑|棚|仓|桶|炒|红|表)|打(?:人工|架子|卡)|打起来?(?:精神|电话|牌|麻将|球)|打架子鼓|(?:猫|狗|鸟|公鸡|鸽子|蛐蛐)[^，,。]{0,4}打架|上下眼皮打架|抢(?:红包|票|购|单|菜|鲜|车位|到|不到|先|位)|触电(?:般|的感觉)|(?:被|给)?电到了?(?:心|魂)|漏电(?:保护|开关|断路|保险)\\S{0,2}|漏保|关于电梯|门禁卡|刷卡|电梯卡(?=费|充|办|丢|多|怎|补|押|过|要)|卡(?:点|路里|通|顿|丁车)|被?困(?:扰|难|境|惑)|贫困',
    "(?:a|total|complete|absolute) dumpster fire|fire ?(?:sale|pit|place|side|works?|fl(?:y|ies)|stick|escape|doors?|drills?|exits?|lanes?|extinguishers?|hazard|safety|inspection|trucks?|engines?|emoji|sauce|tv|fox|wall|station|code|panel|hose|bucket|marshal|warden|alarm (?:test|panel|batter\\w*|inspection|installation))|camp ?fire|bon ?fire|(?:you'?re|got|get|been|should be|to be) fired|fire (?:him|her|them|the (?:manager|guard|company|contractor))|on fire (?:today|lately|tonight|this season|right now lol)|(?:team|lakers|mixtape|playlist|album|beat|song|legs|mouth|thighs|lungs|group chat|chat|inbox|striker|player)[^.,]{0,14}(?:is|are|'s|was) (?:so |literally )?(?:on fire|fire)|smok(?:e|y|ed) (?:break|bbq|salmon|ribs|brisket|meat|mirrors|signal|free|detectors?|alarms?)|(?:cigarette|weed|bbq|barbecue|grill|vape|pot|second-?hand|marijuana|cooking|tobacco) smoke|(?:no|non)[- ]smok\\w+|burn(?:ing|t)? (?:calories|toast|question|out|man|ears|cookies|dinner|the (?:rice|dinner|toast|candle))|(?:toast|cookies|dinner|rice|food|cake)[^.,]{0,8}burn(?:t|ed|ing)|heart ?burn|sun ?burn\\w*|burn(?:ed|t) (?:my|the) (?:toast|dinner|rice|tongue|cake|cookies)",
    'ga[sz] (?:bills?|station|prices?|company|man|guy|meters?(?: read\\w*)?|readings?|stove|cooker|oven|grill|card|account|inspect\\w+|engineer|safety|money|money)|stuck (?:in|on) (?:the )?(?:traffic|a meeting|meetings|work|the (?:bus|train|subway|tube|mrt|motorway|highway)|my head|hold|line|page)|trapped in (?:a |my )?(?:meeting|job|relationship|traffic|contract)|flooded (?:with|by) (?:e-?mails?|messages|calls|spam|offers|people|tourists)|drowning in (?!the |a |our )\\w+|spark(?:s|ed|ing)? (?:joy|plugs?|interest|debate|conversation)|sparkling|shock(?:ed|ing)?(?= (?:by|at|to (?:see|hear)|that|news|price|bill))|sticker shock|bill shock|culture shock|(?:gave|give|giving|nearly|almost)[^.,]{0,12} heart attack|heart attack (?:when|at|seeing|looking|over|from|on a plate)|fight(?:ing)? (?:over|for|about|with) (?:the |a |my |our )?(?:parking|spots?|space|remote|bill|flu|cold|app|washer|dryer|traffic|machine|seats?)|food fight|snowball fight|pillow fight|fight night|boxing|fight club|(?:ufc|title) fight|bleed(?:ing|s|ed)? (?:the |my |our |all )?(?:radiators?|valves?|air)|radiators?[^.]{0,14}bleed\\w*|(?:weed|cigarettes?|smoking|smokers?)[^.]{0,30}\\bsmoke\\b|bleeding (?:edge|money|heart)|faint(?:ly)? (?:smell|noise|sound|music)|breaking (?:bad|news)|break(?:ing)? (?:in|into) (?:my |new |these )?(?:shoes|boots|song|tears|laughter)|jump(?:ed)? (?:to|on|in) the (?:conclusion|call|line)|killing me|panic attack|punch(?:es|ed|ing)? (?:above|bag|line|in the)|(?:ticket|app|server|website|price|stock|market)[^.,]{0,6}(?:crash\\w+|collapsed|fell)|(?:deal|talks|prices?|rents?|temperatures?)[^.,]{0,10}(?:collapsed|fell)|rain(?:ing)? \\w+ falling|leaves falling|snow falling',
  ].join('|'),
  'g',
);

/** Nobody is in danger: a drama, a drill, a game, a dream, what might be, what to do in case. */
export const imagined =
  /韩剧|电视|连续剧|追剧|短剧|剧里|剧集|电影|大片|小说|动画|动漫|游戏|副本|剧本杀|做梦|梦见|梦到|发梦|演习|演练|测试|试(?:响|火警|钟)|模拟|讲座|培训|宣传|知识|论文|博士|段子|会不会|会唔会|万一|假如|如果|要是|倘若|哪天|下次|将来|迟早|早晚(?:会|要)|以后|容易(?:引|发|造|着|起|触)|有可能|可能(?:会|引|造)|隐患|预防|防止|避免|以免|免得|当心(?:以后)|怕(?!是)[^。]{0,8}(?:着火|起火|触电|漏电|爆炸|打架|困)|担心[^。]{0,10}(?:着火|起火|触电|漏电|爆炸|掉|困|砸)|有冇可能|半夜(?:燃|烧|着)|怎么(?:预防|逃生)|应该怎么(?:办|做|逃)|movies?\b|\bfilm\b|episode|\btv\b|netflix|\bseries\b|a scene|the scene|\bnovel|video ?game|in the game|\bdrill\b|(?:fire|alarm|drill|sprinkler) test|testing the|\btest(?:ing)? of\b|being tested|will be test\w*|simulat\w+|training|what if|could (?:catch|fall|hurt|cause|lead|get)|might (?:catch|fall|cause|get|lead|one day)|would be|in case of|in the event|(?<!sure |know |wonder |wondering )\bif (?:there|some\w*|any\w*|you|we|i|a|an|it|he|she|the|my)\b|one day|some ?day|sooner or later|waiting to happen|before (?:it|someone|somebody|a (?:kid|child)|anyone)|until (?:someone|somebody)|dream(?:t|ed|ing)?\b|prevent|\brisk of\b|how (?:do|to|would) (?:we|you|i)?/;

/** Told of by others. Cries for help outweigh it. */
export const hearsay =
  /听说|听讲|据说|新闻|热搜|刷到|抖音|朋友圈|看了个|转发|网传|谣言|报道|直播里|视频里|on the news|in the news|the news|saw online|article|tiktok|headline|youtube|facebook|apparently|they say|rumou?rs?|heard (?:that|about|of)/;

/** Over, or long over. What goes on outweighs it. */
export const past =
  /上次|上回|上个?月|上个?(?:周|星期|礼拜)|上年|旧年|去年|前年|大前年|以前|之前(?!几分钟)|当年|那年|想当年|想起|记得|还记得|小时候|年轻|旧时|昨[天日晚夜]|前[天日晚]|寻[日晚]|琴日|前几天|前两天|那天|那次|几年前|年前|事件|事故后|自从|表扬|感谢|多谢|点赞|好人|锦旗|last (?:year|month|time|week|night|summer|winter|fall|spring|christmas)|remember (?:when|the|that)|reminds me|yesterday|the other day|a few days ago|\bago\b|back (?:when|then|in)|used to|in (?:19|20)\d\d|years? back|when i was|shout ?out|kudos|thank (?:you|s)|thanks to|appreciate/;

/** Over: the people are out, the fire is out. */
export const over =
  /(?:人|妈|爸|孩子|娃|老人|婆婆|她|他|佢|大家|都|已经?)[^。]{0,6}(?:救?出(?:来|嚟)(?:了|咗|喇)|救[出返]|放出)|救出来|放出来|救返出|已(?:经)?(?:扑?灭|熄|关|处理|解决|控制|修好|报)|扑灭|灭了|熄咗|熄灭|虚惊|误报|误会|误触|假警|假的|没事了|冇事[喇啦了]|解除|关(?:了|好|咗)(?:总)?阀|修好|抬走|送(?:去|到|了)?医院|false alarm|all clear|got out|(?:he|she|they|everyone|everybody|all|mom|mum|dad|kid|kids|people|lady|man)(?:'s|'re| is| are| got| were| was)? (?:all )?(?:safe|out|ok|okay|fine|rescued|freed)\b|put (?:it )?out\b|is out now|under control|turned out|was just|(?:been|was|is|are|got|already) (?:fixed|rescued|freed|repaired|resolved|extinguished)|no (?:fire|smoke|gas leak)\b/;

export const joking =
  /哈哈|😂|🤣|狗头|笑死|笑哭|🐶|😆|😜|\blol\b|haha|lmao|rofl|jk\b|just kidding|hehe|嘻嘻|嘿嘿|开玩笑|讲笑/;

/** Somewhere else than here. */
export const away =
  /隔壁小区|别的小区|别个小区|对面小区|某小区|隔离屋苑|别人小区|我?公司(?!的)|我?单位(?!门|楼)|我?学校|地铁|港铁|捷运|巴士|公交|城西|城东|老家|娘家|国外|外地|外国|加沙|美国|日本|欧洲|医院里|商场|across town|at work|my office|(?:his|her) office|downtown|(?:sister|brother|friend|cousin|parent|mum|mom|boss)'?s'? (?:building|place|house|office|company|flat)|my company|back home|home ?town|next town|other estate|another (?:city|country|estate|building)|on the (?:highway|motorway|freeway|bus|train|subway|tube|mrt)|the subway|\bschool\b|at the mall|ukraine|california/;

/** Now, and help is wanted. */
export const now =
  /现在|正在|还在|仲喺度|仲系|仲有|仍|越来越|快来|快啲|快点|快!|快派|救命|来人|救人|赶紧|赶快|马上|立刻|刚刚|刚才|头先|啱啱|依家|而家|又|这次|呢次|今[天晚早日]|不是演习|唔系演习|真的着|help|hurry|right now|\bnow\b|again|still|urgent|\bjust\b(?! kidding)|since|this time|not a drill|quick|asap|emergency|today|tonight/;

/** Of this estate. */
export const hereabouts =
  /\d{1,3}\s*(?:[栋幢座#]|号楼|单元|楼)|[一二三四五六七八九十a-z][栋幢座]|我们|我哋|我地|咱|呢度|呢座|这里|这边|本座|楼道|走廊|大堂|门口|小区里|我家|我屋|楼上|楼下|隔壁(?!小区)|车库|电梯口|\bour\b|\bhere\b|this building|lobby|hallway|corridor|upstairs|downstairs|next door|block \w|building \w\b|tower \w|floor|garage/;
