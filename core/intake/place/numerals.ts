const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Arabic or Chinese numerals up to 999 as a label without leading zeros ("十二" → "12"), letters as they stand in upper case. */
export function label(said: string): string {
  if (/^\d+$/.test(said)) return String(Number(said));
  if (/^[a-z]$/i.test(said)) return said.toUpperCase();
  let value = 0;
  let digit = 0;
  let tens = false;
  for (const char of said) {
    if (char === '百') [value, digit] = [value + (digit || 1) * 100, 0];
    else if (char === '十') [value, digit, tens] = [value + (digit || 1) * 10, 0, true];
    else digit = tens || value > 0 || digit === 0 ? (digits[char] ?? 0) : digit * 10 + (digits[char] ?? 0);
  }
  return String(value + digit);
}
