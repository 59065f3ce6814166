import { lines, quoted } from '../layout.ts';
import { words } from '../words/zh-cn.ts';
import type { AbsenceView, CellView, DayView, DutyLine, DutyTexts, HoursView, ShiftView, SwapWords } from './texts.ts';

const weekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const dayOf = ({ month, dayOfMonth, weekday }: DayView): string => `${month}月${dayOfMonth}日（${weekdays[weekday]}）`;
const hoursOf = ({ startsAt, endsAt, nextDay, role }: HoursView): string =>
  `${startsAt}–${nextDay ? '次日 ' : ''}${endsAt}${role ? ` ${words.role(role)}` : ''}`;
const shiftOf = (shift: ShiftView): string => `${dayOf(shift.day)}${hoursOf(shift)}`;
const notes = { away: '（请假）', stands_in: '（替班）' };

const lineOf = ({ shift, people }: DutyLine): string =>
  `${shiftOf(shift)}：${people.map(({ name, note }) => `${name ?? '无人'}${note ? notes[note] : ''}`).join('、')}`;

const daysOf = (days: readonly number[]): string =>
  days.length === 7 ? '每天' : days.map((day) => weekdays[day]).join('、');

const cellOf = ({ building, area }: CellView): string =>
  [building && `${building}栋`, area && words.area(area)].filter(Boolean).join(' ') || '全小区';
const cellsOf = (cells: CellView[]): string => cells.map(cellOf).join('、');
const roleOf = (role: Parameters<typeof words.role>[0] | null): string => (role ? words.role(role) : '所有岗位');

const exchange = ({ give, take }: SwapWords, giver: string, taker: string): string =>
  take
    ? `${giver}的 ${shiftOf(give)} 与${taker}的 ${shiftOf(take)} 对换`
    : `${taker}替${giver}上 ${shiftOf(give)} 的班`;

function timeAway({ from, to, hours }: AbsenceView): string {
  const isOneDay = from.month === to.month && from.dayOfMonth === to.dayOfMonth;
  const days = isOneDay ? dayOf(from) : `${dayOf(from)}到 ${dayOf(to)}`;
  return `${days}${hours ? ` ${hours.from}–${hours.until}` : ''}`;
}

const awayOf = (absence: AbsenceView): string => `${absence.name}：${timeAway(absence)}`;

