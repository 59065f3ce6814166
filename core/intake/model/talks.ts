import { bareMessage } from '../bare-message.ts';
import type { LabelledChat } from '../replay/labels.ts';
import type { Area, HeardMessage, Kind } from '../understanding.ts';

/**
 * Talks made up to teach the model how people type in a live group: one thing after the other, within seconds, with small talk between.
 * One line a message: `who second mark text`. The mark is `-` for what is not for the office, `kind/area` for what opens a matter, a
 * number for what adds to the matter opened by that line, `*` and a number for what says that it is settled.
 */
const talks = `
zhang 0 repair/facilities 1单元电梯又不走了
zhang 30 - 今天太阳真大
zhang 70 complaint/parking 我的车位被一辆白车占了
zhang 100 2 车牌尾号308
liu 130 - 周末爬山去吗
zhang 160 1 电梯有人来修了吗

sun 0 repair/facilities 停电了
qian 20 1 我这里也停了
hu 40 - 正好睡觉
sun 300 *1 来电了

ma 0 - 有人吗
ma 15 repair/facilities 5楼走廊灯坏了
guo 30 - 早安
ma 45 2 7栋的
guo 60 - 昨天那场球太气人

he 0 inquiry/facilities 明天几点停水
luo 60 inquiry/facilities 停水到什么时候啊
xie 100 - 谁家有桶借我
tang 150 inquiry/service 物业上班到几点
deng 200 inquiry/service 客服电话是多少

xu 0 suggestion/service 建议在大堂放个雨伞架
feng 20 1 支持
cao 40 1 这个好
peng 60 - 晚饭吃什么

zeng 0 repair/facilities 厨房水管漏水了
zeng 20 1 越漏越大了
zeng 40 - 天气预报说要降温
xiao 60 - 团购苹果的接龙了
zeng 80 repair/facilities 另外楼下门禁也刷不开

tian 0 complaint/environment 垃圾没人收，苍蝇到处飞
dong 20 1 我们这层也一样
dong 40 - 笑死我了
tian 60 inquiry/fees 物业费可以分期交吗

yuan 0 repair/facilities 没水了
pan 15 1 我也没水
yu 25 1 同样没水
jiang 40 - 下班路上堵死了
pan 400 *1 有水了

cai 0 repair/facilities 停气了，做不了饭
cai 40 - 算了点外卖
jia 70 1 我家也停气了
ding 90 - 国庆去哪玩

wei 0 repair/facilities 热水一点都不热
wei 600 1 有师傅来看吗
wei 900 1 怎么还不热
xue 950 - 世界杯谁赢了

ye 0 complaint/neighbours 楼上又在装修，吵得没法休息
yan 20 1 我也听到了
ye 50 praise/security 表扬门岗老张，下雨给我送伞
bai 80 - 老张人是好

cui 0 repair/facilities 单元门关不上了
kang 20 - 电影票谁要
cui 35 inquiry/service 我的快递放在哪里了
cui 60 1 门一直开着

mao 0 repair/facilities 停水了吗怎么没水
qiu 20 - 足球队像这电梯一样上不去
mao 40 1 一滴水都没有
qiu 60 - 收到

wong 0 repair/facilities 部𨋢又停咗
ho 20 - 今日落大雨
wong 40 repair/facilities 大堂盞燈都唔着
ho 70 1 我都等咗好耐部𨋢
wong 400 *1 𨋢返嚟喇

lau 0 complaint/environment 走廊好臭，成日冇人掃
ng 20 1 我嗰層都係好臭
ng 40 - 聽日飲茶呀
lau 60 inquiry/parking 請問訪客車位點樣登記

yip 0 repair/facilities 冇電呀
tse 20 1 我都冇電
tse 50 - 慘啦煲緊飯
yip 500 *1 有返電喇

mak 0 inquiry/facilities 聽日停水到幾點
mak 40 repair/facilities 另外8樓水掣漏水
kwok 60 - 唔該晒
kwok 90 suggestion/facilities 建議喺平台加多幾張凳

sam 0 repair/facilities lift 2 is stuck again
joe 20 - lovely weather today
sam 45 complaint/parking a white van is blocking the ramp
sam 70 2 it has been there for an hour
joe 100 1 lift still not working on my side
sam 500 1 is the lift fixed yet?

kim 0 repair/facilities no water
lee 20 1 no water here either
pat 40 - who won the match
kim 400 *1 water's back

tom 0 inquiry/service what is the office phone number
sue 30 - anyone up for pizza
tom 60 inquiry/facilities when does the water come back
sue 100 - thanks

amy 0 repair/facilities front door won't lock
amy 20 complaint/neighbours and the guy upstairs is drilling again
dan 40 2 I hear it too
dan 60 - good night all
amy 90 1 the door has been open all night

eva 0 repair/facilities power is out
max 20 1 out here as well
ian 40 - time for candles and wine
eva 300 *1 power's back on

office 0 - 【停电通知】周五上午九点到下午三点检修线路，请大家提前做好准备
lu 20 - 收到
fan 40 inquiry/facilities 到几点结束啊
shi 60 - 周五几点去打球
shi 90 inquiry/facilities 什么时候能好

office 0 - 【通知】本周六清洗水箱，全小区停水，请各位业主提前储水备用
jin 20 inquiry/facilities 停到几点呀
jin 40 - 谢谢
lei 60 inquiry/facilities 停多久啊
lei 90 - 好的

office 0 - 各位業主，明日上午檢修升降機，屆時暫停使用，敬請留意，不便之處請見諒
mui 30 inquiry/facilities 幾點開始呀
mui 60 inquiry/facilities 搞到幾點

office 0 - Notice: the hot water will be switched off on Friday from nine for maintenance
dee 30 inquiry/facilities until what time?
gus 60 - ok thanks
gus 90 - what time is the game on

ray 0 suggestion/community could we have a book swap shelf in the lobby
liz 20 1 great idea
liz 40 - I am so behind on laundry
ray 60 inquiry/fees when is the service charge due`;

const start = Date.UTC(2026, 0, 5, 10);

function chatFrom(talk: string): LabelledChat {
  const tickets = new Map<string, LabelledChat['labels']['tickets'][number]>();
  const messages = talk.split('\n').map((line, index): HeardMessage => {
    const [by = '', second = '0', mark = '-', ...words] = line.split(' ');
    const id = String(index + 1);
    const [kind, area] = mark.split('/');
    if (area !== undefined)
      tickets.set(id, {
        key: id,
        messages: [id],
        kind: kind as Kind,
        area: area as Area,
        urgency: 'normal',
        place: { building: null, unit: null, room: null, spot: null },
        sensitive: false,
        solvedBy: null,
      });
    const known = tickets.get(mark.replace('*', ''));
    if (known && mark.startsWith('*')) known.solvedBy = id;
    else known?.messages.push(id);
    const at = new Date(start + 1000 * Number(second));
    return bareMessage({ id, at, senderId: by, senderName: by, fromStaff: by === 'office', text: words.join(' ') });
  });
  return {
    setting: { buildings: [], groupBuildings: [], locale: 'zh-CN' },
    messages,
    labels: {
      community: { name: '', buildings: [], staff: [], locale: 'zh-CN' },
      tickets: [...tickets.values()],
      either: [],
    },
  };
}

/** The made-up talks in the form of labelled chats. */
export const madeUpTalks = (): LabelledChat[] => talks.trim().split('\n\n').map(chatFrom);
