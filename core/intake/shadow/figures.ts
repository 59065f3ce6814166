import type { CandidateDeed } from '../../../prisma/generated/enums.ts';

/** What the desk would have made of something, and what a manager says that it is; null while nobody has said. */
export interface Weighed {
  deed: CandidateDeed;
  isMatter: boolean | null;
}

/** How candidates of one deed were judged. */
export interface Tally {
  yes: number;
  no: number;
  /** Not judged yet. */
  open: number;
}

/** Shares from 0 to 1; null where there is nothing to divide by. */
export interface Shares {
  /** Of what would have become tickets, how much was a matter. */
  precision: number | null;
  /** Of all matters among the candidates, how many would have become tickets. */
  recall: number | null;
}

export interface Figures extends Shares {
  tickets: Tally;
  questions: Tally;
  nothing: Tally;
  /** The same, if the staff had answered every question as the managers did now. */
  withQuestions: Shares;
  /** So few answers that one more could move a figure by more than a few hundredths. */
  rough: boolean;
}

/** With fewer answers below a figure than this, one answer moves it by five hundredths and more. */
const ENOUGH = 20;

/**
 * What a group's own answers say of the desk's understanding. Candidates that nobody has judged count for nothing; lines that were believed
 * so little that they never became candidates cannot be counted, so that the recall is an upper estimate.
 */
export function figuresOf(candidates: readonly Weighed[]): Figures {
  const tickets = tally(candidates, 'ticket');
  const questions = tally(candidates, 'question');
  const nothing = tally(candidates, 'nothing');
  const matters = tickets.yes + questions.yes + nothing.yes;
  const judged = tickets.yes + tickets.no;
  return {
    tickets,
    questions,
    nothing,
    precision: share(tickets.yes, judged),
    recall: share(tickets.yes, matters),
    withQuestions: {
      precision: share(tickets.yes + questions.yes, judged + questions.yes),
      recall: share(tickets.yes + questions.yes, matters),
    },
    rough: judged < ENOUGH || matters < ENOUGH,
  };
}

function tally(candidates: readonly Weighed[], deed: CandidateDeed): Tally {
  const of = candidates.filter((candidate) => candidate.deed === deed);
  const yes = of.filter(({ isMatter }) => isMatter === true).length;
  const no = of.filter(({ isMatter }) => isMatter === false).length;
  return { yes, no, open: of.length - yes - no };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
