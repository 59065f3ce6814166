import type { Concept } from './concept.ts';

/** What people in a group talk about that is nobody's work in the office. */
export const elsewhere = {
  news: {
    words:
      '新闻|听说|听讲|刷到|视频|电视|韩剧|电视剧|破案剧|听完|看了个|谣言|辟谣|专家|转给|转三个群|速看|突发|江北|热搜|朋友圈|in the news|saw on tv|on tv|the news|read that|article|tiktok|netflix|movie|headline|they say|rumour*|rumor*|episode|抖音|快手|小红书|微博|头条|爆料|据说|有人说|传言|网上说|群里传|直播|综艺|小说|游戏里|剧里|看剧|动画|番剧|podcast|youtube|reddit|instagram|facebook|twitter|the film|a film|series|season|saw online|in the paper|headlines|allegedly',
  },
  otherPlace: {
    words:
      "隔壁小区|别的小区|某小区|隔壁盘|城西|上个小区|有个小区|我妹妹|我姐|我哥|老家|乡下|我公司|公司|单位|我单位|同事|领导|甲方|客户|老板|上班路上|地铁|高架|医院|菜市|菜场|学校|幼儿园|老师|家长群|班主任|开学|作业|月考|卷子|健身房教练|厂里|银行|超市|饭店|火锅|返工|屋企人|巴士|港铁|捷运|高铁|公车|my office|at work|work today|my boss|the boss|my company|co-worker*|colleague*|school|teacher*|nursery|kindergarten|homework|the train|subway|tube|bus|the bus|motorway|airport|hospital|clinic|doctor|dentist|restaurant|supermarket|my mum's|my sister|my brother|my cousin|back home|hometown|other estate|another building|old place|previous building|last place|my old|对面小区|对面楼盘|隔离屋苑|别个小区|某某小区|朋友小区|我朋友|我闺蜜|我同事|我们单位|我们公司|我们学校|娘家|婆家|岳母|丈母娘|亲戚|外地|高速|堵车|路上|机场|火车|车站|公交|滴滴|打车|出租车|商场|理发|餐馆|食堂|饭馆|网吧|驾校|健身教练|培训班|辅导班|补习|考试|高考|中考|小学|初中|高中|大学|毕业|同学|放学|接娃|校门口|疫苗|医生|挂号|的士|的士佬|阿妈|阿爸|老细|返学|茶楼|酒楼|街市|gym class|my friend|a friend|my friend's|my mother-in-law|in-laws|my parents|my mate|my wife's office|client|the office party|meeting at work|commute|traffic|highway|freeway|flight|plane|station|uber|taxi|downtown|grocery|mall|barber|salon|college|university|exam|school run|kids' school|daycare|vet",
  },
  belongings: {
    words:
      "耳机|键盘|手机|电脑|打印机|收音机|手表|自行车|共享单车|三轮|鞋|雨伞|坏伞|修伞|洗衣机|冰箱|烤箱|假牙|老花镜|指甲|修眉|眉|单车|我车|车打不着|搭火|轮胎|花瓶|手柄|switch|相机|充电宝|玩具|园服|头发|妆|脑子|膝盖|my phone|laptop|printer|headphone*|earbud*|washing machine|my bike|my car broke|my shoe*|watch|tv remote|vacuum|fridge|oven|dishwasher|microwave|toaster|glasses|bicycle|playstation|xbox|my back|my knee|my brain|blender|stapler|hairdryer|平板|音箱|吸尘器|扫地机|电饭煲|微波炉|热水壶|吹风机|剃须刀|拉链|眼镜|钢笔|书包|行李箱|电风扇|风扇坏|鱼缸|麻将机|缝纫机|轮滑|滑板|乐器|吉他|婴儿车坏|购物车|遥控器|电动牙刷|腰|脖子|肩膀|嗓子|肠胃|心态|心情|脑袋|电话爛|部机|部车|my car|my phone's|my laptop|my tv|my mac|my fridge|my hair|my heart|tire|tyre|flat tire|charger cable|ipad|iphone|macbook|kindle|airpods|camera's|espresso|coffee machine|sewing machine|bike lock|drone|controller|guitar string",
  },
  trade: {
    words:
      '接龙|团购|自提|出租|押一付三|九成新|私我|微信同号|体验课|包邮|包赔|斤|㎡|免费上门|店里|开团|下一团|砂糖橘|橙子|苹果|豆花|特惠|家电维修|随叫随到|橙子门窗|修不好不收钱|出掉|二手|自取|带走|包修|看房|收旧|学区租房|清仓|代购|优惠|for sale|selling|£|$|discount|% off|free consultation|special offer|book now|call now|pick up only|collection only|ono|hardly used|brand new|barely used|like new|giveaway|free stuff|promo|代理|免费送|上门服务|联系电话|微信|加微|扫码|进群|特价|秒杀|促销|打折|全新|未拆|转卖|处理价|出一台|出一个|收一个|求购|兼职|招聘|家教|家政|保姆|月嫂|钟点工|房源|中介|装修公司|免费设计|免费量房|贷款|保险|办卡|课程|试听|到货|截单|下单|现点|现做|土鸡蛋|水果|海鲜|粽子|月饼|车厘子|草莓|榴莲|便当|free trial|grand opening|special|promo code|limited time|dm for|venmo|cash only|lightly used|gently used|moving sale|garage sale|yard sale|listing|realtor|estate agent|tutoring|lessons|classes|per hour|rates|licensed|insured|quote|services|call me|text me|link in',
  },
  leisure: {
    words:
      '打牌|三缺一|跳舞|排位|看球|国足|相亲|奶茶|吃饭|粥|滑冰|煮面|泡面|腊八|啤酒|游戏|追剧|钓鱼|广场舞|樱花|南山|打麻将|饮茶|煲汤|行山|爬山|睇戏|football|the match|the game|recipe|dinner|lunch|coffee|pub|beer|wine|weekend plans|holiday|concert|puzzle|quiz|cake|pizza|marathon|羽毛球|篮球|打球|跑步|散步|爬楼|瑜伽|减肥|做饭|烧菜|吃什么|吃啥|夜宵|外卖吃|火锅|喝酒|聚会|牌搭子|旅游|露营|电影院|唱歌去|世界杯|欧冠|德比|抢红包|中奖|彩票|股票|基金跌|大盘|面试|加班|摸鱼|周末|放假|年终奖|工资|ddl|王者|吃鸡|原神|netball|rugby|cricket|baseball|basketball game|superbowl|world cup|soccer|brunch|barbeque|takeout|takeaway|sushi|ramen|tacos|cookies|sourdough|camping|vacation|weekend|tickets|band|gig|playlist|crossword|wordle|knitting|gym|diet|dating|tinder',
  },
  greeting: {
    words:
      "早上好|早呀|早安|大家早|晚安|节日快乐|生日快乐|新年好|恭喜|祝大家|早晨|早抖|good morning|morning all|good night|happy birthday|happy new|merry|congrat*|welcome|hi all|hello everyone|hi everyone|gm|辛苦了大家|欢迎新|新来的|新邻居|午安|周末愉快|平安夜|圣诞快乐|中秋快乐|国庆快乐|元旦快乐|端午安康|春节快乐|过年好|拜年|红包|早🌹|早安各位|good evening|good afternoon|hello all|hey all|hey everyone|hi neighbors|hi neighbours|nice to meet|happy friday|happy monday|happy holidays|happy thanksgiving|merry christmas|happy easter|season's greetings",
  },
  lost: {
    words:
      "我家猫|橘猫|橘的|猫跑了|找到了|捡到|谁捡|丢了串|丢了把|遥控丢了|弄丢|掉了一|失主|lost cat|missing cat|my cat|found a|found this|lost my|lost a|whose is this|is this anyone|belongs to|丢了只|走失|寻猫|寻狗|寻物|捡了|拾到|谁的钥匙|谁的猫|谁的狗|谁掉|掉在|落在|钥匙串|招领|执到|唔见咗|找回来|has anyone seen|anyone seen my|lost and found|is missing|black cat|orange cat|someone's keys|someone dropped|left behind",
  },
  memory: {
    words:
      '想当年|年轻的时候|我年轻|想起|94年|那年|小时候|上一次台风|梦见|做了个梦|以前住|那时候|back in the day|when i was|years ago|i remember|used to live|reminds me|dreamt|dreamed|in my day|growing up|当年|那会儿|我小时候|从前|多年前|十年前|二十年前|前年|以前|老早|古早|后生仔时|细个|back then|in the 80s|in the 90s|ten years ago|decades|childhood|grew up|old days',
  },
  weather: {
    words:
      '天气|今天好冷|今天真冷|今天太冷|今天好热|今天真热|今天太热|外面好冷|外面好热|天好冷|天好热|台风|下雨|落雨|降温|刮风|38度|好大的风|雪|三九|weather|rain|raining|sunny|snow|storm|heatwave|hot today|cold today|暴雨|闪电|大风|雾霾|晴天|太阳|高温|寒潮|气温|落大雨|打风|八号|黑雨|回南天|thunder|lightning|hail|windy|humid',
  },
} as const satisfies Record<string, Concept>;
