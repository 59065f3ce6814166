import type { DayOfMonth, Repeat } from '../../../notices/repeat.ts';

const weekdays = '一二三四五六日';
const dayOf = (on: DayOfMonth): string => {
  const which = on.nth < 0 ? '最後一' : `第 ${on.nth} `;
  if (on.kind === 'date') return on.nth < 0 ? '最後一天' : `${on.nth} 日`;
  return on.kind === 'working' ? `${which}個工作日` : `${which}個週${weekdays[on.weekday - 1] ?? ''}`;
};
const everyDay = { all: '每天', working: '每個工作日', free: '每個休息日' };

/** How often something comes again, in words. */
export function repeats(repeat: Repeat): string {
  switch (repeat.every) {
    case 'day':
      return `${everyDay[repeat.only]} ${repeat.at}`;
    case 'week':
      return `每週${repeat.weekdays.map((day) => weekdays[day - 1] ?? '').join('、')} ${repeat.at}`;
    case 'month':
      return `每月${dayOf(repeat.on)} ${repeat.at}`;
    case 'quarter':
      return `每季度${repeat.on.kind === 'date' && repeat.on.nth > 0 ? '首月 ' : ''}${dayOf(repeat.on)} ${repeat.at}`;
    case 'year':
      return `每年 ${repeat.month} 月${dayOf(repeat.on)} ${repeat.at}`;
  }
}
