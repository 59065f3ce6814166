import type { Subject } from '../../../prisma/generated/enums.ts';
import { fold } from '../fold.ts';

const subjects: readonly [RegExp, Subject][] = [
  [/^(?:通知|公告|notice)/, 'notice'],
  [/^(?:问卷|問卷|questionnaire)/, 'questionnaire'],
  [/^(?:表决|表決|征求意见|徵求意見|认捐|認捐|vote|consultation|pledge)/, 'consultation'],
  [/^(?:活动|活動|activity)/, 'activity'],
];

/**
 * Reads what follows 未发: `立即 通知3`, `now 居民群`. Null where nothing is to be sent; `said` is empty where it is not said what. `number`
 * is null where a group is named.
 */
export function readReleased(rest: string): { said: string; subject: Subject | null; number: number | null } | null {
  const now = /^(?:立即|马上|馬上|now)[\s:,]*/.exec(fold(rest));
  if (!now) return null;
  const said = rest.slice(now[0].length).trim();
  const folded = fold(said);
  for (const [pattern, subject] of subjects) {
    const word = pattern.exec(folded);
    const number = word && /^\s*#?(\d{1,6})$/.exec(folded.slice(word[0].length));
    if (number) return { said, subject, number: Number(number[1]) };
  }
  return { said, subject: null, number: null };
}
