import { dots, lines, markOf } from '../layout.ts';
import { words } from '../words/zh-tw.ts';
import type {
  CannotJoin,
  IncidentChoice,
  IncidentDeed,
  IncidentTexts,
  IncidentTicketView,
  IncidentView,
} from './texts.ts';

const causes: Record<string, string> = {
  power: '停電',
  water: '停水',
  hot_water: '沒有熱水',
  dirty_water: '水質異常',
  gas: '煤氣',
  heating: '暖氣不熱',
  network: '斷網',
  lift: '電梯故障',
  door: '大門故障',
  barrier: '閘機故障',
  smell: '異味',
  noise: '噪音',
};
const causeOf = (cause: string): string => causes[cause] ?? '同一件事';

const choices: Record<IncidentChoice, string> = {
  take: '接單（全部）',
  promise: '承諾時間',
  done: '辦結（全部）',
  choose_out: '移出一件',
  out: '不屬於這個事件',
  apart: '不是同一件事',
};

const done: Record<IncidentDeed, string> = {
  take: '已接單，已告訴反映的住戶',
  answer: '已答覆所有反映的住戶，每個群組一次',
  promise: '已把約定告訴所有反映的住戶',
  done: '已辦結，正在請住戶確認',
};

const cannotJoin: Record<CannotJoin, string> = {
  sensitive: '要私下處理，不能併進事件',
  over: '已經結束，不能併進事件',
  inside: '已經在這個事件裡',
  incident_over: '沒有併進去：這個事件已經結束',
};

const ticketLine = ({ code, place, status, urgency, assignee, settled }: IncidentTicketView): string =>
  `${urgency === 'emergency' ? `${markOf(urgency)} ` : ''}${dots(code, words.place(place, 'full'), words.status(status), assignee, settled && '住戶說已經好了')}`;

const reach = ({ households, machines, groups, count }: IncidentView): string =>
  dots(
    households > 0 && `${households} 戶`,
    machines > 0 && `設備 ${machines} 台`,
    groups > 0 && `${groups} 個群組`,
    `${count} 件工單`,
  );

function where({ buildings, unit }: IncidentView): string | null {
  const [building] = buildings;
  if (building === undefined) return null;
  if (buildings.length === 1 && unit !== null) return words.place({ building, unit, room: null, spot: null }, 'coarse');
  return `${buildings.join('、')}棟`;
}

const head = (view: IncidentView): string =>
  dots(`事件${view.number} ${causeOf(view.cause)}`, where(view), view.over && '已結束');

const due = (view: IncidentView): string | null =>
  view.dueAt && (view.overdue ? `已逾時（${view.dueAt}）` : `${view.dueAt} 前答覆`);

const oneLine = (view: IncidentView): string => dots(head(view), reach(view), `${view.since} 起`);

/** Steps of a ticket's life. */
export const joined = (incident: string, by: string | null): string => `${by ?? '自動'}併進事件${incident}`;
const leftBecause: Partial<Record<string, string>> = {
  apart: '事件已解散',
  corrected: '更正後不是同一件事',
  one_flat: '住戶說只是自己家的問題',
};
/** @param because why it left, and the words that said so, if they are to be shown */
export const left = (incident: string, by: string | null, because: { why: string; text: string | null }): string =>
  [`${by ?? '自動'}移出事件${incident}`, leftBecause[because.why], because.text].filter(Boolean).join('：');

