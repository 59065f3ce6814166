import type { LimitKind } from '../../../prisma/generated/enums.ts';
import type { TicketView } from '../texts.ts';

/** A limit as a sentence about it needs it. */
export interface LimitView {
  kind: LimitKind;
  /** The clause of the policy, as P5d. */
  clause: string;
}

/** Reminders, digests, escalation, breach, pauses; a part of `Texts`. Times and durations are in words already. */
export interface ClockTexts {
  /** To whoever is in charge: what is owed, how much time is left, by which clause. */
  reminder(ticket: TicketView, limit: LimitView, left: string): string;
  /** Several reminders of one person, the most pressing first. `name` is empty where nobody is in charge. */
  reminderDigest(name: string, lines: { ticket: TicketView; kind: LimitKind; left: string }[]): string;
  /** The limit has passed: to supervisors and managers. */
  escalation(ticket: TicketView, limit: LimitView, late: string): string;
  /** It has not passed yet, and somebody else than the assignee is told. */
  limitNear(ticket: TicketView, limit: LimitView, left: string): string;
  /** Calls to an emergency. `called`: who is to go, by name; `waited`: how long nobody has taken it, null at once. */
  emergencyAlarm(ticket: TicketView, call: { called: string[]; waited: string | null }): string;
  /** To everybody who was called: somebody has it. */
  acknowledged(code: string, by: string): string;
  /** The emergency is over before anybody took it in so many words; `by` as above, `words`: what was said of it. */
  handled(code: string, by: string, words: string | null): string;
  /** To everybody who was called: it is no emergency, or goes on elsewhere. */
  calledOff(code: string, by: string): string;
  /** To the resident: we are late; who is in charge, and by when they hear. */
  apology(code: string, kind: LimitKind, assignee: string | null, at: string): string;
  /** To the resident, where nobody has taken an emergency in time. */
  emergencyApology(code: string): string;
  choosePostpone(code: string): string;
  postponeInAnHour(): string;
  postponeToday(): string;
  postponeTomorrow(): string;
  /** A time was chosen; the reason is missing. */
  needsReason(code: string, at: string): string;
  /** How a reminder is put off, where no time was read. */
  postponeHow(code: string): string;
  postponedTill(code: string, at: string): string;
  alreadyPostponed(code: string): string;
  nothingToPostpone(code: string): string;
}
