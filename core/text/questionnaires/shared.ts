import type { Condition, Question } from '../../surveys/questionnaires/questions.ts';
import type { Standing } from '../../surveys/questionnaires/standing.ts';
import { quoted } from '../layout.ts';

const LETTERS = 'ABCDEFGHIJ';
/** Words that are shown of one question at most; the rest is counted. */
const MOST_WORDS = 20;

/** "A 保洁": an option as it is named. */
export const lettered = (options: readonly string[]): string[] =>
  options.map((option, place) => `${LETTERS[place] ?? ''} ${option}`);

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`);

const shown = ({ question, is, value }: Condition, questions: readonly Question[]): string => {
  const about = questions.find(({ id }) => id === question);
  return `${question}${is}${about?.kind === 'choice' ? (LETTERS[value] ?? '') : value}`;
};

/** The questions of a draft, a line each, with their options and where they lead. */
export function questionLines(
  questions: readonly Question[],
  words: {
    several: string;
    optional: string;
    required: string;
    inWords: string;
    onlyIf: (when: string) => string;
    end: string;
  },
): string[] {
  return questions.flatMap((question) => {
    const { id, text, required, onlyIf, jumps } = question;
    const marks = [
      question.kind === 'scale' && `${question.from}–${question.to}`,
      question.kind === 'choice' && question.several && words.several,
      question.kind === 'text' && words.inWords,
      question.kind === 'text' ? required && words.required : !required && words.optional,
      onlyIf && words.onlyIf(shown(onlyIf, questions)),
    ].filter((mark) => typeof mark === 'string');
    return [
      `${id}. ${text}${marks.map((mark) => ` [${mark}]`).join('')}`,
      ...(question.kind === 'choice' ? [`   ${lettered(question.options).join('  ')}`] : []),
      ...jumps.map(({ when, to }) => `   ${shown(when, questions)} → ${to === 'end' ? words.end : to}`),
    ];
  });
}

/** What was answered, question by question. `inWords`: how many answered so, and what; only for the office. */
export function tallyLines(
  { tallies }: Standing,
  words: { mean: (mean: string) => string; answered: (count: number) => string; more: (count: number) => string },
  { withWords }: { withWords: boolean },
): string[] {
  return tallies.flatMap((one) => {
    const head = `${one.id}. ${quoted(one.text, 60)}`;
    switch (one.kind) {
      case 'scale':
        return [
          [head, one.mean !== null && words.mean(one.mean.toFixed(1)), words.answered(one.answered)]
            .filter(Boolean)
            .join(' · '),
          `   ${one.marks.map(({ mark, count }) => `${mark}: ${count}`).join('  ')}`,
        ];
      case 'choice':
        return [
          `${head} · ${words.answered(one.answered)}`,
          ...one.options.map(({ label, count }) => `   ${label}: ${count} (${percent(count, one.answered)})`),
        ];
      case 'text':
        return [
          `${head} · ${words.answered(one.answered)}`,
          ...(withWords ? one.words.slice(0, MOST_WORDS).map((said) => `   – ${quoted(said, 160)}`) : []),
          ...(withWords && one.words.length > MOST_WORDS ? [`   ${words.more(one.words.length - MOST_WORDS)}`] : []),
        ];
    }
  });
}

/** "12 of 80 (15%)" and the like, where it is known of how many. */
export const shareOf = ({ answered, households, perHousehold }: Standing): string | null =>
  perHousehold && households > 0 ? percent(answered, households) : null;
