import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { type Danger, dangerIn } from './danger.ts';

/** One sentence a line. */
const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

describe.each<{ danger: Danger; said: string }>([
  {
    danger: 'somebody shut in a lift',
    said: `
      救命 我卡在9幢1单元电梯里
      货梯里有人拍门喊
      3栋2单元电梯困人了
      我妈关在左边那台里面了!!!
      电梯停在7楼和8楼中间，我们出不来了
      2号楼电梯门打不开，人在里面
      电梯卡住了，里面有小孩在哭
      电梯坏了 我儿子一个人在里面
      有人被困电梯，麻烦快来
      电梯里面有人在喊救命
      快来人 电梯把我爸关里面了
      卡住了在里面出不去 电梯 5栋
      電梯卡住了，我被關在裡面
      有人受困電梯，在A棟12樓
      電梯突然停住，裡面還有老人家
      有人困咗喺𨋢入面
      部𨋢停咗，我出唔到嚟呀
      升降機困住咗個婆婆，快啲嚟人
      阿媽喺升降機入面出唔返嚟
      Lift in Block 2 is stuck, my mom is inside!
      there is someone trapped in the elevator
      kids are stuck between floors 3 and 4
      I am stuck inside lift please help
      we're stuck in the elevator, tower B
      elevator stopped and we can't get out
      the lift stop moving and my daughter is in it
      someone banging from inside the lift at block 5
      my husband stucked in lift block 3
      old lady trap in lift, please come quick
      lift door cannot open, people inside`,
  },
  {
    danger: 'gas in the air',
    said: `
      18楼电梯口一股煤气味
      地下车库闻到很浓的煤气味！
      楼道里天然气味道很大
      燃气好像漏了，滋滋响
      厨房有股臭鸡蛋味
      闻到燃气味 谁家漏气了
      燃气报警器一直在响
      聞到好大陣煤氣味
      石油氣味好濃，13樓走廊
      瓦斯漏氣！整個樓梯間都是味道
      樓下有瓦斯味，誰來看一下
      strong smell of gas in the hallway
      I smell gas on 3rd floor
      gas leak in block 4!!
      smelling gas near the stairs, very strong
      there is a gas smell in the corridor
      smell like rotten eggs in the kitchen
      can smell gaz in lobby
      our carbon monoxide alarm went off`,
  },
  {
    danger: 'fire or smoke',
    said: `
      B座8楼窗户在冒烟
      着火了！5栋3楼
      电瓶车棚起火了快打119
      楼道里全是烟
      厨房那边一股焦味，走廊有烟
      14楼有浓烟冒出来
      闻到烧塑料的味道，好像是配电房
      楼下垃圾桶烧起来了
      5楼阳台着火了，快来人
      火警铃一直在响
      電箱冒煙了
      失火了 B棟七樓
      樓梯間有燒焦味
      走廊好大煙，好似著咗火
      火燭呀！8樓
      聞到臭燶味，仲有煙出
      smoke coming out of the electrical room
      there's a fire on the 5th floor
      I see smoke from the balcony of 12B
      FIRE in the garbage room
      the bin room is on fire
      there is lot of smoke in corridor
      something is burning on floor 3
      burning smell from the electrical closet
      kitchen caught fire, call 911
      fire alarm is going off and I smell burning plastic
      many smoke come from window block 6`,
  },
  {
    danger: 'live electricity',
    said: `
      电线垮下来了 在冒火花
      楼道表箱噼里啪啦冒火
      单元门漏电，摸到手都麻了
      热水器漏电，刚被电了一下
      路灯杆漏电！有人被电到
      插座冒火花了
      电线掉在地上，小孩在旁边玩
      天花板的水滴到电箱里了
      水流进插座了，怎么办
      觸電了！大門那邊
      電箱爆火花呀
      扶手電親人
      the outlet by the mailboxes is sparking
      got an electric shock from the gate
      live wire hanging by the playground
      power cable fell down on the path
      sparks from the fuse box
      the metal door give me electric shock
      exposed wires in the stairwell, a kid could touch... they are live wires
      water is pouring through the light fixture`,
  },
  {
    danger: 'a main pipe burst',
    said: `
      消防管爆了
      地库水管爆了，水喷得老高
      楼上水管爆裂 水狂喷
      主管爆了，大堂全是水
      10楼水管炸开了
      爆水喉呀，成層樓都係水
      走廊爆鹹水管
      水管爆裂，水一直往外湧出
      pipe burst in the hallway
      water gushing from the ceiling of the lobby
      water main broke, street is flooding... burst main at the gate
      burst pipe on 9, water everywhere
      fire hydrant is shooting water`,
  },
  {
    danger: 'violence',
    said: `
      门口打起来了 有人拿刀
      保安亭有人打架
      隔壁在打老婆，听到喊救命
      有人撬门！就在我家对门
      有人在楼下持刀追人
      有贼，正在爬窗
      楼下有人被打了，流血
      陌生男人闯进我家来了
      樓下有人打交，揸住把刀
      有人爆緊格，3樓
      有人在持刀傷人
      隔壁家暴，小孩在哭
      there's a fight in the lobby
      two men fighting at the gate, one has a knife
      someone is trying to break into 5C
      a man is breaking in next door right now
      my neighbor is being attacked
      guy with a gun in the garage
      he is hitting his wife, she is screaming for help
      burglar inside my flat`,
  },
  {
    danger: 'somebody collapsed or hurt',
    said: `
      大堂有个老人晕倒了
      有人倒在楼道，叫不醒
      我爸心脏病犯了，电梯不动下不去
      3楼有个大爷摔倒了起不来，头流血
      有个阿姨倒在地上没反应
      快打120 有人没呼吸了
      小孩掉进池塘了
      有人要跳楼！在楼顶
      物业快来，保安中暑昏倒
      阿伯跌低咗，起唔到身
      有人暈低咗喺大堂
      婆婆冇晒反應，快叫白車
      有人昏迷在停車場
      老人家跌倒流血了
      someone collapsed in the lobby
      an old man fell on the stairs and can't get up
      lady fainted near the pool
      my father is not breathing
      person unconscious in the gym
      I think he is having a heart attack
      grandma has fallen, bleeding from head
      kid drowning in the pool
      please call ambulance, somebody passed out`,
  },
  {
    danger: 'a child in danger',
    said: `
      孩子反锁在家里了，灶上还烧着水
      6楼有个小孩爬到窗台外面了
      有小孩坐在阳台栏杆上
      宝宝被锁在车里
      細路反鎖喺屋入面
      有個小朋友企喺窗台
      小孩卡在栏杆里了
      toddler locked in the bathroom alone
      child on the ledge, 7th floor
      my baby is locked in the car
      a kid is climbing over the balcony railing
      little boy hanging out of the window`,
  },
  {
    danger: 'parts of the building falling',
    said: `
      外墙的瓷砖整块往下砸
      外墙砖掉下来了，差点砸到人
      8楼玻璃要掉下来了
      楼顶广告牌快掉了，摇摇欲坠
      幕墙玻璃碎了往下掉
      围墙要倒了
      外牆有石屎跌落嚟
      外牆磁磚剝落，掉下來砸到車
      棚架被風吹得快塌了
      冷氣機就嚟跌落街
      a piece of the facade just fell onto the path
      bricks falling from the roof
      glass panel about to fall from 10th floor
      tiles are coming off the outside wall, almost hit a kid
      part of the ceiling collapsed in the lobby
      window is hanging off its frame above the entrance
      concrete is dropping from balcony`,
  },
  {
    danger: 'somebody cannot be reached',
    said: `
      我妈101 电话不接了 82岁一个人
      楼上独居老人 几天没见 敲门没人应 我婆婆电话不接
      my neighbour is elderly and lives alone, not answering the door, worried`,
  },
])('$danger', ({ danger, said }) => {
  it.each(lines(said))('%s', (line) => expect(dangerIn(analyse(line))).toBe(danger));
});

