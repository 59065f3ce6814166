/** The most that one household can owe in one list: a slip of the comma is no debt. */
const MOST_CENTS = 100_000_000;

/**
 * Reads an amount of money in cents: `1234.5`, `￥1,234.50`, `１２３４元`, `1 234,50` is not one. Null for what is none, for more than two decimals, for
 * nothing, for less than nothing, and for more than a million.
 */
export function readMoney(text: string): number | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:人民币|人民幣|rmb|cny|ntd?\$|twd|hkd?\$|hkd|us\$|[¥$€£])\s*/i, '')
    .replace(/\s*(?:元整?|圆|圓|块|塊|rmb|cny|twd|hkd|yuan)$/i, '');
  const [, whole, decimals = ''] = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/.exec(said) ?? [];
  if (whole === undefined) return null;
  const cents = Number(whole.replaceAll(',', '')) * 100 + Number(decimals.padEnd(2, '0'));
  return cents > 0 && cents <= MOST_CENTS ? cents : null;
}

/** `123450` is "1,234.50". */
export function shownMoney(cents: number): string {
  const whole = String(Math.floor(cents / 100)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${whole}.${String(cents % 100).padStart(2, '0')}`;
}
