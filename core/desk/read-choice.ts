import type { SaidChoice } from '../outbox/numbered.ts';
import { simplify } from '../text/simplify.ts';
import { chineseNumber, NUMBER } from './chinese-number.ts';

/**
 * What somebody chose in words among choices that were shown in words.
 * - `chosen`: `rest` is what was said besides the number, as written; empty for a label.
 * - `not_offered`: a number that stands beside none of them.
 */
export type ChoiceRead =
  | { kind: 'chosen'; choice: SaidChoice; rest: string }
  | { kind: 'not_offered' }
  | { kind: 'none' };

const bare = new RegExp(`^(?:[选選第])?(${NUMBER})[个個项項]?[\\s.。、,，!！~)）]*$`, 'u');
/** What makes "4" the count or the name of something, and no choice: 4 楼, 4 号, 4 个人. */
const counted = '[\\d一二三四五六七八九十零号號栋棟楼樓单單层層室户戶幢座个個位点點月日天年小分米车車台臺次件块塊元人]';
const withWords = new RegExp(`^(\\d{1,2})[\\s.、,，:：]+(?!${counted})(\\p{L}.*)$`, 'su');

/**
 * Reads the answer to choices shown in words: the number in any writing (`1`, `１`, `1.`, `①`, `一`), the label with or without
 * its signs (`是，开工单`, `是开工单`), the part of it before a comma (`是`), or the code it begins with. A number may be
 * followed by words ("4 换了水泵") unless it counts or names something ("4 楼的灯也坏了").
 */
export function readChoice(text: string, shown: readonly SaidChoice[]): ChoiceRead {
  const said = text
    .normalize('NFKC')
    .replaceAll(/[\uFE0F\u20E3]/gu, '')
    .trim();
  const number = bare.exec(said)?.[1];
  if (number !== undefined) return byNumber(number, shown, '');
  const label = byLabel(said, shown);
  if (label) return { kind: 'chosen', choice: label, rest: '' };
  const followed = withWords.exec(said);
  const read = followed ? byNumber(followed[1] ?? '', shown, (followed[2] ?? '').trim()) : null;
  return read?.kind === 'chosen' ? read : { kind: 'none' };
}

function byNumber(number: string, shown: readonly SaidChoice[], rest: string): ChoiceRead {
  const choice = shown.find(({ say }) => /^\d+$/.test(say) && Number(say) === chineseNumber(number));
  return choice ? { kind: 'chosen', choice, rest } : { kind: 'not_offered' };
}

/** One label is meant, or none: where two begin alike, the whole label is wanted. */
function byLabel(said: string, shown: readonly SaidChoice[]): SaidChoice | null {
  const wanted = plain(said);
  if (wanted === '') return null;
  const ways: ((label: string) => string)[] = [
    (label) => plain(label),
    (label) => plain(label.split(/[,，]/)[0] ?? ''),
    (label) => plain(label.split(' ')[0] ?? ''),
  ];
  for (const way of ways) {
    const [found, ...more] = shown.filter(({ label }) => way(label) === wanted);
    if (found) return more.length === 0 ? found : null;
  }
  return null;
}

/** Letters and digits alone, Simplified, lower case: signs and spaces are typed as the keyboard offers them. */
const plain = (text: string): string =>
  simplify(text.normalize('NFKC').toLowerCase()).replaceAll(/[^\p{L}\p{N}]/gu, '');
