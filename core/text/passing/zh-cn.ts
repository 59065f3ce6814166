import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/zh-cn.ts';
import type { PassingTexts, RatedWork } from './texts.ts';

const rated = ({ name, mean, count, low }: RatedWork): string =>
  dots(`${name} ${mean} 分`, `${count} 次评价`, low > 0 && `低分 ${low} 次`);

export const passing = {
  inChargeUntil: (offeredTo, acceptBy, inCharge) =>
    `转交给${offeredTo}（待接单${acceptBy ? `，${acceptBy} 前` : ''}），在那之前由${inCharge}负责`,
  offeredToYou: (ticket, by, acceptBy) =>
    lines(
      `${by}想把 ${ticket.code} 转交给您，请在 ${acceptBy} 前接单；不归您管就退回，写上原因。`,
      dots(words.kind(ticket.kind), words.place(ticket.place, 'full'), quoted(ticket.summary, 80)),
      `在您接单之前，由${ticket.assignee ?? by}负责。`,
    ),
  offerEnded: (code, by) => `${code} 不用您接了${by ? `：${by}已在处理` : ''}。`,
  declinedByColleague: (code, by, reason) => `${by}退回了 ${code}，仍由您负责${reason ? `。原因：${reason}` : '。'}`,
  returnedUnaccepted: (code, from, inCharge) => `${code} 转交给${from}后没有接单，已退回，由${inCharge}负责。`,
  passNeedless: (code, inCharge) => `${code} 本来就由${inCharge}负责，什么都没有改动。`,
  passToAbsent: (code, to, backAt) =>
    `${to}请假了，${backAt} 回来。${code} 还没有转交；仍要转交，请再发一次，或选下面一项。`,
  passAnyway: (to) => `仍转交${to}`,
  notPassedToYou: (code) => `${code} 没有转交给您，什么都没有改动。要交给别人，请写“转交 ${code} 姓名”。`,
  noLongerYours: (code) => `${code} 已不归您处理。`,
  workEnded: (name) => `${name}不再负责任何工单，手上的已转给同事。还在客服群里的话，请把${name}移出群。`,
  helpForContractors: () =>
    lines(
      '这里只有您负责的、和请您接手的工单。引用卡片直接回复，就是答复居民。',
      '接单 · 退回（退回 A7K2 不归我管）· 承诺（承诺 A7K2 明天15:00）· 进展 · 反问 · 转交 · 办结 · 详情',
      '待办：您的未结工单 · 请假：哪几天不在',
    ),
  ratings: (days, lowUpTo, { staff, contractors }) =>
    lines(
      `近 ${days} 天居民评价（${lowUpTo} 分及以下算低分）`,
      '本物业：',
      ...(staff.length > 0 ? staff.map(rated) : ['暂无评价']),
      '外包单位：',
      ...(contractors.length > 0 ? contractors.map(rated) : ['暂无评价']),
    ),
} satisfies PassingTexts;
