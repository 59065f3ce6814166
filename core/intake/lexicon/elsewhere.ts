import type { Concept } from './concept.ts';

/** What people in a group talk about that is nobody's work in the office. */
export const elsewhere = {
  news: {
    words:
      '新闻|听说|听讲|刷到|视频|电视|韩剧|电视剧|破案剧|听完|看了个|谣言|辟谣|专家|转给|转三个群|速看|突发|江北|热搜|朋友圈|in the news|saw on tv|on tv|the news|read that|article|tiktok|netflix|movie|headline|they say|rumour*|rumor*|episode',
  },
  otherPlace: {
    words:
      '隔壁小区|别的小区|某小区|隔壁盘|城西|上个小区|有个小区|我妹妹|我姐|我哥|老家|乡下|我公司|公司|单位|我单位|同事|领导|甲方|客户|老板|上班路上|地铁|高架|医院|菜市|菜场|学校|幼儿园|老师|家长群|班主任|开学|作业|月考|卷子|健身房教练|厂里|银行|超市|饭店|火锅|返工|屋企人|巴士|港铁|捷运|高铁|公车|my office|at work|work today|my boss|the boss|my company|co-worker*|colleague*|school|teacher*|nursery|kindergarten|homework|the train|subway|tube|bus|the bus|motorway|airport|hospital|clinic|doctor|dentist|restaurant|supermarket|my mum\'s|my sister|my brother|my cousin|back home|hometown|other estate|another building|old place|previous building|last place|my old',
  },
  belongings: {
    words:
      '耳机|键盘|手机|电脑|打印机|收音机|手表|自行车|共享单车|三轮|鞋|雨伞|坏伞|修伞|洗衣机|冰箱|烤箱|假牙|老花镜|指甲|修眉|眉|单车|我车|车打不着|搭火|轮胎|花瓶|手柄|switch|相机|充电宝|玩具|园服|头发|妆|脑子|膝盖|my phone|laptop|printer|headphone*|earbud*|washing machine|my bike|my car broke|my shoe*|watch|tv remote|vacuum|fridge|oven|dishwasher|microwave|toaster|glasses|bicycle|playstation|xbox|my back|my knee|my brain|blender|stapler|hairdryer',
  },
  trade: {
    words:
      '接龙|团购|自提|出租|押一付三|九成新|私我|微信同号|体验课|包邮|包赔|斤|㎡|免费上门|店里|开团|下一团|砂糖橘|橙子|苹果|豆花|特惠|家电维修|随叫随到|橙子门窗|修不好不收钱|出掉|二手|自取|带走|包修|看房|收旧|学区租房|清仓|代购|优惠|for sale|selling|£|$|discount|% off|free consultation|special offer|book now|call now|pick up only|collection only|ono|hardly used|brand new|barely used|like new|giveaway|free stuff|promo',
  },
  leisure: {
    words:
      '打牌|三缺一|跳舞|排位|看球|国足|相亲|奶茶|吃饭|粥|滑冰|煮面|泡面|腊八|啤酒|游戏|追剧|钓鱼|广场舞|樱花|南山|打麻将|饮茶|煲汤|行山|爬山|睇戏|football|the match|the game|recipe|dinner|lunch|coffee|pub|beer|wine|weekend plans|holiday|concert|puzzle|quiz|cake|pizza|marathon',
  },
  greeting: {
    words:
      '早上好|早呀|早安|大家早|晚安|节日快乐|生日快乐|新年好|恭喜|祝大家|早晨|早抖|good morning|morning all|good night|happy birthday|happy new|merry|congrat*|welcome|hi all|hello everyone|hi everyone|gm',
  },
  lost: {
    words:
      '我家猫|橘猫|橘的|猫跑了|找到了|捡到|谁捡|丢了串|丢了把|遥控丢了|弄丢|掉了一|失主|lost cat|missing cat|my cat|found a|found this|lost my|lost a|whose is this|is this anyone|belongs to',
  },
  memory: {
    words: '想当年|年轻的时候|我年轻|想起|94年|那年|小时候|上一次台风|梦见|做了个梦|以前住|那时候|back in the day|when i was|years ago|i remember|used to live|reminds me|dreamt|dreamed|in my day|growing up',
  },
  weather: { words: '天气|台风|下雨|落雨|降温|刮风|38度|好大的风|雪|三九|weather|rain|raining|sunny|snow|storm|heatwave|hot today|cold today' },
} as const satisfies Record<string, Concept>;

export type Elsewhere = keyof typeof elsewhere;
