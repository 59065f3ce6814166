import type { Concept } from './concept.ts';

/** What is said of a thing, and how: what makes a sentence a report, a chase, a thank-you or a joke. */
export const signs = {
  fault: {
    words:
      "停电了|停水了|停气了|停暖了|断电了|断水了|断气了|没有电|没有水|没有暖气|没有热水|冇热水|坏了|坏咗|坏掉|又坏|坏几|坏三|坏两|坏一|就坏|不亮|唔亮|没亮|不动|郁唔到|打不开|开不了|开不到|关不上|关唔到|合不拢|合不上|断了|断咗|又断|裂|脱落|松了|松动|翘|卡住|卡一|失灵|没反应|冇反应|黑屏|是黑的|黑着|黑半|黑了|又黑|全黑|不转|打不着|打不燃|拧不动|没水|没电|冇水|冇电|不热|全凉|凉|冰手|冰窖|堵|塞咗|漏|塌|锈|倒了|淹|鼓|是空的|罢工|失修|不走|趴着|躺平|耷拉|不起来|不落|没声|一点声|瞎的|飙|滋水|渗|不显示|没数字|没恢复|没修|修好没|喘气|喊破喉咙|没清|没人收|没人拉|没人铲|没人清|焦了|垮|搭到|挖那个坑|冒|认不出|当陌生|当我|停了|停咗|故障|失效|爆|脱咗|跌落|生锈|broken|broke|broken down|not working|doesn't work|does not work|isn't working|aren't working|stopped working|won't|wont|can't open|cannot open|stuck|dead|out of order|out of service|faulty|crack|cracked|flicker*|jammed|jam|not closing|doesn't close|not opening|no power|no water|no hot water|no heat|no heating|no signal|leaking|leak|leaks|blocked|collapsed|fell off|came off|coming off|hanging off|loose|smashed|shattered|overflowing|went out|gone out|gone off|out again|down again|is down|are down|is out|are out|burst|tripped|tripping|ripped|bust|busted|knackered|malfunction*|stone cold|freezing|lukewarm|backed up|wobbl*|rotten|rusty|stops at|not been collected|not collected|hasn't been|haven't been|overflow*|peeling|坏左|坏嘅|烂咗|烂了|唔郁|唔着|着唔到|熄咗|熄了|灭了|用不了|用唔到|不能用|不好使|不灵|出不来水|不出水|进不去|入唔到|刷不开|刷不了|扫不|识别不|报错|死机|白屏|花屏|不响|响个不停|一闪一闪|闪个不停|咣当|异响|卡死|卡在|停在|停摆|停运|关不紧|关不住|锁不上|弹不开|甩咗|破洞|破了|裂开|开裂|歪了|凹|陷|塌陷|满了|溢出|爆满|爆了|往上冒|冒水|积水|泡了|停供|没气|没暖|不暖|不制冷|不工作|唔冻|唔热|没热水|没扫|没拖|枯|is off|went off|off again|kaput|not turning on|turned off|not locking|doesn't lock|doesn't open|can't get in|locked out|stopped|keeps stopping|shaking|shakes|jerk*|grinding|screech*|squeak*|rattl*|beeping|chirp*|not heating|no longer works|don't work|hasn't worked|haven't worked|not draining|clogged|overflowed|leaked|fell down|falling apart|falling off|fallen|came down|hanging|hole|holes|torn|bent|rusted|rotting|wobbly|slippery|icy|blinking|flooded|disconnected|error|blank|frozen|no light|no lights|acting up|on the fritz|playing up|packed up|conked out|on the blink|ajar|propped",
  },
  lasting: {
    words:
      '又|还是|一直|每天|日日|成日|好几天|三天|四天|两天|几天|一个礼拜|一礼拜|个星期|半个月|半月|个月|第三回|第三次|第三年|第四次|第几回|八百回|三回|上礼拜|again|still|every day|every night|every morning|every single|for days|days|weeks|months|third time|second time|constantly|always|keeps|keep|all night|since|再次|又一次|反复|老是|总是|经常|每次|每晚|夜夜|整天|整夜|一宿|一晚上|多久了|好久了|这么久|五天|一周|两周|一个月|几个月|半年|一年|去年|上个月|第二次|第五次|几回|几次|好几次|多次|成个礼拜|成个月|几日|三日|两日|日日夜夜|长期|仲系|依然|仍然|repeatedly|nonstop|non-stop|all day|every week|every time|ages|a week|a month|two weeks|months now|days now|weeks now|yet again|once again|as usual|keeps happening|for the past|ever since|four days|three days|two days|five days|this week|last week|since monday|since tuesday|since friday|since yesterday|since last',
  },
  anger: {
    words:
      "凭什么|凭啥|管不管|管唔管|管一管|能不能管|管管|到底|太差|气死|气得|受不了|顶唔顺|什么态度|素质|没人管|没人理|冇人理|离谱|过分|忍|像话|说法|谁负责|算谁的|吓唬|后妈|真服|我真的会谢|有什么仇|搞乜|有冇搞错|unacceptable|ridiculous|disgusting|disgraceful|fed up|sick of|sick and tired|appalling|joke|a joke|how is it|how hard|nobody|no one|seriously|shocking|enough is enough|outrageous|not good enough|what are we paying|wtf|inconsiderate|selfish|beyond|come on|无语|服了|醉了|恶心|缺德|没素质|自私|不要脸|太过分|讲道理|欺负|坑人|黑心|垃圾物业|吃干饭|不干事|白交|交了钱|不交物业费|拒交|换物业|曝光|12345|打官司|维权|拉横幅|难道|有没有人管|没有人管|就没人|谁来管|谁管|能管管|管不了|管一下|没公德|公德|忍不了|忍无可忍|搞什么|搞咩|搞成|冇公德|离晒谱|顶你|激死|嬲|火滚|离大谱|过份|赔钱|shame|pathetic|hopeless|infuriating|frustrat*|annoy*|angry|furious|livid|unbelievable|insane|crazy|terrible|horrible|awful|worst|dangerous|hazard|unsafe|not safe|rude|no respect|disrespect*|how many times|what's the point|what do we pay|explain|not okay|not ok|not acceptable|had enough|tired of|lawyer|nightmare|joke of|great job|thanks for nothing|brilliant|wonderful",
  },
  complain: {
    words: '投诉|举报|反映|抗议|complain*|complaint*|report this|reporting|escalate|要投诉|检举|差评|反应一下|reflect',
  },
  ask: {
    words:
      "放哪|哪了|哪去了|请问|想问|问下|问一下|请教|怎么|怎样|点样|啷个|哪里|哪儿|哪点|边度|哪办|什么时候|几时|好久|啥时候|几号|几点|多少|多久|好多|要带|带啥|能改吗|能不能|可不可以|可以吗|是不是|有没有|有冇|咋|是吗|是全停|哪天|when|where|how do|how long|how much|how many|how can|what time|what's|what is|what are|who do|who should|who is|can i|can we|do we|does anyone know|do i need|is there|are there|anyone know|is it|will the|will there|are we|are dogs|may i|could i|am i|which|咨询|打听|有谁知道|谁知道|知道吗|晓得|哪个晓得|啥子时候|哪阵|多大|几多钱|几耐|边间|边个|咩时候|点解|系咪|可唔可以|得唔得|需唔需要|要唔要|使唔使|还能|还有没有|还办|要预约|需要|需不需要|有空吗|如何|哪一|在哪|去哪|到哪|怎么收|怎么交|啥材料|什么材料|什么手续|啥手续|why is|why are|why do|how come|any idea|does anybody|do you know|do they|does the|did the|did they|are the|is the|is our|are our|has anyone|is this|will they|would the|should we|what about|what do|where's|when's|who's|how's|can someone tell|wondering|quick question|question",
  },
  askPeers: {
    words:
      "谁有|谁会|有没有人会|有人会|有没有人拼|有没有人要|有人要|有没有人想|求推荐|推荐|借一下|借我|借半天|拼车|拼山姆|出闲置|出个|转让|谁捡|捡到|谁家有多|谁家闲置|谁家车位闲着|有没有收|谁懂|有无人|边个有|搭伙|三缺一|anyone have|anyone got|has anyone got|does anyone have|anyone else want|anyone selling|anyone want|anyone fancy|anyone up for|recommend*|can i borrow|could i borrow|borrow|lend|for sale|selling|giving away|free to|free to a good|looking for a|looking to|anybody know a|know a good|who wants|anyone interested|dm me|pm me|借个|借用|哪位有|有冇人|有人知道哪|哪里能换|哪家|哪里买|哪里有卖|哪里修|求助|求购|收购|求一个|求租|出租|招租|邀约|约吗|有一起|有人一起|组队|拼单|拼团|拼饭|搭车|顺风车|谁要|谁想要|送人|免费送|谁能帮我|帮我带|帮忙带|谁认识|谁家孩子|anyone know a good|anyone know of a|any recommendation*|can anyone recommend|who has|wanted|iso|anyone need|anyone missing|anyone lost|up for grabs|for free|spare ticket*|swap|babysit*|dog walker|dog sitter|cat sitter|nanny|carpool|anyone driving|wanna join|want to join|who's in|anyone around",
  },
  suggest: {
    words:
      "建议|提议|要不|不如|最好|希望|能不能加|能不能刷|能不能群里|可以考虑|可不可以加|可唔可以|要是|多好|弄个|装个|安个|加个|搞个|设个|做一道|开到|行不|划一块|贴个|下次再来|how about|could we|can we|would be nice|would be great|would be good|suggest*|suggestion|idea|maybe we|we should|should have|why not|why don't we|what if|it'd be|any chance we|wouldn't it|proposal|propose|wish we|wish there|put up|set up|get a|install|installing|可否|能否|是否可以|希望能|最好能|其实可以|何不|干脆|增设|增加|加装|装返|安装|设置|设立|装块|放个|放几|添|改为|换成|开放|延长|统一|推广|组织一下|搞一个|搞一次|办一个|办个|装一个|建一个|整一个|得唔得|倒不如|should be|could be|what about|how hard would|can you add|please add|add a|adding|add some|more of|petition for|let's|i propose|might be worth|wouldn't mind|would love|i'd love|be nice|be good|be great|be cool|extend|introduce|replace the|switch to|start a|organise|organize|could there be|shouldn't we",
  },
  agree: {
    words:
      "附议|支持|同意|赞成|举双手|这个可以|这个好|有道理|nsdd|顶|说得对|对对|agree|agreed|second this|seconded|good idea|great idea|love this|yes please|+1|hear hear|count me in|same|would use|赞同|确实|说得好|说的是|没错|就是|必须|早就该|早该|我赞成|举手|算我|算上我|我支持|顶一下|顶你|好提议|好主意|可以有|+1111|加一|加1|come on yes|absolutely|100%|this!|exactly|yes!|so true|for real|i'd use|in favour|in favor|i'm in|me three|totally|signed|great shout|good shout|good point|would be amazing",
  },
  meToo: {
    words:
      "我家也|我屋也|我也|我们也|我屋头也|我地都|我都|我哋都|也是|也没|也一样|同问|同求|同单元|同样|同d|一样|+1|me too|same here|same in|us too|here too|also here|ditto|mine too|ours too|likewise|as well|happened to me|same problem|same issue|same thing|can confirm|ours is|mine is|mine was|也这样|也坏|也停|也漏|也黑|也闻到|也听到|也看到|也看见|也遇到|也有|也被|也收到|也想知道|也在等|也想问|同感|俺家也|咱家也|我间|我屋企都|我度都|都系|一样嘅|加一|me as well|mine's|i have the same|i also|i've also|we also|we've also|happening here|i heard it too|i saw|i can smell|smell it too|i can hear|heard it|hear it too|i noticed|not just you|you're not alone|us as well|ours has|it's the same|no water here|none here|also no|same on|same for|dead here|out here|here as well",
  },
  praise: {
    words:
      "表扬|点赞|多亏|难找|好样的|真心|发奖状|磕一个|磕了|暖心|热心|尽责|负责任|一分钱没要|一分钱没收|真的谢谢|特别感谢|感谢|自掏腰包|不怕累|是可以的|干干净净|陪我|陪到|背出来|好人|抵赞|多谢晒|好好人|shout out|shout-out|shoutout|kudos|credit to|well done|big thank*|huge thank*|hats off|went above|above and beyond|brilliant|lovely|so kind|so helpful|amazing|a star|legend|hero|lifesaver|deserve*|appreciate*|commend*|refused a tip|big thanks|夸一下|夸夸|夸奖|赞一个|赞一下|赞下|讚|给力|靠谱|贴心|周到|耐心|细心|敬业|用心|及时|感动|感恩|感激|谢谢师傅|谢谢保安|谢谢物业|多谢保安|多谢管理|送锦旗|锦旗|红包都不要|不收钱|没收钱|主动|帮我妈|帮我拎|帮我搬|帮我找|帮老人|冒雨|顶着|雪天|大热天|好态度|态度很好|态度真好|服务好|好评|五星|要表扬|grateful|gratitude|thoughtful|helpful|kindness|patient|polite|friendly|professional|quick response|so quick|super quick|wonderful|fantastic|fabulous|excellent|outstanding|angel|saved my|saved the day|made my day|deserves|bonus|props|salute|hands down|never seen|spotless|sparkling|stayed late|went out of|in the rain|didn't have to|no charge",
  },
  thanks: { words: '谢谢|多谢|唔该|辛苦|感谢|谢了|谢啦|🙏|栓q|thank|thanks|thx|cheers|ta|tysm|much appreciated' },
  settled: {
    words:
      "好了|来了来了|来电|来水|修好|搞掂|搞定|恢复|通了|亮了|亮堂|热了|热着|正常了|装上|焊好|换好|清了|清走|拉走|挪了|挪走|出来了|锯掉|不响了|填了|铺上|铺完|有火|有劲|退了|水清|冇事喇|返嚟|解决|活了|没叫|没再|fixed|working again|working now|works now|back on|it's back|is back|are back|sorted|resolved|all good now|all good|repaired|restored|up and running|they came|has been collected|all clear|cleared|collected now|out now|gone now|safe now|搞好|弄好|修咗|整好|整返|返嚟了|返嚟喇|有返|着返|有水喇|有电喇|开返|通返|好返|可以用了|能用了|能进了|正常用|没事了|没事的|没事儿|我没事|已经好|已经有水|已经来|有水了|有电了|有气了|有信号了|不漏了|不堵了|不臭了|停了停了|总算|终于|搬走|开走|已处理|处理了|收走|找到了|放出来|救出来|平安|虚惊|working|works fine|came back|on again|hot water is back|water's back|power's back|lights are back|finally fixed|they fixed|is fixed|been fixed|moved it|has moved|picked up|got out|we're out|i'm out|stopped now|quiet now|false alarm|no longer|done now|thank god",
  },
  chase: {
    words:
      "修好了吗|修好没|来了没|怎么样了|有人管|有人看|有人回|还没人|没人来|还没来|没人修|什么时候修|啥时候修|好久来|好久开始|好久修|几时修|什么时候上去|今天来人|来人修|今天谁来|有下文|查到|看完没|有眉目|眉目|进展|还那样|还在|还没|还黄|还黑|灯呢|那灯|到底|看见没|有人看到|说好的|说好|不是说|怎么还|仲未|几时先|催|第几天|又响|又来|又开始|又停|又扔|到现在|又下|坏几天|倒计时|any update|any updates|update on|still waiting|still no|still not|still broken|still there|still out|when will|any news|fixed yet|is anyone coming|anyone coming|hasn't come|haven't heard|no one has|nobody has|what happened to|following up|follow up|chasing|so much for|you said|said it would|was supposed|supposed to|how much longer|any progress|eta|什么情况|啥情况|怎么回事|有结果|结果呢|处理了吗|处理没|处理得|解决了吗|解决没|修了没|修了吗|还修不修|修不修|啥时候来|什么时候来|什么时候能|几时整|整好未|修好未|得未|未修|未整|未有人|仲系|等到几时|跟进|跟紧|回复|答复|给个话|给个说法|给个准|人呢|师傅呢|然后呢|后来呢|下文|石沉大海|不了了之|多少天了|催一下|再问|再次问|上次说|上回说|答应|承诺|说今天|说昨天|说下午|说上午|还是没|还是不|还没好|还没弄|还没处理|又没|bump|reminder|again|day 2|day 3|day 4|day three|day four|day two|day five|week two|second day|where is|where are|where's the|what's happening|what's going on|what is happening|is it fixed|did anyone|did they|has this|has it|has the|been looked|looked at yet|promised|the part|still the same|still dead|still off|still leaking|still stuck|still smell*|still hasn't|still haven't|still won't|still nothing|nothing has|nothing happened|not even|no word|no answer|no sign|forgotten|forgot|timeline|when can we",
  },
  correction: {
    words:
      '打错|说错|写错|敲错|讲错|搞错|按错|更正|纠正|口误|手误|typo|i meant|meant to say|correction|sorry,|sorry it|wrong number|not block|my mistake|不对|不好意思是|打多|should be|not the|oops|i mean|*correct|autocorrect|wrong building|sorry -|sorry i meant|make that|scratch that',
  },
  wrongGroup: { words: '发错群|打错群|发错了群|错群|别的小区|我女儿小区|隔壁群|wrong group|wrong chat|other building' },
  request: {
    words:
      '来人|来个人|谁来|快来|快啊|派人|麻烦|帮忙|能来|师傅|求求|看下|看哈|看看|处理|修修|修一下|上门|报修|有没有人啊|快派|救命|有人在吗|please|pls|can someone|could someone|can somebody|someone please|send someone|need someone|urgent*|asap|help|look into|look at|take a look|come and|帮下手|帮帮手|过来睇|上来睇|嚟睇|派个人|派师傅|叫人|找人|安排|尽快|赶紧|赶快|快点|快快|急急|急!|十万火急|速来|help!|send somebody|anyone from|can you|could you|could we get|need help|need somebody|fix this|fix it|fix the|deal with|sort this|sort it|do something|check the|check it|come up|come down|get someone|come look|hurry|quickly|right now|immediately|attention',
  },
  joke: {
    words:
      '哈哈|😂|🤣|狗头|笑死|xswl|笑|门票|团建|带薪|遗言|开团|lol|haha|hahaha|lmao|😅|😆|rofl|lmfao|👻|😭|kidding|hehe|嘻嘻|嘿嘿|😜|🤪|.jpg|破防|yyds|哈哈哈|呵呵|狗头保命|笑哭|😄|😁|😹|🙈|😏|🐶|绝了|绷不住|蚌埠|xd|jk|ha!|omg|😬|🥲|🫠|💀|😎|🎉|🤷|笑咗|死喇|几好笑|神回复',
  },
  here: {
    words:
      '我们单元|我们楼|我们栋|我们门口|我们这|咱楼|我栋|我哋座|我座|本座|本单元|这栋|整栋|整个单元|整层|整座|成座|成层|全楼|楼道|门口|小区|园区|屋苑|our building|our block|our floor|our stairwell|the building|this building|the block|lobby|foyer|the estate|courtyard|the complex|whole building|whole floor|entire|我们这栋|我们这层|我们这边|本栋|本楼|楼栋|单元里|咱们楼|咱小区|我们小区|咱们小区|本小区|我哋呢座|我哋层|平台|停车场|大堂|走廊|电梯厅|楼梯间|门厅|架空层|负一|地下一层|地下室|车库里|on our floor|our lobby|our hallway|my floor|my building|basement|common areas|front entrance|back entrance|third floor|second floor|ground floor|1st floor|2nd floor|3rd floor|4th floor|5th floor|first floor|fourth floor|fifth floor|sixth floor|top floor|both buildings|all floors|each floor|complex|grounds|estate|property',
  },
  home: {
    words:
      "我家|我屋|屋头|我屋企|我们家|咱家|主卧|卧室|次卧|客厅|厨房|主卫|卫生间|浴室|阳台|家里|屋里|窗台|家中|我妈家|my flat|our flat|my apartment|our apartment|my unit|my place|my kitchen|my bathroom|my bedroom|my living|my ceiling|our bathroom|our kitchen|my balcony|my window|my hallway|kitchen|bathroom|bedroom|living room|balcony|my door|at mine|我房间|我屋里|屋内|房间里|洗手间|淋浴|次卫|书房|餐厅里|露台|客房|睡房|主人房|儿童房|屋企|我间屋|家门口|my hall|my wall|my toilet|my sink|my shower|my heating|my radiator|my water|my power|my front door|my room|bedroom ceiling|my floor is|my terrace|my patio|our place|our unit|our home|my home|into my|i've got|in our flat|at home",
  },
  staffCall: {
    words:
      '@|物业|管家|客服|工程部|秦师傅|值班|你们|管理处|管理员|@物业|经理|management|you guys|property manager|building manager|maintenance team|maintenance',
  },
} as const satisfies Record<string, Concept>;
