/**
 * The spaces that WeChat's apps put behind a mention: four-per-em on phones, three-per-em and the unbreakable one elsewhere.
 * https://github.com/wechaty/wechaty/blob/main/src/config.ts (FOUR_PER_EM_SPACE)
 */
const SEPARATORS = /[\u2004\u2005\u00a0]/g;

/** The words as written, with WeChat's invisible separators turned into plain spaces. */
export function withPlainSpaces(text: string): string {
  return text.replace(SEPARATORS, ' ');
}

/** Cuts to at most `count` characters, never through one that takes two units, with an ellipsis where something is left out. */
export function shortened(text: string, count: number): string {
  const characters = Array.from(text.slice(0, 2 * count + 2));
  return characters.length <= count ? text : `${characters.slice(0, count).join('').trimEnd()}…`;
}