describe.each([
  {
    why: 'a figure of speech',
    said: `
      昨晚那家火锅 辣得嘴里着火
      我现在是着火的心情
      困死了 今天六点就起来了
      热死了 这天
      热得冒烟
      气得我七窍生烟
      跳楼价大甩卖
      群里都炸了
      笑晕了
      这歌真是触电的感觉
      快递爆仓了
      打工人打工魂
      你们抢到红包了吗
      被生活困住
      饿晕了 谁去吃饭
      楼下两只猫又打架
      my mixtape is on fire lol
      fire sale at the mall
      my gas bill is insane
      stuck in traffic again
      I'm flooded with emails today
      drowning in work this week
      nearly had a heart attack when I saw the bill
      that song is fire
      the lakers are on fire
      does this room spark joy
      they should fire the manager
      people fighting over parking again`,
  },
  {
    why: 'another sort of fault',
    said: `
      热水器打不着火
      门禁卡刷不了电梯
      关于电梯的问题想问一下
      电梯卡在5楼不动了
      漏电保护器跳闸了
      煤气表漏水
      煤气费怎么交
      烟味好大 谁又在楼道抽烟
      隔壁烧烤烟好大
      饭烧焦了
      纸箱把电梯门卡住了
      卫生间墙砖空鼓
      消防通道被堵
      the lift is stuck again
      smoke detector keeps chirping
      someone smoking weed in the hallway, smoke everywhere
      fire door won't close
      the radiator needs bleeding
      gas meter reading is when?
      camera is hanging by its wires
      garage door is stuck open, can't get out
      dead battery in the fob`,
  },
  {
    why: 'a drill, a drama, a game, a fear, advice',
    said: `
      明天上午消防演习，大家别怕浓烟
      昨天看那个韩剧 电梯里困了俩人
      刚看完一部电影，大楼着火那段太吓人
      哪天着火了谁负责
      楼道堆杂物，万一起火怎么办
      电瓶车进楼容易着火
      梦见我家着火了
      游戏里被人砍了三刀
      想問下，如果困𨋢要打邊個電話
      聽日試火警鐘，會響
      fire drill tomorrow at 10
      that elevator scene in the movie where they get trapped
      what if there is a fire and the exit is blocked
      e-bikes in the hallway could catch fire
      testing the fire alarm on Monday
      if someone gets stuck in the lift who do we call`,
  },
  {
    why: 'long past, heard of, over, elsewhere, a joke',
    said: `
      去年着火那次才吓人
      听说隔壁小区着火了
      上次电梯困人物业半小时才来
      新闻里说有个小区煤气爆炸
      我公司电梯困人了 上班迟到
      人已经救出来了 大家放心
      火灭了，虚惊一场
      表扬保安小李 帮忙把摔倒的老人送上救护车
      想当年我们厂里着火 我第一个冲进去
      我被困在电梯里的样子哈哈哈
      聽講隔籬屋苑爆水管
      last year there was a fire in this building
      saw on the news that smoke was coming from the tower
      there was a fire across town
      he is out safely, lift is working
      false alarm, it was burnt toast, no fire
      my sister's building had a gas leak last week
      shout out to Carlos for getting the lady out of the stuck elevator`,
  },
  {
    why: 'plain talk',
    said: `
      早上好
      建议南门加个快递柜
      楼道灯坏了!!!
      停水通知看到了吗
      物业费什么时候交
      今晚吃什么
      收到，谢谢
      谁家有多余的车位出租
      the lobby lights are out
      how do I get a new fob
      good morning everyone
      thanks for the quick help`,
  },
])('no danger: $why', ({ said }) => {
  it.each(lines(said))('%s', (line) => expect(dangerIn(analyse(line))).toBeNull());
});

