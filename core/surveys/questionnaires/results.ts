import type { Answers, Question } from './questions.ts';

/** What was answered to one question. Whom it was not put to, or who skipped it, does not count. */
export type Tally = { id: string; text: string; answered: number } & (
  | { kind: 'scale'; marks: { mark: number; count: number }[]; mean: number | null }
  | { kind: 'choice'; several: boolean; options: { label: string; count: number }[] }
  | { kind: 'text'; words: string[] }
);

/** Adds up whole sets of answers, question by question, in the order of the questions. Words come sorted, so that their order tells nothing. */
export function tally(questions: readonly Question[], responses: readonly Answers[]): Tally[] {
  return questions.map((question) => {
    const given = responses.flatMap((answers) => answers[question.id] ?? []);
    const { id, text } = question;
    switch (question.kind) {
      case 'scale': {
        const marks = responses.flatMap((answers) => numberIn(answers[id]));
        const sum = marks.reduce((all, mark) => all + mark, 0);
        const scale = Array.from({ length: question.to - question.from + 1 }, (_, at) => question.from + at);
        return {
          id,
          text,
          answered: marks.length,
          kind: 'scale',
          marks: scale.map((mark) => ({ mark, count: marks.filter((one) => one === mark).length })),
          mean: marks.length === 0 ? null : sum / marks.length,
        };
      }
      case 'choice': {
        const chosen = responses.flatMap((answers) => placesIn(answers[id]));
        return {
          id,
          text,
          answered: chosen.length,
          kind: 'choice',
          several: question.several,
          options: question.options.map((label, at) => ({
            label,
            count: chosen.filter((places) => places.includes(at)).length,
          })),
        };
      }
      case 'text': {
        const words = given.filter((one) => typeof one === 'string' && one !== '').map(String);
        return { id, text, answered: words.length, kind: 'text', words: words.toSorted() };
      }
    }
  });
}

const numberIn = (answer: Answers[string] | undefined): number[] => (typeof answer === 'number' ? [answer] : []);
const placesIn = (answer: Answers[string] | undefined): number[][] => (Array.isArray(answer) ? [answer] : []);
