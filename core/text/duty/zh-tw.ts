import { lines, quoted } from '../layout.ts';
import { words } from '../words/zh-tw.ts';
import type { AbsenceView, CellView, DayView, DutyLine, DutyTexts, HoursView, ShiftView, SwapWords } from './texts.ts';

const weekdays = ['', '週一', '週二', '週三', '週四', '週五', '週六', '週日'];
const dayOf = ({ month, dayOfMonth, weekday }: DayView): string => `${month}月${dayOfMonth}日（${weekdays[weekday]}）`;
const hoursOf = ({ startsAt, endsAt, nextDay, role }: HoursView): string =>
  `${startsAt}–${nextDay ? '隔日 ' : ''}${endsAt}${role ? ` ${words.role(role)}` : ''}`;
const shiftOf = (shift: ShiftView): string => `${dayOf(shift.day)}${hoursOf(shift)}`;
const notes = { away: '（請假）', stands_in: '（代班）' };

const lineOf = ({ shift, people }: DutyLine): string =>
  `${shiftOf(shift)}：${people.map(({ name, note }) => `${name ?? '無人'}${note ? notes[note] : ''}`).join('、')}`;

const daysOf = (days: readonly number[]): string =>
  days.length === 7 ? '每天' : days.map((day) => weekdays[day]).join('、');

const cellOf = ({ building, area }: CellView): string =>
  [building && `${building}棟`, area && words.area(area)].filter(Boolean).join(' ') || '全社區';
const cellsOf = (cells: CellView[]): string => cells.map(cellOf).join('、');
const roleOf = (role: Parameters<typeof words.role>[0] | null): string => (role ? words.role(role) : '所有職務');

const exchange = ({ give, take }: SwapWords, giver: string, taker: string): string =>
  take
    ? `${giver}的 ${shiftOf(give)} 與${taker}的 ${shiftOf(take)} 對調`
    : `${taker}代${giver}上 ${shiftOf(give)} 的班`;

function timeAway({ from, to, hours }: AbsenceView): string {
  const isOneDay = from.month === to.month && from.dayOfMonth === to.dayOfMonth;
  const days = isOneDay ? dayOf(from) : `${dayOf(from)}到 ${dayOf(to)}`;
  return `${days}${hours ? ` ${hours.from}–${hours.until}` : ''}`;
}

const awayOf = (absence: AbsenceView): string => `${absence.name}：${timeAway(absence)}`;

