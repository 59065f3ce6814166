/** An entry of the knowledge base in a list. */
export interface FaqLine {
  number: number;
  question: string;
  safe: boolean;
  /** How often it has helped. */
  used: number;
}

export interface FaqView extends FaqLine {
  questions: string[];
  answer: string;
  /** By locale. */
  answers: Record<string, string>;
  unhappy: number;
}

/** The knowledge base and what the bot answers by itself (P5c); a part of `Texts`. */
export interface FaqTexts {
  faqList(lines: FaqLine[]): string;
  faqEmpty(): string;
  faqShown(entry: FaqView): string;
  faqAdded(entry: FaqView): string;
  faqChanged(entry: FaqView): string;
  faqRevoked(number: number, question: string): string;
  faqSafe(number: number, question: string, safe: boolean): string;
  faqUnknown(number: number, known: number[]): string;
  faqHow(): string;
  /** A question without an answer, or the other way round. */
  faqIncomplete(missing: 'question' | 'answer'): string;
  /** Of a ticket nobody has answered anything. */
  faqNoAnswerYet(code: string): string;
  /** It is private, or no question. */
  faqNotOf(code: string): string;
  /** On a card: the answer that the knowledge base has. */
  faqProposed(number: number, answer: string): string;
  /** On a card: the bot has given it, and what the resident says of it. */
  faqGiven(number: number, verdict: 'silent' | 'not_helped'): string;
  faqSend(): string;
  /** To the resident: says that it is automatic, and how to reach a person. */
  faqAnswer(code: string, answer: string): string;
  faqHelped(): string;
  faqNotHelped(): string;
  faqGlad(code: string): string;
  /** A person answers now; `assignee` and `dueAt` in words, where they are known. */
  faqToPerson(code: string, assignee: string | null, dueAt: string | null): string;
  /** To managers: the bot does not give this answer by itself any more. */
  faqLostTrust(number: number, question: string, unhappy: number): string;
  /** A card offered it, and it is not there any more, or was sent already. */
  faqNotSent(number: number): string;
}