describe('what goes on outweighs what was', () => {
  it.each<[string, Danger]>([
    ['上次修了又漏电，刚才电到我妈', 'live electricity'],
    ['昨晚就有煤气味，现在越来越浓', 'gas in the air'],
    ['听说5栋着火了 现在浓烟都飘过来了', 'fire or smoke'],
    ['这次不是演习 是真的着火了', 'fire or smoke'],
    ['gas smell since yesterday and still there', 'gas in the air'],
    ['this is not a drill, there is smoke in the lobby', 'fire or smoke'],
  ])('%s: %s', (said, danger) => expect(dangerIn(analyse(said))).toBe(danger));
});

describe('a danger in other words', () => {
  it.each(
    lines(`
      部𨋢停咗喺12樓同13樓中間，我同個仔喺入面
      𨋢門開唔到，有個婆婆喺入面
      個𨋢突然急跌，而家唔郁，有三個人喺度
      有人喺𨋢入面撳緊警鐘
      𨋢入面有人嗌，開唔到門
      我哋困咗喺右邊部𨋢廿分鐘啦
      有冇人呀，我喺𨋢度出唔返嚟
      部lift卡住咗，入面有小朋友喊緊
      阿爸同輪椅一齊困咗喺貨𨋢
      鐘樂樂困lift
      16樓後樓梯好大浸煤氣味
      聞到陣石油氣味，越嚟越濃
      成條走廊都係煤氣味，頭都暈
      隔籬屋好似漏煤氣
      22樓有煙湧出嚟，警鐘響緊
      垃圾房有火頭
      見到對面座有濃煙
      有陣燶味，唔知邊度嚟
      電錶房有煙
      有人喺走廊燒嘢，好大煙
      天台有火光
      冷氣機著火
      插蘇著火
      充電嗰架電單車爆炸
      走廊條電線甩咗落嚟，有電㗎
      燈位一路滴水一路閃火
      掂到鐵閘俾電到
      水浸到電錶房
      消防喉爆咗，水浸成層
      鹹水喉爆，水好似瀑布咁
      天花石屎跌咗一大嚿落嚟
      外牆紙皮石跌落平台，差啲打中人
      露台玻璃爆咗跌落街
      塊招牌就嚟跌
      冷氣機架鬆咗，搖搖欲墜
      棚架冧咗
      大樹冧咗壓住人
      樓下兩條友打緊交
      有個男人攞住刀喺大堂
      有人爆竊，個賊仲喺度
      有人撬緊我屋企門
      隔離屋個老公打老婆，小朋友喊救命
      有醉漢喺大堂打看更
      有陌生男人跟住我入𨋢非禮
      有個伯伯喺花園暈咗
      阿婆跌親，流好多血
      管理員快啲叫白車，有人心口痛
      15樓有個老人家唔舒服，唔識郁
      有人企喺天台邊
      有個小朋友爬咗出冷氣機位
      細路反鎖咗喺房，煲緊湯
      游泳池有人遇溺
      Elevator's stuck between 3 and 4 and there are two of us in here
      someone's stuck in elevator 2, alarm bell ringing
      I'm in the elevator and it's not moving, doors won't open
      Can somebody call the super? My wife and the baby are in the elevator and it stopped
      I can hear a guy in the elevator yelling
      people trapped in the west elevator
      heads up someone is in the stuck elevator
      hello I am in lift 1 it stop help
      elevator door closed on my arm, bleeding
      smells like gas on the second floor
      does anyone else smell gas?
      is it just me or does 4th floor smell like gas
      strong gas odor by the boiler room
      my stove is hissing and it smells
      whiff of gas in stairwell B, getting stronger
      smoke in the hallway on 5!!
      I see flames in the dumpster
      dumpster fire out back, literally
      my neighbor's balcony is burning
      there's smoke coming from under 4C's door
      something electrical burning smell in laundry room
      dryer is smoking
      outlet started smoking
      an e-bike just exploded in the lobby
      the battery in the bike room is smoking
      fire dept is on the way, evacuate
      sparks flying out of the panel in the basement
      got zapped by the lobby door handle
      wires down in the parking lot after the storm
      the ceiling light is sparking and water is dripping from it
      main water line burst in the basement
      basement is flooding fast, water up to the electrical panels
      water is pouring down the stairwell like a waterfall
      sprinkler pipe burst on 6
      bricks coming down off the north wall
      a window pane fell from the 9th floor
      AC unit is about to fall from 7B's window
      chunk of concrete landed next to my kid
      guy with a knife in the courtyard
      man is banging on my door and threatening to kill me
      there's a man trying to force open the lobby door with a crowbar
      someone is breaking into cars in the garage right now
      someone broke into 2B, he's still in there
      couple fighting in 3A, sounds like he's hitting her
      someone just got jumped by the mailboxes
      I heard gunshots
      shots fired in the parking lot
      drunk guy attacking people in lobby
      a stranger followed me into the building and won't leave, I'm scared
      woman screaming for help on 6
      my grandma fell in the hallway and can't get up
      old man passed out by the mailboxes
      someone collapsed at the gym
      there's a guy lying on the stairs not responding
      kid fell into the pool
      anyone a doctor? my husband can't breathe
      need ambulance at building C
      child locked himself in bathroom and stove is on
      toddler hanging out 5th floor window
      man standing on the roof edge
      3栋2单元电梯往下掉了几层停住了 我们三个人在里面
      电梯突然下坠，里面好几个人
      我被关电梯了
      我在电梯里 门打不开
      电梯停了 我孩子在里头哭
      有人按电梯警铃 好像困住了
      楼下煤气管被挖断了
      燃气管道破了
      闻着像煤气
      走廊好呛，都是烟
      隔壁冒黑烟了
      阳台上的东西烧了
      电动车充电着了
      楼下电动车爆燃
      配电房有焦味还有响声
      充电桩冒烟
      空调外机着火
      楼道有人烧纸，火苗窜得老高
      水管炸了 水从天花板哗哗流下来
      地库水漫上来了，快到电箱了
      路灯漏电 狗被电死了
      单元门一碰就麻
      空调外机要掉下来了
      玻璃从20楼掉下来了
      阳台栏杆掉下来砸到车
      楼上有人扔菜刀下来
      保安和业主打起来了，见血了
      有个男的拿棍子砸车
      有人尾随我女儿到楼道，还在门口
      有人在砸门，说要杀了我
      小偷在我家阳台
      有人入室抢劫
      我家老爷子摔了 起不来
      楼下有人晕了
      门口有人被车撞了
      小孩被电梯夹住手了
      有人从楼上掉下来了
      孩子一个人在家爬窗
      水池里有个孩子
      電掣房有吱吱聲，仲有陣燶味
      平台對上嗰塊玻璃裂晒，隨時落嚟
      外牆棚架喺度搖
      有個阿伯瞓咗喺地，叫唔醒
      我喺𨋢度，冇訊號，撳鐘冇人應
      𨋢槽聽到有人拍門
      電房見到火星
      guy in the stairwell swinging a hammer
      he just shoved the front desk lady
      two guys throwing punches by the mailboxes
      部𨋢喺8樓9樓之間，入面有把聲喊
      廚房漏石油氣呀
      緊急！5座低層起火
      對面樓燒緊
      地下電錶箱燒緊
      有人打緊看更
      個bb鎖咗喺車入面
      有人企咗出窗外
      升降機夾住咗個小朋友隻手
      水喉爆咗，大堂變咗水塘`),
  )('%s', (said) => expect(dangerIn(analyse(said))).not.toBeNull());
});
