import { z } from 'zod';

/** What must have been answered to an earlier question: `1<3`, `2=B`. */
const conditionSchema = z.object({
  question: z.string(),
  is: z.enum(['<', '<=', '>', '>=', '=', '!=']),
  /** The mark on a scale, or the place of the option, from 0. */
  value: z.int().nonnegative(),
});
export type Condition = z.infer<typeof conditionSchema>;

const common = {
  /** As it is numbered: "1", "2". */
  id: z.string().min(1).max(3),
  text: z.string().min(1),
  /** It cannot be skipped. */
  required: z.boolean(),
  /** Asked only then. */
  onlyIf: conditionSchema.nullable(),
  /** Where it goes on when this was answered: at a later question, or at the end. The first that holds. */
  jumps: z.array(z.object({ when: conditionSchema, to: z.string() })),
};

export const questionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scale'), ...common, from: z.int(), to: z.int() }),
  z.object({ kind: z.literal('choice'), ...common, options: z.array(z.string().min(1)).min(2), several: z.boolean() }),
  z.object({ kind: z.literal('text'), ...common }),
]);
export type Question = z.infer<typeof questionSchema>;
export const questionsSchema = z.array(questionSchema).min(1);

/** Where a jump leads that ends the questionnaire. */
export const END = 'end';

/** A mark, the places of the options chosen, or words; null for a question that was skipped. */
export const answerSchema = z.union([z.int(), z.array(z.int()), z.string(), z.null()]);
export type Answer = z.infer<typeof answerSchema>;
/** By the questions' ids. */
export const answersSchema = z.record(z.string(), answerSchema);
export type Answers = z.infer<typeof answersSchema>;

/**
 * The questions that somebody is asked, in their order, as far as it is known: what they answered leads on or ends it. The last is the
 * one that has no answer yet; where all have one, nothing is left to ask.
 */
export function pathOf(questions: readonly Question[], answers: Answers): Question[] {
  const path: Question[] = [];
  for (let at = 0; at < questions.length; at += 1) {
    const question = questions[at];
    if (!question || (question.onlyIf && !holds(question.onlyIf, answers))) continue;
    path.push(question);
    if (answers[question.id] === undefined) return path;
    const jump = question.jumps.find(({ when }) => holds(when, answers));
    if (jump?.to === END) return path;
    // Jumps only ever lead on, so that nobody goes round in a circle.
    if (jump) at = Math.max(at, questions.findIndex(({ id }) => id === jump.to) - 1);
  }
  return path;
}

/** What is asked next; null when everything is answered. */
export function nextQuestion(questions: readonly Question[], answers: Answers): Question | null {
  const last = pathOf(questions, answers).at(-1);
  return last && answers[last.id] === undefined ? last : null;
}

/** The question before this one on the way that was taken; null for the first. */
export function questionBefore(questions: readonly Question[], answers: Answers, id: string): Question | null {
  const path = pathOf(questions, answers);
  const at = path.findIndex((question) => question.id === id);
  return (at === -1 ? path.at(-1) : path[at - 1]) ?? null;
}

/** The answers on the way that was taken: what was answered before another way was chosen does not count. */
export function answersOnPath(questions: readonly Question[], answers: Answers): Answers {
  const counted: Answers = {};
  for (const { id } of pathOf(questions, answers)) {
    const answer = answers[id];
    if (answer !== undefined) counted[id] = answer;
  }
  return counted;
}

/** A skipped question, and one answered in words, fulfils nothing. Of several options, `=` wants it among them. */
function holds({ question, is, value }: Condition, answers: Answers): boolean {
  const answer = answers[question];
  if (answer === undefined || answer === null || typeof answer === 'string') return false;
  if (Array.isArray(answer)) return answer.length > 0 && answer.includes(value) === (is === '=');
  switch (is) {
    case '<':
      return answer < value;
    case '<=':
      return answer <= value;
    case '>':
      return answer > value;
    case '>=':
      return answer >= value;
    case '=':
      return answer === value;
    case '!=':
      return answer !== value;
  }
}
