import type { FollowUpOccasion } from '../../policy/policy.ts';
import type { TicketView } from '../texts.ts';

/** What came of asking a resident. `no_answer`: not reached, and not to be tried any more. */
export type FollowUpResult = 'satisfied' | 'not_solved' | 'unreached' | 'declined' | 'no_answer';

/** A follow-up that somebody of the office is to do. Instants are in words already. */
export interface FollowUpCardView {
  ticket: TicketView;
  caller: string;
  /** Who is to be asked; null when nobody knows. */
  requester: string | null;
  occasion: FollowUpOccasion;
  closedAt: string | null;
  score: number | null;
  /** What the resident said when the bot asked, or wanted to say. */
  said: string | null;
  /** 1 the first time. */
  attempt: number;
  dueAt: string | null;
}

/** Asking after closed tickets; a part of `Texts`. */
export interface FollowUpTexts {
  // To residents.
  /** `what` is the thing it was about, as the desk understood it; null: say nothing of it. */
  followUpQuestion(code: string, what: string | null): string;
  followUpWell(): string;
  followUpNotWell(): string;
  followUpContact(): string;
  followUpThanks(): string;
  followUpContactComes(): string;
  followUpNoMore(): string;

  // To staff.
  /** Who asks whom about what, and a script of three lines. */
  followUpCard(card: FollowUpCardView): string;
  followUpResult(result: FollowUpResult): string;
  /** `nextAt`: when it is tried again, in words. */
  followUpNoted(code: string, by: string, result: FollowUpResult, nextAt: string | null): string;
  /** Nothing is to be asked after this ticket. */
  followUpNone(code: string): string;
  followUpHow(code: string): string;
  followUpReminder(code: string, caller: string, left: string): string;
  followUpLate(code: string, caller: string, late: string): string;
}
