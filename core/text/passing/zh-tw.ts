import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/zh-tw.ts';
import type { PassingTexts, RatedWork } from './texts.ts';

const rated = ({ name, mean, count, low }: RatedWork): string =>
  dots(`${name} ${mean} 分`, `${count} 次評價`, low > 0 && `低分 ${low} 次`);

export const passing = {
  inChargeUntil: (offeredTo, acceptBy, inCharge) =>
    `轉交給${offeredTo}（待接單${acceptBy ? `，${acceptBy} 前` : ''}），在那之前由${inCharge}負責`,
  offeredToYou: (ticket, by, acceptBy) =>
    lines(
      `${by}想把 ${ticket.code} 轉交給您，請在 ${acceptBy} 前接單；不歸您管就退回，寫上原因。`,
      dots(words.kind(ticket.kind), words.place(ticket.place, 'full'), quoted(ticket.summary, 80)),
      `在您接單之前，由${ticket.assignee ?? by}負責。`,
    ),
  offerEnded: (code, by) => `${code} 不用您接了${by ? `：${by}已在處理` : ''}。`,
  declinedByColleague: (code, by, reason) => `${by}退回了 ${code}，仍由您負責${reason ? `。原因：${reason}` : '。'}`,
  returnedUnaccepted: (code, from, inCharge) => `${code} 轉交給${from}後沒有接單，已退回，由${inCharge}負責。`,
  passNeedless: (code, inCharge) => `${code} 本來就由${inCharge}負責，什麼都沒有改動。`,
  passToAbsent: (code, to, backAt) =>
    `${to}請假了，${backAt} 回來。${code} 還沒有轉交；仍要轉交，請再發一次，或選下面一項。`,
  passAnyway: (to) => `仍轉交${to}`,
  notPassedToYou: (code) => `${code} 沒有轉交給您，什麼都沒有改動。要交給別人，請寫「轉交 ${code} 姓名」。`,
  noLongerYours: (code) => `${code} 已不歸您處理。`,
  workEnded: (name) => `${name}不再負責任何工單，手上的已轉給同仁。還在客服群裡的話，請把${name}移出群。`,
  helpForContractors: () =>
    lines(
      '這裡只有您負責的、和請您接手的工單。引用卡片直接回覆，就是答覆住戶。',
      '接單 · 退回（退回 A7K2 不歸我管）· 承諾（承諾 A7K2 明天15:00）· 進展 · 反問 · 轉交 · 完成 · 詳情',
      '待辦：您的未結工單 · 請假：哪幾天不在',
    ),
  ratings: (days, lowUpTo, { staff, contractors }) =>
    lines(
      `近 ${days} 天住戶評價（${lowUpTo} 分以下算低分）`,
      '本物業：',
      ...(staff.length > 0 ? staff.map(rated) : ['暫無評價']),
      '外包單位：',
      ...(contractors.length > 0 ? contractors.map(rated) : ['暫無評價']),
    ),
} satisfies PassingTexts;
