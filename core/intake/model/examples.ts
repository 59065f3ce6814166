/**
 * Sentences made up to teach the model what no labelled chat has said yet, above all in English and in the Chinese of Hong Kong and Taiwan.
 * One a line: kind, area, text; `none` for what is not for the office. Read by `fit.ts` together with the labelled chats.
 */
export const examples = `
repair facilities The lift in Building B has been stuck on 4 since this morning
repair facilities elevator's out again, had to carry groceries up nine flights
repair facilities no hot water in 304 since last night
repair facilities anyone else have no water? taps are completely dry
repair facilities Water is dripping through my bathroom ceiling
repair facilities ceiling in the hallway on 3 is leaking, there's a bucket under it
repair facilities front door won't latch, it just swings open
repair facilities fob reader at the side entrance is dead
repair facilities intercom not working in 12B, drivers can't buzz up
repair facilities lights on the second floor landing are out, pitch dark
repair facilities stairwell light keeps flickering
repair facilities Power's out on the whole fifth floor
repair facilities radiators stone cold in the whole building, heating is off again
repair facilities toilet is backing up and coming out of the shower drain
repair facilities the kitchen sink drain is clogged, water not going down
repair facilities strong smell of gas on the 2nd floor hallway!!
repair facilities someone is trapped in the elevator, I can hear banging
repair facilities smoke coming out of the electrical room in the basement
repair facilities a chunk of the facade just fell onto the sidewalk
repair facilities dryer number 3 in the laundry room eats coins and doesn't heat
repair facilities one of the swings at the playground has a broken chain
repair facilities manhole cover by the entrance is loose, wobbles when you step on it
repair facilities pothole at the driveway is getting worse
repair facilities handrail on the back stairs came off in my hand
repair facilities AC unit in the lobby is leaking all over the floor
repair facilities smoke detector in the corridor keeps chirping
repair facilities roof is leaking again into my bedroom, third time this year
repair facilities window in the stairwell is cracked
repair parking garage door is stuck open, been like that since 6am
repair parking barrier arm at the exit is broken, cars are queuing
repair parking EV charger 2 shows an error and won't start
repair security camera above the bike room has been hanging by its wires
repair environment a big branch came down and is blocking the path
complaint environment bins haven't been collected in four days, the smell is awful
complaint environment trash overflowing in the bin room again, there are flies everywhere
complaint environment somebody dumped a mattress by the gate
complaint environment saw two rats near the dumpsters this morning
complaint environment the lobby floor is sticky and hasn't been mopped in weeks
complaint environment dog poo on the lawn again, nobody cleans up
complaint environment plants by the entrance are all dead, nobody waters them
complaint security someone left the back gate propped open all night again
complaint security guy I've never seen before was trying door handles on our floor
complaint security my package was stolen from the lobby, can someone check the cameras
complaint security someone is throwing cigarette butts from a balcony above
complaint security guard was asleep at the desk at 2am
complaint security people charging e-bikes in the hallway, that's a fire hazard
complaint security fire exit on 3 is blocked by boxes
complaint parking someone's parked in my spot again, black SUV
complaint parking white van double parked in front of the ramp, can't get out
complaint parking visitor spaces are always taken by the same residents
complaint neighbours upstairs has been blasting music until 2am every night
complaint neighbours the drilling next door started at 7 on a Sunday
complaint neighbours dog in 5C barks all day long
complaint neighbours neighbour smokes on the landing and it all comes under my door
complaint neighbours kids upstairs stomping around past midnight
complaint neighbours someone keeps leaving their shoes and buggy in the corridor
complaint fees why did the service charge go up 20% without any explanation
complaint fees I was billed twice for parking this month
complaint fees still waiting for my deposit, it's been two months
complaint fees we have never seen the accounts for the reserve fund
complaint service called the office five times and nobody answers
complaint service the repair guy was supposed to come at 2, never showed up
complaint service the man at the front desk was so rude to my mother
complaint service emailed management three times, no reply. what are we paying for
complaint service so management can put up a poster about it but can't fix it? brilliant
suggestion service could we get a parcel locker by the side entrance?
suggestion service it would be great if notices were also posted in this group
suggestion facilities how about motion sensor lights in the stairwell
suggestion environment can we add a recycling bin on each floor
suggestion environment would be nice to have some benches and flowers in the courtyard
suggestion security maybe we should put a camera at the bike shed
suggestion parking suggestion: paint a pedestrian lane in the garage
suggestion parking any chance of installing more EV chargers
suggestion community why don't we do a movie night on the roof this summer
suggestion neighbours what about a fenced area where dogs can run
suggestion facilities can the gym open an hour earlier on weekdays
inquiry facilities what time is the water shut off tomorrow, and until when?
inquiry facilities will the hot water be off too on Thursday
inquiry facilities when is the elevator being replaced
inquiry facilities does the maintenance work affect both towers or just ours
inquiry service how do I get a replacement fob
inquiry service what are the office hours over the holiday
inquiry service which form do I need for a moving van, and how early do I book the lift
inquiry service where do I pick up a new mailbox key
inquiry service can the office stamp a proof of residence for school
inquiry fees when is the service charge due and can I pay online
inquiry fees what is this special assessment on my bill for
inquiry fees how do I get my move-out deposit back
inquiry parking is there a waiting list for a second parking space
inquiry parking how do I register a visitor's car
inquiry parking do I have to move my car for the line painting on Saturday
inquiry community when is the AGM and can I vote by proxy
inquiry community is the kids' halloween party open to guests
inquiry environment when is bulk trash pickup this month
inquiry environment is the spray they're using safe for cats
inquiry security is that inspector at the doors really from the gas company
inquiry facilities is the pool open this weekend
inquiry neighbours what hours are renovations allowed
praise service huge shout out to Carlos for carrying my groceries up when the lift was down
praise service big thank you to the front desk lady who stayed late to find my package
praise environment credit to the cleaning crew, the lobby has never looked this good
praise security kudos to the night guard who walked my mum to her car
praise service maintenance came in 20 minutes on a Sunday, brilliant work
none - good morning everyone
none - anyone know a good plumber? my washing machine is leaking
none - selling a barely used microwave, $30, pick up only
none - who's watching the game tonight
none - my laptop died, anyone here fix computers
none - the train is stuck again, going to be late
none - lost my keys somewhere near the park, pls dm me if found
none - lol same
none - haha that elevator scene in the movie last night
none - thanks so much!
none - ok great
none - does anyone have a ladder I could borrow for an hour
none - my office's AC is broken, everyone's in the car park
none - did you hear about the building across town that flooded
none - can anyone recommend a dentist nearby
none - happy birthday Jim!
none - my back is broken after that workout
none - looking for a dog walker, tues and thurs
none - free couch, collection only, small stain
none - my kid's school is closed because of a burst pipe
none - my sister's building has had no lift for a month
none - sounds like my ex, loud and never paid the bills
none - anyone selling a parking permit? lol
none - traffic on the bridge is a nightmare
none - power was out in the whole town where I grew up
none - my phone's camera is broken, recommendations?
none - pizza place on the corner closed down, sad
none - wifi provider is useless, on hold for an hour
none - who wants leftover cake
none - I'd complain too but I'm too tired
none - welcome to the building!
none - it's raining cats and dogs
none - found a blue scarf in the lobby, left it at reception
repair facilities 第3座部𨋢又壞咗，企咗成個鐘
repair facilities B座升降機門閂唔埋
repair facilities 8樓走廊啲燈全部唔著
repair facilities 我屋企廁所天花滴水，滴咗成晚
repair facilities 冇水呀，成座都冇
repair facilities 樓下大閘拍卡冇反應
repair facilities 廚房渠塞咗，污水倒灌上嚟
repair facilities 聞到好大陣煤氣味，5樓走廊
repair facilities 有人困咗喺𨋢入面
repair facilities 外牆有石屎跌落嚟
repair facilities 會所冷氣壞咗，熱到死
repair facilities 對講機又收唔到聲
repair facilities 3樓電箱有火花
repair facilities 電梯卡在五樓不動了
repair facilities 地下室積水已經淹到腳踝
repair facilities 頂樓漏水漏到我家客廳
repair facilities 洗衣房的熱水器沒有熱水
repair parking 停車場車閘升唔起，啲車出唔到去
repair parking 車道感應燈不亮，柵欄也打不開
repair security 後門個鏡頭壞咗成個月
complaint environment 垃圾房三日冇人清，臭到入屋
complaint environment 平台好多蚊同曱甴
complaint environment 樓梯間有狗屎冇人執
complaint environment 回收桶滿出來了，蒼蠅一堆
complaint security 看更成日瞓覺，陌生人自出自入
complaint security 有人喺樓上掟煙頭落嚟
complaint security 大堂有人逐戶拍門推銷
complaint security 我放大堂的包裹又不見了
complaint security 有人喺走廊幫電動單車充電
complaint parking 又有車霸咗我個車位
complaint parking 訪客車位長期被同一架車佔住
complaint neighbours 樓上半夜拖櫈拖到兩點
complaint neighbours 隔離裝修，朝早七點就鑽牆
complaint neighbours 隔壁狗吠成日，冇得瞓
complaint neighbours 有人在樓梯間抽菸，味道都飄進來
complaint neighbours 13樓走廊擺滿鞋櫃同單車
complaint fees 管理費又加，數簿從來冇公開過
complaint fees 裝修按金三個月都未退
complaint service 打去管理處打咗十次都冇人聽
complaint service 管理員態度好差，愛理不理
complaint service 話三點上門，等到六點都冇人嚟
suggestion service 不如喺大堂裝返個智能櫃
suggestion facilities 可唔可以喺樓梯加返支扶手
suggestion environment 建議每層放一個廚餘桶
suggestion parking 可以考慮多裝兩支充電樁
suggestion community 希望中秋搞返個燈會
suggestion parking 車道轉彎位可否裝塊鏡
suggestion facilities 會所健身室開遲少少得唔得
inquiry facilities 請問聽日停水停到幾點
inquiry facilities 停電維修影唔影響低層
inquiry service 請問住戶證遺失去哪裡補辦
inquiry service 裝修要填咩表，去邊度攞
inquiry fees 管理費可唔可以轉數快交
inquiry fees 今期水費點解貴咗咁多，點計㗎
inquiry parking 月租車位仲有冇，點排隊
inquiry community 業主大會可唔可以授權人投票
inquiry community 萬聖節活動要點報名
inquiry environment 滅蚊啲藥對貓有冇害
inquiry security 今日上門檢查煤氣嗰個係咪真㗎
inquiry neighbours 裝修幾點到幾點先准開工
praise service 多謝夜更保安陳叔，半夜幫我搬嘢上樓
praise environment 讚一讚清潔姐姐，落雨都抹到乾乾淨淨
praise security 要表揚一下管理員，幫我媽媽叫救護車又陪到最後
none - 早晨各位
none - 邊個有興趣團購車厘子
none - 有冇人識整電腦
none - 港鐵又壞車，遲到喇
none - 公司冷氣壞咗，全部人著背心
none - 尋晚套劇個女主角困𨋢，笑死
none - 請問附近邊間牙醫好
none - 個仔學校話停課
none - 平放九成新嬰兒車，自取
none - 打風會唔會停工呀
none - 唔該晒
none - 哈哈哈 你個電話爛咗啫
none - 我老細好似部升降機咁，成日上上落落
none - 聽講隔籬屋苑爆水管
none - 撿到一支雨傘，放咗管理處
none - 我架車死火，邊個有過江龍
none - 有沒有人要一起訂便當
none - 我的手機螢幕破了去哪修比較便宜
repair facilities 3栋2单元电梯卡在8楼不动了
repair facilities 3栋停电了
repair facilities 停水了
repair facilities 5号楼没水
repair facilities 我们单元没电了
repair facilities 电梯停了
repair facilities 楼道灯坏了
repair facilities 6栋停气了
repair facilities 门锁坏了
inquiry facilities 明天停水停到几点
inquiry facilities 有谁知道今天几点来电
inquiry facilities 停水到几点结束
inquiry facilities 几点恢复供水
inquiry facilities 后天停电是整天吗
inquiry service 物业办公室电话是多少
inquiry service 前台几点下班
inquiry service 管理处周末上班吗
inquiry service 客服电话打哪个
inquiry parking 访客停车怎么收费
inquiry facilities 電梯維修到幾點
inquiry service 管理處電話係幾多號
inquiry facilities what time does the water go off tomorrow
inquiry service anyone know the office phone number?
suggestion service 建议北门放个外卖架
suggestion security 建议西门加个摄像头
suggestion environment 能不能在楼下加个垃圾桶
none - 明天几点集合去爬山
none - 今晚几点开播
none - 超市几点关门
none - 谁知道哪家火锅好吃
none - 建议大家都去看这部电影
none - 太阳真大 晒被子去了
none - 天气真好 出来走走
repair facilities 单元门锁坏了,关不上
repair facilities 楼道灯好几天不亮了
repair facilities 家里水龙头没水
repair facilities 卫生间天花板渗水,楼上是不是漏了
repair facilities 地库B区顶上一直滴水
repair facilities 门禁刷卡没反应,进不去
repair facilities 消防栓漏水漏一地
repair facilities 外墙瓷砖掉下来一块,差点砸到人
repair facilities 暖气一点不热,屋里才15度
repair parking 南门道闸抬不起来,堵了一排车
repair parking 充电桩扫码没反应,好几个都坏了
complaint environment 垃圾桶满了两天没人清,楼下臭死了
complaint environment 楼道里全是狗尿味
complaint security 有人高空抛物,差点砸到孩子
complaint security 门岗形同虚设,外卖车随便进
complaint parking 我的车位又被占了,车主电话打不通
complaint neighbours 楼上天天半夜拖椅子
complaint neighbours 隔壁装修中午也不停
complaint service 前台态度太差,问一句怼三句
complaint service 报修一个礼拜没人来
complaint fees 物业费涨价不通知,账目也不公示
suggestion environment 建议小区里多放几个烟灰桶
suggestion service 能不能在南门加个快递柜
suggestion facilities 要是楼下能装几张长椅就好了
inquiry fees 物业费什么时候交,可以微信交吗
inquiry facilities 明天停水到几点
inquiry service 装修出入证去哪里办
inquiry parking 车位还有没有,月租多少钱
inquiry community 重阳节活动怎么报名
praise environment 表扬一下3号楼保洁王姐,下雪天一早就把路扫出来了
praise security 门口保安小李帮我妈拎菜上楼,真心感谢
none - 谁家有多余的车位出租
none - 我家洗衣机坏了,有会修的吗
none - 公司楼下停电了,全体放假
none - 听说隔壁小区电梯坏了一个月
none - 今天地铁又故障
none - 孩子老师投诉他上课讲话
none - 手机屏碎了去哪修
none - 新车九成新转让,价格私聊
none - 收到,谢谢
none - 哈哈哈哈笑死我了
none - 好的
none - 昨晚那个电视剧里电梯掉下来了
none - 大家晚安
none - 我这老腰又坏了,得大修
none - 群里有没有人拼车去机场
none - 团购草莓,今晚截单,坏果包赔
`
  .trim()
  .split('\n')
  .map((line) => {
    const [kind = '', area = '', ...words] = line.split(' ');
    return { kind, area, text: words.join(' ') };
  });
