import type { FeeMistake } from '../../notices/fees/read-list.ts';

/** A reminder, to the household alone. Empty where nothing was said. */
export interface FeeReminderView {
  title: string;
  paysFor: string;
  how: string;
  flat: string;
  /** "1,234.50" */
  amount: string;
  /** YYYY-MM-DD */
  dueOn: string | null;
}

/** What a manager sees of a list: no household. */
export interface FeeListView {
  /** Its place in the list of lists. */
  number: number;
  title: string;
  households: number;
  total: string;
  unknown: number;
  reachable: number;
  reminded: number;
  paid: number;
  state: 'draft' | 'confirmed' | 'revoked';
}

/** Fee reminders (P8i); a part of `Texts`. */
export interface FeeTexts {
  // To the household, directly.
  feeReminder(view: FeeReminderView): string;
  feePaidChoice(): string;
  feeNoted(): string;
  /** They have paid, and that is on record. */
  feeIsPaid(): string;
  feeQuestion(title: string): string;

  // To the office, directly.
  /** `at`: when households are reminded, if it is confirmed; null: at once. */
  feePreview(view: FeeListView & { paysFor: string; how: string; example: string }, at: string | null): string;
  feeConfirm(): string;
  feeDiscard(): string;
  feeConfirmed(at: string | null): string;
  feeDiscarded(): string;
  feeOver(): string;
  /** By the line of what was sent. Never what stands in it. */
  feeMistakes(mistakes: readonly FeeMistake[], more: number): string;
  feeEmpty(): string;
  feeNoTitle(): string;
  feeFieldUnknown(said: string, nearest: string | null): string;
  feeTimeUnclear(said: string): string;
  feeLists(all: readonly FeeListView[]): string;
  feeList(view: FeeListView): string;
  feeListUnknown(number: number): string;
  feeRemindedAgain(at: string | null): string;
  feeMarked(count: number): string;
  feeFlatUnclear(): string;
  feeHow(): string;
  feeSaidPaid(title: string, flat: string): string;
  feeSettleChoice(): string;

  // In a group: nothing of anybody.
  feeInPrivate(): string;
  feeSomebodyPaid(): string;
}
