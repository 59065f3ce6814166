/** Characters that an input method offers for one another: one line a sound, for the sounds of the verbs' words. */
const sounds = [
  '接结节街借姐阶界届洁杰揭皆解結節階潔',
  '单丹担但蛋淡旦弹單擔彈',
  '回会灰恢汇惠毁绘挥會匯',
  '复服付富福负府夫副覆複復負',
  '答达打搭達',
  '反返饭翻凡飯',
  '问文闻稳温問聞穩溫',
  '追坠锥墜',
  '承成程城乘诚誠',
  '诺糯挪懦諾',
  '进近尽今金紧進盡緊',
  '展站占战斩戰',
  '转专砖赚轉專磚賺',
  '交叫教角脚较腳較',
  '移一已以易意宜',
  '合和何河盒',
  '并病冰兵饼併並餅',
  '误无物务五武誤無務',
  '报保包宝抱暴報寶',
  '办半班版伴般辦',
  '完玩晚万湾弯萬灣彎',
  '修休秀羞',
  '好号毫號',
  '重虫崇从蟲從',
  '开凯揩開凱',
  '详想像向项祥詳項',
  '情请清青轻請輕',
  '查察茶差插',
  '看砍刊坎',
  '登等灯邓燈鄧',
  '记计及几机级纪集技寄記計幾機級紀',
  '待代带袋戴帶',
  '工公功共攻',
  '帮邦棒榜幫绑綁',
  '助住主注祝',
  '色涩澀',
  '度读独渡讀獨',
  '不布步部补補',
  '是事市式试时使試時',
  '新心欣信辛',
  '关管馆官观關館觀',
  '联连链莲聯連鏈蓮',
  '设社射摄設攝',
  '置制至治志製',
  '定订顶盯訂頂',
  '我握卧臥',
  '的得地德',
  '给給',
];

const soundOf = new Map(sounds.flatMap((line, index) => Array.from(line, (character) => [character, index] as const)));

/** Whether two Chinese words of one length sound alike, character by character. A word sounds like itself. */
export function soundsAlike(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  return Array.from(a).every((character, at) => {
    const other = b.charAt(at);
    const sound = soundOf.get(character);
    return character === other || (sound !== undefined && sound === soundOf.get(other));
  });
}
