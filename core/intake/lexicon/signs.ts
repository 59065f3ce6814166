import type { Concept } from './concept.ts';

/** What is said of a thing, and how: what makes a sentence a report, a chase, a thank-you or a joke. */
export const signs = {
  fault: {
    words:
      '坏了|坏咗|坏掉|又坏|坏几|坏三|坏两|坏一|就坏|不亮|唔亮|没亮|不动|郁唔到|打不开|开不了|开不到|关不上|关唔到|合不拢|合不上|断了|断咗|又断|裂|脱落|松了|松动|翘|卡住|卡一|失灵|没反应|冇反应|黑屏|是黑的|黑着|黑半|黑了|又黑|全黑|不转|打不着|打不燃|拧不动|没水|没电|冇水|冇电|不热|全凉|凉|冰手|冰窖|堵|塞咗|漏|塌|锈|倒了|淹|鼓|是空的|罢工|失修|不走|趴着|躺平|耷拉|不起来|不落|没声|一点声|瞎的|飙|滋水|渗|不显示|没数字|没恢复|没修|修好没|喘气|喊破喉咙|没清|没人收|没人拉|没人铲|没人清|焦了|垮|搭到|挖那个坑|冒|认不出|当陌生|当我|停了|停咗|故障|失效|爆|脱咗|跌落|生锈|broken|broke|broken down|not working|doesn\'t work|does not work|isn\'t working|aren\'t working|stopped working|won\'t|wont|can\'t open|cannot open|stuck|dead|out of order|out of service|faulty|crack|cracked|flicker*|jammed|jam|not closing|doesn\'t close|not opening|no power|no water|no hot water|no heat|no heating|no signal|leaking|leak|leaks|blocked|collapsed|fell off|came off|coming off|hanging off|loose|smashed|shattered|overflowing|went out|gone out|gone off|out again|down again|is down|are down|is out|are out|burst|tripped|tripping|ripped|bust|busted|knackered|malfunction*|stone cold|freezing|lukewarm|backed up|wobbl*|rotten|rusty|stops at|not been collected|not collected|hasn\'t been|haven\'t been|overflow*|peeling',
  },
  lasting: {
    words:
      '又|还是|一直|天天|每天|日日|成日|好几天|三天|四天|两天|几天|一个礼拜|一礼拜|个星期|半个月|半月|个月|第三回|第三次|第三年|第四次|第几回|八百回|三回|上礼拜|again|still|every day|every night|every morning|every single|for days|days|weeks|months|third time|second time|constantly|always|keeps|keep|all night|since',
  },
  anger: {
    words:
      '凭什么|凭啥|管不管|管唔管|管一管|能不能管|管管|到底|太差|气死|气得|受不了|顶唔顺|什么态度|素质|没人管|没人理|冇人理|离谱|过分|忍|像话|说法|谁负责|算谁的|吓唬|后妈|真服|我真的会谢|有什么仇|搞乜|有冇搞错|unacceptable|ridiculous|disgusting|disgraceful|fed up|sick of|sick and tired|appalling|joke|a joke|how is it|how hard|nobody|no one|seriously|shocking|enough is enough|outrageous|not good enough|what are we paying|wtf|inconsiderate|selfish|beyond|come on',
  },
  complain: { words: '投诉|举报|反映|抗议|complain*|complaint*|report this|reporting|escalate' },
  ask: {
    words:
      '请问|想问|问下|问一下|请教|怎么|怎样|点样|啷个|哪里|哪儿|哪点|边度|哪办|什么时候|几时|好久|啥时候|几号|几点|多少|多久|好多|要带|带啥|能改吗|能不能|可不可以|可以吗|是不是|有没有|有冇|咋|是吗|是全停|哪天|when|where|how do|how long|how much|how many|how can|what time|what\'s|what is|what are|who do|who should|who is|can i|can we|do we|does anyone know|do i need|is there|are there|anyone know|is it|will the|will there|are we|are dogs|may i|could i|am i|which',
  },
  askPeers: {
    words:
      '谁有|谁会|有没有人会|有人会|有没有人拼|有没有人要|有人要|有没有人想|求推荐|推荐|借一下|借我|借半天|拼车|拼山姆|出闲置|出个|转让|谁捡|捡到|谁家有多|谁家闲置|谁家车位闲着|有没有收|谁懂|有无人|边个有|搭伙|三缺一|anyone have|anyone got|has anyone got|does anyone have|anyone else want|anyone selling|anyone want|anyone fancy|anyone up for|recommend*|can i borrow|could i borrow|borrow|lend|for sale|selling|giving away|free to|free to a good|looking for a|looking to|anybody know a|know a good|who wants|anyone interested|dm me|pm me',
  },
  suggest: {
    words:
      '建议|提议|要不|不如|最好|希望|能不能加|能不能刷|能不能群里|可以考虑|可不可以加|可唔可以|要是|多好|弄个|装个|安个|加个|搞个|设个|做一道|开到|行不|划一块|贴个|下次再来|how about|could we|can we|would be nice|would be great|would be good|suggest*|suggestion|idea|maybe we|we should|should have|why not|why don\'t we|what if|it\'d be|any chance we|wouldn\'t it|proposal|propose|wish we|wish there|put up|set up|get a|install|installing',
  },
  agree: { words: '附议|支持|同意|赞成|举双手|这个可以|这个好|有道理|nsdd|顶|说得对|对对|agree|agreed|second this|seconded|good idea|great idea|love this|yes please|+1|hear hear|count me in|same|would use' },
  meToo: {
    words:
      '我家也|我屋也|我也|我们也|我屋头也|我地都|我都|我哋都|也是|也没|也一样|同问|同求|同单元|同样|同d|一样|+1|me too|same here|same in|us too|here too|also here|ditto|mine too|ours too|likewise|as well|happened to me|same problem|same issue|same thing|can confirm|likewise|ours is|mine is|mine was',
  },
  praise: {
    words:
      '表扬|点赞|多亏|难找|好样的|真心|发奖状|磕一个|磕了|暖心|热心|尽责|负责任|一分钱没要|一分钱没收|真的谢谢|特别感谢|感谢|自掏腰包|不怕累|是可以的|干干净净|陪我|陪到|背出来|好人|抵赞|多谢晒|好好人|shout out|shout-out|shoutout|kudos|credit to|well done|big thank*|huge thank*|hats off|went above|above and beyond|brilliant|lovely|so kind|so helpful|amazing|a star|legend|hero|lifesaver|deserve*|appreciate*|commend*|refused a tip|big thanks',
  },
  thanks: { words: '谢谢|多谢|唔该|辛苦|感谢|谢了|谢啦|🙏|栓q|thank|thanks|thx|cheers|ta|tysm|much appreciated' },
  settled: {
    words:
      '好了|来了来了|来电|来水|修好|搞掂|搞定|恢复|通了|亮了|亮堂|热了|热着|正常了|装上|焊好|换好|清了|清走|拉走|挪了|挪走|出来了|锯掉|不响了|填了|铺上|铺完|有火|有劲|退了|水清|冇事喇|返嚟|解决|活了|没叫|没再|fixed|working again|working now|works now|back on|it\'s back|is back|are back|sorted|resolved|all good now|all good|repaired|restored|up and running|they came|has been collected|all clear|cleared|collected now|out now|gone now|safe now',
  },
  chase: {
    words:
      '修好了吗|修好没|来了没|怎么样了|有人管|有人看|有人回|还没人|没人来|还没来|没人修|什么时候修|啥时候修|好久来|好久开始|好久修|几时修|什么时候上去|今天来人|来人修|今天谁来|有下文|查到|看完没|有眉目|眉目|进展|还那样|还在|还没|还黄|还黑|呢?|灯呢|那灯|到底|看见没|有人看到|说好的|说好|不是说|怎么还|仲未|几时先|催|第几天|又响|又来|又开始|又停|又扔|到现在|又下|坏几天|倒计时|any update|any updates|update on|still waiting|still no|still not|still broken|still there|still out|when will|any news|fixed yet|is anyone coming|anyone coming|hasn\'t come|haven\'t heard|no one has|nobody has|what happened to|following up|follow up|chasing|so much for|you said|said it would|was supposed|supposed to|how much longer|any progress|eta',
  },
  correction: {
    words: '打错|说错|写错|敲错|讲错|搞错|按错|更正|纠正|口误|手误|typo|i meant|meant to say|correction|sorry,|sorry it|wrong number|not block|my mistake',
  },
  wrongGroup: { words: '发错群|打错群|发错了群|错群|别的小区|我女儿小区|隔壁群|wrong group|wrong chat|other building' },
  request: {
    words:
      '来人|来个人|谁来|快来|快啊|派人|麻烦|帮忙|能来|师傅|求求|看下|看哈|看看|处理|修修|修一下|上门|报修|有没有人啊|快派|救命|有人在吗|please|pls|can someone|could someone|can somebody|someone please|send someone|need someone|urgent*|asap|help|look into|look at|take a look|come and',
  },
  joke: {
    words:
      '哈哈|😂|🤣|狗头|笑死|xswl|笑|门票|团建|带薪|遗言|开团|lol|haha|hahaha|lmao|😅|😆|rofl|lmfao|👻|😭|kidding|hehe|嘻嘻|嘿嘿|😜|🤪|.jpg|破防|yyds',
  },
  here: {
    words:
      '我们单元|我们楼|我们栋|我们门口|我们这|咱楼|我栋|我哋座|我座|本座|本单元|这栋|整栋|整个单元|整层|整座|成座|成层|全楼|楼道|门口|小区|园区|屋苑|our building|our block|our floor|our stairwell|the building|this building|the block|lobby|foyer|the estate|courtyard|the complex|whole building|whole floor|entire',
  },
  home: {
    words:
      '我家|我屋|屋头|我屋企|我们家|咱家|主卧|卧室|次卧|客厅|厨房|主卫|卫生间|浴室|阳台|家里|屋里|窗台|家中|我妈家|my flat|our flat|my apartment|our apartment|my unit|my place|my kitchen|my bathroom|my bedroom|my living|my ceiling|our bathroom|our kitchen|my balcony|my window|my hallway|kitchen|bathroom|bedroom|living room|balcony|my door|at mine',
  },
  staffCall: { words: '@|物业|管家|客服|工程部|秦师傅|值班|你们|管理处|管理员|@物业|经理|management|you guys|property manager|building manager|maintenance team|maintenance' },
} as const satisfies Record<string, Concept>;

export type Sign = keyof typeof signs;