export const incidents = {
  incidentName: (number, cause) => `${causeOf(cause)}，事件${number}`,
  incidentSubject: (number, cause) => `${causes[cause] ?? ''}事件${number}`,
  incidentRatingThanks: (number, cause) => `謝謝大家的評價（${causeOf(cause)}，事件${number}），都已記下，有事隨時說。`,
  incidentReceipt: (ticket, cause, households, { last, dueAt }) =>
    lines(
      `收到，已登記 ${ticket.code}。${causeOf(cause)}${households > 1 ? `已有 ${households} 戶反映` : '已有人反映'}，正在一併處理${ticket.assignee ? `（${ticket.assignee}負責）` : ''}${!last && dueAt ? `，${dueAt} 前答覆您` : ''}。`,
      last &&
        (last.text !== null || last.dueAt !== null) &&
        `${last.by}：${[last.text, last.dueAt && `約定 ${last.dueAt}`].filter(Boolean).join('，')}`,
    ),

  incidentCard: (view) =>
    lines(
      `${view.tickets.some(({ urgency }) => urgency === 'emergency') ? markOf('emergency') : '🟠'} ${head(view)}`,
      dots(reach(view), `${view.since} 起`, due(view)),
      ...view.tickets.map(ticketLine),
      view.count > view.tickets.length && `……另有 ${view.count - view.tickets.length} 件`,
      !view.over && '引用本卡片回覆，即答覆所有反映的住戶（每個群組一次）',
    ),
  incidentNews: (number, cause, news, by) => {
    const what = {
      take: '接單',
      answer: '已答覆住戶',
      promise: '約定了時間',
      done: '辦結',
      over: '已結束',
      again: '又有未解決的',
      apart: '不是同一件事，已分開',
    }[news];
    return `事件${number} ${causeOf(cause)}：${by ?? ''}${what}`;
  },
  incidentLine: (number, ticket, households) =>
    dots(`↳ 事件${number}`, ticket.code, words.place(ticket.place, 'full'), households > 0 && `共 ${households} 戶`),
  incidentNote: (number, cause) => `屬於事件${number}（${causeOf(cause)}），一起處理`,
  incidentChoice: (choice) => choices[choice],
  incidentDone: (deed, number, tickets, left) =>
    lines(
      tickets > 0 && `事件${number}：${done[deed]}（${tickets} 件）`,
      left.length > 0 && `${markOf('emergency')} ${left.join('、')} 是緊急情況，還沒有人接單，請單獨接單處理。`,
    ),
  incidentChoosePromise: (number) => `事件${number} 約在什麼時候？選一個，或寫「事件${number} 承諾 明天15:00」。`,
  incidentChooseOut: (number) => `哪一件不屬於事件${number}？選一件，或寫「事件${number} 移出 編號」。`,
  incidentIn: (code, number) => `${code} 已併進事件${number}。`,
  incidentOut: (code, number) => `${code} 已移出事件${number}，單獨處理。`,
  incidentApart: (number, tickets) => `事件${number} 已解散，${tickets} 件工單分開處理。`,
  incidentIsOver: (number) => `事件${number} 已經結束，什麼都沒有改動。個別沒解決的，請重開那一件工單。`,
  incidentUnknown: (number) => `沒有事件${number}，什麼都沒有改動。傳「事件」看有哪些。`,
  incidentNotIn: (code, number) => `${code} 不在事件${number} 裡，什麼都沒有改動。`,
  incidentCannotJoin: (code, why) => `${code} ${cannotJoin[why]}。什麼都沒有改動。`,
  incidentHow: () =>
    lines(
      '請寫下面一種，什麼都沒有改動：',
      '事件（列表） · 事件3（看一個）',
      '事件3 回覆 水泵壞了，正在搶修 · 事件3 承諾 今天16:00 · 事件3 接單 · 事件3 辦結 已換水泵',
      '事件3 加 A7K2 · 事件3 移出 A7K2 · 事件3 解散（不是同一件事）',
    ),
  incidentList: (open, over) =>
    lines(
      open.length > 0 && `處理中的事件 ${open.length} 個：`,
      ...open.map(oneLine),
      over.length > 0 && '最近結束的：',
      ...over.map(oneLine),
      '傳「事件」加編號看詳情。',
    ),
  incidentNone: () => '目前沒有事件。幾戶反映同一件事（停水、停電、電梯等），會自動併成一個事件。',
  incidentsOpen: (open) =>
    lines(
      `事件 ${open.length} 個（幾戶反映同一件事）：`,
      ...open.map((view) =>
        dots(
          `🟠 ${head(view)}`,
          reach(view),
          due(view),
          view.tickets
            .slice(0, 3)
            .map(({ code }) => code)
            .join(' ') + (view.count > 3 ? '…' : ''),
        ),
      ),
    ),
} satisfies IncidentTexts;
