import { readSpells as chineseSpells } from './chinese-times.ts';
import { readSpells as englishSpells } from './english-times.ts';
import type { Spell } from './spell.ts';

/**
 * The times that a notice names for what it announces: `22:00 到 6:00`, `明天上午8点至12点`, `11月23日至25日每天9:00-11:30`, `预计18点恢复`,
 * `from 10pm to 6am`. Days are counted from when it was told; a time without a day is that of the same day, or of the next one where it
 * has passed by then. Hours at which the office can be asked are none of these. Empty where no time is named.
 *
 * @param text normalised (core/intake/normalise.ts)
 */
export function readSpells(text: string, toldAt: Date, timeZone: string): Spell[] {
  const isEnglish = /[a-z]/.test(text) && !/\p{Script=Han}/u.test(text);
  return (isEnglish ? englishSpells : chineseSpells)(text, toldAt, timeZone);
}
