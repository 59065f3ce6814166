import { dots, lines, markOf } from '../layout.ts';
import { words } from '../words/zh-cn.ts';
import type {
  CannotJoin,
  IncidentChoice,
  IncidentDeed,
  IncidentTexts,
  IncidentTicketView,
  IncidentView,
} from './texts.ts';

const causes: Record<string, string> = {
  power: '停电',
  water: '停水',
  hot_water: '没有热水',
  dirty_water: '水质异常',
  gas: '燃气',
  heating: '暖气不热',
  network: '断网',
  lift: '电梯故障',
  door: '楼门故障',
  barrier: '道闸故障',
  smell: '异味',
  noise: '噪声',
};
const causeOf = (cause: string): string => causes[cause] ?? '同一件事';

const choices: Record<IncidentChoice, string> = {
  take: '接单（全部）',
  promise: '承诺时间',
  done: '办结（全部）',
  choose_out: '移出一件',
  out: '不属于这个事件',
  apart: '不是同一件事',
};

const done: Record<IncidentDeed, string> = {
  take: '已接单，已告诉反映的居民',
  answer: '已答复所有反映的居民，每个群一次',
  promise: '已把约定告诉所有反映的居民',
  done: '已办结，正在请居民确认',
};

const cannotJoin: Record<CannotJoin, string> = {
  sensitive: '要私下处理，不能并进事件',
  over: '已经结束，不能并进事件',
  inside: '已经在这个事件里',
  incident_over: '没有并进去：这个事件已经结束',
};

const ticketLine = ({ code, place, status, urgency, assignee, settled }: IncidentTicketView): string =>
  `${urgency === 'emergency' ? `${markOf(urgency)} ` : ''}${dots(code, words.place(place, 'full'), words.status(status), assignee, settled && '居民说已经好了')}`;

const reach = ({ households, machines, groups, count }: IncidentView): string =>
  dots(
    households > 0 && `${households} 户`,
    machines > 0 && `设备 ${machines} 台`,
    groups > 0 && `${groups} 个群`,
    `${count} 件工单`,
  );

function where({ buildings, unit }: IncidentView): string | null {
  const [building] = buildings;
  if (building === undefined) return null;
  if (buildings.length === 1 && unit !== null) return words.place({ building, unit, room: null, spot: null }, 'coarse');
  return `${buildings.join('、')}栋`;
}

const head = (view: IncidentView): string =>
  dots(`事件${view.number} ${causeOf(view.cause)}`, where(view), view.over && '已结束');

const due = (view: IncidentView): string | null =>
  view.dueAt && (view.overdue ? `已超时（${view.dueAt}）` : `${view.dueAt} 前答复`);

const oneLine = (view: IncidentView): string => dots(head(view), reach(view), `${view.since} 起`);

/** Steps of a ticket's life. */
export const joined = (incident: string, by: string | null): string => `${by ?? '自动'}并进事件${incident}`;
const leftBecause: Partial<Record<string, string>> = {
  apart: '事件已解散',
  corrected: '更正后不是同一件事',
  one_flat: '居民说只是自己家的问题',
};
/** @param because why it left, and the words that said so, if they are to be shown */
export const left = (incident: string, by: string | null, because: { why: string; text: string | null }): string =>
  [`${by ?? '自动'}移出事件${incident}`, leftBecause[because.why], because.text].filter(Boolean).join('：');

