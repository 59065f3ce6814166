const digits = '零一二三四五六七八九';
const steps: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** More than that nobody pledges by a line of talk: 1,000,000 yuan, in cents. */
const MOST = 100_000_000;
const unit = '(?:元|块钱?|塊錢?|块|塊|圆|圓|rmb|cny|yuan)';
const money = new RegExp(
  `^(?:[¥￥]\\s*)?(\\d{1,3}(?:,\\d{3})+|\\d{1,7})(\\.\\d{1,2})?\\s*(万|萬)?\\s*${unit}?(?:整|钱|錢)?$`,
  'iu',
);
const spoken = new RegExp(`^([零〇一二两兩三四五六七八九十百千万萬]{1,9})\\s*${unit}?(?:整|钱|錢)?$`, 'u');

/** "200", "¥200.50", "1,000元", "两百", "一千五", "3万" in cents; null for anything else, and for more than a million yuan. */
export function readAmount(text: string): number | null {
  const said = text.normalize('NFKC').trim().toLowerCase();
  const figures = money.exec(said);
  const cents = figures
    ? Math.round(Number(`${(figures[1] ?? '').replaceAll(',', '')}${figures[2] ?? ''}`) * 100) *
      (figures[3] ? 10_000 : 1)
    : inWords(spoken.exec(said)?.[1]);
  return cents !== null && cents <= MOST ? cents : null;
}

/** Whether it says of itself that it is money. */
export const saysMoney = (text: string): boolean =>
  new RegExp(`[¥￥]|\\d\\s*${unit}|[百千万萬十]\\s*${unit}`, 'iu').test(text);

function inWords(said: string | undefined): number | null {
  if (said === undefined) return null;
  const text = said
    .replaceAll(/[两兩]/g, '二')
    .replaceAll('〇', '零')
    .replaceAll('萬', '万');
  let sum = 0;
  let digit: number | null = null;
  let last = 1;
  for (const sign of text) {
    const step = steps[sign];
    if (step === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = digits.indexOf(sign);
      if (sign === '零') last = 10;
    } else {
      if (step === 10_000) sum = (sum + (digit ?? 0)) * step;
      else sum += (digit ?? 1) * step;
      digit = null;
      last = step;
    }
  }
  // 一千五 is 1500, 一百零五 is 105.
  return (sum + (digit ?? 0) * (sum === 0 ? 1 : last / 10)) * 100;
}
