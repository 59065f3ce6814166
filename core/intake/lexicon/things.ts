import type { Concept } from './concept.ts';

/** What a matter can be about. Regional words stand beside the general ones: 𨋢, 冷气, 渠, 看更, 片子, 坝坝. */
export const things = {
  lift: {
    area: 'facilities',
    scope: 'shared',
    words:
      '电梯|升降机|货梯|客梯|轿厢|梯门|号梯|部梯|两部梯|左梯|右梯|左边那台|右边那台|这台梯|梯里|lift|lifts|elevator|elevators',
  },
  water: {
    area: 'facilities',
    words:
      '停水|没水|冇水|无水|莫得水|断水|一滴都|水压|水管|自来水|水龙头|热水|水箱|水表|黄水|黄汤|浑|铁锈|水泵|加压泵|泵房|供水|来水|食水|咸水|拧开|花洒|爆管|爆水管|water|tap|taps|shower|faucet*|pump|plumb*|pipe|pipes',
  },
  drain: {
    area: 'facilities',
    words:
      '下水|马桶|厕所|坐厕|地漏|堵死|堵了|堵得|堵住|塞渠|渠|去水|污水|脏水|份水|粪水|化粪池|反水|返水|反脏|往外冒|水池|水槽|drain*|toilet*|sewage|sewer*|clog*|sink|sinks|backed up|backing up|overflow*',
  },
  leak: {
    area: 'facilities',
    words:
      '漏水|渗水|渗漏|滴水|在滴|还在滴|滋水|漏|渗|洇|往里|水帘|天花|墙皮|鼓起来|鼓包|墙纸|发霉|霉点|飙水|漫到|淌到|淌起|湿一圈|打湿|接满|水淹|淹|积水|防水|leak*|drip*|damp|mould*|mold*|ceiling*|seep*|flood*|puddle*|water stain*|water damage',
  },
  power: {
    area: 'facilities',
    words:
      '停电|没电|冇电|无电|断电|跳闸|电表|插座|电路|漏电|短路|配电|总闸|电闸|空开|送电|来电了|表箱|电箱|电线|全黑|整层黑|整层都黑|黑了|黑着|一片黑|power|electric*|outage*|blackout|socket*|breaker*|fuse*|wire|wires|wiring|cable*|spark*',
  },
  light: {
    area: 'facilities',
    scope: 'shared',
    words: '灯|路灯|声控|照明|摸黑|好暗|太暗|light|lights|lighting|lamp|lamps|bulb*|pitch black|dark',
  },
  heating: {
    area: 'facilities',
    scope: 'home',
    words: '暖气|地暖|供暖|供热|采暖|片子|室温|换热|温度计|地热|heating|heater*|radiator*|boiler*',
  },
  gas: {
    area: 'facilities',
    scope: 'home',
    words:
      '燃气|煤气|天然气|石油气|打不着|打不燃|没开火|通气|气什么时候|点火|灶|gas|stove*|pilot light',
  },
  door: {
    area: 'facilities',
    scope: 'shared',
    words:
      '单元门|大门|铁门|铁闸|门锁|门禁|自动门|闸机|刷脸|刷卡|玻璃门|防盗门|闭门器|那扇门|门关不|门打不|门缝|拍卡|八达通|楼下门|door|doors|doorway|entrance|fob|fobs|lock|locks|keycard*|key card*|keypad*|card reader',
  },
  intercom: {
    area: 'facilities',
    scope: 'shared',
    words: '对讲|门铃|可视|那块屏|这块屏|intercom*|buzzer*|doorbell*|entry phone|door phone',
  },
  barrier: {
    area: 'parking',
    scope: 'estate',
    words:
      '道闸|闸杆|抬杆|杆子|那根杆|升降杆|车闸|车牌识别|岗亭|栏杆机|barrier|barriers|boom gate|boom|car gate|parking gate|garage door|roller shutter|shutter*|gate arm',
  },
  camera: {
    area: 'security',
    scope: 'estate',
    words: '摄像头|监控|天眼|闭路|录像|探头|cctv|camera*|footage',
  },
  fireSafety: {
    area: 'facilities',
    scope: 'shared',
    words:
      '消防栓|灭火|烟感|防火门|消防门|喷淋|警铃|警钟|火警钟|走火|extinguisher*|smoke detector*|fire alarm*|fire door*|sprinkler*|smoke alarm*|emergency exit*|alarm',
  },
  fabric: {
    area: 'facilities',
    scope: 'shared',
    words:
      '外墙|墙面|墙体|那面墙|外皮|铝板|铁皮|瓷砖|纸皮石|石屎|地砖|空鼓|楼顶|屋顶|天台|顶楼|窗玻璃|玻璃|窗框|窗户|窗子|扶手|服手|栏杆|楼梯|楼道|走廊|台阶|井盖|井该|路面|地砖松|坑|斜坡|坡道|沟|wall|walls|facade*|roof*|window*|stair*|handrail*|railing*|banister*|tile|tiles|manhole*|pothole*|pavement*|paving|sidewalk*|step|steps|plaster|concrete|crack|cracks|ramp',
  },
  play: {
    area: 'facilities',
    scope: 'estate',
    words:
      '滑梯|秋千|儿童乐园|健身器材|健身房|游乐|泳池|会所|长椅|凉亭|playground*|swing|swings|slide|gym|pool|swimming pool|treadmill*|sauna|bench|benches|clubhouse|laundry room|washer*|dryer*',
  },
  aircon: {
    area: 'facilities',
    words: '空调|冷气|冷凝|出风口|抽风|排风|air con*|aircon*|a/c|ac unit*|ventilation|extractor*|exhaust fan*',
  },
  rubbish: {
    area: 'environment',
    words:
      '垃圾|泔水|厨余|旧门板|烂砖|马桶都扔|清运|没人拉|没人收|没人铲|泡烂|大件|废品|冰坨|rubbish|trash|garbage|bin|bins|litter*|recycling|dumpster*|dumped|dumping|skip|bulky|chute|bin room|bin store|refuse|fly-tip*|fly tip*|fly-tipp*',
  },
  smell: {
    area: 'environment',
    words: '臭|味道|异味|恶心|一股味|那味儿|发酵|smell*|stink*|stench|reek*|odour*|odor*|foul',
  },
  pests: {
    area: 'environment',
    words:
      '老鼠|蟑螂|曱甴|苍蝇|蚊|虫|白蚁|马蜂|消杀|灭蚊|喷的那个药|rat|rats|mice|mouse|cockroach*|roach*|ants|mosquito*|wasp*|pest*|vermin|pigeon*|bedbug*|bugs|fumigat*|hornet*|fox|foxes|raccoon*|spray*',
  },
  plants: {
    area: 'environment',
    scope: 'estate',
    words:
      '绿化|草坪|草地|大树|树枝|树丫|大樟树|树|花坛|花槽|灌木|桂花|浇过|浇水|一大枝|杂草|tree|trees|branch|branches|hedge*|lawn|lawns|grass|weeds|garden*|landscap*|shrub*|bushes|flower bed*|plants|leaves',
  },
  cleaning: {
    area: 'environment',
    words:
      '打扫|清扫|保洁|清洁|拖地|扫地|扫出来|拖得|卫生|狗屎|狗粪|粪便|撒尿|脏|油污|clean*|sweep*|swept|mop*|dirty|filthy|poo|poop|dog mess|fouling|urine|pee|vomit|sticky|grimy|stain*|spill*',
  },
  guard: {
    area: 'security',
    words:
      '保安|门卫|门岗|巡逻|看更|秩序部|夜班|值班|security|guard|guards|concierge|doorman|porter|porters|watchman|night shift|patrol*',
  },
  stranger: {
    area: 'security',
    words:
      '陌生|敲门|敲我家|推销|可疑|闲杂|不认识|传单|外人|混进来|拽门|门把手|冒充|不是你们安排|安检|stranger*|suspicious|loiter*|tailgat*|salesm*|trying door*|trespass*|random people|intruder*|knocking|let in|prowl*|masked|impersonat*|scam*',
  },
  theft: {
    area: 'security',
    words:
      '偷|被盗|小偷|失窃|遭人端走|拿走|端走|顺走|贼|爆格|谁看见我的|不见咗|又丢|丢件|stolen|stole|theft|thief|thieves|steal*|burgl*|broken into|break-in|break in|nicked|went missing|gone missing|robbed|vandal*|graffiti',
  },
  falling: {
    area: 'security',
    scope: 'shared',
    words: '高空|扔下来|丢下来|抛下来|扔下|掟|落过|弹烟头|烟头|throw*|threw|thrown|dropped from|cigarette butt*|butts|from above',
  },
  fireLane: {
    area: 'security',
    scope: 'estate',
    words: '消防车|消防通道|救护车|堵住通道|路塞死|fire lane|fire lanes|fire truck*|fire engine*|ambulance*',
  },
  ebike: {
    area: 'security',
    scope: 'shared',
    words:
      '电瓶车|电动车|电单车|电瓶|飞线|扯根线|拖根线|线从门缝|锂电|e-bike*|ebike*|e-scooter*|scooter*|escooter*|lithium|charging in the',
  },
  parking: {
    area: 'parking',
    words:
      '车位|停车|车库|地库|占位|占了我|挪车|挪走|月租|车主|访客车|车牌|乱停|乱泊|泊车|泊位|停麻花|我的位|我买的位|横在|白面包|尾号|怼上|没地方停|车上来|parking|parked|parks|car space|car spaces|parking space*|my space|my bay|my spot|bay|bays|garage|car park|carpark|tow|towed|double-park*|visitor space*|blocking my|license plate|number plate|permit parking|motorbike*',
  },
  charger: {
    area: 'parking',
    scope: 'estate',
    words: '充电桩|充电|号桩|车棚|没充|充了|桩|ev charger*|charger*|charging point*|charging station*|charge point*|ev point*|bike shed|bike store|bike rack*|bike room',
  },
  noise: {
    area: 'neighbours',
    scope: 'home',
    words:
      '吵|噪音|噪声|电锤|电钻|钻|打墙|咚|哐|咣|拖椅|弹琴|唱歌|喇叭|音响|哑铃|往地上砸|睡不着|震醒|吵醒|一上午没合眼|还在打|喊俩小时|喊得|开黑|嚎|嗷嗷|蹦|半夜|深夜|凌晨|noise|noisy|loud|loudly|drill*|bang*|hammer*|party|parties|partying|music|bass|stomp*|thump*|shout*|scream*|yelling|quiet hours|midnight|keeps me awake|woke|sleep|piano|drum*|jump*|karaoke|subwoofer',
  },
  renovation: {
    area: 'neighbours',
    scope: 'home',
    words: '装修|施工|砸墙|拆墙|水泥浆|工人|renovat*|construction|builders|contractor|contractors|refurb*|building work*|remodel*|workmen',
  },
  pets: {
    area: 'neighbours',
    words: '狗|犬|遛|牵绳|吠|养猫|野猫|流浪猫|鸽子|鸡叫|dog|dogs|leash|off-lead|off lead|off the lead|on a lead|bark*|puppy|terrier|cats',
  },
  cigarettes: {
    area: 'neighbours',
    words: '抽烟|吸烟|二手烟|烟味|食烟|smoking|cigarette*|smoker*|weed|vape*|vaping|marijuana|cannabis',
  },
  clutter: {
    area: 'neighbours',
    scope: 'shared',
    words: '杂物|纸壳|鞋柜|堆满|堆放|堆着|堆在|占用楼道|推不开|地毯|晾|clutter|shoe rack*|shoes outside|belongings|pram*|buggy|buggies|stroller*|hallway|corridor|landing|stored in|drying laundry|washing line',
  },
  upstairs: {
    area: 'neighbours',
    scope: 'home',
    words:
      '楼上|楼下那家|隔壁|对门|邻居家|那家|那户|上面那家|一楼带院子|浇花|滴我|upstairs|downstairs|next door|above me|above us|below me|neighbour|neighbor|flat above|apartment above|unit above|people above',
  },
  fees: {
    area: 'fees',
    words:
      '物业费|管理费|收费|缴费|交费|交钱|费用|涨价|调价|涨到|账单|扣了我|扣费|电费|水费|清洁费|清洁废|采暖费|停车费|服务费|欠费|收据|发票|大修基金|维修基金|维修资金|公共收益|收支|账贴|账目|账不公示|见过账|归大伙|一块二一度|算的|多少钱一|好多钱|怎么算|fee|fees|bill|bills|billed|service charge*|maintenance charge*|hoa|dues|invoice*|accounts|reserve fund|sinking fund|overcharg*|charged|direct debit|autopay|statement|levy|arrears|budget|payment*',
  },
  refund: {
    area: 'fees',
    words: '押金|保证金|按金|退款|退费|给退|什么时候退|没退|五千块|谁赔|找谁退|能赔|赔偿|deposit*|refund*|reimburs*|compensat*',
  },
  subsidy: {
    area: 'fees',
    words: '补贴|津贴|领钱|补助|资助|subsid*|grant|grants|rebate*',
  },
  papers: {
    area: 'service',
    words:
      '证明|盖章|出入证|门禁卡|补一张|补卡|住户证|业主证|产证|大证|小证|房产证|房本|手续|前台办|带啥材料|哪办|怎么办理|办理|登记|照片|拍卡|certificate|permit|permits|paperwork|replacement fob|new fob|spare key|key fob|application form|form|forms|move-in|moving in|move out|moving out|booking|book the lift|book',
  },
  office: {
    area: 'service',
    words:
      '物业|管理处|管理员|客服|管家|前台|座机|热线|服务中心|居委|街道|打电话|打了六个|没人接|莫得人接|打不通|转头就|稍后|已为您|反馈|management|managing agent|office|front desk|reception|property manager|building manager|caretaker|super|superintendent|landlord|hotline|phone line|voicemail|voice mail|office hours|helpdesk',
  },
  conduct: {
    area: 'service',
    words:
      '态度|敷衍|推诿|已读不回|不回|不理|标点都没|爽约|说好的人|白请|就这么办事|装饰品|吼|踢皮球|垫桌脚|attitude|rude|rudely|ignored|ignoring|unprofessional|no reply|no response|never called back|nobody answer*|no one answer*|did not show|didn\'t show|no show|no-show|waited all day|hung up|unhelpful|fobbed off|disrespect*',
  },
  parcel: {
    area: 'service',
    words: '快递|外卖架|包裹|快递柜|丰巢|大堂台子|我那箱书|速递|信箱|parcel*|package*|locker*|mailbox*|mailroom|mail room|amazon|courier*|post room|letterbox*|deliver*',
  },
  notice: {
    area: 'service',
    words: '通知字|告示|公告栏|通知栏|发通知|公示|群里报|报一次|notice|notices|notice board|noticeboard|newsletter|announce*|bulletin|email us|emails',
  },
  activities: {
    area: 'community',
    words:
      '活动室|活动中心|春联|重阳|长寿面|露天电影|讲座|乒乓|兴趣班|中秋|元宵|游园|义剪|棋牌室|图书|扫街|晚会|聚餐|event|events|club|movie night|film night|bbq|barbecue|yoga|book club|halloween|christmas|summer party|garden party|community room|common room|get-together|social|street party|potluck|meetup|playgroup',
  },
  votes: {
    area: 'community',
    words: '业主大会|投票|业委会|业主委员会|法团|筹备组|表决|签字|电梯是不是就装不成|加装|居民代表|committee|vote|votes|voting|agm|residents association|board meeting|quorum|election*|proxy|minutes|board',
  },
} as const satisfies Record<string, Concept>;

export type Thing = keyof typeof things;