export const duty = {
  notUnderstood: (said) =>
    said === '' ? '还缺内容，什么都没有改动。' : `没看懂“${quoted(said, 30)}”，什么都没有改动。`,
  noSuchColleague: (said, names) =>
    `${said === '' ? '请写上同事的名字。' : `没有找到同事“${quoted(said, 20)}”，或者有几位同名。`}${names.length > 0 ? `可以写：${names.join('、')}。` : ''}什么都没有改动。`,
  dutyHow: () =>
    lines(
      '排班：值班 周一至周五 08:30-18:00 维修 @李工 @王工（写在前面的先找；不写岗位就是什么事都管）',
      '改一天：值班 12月1日 08:30 @老王 · 取消：值班 取消 周一至周五 08:30-18:00 维修',
      '查看：值班 · 值班 本周',
    ),
  swapHow: () => '例如：换班 11月30日 @老王（请他替班），或：换班 11月30日 换 12月2日 @老王（两班对换）。',
  leaveHow: () => '例如：请假 今天，请假 11月25日 到 27日，请假 明天 下午。要取消，发“请假 取消”。',
  gridHow: () =>
    '例如：网格 3栋 @李工，网格 3栋 设施 @李工，网格 绿化 @陈姐，网格 取消 3栋。类别有：设施、环境、安全、停车、邻里、费用、服务、社区活动、其他。',
  deputyHow: () => '例如：代理人 @老王（所有岗位），代理人 维修 @老王，代理人 取消 维修。',
  capacityHow: () => '例如：接单上限 @李工 8，接单上限 @李工 不限。',
  noSuchBuildings: (said, known) =>
    `小区里没有 ${said.join('、')} 栋，什么都没有改动。${known.length > 0 ? `有：${known.join('、')} 栋。` : ''}`,
  noSuchShift: (day, others) =>
    `${dayOf(day)}没有这样的班，什么都没有改动。${others.length > 0 ? `那天有：${others.map(hoursOf).join('；')}。` : '那天没有排班。'}`,
  whichShift: (shifts) => `那天有几个班：${shifts.map(hoursOf).join('；')}。请写上开始的时间或岗位，什么都没有改动。`,
  shiftHasBegun: (shift) => `${shiftOf(shift)} 的班已经开始，什么都没有改动。`,
  noShiftThen: (name, day) => `${name}在${dayOf(day)}没有班，什么都没有改动。发“值班 本周”可以看排班。`,

  dutyNow: (now, next) =>
    lines(
      now.length > 0 ? '现在值班：' : '现在没有人值班。',
      ...now.map(lineOf),
      next.length > 0 && '接下来 24 小时：',
      ...next.map(lineOf),
    ),
  dutyWeek: (from, to, all) =>
    lines(`${dayOf(from)}到 ${dayOf(to)}的值班：`, ...all.map(lineOf), all.length === 0 && '没有排班。'),
  noRoster: () => '还没有排班。经理可以发：值班 周一至周五 08:30-18:00 维修 @李工 @王工',
  shiftsSet: (line, names) => `排好了：${daysOf(line.weekdays)} ${hoursOf(line)}：${names.join('、')}。`,
  shiftsEnded: (count) => (count > 0 ? `已取消 ${count} 行排班。` : '没有这样的排班，什么都没有改动。'),
  dutyChanged: (shift, name) => `改好了：${shiftOf(shift)}：${name ?? '无人'}。`,
  changeDropped: (shift, name) => `${shiftOf(shift)} 恢复原来的排班：${name}。`,
  noChange: (shift) => `${shiftOf(shift)} 本来就是按排班来的，什么都没有改动。`,

  swapAsked: (swap) => `已经问${swap.to}：${exchange(swap, swap.from, swap.to)}。开班前答应才算数。`,
  swapQuestion: (swap) =>
    lines(
      `${swap.to}，${swap.from}想和您换班：`,
      `${exchange(swap, swap.from, swap.to)}。`,
      '可以吗？开班前答应才算数。',
    ),
  swapYes: () => '可以',
  swapNo: () => '不行',
  swapAgreed: (swap) => `换班说定了：${exchange(swap, swap.from, swap.to)}。`,
  swapRefused: (swap) => `换班没有说成：${swap.to}不方便，${shiftOf(swap.give)} 仍由${swap.from}值班。`,
  swapLapsed: () => '这次换班已经作废：班已经开始，或者排班改过了。什么都没有改动。',

  absenceNoted: (absence, { shifts, tickets, standIn }) =>
    lines(
      `记下了，${absence.name}请假：${timeAway(absence)}。这段时间不派新工单。`,
      tickets > 0 &&
        `手上有 ${tickets} 件未结工单，仍由${absence.name}负责；提醒会${standIn ? `同时发给${standIn}` : '照常发'}。要交出去，请“转交”。`,
      shifts.length > 0 && `这段时间有班：${shifts.map(shiftOf).join('；')}。请用“换班”找人替。`,
    ),
  absenceOver: () => '这段时间已经过去了，什么都没有改动。',
  absencesEnded: (name, count) => (count > 0 ? `${name}的请假已取消。` : `${name}没有请假，什么都没有改动。`),
  absences: (all) => (all.length > 0 ? lines('请假：', ...all.map(awayOf)) : '现在没有人请假，以后的也没有。'),

  gridSet: (cells, names) => `记下了：${cellsOf(cells)} 由${names.join('、')}负责。`,
  gridEnded: (cells, count) =>
    count > 0 ? `已取消 ${cellsOf(cells)} 的网格负责人。` : `${cellsOf(cells)} 没有网格负责人，什么都没有改动。`,
  grid: (all) =>
    all.length > 0
      ? lines('网格：', ...all.map(({ cell, names }) => `${cellOf(cell)}：${names.join('、')}`))
      : '还没有网格负责人。经理可以发：网格 3栋 @李工',
  deputySet: (role, name) => `记下了：${roleOf(role)}没有人当班时，由${name}代理。`,
  deputyEnded: (role, count) =>
    count > 0 ? `已取消代理人：${roleOf(role)}。` : `${roleOf(role)}没有代理人，什么都没有改动。`,
  deputies: (all) =>
    all.length > 0
      ? lines('代理人：', ...all.map(({ role, name }) => `${roleOf(role)}：${name}`))
      : '还没有代理人。经理可以发：代理人 @老王',
  capacitySet: (name, capacity, open) =>
    capacity === null
      ? `${name}接单不限件数，手上有 ${open} 件。`
      : `${name}手上最多 ${capacity} 件，现在 ${open} 件。满了就派给别人，紧急的除外。`,
  capacities: (all) =>
    lines(
      '手上的工单：',
      ...all.map(
        ({ name, open, capacity, away }) =>
          `${name}：${open} 件${capacity === null ? '' : `，上限 ${capacity} 件`}${away ? '（请假）' : ''}`,
      ),
    ),
} satisfies DutyTexts;
