import { chineseNumber } from '../../desk/chinese-number.ts';

const PLAIN = /^\s*\d{1,2}\s*[.、．)）:：]/u;
/** `①`, `(1)`, `第1题`, `Q1`; not the condition "第1题=5 → 结束". */
const OTHERS =
  /^\s*(?:([①-⑳])|[（(]\s*(\d{1,2})\s*[)）]|第\s*(\d{1,2})\s*[题題](?!\s*[<>=＜＞＝≤≥≠是选選])|Q\s*(\d{1,2}))\s*[.、．)）:：]?\s*/iu;
const HAN = /^\s*([一二三四五六七八九十]{1,3})\s*[、.．:：]\s*/u;

/**
 * The lines of a questionnaire with the numbers of questions as `1.`, however they were written: `１．`, `①`, `(1)`, `第1题`, `Q1`, `一、`. Where
 * lines are numbered in two ways, the plain number is the question's, and the other heads a part or an answer.
 */
export function numberedLines(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/[０-９Ａ-Ｚａ-ｚ－～＜＞＝]/g, (sign) => sign.normalize('NFKC')));
  if (lines.some((line) => PLAIN.test(line))) return lines;
  const others = lines.map((line) =>
    line.replace(OTHERS, (_, circled?: string, ...digits: (string | undefined)[]) => {
      const number = circled?.normalize('NFKC') ?? digits.slice(0, 3).find((one) => one !== undefined);
      return `${number ?? ''}. `;
    }),
  );
  if (others.some((line) => PLAIN.test(line))) return others;
  return lines.map((line) => line.replace(HAN, (_, number: string) => `${chineseNumber(number) ?? number}. `));
}
