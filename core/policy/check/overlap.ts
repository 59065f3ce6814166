import type { LimitLine } from '../policy.ts';

const dimensions = ['urgency', 'kind', 'area'] as const;

/**
 * Whether two lines of the same purpose claim the same matter with the same right: they name the same things, and some matter fits
 * both. Which of them counts would then be chance.
 */
export function overlap(a: LimitLine, b: LimitLine): boolean {
  if (a.for !== b.for) return false;
  return dimensions.every((dimension) => {
    const [one, other] = [a[dimension], b[dimension]];
    if (!one || !other) return one === other;
    return one.some((named) => (other as readonly string[]).includes(named));
  });
}
