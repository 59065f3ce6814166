/** Chinese numerals, by the figure that they are. */
const numerals = ['〇零', '一幺壹', '二贰貳两', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'];
const hanDigits = new Map(
  numerals.flatMap((signs, digit) => Array.from(signs, (sign) => [sign, String(digit)] as const)),
);
const han = numerals.join('');

/** So many figures on end are dictated, and no counting: 一三八零零… Some may be figures, some Chinese numerals. */
const dictated = new RegExp(`[0-9${han}](?:[ -]?[0-9${han}]){10,}`, 'g');

/**
 * A text of the same length in which full-width signs are half-width, dashes of every kind are `-`, and long numbers in Chinese
 * numerals are in figures: what is found in it stands at the same place in the text.
 */
export function sameLength(text: string): string {
  return text
    .replaceAll(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u3000\u00a0\u2009\t]/g, ' ')
    .replaceAll(/[‐‑‒–—―−]/g, '-')
    .replaceAll(dictated, (number) => number.replaceAll(/[^0-9 -]/g, (digit) => hanDigits.get(digit) ?? digit));
}
