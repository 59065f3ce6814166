import type { Threshold } from '../../surveys/consultations/threshold.ts';

/** "2/3", "50%", "66.7%": as it was written. */
export function percentOf({ share, of }: Threshold): string {
  if (of < 1000) return `${share}/${of}`;
  return `${Math.round((share * 1000) / of) / 10}%`;
}

const number = (cents: number): string =>
  cents % 100 === 0 ? String(cents / 100) : `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** Cents, as 200元 or 12.50元. */
export const yuan = (cents: number): string => `${number(cents)}元`;
export const yuanInEnglish = (cents: number): string => `¥${number(cents)}`;
