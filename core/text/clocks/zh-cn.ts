import type { LimitKind } from '../../../prisma/generated/enums.ts';
import { dots, lines, quoted } from '../layout.ts';
import type { TicketView } from '../texts.ts';
import { words } from '../words/zh-cn.ts';
import type { ClockTexts } from './texts.ts';

const owed: Record<LimitKind, string> = {
  first_response: '请给居民一个答复',
  progress: '请告诉居民进展',
  promise: '请按约定的时间办到',
  resolution: '请尽快办结',
};
const missing: Record<LimitKind, string> = {
  first_response: '居民还没有等到答复',
  progress: '居民还没有听到进展',
  promise: '约定的事还没有做到',
  resolution: '还没有办结',
};
const sorry: Record<LimitKind, string> = {
  first_response: '没有按时答复您',
  progress: '没有按时告诉您进展',
  promise: '没有按约定的时间做到',
  resolution: '没有按时办好',
};
const short: Record<LimitKind, string> = {
  first_response: '答复',
  progress: '告知进展',
  promise: '约定',
  resolution: '办结',
};

const matter = (ticket: TicketView, length = 40): string =>
  dots(words.kind(ticket.kind), words.place(ticket.place, 'full'), quoted(ticket.summary, length));

export const clocks = {
  reminder: (ticket, { kind, clause }, left) =>
    lines(
      `${ticket.assignee ?? '各位'}，${ticket.code} 还有 ${left}到时限（${clause}），${owed[kind]}。`,
      matter(ticket),
    ),
  reminderDigest: (name, all) =>
    lines(
      `${name || '各位'}，有 ${all.length} 件快到时限：`,
      ...all.map(
        ({ ticket, kind, left }) => `${ticket.code} ${dots(matter(ticket, 20), `${short[kind]}还有 ${left}`)}`,
      ),
    ),
  escalation: (ticket, { kind, clause }, late) =>
    lines(
      `${ticket.code} 已超时 ${late}（${clause}），${missing[kind]}，请关注。`,
      matter(ticket),
      `负责人：${ticket.assignee ?? '无'}（${words.status(ticket.status)}）`,
    ),
  limitNear: (ticket, { kind, clause }, left) =>
    lines(
      `${ticket.code} 还有 ${left}到时限（${clause}），${missing[kind]}，请关注。`,
      matter(ticket),
      `负责人：${ticket.assignee ?? '无'}（${words.status(ticket.status)}）`,
    ),
  emergencyAlarm: (ticket, { called, waited }) =>
    lines(
      `🔴 紧急 ${ticket.code} ${dots(words.place(ticket.place, 'full'), words.area(ticket.area))}`,
      `“${quoted(ticket.summary)}”`,
      waited && `已经等了 ${waited}，还没有人接单。`,
      `请${called.join('、')}立刻联系居民，并接单。`,
    ),
  acknowledged: (code, by) => `${code} ${by || '已有人'}接手了，其他人不用再赶过去。`,
  handled: (code, by, words) =>
    `${code} ${by ? `${by}已处理好` : '已处理好'}，不用再赶过去${words ? `：${words}` : '。'}`,
  calledOff: (code, by) => `${code} ${by ? `${by}已撤下` : '已撤下'}，不用再赶过去。`,
  apology: (code, kind, assignee, at) =>
    `抱歉，${code} ${sorry[kind]}。${assignee ? `${assignee}在负责` : '我们会跟进'}，最迟 ${at} 给您回音。`,
  emergencyApology: (code) =>
    lines(
      `抱歉，${code} 还没有人接上，我们仍在不停联系值班人员和经理。`,
      '有人受伤、起火或有生命危险，请立即拨打 120、119 或 110。',
    ),
  choosePostpone: (code) => `${code} 什么时候再提醒？选一个，或写“延后 ${code} 2小时 等配件”。每个时限只能延后一次。`,
  postponeInAnHour: () => '1 小时后',
  postponeToday: () => '今天下班前',
  postponeTomorrow: () => '明天上午',
  needsReason: (code, at) => `请写上原因，例如“延后 ${code} ${at} 等配件”。什么都没有改动。`,
  postponeHow: (code) => `请写明延后多久和原因，例如“延后 ${code} 2小时 等配件”。什么都没有改动。`,
  postponedTill: (code, at) => `${code} 的提醒延后到 ${at}，时限不变。`,
  alreadyPostponed: (code) => `${code} 的提醒已经延后过一次，不能再延后。什么都没有改动。`,
  nothingToPostpone: (code) => `${code} 现在没有可以延后的提醒。什么都没有改动。`,
} satisfies ClockTexts;
