import { likeness, questionWords } from '../../faq/likeness.ts';

/** A question about a notice, with who asks it: households, or persons without one. */
export interface AskedQuestion {
  ticketId: string;
  text: string;
  askers: readonly string[];
}

/** Questions that are much the same. */
export interface Cluster {
  questions: AskedQuestion[];
  /** The one that is most like all the others; of several the shortest. */
  typical: AskedQuestion;
  /** Households that ask; each counts once. */
  asked: number;
}

/** From here on two questions about the same notice are the same: they are about one thing already. */
export const SAME_FROM = 0.5;

/** Puts questions together that ask much the same, most asked first. Of each only the longest chain of likeness counts. */
export function clustersOf(questions: readonly AskedQuestion[]): Cluster[] {
  const words = new Map(questions.map((one) => [one, questionWords(one.text)]));
  const alike = (a: AskedQuestion, b: AskedQuestion): number => {
    const [left, right] = [words.get(a), words.get(b)];
    return left && right ? likeness(left, right) : 0;
  };
  const groups: AskedQuestion[][] = [];
  for (const question of questions) {
    const near = groups.filter((group) => group.some((other) => alike(question, other) >= SAME_FROM));
    const joined = [...near.flat(), question];
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups
    .flatMap((group) => {
      const sum = (one: AskedQuestion): number => group.reduce((total, other) => total + alike(one, other), 0);
      const [typical] = group.toSorted((a, b) => sum(b) - sum(a) || a.text.length - b.text.length);
      return typical ? [{ questions: group, typical, asked: new Set(group.flatMap(({ askers }) => askers)).size }] : [];
    })
    .toSorted((a, b) => b.asked - a.asked);
}

/** Whether two questions about one notice ask the same. */
export const asksTheSame = (a: string, b: string): boolean => likeness(questionWords(a), questionWords(b)) >= SAME_FROM;
