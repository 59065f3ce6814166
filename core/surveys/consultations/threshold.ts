import { z } from 'zod';
import { simplify } from '../../text/simplify.ts';

/** A share that must be reached, as a fraction, so that two thirds of nine are six. */
export const thresholdSchema = z.object({
  share: z.int().min(0),
  of: z.int().min(1),
  /** More than the share is needed; otherwise the share itself is enough. */
  over: z.boolean(),
});
export type Threshold = z.infer<typeof thresholdSchema>;

/** Whether `count` of `total` are enough. Nobody is never enough, nor is anybody of nobody. */
export function isReached({ share, of, over }: Threshold, count: number, total: number): boolean {
  if (count === 0 || total === 0) return false;
  return over ? count * of > share * total : count * of >= share * total;
}

/** How many of `total` are just enough. */
export function least(threshold: Threshold, total: number): number {
  const { share, of, over } = threshold;
  const exact = (share * total) / of;
  return Math.max(1, over ? Math.floor(exact) + 1 : Math.ceil(exact));
}

/** A share of the policy, 0 to 1. */
export const thresholdOf = (share: number, over: boolean): Threshold => ({
  share: Math.round(share * 100_000),
  of: 100_000,
  over,
});

const digits = '零一二三四五六七八九十';
const HAN = '[一二三四五六七八九十]';
/** English words by the order of their denominators. */
const parts: Record<string, number> = { half: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fifths: 5 };
const counts: Record<string, number> = { one: 1, a: 1, two: 2, three: 3, four: 4 };

/**
 * Reads `2/3`, `三分之二以上`, `66.7%`, `过半`, `超过 50%`, `two thirds`, `more than half`. A majority of exactly one half is always
 * "more than half" when `half` is `over`: half against half decides nothing. Null for anything else, and for more than the whole.
 */
export function readThreshold(text: string, half: 'over' | 'at_least'): Threshold | null {
  const said = simplify(text.normalize('NFKC').toLowerCase()).trim();
  const isOver = /^(?:超过|多于|高于|大于|超|过|>(?!=)|more than|over|above)/u.test(said);
  const bare = said
    .replace(/^(?:超过|多于|高于|大于|不低于|不少于|至少|达到|>=|≥|>|more than|over|above|at least|超|过)\s*/u, '')
    .replace(/\s*(?:及?以上|户|的?(?:业主|票|同意)|or more|of .*)$/u, '')
    .trim();
  const read = fraction(bare);
  if (!read || read.of === 0 || read.share > read.of) return null;
  const isHalf = read.share * 2 === read.of;
  return { ...read, over: isOver || (isHalf && half === 'over') };
}

function fraction(bare: string): { share: number; of: number } | null {
  if (/^(?:半数?|一半|half|a half|a simple majority|majority)$/u.test(bare)) return { share: 1, of: 2 };
  if (/^(?:全体|全部|全票|一致|all|everybody)$/u.test(bare)) return { share: 1, of: 1 };
  const slash = /^(\d{1,4})\s*\/\s*(\d{1,4})$/.exec(bare);
  if (slash) return { share: Number(slash[1]), of: Number(slash[2]) };
  const percent = /^(\d{1,3}(?:\.\d{1,3})?)\s*%$/.exec(bare) ?? /^百分之(\d{1,3})$/u.exec(bare);
  if (percent) return { share: Math.round(Number(percent[1]) * 1000), of: 100_000 };
  const han = new RegExp(`^(${HAN})分之(${HAN})$`, 'u').exec(bare);
  if (han) return { share: digits.indexOf(han[2] ?? ''), of: digits.indexOf(han[1] ?? '') };
  const english = /^(one|a|two|three|four)[\s-](thirds?|quarters?|fifths)$/.exec(bare);
  if (english) return { share: counts[english[1] ?? ''] ?? 0, of: parts[english[2] ?? ''] ?? 0 };
  return null;
}
