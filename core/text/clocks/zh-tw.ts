import type { LimitKind } from '../../../prisma/generated/enums.ts';
import { dots, lines, quoted } from '../layout.ts';
import type { TicketView } from '../texts.ts';
import { words } from '../words/zh-tw.ts';
import type { ClockTexts } from './texts.ts';

const owed: Record<LimitKind, string> = {
  first_response: '請給住戶一個答覆',
  progress: '請告訴住戶進展',
  promise: '請按約定的時間辦到',
  resolution: '請盡快完成',
};
const missing: Record<LimitKind, string> = {
  first_response: '住戶還沒有等到答覆',
  progress: '住戶還沒有聽到進展',
  promise: '約定的事還沒有做到',
  resolution: '還沒有完成',
};
const sorry: Record<LimitKind, string> = {
  first_response: '沒有按時答覆您',
  progress: '沒有按時告訴您進展',
  promise: '沒有按約定的時間做到',
  resolution: '沒有按時辦好',
};
const short: Record<LimitKind, string> = {
  first_response: '答覆',
  progress: '告知進展',
  promise: '約定',
  resolution: '完成',
};

const matter = (ticket: TicketView, length = 40): string =>
  dots(words.kind(ticket.kind), words.place(ticket.place, 'full'), quoted(ticket.summary, length));

export const clocks = {
  reminder: (ticket, { kind, clause }, left) =>
    lines(
      `${ticket.assignee ?? '各位'}，${ticket.code} 還有 ${left}到時限（${clause}），${owed[kind]}。`,
      matter(ticket),
    ),
  reminderDigest: (name, all) =>
    lines(
      `${name || '各位'}，有 ${all.length} 件快到時限：`,
      ...all.map(
        ({ ticket, kind, left }) => `${ticket.code} ${dots(matter(ticket, 20), `${short[kind]}還有 ${left}`)}`,
      ),
    ),
  escalation: (ticket, { kind, clause }, late) =>
    lines(
      `${ticket.code} 已逾時 ${late}（${clause}），${missing[kind]}，請關注。`,
      matter(ticket),
      `負責人：${ticket.assignee ?? '無'}（${words.status(ticket.status)}）`,
    ),
  limitNear: (ticket, { kind, clause }, left) =>
    lines(
      `${ticket.code} 還有 ${left}到時限（${clause}），${missing[kind]}，請關注。`,
      matter(ticket),
      `負責人：${ticket.assignee ?? '無'}（${words.status(ticket.status)}）`,
    ),
  emergencyAlarm: (ticket, { called, waited }) =>
    lines(
      `🔴 緊急 ${ticket.code} ${dots(words.place(ticket.place, 'full'), words.area(ticket.area))}`,
      `「${quoted(ticket.summary)}」`,
      waited && `已經等了 ${waited}，還沒有人接單。`,
      `請${called.join('、')}立刻聯絡住戶，並接單。`,
    ),
  acknowledged: (code, by) => `${code} ${by || '已有人'}接手了，其他人不用再趕過去。`,
  handled: (code, by, words) =>
    `${code} ${by ? `${by}已處理好` : '已處理好'}，不用再趕過去${words ? `：${words}` : '。'}`,
  calledOff: (code, by) => `${code} ${by ? `${by}已撤下` : '已撤下'}，不用再趕過去。`,
  apology: (code, kind, assignee, at) =>
    `抱歉，${code} ${sorry[kind]}。${assignee ? `${assignee}在負責` : '我們會跟進'}，最遲 ${at} 給您回音。`,
  emergencyApology: (code) =>
    lines(
      `抱歉，${code} 還沒有人接上，我們仍在不停聯絡值班人員和經理。`,
      '有人受傷、起火或有生命危險，請立即撥打 119 或 110。',
    ),
  choosePostpone: (code) => `${code} 什麼時候再提醒？選一個，或寫「延後 ${code} 2小時 等零件」。每個時限只能延後一次。`,
  postponeInAnHour: () => '1 小時後',
  postponeToday: () => '今天下班前',
  postponeTomorrow: () => '明天上午',
  needsReason: (code, at) => `請寫上原因，例如「延後 ${code} ${at} 等零件」。什麼都沒有更動。`,
  postponeHow: (code) => `請寫明延後多久和原因，例如「延後 ${code} 2小時 等零件」。什麼都沒有更動。`,
  postponedTill: (code, at) => `${code} 的提醒延後到 ${at}，時限不變。`,
  alreadyPostponed: (code) => `${code} 的提醒已經延後過一次，不能再延後。什麼都沒有更動。`,
  nothingToPostpone: (code) => `${code} 現在沒有可以延後的提醒。什麼都沒有更動。`,
} satisfies ClockTexts;
