// @ts-check
import { locale, words } from './words.js';

const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });
const thisYear = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'long' });
const otherYear = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });

/** @param {string} iso */
export const formatTime = (iso) => time.format(new Date(iso));
/** @param {string} iso */
export const formatFull = (iso) => full.format(new Date(iso));

/** @param {Date} date */
const dayOf = (date) => `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;

/** @param {string} one @param {string} other */
export const isSameDay = (one, other) => dayOf(new Date(one)) === dayOf(new Date(other));

/** "Today", "Yesterday", or the date. @param {string} iso */
export function formatDay(iso) {
  const date = new Date(iso);
  const now = new Date();
  if (dayOf(date) === dayOf(now)) return words.today;
  if (dayOf(date) === dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return words.yesterday;
  return (date.getFullYear() === now.getFullYear() ? thisYear : otherYear).format(date);
}
