/** The pattern of a number from 0 to 99, in Arabic or Chinese digits. */
export const NUMBER = '(?:\\d{1,2}|[零〇一二两三四五六七八九十]{1,3})';

const digits = '零一二三四五六七八九';

/** "30", "三", "两", "十", "二十五", "〇五" as numbers; null for anything else, decimals included. */
export function chineseNumber(said: string): number | null {
  if (/^\d+$/.test(said)) return Number(said);
  const text = said.replaceAll('两', '二').replaceAll('〇', '零');
  const match = /^(?:([一二三四五六七八九])?(十))?([零一二三四五六七八九]{1,2})?$/.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, units = ''] = match;
  const unit = Array.from(units).reduce((sum, digit) => sum * 10 + digits.indexOf(digit), 0);
  if (!ten) return unit;
  return units.length > 1 ? null : (tens ? digits.indexOf(tens) : 1) * 10 + unit;
}
