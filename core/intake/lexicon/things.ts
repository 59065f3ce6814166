import type { Concept } from './concept.ts';

/** What a matter can be about. Regional words stand beside the general ones: 𨋢, 冷气, 渠, 看更, 片子, 坝坝. */
export const things = {
  lift: {
    area: 'facilities',
    scope: 'shared',
    words:
      "电梯|升降机|货梯|客梯|轿厢|梯门|号梯|部梯|两部梯|左梯|右梯|左边那台|右边那台|这台梯|梯里|lift|lifts|elevator|elevators|扶梯|轿箱|厢|梯坏|梯停|困梯|搭电梯|坐电梯|观光梯|号电梯|elevator's|lift's",
  },
  water: {
    area: 'facilities',
    words:
      '停水|没水|冇水|无水|莫得水|断水|一滴都|水压|水管|自来水|水龙头|热水|水箱|水表|黄水|黄汤|浑|铁锈|水泵|加压泵|泵房|供水|来水|食水|咸水|拧开|花洒|爆管|爆水管|water|tap|taps|shower|faucet*|pump|plumb*|pipe|pipes|水费表|增压|水流|水小|水压低|热水器|净水|直饮水|水质|发黄|浑浊|水喉|冲厕水|爆喉|水錶|hot tap|cold water|water pressure|boil water|brown water|hydrant|sprinkler head',
  },
  drain: {
    area: 'facilities',
    words:
      '下水|马桶|厕所|坐厕|地漏|堵死|堵了|堵得|堵住|塞渠|渠|去水|污水|脏水|份水|粪水|化粪池|反水|返水|反脏|往外冒|水池|水槽|drain*|toilet*|sewage|sewer*|clog*|sink|sinks|backed up|backing up|overflow*|疏通|堵塞|返味|下水道|排水|雨水管|窨井|阴沟|马桶堵|溢出来|倒灌|去水位|坑渠|塞厕|waste pipe|gutter*|downpipe*|plumbing|blocked drain',
  },
  leak: {
    area: 'facilities',
    words:
      '漏水|渗水|渗漏|滴水|在滴|还在滴|滋水|漏|渗|洇|往里|水帘|天花|墙皮|鼓起来|鼓包|墙纸|发霉|霉点|飙水|漫到|淌到|淌起|湿一圈|打湿|接满|水淹|淹|积水|防水|leak*|drip*|damp|mould*|mold*|ceiling*|seep*|flood*|puddle*|water stain*|water damage|漏雨|漏咗|水渍|水印|潮|湿透|起皮|楼上漏|往下滴|滴滴答答|水滴|浸|水浸|长毛|霉|壁癌|漏到|mildew|soaking|soaked|wet patch|dripping|drip drip|pouring|bubbling|condensation|seepage|puddle',
  },
  power: {
    area: 'facilities',
    words:
      '停电|没电|冇电|无电|断电|跳闸|电表|插座|电路|漏电|短路|配电|总闸|电闸|空开|送电|来电了|表箱|电箱|电线|全黑|整层黑|整层都黑|黑了|黑着|一片黑|power|electric*|outage*|blackout|socket*|breaker*|fuse*|wire|wires|wiring|cable*|spark*|断闸|电费跳|电压|没有电|冇晒电|停咗电|电掣|电制|拉闸|限电|变电|配电房|power cut|no electricity|lost power|voltage|generator|tripped|circuit',
  },
  light: {
    area: 'facilities',
    scope: 'shared',
    words:
      '灯|路灯|声控|照明|摸黑|好暗|太暗|light|lights|lighting|lamp|lamps|bulb*|pitch black|dark|灯泡|灯管|顶灯|灯箱|感应灯|景观灯|梯灯|走廊灯|黑灯瞎火|黑漆漆|漆黑|灯唔着|乌漆麻黑|streetlight*|street light*|floodlight*|bulb|light fixture|fixture*|motion light*|unlit',
  },
  heating: {
    area: 'facilities',
    scope: 'home',
    words:
      '暖气|地暖|供暖|供热|采暖|片子|室温|换热|温度计|地热|heating|heater*|radiator*|boiler*|暖气管|不暖|温度才|供热站|锅炉|分水器|散热器|壁挂炉|thermostat*|radiators|underfloor|no heat|heat is|the heat|cold in here',
  },
  gas: {
    area: 'facilities',
    scope: 'home',
    words:
      '燃气|煤气|天然气|石油气|打不着|打不燃|没开火|通气|气什么时候|点火|灶|gas|stove*|pilot light|煤气表|气表|燃气表|燃气公司|天然气公司|热水炉|煤气炉|灶台|gas meter|gas leak|gas smell|rotten eggs',
  },
  door: {
    area: 'facilities',
    scope: 'shared',
    words:
      '单元门|大门|铁门|铁闸|门锁|门禁|自动门|闸机|刷脸|刷卡|玻璃门|防盗门|闭门器|那扇门|门关不|门打不|门缝|拍卡|八达通|楼下门|door|doors|doorway|entrance|fob|fobs|lock|locks|keycard*|key card*|keypad*|card reader|楼宇门|楼栋门|门锁坏|门把|把手|门轴|合页|自动关|磁力锁|门吸|大闸|闸门|密码锁|人脸|人脸识别|读卡器|卷帘门|后楼梯门|楼下闸|front gate|side gate|back gate|main gate|gate|gates|latch*|hinge*|front door|key code|door code|access card*|vestibule|buzzer door',
  },
  intercom: {
    area: 'facilities',
    scope: 'shared',
    words:
      '对讲|门铃|可视|那块屏|这块屏|intercom*|buzzer*|doorbell*|entry phone|door phone|门禁电话|呼叫|视频门|按铃|call box|callbox|entryphone|buzz in|buzz me|entry system',
  },
  barrier: {
    area: 'parking',
    scope: 'estate',
    words:
      '道闸|闸杆|抬杆|杆子|那根杆|升降杆|车闸|车牌识别|岗亭|栏杆机|barrier|barriers|boom gate|boom|car gate|parking gate|garage door|roller shutter|shutter*|gate arm|起落杆|识别不|识别唔|抬不起|不抬杆|栏杆不|出口闸|入口闸|停车场闸|柵欄|栅栏|garage gate|parking arm|exit barrier|entry barrier',
  },
  camera: {
    area: 'security',
    scope: 'estate',
    words:
      '摄像头|监控|天眼|闭路|录像|探头|cctv|camera*|footage|镜头|鏡頭|看监控|调监控|查监控|surveillance|security cam*|ring cam*',
  },
  fireSafety: {
    area: 'facilities',
    scope: 'shared',
    words:
      '消防栓|灭火|烟感|防火门|消防门|喷淋|警铃|警钟|火警钟|走火|extinguisher*|smoke detector*|fire alarm*|fire door*|sprinkler*|smoke alarm*|emergency exit*|alarm|消火栓|消防设施|应急灯|安全出口|疏散|灭火筒|灭火器|消防喉|fire hose|fire exit*|fire escape*|exit sign*|fire panel|evacuat*',
  },
  fabric: {
    area: 'facilities',
    scope: 'shared',
    words:
      '外墙|墙面|墙体|那面墙|外皮|铝板|铁皮|瓷砖|纸皮石|石屎|地砖|空鼓|楼顶|屋顶|天台|顶楼|窗玻璃|玻璃|窗框|窗户|窗子|扶手|服手|栏杆|楼梯|楼道|走廊|台阶|井盖|井该|路面|地砖松|坑|斜坡|坡道|沟|wall|walls|facade*|roof*|window*|stair*|handrail*|railing*|banister*|tile|tiles|manhole*|pothole*|pavement*|paving|sidewalk*|step|steps|plaster|concrete|crack|cracks|ramp|墙砖|墙角|裂缝|墙裂|开裂|地面|地板砖|护栏|围栏|围墙|雨棚|遮阳棚|屋檐|外立面|保温层|砖|石板|地坪|减速带|路坑|坑坑洼洼|盲道|马路牙|下水井|窨井盖|雨篦|盖板|批荡|剥落|窗花|晒衣架|floor tile*|driveway|path|pathway|walkway*|fence*|kerb*|curb*|speed bump*|brick*|balcony|balconies|balustrade|canopy|awning|cladding|scaffold*|grate|drain cover*|cracked|uneven|trip hazard',
  },
  play: {
    area: 'facilities',
    scope: 'estate',
    words:
      '滑梯|秋千|儿童乐园|健身器材|健身房|游乐|泳池|会所|长椅|凉亭|playground*|swing|swings|slide|gym|pool|swimming pool|treadmill*|sauna|bench|benches|clubhouse|laundry room|washer*|dryer*|乐园|滑滑梯|跷跷板|单杠|健身区|乒乓球台|篮球场|网球场|羽毛球|游泳池|游泳馆|瑜伽室|桌球|长凳|凳|儿童区|沙池|跑步机|洗衣房|会客厅|天台花园|basketball|tennis court|court|hot tub|jacuzzi|see-saw|seesaw|climbing frame|rooftop|roof deck|rooftop deck|laundry|dryers|washers|storage room|bike room|picnic table*',
  },
  aircon: {
    area: 'facilities',
    words:
      '空调|冷气|冷凝|出风口|抽风|排风|air con*|aircon*|a/c|ac unit*|ventilation|extractor*|exhaust fan*|中央空调|新风|风口|风扇|抽湿|冷气机|冷气滴水|滴冷气水|ac is|the ac|air conditioning|air-con|vent|vents',
  },
  rubbish: {
    area: 'environment',
    words:
      '垃圾|泔水|厨余|旧门板|烂砖|马桶都扔|清运|没人拉|没人收|没人铲|泡烂|大件|废品|冰坨|rubbish|trash|garbage|bin|bins|litter*|recycling|dumpster*|dumped|dumping|skip|bulky|chute|bin room|bin store|refuse|fly-tip*|fly tip*|fly-tipp*|垃圾袋|垃圾桶|垃圾站|垃圾分类|投放点|桶满|爆桶|堆成山|满了|溢|烂菜叶|废纸|烟盒|烟蒂|瓜子壳|果皮|装修垃圾|旧家具|旧沙发|床垫|建渣|厨余桶|回收|垃圾槽|垃圾房|倒垃圾|丢垃圾|收垃圾|garbage room|trash room|trash chute|bin bag*|bin bags|binbag*|black bags|furniture|mattress*|sofa|dump|collection day|bin day|bulk|compost|cardboard',
  },
  smell: {
    area: 'environment',
    words:
      '臭|味道|异味|恶心|一股味|那味儿|发酵|smell*|stink*|stench|reek*|odour*|odor*|foul|臭味|臭气|恶臭|熏|刺鼻|尿骚|骚味|难闻|馊|味好大|阵味|臭到|stinky|stinking|whiff|musty|rotten',
  },
  pests: {
    area: 'environment',
    words:
      '老鼠|蟑螂|曱甴|苍蝇|蚊|虫|白蚁|马蜂|消杀|灭蚊|喷的那个药|rat|rats|mice|mouse|cockroach*|roach*|ants|mosquito*|wasp*|pest*|vermin|pigeon*|bedbug*|bugs|fumigat*|hornet*|fox|foxes|raccoon*|spray*|蛇|马蜂窝|蜂窝|蚂蚁|飞虫|小强|跳蚤|蟑|鼠|蚊蝇|黄蜂|木虱|cockroaches|flies|maggots|mouse droppings|droppings|bees|nest|snake|exterminator|pest control|termite*|squirrel*|gulls|seagull*|fruit flies',
  },
  plants: {
    area: 'environment',
    scope: 'estate',
    words:
      '绿化|草坪|草地|大树|树枝|树丫|大樟树|树|花坛|花槽|灌木|桂花|浇过|浇水|一大枝|杂草|tree|trees|branch|branches|hedge*|lawn|lawns|grass|weeds|garden*|landscap*|shrub*|bushes|flower bed*|plants|leaves|绿化带|树倒|树杈|枯枝|枯死|死了一片|修剪|花草|花圃|盆栽|爬山虎|荒了|菜地|种菜|树根|overgrown|hedges|ivy|planter*|bush|flowerbed*|mow*|pruned|trimmed|dead tree|roots|watering|watered',
  },
  cleaning: {
    area: 'environment',
    words:
      '打扫|清扫|保洁|清洁|拖地|扫地|扫出来|拖得|卫生|狗屎|狗粪|粪便|撒尿|脏|油污|clean*|sweep*|swept|mop*|dirty|filthy|poo|poop|dog mess|fouling|urine|pee|vomit|sticky|grimy|stain*|spill*|灰尘|一层灰|积灰|黏|痰|呕吐|狗尿|猫屎|屎|涂鸦|小广告|牛皮癣|脏乱|邋遢|污糟|洗地|抹|清洗|沙尘|dusty|dust|cobweb*|cleaners|cleaning|wiped|hoover*|vacuumed|gross|muddy|dog pee|dog waste',
  },
  guard: {
    area: 'security',
    words:
      '保安|门卫|门岗|巡逻|看更|秩序部|夜班|值班|security|guard|guards|concierge|doorman|porter|porters|watchman|night shift|patrol*|门口保安|安保|巡更|保安亭|保安室|岗位|门卫室|当值|警卫|夜更|管理员|security desk|doormen|overnight guard|night guard|night porter',
  },
  stranger: {
    area: 'security',
    words:
      '陌生|敲门|敲我家|推销|可疑|闲杂|不认识|传单|外人|混进来|拽门|门把手|冒充|不是你们安排|安检|stranger*|suspicious|loiter*|tailgat*|salesm*|trying door*|trespass*|random people|intruder*|knocking|let in|prowl*|masked|impersonat*|scam*|尾随|偷拍|鬼鬼祟祟|形迹|外来人员|外卖随便|随便进|随便出入|谁都能进|谁都可以进|贴小广告|上门推销|闯|撬锁|撬门|翻墙|踩点|可疑人|嫌疑|按门铃|自出自入|propped open|prop the|door propped|wandering|sketchy|creepy|following me|homeless|sleeping in the|piggyback*|solicit*|canvass*|peeping|unknown man|guy in a|some guy|casing',
  },
  theft: {
    area: 'security',
    words:
      '偷|被盗|小偷|失窃|遭人端走|拿走|端走|顺走|贼|爆格|谁看见我的|不见咗|又丢|丢件|stolen|stole|theft|thief|thieves|steal*|burgl*|broken into|break-in|break in|nicked|went missing|gone missing|robbed|vandal*|graffiti|丢了|不见了|少了|被拿|被人拿|被撬|被砸|被划|划了|刮花|爆窗|拿错|顺手牵羊|遗失|失踪|盗|俾人偷|俾人攞|taken from|disappeared|vanished|porch pirate*|walked off with|someone took|smashed window|keyed|scratched|slashed|tampered',
  },
  falling: {
    area: 'security',
    scope: 'shared',
    words:
      '高空|扔下来|丢下来|抛下来|扔下|掟|落过|弹烟头|烟头|throw*|threw|thrown|dropped from|cigarette butt*|butts|from above|花盆|掉下|跌落|天降|空中飞|从天而降|泼水|倒水下来|倒水|抛物|掉落|wine bottle|bottle|throwing|tossing|tossed|thrown from|dropping|spat|spitting',
  },
  fireLane: {
    area: 'security',
    scope: 'estate',
    words:
      '消防车|消防通道|救护车|堵住通道|路塞死|fire lane|fire lanes|fire truck*|fire engine*|ambulance*|堵通道|堵住路|挡住|消防门|救护|占用消防|消防登高|生命通道|通道被堵|通道被占|通道堵|hydrant|blocked exit',
  },
  ebike: {
    area: 'security',
    scope: 'shared',
    words:
      '电瓶车|电动车|电单车|电瓶|飞线|扯根线|拖根线|线从门缝|锂电|e-bike*|ebike*|e-scooter*|scooter*|escooter*|lithium|charging in the|电动自行车|助力车|楼道充电|飞线充电|充电瓶|电池|电瓶上楼|推进电梯|进电梯|ebikes|e bike*|scooters|battery|batteries',
  },
  parking: {
    area: 'parking',
    words:
      '车位|停车|车库|地库|占位|占了我|挪车|挪走|月租|车主|访客车|车牌|乱停|乱泊|泊车|泊位|停麻花|我的位|我买的位|横在|白面包|尾号|怼上|没地方停|车上来|parking|parked|parks|car space|car spaces|parking space*|my space|my bay|my spot|bay|bays|garage|car park|carpark|tow|towed|double-park*|visitor space*|blocking my|license plate|number plate|permit parking|motorbike*|停了辆|停着|挡道|挡路|堵路|堵我|出不来|僵尸车|占道|抢车位|临停|访客停|车位费|月保|固定车位|产权车位|占用车位|地锁|地上停车|地下停车|泊|霸位|车场|电单车位|停车证|临时停车|parked in|parks in|parked across|blocking the|blocked in|blocking|handicap spot|disabled bay|accessible spot|stall|stalls|parking pass*|guest parking|visitor parking|permit|suv|van|truck|motorcycle|towing',
  },
  charger: {
    area: 'parking',
    scope: 'estate',
    words:
      '充电桩|充电|号桩|车棚|没充|充了|桩|ev charger*|charger*|charging point*|charging station*|charge point*|ev point*|bike shed|bike store|bike rack*|bike room|电桩|快充|慢充|充电枪|充电位|充电口|扫码充电|充电站|ev chargers|charging|plug in|tesla',
  },
  noise: {
    area: 'neighbours',
    scope: 'home',
    words:
      '吵|噪音|噪声|电锤|电钻|钻|打墙|咚|哐|咣|拖椅|弹琴|唱歌|喇叭|音响|哑铃|往地上砸|睡不着|震醒|吵醒|一上午没合眼|还在打|喊俩小时|喊得|开黑|嚎|嗷嗷|蹦|半夜|深夜|凌晨|noise|noisy|loud|loudly|drill*|bang*|hammer*|party|parties|partying|music|bass|stomp*|thump*|shout*|scream*|yelling|quiet hours|midnight|keeps me awake|woke|sleep|piano|drum*|jump*|karaoke|subwoofer|吵死|太吵|吵得|吵闹|嘈|嘈到|扰民|音乐|蹦迪|唱k|k歌|卡拉|麻将声|麻将|搓麻|吹唢呐|广场舞|练琴|钢琴|小提琴|打鼓|拖鞋|高跟鞋|脚步|跑来跑去|跳绳|弹珠|拍球|打球|挪家具|拖家具|拖凳|拖櫈|敲墙|砰|嗡嗡|低频|轰|震动|半夜三更|三更半夜|大半夜|两点|一点多|不睡|睡觉|没法睡|冇得瞓|瞓唔到|爆粗|ringtone|heels|footsteps|running around|stomping|stamping|furniture moving|dragging|vacuuming|treadmill|blasting|blaring|speaker*|guitar|violin|trumpet|singing|arguing|crying|all hours|2am|3am|1am|4am|11pm|12am|late at night|racket|rave|buzzing|humming|hum|vibrat*|leaf blower*|rooster|alarm going off',
  },
  renovation: {
    area: 'neighbours',
    scope: 'home',
    words:
      '装修|施工|砸墙|拆墙|水泥浆|工人|renovat*|construction|builders|contractor|contractors|refurb*|building work*|remodel*|workmen|开工|动工|敲敲打打|刨墙|水电改造|打孔|冲击钻|切割|瓷砖切|师傅们|违建|搭建|封阳台|私搭|承重墙|装修队|小工|reno|renos|renovating|renovation|tiling|sanding|jackhammer*|gut job|workers|knocking down',
  },
  pets: {
    area: 'neighbours',
    words:
      '狗|犬|遛|牵绳|吠|养猫|野猫|流浪猫|鸽子|鸡叫|dog|dogs|leash|off-lead|off lead|off the lead|on a lead|bark*|puppy|terrier|cats|汪|狗主|大型犬|金毛|泰迪|不拴|不牵|没拴|拴绳|养狗|宠物|喂猫|喂流浪|鸡|鹅|鹦鹉|猫叫|狗吠|barking|barks|howl*|unleashed|leashed|off leash|off-leash|bit my|bitten|bites|lunged|husky|pit bull|poodle|cat is|pets|feeding the|chickens|parrot',
  },
  cigarettes: {
    area: 'neighbours',
    words:
      '抽烟|吸烟|二手烟|烟味|食烟|smoking|cigarette*|smoker*|weed|vape*|vaping|marijuana|cannabis|吸二手|烟蒂|烟灰|油烟|烧烤|烧纸|烧香|烧衣|烟雾|spliff|pot smell|smells like weed|secondhand|second-hand|incense|grill|bbq smoke|cooking smell',
  },
  clutter: {
    area: 'neighbours',
    scope: 'shared',
    words:
      '杂物|纸壳|鞋柜|堆满|堆放|堆着|堆在|占用楼道|推不开|地毯|晾|clutter|shoe rack*|shoes outside|belongings|pram*|buggy|buggies|stroller*|hallway|corridor|landing|stored in|drying laundry|washing line|堆在楼|堆东西|堆了|摆满|放满|婴儿车|占公共|公共区域|占着|堵住门口|门口堆|走火通道|阻街|晾衣|晾被|晒被|blocking the hall|blocking the stairs|shoe racks|bikes in|bike in|left outside|drying rack*|hanging laundry|common area*|communal|junk',
  },
  upstairs: {
    area: 'neighbours',
    scope: 'home',
    words:
      '楼上|楼下那家|隔壁|对门|邻居家|那家|那户|上面那家|一楼带院子|浇花|滴我|upstairs|downstairs|next door|above me|above us|below me|neighbour|neighbor|flat above|apartment above|unit above|people above|楼下|楼上住|上下楼|对面|隔离|楼上那|邻居|左邻|右舍|楼上小孩|楼上孩子|熊孩子|合租|群租|民宿|日租|短租|airbnb*|upstair*|downstair*|neighbors|neighbours|people upstairs|guy upstairs|unit below|flat below|tenant*|sublet*|short-term|roommates',
  },
  fees: {
    area: 'fees',
    words:
      '物业费|管理费|收费|缴费|交费|交钱|费用|涨价|调价|涨到|账单|扣了我|扣费|电费|水费|清洁费|清洁废|采暖费|停车费|服务费|欠费|收据|发票|大修基金|维修基金|维修资金|公共收益|收支|账贴|账目|账不公示|见过账|归大伙|一块二一度|算的|多少钱一|好多钱|怎么算|fee|fees|bill|bills|billed|service charge*|maintenance charge*|hoa|dues|invoice*|accounts|reserve fund|sinking fund|overcharg*|charged|direct debit|autopay|statement|levy|arrears|budget|payment*|收钱|收费标准|车位费|公摊|公摊费|水电费|垃圾费|电梯费|滞纳金|催费|催缴|扣款|多收|乱收费|少算|多算|单价|缴纳|续费|充值|余额|账|账本|数簿|审计|广告费|场地费|租金收入|公共收入|明细|预算|招标|转数快|收条|单据|一平|一方|多少一|补缴|late fee|late fees|assessment|special assessment|rent|rent increase|ground rent|utilities|water bill|gas bill|electric bill|portal|invoiced|breakdown|audit|receipt*|pay online|paying for|pay for',
  },
  refund: {
    area: 'fees',
    words:
      '押金|保证金|按金|退款|退费|给退|什么时候退|没退|五千块|谁赔|找谁退|能赔|赔偿|deposit*|refund*|reimburs*|compensat*|退钱|退我|返还|赔|赔付|理赔|保险|装修押金|出租押金|money back|claim|insurance|pay for the damage|who pays|damages',
  },
  subsidy: {
    area: 'fees',
    words:
      '补贴|津贴|领钱|补助|资助|subsid*|grant|grants|rebate*|补偿|救助|低保|高龄|优待|减免|认证|领取|discount for|benefit*|relief',
  },
  papers: {
    area: 'service',
    words:
      '证明|盖章|出入证|门禁卡|补一张|补卡|住户证|业主证|产证|大证|小证|房产证|房本|手续|前台办|带啥材料|哪办|怎么办理|办理|登记|照片|拍卡|certificate|permit|permits|paperwork|replacement fob|new fob|spare key|key fob|application form|form|forms|move-in|moving in|move out|moving out|booking|book the lift|book|开证明|开个|备案|审批|钥匙|配钥匙|换锁|门卡|蓝牙卡|停车证|居住证|户口|落户|过户|产权|网签|交房|验房|合同|表格|填表|填咩|授权|委托书|复印|盖个章|proof of|reference|application|apply|register|registration|copy of|key card|a new key|access code|password|log in|login|reservation|reserve|sign up for|certificate of insurance|coi|lease',
  },
  office: {
    area: 'service',
    words:
      '物业|管理处|管理员|客服|管家|前台|座机|热线|服务中心|居委|街道|打电话|打了六个|没人接|莫得人接|打不通|转头就|稍后|已为您|反馈|management|managing agent|office|front desk|reception|property manager|building manager|caretaker|super|superintendent|landlord|hotline|phone line|voicemail|voice mail|office hours|helpdesk|办公室|服务台|客服中心|项目经理|物业经理|楼管|楼长|居委会|社区|业务|上班时间|公众号|小程序|微信|群主|管理公司|物管|法团|the manager|managers|managing agents|agent|agents|the desk|handyman|maintenance guy|maintenance team|ticket|work order|customer service|leasing office',
  },
  conduct: {
    area: 'service',
    words:
      "态度|敷衍|推诿|已读不回|不回|不理|标点都没|爽约|说好的人|白请|就这么办事|装饰品|吼|踢皮球|垫桌脚|attitude|rude|rudely|ignored|ignoring|unprofessional|no reply|no response|never called back|nobody answer*|no one answer*|did not show|didn't show|no show|no-show|waited all day|hung up|unhelpful|fobbed off|disrespect*|不负责|拖了|拖着|推来推去|装死|装聋|不管|不作为|没人理|没人接|没人管|打官腔|糊弄|忽悠|恶劣|怼|翻白眼|爱搭不理|爱理不理|甩脸|睡觉|玩手机|打瞌睡|脱岗|瞓觉|玩电话|黑面|冇人听|冇人理|无人听|敷衍了事|迟到|没来|放鸽子|鸽了|useless|incompetent|lazy|sleeping|asleep|on his phone|on her phone|yelled|yelling|shouted at|snapped at|dismissive|condescending|lied|passed around|runaround|no-one|ghosted|late again|never came|never showed|unanswered|left on read|seen but|closed my ticket|marked as|copy-paste*|copy paste*|automated reply",
  },
  parcel: {
    area: 'service',
    words:
      '快递|外卖架|包裹|快递柜|丰巢|大堂台子|我那箱书|速递|信箱|parcel*|package*|locker*|mailbox*|mailroom|mail room|amazon|courier*|post room|letterbox*|deliver*|驿站|菜鸟|外卖|取件|派件|信件|报纸|邮件|派信|信件箱|ups|usps|fedex|dhl|royal mail|mail|postman|mailman|parcel room|package room|food delivery|doordash',
  },
  notice: {
    area: 'service',
    words:
      '通知字|告示|公告栏|通知栏|发通知|公示|群里报|报一次|notice|notices|notice board|noticeboard|newsletter|announce*|bulletin|email us|emails|贴通知|字太小|通知不|没通知|未通知|提前通知|公布|告知|告示板|通告|标识|指示牌|路牌|指引|signage|email|heads up|heads-up|advance notice|whatsapp|updates|calendar|communication',
  },
  activities: {
    area: 'community',
    words:
      "活动室|活动中心|春联|重阳|长寿面|露天电影|讲座|乒乓|兴趣班|中秋|元宵|游园|义剪|棋牌室|图书|扫街|晚会|聚餐|event|events|club|movie night|film night|bbq|barbecue|yoga|book club|halloween|christmas|summer party|garden party|community room|common room|get-together|social|street party|potluck|meetup|playgroup|比赛|运动会|团建|亲子|暑期|夏令营|培训|讲堂|义诊|体检|免费理发|便民|志愿|志愿者|老年|老人活动|长者|儿童节|圣诞|万圣|新年|联欢|庙会|灯会|旅行|一日游|嘉年华|乒乓球|棋牌|阅览|电影|放映|party room|function room|bake sale|fundraiser|volunteer*|clean-up day|cleanup day|craft|egg hunt|trick or treat*|block party|choir|gardening|kids'|seniors|easter|bonfire|film|carol*|raffle|workshop|community garden",
  },
  votes: {
    area: 'community',
    words:
      '业主大会|投票|业委会|业主委员会|法团|筹备组|表决|签字|电梯是不是就装不成|加装|居民代表|committee|vote|votes|voting|agm|residents association|board meeting|quorum|election*|proxy|minutes|board|选举|候选|公示期|决议|议案|授权|成立|改选|书面意见|问卷|业主代表|换物业|续聘|招标|bylaw*|referendum|ballot|petition|annual meeting|meeting minutes|trustee*|president',
  },
} as const satisfies Record<string, Concept>;

export type Thing = keyof typeof things;