export const duty = {
  notUnderstood: (said) =>
    said === '' ? '還缺內容，什麼都沒有更動。' : `看不懂「${quoted(said, 30)}」，什麼都沒有更動。`,
  noSuchColleague: (said, names) =>
    `${said === '' ? '請寫上同仁的名字。' : `找不到同仁「${quoted(said, 20)}」，或者有幾位同名。`}${names.length > 0 ? `可以寫：${names.join('、')}。` : ''}什麼都沒有更動。`,
  dutyHow: () =>
    lines(
      '排班：值班 週一至週五 08:30-18:00 維修 @李工 @王工（寫在前面的先找；不寫職務就是什麼事都管）',
      '改一天：值班 12月1日 08:30 @老王 · 取消：值班 取消 週一至週五 08:30-18:00 維修',
      '查看：值班 · 值班 本週',
    ),
  swapHow: () => '例如：換班 11月30日 @老王（請他代班），或：換班 11月30日 換 12月2日 @老王（兩班對調）。',
  leaveHow: () => '例如：請假 今天，請假 11月25日 到 27日，請假 明天 下午。要取消，請傳「請假 取消」。',
  gridHow: () =>
    '例如：網格 3棟 @李工，網格 3棟 設施 @李工，網格 綠化 @陳姐，網格 取消 3棟。類別有：設施、環境、安全、停車、鄰里、費用、服務、社區活動、其他。',
  deputyHow: () => '例如：代理人 @老王（所有職務），代理人 維修 @老王，代理人 取消 維修。',
  capacityHow: () => '例如：接單上限 @李工 8，接單上限 @李工 不限。',
  noSuchBuildings: (said, known) =>
    `社區裡沒有 ${said.join('、')} 棟，什麼都沒有更動。${known.length > 0 ? `有：${known.join('、')} 棟。` : ''}`,
  noSuchShift: (day, others) =>
    `${dayOf(day)}沒有這樣的班，什麼都沒有更動。${others.length > 0 ? `那天有：${others.map(hoursOf).join('；')}。` : '那天沒有排班。'}`,
  whichShift: (shifts) => `那天有幾個班：${shifts.map(hoursOf).join('；')}。請寫上開始的時間或職務，什麼都沒有更動。`,
  shiftHasBegun: (shift) => `${shiftOf(shift)} 的班已經開始，什麼都沒有更動。`,
  noShiftThen: (name, day) => `${name}在${dayOf(day)}沒有班，什麼都沒有更動。傳「值班 本週」可以看排班。`,

  dutyNow: (now, next) =>
    lines(
      now.length > 0 ? '現在值班：' : '現在沒有人值班。',
      ...now.map(lineOf),
      next.length > 0 && '接下來 24 小時：',
      ...next.map(lineOf),
    ),
  dutyWeek: (from, to, all) =>
    lines(`${dayOf(from)}到 ${dayOf(to)}的值班：`, ...all.map(lineOf), all.length === 0 && '沒有排班。'),
  noRoster: () => '還沒有排班。經理可以傳：值班 週一至週五 08:30-18:00 維修 @李工 @王工',
  shiftsSet: (line, names) => `排好了：${daysOf(line.weekdays)} ${hoursOf(line)}：${names.join('、')}。`,
  shiftsEnded: (count) => (count > 0 ? `已取消 ${count} 行排班。` : '沒有這樣的排班，什麼都沒有更動。'),
  dutyChanged: (shift, name) => `改好了：${shiftOf(shift)}：${name ?? '無人'}。`,
  changeDropped: (shift, name) => `${shiftOf(shift)} 恢復原來的排班：${name}。`,
  noChange: (shift) => `${shiftOf(shift)} 本來就是照排班，什麼都沒有更動。`,

  swapAsked: (swap) => `已經問${swap.to}：${exchange(swap, swap.from, swap.to)}。開班前答應才算數。`,
  swapQuestion: (swap) =>
    lines(
      `${swap.to}，${swap.from}想和您換班：`,
      `${exchange(swap, swap.from, swap.to)}。`,
      '可以嗎？開班前答應才算數。',
    ),
  swapYes: () => '可以',
  swapNo: () => '不行',
  swapAgreed: (swap) => `換班說定了：${exchange(swap, swap.from, swap.to)}。`,
  swapRefused: (swap) => `換班沒有說成：${swap.to}不方便，${shiftOf(swap.give)} 仍由${swap.from}值班。`,
  swapLapsed: () => '這次換班已經作廢：班已經開始，或者排班改過了。什麼都沒有更動。',

  absenceNoted: (absence, { shifts, tickets, standIn }) =>
    lines(
      `記下了，${absence.name}請假：${timeAway(absence)}。這段時間不派新工單。`,
      tickets > 0 &&
        `手上有 ${tickets} 件未結工單，仍由${absence.name}負責；提醒會${standIn ? `同時傳給${standIn}` : '照常傳'}。要交出去，請「轉交」。`,
      shifts.length > 0 && `這段時間有班：${shifts.map(shiftOf).join('；')}。請用「換班」找人代。`,
    ),
  absenceOver: () => '這段時間已經過去了，什麼都沒有更動。',
  absencesEnded: (name, count) => (count > 0 ? `${name}的請假已取消。` : `${name}沒有請假，什麼都沒有更動。`),
  absences: (all) => (all.length > 0 ? lines('請假：', ...all.map(awayOf)) : '現在沒有人請假，以後的也沒有。'),

  gridSet: (cells, names) => `記下了：${cellsOf(cells)} 由${names.join('、')}負責。`,
  gridEnded: (cells, count) =>
    count > 0 ? `已取消 ${cellsOf(cells)} 的網格負責人。` : `${cellsOf(cells)} 沒有網格負責人，什麼都沒有更動。`,
  grid: (all) =>
    all.length > 0
      ? lines('網格：', ...all.map(({ cell, names }) => `${cellOf(cell)}：${names.join('、')}`))
      : '還沒有網格負責人。經理可以傳：網格 3棟 @李工',
  deputySet: (role, name) => `記下了：${roleOf(role)}沒有人當班時，由${name}代理。`,
  deputyEnded: (role, count) =>
    count > 0 ? `已取消代理人：${roleOf(role)}。` : `${roleOf(role)}沒有代理人，什麼都沒有更動。`,
  deputies: (all) =>
    all.length > 0
      ? lines('代理人：', ...all.map(({ role, name }) => `${roleOf(role)}：${name}`))
      : '還沒有代理人。經理可以傳：代理人 @老王',
  capacitySet: (name, capacity, open) =>
    capacity === null
      ? `${name}接單不限件數，手上有 ${open} 件。`
      : `${name}手上最多 ${capacity} 件，現在 ${open} 件。滿了就派給別人，緊急的除外。`,
  capacities: (all) =>
    lines(
      '手上的工單：',
      ...all.map(
        ({ name, open, capacity, away }) =>
          `${name}：${open} 件${capacity === null ? '' : `，上限 ${capacity} 件`}${away ? '（請假）' : ''}`,
      ),
    ),
} satisfies DutyTexts;