export const incidents = {
  incidentName: (number, cause) => `${causeOf(cause)}，事件${number}`,
  incidentSubject: (number, cause) => `${causes[cause] ?? ''}事件${number}`,
  incidentRatingThanks: (number, cause) => `谢谢大家的评价（${causeOf(cause)}，事件${number}），都已记下，有事随时说。`,
  incidentReceipt: (ticket, cause, households, { last, dueAt }) =>
    lines(
      `收到，已登记 ${ticket.code}。${causeOf(cause)}${households > 1 ? `已有 ${households} 户反映` : '已有人反映'}，正在一并处理${ticket.assignee ? `（${ticket.assignee}负责）` : ''}${!last && dueAt ? `，${dueAt} 前答复您` : ''}。`,
      last &&
        (last.text !== null || last.dueAt !== null) &&
        `${last.by}：${[last.text, last.dueAt && `约定 ${last.dueAt}`].filter(Boolean).join('，')}`,
    ),

  incidentCard: (view) =>
    lines(
      `${view.tickets.some(({ urgency }) => urgency === 'emergency') ? markOf('emergency') : '🟠'} ${head(view)}`,
      dots(reach(view), `${view.since} 起`, due(view)),
      ...view.tickets.map(ticketLine),
      view.count > view.tickets.length && `……另有 ${view.count - view.tickets.length} 件`,
      !view.over && '引用本卡片回复，即答复所有反映的居民（每个群一次）',
    ),
  incidentNews: (number, cause, news, by) => {
    const what = {
      take: '接单',
      answer: '已答复居民',
      promise: '约定了时间',
      done: '办结',
      over: '已结束',
      again: '又有未解决的',
      apart: '不是同一件事，已分开',
    }[news];
    return `事件${number} ${causeOf(cause)}：${by ?? ''}${what}`;
  },
  incidentLine: (number, ticket, households) =>
    dots(`↳ 事件${number}`, ticket.code, words.place(ticket.place, 'full'), households > 0 && `共 ${households} 户`),
  incidentNote: (number, cause) => `属于事件${number}（${causeOf(cause)}），一起处理`,
  incidentChoice: (choice) => choices[choice],
  incidentDone: (deed, number, tickets, left) =>
    lines(
      tickets > 0 && `事件${number}：${done[deed]}（${tickets} 件）`,
      left.length > 0 && `${markOf('emergency')} ${left.join('、')} 是紧急情况，还没有人接单，请单独接单处理。`,
    ),
  incidentChoosePromise: (number) => `事件${number} 约在什么时候？选一个，或写“事件${number} 承诺 明天15:00”。`,
  incidentChooseOut: (number) => `哪一件不属于事件${number}？选一件，或写“事件${number} 移出 编号”。`,
  incidentIn: (code, number) => `${code} 已并进事件${number}。`,
  incidentOut: (code, number) => `${code} 已移出事件${number}，单独处理。`,
  incidentApart: (number, tickets) => `事件${number} 已解散，${tickets} 件工单分开处理。`,
  incidentIsOver: (number) => `事件${number} 已经结束，什么都没有改动。个别没解决的，请重开那一件工单。`,
  incidentUnknown: (number) => `没有事件${number}，什么都没有改动。发“事件”看有哪些。`,
  incidentNotIn: (code, number) => `${code} 不在事件${number} 里，什么都没有改动。`,
  incidentCannotJoin: (code, why) => `${code} ${cannotJoin[why]}。什么都没有改动。`,
  incidentHow: () =>
    lines(
      '请写下面一种，什么都没有改动：',
      '事件（列表） · 事件3（看一个）',
      '事件3 回复 水泵坏了，正在抢修 · 事件3 承诺 今天16:00 · 事件3 接单 · 事件3 办结 已换水泵',
      '事件3 加 A7K2 · 事件3 移出 A7K2 · 事件3 解散（不是同一件事）',
    ),
  incidentList: (open, over) =>
    lines(
      open.length > 0 && `处理中的事件 ${open.length} 个：`,
      ...open.map(oneLine),
      over.length > 0 && '最近结束的：',
      ...over.map(oneLine),
      '发“事件”加编号看详情。',
    ),
  incidentNone: () => '目前没有事件。几户反映同一件事（停水、停电、电梯等），会自动并成一个事件。',
  incidentsOpen: (open) =>
    lines(
      `事件 ${open.length} 个（几户反映同一件事）：`,
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
